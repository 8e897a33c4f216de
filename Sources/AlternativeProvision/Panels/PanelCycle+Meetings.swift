extension PanelCycle {
  /// The next meetings from a day on, that day included.
  ///
  /// A panel does not meet in a week without a school day. Where only its own day is closed, it meets
  /// on the next school day of that week, else on the last one before. Beyond what the calendar
  /// knows, days are provisional; a half-termly panel has no meeting there, for nobody knows the half
  /// terms.
  ///
  /// - Parameters:
  ///   - day: The first day that counts.
  ///   - count: How many meetings at most.
  ///   - calendar: The school days of the authority; nil where none are on file.
  public func meetings(
    from day: Day, count: Int, in calendar: SchoolCalendar?
  ) -> [PlannedMeeting] {
    guard count > 0 else { return [] }
    var found: [PlannedMeeting] = []
    for monday in mondays(from: day, in: calendar) {
      guard let meeting = meeting(inWeekOf: monday, in: calendar), meeting.day >= day else {
        continue
      }
      found.append(meeting)
      if found.count == count { break }
    }
    return found
  }

  /// The Mondays of the weeks in which it might meet, in order: two years of them.
  private func mondays(from day: Day, in calendar: SchoolCalendar?) -> [Day] {
    let weeks = (0..<106).map { day.monday.adding(days: $0 * 7) }
    switch rhythm {
    case .weekly: return weeks
    case .fortnightly:
      let start = (anchor ?? Day(number: 4)).monday
      return weeks.filter { $0.days(since: start) % 14 == 0 }
    case .monthly: return months(from: day).compactMap { monday(inMonthOf: $0, in: calendar) }
    case .halfTermly:
      guard let calendar else { return [] }
      return HalfTerms.starts(in: calendar).map { $0.monday.adding(days: 7 * (max(1, week) - 1)) }
        .filter { $0 >= day.monday }
    case .asNeeded: return []
    }
  }

  private func months(from day: Day) -> [Day] {
    let first = day.adding(days: 1 - day.dayOfMonth)
    return (0..<25).map { first.adding(months: $0) }
  }

  /// The week of a month in which it meets; the next one with a school day where that one has none.
  private func monday(inMonthOf first: Day, in calendar: SchoolCalendar?) -> Day? {
    let length = Day.length(ofMonth: first.month, year: first.year)
    let own = first.next(weekday)
    let last = first.adding(days: length - 1)
    let days = (0..<5).map { own.adding(days: 7 * $0) }.filter { $0 <= last }.map(\.monday)
    let start = min(max(1, week), days.count) - 1
    guard let calendar else { return days[start] }
    return days[start...].first { PanelCycle.mayMeet(inWeekOf: $0, in: calendar) }
      ?? days[..<start].last { PanelCycle.mayMeet(inWeekOf: $0, in: calendar) }
  }

  private func meeting(inWeekOf monday: Day, in calendar: SchoolCalendar?) -> PlannedMeeting? {
    let own = monday.adding(days: weekday.rawValue)
    guard let calendar else { return PlannedMeeting(own, isProvisional: true) }
    switch calendar.status(of: own) {
    case .open: return PlannedMeeting(own)
    case .unknown: return PlannedMeeting(own, isProvisional: true)
    case .closed(let reason):
      let open = (0..<5).map { monday.adding(days: $0) }.filter(calendar.isOpen)
      guard let day = open.first(where: { $0 > own }) ?? open.last else { return nil }
      return PlannedMeeting(day, movedFrom: MovedMeeting(day: own, reason: reason))
    }
  }

  private static func mayMeet(inWeekOf monday: Day, in calendar: SchoolCalendar) -> Bool {
    (0..<5).contains {
      let status = calendar.status(of: monday.adding(days: $0))
      return status == .open || status == .unknown
    }
  }
}

/// Where half terms begin, read from the school days themselves.
enum HalfTerms {
  /// The first school day after each break of a whole week, and the first of all.
  static func starts(in calendar: SchoolCalendar) -> [Day] {
    var starts: [Day] = []
    var last: Day?
    for day in calendar.openDays {
      if last.map({ day.monday.days(since: $0.monday) > 7 }) ?? true { starts.append(day) }
      last = day
    }
    return starts
  }
}
