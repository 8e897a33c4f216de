import TestSupport
import Testing

@testable import TerminalUI

@Suite("Sharing out a length")
struct LayoutTests {
  @Test("fixed shares first, then weights share the rest to the last cell")
  func weights() {
    #expect(Layout.lengths(80, [.fixed(1), .weight(2), .weight(1), .fixed(1)]) == [1, 52, 26, 1])
    #expect(Layout.lengths(10, [.weight(1), .weight(1), .weight(1)]) == [3, 3, 4])
    #expect(Layout.lengths(11, [.weight(1), .weight(1)], gap: 1) == [5, 5])
  }

  @Test("a minimum is a floor, not a head start")
  func minimums() {
    #expect(Layout.lengths(100, [.weight(1, minimum: 30), .weight(1)]) == [50, 50])
    #expect(Layout.lengths(50, [.weight(1, minimum: 40), .weight(1)]) == [40, 10])
  }

  @Test("with too little room the last go short and nothing is negative")
  func short() {
    #expect(Layout.lengths(5, [.fixed(4), .fixed(4), .weight(1)]) == [4, 1, 0])
    #expect(Layout.lengths(0, [.fixed(4), .weight(1)]) == [0, 0])
  }

  @Test("whatever the shares, the sum is the length")
  func sums() {
    var random = SeededGenerator(2)
    for _ in 0..<500 {
      let total = Int.random(in: 0...300, using: &random)
      let shares = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        Share.weight(
          Int.random(in: 1...5, using: &random), minimum: Int.random(in: 0...40, using: &random))
      }
      let lengths = Layout.lengths(total, shares)
      #expect(lengths.reduce(0, +) == total && lengths.allSatisfy { $0 >= 0 })
    }
  }

  @Test("columns and rows lie side by side inside the rectangle")
  func rectangles() {
    let whole = Rect(x: 2, y: 3, width: 20, height: 10)
    let parts = whole.columns([.weight(1), .weight(1)], gap: 2)
    #expect(parts[0] == Rect(x: 2, y: 3, width: 9, height: 10))
    #expect(parts[1] == Rect(x: 13, y: 3, width: 9, height: 10))
    #expect(whole.rows([.fixed(1), .weight(1)])[1] == Rect(x: 2, y: 4, width: 20, height: 9))
  }
}
