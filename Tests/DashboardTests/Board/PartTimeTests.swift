import Testing

@testable import Dashboard

@Suite("Education that is not full time")
struct PartTimeTests {
  @Test("a child past day six whose education is part time is neither without it nor done with")
  func halfASign() throws {
    let bench = try PlacingTests().form("fox", at: "boat", Bench())
    bench.type("23/11")
    bench.press("enter")
    bench.type("6")
    bench.press("enter")
    #expect(try bench.placements(of: "AP-2026-0001").map(\.sessionsPerWeek) == [6])
    #expect(bench.shows("◐ FOX"))
    #expect(bench.shows("Part time"))
    #expect(!bench.shows("█ FOX"))
  }
}
