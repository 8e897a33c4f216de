import AlternativeProvision
import CaseStore
import TerminalUI
import Testing

@testable import Dashboard

@Suite("Everyday manners")
struct MannersTests {
  /// A clock that a test sets.
  private final class Watch { var time = Duration.zero }

  private func app(
    _ watch: Watch, _ change: (inout Settings) -> Void = { _ in }
  ) throws -> (DashboardApp, SmallCaseload) {
    let small = try SmallCaseload()
    var settings = Settings()
    change(&settings)
    let app = try DashboardApp(
      caseload: small.caseload, today: SmallCaseload.today, size: Size(width: 80, height: 24),
      setting: DashboardSetting(
        author: "A. Lead", settings: settings, now: { SmallCaseload.now },
        stopwatch: { watch.time }))
    while app.hasWork { app.work() }
    return (app, small)
  }

  private func copied(_ app: DashboardApp) -> [String] {
    app.takeEffects().compactMap { if case .copy(let text) = $0 { text } else { nil } }
  }

  @Test("after ten idle minutes nothing of the caseload stands on the screen, until a key")
  func blank() throws {
    let watch = Watch()
    let (app, _) = try app(watch)
    #expect(app.deadline == .seconds(600))
    watch.time = .seconds(500)
    app.handle(.key(Key(.down)))
    let before = app.draw().lines
    #expect(app.deadline == .seconds(1100))
    watch.time = .seconds(1100)
    app.passTime()
    let lines = app.draw().lines
    #expect(lines.allSatisfy { !$0.contains("FOX") && !$0.contains("Open cases") })
    #expect(lines.contains { $0.contains("Any key shows it again") })
    #expect(app.deadline == nil)
    // The key that shows it does nothing else: q would have left.
    app.handle(.key(Key(.character("q"))))
    #expect(!app.isFinished)
    #expect(app.draw().lines == before)
    #expect(app.deadline == .seconds(1700))
  }

  @Test("a covered screen stays covered when the window changes or others write")
  func stillBlank() throws {
    let watch = Watch()
    let (app, _) = try app(watch)
    watch.time = .seconds(600)
    app.passTime()
    app.handle(.resize(Size(width: 120, height: 40)))
    app.handle(.wake(3))
    app.handle(.mouse(Mouse(.wheelDown, at: Point(x: 3, y: 4))))
    #expect(app.draw().lines.count == 40)
    #expect(!app.draw().lines.contains { $0.contains("FOX") })
    app.handle(.mouse(Mouse(.press, at: Point(x: 3, y: 4))))
    #expect(app.draw().lines.contains { $0.contains("FOX") })
  }

  @Test("the shared view is not covered, since it is meant for whoever is in the room")
  func shared() throws {
    let watch = Watch()
    let (app, _) = try app(watch)
    app.handle(.key(Key(.character("x"))))
    #expect(app.deadline == nil)
    watch.time = .seconds(6000)
    app.passTime()
    #expect(app.draw().lines.contains { $0.contains("Open cases") })
    app.handle(.key(Key(.character("x"))))
    #expect(app.deadline == .seconds(6600))
  }

  @Test("with 0 minutes it never covers the screen, and never wakes")
  func neverBlank() throws {
    let (app, _) = try app(Watch()) { $0.blankAfter = 0 }
    #expect(app.deadline == nil)
  }

  @Test("the bell rings for what was refused, and only if asked for")
  func bell() throws {
    for isAsked in [true, false] {
      let (app, _) = try app(Watch()) { $0.bell = isAsked }
      app.handle(.key(Key(.character("3"))))
      app.handle(.key(Key(.character("a"))))
      let rings = app.takeEffects().count { if case .ring = $0 { true } else { false } }
      #expect(rings == (isAsked ? 1 : 0))
    }
  }

  @Test("y copies the reference, Y the row with tabs; neither gives a name away in the shared view")
  func copy() throws {
    let (app, _) = try app(Watch())
    func press(_ keys: String) {
      for key in keys.unicodeScalars { app.handle(.key(Key(.character(key)))) }
    }
    press("y")
    #expect(copied(app) == ["AP-2026-0001"])
    #expect(app.draw().lines.contains { $0.contains("Copied the reference") })
    press("Y")
    let row = try #require(copied(app).first)
    #expect(row.hasPrefix("AP-2026-0001\tFOX, Aaliyah\t9\tLarkfield High School\t"))
    press("xY")
    #expect(copied(app).first?.contains("FOX") == false)
    press("3y")
    #expect(copied(app).first?.hasPrefix("P0") == true)
    press("1")
    app.handle(.key(Key(.enter)))
    press("Y")
    let head = try #require(copied(app).first)
    #expect(head.contains("AP-2026-0001") && !head.contains("Aaliyah"))
    press("xY")
    #expect(copied(app).first?.contains("FOX, Aaliyah") == true)
  }

  @Test("a copied row has no character that would do something where it is pasted")
  func harmlessCopy() throws {
    let (app, _) = try app(Watch())
    app.handle(.key(Key(.character("G"))))
    app.handle(.key(Key(.character("Y"))))
    let row = try #require(copied(app).first)
    #expect(!row.unicodeScalars.contains { $0.value < 0x20 && $0 != "\t" })
  }

  @Test("what was done before the dashboard was opened is taken back only if u is pressed twice")
  func undoOfBefore() throws {
    let small = try SmallCaseload()
    var file = try #require(try small.caseload.file(reference: "AP-2026-0001"))
    file.value.officer = "Q. Shell"
    let shell = try Caseload.open(small.path, access: .readWrite)
    try shell.change(by: "A. Lead", at: SmallCaseload.now, cause: "import cases.csv") {
      try $0.write(file)
    }
    let bench = try Bench(220, 40, small: small)
    func officer() throws -> String? {
      try small.caseload.file(reference: "AP-2026-0001")?.value.officer
    }
    // A click on the footer is a press like any other, and half a double click is none.
    func click(_ clicks: Int = 1) throws {
      let foot = try #require(bench.lines.last)
      let place = try #require(foot.range(of: "u Undo"))
      let x = foot.distance(from: foot.startIndex, to: place.lowerBound)
      bench.send(.mouse(Mouse(.press, at: Point(x: x, y: 39), clicks: clicks)))
    }
    bench.press("u")
    #expect(bench.shows("which you did elsewhere"))
    #expect(bench.shows("import cases.csv"))
    bench.press("j")
    try click()
    try click(2)
    #expect(try officer() == "Q. Shell")
    #expect(bench.shows("which you did elsewhere"))
    bench.send(.paste("words"))
    try click()
    #expect(try officer() == "Q. Shell")
    bench.press("j", "u")
    #expect(try officer() == "Q. Shell")
    bench.press("u")
    #expect(bench.shows("Undone: import cases.csv"))
    #expect(try officer() == nil)
  }

  @Test("Alt-m leaves the mouse to the terminal, and takes it back, also while typing")
  func mouse() throws {
    let (app, _) = try app(Watch())
    func mice() -> [Bool] {
      app.takeEffects().compactMap { if case .mouse(let isOurs) = $0 { isOurs } else { nil } }
    }
    app.handle(.key(Key(.character("m"), .alt)))
    #expect(mice() == [false])
    #expect(app.draw().lines.contains { $0.contains("select text with it") })
    app.handle(.key(Key(.character("/"))))
    app.handle(.key(Key(.character("m"), .alt)))
    #expect(mice() == [true])
  }
}
