import AlternativeProvision
import TestSupport
import Testing

@testable import CaseStore

@Suite struct DerivationTests {
  private let today = MadeUp.day(2026, 11, 23)

  @Test(
    "what each change leaves beside the records is what making it all anew gives", arguments: 1...4)
  func keepsUp(seed: Int) throws {
    let shelf = Shelf()
    let team = try MadeUpTeam(try shelf.caseload(), today: today, seed: UInt64(seed))
    try team.addCases(40)
    try team.mark(children: 30, days: 40)
    for _ in 0..<60 {
      try team.changeSomething()
      let kept = try team.caseload.derived()
      try team.caseload.rebuildDerived(on: today)
      let made = try team.caseload.derived()
      #expect(kept == made)
      if kept != made {
        Issue.record("only kept: \(Set(kept).subtracting(made).sorted().prefix(4))")
        Issue.record("only made: \(Set(made).subtracting(kept).sorted().prefix(4))")
        return
      }
    }
  }

  @Test("a change that is refused leaves nothing behind")
  func leavesNothingOfARefusedChange() throws {
    let shelf = Shelf()
    let team = try MadeUpTeam(try shelf.caseload(), today: today, seed: 9)
    try team.addCases(5)
    let before = try team.caseload.derived()
    #expect(throws: StoreError.self) {
      try team.change { door in
        try door.put(
          Placement(
            file: team.files[0].id, provider: team.providers[0], startsOn: today,
            sessionsPerWeek: 5))
        throw StoreError(.refused, "no", toDo: "nothing")
      }
    }
    #expect(try team.caseload.derived() == before)
  }

  @Test("weeks packed in a number give back the four weeks before and this one")
  func packsWeeks() {
    var chance = SeededGenerator(5)
    for _ in 0..<200 {
      let latest = MadeUp.day(2026, 11, 16).number
      var packed: Int64 = 0
      var weeks: [Int32: (Int, Int)] = [:]
      for weeksAgo in 0..<8 {
        let possible = chance.below(15)
        let attended = chance.below(possible + 1)
        weeks[latest - Int32(weeksAgo * 7)] = (attended, possible)
        packed = PackedWeeks.adding(
          AttendanceTally(attended: Int32(attended), authorised: Int32(possible - attended)),
          weeksAgo: weeksAgo, to: packed)
      }
      let monday = latest + Int32((chance.below(6) - 3) * 7)
      let recent = PackedWeeks.recent(packed, latestWeek: latest, monday: monday)
      let expected = weeks.filter {
        $0.key <= monday && $0.key >= monday - 56 && $0.value.1 > 0
      }.sorted { $0.key > $1.key }.prefix(4).map(\.value)
      #expect(recent.attended == expected.reduce(0) { $0 + $1.0 })
      #expect(recent.possible == expected.reduce(0) { $0 + $1.1 })
    }
  }
}
