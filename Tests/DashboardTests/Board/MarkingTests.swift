import TerminalUI
import Testing

@testable import Dashboard

@Suite("Marking cases, and columns as a person wants them")
struct MarkingTests {
  private func board(_ bench: Bench) -> BoardScreen? { bench.app.screens.first as? BoardScreen }

  @Test("marked cases are told by a sign, and are assigned by one change that one undo takes back")
  func assign() throws {
    let bench = try Bench(120, 40)
    bench.press("m", "m", "m")
    #expect(board(bench)?.marks.count == 3)
    #expect(bench.lines.filter { $0.dropFirst(2).hasPrefix("◆") }.count == 3)
    #expect(bench.shows("3 marked"))
    bench.press("a")
    #expect(bench.shows("Assign 3 marked cases to"))
    bench.type("patel")
    bench.press("enter")
    #expect(bench.shows("3 cases now with J. Patel"))
    let officers = try ["AP-2026-0001", "AP-2026-0002", "AP-2026-0003"].map {
      try bench.small.caseload.file(reference: $0)?.value.officer
    }
    #expect(officers == ["J. Patel", "J. Patel", "J. Patel"])
    bench.press("u")
    #expect(try bench.small.caseload.file(reference: "AP-2026-0001")?.value.officer == nil)
    #expect(try bench.small.caseload.file(reference: "AP-2026-0002")?.value.officer == "R. Shah")
  }

  @Test("no column moves or gives way for a mark", arguments: Walk.sizes)
  func still(_ size: Size) throws {
    let bench = try Bench(size.width, size.height, isDemo: true)
    let before = bench.lines
    bench.press("m")
    for (line, old) in zip(bench.lines, before) where old.contains("Due") || old.contains("FOX, ") {
      #expect(line.replacing("◆", with: " ") == old)
    }
    #expect(bench.lines.contains { $0.contains("█◆FOX") })
  }

