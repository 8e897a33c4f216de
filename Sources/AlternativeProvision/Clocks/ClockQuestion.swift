/// A deadline to be worked out from an event and a calendar alone, without a case.
public struct ClockQuestion: Sendable {
  /// The clock.
  public var kind: ClockKind
  /// The day of the event from which the clock runs, or for a direction's notice back from which.
  public var event: Day
  /// The calendar; without one, school days cannot be counted and the answer is provisional.
  public var calendar: SchoolCalendar?
  /// The bank holidays by which working days are counted.
  public var bankHolidays: BankHolidays
  /// How a notice was sent, where the clock runs from its service.
  public var delivery: Delivery = .firstClassPost
  /// The first session missed, for an exclusion that began part-way through a day.
  public var firstSession: Session = .morning
  /// The length of a suspension in half days, where it matters.
  public var halfDays: Int?
  /// Whether the child is looked after or has a social worker, which sets a target on day one.
  public var expectsDayOne = false
  /// The sort of school, which decides some owners and whether some rules apply.
  public var schoolKind: SchoolKind?
  /// The day of the examination, for `examination`.
  public var examinationOn: Day?
  /// The day on which it was done, if it was.
  public var metOn: Day?
  /// The measures that the team set itself.
  public var targets = LocalTargets.usual

  /// A question about one clock from one event.
  public init(
    kind: ClockKind, event: Day, calendar: SchoolCalendar?,
    bankHolidays: BankHolidays = .statutory
  ) {
    self.kind = kind
    self.event = event
    self.calendar = calendar
    self.bankHolidays = bankHolidays
  }
}
