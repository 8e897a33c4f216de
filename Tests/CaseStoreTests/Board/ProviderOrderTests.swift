import AlternativeProvision
import TestSupport
import Testing

@testable import CaseStore

@Suite("the order of providers")
struct ProviderOrderTests {
  private static let columns: [ProviderColumn] =
    [
      .reference, .name, .kind, .registered, .directory, .pupilsNow, .attendance, .yearToDate,
      .change, .persistentAbsentees, .overall, .lastVisit, .nextVisit,
    ] + QualityStandard.allCases.map { .rating($0) }

  private func row(_ number: Int, _ chance: inout SeededGenerator) -> ProviderRow {
    var row = ProviderRow(
      id: Identifier(Int64(number)), reference: "P\(number)", name: "Provider \(number % 7)",
      kind: chance.one(of: ProviderKind.allCases), isRegistered: chance.happens(50),
      isInDirectory: chance.happens(50))
    func tally() -> AttendanceTally {
      AttendanceTally(attended: Int32(chance.below(200)), authorised: Int32(chance.below(50)))
    }
    row.pupilsNow = chance.below(30)
    if chance.happens(80) { row.attendance = tally() }
    if chance.happens(80) { row.yearToDate = tally() }
    for week in row.trend.indices where chance.happens(80) { row.trend[week] = tally() }
    row.persistentAbsentees = chance.below(9)
    row.overall = chance.happens(80) ? chance.one(of: Rating.allCases) : nil
    if chance.happens(80) {
      row.lastVisitOn = MadeUp.day(2026, 1, 1).adding(days: chance.below(300))
      row.nextVisitDue = row.lastVisitOn?.adding(months: 12)
    }
    for standard in QualityStandard.allCases where chance.happens(60) {
      row.ratings[standard] = chance.one(of: Rating.allCases)
    }
    return row
  }

  @Test("after one provider changes, every column sorts as if all were read anew")
  func followsOneChange() {
    var chance = SeededGenerator(31)
    var rows = (1...40).map { row($0, &chance) }
    let columns = CaseColumns(today: MadeUp.day(2026, 11, 23))
    let kept = ProviderList(columns: columns)
    kept.put(rows)
    for turn in 0..<120 {
      let place = chance.below(rows.count)
      rows[place] = row(place + 1, &chance)
      // A name that is another puts the names into another order too.
      if turn % 10 == 9 { rows[place].name = "Anew \(turn)" }
      kept.put([rows[place]])
      let fresh = ProviderList(columns: columns)
      fresh.put(rows)
      for column in Self.columns {
        for ascending in [true, false] {
          kept.sort = [SortKey(column, ascending: ascending)]
          fresh.sort = kept.sort
          #expect((0..<rows.count).map { kept[$0] } == (0..<rows.count).map { fresh[$0] })
        }
      }
    }
  }

  @Test("a room holds what was said of it, and takes every age where nobody said any")
  func rooms() {
    #expect(ProviderRoom().places == nil && ProviderRoom().takes(age: 3))
    let room = ProviderRoom(places: 0, lowestAge: 11, highestAge: nil)
    #expect(room.places == 0)
    #expect(!room.takes(age: 10) && room.takes(age: 11) && room.takes(age: 18))
    #expect(!ProviderRoom(places: 9, lowestAge: nil, highestAge: 16).takes(age: 17))
    // More places than anybody has are still many.
    #expect(ProviderRoom(places: 1 << 40, lowestAge: nil, highestAge: nil).places == 32_767)
  }
}
