import CaseStore
import TerminalUI
import Testing

@testable import Dashboard

@Suite("The palette of commands")
struct PaletteTests {
  @Test("a colon shows every command that holds here, with its keys beside it")
  func everything() throws {
    let bench = try Bench(120, 64)
    bench.press(":")
    #expect(bench.shows("Commands"))
    for binding in DashboardKeys.table.bindings
    where [.board, .acting, .everywhere].contains(binding.context) && binding.command != .palette {
      #expect(bench.shows(binding.title), "\(binding.title)")
    }
    #expect(bench.lines.contains { $0.contains("Assign") && $0.contains(" a │") })
  }

  @Test("a few letters find a command, and Enter does it")
  func find() throws {
    let bench = try Bench()
    bench.press(":")
    bench.type("zo")
    bench.press("enter")
    #expect((bench.app.screens.last as? BoardScreen)?.isZoomed == true)
    bench.press(":")
    bench.type("undo")
    bench.press("esc")
    #expect(bench.app.screens.last is BoardScreen)
  }

  @Test("what a command does finds it too, where no name answers")
  func byDescription() throws {
    let bench = try Bench()
    bench.press(":")
    bench.type("officer, school or rating")
    #expect(bench.shows("Narrow"))
    bench.press("enter")
    #expect(bench.shows("Narrow every pane to"))
  }

  @Test("a command that can't be called now says why, in the list and when called")
  func whyNot() throws {
    let bench = try Bench(120, 40)
    bench.press("3", ":")
    bench.type("assign")
    #expect(bench.shows("not now: Select a case first"))
    bench.press("enter")
    #expect(bench.shows("! Select a case first"))
    #expect(bench.app.screens.last is PaletteScreen)
    let reading = try Bench(120, 40, isReadOnly: true)
    reading.press(":")
    reading.type("place")
    #expect(reading.shows("not now: This caseload was opened read only"))
  }

  @Test("in a case it has the commands of a case")
  func inACase() throws {
    let bench = try Bench()
    bench.press("enter", ":")
    bench.type("timeline")
    bench.press("enter")
    #expect((bench.app.screens.last as? CaseScreen)?.focus == .timeline)
  }

  @Test("a click on a command selects it, two do it, and one beside the palette closes it")
  func mouse() throws {
    let bench = try Bench()
    bench.press(":")
    bench.type("zoom")
    let row = try #require(bench.lines.firstIndex { $0.contains("Zoom") && $0.contains("│") })
    bench.send(.mouse(Mouse(.press, at: Point(x: 40, y: row))))
    #expect(bench.app.screens.last is PaletteScreen)
    #expect(bench.surface.cursor?.point.y == row)
    bench.send(.mouse(Mouse(.press, at: Point(x: 40, y: row), clicks: 2)))
    #expect((bench.app.screens.last as? BoardScreen)?.isZoomed == true)
    bench.press(":")
    bench.send(.mouse(Mouse(.press, at: Point(x: 0, y: 5))))
    #expect(bench.app.screens.last is BoardScreen)
  }

  @Test("the last line names the keys of what is on top, and is a row of buttons")
  func footer() throws {
    let bench = try Bench()
    for hint in [
      "/ Filter", "s Sort", "z Zoom", "a Assign", "p Place", ": More", "? Help", "q Quit",
    ] {
      #expect(bench.lines[23].contains(hint), "\(hint)")
    }
    bench.press("s")
    #expect(bench.lines[23].contains("Enter Choose") && bench.lines[23].contains("Esc Cancel"))
    let x = try #require(bench.lines[23].range(of: "Esc Cancel"))
    let column = bench.lines[23].distance(from: bench.lines[23].startIndex, to: x.lowerBound)
    bench.send(.mouse(Mouse(.press, at: Point(x: column, y: 23))))
    #expect(bench.app.screens.last is BoardScreen)
  }

  @Test("keys of a person's own that begin a longer one show what can follow")
  func sequences() throws {
    let small = try SmallCaseload()
    var setting = DashboardSetting(author: "A. Lead", now: { SmallCaseload.now })
    var zoom = try #require(
      DashboardKeys.table.binding(of: .zoom, in: [.board]))
    zoom.keys = try [#require(Key.sequence("ctrl+w z"))]
    setting.keys = KeyTable(
      DashboardKeys.table.bindings.filter { $0.command != .zoom } + [zoom])
    let app = try DashboardApp(
      caseload: small.caseload, today: SmallCaseload.today, size: Size(width: 80, height: 24),
      setting: setting)
    app.handle(.key(try #require(Key("ctrl+w"))))
    #expect(app.draw().lines[23].hasPrefix("z Zoom"))
    app.handle(.key(Key(.escape)))
    #expect(app.draw().lines[23].hasPrefix("Enter Open"))
    app.handle(.key(try #require(Key("ctrl+w"))))
    app.handle(.key(try #require(Key("z"))))
    #expect((app.screens.last as? BoardScreen)?.isZoomed == true)
  }
}

@Suite("Going from match to match")
struct NextMatchTests {
  @Test("n and N go round the rows that hold the words last kept, with the filter gone")
  func around() throws {
    let bench = try Bench(120, 40)
    bench.press("/")
    bench.type("marsh")
    bench.press("enter", "esc", "g")
    #expect(bench.selectedLine?.contains("FOX") == true)
    bench.press("n")
    #expect(bench.selectedLine?.contains("MARLOW") == true)
    #expect(bench.shows("“marsh”: 1 of 4"))
    bench.press("n", "N")
    #expect(bench.selectedLine?.contains("MARLOW") == true)
    bench.press("N")
    #expect(bench.shows("“marsh”: 4 of 4"))
    bench.press("n")
    #expect(bench.shows("“marsh”: 1 of 4"))
  }

  @Test("without words it says how to begin")
  func noWords() throws {
    let bench = try Bench()
    bench.press("n")
    #expect(bench.shows("Type / and words first"))
  }

  @Test("providers have matches of their own")
  func providers() throws {
    let bench = try Bench(120, 40)
    bench.press("3", "/")
    bench.type("t")
    bench.press("enter", "esc", "n", "n")
    #expect(bench.shows("“t”: "))
    bench.press("1", "n")
    #expect(bench.shows("Type / and words first"))
  }
}
