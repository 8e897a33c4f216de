import AlternativeProvision
import CaseStore
import Testing

@testable import Dashboard

/// A caseload in which every form can be opened, by whichever way a person would.
struct FormOffice {
  let small: SmallCaseload
  let kind: FormPlace.Kind

  init(for kind: FormPlace.Kind) throws {
    self.kind = kind
    small = try PanelOffice.small()
    let panel = try #require(try small.caseload.panels().first)
    let small = small
    var made: (meeting: Identifier<Meeting>, item: Identifier<AgendaItem>?) = (Identifier(0), nil)
    try change { door in
      let meeting = try door.put(Meeting(panel: panel.id, heldOn: SmallCaseload.today)).id
      for member in PanelOffice.members { try door.put(Attendee(member, .present), in: meeting) }
      try door.buildAgenda(meeting)
      try door.add(
        PanelAction(
          what: "Ring the school", owner: "Ms Ward", dueOn: SmallCaseload.day(2026, 11, 27)),
        to: meeting, item: nil)
      try door.move(meeting, to: .open)
      made = (meeting, try small.caseload.meeting(meeting)?.items.first?.item.id)
    }
    let item = try #require(made.item)
    guard [.reopening, .letters, .approval, .correction].contains(kind) else { return }
    for (field, text) in [
      (DecisionField.option, "decline"), (.declineRoute, "earlyHelp"), (.rationale, "Too early."),
    ] {
      _ = try small.caseload.save(
        text, to: .item(item, field), over: Words(), by: "Clerk", at: SmallCaseload.now)
    }
    try change { try $0.confirm(item) }
    if kind == .reopening { return }
    try change { try $0.move(made.meeting, to: .closed) }
    guard kind == .correction else { return }
    try change {
      try $0.approveMinutes(
        of: made.meeting, text: "# Minutes\n", covered: "# M\n", on: SmallCaseload.today)
    }
  }

  private func change(_ body: (inout Door) throws -> Void) throws {
    try small.caseload.change(by: "Clerk", at: SmallCaseload.now, cause: "make ready", body)
  }

  /// A program on the caseload with the form open; nothing of an earlier one is closed or asked.
  func open(_ width: Int = 120, _ height: Int = 50, author: String = "Clerk") throws -> Bench {
    let bench = try Bench(
      width, height, small: small, author: author, papers: ClosingScreenTests.Papers().papers)
    // A meeting is open, and this person sits at a desk of their own.
    bench.app.desk.sharedView.isOn = false
    try go(bench)
    bench.surfaceAgain()
    return bench
  }

  /// Goes to the form.
  func go(_ bench: Bench) throws {
    let meeting = try #require(try small.caseload.meetings().first?.id)
    let desk = bench.app.desk
    switch kind {
    case .newPanel: bench.press("M", "1", "n")
    case .panel: bench.press("M", "1", "e")
    case .newMeeting: bench.press("M", "2", "n")
    case .meeting: bench.press("M", "2", "e")
    case .action: bench.press("M", "4", "e")
    case .actionDone: bench.press("M", "4", "d")
    case .newChild:
      bench.press("M", "r")
      bench.type("Kay Wardle")
      bench.press("enter")
    case .matter, .item, .drop:
      bench.app.carryOut(AgendaScreen.opening(meeting, desk: desk))
      if kind == .matter {
        bench.press("a")
        bench.type("another")
      }
      bench.press(kind == .drop ? "d" : "enter")
    case .interest:
      bench.app.carryOut(AttendanceScreen.opening(meeting, desk: desk))
      bench.press("i", "enter")
    case .attendee:
      bench.app.carryOut(AttendanceScreen.opening(meeting, desk: desk))
      bench.press("n")
    case .reopening:
      bench.app.carryOut(.push(try MeetingScreen(meeting: meeting, desk: desk)))
      func isDecided() -> Bool {
        (bench.app.screens.last as? MeetingScreen)?.item?.item.value.state == .decided
      }
      for key in ["p", "n"] {
        for _ in 0..<9 where !isDecided() { bench.press(key) }
      }
      bench.press("o")
    case .approval, .correction:
      bench.app.carryOut(MinutesScreen.opening(meeting, desk: desk))
      bench.press(kind == .approval ? "a" : "n")
    case .papers, .letters:
      bench.app.carryOut(ClosingScreen.opening(meeting, desk: desk))
      bench.press(kind == .papers ? "w" : "s")
    case .child: edit("record", of: "fox", bench)
    case .file: edit("the case", of: "fox", bench)
    case .exclusion: edit("exclusion", of: "fox", bench)
    case .view: edit("somebody said", of: "fox", bench)
    case .placement: edit("placement", of: "pike", bench)
    case .place:
      find("fox", bench)
      bench.press("p")
      // A form that was left comes up at once.
      if bench.sheet == nil { choose("boatyard", bench) }
    case .close:
      find("fox", bench)
      bench.press("c")
      if bench.sheet == nil { choose("settled", bench) }
    }
  }

  private func choose(_ words: String, _ bench: Bench) {
    bench.type(words)
    bench.press("enter")
  }

  private func find(_ child: String, _ bench: Bench) {
    bench.press("/")
    bench.type(child)
    bench.press("enter")
  }

  private func edit(_ words: String, of child: String, _ bench: Bench) {
    find(child, bench)
    bench.press("e")
    bench.type(words)
    bench.press("enter")
  }
}

extension Bench {
  /// The form on top.
  var sheet: FieldSheet? { (app.screens.last as? SheetScreen)?.sheet }

  /// The field with the cursor.
  var field: SheetField? { sheet?.current }

  /// Goes to the first field of sentences, or to the first in which anything can be typed.
  func goToTyping() {
    let hasProse = sheet?.fields.contains(where: isProse) == true
    for _ in 0..<40 {
      if let field, hasProse ? isProse(field) : !field.isChosen { break }
      press("tab")
    }
    press("ctrl+end")
  }

  private func isProse(_ field: SheetField) -> Bool {
    if case .prose = field.sort { true } else { false }
  }

  /// Draws what was brought up without a key.
  func surfaceAgain() { wait(.zero) }
}
