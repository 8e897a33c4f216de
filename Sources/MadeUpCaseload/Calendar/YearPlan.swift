import AlternativeProvision

/// How a made-up school or authority lays out its year: 195 openings, five of them INSET days.
struct YearPlan: Sendable {
  /// Weeks off in October: one, or two for the schools that bring the summer forward.
  var octoberWeeks = 1
  /// How many of the five INSET days open the autumn term.
  var insetInSeptember = 2
  /// Which Monday after the May half term is an INSET day.
  var insetInSummer = 2

  /// The school year that begins in September of `year`.
  func schoolYear(beginningIn year: Int) -> SchoolYear {
    let october = YearPlan.lastMonday(year, 10)
    let february = YearPlan.day(year + 1, 2, 16).monday
    let may = YearPlan.lastMonday(year + 1, 5)
    let easter = Easter.sunday(year + 1)
    let halves = [
      Closure(
        name: "October half term", kind: .halfTerm,
        first: october.adding(days: -7 * (octoberWeeks - 1)), last: october.adding(days: 4)),
      Closure(
        name: "February half term", kind: .halfTerm, first: february,
        last: february.adding(days: 4)),
      Closure(name: "May half term", kind: .halfTerm, first: may, last: may.adding(days: 4)),
    ]
    func isOpening(_ day: Day) -> Bool {
      BankHolidays.statutory.isWorkingDay(day)
        && !halves.contains { $0.first <= day && day <= $0.last }
    }
    func opening(onOrAfter day: Day) -> Day {
      var day = day
      while !isOpening(day) { day = day.adding(days: 1) }
      return day
    }
    let autumn = opening(onOrAfter: YearPlan.day(year, 9, 1))
    let friday = YearPlan.day(year, 12, 20).monday.adding(days: 4)
    let autumnEnd = friday.dayOfMonth > 20 ? friday.adding(days: -7) : friday
    let spring = opening(onOrAfter: YearPlan.day(year + 1, 1, 3))
    let springEnd = easter.adding(days: -9)
    let summer = opening(onOrAfter: easter.adding(days: 8))

    var openings = 0
    for (first, last) in [(autumn, autumnEnd), (spring, springEnd)] {
      var day = first
      while day <= last {
        if isOpening(day) { openings += 1 }
        day = day.adding(days: 1)
      }
    }
    // The year ends when its 195 openings are reached, as authorities settle it.
    var end = summer
    while true {
      if isOpening(end) { openings += 1 }
      if openings == 195 { break }
      end = end.adding(days: 1)
    }
    var inset: [Day] = []
    var next = autumn
    for _ in 0..<insetInSeptember {
      inset.append(next)
      next = opening(onOrAfter: next.adding(days: 1))
    }
    inset.append(october.adding(days: 7))
    inset.append(spring)
    var june = may.adding(days: 7 * insetInSummer)
    while inset.count < 5 {
      inset.append(june)
      june = june.adding(days: 7)
    }
    let closures =
      halves + inset.map { Closure(name: "INSET day", kind: .inset, first: $0, last: $0) }
    return SchoolYear(
      label: SchoolYear.label(startYear: year),
      terms: [
        Term(name: "Autumn term", first: autumn, last: autumnEnd),
        Term(name: "Spring term", first: spring, last: springEnd),
        Term(name: "Summer term", first: summer, last: end),
      ],
      closures: closures.sorted { $0.first < $1.first })
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day(year: year, month: month, day: day) ?? Day(number: 0)
  }

  private static func lastMonday(_ year: Int, _ month: Int) -> Day {
    day(year, month, Day.length(ofMonth: month, year: year)).monday
  }
}
