import AlternativeProvision
import CaseStore
import TerminalUI

/// What panels agreed to do for a child and is still open: shown on the case until it is done.
enum CaseActions {
  /// The open actions, the first due first, each with its owner; nothing where none is open.
  ///
  /// In the shared view the words, which may name other people, are covered.
  static func lines(
    _ actions: [ActionFile], width: Int, desk: Desk
  ) -> [TextLine] {
    let (today, isShared) = (desk.today, desk.sharedView.covers(.action))
    let open = actions.filter { $0.action.doneOn == nil }
      .sorted { ($0.action.dueOn ?? .distantFuture) < ($1.action.dueOn ?? .distantFuture) }
    guard !open.isEmpty else { return [] }
    var lines = [
      TextLine("Open actions", .heading).then(
        "  \(desk.key(.panel(.done), in: .caseFile)) notes one as done", .muted)
    ]
    for file in open {
      let isLate = file.action.isOverdue(on: today)
      let due = CaseText.padded(file.action.dueOn?.medium ?? "no day", 13)
      let what = TextLine.wrapped(
        "\(isShared ? Wording.covered : file.action.what) – \(file.action.owner.isEmpty ? "nobody's" : file.action.owner)",
        width: width - 16)
      for (row, text) in what.enumerated() {
        var line =
          row == 0
          ? TextLine(due, isLate ? .overdue : .muted)
            .then(isLate ? "■ " : "○ ", isLate ? .overdue : .safe)
          : TextLine(String(repeating: " ", count: 15))
        line.spans += text.spans
        lines.append(line)
      }
    }
    return lines + [.blank]
  }

  /// Notes an action as done: the only one, or the one that is chosen.
  static func finish(_ actions: [ActionFile], of file: CaseFile, desk: Desk) -> Outcome {
    if desk.setting.isReadOnly { return .message(Message(.warning, Wording.readOnly)) }
    let open = actions.filter { $0.action.doneOn == nil }
    guard let first = open.first else {
      return .message(Message(.notice, "No panel's action is open in this case."))
    }
    let cover: NameCovering = { words in
      desk.sharedView.covers(.action) ? Wording.covered : desk.shown(words, about: file)
    }
    if open.count == 1 {
      return .push(ActionForm.finish(first, since: file.position, cover: cover))
    }
    return .push(
      ChooserScreen(
        title: "Which action is done?",
        items: open.map { action in
          ChooserScreen.Item(
            cover(action.action.what),
            notes: [
              Span(action.action.owner, Style(.muted)),
              Span(action.action.dueOn?.short ?? "", Style(.muted)),
            ], about: action.action.what,
            choice: .screen { _ in ActionForm.finish(action, since: file.position, cover: cover) })
        }
      ).findingNames)
  }
}
