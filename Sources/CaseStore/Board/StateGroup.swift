import AlternativeProvision

/// How pressing a case is on a day: the first thing by which a caseload is read.
///
/// In order of urgency, so the raw value sorts the most pressing first.
public enum StateGroup: UInt8, CaseIterable, Sendable, Comparable {
  /// The sixth school day has passed, education is still owed, and none has begun.
  case pastDaySix
  /// Nobody can say when the sixth school day is or was, for want of term dates or of the exclusion itself,
  /// and no education is in place: it may be long past.
  case daySixUnknown
  /// Another clock has run out and is still due.
  case overdue
  /// The next clock runs out today.
  case dueToday
  /// The next clock runs out by the second school day after today, by the school's own calendar.
  case dueWithinTwoSchoolDays
  /// The next clock runs out by Sunday; at a weekend, by the Sunday of the week that comes.
  case dueThisWeek
  /// Education is owed by the child's EHC plan (CFA 2014 s.42), none is in place, and no clock with a day
  /// tells of it.
  case withoutProvision
  /// No clock runs out in that week.
  case safe
  /// The next clock ends beyond the calendar that is known.
  case provisional

  /// Orders the most pressing first.
  public static func < (left: StateGroup, right: StateGroup) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension Day {
  /// The Sunday by which "this week" ends: at a weekend, that of the week that comes, since nobody who
  /// asks on a Saturday what is due means the day that is left.
  public var endOfWeekAhead: Day {
    monday.adding(days: weekday.isWeekend ? 13 : 6)
  }
}
