import AlternativeProvision
import CaseStore
import TerminalUI
import Testing

@testable import Dashboard

@Suite("What the board does")
struct BoardBehaviourTests {
  @Test("the child past day six stands first and is selected")
  func worstFirst() throws {
    let bench = try Bench()
    #expect(bench.selectedLine?.contains("FOX, Aaliyah") == true)
    #expect(bench.lines[0].contains("1 past day 6"))
  }

  @Test("Tab and the numbers go from pane to pane, and arrows to the neighbour")
  func focus() throws {
    let bench = try Bench()
    func focus() -> PaneKind? { (bench.app.screens.last as? BoardScreen)?.focus }
    bench.press("tab")
    #expect(focus() == .days)
    bench.press("shift+tab", "shift+tab")
    #expect(focus() == .quality)
    bench.press("left")
    #expect(focus() == .attendance)
    bench.press("1")
    #expect(focus() == .cases)
  }

  @Test("after sorting at the head of a list one sees what comes first")
  func sortingShowsTheTop() throws {
    let bench = try Bench(120, 40)
    bench.press("s")
    bench.type("child")
    bench.press("enter")
    #expect(bench.selectedLine?.contains("FOX") == true)
  }

  @Test(
    "a row that one has gone to stays selected through a sorting, and the way to the head is said")
  func sortingKeepsTheRow() throws {
    let bench = try Bench(80, 12)
    bench.press("z", "j", "j")
    let child = try #require(bench.selectedLine?.split(separator: ",").first.map(String.init))
    bench.press("s")
    bench.type("child")
    bench.press("enter")
    #expect(bench.selectedLine?.contains(child.dropFirst(2)) == true)
    bench.press("s")
    bench.type("child")
    bench.press("enter")
    #expect(bench.selectedLine?.contains(child.dropFirst(2)) == true)
    bench.press("g", "G")
    let last = try #require(bench.selectedLine?.split(separator: ",").first.map(String.init))
    bench.press("s")
    bench.type("reference")
    bench.press("enter")
    #expect(bench.selectedLine?.contains(last.dropFirst(2)) == true, "\(last): \(bench.text)")
  }

  @Test("columns are scrolled by keys while the first one stays, as far as there are any")
  func scrolledColumns() throws {
    let bench = try Bench(80, 24)
    bench.press("z")
    let before = bench.lines[2...10]
    #expect(bench.lines[2].contains("Due"))
    bench.press("}")
    #expect(bench.lines[2].contains("Child") && bench.lines[2].contains("‹"))
    #expect(!bench.lines[2].contains("Due") && bench.lines[2].contains("Clock"))
    for _ in 0..<20 { bench.press("shift+right") }
    #expect(bench.lines[2].contains("Opened"))
    #expect(bench.shows("no more columns to the right"))
    for (line, old) in zip(bench.lines[3...10], before.dropFirst()) {
      #expect(line.dropFirst(3).prefix(5) == old.dropFirst(3).prefix(5))
    }
    for _ in 0..<20 { bench.press("{") }
    #expect(bench.lines[2...10] == before)
    #expect(bench.shows("no more columns to the left"))
  }

  @Test("the selection stays on the same child when the list is filtered and widened again")
  func selectionFollows() throws {
    let bench = try Bench(120, 40)
    bench.press("j", "j")
    let child = try #require(bench.selectedLine?.split(separator: ",").first.map(String.init))
    bench.press("/")
    bench.type("e")
    bench.press("esc")
    #expect(bench.selectedLine?.hasPrefix(child) == true)
  }

  @Test("choosing the column that is sorted by already turns the order round")
  func reverse() throws {
    let bench = try Bench(120, 40)
    bench.press("s")
    bench.type("child")
    bench.press("enter", "g")
    #expect(bench.selectedLine?.contains("FOX") == true)
    bench.press("s")
    bench.type("child")
    bench.press("enter", "g")
    #expect(bench.selectedLine?.contains("SHARP") == true)
  }

