import AlternativeProvision
import TestSupport
import Testing

/// Suspensions tried at random against a walk from session to session, written another way: a list of
/// every session of the school, of which each suspension takes the next so many.
@Suite("Suspensions at random")
struct SessionWalkTests {
  struct Sitting: Hashable {
    var day: Day
    var session: Session
  }

  static let sittings: [Sitting] = MadeUp.calendar.openDays
    .filter { $0 <= day("2026-07-21") }
    .flatMap { [Sitting(day: $0, session: .morning), Sitting(day: $0, session: .afternoon)] }

  /// Suspensions in order, each taking sittings from where the last stopped or a little later.
  static func suspensions(_ dice: inout SeededGenerator) -> (
    facts: [ExclusionFacts], taken: [[Sitting]]
  ) {
    var position = Int.random(in: 0..<200, using: &dice)
    var facts: [ExclusionFacts] = []
    var taken: [[Sitting]] = []
    for number in 1...Int.random(in: 1...6, using: &dice) {
      let length = Int.random(in: 1...16, using: &dice)
      guard position + length <= sittings.count else { break }
      let mine = Array(sittings[position..<position + length])
      facts.append(
        MadeUp.suspension(
          Int64(number), mine[0].day.iso, sessions: length, from: mine[0].session))
      taken.append(mine)
      position += length + [0, 0, 1, 2, 3, 5, 9].randomElement(using: &dice, or: 0)
    }
    return (facts, taken)
  }

  /// The sixth days of every stretch of school days in which no day was wholly attended.
  static func sixthDays(_ taken: [[Sitting]]) -> [Day] {
    let out = Set(taken.joined().map(\.day))
    var found: [Day] = []
    var run = 0
    for day in MadeUp.calendar.openDays {
      run = out.contains(day) ? run + 1 : 0
      if run == 6 { found.append(day) }
    }
    return found
  }

  @Test("chains, totals of the term and of the year agree with a walk over sessions")
  func walk() throws {
    var dice = SeededGenerator(26)
    for _ in 0..<1500 {
      let (exclusions, taken) = SessionWalkTests.suspensions(&dice)
      guard !exclusions.isEmpty else { continue }
      let facts = MadeUp.facts(
        .longSuspension, opened: "2025-09-01", exclusions: exclusions.shuffled(using: &dice),
        named: 1)
      let readings = ClockEngine().readings(for: facts)
      #expect(
        readings.filter { $0.kind == .sixthDaySuspension }.compactMap { $0.deadline?.day }
          == SessionWalkTests.sixthDays(taken))
      #expect(
        readings.first { $0.kind == .yearLimit45 }?.tally?.halfDays == taken.joined().count)
      for (index, exclusion) in exclusions.enumerated() {
        let most = SessionWalkTests.mostInATerm(taken, through: index)
        let kinds = readings.filter { $0.exclusion == exclusion.id }.map(\.kind)
        #expect(kinds.contains(.governors15) == (most > 30), "\(most) halves")
        #expect(kinds.contains(.governors50) == (most > 10 && most <= 30), "\(most) halves")
      }
    }
  }

  @Test("of notices that overlap at one school every session is counted once")
  func overlaps() throws {
    var dice = SeededGenerator(45)
    for _ in 0..<500 {
      var taken: [[Sitting]] = []
      for _ in 0..<Int.random(in: 2...5, using: &dice) {
        let start = Int.random(in: 0..<60, using: &dice)
        let length = Int.random(in: 1...16, using: &dice)
        taken.append(Array(SessionWalkTests.sittings[start..<start + length]))
      }
      taken.sort { ($0[0].day, $0[0].session) < ($1[0].day, $1[0].session) }
      let exclusions = taken.enumerated().map { number, mine in
        MadeUp.suspension(
          Int64(number + 1), mine[0].day.iso, sessions: mine.count, from: mine[0].session)
      }
      let readings = ClockEngine().readings(
        for: MadeUp.facts(
          .longSuspension, opened: "2025-09-01", exclusions: exclusions, named: 1))
      let all = Set(taken.joined())
      #expect(readings.first { $0.kind == .yearLimit45 }?.tally?.halfDays == all.count)
      #expect(
        readings.filter { $0.kind == .sixthDaySuspension }.compactMap { $0.deadline?.day }
          == SessionWalkTests.sixthDays(taken))
      let last = exclusions[exclusions.count - 1].id
      let kinds = readings.filter { $0.exclusion == last }.map(\.kind)
      #expect(kinds.contains(.governors15) == (all.count > 30), "\(all.count) halves")
      #expect(
        kinds.contains(.governors50) == (all.count > 10 && all.count <= 30), "\(all.count) halves")
    }
  }

  /// The most half days in a term that the suspension touches, up to and including it.
  static func mostInATerm(_ taken: [[Sitting]], through index: Int) -> Int {
    func term(_ day: Day) -> Int {
      if day <= AlternativeProvisionTests.day("2025-12-31") { return 1 }
      return day <= AlternativeProvisionTests.day("2026-04-06") ? 2 : 3
    }
    let touched = Set(taken[index].map { term($0.day) })
    return touched.map { wanted in
      taken[0...index].joined().count { term($0.day) == wanted }
    }.max() ?? 0
  }
}

extension Array {
  func randomElement(using dice: inout SeededGenerator, or other: Element) -> Element {
    randomElement(using: &dice) ?? other
  }
}
