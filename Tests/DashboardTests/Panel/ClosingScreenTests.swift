import AlternativeProvision
import CaseStore
import Testing

@testable import Dashboard

@Suite("Closing a meeting, and its papers")
struct ClosingScreenTests {
  /// Papers that are written nowhere, with what was asked for.
  final class Papers {
    var orders: [PanelPapers.Order] = []

    var papers: PanelPapers {
      PanelPapers(
        minutes: { _, _, inFull in
          "# Minutes \(inFull ? "in full" : "with initials")\n\n**Quorum:** 3\\. \\*none\\*\n\n"
            + "| Present | For |\n| --- | --- |\n| Ms Okafor | School |\n\n- one\n- two\n"
        },
        toApprove: { _, _, author, day in
          (
            "# Minutes approved by \(author) on \(day.medium)\n",
            "# Initials approved by \(author) on \(day.medium)\n"
          )
        },
        folder: { panel, meeting in "papers/\(meeting.heldOn.iso)" },
        write: { [self] _, _, order in
          orders.append(order)
          if order.folder == "/proc/none" {
            throw StoreError(.failed, "nobody can write there", toDo: "choose another folder")
          }
          if order.folder == "/tmp/full", !order.replaces { return .exists(["minutes.md"]) }
          let notes =
            order.folder == "/tmp/gaps"
            ? ["no letters on R-7: nothing is decided", "2 of the letters have gaps"] : []
          return .written(count: 5, folder: order.folder, notes: notes)
        })
    }
  }

  /// The closing of a meeting that is open, reached from the meeting itself.
  func open(
    _ width: Int = 80, _ height: Int = 24, _ papers: Papers = Papers()
  ) throws -> Bench {
    let small = try PanelOffice.small()
    let panel = try #require(try small.caseload.panels().first)
    try small.caseload.change(by: "Clerk", at: SmallCaseload.now, cause: "meet") { door in
      let meeting = try door.put(Meeting(panel: panel.id, heldOn: SmallCaseload.today)).id
      for member in PanelOffice.members.prefix(4) {
        try door.put(Attendee(member, .present), in: meeting)
      }
      try door.buildAgenda(meeting)
      try door.add(PanelAction(what: "Ring Ben Marlow's mother"), to: meeting, item: nil)
      try door.move(meeting, to: .open)
    }
    let bench = try PanelOffice.bench(width, height, small: small, papers: papers.papers)
    bench.press("2", "enter", "C", "x", "x")
    return bench
  }

  @Test("closing says first what is unfinished, and closes when asked again")
  func closing() throws {
    let bench = try open()
    #expect(bench.shows("action 1: the action is nobody's"))
    bench.press("c")
    #expect(bench.shows("unfinished, as listed. c again closes all the same"))
    #expect(try PanelOffice.meeting(bench).meeting.value.state == .open)
    bench.press("c")
    #expect(try PanelOffice.meeting(bench).meeting.value.state == .minutesDraft)
    bench.press("O")
    #expect(bench.shows("The meeting is over. O again opens it anew"))
    bench.press("O")
    #expect(try PanelOffice.meeting(bench).meeting.value.state == .open)
  }

  @Test("from what is unfinished one goes there: an action is mended, attendance recorded")
  func going() throws {
    let bench = try open()
    bench.press("G", "enter")
    #expect(bench.shows("Attendance ·"))
    bench.press("esc")
    let lines = bench.lines
    let row = try #require(lines.firstIndex { $0.contains("action 1") })
    let first = try #require(lines.firstIndex { $0.contains("■ ") })
    bench.press("g")
    for _ in first..<row { bench.press("j") }
    bench.press("enter", "tab")
    bench.type("Ms Ward")
    bench.press("tab")
    bench.type("+7")
    bench.press("F9")
    #expect(!bench.shows("action 1:"))
    let action = try #require(try bench.small.caseload.openActions().first?.action)
    #expect(action.owner == "Ms Ward")
    #expect(action.dueOn == SmallCaseload.today.adding(days: 7))
  }

