import Glibc
import Testing

/// Panes hidden and shown again, moved and made even, and found so by the next start.
@Suite("Panes arranged in a real terminal")
struct ArrangingTests {
  private func open(
    _ scratch: Scratch, _ arguments: [String], columns: Int, rows: Int
  ) throws -> Terminal {
    try Terminal(
      sixthday: arguments + ["--caseload", scratch.file("caseload.sqlite3")], in: scratch,
      columns: columns, rows: rows, environment: ["USER": "Marian Holroyd"])
  }

  /// Leaves from wherever one is.
  private func leave(_ terminal: Terminal) throws {
    try terminal.pressWithoutWaiting(["C-c", "C-c"])
    #expect(try terminal.exitCode() == 0)
  }

  private func frames(_ titles: [String], _ terminal: Terminal) throws -> [Frame?] {
    let screen = try terminal.screen()
    return titles.map { screen.frame($0) }
  }

  @Test("on the board: a hidden pane's room goes to its neighbour, and its number brings it back")
  func board() throws {
    let titles = ["1 Open", "2 Days", "3 Attendance", "4 Quality"]
    let scratch = try Scratch()
    _ = try SampleCaseload.copy(into: scratch)
    let terminal = try open(scratch, [], columns: 120, rows: 40)
    let even = try frames(titles, terminal).map { try #require($0) }
    #expect(even[0].height + even[2].height == 37 && even[0].width + even[1].width == 120)
    try terminal.press("4", "v")
    var now = try frames(titles, terminal)
    #expect(now[3] == nil && now[1]?.height == 37)
    #expect(now[0] == even[0] && now[2] == even[2])
    #expect(try terminal.screen().contains("4 shows it again"))
    try terminal.press("4")
    #expect(try frames(titles, terminal) == even)
    // Hidden, wider and taller, as the next start finds it.
    try terminal.press("2", "v", "1", "+", "+", "4", "<")
    now = try frames(titles, terminal)
    #expect(now[1] == nil && now[3]?.height == 37 && now[3]?.width == even[3].width - 4)
    #expect(now[0]?.height == even[0].height + 4)
    try leave(terminal)
    let next = try open(scratch, [], columns: 120, rows: 40)
    #expect(try frames(titles, next) == now)
    try next.press("2")
    #expect(try next.screen().frame("2 Days") != nil)
    // All of them as large as suits the window, by one key, and so they stay.
    try next.press("=")
    #expect(try frames(titles, next) == even)
    try leave(next)
    #expect(try frames(titles, open(scratch, [], columns: 120, rows: 40)) == even)
  }

  @Test("in a case: a hidden part comes back by its number, for the next case and the next start")
  func caseFile() throws {
    let titles = [
      "1 Clocks", "2 Timeline", "3 Placements", "4 Attendance", "5 Views", "6 History",
    ]
    let scratch = try Scratch()
    _ = try SampleCaseload.copy(into: scratch)
    let terminal = try open(scratch, [], columns: 200, rows: 60)
    try terminal.press("Enter")
    let even = try frames(titles, terminal).map { try #require($0) }
    try terminal.press("3", "v")
    var now = try frames(titles, terminal)
    #expect(now[2] == nil && now.compactMap(\.self).count == 5)
    #expect(try terminal.screen().contains("Placements is hidden: 3 shows it again."))
    try terminal.press("3")
    #expect(try frames(titles, terminal) == even)
    try terminal.press("1", ">", ">", "5", "v", "2")
    now = try frames(titles, terminal)
    #expect(now[0]?.width == even[0].width + 8 && now[4] == nil)
    try terminal.press("]")
    #expect(try frames(titles, terminal).map { $0?.width } == now.map { $0?.width })
    try terminal.press("[")
    try leave(terminal)
    let next = try open(scratch, [], columns: 200, rows: 60)
    try next.press("Enter")
    #expect(try frames(titles, next) == now)
    try next.press("=")
    #expect(try frames(titles, next) == even)
    try leave(next)
  }

  @Test("in a meeting: brief and decision are moved, made even, and found so by the next start")
  func meeting() throws {
    let scratch = try Scratch()
    _ = try SampleCaseload.copy(into: scratch, withPanels: true)
    let call = ["panel", "meet"]
    // What is written before there is a quorum.
    let titles = ["Brief", "Recommendation"]
    let terminal = try open(scratch, call, columns: 160, rows: 45)
    let even = try frames(titles, terminal).map { try #require($0) }
    try terminal.press(">", ">", ">")
    let now = try frames(titles, terminal)
    #expect(now[0]?.width == even[0].width + 12 && now[1]?.width == even[1].width - 12)
    try terminal.press("z")
    #expect(try terminal.screen().frame("Recommendation") == nil)
    try terminal.press("z")
    #expect(try frames(titles, terminal) == now)
    try leave(terminal)
    let next = try open(scratch, call, columns: 160, rows: 45)
    #expect(try frames(titles, next) == now)
    try next.press("=")
    #expect(try frames(titles, next) == even)
    try leave(next)
    #expect(
      try frames(titles, open(scratch, call, columns: 160, rows: 45)) == even)
  }
}
