import AlternativeProvision
import CaseStore
import TerminalUI

/// Acts on several marked cases at once: one change in one step, which one undo takes back.
///
/// A place and a referral are each child's own, and are not among them.
enum ActingOnMany {
  /// What comes up for a command on marked cases; nil where it acts on one case alone.
  static func begin(
    _ command: DashboardCommand, on cases: [Identifier<Case>], desk: Desk
  ) -> Outcome? {
    switch command {
    case .assign, .close, .panel(.agenda): break
    default: return nil
    }
    if desk.setting.isReadOnly { return .message(Message(.warning, Wording.readOnly)) }
    if command == .panel(.agenda) { return PuttingOnAgenda.begin(cases, desk: desk) }
    return .push(command == .assign ? officers(for: cases, desk) : reasons(for: cases, desk))
  }

  // MARK: Assigning

  private static func officers(for cases: [Identifier<Case>], _ desk: Desk) -> ChooserScreen {
    let caseload = desk.caseload
    let items = desk.board.officers().filter { !$0.name.isEmpty }.map { officer in
      ChooserScreen.Item(
        officer.name, notes: [Span(NumberText.count(officer.cases, "case"), Style(.muted))],
        choice: .change(assigning(cases, to: officer.name, caseload)))
    }
    return ChooserScreen(
      title: "Assign \(NumberText.count(cases.count, "marked case")) to", items: items,
      newItem: { name in
        Acting.newOfficer(name, choice: .change(assigning(cases, to: name, caseload))) {
          officers(for: cases, $0)
        }
      },
      hint: "Type to find an officer, or a new name", heads: ["Has"])
  }

  private static func assigning(
    _ cases: [Identifier<Case>], to officer: String, _ caseload: Caseload
  ) -> Change {
    let number = NumberText.count(cases.count, "case")
    return Change(
      cause: "assign \(number) to \(officer)", done: "\(number) now with \(officer).",
      advice: .undoesIt
    ) { door in
      for var file in try open(cases, in: caseload) {
        file.value.officer = officer
        try door.write(file)
      }
    }
  }

  /// The cases as they are by now.
  ///
  /// - Throws: `StoreError` where one of them is open no more: what was asked for cannot be done to all,
  ///   and nothing is said to have been done that was not.
  static func open(
    _ cases: [Identifier<Case>], in caseload: Caseload
  ) throws(StoreError) -> [Stored<Case>] {
    var files: [Stored<Case>] = []
    var closed: [String] = []
    var gone = 0
    for id in cases {
      guard let file = try caseload.file(id) else {
        gone += 1
        continue
      }
      if file.closedOn == nil {
        files.append(Stored(id: id, value: file))
      } else {
        closed.append(file.reference)
      }
    }
    guard closed.isEmpty, gone == 0 else {
      var which = closed.prefix(5).joined(separator: ", ")
      if closed.count > 5 { which += " and \(closed.count - 5) more" }
      if gone > 0 {
        which += (which.isEmpty ? "" : " and ") + NumberText.count(gone, "removed case")
      }
      throw StoreError(
        .refused, "somebody else has closed \(which) meanwhile, so nothing was changed",
        toDo: "look at what is marked, then do it again")
    }
    return files
  }

  // MARK: Closing

  private static func reasons(for cases: [Identifier<Case>], _ desk: Desk) -> ChooserScreen {
    func item(_ title: String, _ reason: String) -> ChooserScreen.Item {
      ChooserScreen.Item(title, choice: .screen { CloseForm.sheet(of: cases, because: reason, $0) })
    }
    return ChooserScreen(
      title: "Close \(NumberText.count(cases.count, "marked case")): why?",
      items: Wording.closingReasons.map { item($0, $0) },
      newItem: { item("In other words: \($0)", $0) },
      hint: "Type to find a reason, or your own words")
  }
}
