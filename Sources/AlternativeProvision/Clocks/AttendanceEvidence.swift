/// What registers say of a child that bears on clocks: illness, unexplained absence, days attended.
public struct AttendanceEvidence: Sendable, Hashable {
  /// A day with sessions of illness.
  public struct IllnessDay: Sendable, Hashable {
    /// The day.
    public var day: Day
    /// Sessions marked I that day, 1 or 2.
    public var sessions: Int

    /// A day and its sessions of illness.
    public init(day: Day, sessions: Int) {
      self.day = day
      self.sessions = sessions
    }
  }

  /// Days with I marks, of any school year; the clock adds up each school year by itself.
  public var illness: [IllnessDay] = []
  /// Days with an N mark for which no reason has been found yet.
  public var unexplained: [Day] = []
  /// The last day with a present mark anywhere: illness before it was interrupted.
  public var lastPresentOn: Day?
  /// Days on which the child sat in the excluding school's own lessons though an exclusion covers the
  /// day. A present mark at a provider is education during exclusion and does not belong here.
  public var attendedSchool: [Day] = []

  /// Nothing known.
  public init() {}
}
