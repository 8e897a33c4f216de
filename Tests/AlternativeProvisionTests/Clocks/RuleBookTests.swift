import AlternativeProvision
import Testing

@Suite("The rule book")
struct RuleBookTests {
  @Test("every rule has a reference, a basis, a length and words for what starts it")
  func complete() {
    for rule in RuleBook.standard.rules {
      #expect(!rule.reference.isEmpty && !rule.title.isEmpty && !rule.startsFrom.isEmpty)
      #expect(rule.length > 0)
      #expect((rule.basis == .localTarget) == (rule.localTarget != nil))
      #expect(rule.inForceFrom ?? .distantFuture != rule.inForceThrough ?? Day(number: 0))
    }
  }

  @Test("every clock has exactly one rule in force today", arguments: ClockKind.allCases)
  func today(kind: ClockKind) {
    let today = day("2026-11-22")
    #expect(
      RuleBook.standard.rules.filter { $0.kind == kind && $0.isInForce(on: today) }.count == 1)
    #expect(ClockKind(keyword: kind.keyword.uppercased()) == kind)
    #expect(kind.shortTitle.count <= 10)
  }

  @Test("no two rows of a clock are in force on one day, and none is missing between two")
  func dates() {
    for kind in ClockKind.allCases {
      let rows = RuleBook.standard.rules.filter { $0.kind == kind }
      for (one, next) in zip(rows, rows.dropFirst()) {
        #expect(one.inForceThrough?.adding(days: 1) == next.inForceFrom)
      }
    }
  }

  @Test("a case is judged by the rules of its own date")
  func effective() throws {
    let book = RuleBook.standard
    let before = try #require(book.rule(.directionNotice, on: day("2026-07-25")))
    let after = try #require(book.rule(.directionNotice, on: day("2026-07-26")))
    #expect(before.schools?.contains(.academy) == false)
    #expect(after.schools?.contains(.academy) == true)
    #expect(book.rule(.unexplainedMark, on: day("2024-08-18")) == nil)
  }

  @Test("a team's own targets change only what it may set")
  func targets() throws {
    let targets = LocalTargets([.placementReviewDays: 21])
    func length(_ kind: ClockKind) -> Int? {
      RuleBook.standard.rule(kind, on: day("2026-09-01"))?.adjusted(by: targets).length
    }
    #expect(length(.placementReview) == 21)
    #expect(length(.monitoringVisit) == 42)
    #expect(length(.sixthDayPermanent) == 6)
  }
}
