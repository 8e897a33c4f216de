import TerminalUI

/// A key that a message offers, as in "u undoes it": named as the person has bound it.
struct KeyAdvice {
  /// What the key calls.
  var command: DashboardCommand
  /// What it does here, after the key, without a full stop.
  var words: String

  /// That the change which was just made can be taken back.
  static let undoesIt = KeyAdvice(command: .undo, words: "undoes it")
}

extension Desk {
  /// The key that calls a command, for a message to name it: the first as the person has it, or the
  /// command's title, by which it can be found, where they have taken its keys away.
  ///
  /// - Parameter contexts: Where it is to be pressed; then any other place where it is bound is looked at.
  func key(_ command: DashboardCommand, in contexts: KeyContext...) -> String {
    key(command, in: contexts)
  }

  /// The advice as a sentence, for where it can be followed.
  func sentence(_ advice: KeyAdvice, in contexts: [KeyContext]) -> String {
    "\(key(advice.command, in: contexts)) \(advice.words)."
  }

  private func key(_ command: DashboardCommand, in contexts: [KeyContext]) -> String {
    let contexts = contexts + KeyContext.all
    guard let keys = self.keys.binding(of: command, in: contexts)?.keys.first else {
      let title = DashboardKeys.table.binding(of: command, in: contexts)?.title ?? ""
      return "\u{201C}\(title)\u{201D}"
    }
    // In a sentence Control is written out, which a footer has no room for.
    return keys.map { key in
      let label = key.label
      return label.count == 2 && label.first == "^" ? "Ctrl-" + label.dropFirst() : label
    }.joined(separator: " ")
  }
}