  @Test("a filter narrows as one types, Enter keeps it and Esc takes it away")
  func filter() throws {
    let bench = try Bench()
    bench.press("z", "/")
    bench.type("larkf pat")
    #expect(bench.shows("QUILL"))
    #expect(!bench.shows("MARLOW"))
    bench.press("enter")
    #expect(bench.shows("1 of 7 with"))
    #expect(bench.shows("All cases › children with “larkf pat”  Esc widens"))
    bench.press("esc")
    #expect(!bench.shows("with “"))
  }

  @Test("/ over a filter begins anew with what is typed, and goes on with it where one moves in it")
  func filterAnew() throws {
    let bench = try Bench()
    bench.press("z", "/")
    bench.type("larkf")
    bench.press("enter", "/")
    bench.type("qui")
    #expect(bench.shows("Filter open cases: qui"))
    bench.press("enter", "/", "end")
    bench.type("ll")
    #expect(bench.shows("Filter open cases: quill"))
    bench.press("enter", "/", "backspace")
    #expect(bench.shows("Filter open cases: quil"))
  }

  @Test(
    "while a filter is typed the footer names its keys, and it holds for both lists of children")
  func filterOfBoth() throws {
    let bench = try Bench(120, 40)
    bench.press("/")
    bench.type("marl")
    #expect(bench.lines[39].contains("Enter Keep") && bench.lines[39].contains("Esc Clear"))
    #expect(!bench.shows("OSEI"))
    bench.press("down")
    #expect(bench.lines[39].contains("q Quit"))
    bench.press("3", "esc")
    #expect(bench.shows("OSEI"))
  }

  @Test("a list sorted by what is not in view says so in its frame")
  func hiddenSort() throws {
    let bench = try Bench(120, 40)
    bench.press("s")
    bench.type("officer")
    bench.press("enter")
    #expect(bench.lines[1].contains("by officer ▴"))
    #expect(try !Bench(120, 40).lines[1].contains(" by "))
  }

  @Test("a long filter still leaves the frame its count")
  func longFilter() throws {
    let bench = try Bench()
    bench.press("/")
    bench.type("larkfield high school unassigned")
    #expect(bench.lines[1].contains(" filtered"))
  }

  @Test("the day is on the screen at eighty columns")
  func date() throws {
    #expect(try Bench(isDemo: true).shows("Mon 23 Nov"))
  }

  @Test("narrowed to an officer, the headline has that officer's figures")
  func narrowedHeadline() throws {
    let bench = try Bench(200, 60)
    #expect(bench.lines[0].contains("█ 1 past day six"))
    bench.press("f")
    bench.type("officer")
    bench.press("enter")
    bench.type("shah")
    bench.press("enter")
    #expect(bench.lines[0].hasPrefix("Only 2 of 7 open cases:  █ 0 of 1 past day six"))
    #expect(bench.lines[0].contains("▄ 2 reach it this week"))
  }

  @Test("a start that is arranged shows in both lists of children, and in the headline")
  func plannedStart() throws {
    let bench = try Bench(200, 60)
    bench.press("p")
    bench.type("harb")
    bench.press("enter", "enter", "enter")
    #expect(bench.lines.filter { $0.contains("FOX") && $0.contains("→ 24 Nov") }.count == 1)
    #expect(bench.shows("→ 24 Nov Harbour"))
    #expect(bench.lines[0].contains("1 past day six, 1 with a start"))
  }

  @Test("choosing a provider narrows the cases to its children, visibly, and Esc widens again")
  func narrowByProvider() throws {
    let bench = try Bench(120, 40)
    bench.press("3", "/")
    bench.type("boat")
    bench.press("enter", "enter")
    #expect(bench.shows("All cases › At The Boatyard"))
    #expect(bench.shows("1 of 7"))
    // The pane in which it was chosen goes on to show the others.
    bench.press("esc")
    #expect(bench.shows("Attend least") && bench.shows("Tern Tuition"))
    bench.press("esc")
    #expect(!bench.shows("At The Boatyard"))
  }

