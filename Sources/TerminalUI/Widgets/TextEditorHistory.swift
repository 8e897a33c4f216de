/// What was done to a text, so that it can be undone and done again.
///
/// Characters typed one after the other are one step up to the end of a word, as a person would take
/// them back.
struct EditHistory: Sendable {
  /// What sort of edit it was: only typing and deleting one by one run together.
  enum Kind: Hashable, Sendable {
    case typing, deleting, other
  }

  /// A stretch of text that was replaced.
  struct Edit: Sendable {
    var at: Int
    var removed: [Character]
    var inserted: [Character]
    var cursorBefore: Int
    var cursorAfter: Int
  }

  private var done: [[Edit]] = []
  private var undone: [[Edit]] = []
  private var last: Kind?

  /// As many steps as anyone would take back one by one.
  private static let most = 500

  mutating func note(_ edit: Edit, as kind: Kind) {
    undone = []
    let endsWord = edit.inserted.last.map { $0.isWhitespace } ?? false
    if kind != .other, kind == last, let previous = done.last?.last,
      previous.cursorAfter == edit.cursorBefore
    {
      done[done.count - 1].append(edit)
    } else {
      done.append([edit])
      if done.count > EditHistory.most { done.removeFirst() }
    }
    last = kind == .typing && endsWord ? nil : kind
  }

  /// What is typed next begins a step of its own.
  mutating func pause() { last = nil }

  /// The edits of the last step, to be taken back from the last to the first.
  mutating func takeBack() -> [Edit]? {
    last = nil
    guard let step = done.popLast() else { return nil }
    undone.append(step)
    return step.reversed()
  }

  /// The edits of the step that was taken back last, to be done again from the first to the last.
  mutating func doAgain() -> [Edit]? {
    last = nil
    guard let step = undone.popLast() else { return nil }
    done.append(step)
    return step
  }
}

extension TextEditor {
  /// Takes back the last step.
  public mutating func undo() -> Answer {
    guard let edits = history.takeBack() else { return .moved }
    for edit in edits {
      apply(edit.at..<(edit.at + edit.inserted.count), edit.removed)
      cursor = min(edit.cursorBefore, characters.count)
    }
    goal = nil
    return .changed
  }

  /// Does again what was taken back.
  public mutating func redo() -> Answer {
    guard let edits = history.doAgain() else { return .moved }
    for edit in edits {
      apply(edit.at..<(edit.at + edit.removed.count), edit.inserted)
      cursor = min(edit.cursorAfter, characters.count)
    }
    goal = nil
    return .changed
  }
}
