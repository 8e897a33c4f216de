import AlternativeProvision
import CaseStore
import TerminalUI
import Testing
import Themes

@testable import Dashboard

@Suite("What is there again the next time")
struct RememberedLookTests {
  /// A state file in memory.
  private final class File { var bytes: [UInt8]? }

  private func open(
    _ file: File, _ small: SmallCaseload, settings: Settings = Settings(), themes: [String] = []
  ) throws -> DashboardApp {
    var setting = DashboardSetting(
      author: "A. Lead", settings: settings, now: { SmallCaseload.now })
    setting.themes = ThemeChoice(
      names: themes,
      theme: { _ in ThemeFile(Themes.dusk, name: "dusk", roles: Role.general).theme })
    setting.themeDecidedBy = settings.theme == Settings().theme ? nil : "--theme"
    setting.memory = LookMemory(read: { file.bytes }, write: { file.bytes = $0 })
    let app = try DashboardApp(
      caseload: small.caseload, today: SmallCaseload.today, size: Size(width: 120, height: 40),
      setting: setting)
    while app.hasWork { app.work() }
    _ = app.draw()
    return app
  }

  private func press(_ app: DashboardApp, _ keys: String...) throws {
    for key in keys {
      app.handle(.key(try #require(Key(key))))
      _ = app.draw()
    }
  }

  private func type(_ app: DashboardApp, _ text: String) {
    for scalar in text.unicodeScalars { app.handle(.key(Key(.character(scalar)))) }
    _ = app.draw()
  }

  @Test("panes, zoom, sorting, narrowing and the selected child are there again")
  func again() throws {
    let (file, small) = (File(), try SmallCaseload())
    let app = try open(file, small)
    try press(app, ">", ">", "+", "4", "v", "1", "f")
    type(app, "school")
    try press(app, "enter")
    type(app, "marsh")
    try press(app, "enter", "s")
    type(app, "child")
    try press(app, "enter", "S")
    type(app, "school days")
    try press(app, "enter", "j", "j")
    let before = app.draw().lines
    app.leave()
    let second = try open(file, small)
    #expect(Array(second.draw().lines.dropLast(2)) == Array(before.dropLast(2)))
    try press(second, "z")
    second.leave()
    #expect((try open(file, small).screens.first as? BoardScreen)?.isZoomed == true)
  }

  @Test("on a new day the board begins at its head, also where the row left is not read yet")
  func newDay() throws {
    let (file, small) = (File(), try SmallCaseload())
    let app = try open(file, small)
    var board = try #require(app.screens.first as? BoardScreen)
    var look = board.look(app.desk)
    look.day = app.desk.today.number - 1
    look.panes[0].selected = 987_654
    board.restore(look, desk: app.desk)
    #expect(board.panes[0].identity == app.desk.list(of: .cases).identity(at: 0))
    #expect(!board.panes[0].isChosen)
    // Later on the same day it is waited for.
    look.day = app.desk.today.number
    board.restore(look, desk: app.desk)
    #expect(board.panes[0].identity == 987_654)
  }

  @Test("nothing in the state file says who anybody is, or what was typed")
  func nothingPersonal() throws {
    let (file, small) = (File(), try SmallCaseload())
    let app = try open(file, small)
    try press(app, "f")
    type(app, "officer")
    try press(app, "enter")
    type(app, "shah")
    try press(app, "enter", "/")
    type(app, "marlow")
    try press(app, "enter")
    app.leave()
    let text = String(decoding: try #require(file.bytes), as: UTF8.self).lowercased()
    for word in ["shah", "marlow", "ben", "marsh", "larkfield", "ap-2026", "caseload.sqlite", "/"] {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(text.contains("selected"))
  }

  @Test("each caseload has its own, and a theme chosen on the screen is for all")
  func perCaseload() throws {
    let (file, one, other) = (File(), try SmallCaseload(), try SmallCaseload())
    let themes = ["dusk", "chalk"]
    let app = try open(file, one, themes: themes)
    try press(app, "3", "T", "down", "enter")
    #expect(app.desk.theme == "chalk")
    app.leave()
    let second = try open(file, other, themes: themes)
    #expect((second.screens.first as? BoardScreen)?.focus == .cases)
    #expect(second.desk.theme == "chalk")
    second.leave()
    #expect(
      (try open(file, one, themes: themes).screens.first as? BoardScreen)?.focus == .attendance)
    var settings = Settings()
    settings.theme = "contrast"
    #expect(try open(file, one, settings: settings, themes: themes).desk.theme == "contrast")
  }

  @Test(
    "a broken state file is left alone but for a note, and a strange line in a sound one for nothing",
    arguments: ["", "rubbish", "sixthday look 2\nfocus 1", "\u{0}\u{1}"])
  func broken(_ text: String) throws {
    let (file, small) = (File(), try SmallCaseload())
    file.bytes = Array(text.utf8)
    let app = try open(file, small)
    #expect(app.draw().lines.contains { $0.contains("starts anew") })
    app.leave()
    #expect(LookBook(try #require(file.bytes)) != nil)
  }

  @Test("numbers out of any range do no harm")
  func strange() throws {
    var look = RememberedLook()
    for line in [
      "focus 9", "across 99999999999999999999", "down -4", "hidden 0 1 2 3", "pane 7 selected 1",
      "pane 0 selected x", "pane 1 sort", "narrow", "narrow provider 1 2", "what is this",
    ] { look.take(line[...]) }
    #expect(look == RememberedLook())
    var book = LookBook()
    for number in 0..<50 { book.put(look, of: "/c\(number)") }
    #expect(book.looks.count == 20)
    #expect(LookBook(book.bytes) == book)
  }

  @Test("the theme chooser shows each as one comes to it, and Escape goes back")
  func themes() throws {
    let (file, small) = (File(), try SmallCaseload())
    let app = try open(file, small, themes: ["dusk", "chalk", "contrast"])
    try press(app, "T", "c")
    #expect(app.desk.theme == "chalk")
    try press(app, "c")
    #expect(app.desk.theme == "contrast")
    #expect(app.takeEffects().count == 2)
    try press(app, "esc")
    #expect(app.desk.theme == "dusk")
    #expect(app.screens.count == 1)
  }
}