  @Test("the narrow menu goes by officer, school and rating, and steps add up on the trail")
  func narrowMenu() throws {
    let bench = try Bench(120, 40)
    bench.press("f")
    bench.type("officer")
    bench.press("enter")
    bench.type("shah")
    bench.press("enter", "f")
    bench.type("school")
    bench.press("enter")
    bench.type("marsh")
    bench.press("enter")
    #expect(bench.shows("All cases › Officer R. Shah › Marsh Lane Academy"))
    #expect(bench.shows("1 of 7"))
    bench.press("backspace")
    #expect(bench.shows("2 of 7"))
  }

  @Test("a zoomed pane has the screen to itself until z is pressed again")
  func zoom() throws {
    let bench = try Bench()
    bench.press("z")
    #expect(!bench.shows("Quality of providers"))
    bench.press("z")
    #expect(bench.shows("Quality of providers"))
  }

  @Test("a click focuses and selects, a double click opens, a click on a head sorts")
  func mouse() throws {
    let bench = try Bench(120, 40)
    let row = try #require(bench.lines.firstIndex { $0.hasPrefix("┃▲ MARLOW, Ben") })
    bench.send(.mouse(Mouse(.press, at: Point(x: 5, y: row))))
    #expect(bench.selectedLine?.contains("MARLOW") == true)
    bench.send(.mouse(Mouse(.press, at: Point(x: 4, y: 2))))
    bench.press("g")
    #expect(bench.selectedLine?.contains("FOX") == true)
    let again = try #require(bench.lines.firstIndex { $0.hasPrefix("┃▲ MARLOW, Ben") })
    bench.send(.mouse(Mouse(.press, at: Point(x: 5, y: again), clicks: 2)))
    #expect(bench.app.screens.last is CaseScreen)
  }

  @Test("a resize lays the panes out anew, and a very small screen says so")
  func resize() throws {
    let bench = try Bench()
    bench.send(.resize(Size(width: 120, height: 40)))
    #expect(bench.lines.count == 40)
    bench.press("p")
    bench.send(.resize(Size(width: 30, height: 5)))
    #expect(bench.shows("8 rows"))
    #expect(!bench.shows("Place"))
  }

  @Test("a hostile name is shown harmless and keeps its columns")
  func hostileNames() throws {
    let bench = try Bench(200, 60)
    let lines = bench.lines
    #expect(!bench.text.unicodeScalars.contains("\u{1B}"))
    #expect(!bench.text.unicodeScalars.contains("\u{202E}"))
    for line in lines where line.contains("小龙") || line.contains("Zo") {
      #expect(TextWidth.of(line) <= 200)
    }
    // The frame of the pane ends in the same column on every row.
    let edge = bench.surface
    let row = try #require(lines.firstIndex { $0.contains("小龙") })
    for x in 0..<200 where edge.text(x, 3) == "┃" { #expect(edge.text(x, row) == "┃") }
  }

  @Test("a demo says plainly that every name is made up")
  func demo() throws {
    #expect(try Bench(isDemo: true).shows("DEMO: every name is made up"))
    #expect(try !Bench().shows("DEMO"))
  }

  @Test("q leaves the board, and in a case goes back")
  func leaving() throws {
    let bench = try Bench()
    bench.press("enter", "q")
    #expect(!bench.app.isFinished)
    #expect(bench.app.screens.last is BoardScreen)
    bench.press("q")
    #expect(bench.app.isFinished)
  }

  @Test("a key draws only what it changed, and the same as drawing everything would")
  func partialDrawing() throws {
    for keys in [["j"], ["2", "j", "j"], ["3", "j"], ["G"], ["/", "f"], ["4", "pagedown"]] {
      let bench = try Bench(120, 40)
      for key in keys { bench.press(key) }
      let partly = bench.lines
      bench.press("ctrl+l")
      #expect(partly == bench.lines)
    }
  }

  @Test("the one table of keys has no key that is none, and none bound twice in one place")
  func keyTable() {
    #expect(DashboardKeys.table.problems.isEmpty)
  }
}
