import Glibc
import Testing

/// The program on the Linux console, as far as one can be had without a machine's own screen.
@Suite("On the Linux console", .enabled(if: ConsoleEmulator.isThere, "python3-pyte is missing"))
struct ConsoleTests {
  /// A session on a console, of which everything is kept that was written at each size.
  private final class Console {
    let scratch: Scratch
    let session: PseudoTerminal
    private var stretches: [ConsoleEmulator.Stretch] = []
    private var size: (columns: Int, rows: Int)
    private var taken = 0
    private var seen = 0
    private var events = 0

    init(_ arguments: [String] = [], columns: Int = 80, rows: Int = 25) throws {
      scratch = try Scratch()
      size = (columns, rows)
      session = try PseudoTerminal(
        sixthday: ["--caseload", SampleCaseload.copy(into: scratch)] + arguments, in: scratch,
        terminal: "linux", columns: columns, rows: rows)
      seen = try session.expect("\u{1b}]2;S0\u{7}")
    }

    /// Presses keys one after another, each in its own frame.
    func press(_ keys: String...) throws {
      for key in keys {
        session.type(key)
        events += 1
        try settle()
      }
    }

    func type(_ text: String) throws {
      for letter in text { try press(String(letter)) }
    }

    private func settle() throws {
      seen = try session.expect("\u{1b}]2;S\(events)\u{7}", after: seen)
    }

    func resize(columns: Int, rows: Int) throws {
      take()
      size = (columns, rows)
      session.resize(columns: columns, rows: rows)
      events += 1
      try settle()
    }

    private func take() {
      stretches.append(
        ConsoleEmulator.Stretch(
          columns: size.columns, rows: size.rows, bytes: Array(session.bytes[taken...])))
      taken = session.bytes.count
    }

    /// What the console shows now.
    func shown() throws -> ConsoleEmulator.Shown {
      take()
      return try ConsoleEmulator.screen(after: stretches, in: scratch)
    }
  }

  /// The characters that every font of a console has: ASCII, letters of Western Europe, and of lines and
  /// blocks those of the first graphic cards.
  private func isInFonts(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F, 0xA0..<0x250, 0x2500, 0x2502, 0x250C, 0x2510, 0x2514, 0x2518, 0x251C, 0x2524,
      0x252C, 0x2534, 0x253C, 0x2550...0x256C, 0x2584, 0x2588, 0x2591...0x2593:
      true
    default: false
    }
  }

  private func expectFontsHave(_ shown: ConsoleEmulator.Shown) {
    for line in shown.lines {
      let strange = line.unicodeScalars.filter { !isInFonts($0) }
      #expect(strange.isEmpty, "\(strange.map(String.init)) in \(line)")
    }
  }

  @Test("the board, a case and the help stand whole, in characters that its fonts have")
  func screens() throws {
    let console = try Console()
    let board = try console.shown()
    #expect(board.lines.count == 25 && board.lines.allSatisfy { $0.count <= 80 })
    #expect(board.line(with: "1 Open cases")?.hasPrefix("╔═ 1 Open cases ═") == true)
    #expect(board.contains("3 Attendance by provider") && board.contains("4 Quality"))
    #expect(board.lines.last?.hasPrefix("Enter Open  ? Help") == true)
    // The cursor stands on the row that is selected, and is not seen.
    #expect(board.cursor.y == 3 && !board.hasCursor)
    expectFontsHave(board)
    try console.press("j")
    #expect(try console.shown().cursor.y == 4)
    try console.press("k", "\r")
    let opened = try console.shown()
    #expect(opened.contains("1 Clocks") && opened.contains("Officer:"))
    expectFontsHave(opened)
    try console.press("?")
    let help = try console.shown()
    #expect(help.contains("Keys and signs") && help.contains("Go to the next case of the list"))
    expectFontsHave(help)
    try console.press("\u{1b}", "\u{1b}")
    let again = try console.shown()
    // The first line's figures may have been worked out since.
    #expect(again.lines.dropFirst() == board.lines.dropFirst())
  }

  @Test("bold stands where it makes a colour bright, and never makes black text grey")
  func colours() throws {
    let board = try Console().shown()
    let looks = Set(board.looks.joined())
    #expect(looks.count > 3)
    #expect(!looks.contains { $0.hasPrefix("black on") && $0.hasSuffix("bold") })
    // Of red and brown the console has no more than 2.7 and 4.0 to one on black.
    #expect(!looks.contains("red on black") && !looks.contains("brown on black"))
    #expect(looks.contains("red on black bold"))
  }

  @Test("a form is typed and saved, a letter with an accent too")
  func form() throws {
    let console = try Console()
    try console.press("a")
    try console.type("Zoë Quill")
    #expect(try console.shown().contains("Zoë Quill"))
    try console.press("\r", "\r")
    let saved = try console.shown()
    #expect(saved.contains("Zoë Quill"), "\(saved.lines)")
    try console.press("\r")
    #expect(try console.shown().contains("Officer: Zoë Quill"))
  }

  @Test("another size is taken up at once, with nothing left over of the last")
  func resized() throws {
    let console = try Console()
    try console.resize(columns: 100, rows: 37)
    let wide = try console.shown()
    #expect(wide.lines.count == 37)
    #expect(wide.lines.last?.hasPrefix("Enter Open") == true)
    #expect(wide.lines.filter { $0.contains("1 Open cases") }.count == 1)
    try console.resize(columns: 80, rows: 25)
    let narrow = try console.shown()
    let fresh = try Console().shown()
    #expect(narrow.lines.dropFirst() == fresh.lines.dropFirst())
  }

  @Test("leaving gives the console back, and no name stays on it, since it has no second screen")
  func left() throws {
    let console = try Console()
    #expect(try console.shown().contains("Open cases"))
    console.session.type("q")
    #expect(try console.session.ending() == .exited(0))
    #expect(console.session.isWhole)
    let after = try console.shown()
    #expect(after.lines.allSatisfy { $0.isEmpty }, "\(after.lines)")
    #expect(after.hasCursor)
  }
}
