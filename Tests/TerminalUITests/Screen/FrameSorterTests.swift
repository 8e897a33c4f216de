import TestSupport
import Testing

@testable import TerminalUI

/// A terminal just large enough to tell what stands in which cell, in which look, and where the cursor is.
private struct Grid: Equatable {
  let size: Size
  var cells: [String]
  var point = Point(x: 0, y: 0)
  private var look = "plain"
  private var last = ""

  init(_ size: Size) {
    self.size = size
    cells = Array(repeating: "", count: size.width * size.height)
  }

  static func == (left: Grid, right: Grid) -> Bool {
    left.cells == right.cells && left.point == right.point
  }

  private mutating func put(_ text: String) {
    cells[point.y * size.width + point.x] = text + " " + look
    point.x += 1
    last = text
  }

  mutating func read(_ bytes: [UInt8]) {
    var text = Substring(String(decoding: bytes, as: UTF8.self))
    while let first = text.first {
      text.removeFirst()
      switch first {
      case "\r": point.x = 0
      case "\u{8}": point.x -= 1
      case "\u{1B}" where text.first == "(": text.removeFirst(2)
      case "\u{1B}":
        text.removeFirst()
        let body = text.prefix { !$0.isLetter }
        text.removeFirst(body.count)
        let numbers = body.split(separator: ";").map { Int($0) ?? 0 }
        control(text.removeFirst(), numbers, body)
      default: put(String(first))
      }
    }
  }

  private mutating func control(_ final: Character, _ numbers: [Int], _ body: Substring) {
    let count = max(1, numbers.first ?? 1)
    switch final {
    case "m": for code in numbers.isEmpty ? [0] : numbers { take(code) }
    case "H": point = Point(x: (numbers.count > 1 ? numbers[1] : 1) - 1, y: count - 1)
    case "G": point.x = count - 1
    case "d": point.y = count - 1
    case "C": point.x += count
    case "b": for _ in 0..<count { put(last) }
    case "X", "K":
      let end = final == "K" ? size.width : min(size.width, point.x + count)
      for x in point.x..<end { cells[point.y * size.width + x] = "erased " + look }
    default: break
    }
  }

  /// Only one colour of text and bold, which is enough to tell looks apart.
  private mutating func take(_ code: Int) {
    let isBold = look.hasPrefix("bold")
    switch code {
    case 0: look = "plain"
    case 1: look = isBold ? look : "bold " + look
    case 22: look = isBold ? String(look.dropFirst(5)) : look
    default: look = (isBold ? "bold " : "") + (code == 39 ? "plain" : String(code))
    }
  }
}

@Suite("A frame in the order of its looks")
struct FrameSorterTests {
  private let size = Size(width: 20, height: 6)

  private func sorted(
    _ text: String, _ squeezer: inout LookSqueezer, from place: Point? = Point(x: 0, y: 0)
  ) -> [UInt8]? {
    Array(text.utf8).withUnsafeBufferPointer {
      FrameSorter.sorted($0, from: place, on: size, squeezer: &squeezer)
    }
  }

  /// A squeezer for a terminal whose first frame has been shown.
  private func squeezer() -> LookSqueezer {
    var squeezer = LookSqueezer(endsSingly: true)
    var out: [UInt8] = []
    Array("\u{1B}(B\u{1B}[m ".utf8).withUnsafeBufferPointer {
      squeezer.squeeze($0, into: &out)
    }
    return squeezer
  }

  @Test("two colours that take turns are said once each")
  func turns() throws {
    var squeezer = squeezer()
    let frame = (1...3).map { "\u{1B}[\($0);3H\u{1B}[31mab\u{1B}[32mcd" }.joined()
    let out = try #require(sorted(frame, &squeezer))
    #expect(
      String(decoding: out, as: UTF8.self)
        == "\u{1B}[1;3H\u{1B}[31mab\u{1B}[2;3Hab\u{1B}[3;3Hab"
        + "\u{1B}[d\u{1B}[32mcd\u{1B}[2;5Hcd\u{1B}[3;5Hcd")
  }

  @Test("whatever is written, the same stands in every cell, and the cursor where it stood")
  func same() {
    var random = SeededGenerator(4)
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    var sortedFrames = 0
    for _ in 0..<600 {
      var squeezer = squeezer()
      var plain = Grid(size)
      var shuffled = Grid(size)
      var frame = ""
      for row in 1...size.height where number(0...3) > 0 {
        frame += "\u{1B}[\(row);\(number(1...4))H"
        for _ in 0..<number(1...4) {
          frame +=
            ["\u{1B}[31m", "\u{1B}[32m", "\u{1B}[1m", "\u{1B}[22m", "\u{1B}[m"][number(0...4)]
          frame +=
            ["a", "bc", "é─", "x\u{1B}[3b", "\u{1B}[2X\u{1B}[2C", "\u{1B}[2C"][number(0...5)]
        }
        if number(0...3) == 0 { frame += "\u{1B}[31m\u{1B}[K" }
      }
      frame += ["", "\r", "\u{1B}[4;5H", "\u{1B}[9G", "\u{1B}[2d"][number(0...4)]
      guard let out = sorted(frame, &squeezer) else { continue }
      sortedFrames += 1
      plain.read(Array(frame.utf8))
      shuffled.read(out)
      #expect(plain == shuffled, "\(frame.debugDescription)")
    }
    #expect(sortedFrames > 500)
  }

  @Test(
    "what depends on its order keeps it",
    arguments: [
      "a\u{1B}[2Lb", "a\u{1B}[Pb", "a\u{1B}[Jb", "a\nb", "a\u{1B}[1;1Hb", "a\u{1B}[1Kb",
      "a\u{1B}[1;19Hbcd", "a\u{1B}[38:2::1:2:3mb", "a\u{1B}]2;x\u{7}b", "\u{1B}[3b",
    ])
  func ordered(frame: String) {
    var squeezer = squeezer()
    #expect(sorted(frame, &squeezer) == nil)
  }

  @Test("the first frame clears the screen in its look before anything is written")
  func first() throws {
    var squeezer = LookSqueezer(endsSingly: true)
    let frame =
      "\u{1B}[?1049h\u{1B}[1;6r\u{1B}(B\u{1B}[m\u{1B}[4l\u{1B}[44m\u{1B}[H\u{1B}[2J"
      + "\u{1B}[31ma\u{1B}[32mb\u{1B}[31mc"
    let out = try #require(sorted(frame, &squeezer, from: nil))
    #expect(
      String(decoding: out, as: UTF8.self)
        == "\u{1B}[?1049h\u{1B}[m\u{1B}[1;6r\u{1B}(B\u{1B}[4l\u{1B}[44m\u{1B}[2J"
        + "\u{1B}[H\u{1B}[31ma\u{1B}[Cc\u{1B}[2G\u{1B}[32mb\u{1B}[C")
    var unplaced = self.squeezer()
    #expect(sorted("\u{1B}[31mabc", &unplaced, from: nil) == nil)
  }

  @Test("the cursor is hidden first and shown last")
  func cursor() throws {
    var squeezer = squeezer()
    let out = try #require(
      sorted("\u{1B}[?25l\u{1B}[31ma\u{1B}[32mb\u{1B}[31mc\u{1B}[?12l\u{1B}[?25h", &squeezer))
    #expect(
      String(decoding: out, as: UTF8.self)
        == "\u{1B}[?25l\u{1B}[H\u{1B}[31ma\u{1B}[Cc\u{1B}[2G\u{1B}[32mb\u{1B}[C"
        + "\u{1B}[?12l\u{1B}[?25h")
  }
}
