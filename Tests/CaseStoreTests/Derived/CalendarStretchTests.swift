import AlternativeProvision
import TestSupport
import Testing

@testable import CaseStore

@Suite("what is kept of calendars")
struct CalendarStretchTests {
  let shelf = Shelf()

  /// Years of made-up terms, some far from the next, so that nobody knows what lies between.
  private func years(_ chance: inout SeededGenerator) -> [SchoolYear] {
    var years: [SchoolYear] = []
    for start in [2023, 2024, 2025, 2026] where chance.below(4) > 0 {
      var year = MadeUpTeam.year(start)
      if chance.below(3) == 0 { year.terms.removeLast(1 + chance.below(2)) }
      if chance.below(4) == 0 { year.terms.removeFirst() }
      if chance.below(3) == 0 {
        let first = MadeUp.day(start, 11, 2).adding(days: chance.below(40))
        year.closures.append(
          Closure(
            name: "flood", kind: .closure, first: first, last: first.adding(days: chance.below(9))))
      }
      years.append(year)
    }
    return years
  }

  @Test("what the stretches say of a day is what the calendar itself says", arguments: 1...6)
  func agreesWithCalendars(seed: Int) throws {
    var chance = SeededGenerator(UInt64(seed))
    let caseload = try shelf.caseload()
    let authorities = [301, 340, 341, 351, 888]
    try caseload.change(by: "Ada", at: MadeUp.now, cause: "calendars") { door in
      for authority in authorities {
        for year in years(&chance) { try door.put(year, of: .authority(authority)) }
      }
      let school = try door.put(School(urn: 999_001, authority: 888, name: "Made-up School")).id
      for year in years(&chance) { try door.put(year, of: .school(school)) }
    }
    let book = try caseload.calendarBook()
    let owners =
      book.authorities.map { (-Int64($0.key), $0.value) }
      + book.schools.map { ($0.key.number, $0.value) }
    var known = 0
    for number in stride(
      from: MadeUp.day(2023, 6, 1).number, to: MadeUp.day(2027, 12, 1).number, by: 3)
    {
      let day = Day(number: number)
      let moments = try CalendarStretches(caseload.connection).moments(on: day)
      #expect(moments.count == owners.count)
      for (owner, calendar) in owners {
        let moment = CalendarMoment(calendar, today: day)
        #expect(moments[owner] == moment)
        if moment.openDaysThroughToday != nil { known += 1 }
        guard owner > 0, let end = calendar.knownThrough else { continue }
        let from = day.adding(days: -chance.below(200))
        let counted = try SchoolDayCounter(caseload).count(
          from: from, through: day, at: Identifier(owner))
        #expect(counted == (day <= end ? calendar.openDays(from: from, through: day) : nil))
      }
    }
    #expect(known > 200)
  }

  @Test("a bank holiday that comes later is taken out of every calendar that is kept")
  func followsBankHolidays() throws {
    let caseload = try shelf.caseload()
    try caseload.change(by: "Ada", at: MadeUp.now, cause: "terms") { door in
      try door.put(MadeUpTeam.year(2026), of: .authority(888))
    }
    let friday = MadeUp.day(2026, 11, 20)
    let stretches = CalendarStretches(caseload.connection)
    let before = try #require(try stretches.moments(on: friday)[-888])
    #expect(before.secondSchoolDay == MadeUp.day(2026, 11, 24).number)
    try caseload.change(by: "Ada", at: MadeUp.now, cause: "a holiday") { door in
      try door.put(
        BankHolidays(
          [MadeUp.day(2026, 11, 23): "day of mourning"], knownThrough: MadeUp.day(2027, 12, 31)))
    }
    let after = try #require(try stretches.moments(on: friday)[-888])
    #expect(after.secondSchoolDay == MadeUp.day(2026, 11, 25).number)
    try caseload.undo(by: "Ada", at: MadeUp.now)
    #expect(try stretches.moments(on: friday)[-888] == before)
  }

  @Test("one calendar is read without the others, a school's own before its authority's")
  func readsOne() throws {
    let caseload = try shelf.caseload()
    var own: Identifier<School>?
    var other: Identifier<School>?
    try caseload.change(by: "Ada", at: MadeUp.now, cause: "terms") { door in
      try door.put(MadeUpTeam.year(2026), of: .authority(888))
      own = try door.put(School(urn: 999_001, authority: 888, name: "Made-up School")).id
      other = try door.put(School(urn: 999_002, authority: 888, name: "Another")).id
      if let own {
        try door.put(
          MadeUpTeam.year(2026, inset: MadeUp.day(2026, 11, 23)), of: .school(own))
      }
    }
    let inset = MadeUp.day(2026, 11, 23)
    #expect(try caseload.calendar(for: own, authority: 888)?.isOpen(inset) == false)
    #expect(try caseload.calendar(for: other, authority: 888)?.isOpen(inset) == true)
    #expect(try caseload.calendar(for: nil, authority: 888)?.name == "Lancashire")
    #expect(try caseload.calendar(for: other, authority: 999) == nil)
  }
}