  @Test("minutes are approved by the chair, or knowingly for the chair, and only then")
  func approving() throws {
    let bench = try open()
    bench.press("m", "a")
    #expect(bench.shows("The meeting is still open: close it first"))
    bench.press("esc", "c", "c", "m", "a", "F9")
    #expect(
      bench.shows("Minutes are approved by the chair: Ms Okafor or Mr Brandt."))
    #expect(try PanelOffice.meeting(bench).minutes == nil)
    bench.press("F9")
    let approved = try #require(try PanelOffice.meeting(bench).minutes)
    #expect(approved.text == "# Minutes approved by Clerk on 23 Nov 2026\n")
    #expect(approved.covered == "# Initials approved by Clerk on 23 Nov 2026\n")
    #expect(approved.approvedOn == SmallCaseload.today)
    bench.press("a")
    #expect(bench.shows("They were approved by Clerk on 23 Nov 2026."))
  }

  @Test("approved minutes are not altered, only corrected by a dated note")
  func correcting() throws {
    let bench = try open()
    bench.press("m", "n")
    #expect(bench.shows("These minutes are a draft"))
    bench.press("esc", "c", "c", "m", "a", "F9", "F9")
    bench.press("n", "F9")
    #expect(bench.shows("Say what should be read instead."))
    bench.type("For Leeds read Lincoln.")
    bench.press("tab", "ctrl+u")
    bench.type("20/11")
    bench.press("F9")
    #expect(bench.shows("That is before the approval, on 23 Nov 2026."))
    bench.press("ctrl+u")
    bench.type("today")
    bench.press("F9")
    let notes = try PanelOffice.meeting(bench).corrections
    #expect(notes.map(\.words) == ["For Leeds read Lincoln."])
    bench.press("esc", "O")
    #expect(bench.shows("The minutes are approved: nothing changes any more."))
    bench.press("t", "p")
    #expect(bench.shows("The minutes are approved: attendance stays as it was minuted."))
  }

  /// A meeting that is over, with one child declined.
  private func declined() throws -> Bench {
    let bench = try open(80, 24)
    let meeting = try PanelOffice.meeting(bench)
    let item = try #require(meeting.items.first { $0.item.value.isAboutChild }?.item.id)
    let caseload = bench.small.caseload
    for (field, text) in [
      (DecisionField.option, "decline"), (.declineRoute, "earlyHelp"), (.rationale, "Too early."),
    ] {
      _ = try caseload.save(
        text, to: .item(item, field), over: Words(), by: "Clerk", at: SmallCaseload.now)
    }
    try caseload.change(by: "Clerk", at: SmallCaseload.now, cause: "decide") { door in
      try door.confirm(item)
    }
    bench.rest()
    return bench
  }

  @Test("letters are recorded as sent, with the day and the sender, and stand on the child's case")
  func letters() throws {
    let bench = try declined()
    bench.press("s")
    #expect(bench.shows("Letters go out after the meeting: c closes it, w writes them."))
    #expect(!bench.shows("not sent"))
    bench.press("c", "c")
    #expect(
      try PanelOffice.meeting(bench).unfinished().contains {
        $0.what.hasSuffix("letter to the school and to the parent not sent")
      })
    #expect(bench.shows("none is recorded as sent"))
    bench.press("s", "tab", "ctrl+u")
    bench.type("24/11")
    #expect(bench.shows("24 Nov 2026 has not come yet"))
    bench.press("ctrl+u")
    bench.type("22/11")
    #expect(bench.shows("That is before the meeting"))
    bench.press("ctrl+u")
    bench.type("today")
    bench.press("tab", "ctrl+u", "F9")
    #expect(bench.shows("Say who sent them."))
    bench.type("R. Shah")
    bench.press("F9")
    #expect(bench.shows("2 letters recorded as sent. u undoes it."))
    #expect(!bench.shows("not sent"))
    #expect(bench.shows("2 of 2 sent"))
    let entry = try #require(
      try PanelOffice.meeting(bench).items.first { $0.item.value.isAboutChild })
    #expect(entry.letters.map(\.sentBy) == ["R. Shah", "R. Shah"])
    bench.press("s")
    #expect(bench.shows("Every letter is recorded as sent already."))
    bench.press("u")
    #expect(try PanelOffice.meeting(bench).items.allSatisfy(\.letters.isEmpty))
    #expect(
      try PanelOffice.meeting(bench).unfinished().contains {
        $0.what.hasSuffix("letter to the school and to the parent not sent")
      })
  }

  @Test("from the line of a letter that was not sent, that child's letters are recorded, one alone")
  func oneLetter() throws {
    let bench = try declined()
    bench.press("c", "c", "G")
    for _ in 0..<20 where !bench.shows("Letters that were sent") {
      bench.press("enter")
      if !bench.shows("Letters that were sent") { bench.press("esc", "k") }
    }
    bench.press("right", "F9")
    #expect(bench.shows("1 letter recorded as sent"))
    #expect(bench.shows("letter to the parent not sent"))
    let file = try #require(
      try PanelOffice.meeting(bench).items.first { !$0.letters.isEmpty }?.item.value.file)
    let open = try #require(try OpenCase(file, desk: bench.app.desk))
    #expect(
      open.timeline.events.contains {
        $0.text.hasPrefix("Panel's letter to the school") && $0.text.hasSuffix("sent by Clerk")
      })
  }

  @Test("while the view is shared the minutes are covered until f shows them, with initials")
  func shared() throws {
    let bench = try open()
    bench.press("c", "c", "m")
    #expect(bench.shows("Minutes in full"))
    #expect(bench.shows("Quorum: 3. *none*"))
    #expect(bench.shows("Ms Okafor  School"))
    #expect(bench.shows("• two"))
    bench.press("f")
    #expect(bench.shows("Minutes with initials"))
    bench.press("f", "x")
    #expect(!bench.shows("Minutes with initials") && !bench.shows("• two"))
    #expect(bench.shows("what the shared view covers"))
    bench.press("f")
    #expect(bench.shows("Minutes with initials"))
    bench.press("f")
    #expect(bench.shows("The view is shared, and names are initials"))
  }

  @Test("papers go to the folder that one chooses; what is there is not replaced unasked")
  func papers() throws {
    let papers = Papers()
    let bench = try open(80, 24, papers)
    bench.press("w", "ctrl+u", "F9")
    #expect(bench.shows("Name the folder"))
    bench.type("/tmp/papers")
    bench.press("F9")
    #expect(bench.shows("5 papers in /tmp/papers."))
    #expect(papers.orders.map(\.folder) == ["/tmp/papers"])
    papers.orders = []
    bench.press("w", "ctrl+u")
    bench.type("/tmp/full")
    bench.press("F9")
    #expect(bench.shows("minutes.md there already; they would be replaced."))
    bench.press("F9")
    #expect(papers.orders.map(\.replaces) == [false, false, true])
    // What there is to know before letters go out is read on a page and not in one cut line.
    bench.press("w", "ctrl+u")
    bench.type("/tmp/gaps")
    bench.press("F9")
    #expect(bench.shows("Before the letters go out"))
    #expect(bench.shows("! No letters on R-7: nothing is decided."))
    #expect(bench.shows("! 2 of the letters have gaps."))
    bench.press("esc", "w", "ctrl+u")
    bench.type("/proc/none")
    bench.press("F9")
    #expect(bench.shows("nobody can write there"))
  }
}
