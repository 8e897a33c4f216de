/// The two attendance rates of a placement that may not fill the week.
///
/// A child who attends all of four sessions a week attends everything asked and two fifths of an
/// education; one rate without the other misleads.
public struct PlacementAttendance: Hashable, Sendable {
  /// The sessions marked.
  public let tally: AttendanceTally
  /// The sessions that a full-time place would have had in the same time: two for each school day, ten
  /// in a full week.
  public let fullTimeSessions: Int

  /// The attendance marked, in a time that held so many school days.
  public init(_ tally: AttendanceTally, schoolDays: Int) {
    self.tally = tally
    self.fullTimeSessions = schoolDays * 2
  }

  /// The attendance marked, over so many whole weeks of ten sessions.
  public init(_ tally: AttendanceTally, weeks: Int) {
    self.init(tally, schoolDays: weeks * 5)
  }

  /// Attended of the sessions timetabled here.
  public var ofTimetabled: Share { tally.attendance }

  /// Attended of the sessions of a full-time place.
  public var ofFullTime: Share { Share(Int(tally.attended), of: fullTimeSessions) }
}