  @Test("marked cases go to a new officer too, whose name is asked about first")
  func newOfficer() throws {
    let bench = try Bench(120, 40)
    bench.press("m", "m", "a")
    bench.type("N. Newcomer")
    bench.press("enter")
    #expect(bench.shows("There is no officer “N. Newcomer” yet"))
    bench.press("enter")
    #expect(bench.shows("2 cases now with N. Newcomer"))
    #expect(
      try bench.small.caseload.file(reference: "AP-2026-0002")?.value.officer == "N. Newcomer")
  }

  @Test(
    "marked cases go on the agenda of a panel's next meeting in one step, and one undo takes it back"
  )
  func agenda() throws {
    let bench = try Bench(120, 40, small: PanelOffice.small())
    #expect(try bench.small.caseload.meetings().isEmpty)
    bench.press("m", "m", "m", "A")
    #expect(bench.shows("Put 3 cases on the agenda of"))
    #expect(bench.shows("no agenda yet"))
    bench.press("enter")
    #expect(bench.shows("3 cases are on the agenda of "))
    let meeting = try #require(try bench.small.caseload.meetings().first)
    var items = try #require(try bench.small.caseload.meeting(meeting.id)).items.map(\.item.value)
    #expect(
      Set(items.map(\.title)) == ["AP-2026-0001", "AP-2026-0002", "AP-2026-0003"])
    let excluded = try #require(items.first { $0.title == "AP-2026-0001" })
    #expect(excluded.kind == .permanentExclusion && excluded.clock == .sixthDayPermanent)
    #expect(excluded.minutesAllotted > 0)
    // By the clock that runs out first.
    let dues = items.map { $0.dueOn ?? .distantFuture }
    #expect(dues == dues.sorted())
    // Who is there already comes no second time.
    bench.press("m", "A", "enter")
    items = try #require(try bench.small.caseload.meeting(meeting.id)).items.map(\.item.value)
    #expect(Set(items.map(\.file)).count == items.count)
    bench.press("u", "u")
    #expect(try bench.small.caseload.meetings().isEmpty)
  }

  @Test("without a panel it says where one is made, and one case alone goes on an agenda too")
  func agendaOfOne() throws {
    let none = try Bench(120, 40)
    none.press("A")
    #expect(none.shows("No panel meets: M opens the panels"))
    let bench = try Bench(120, 40, small: PanelOffice.small())
    bench.press("enter", "A")
    #expect(bench.shows("Put the case on the agenda of"))
    bench.press("enter")
    #expect(bench.shows("1 case is on the agenda of "))
  }

  @Test(
    "marked cases are closed on a day and for a reason, after the count and what is owed; u opens them"
  )
  func close() throws {
    let bench = try Bench(120, 40)
    bench.press("m", "m", "c")
    #expect(bench.shows("Close 2 marked cases: why?"))
    bench.type("settled")
    bench.press("enter")
    #expect(bench.shows("Closed on"))
    #expect(bench.shows("2 cases close, 1 with a clock overdue"))
    // One Enter alone closes nothing.
    bench.press("enter")
    #expect(bench.shows("Enter again"))
    #expect(try bench.small.caseload.file(reference: "AP-2026-0001")?.value.closedOn == nil)
    bench.press("enter")
    #expect(bench.shows("2 cases closed. u opens them again."))
    #expect(board(bench)?.marks.isEmpty == true)
    for reference in ["AP-2026-0001", "AP-2026-0002"] {
      let file = try bench.small.caseload.file(reference: reference)?.value
      #expect(file?.closedOn == SmallCaseload.today)
      #expect(file?.closingReason == "Settled in a new school")
    }
    bench.press("u")
    #expect(try bench.small.caseload.file(reference: "AP-2026-0001")?.value.closedOn == nil)
    #expect(try bench.small.caseload.file(reference: "AP-2026-0002")?.value.closedOn == nil)
  }

  @Test("marked cases close on the day that is typed, and never on one to come")
  func closeOnADay() throws {
    let bench = try Bench(120, 40)
    bench.press("m", "m", "c")
    bench.type("settled")
    bench.press("enter")
    bench.press("ctrl+u")
    bench.type("30/11")
    bench.press("F9")
    #expect(bench.shows("A case closes today or on a day gone by."))
    bench.press("ctrl+u")
    bench.type("20/11")
    bench.press("F9")
    #expect(bench.shows("F9 again"), "\(bench.text)")
    bench.press("F9")
    for reference in ["AP-2026-0001", "AP-2026-0002"] {
      let file = try bench.small.caseload.file(reference: reference)?.value
      #expect(file?.closedOn == SmallCaseload.day(2026, 11, 20))
    }
  }

  @Test("what is each child's own says that it is for the selected one alone")
  func alone() throws {
    let bench = try Bench(120, 40)
    bench.press("m", "m", "p")
    #expect(bench.shows("for the selected child alone"))
  }

  @Test("a range, all that a filter leaves, and none again; marks outlast a sort and a filter")
  func ranges() throws {
    let bench = try Bench(120, 40)
    bench.press("m", "j", "j", "V")
    #expect(board(bench)?.marks.count == 4)
    bench.press("s")
    bench.type("child")
    bench.press("enter")
    #expect(board(bench)?.marks.count == 4)
    bench.press("/")
    bench.type("marsh")
    bench.press("enter", "*", "esc")
    let marked = try #require(board(bench)?.marks.count)
    #expect(marked > 4)
    bench.press("*")
    #expect(board(bench)?.marks.count == 7)
    bench.press("*")
    #expect(board(bench)?.marks.isEmpty == true)
    #expect(!bench.shows("◆"))
  }

  @Test("a paste that is too long for a reason is cut and told, and is not taken for the first one")
  func longPaste() throws {
    let bench = try Bench(120, 40)
    bench.press("c")
    bench.send(.paste(String(repeating: "moved house ", count: 100)))
    #expect(bench.shows("200 characters did not fit; at most 1000 do"))
    #expect(bench.shows("In other words: moved house"))
    bench.press("enter")
    #expect(bench.lines.contains { $0.contains("Because") && $0.contains("moved house") })
  }

  @Test("y copies the references of all that are marked, a line each")
  func copy() throws {
    let bench = try Bench(120, 40)
    bench.press("m", "m", "y")
    let texts = bench.app.takeEffects().compactMap { effect -> String? in
      if case .copy(let text) = effect { text } else { nil }
    }
    #expect(texts == ["AP-2026-0001\nAP-2026-0002"])
  }

  @Test("a click on a head still sorts by it while rows are marked")
  func clickBesideMarks() throws {
    let bench = try Bench(120, 40)
    bench.press("m")
    let x = try #require(bench.lines[2].range(of: "Child"))
    let column = bench.lines[2].distance(from: bench.lines[2].startIndex, to: x.lowerBound)
    bench.send(.mouse(Mouse(.press, at: Point(x: column + 1, y: 2))))
    #expect(bench.lines[3].contains("FOX"))
    #expect(bench.lines[2].contains("Child▴"))
  }

  @Test("columns are hidden, moved and widened while one sees the list, and Escape takes it back")
  func columns() throws {
    let bench = try Bench(120, 40)
    let before = bench.lines[2]
    bench.press("C", "down", "down", "space")
    #expect(!bench.lines[2].contains("Due"))
    bench.press("down", "K", "K", "+")
    bench.press("esc")
    #expect(bench.lines[2] == before)
    bench.press("C", "down", "down", "space", "enter")
    #expect(!bench.lines[2].contains("Due"))
    bench.press("C", "=", "enter")
    #expect(bench.lines[2] == before)
  }

  @Test("a second column decides where the first leaves rows equal")
  func sortThen() throws {
    let bench = try Bench(200, 60)
    // Four were excluded, who are equal by their route.
    func excluded() -> [String] {
      bench.lines[3...9].compactMap { line in
        ["FOX", "MARLOW", "OSEI", "PIKE"].first { line.prefix(50).contains($0) }
      }
    }
    bench.press("s")
    bench.type("route")
    bench.press("enter", "S")
    bench.type("child")
    bench.press("enter")
    #expect(excluded() == ["FOX", "MARLOW", "OSEI", "PIKE"])
    bench.press("S")
    bench.type("child")
    bench.press("enter")
    #expect(excluded() == ["PIKE", "OSEI", "MARLOW", "FOX"])
  }

  @Test("pictures are numbers with one key, on the board, in the chart and in a case")
  func numbers() throws {
    let bench = try Bench(200, 60)
    #expect(bench.shows("██████"))
    bench.press("#")
    #expect(!bench.shows("██████"))
    #expect(bench.shows("4 past"))
    bench.press("H")
    #expect(bench.shows("school days out; 0 more than 40"))
    #expect(bench.shows("day six"))
    bench.press("#")
    #expect(!bench.shows("  day six"))
  }
}
