import AlternativeProvision
import CaseStore
import MadeUpCaseload
import TerminalUI
import Testing

@testable import Dashboard

@Suite("The board on a team's caseload", .serialized)
struct TeamSizeTests {
  static func teamBench(_ width: Int, _ height: Int) throws -> Bench {
    let small = try SmallCaseload(isEmpty: true)
    try MadeUpCaseload(.team, today: SmallCaseload.today).fill(small.caseload)
    return try Bench(width, height, small: small, isDemo: true)
  }

  @Test("every pane opens at its head, where what matters most stands", arguments: [80, 200])
  func heads(width: Int) throws {
    let bench = try TeamSizeTests.teamBench(width, 50)
    let board = try #require(bench.app.screens.first as? BoardScreen)
    for kind in PaneKind.allCases {
      let pane = board.panes[kind.rawValue]
      #expect(pane.position.top == 0 && pane.position.selected == 0, "\(kind)")
      #expect(pane.identity == bench.app.desk.list(of: kind).identity(at: 0), "\(kind)")
    }
    let first = bench.app.desk.board.providers[0].name
    #expect(bench.shows(String(first.prefix(12))))
  }

  @Test("who places a child goes on with the next one: the list stays where it is")
  func placed() throws {
    let bench = try TeamSizeTests.teamBench(80, 24)
    let list = bench.app.desk.list(of: .cases)
    let (first, next) = (list.identity(at: 0), list.identity(at: 1))
    bench.press("p", "enter")
    bench.type("20/11")
    for _ in 0..<4 where !bench.shows("started on") { bench.press("enter") }
    #expect(bench.shows("started on"))
    #expect(try #require(first.flatMap { bench.app.desk.list(of: .cases).row(of: $0) }) > 50)
    let board = try #require(bench.app.screens.first as? BoardScreen)
    for kind in [PaneKind.cases, .days] {
      #expect(board.panes[kind.rawValue].position.top == 0, "\(kind)")
      #expect(board.panes[kind.rawValue].position.selected == 0, "\(kind)")
    }
    #expect(board.panes[0].identity == next)
  }

  @Test("a moved selection costs little")
  func cheapMoves() throws {
    let bench = try TeamSizeTests.teamBench(120, 40)
    let clock = ContinuousClock()
    let rounds = 200
    let spent = clock.measure {
      for _ in 0..<rounds {
        bench.app.handle(.key(Key(.down)))
        _ = bench.app.draw()
      }
    }
    // A build for debugging is an order of magnitude slower than the program: 0.3 ms there.
    #expect(spent / rounds < .milliseconds(8))
  }
}
