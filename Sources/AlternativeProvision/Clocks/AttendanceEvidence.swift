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

  /// A session of absence under another code than I.
  public struct OtherAbsence: Sendable, Hashable {
    /// The day.
    public var day: Day
    /// The register code, as in "O".
    public var code: String

    /// A session's day and code.
    public init(day: Day, code: String) {
      self.day = day
      self.code = code
    }
  }

  /// Days with I marks, of any school year; the clock adds up each school year by itself.
  public var illness: [IllnessDay] = []
  /// Sessions of absence under other codes, in order; gathered where section 19 may ask for them.
  public var otherAbsences: [OtherAbsence] = []
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

extension CaseRoute {
  /// Whether absences of every code bear on a clock of the case: section 19 counts some of them towards
  /// the fifteenth day, and its proof names the others.
  public var asksForEveryAbsence: Bool {
    self == .medical || self == .emotionallyBasedAbsence
  }
}
