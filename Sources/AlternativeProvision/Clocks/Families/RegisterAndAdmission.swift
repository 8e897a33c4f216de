extension ClockContext {
  /// The oldest N mark without a reason: five school days to find one.
  func addUnexplainedMark(to readings: inout [ClockReading]) {
    // Marks older than the rule set no clock, and must not hide those that do.
    let bound = facts.attendance.unexplained.filter { rule(.unexplainedMark, on: $0) != nil }
    guard let oldest = bound.min(), let rule = rule(.unexplainedMark, on: oldest) else { return }
    var reading = ClockReading(rule)
    reading.run(from: oldest, calendar: schoolCalendar, bankHolidays: bankHolidays)
    let days = bound.count
    if days > 1 {
      reading.remarks.append(
        .number("The oldest of", days, "days with an N; each has five school days of its own."))
    }
    readings.append(reading)
  }

  /// A place under the fair access protocol within twenty school days.
  func addFairAccess(to readings: inout [ClockReading]) {
    guard let agreed = facts.file.fairAccessAgreedOn, let rule = rule(.fairAccess, on: agreed)
    else { return }
    var reading = ClockReading(rule)
    reading.run(from: agreed, calendar: homeCalendar, bankHolidays: bankHolidays)
    reading.metOn = facts.file.fairAccessPlacedOn
    readings.append(reading)
  }
}
