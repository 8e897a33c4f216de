/// The figures that matter now, for the whole caseload.
public struct Headline: Hashable, Sendable {
  /// Open cases.
  public var open = 0
  /// Cases past the sixth school day without the education that is owed.
  public var pastDaySix = 0
  /// Cases with a clock that has run out, those past day six included.
  public var overdue = 0
  /// Cases whose next clock runs out today or by the second school day after it.
  public var dueWithinTwoSchoolDays = 0
  /// Children to whom education is owed and who have no place today.
  public var outOfEducationToday = 0
  /// Providers whose latest visit rated them red.
  public var redProviders = 0

  /// Nothing at all.
  public init() {}
}
