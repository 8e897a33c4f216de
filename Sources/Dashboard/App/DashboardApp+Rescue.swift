import TerminalUI

/// What becomes of words that could not be saved when the program ends.
extension DashboardApp {
  /// What is typed on any screen and no file holds; nil where everything is kept.
  private func unsavedWords() -> String? {
    for index in screens.indices { screens[index].leave(desk: desk) }
    let words = screens.compactMap { $0.unsavedWords(desk: desk) }
    return words.isEmpty ? nil : words.joined(separator: "\n")
  }

  /// What is said before one leaves: where words go that could not be saved, if there are any.
  func warningOfLeaving() -> String {
    guard desk.setting.rescue != nil, unsavedWords() != nil else {
      return screens.count > 1 ? Wording.leaving(desk) : "\(desk.key(.leave)) again leaves."
    }
    // Where is said by the key that asks for a file, and once the program has left.
    return "Not saved: \(desk.key(.leave)) again writes your words to a file and leaves."
  }

  /// Whether the program can end without losing a word; where it can't, it says so.
  func canLeave() -> Bool {
    guard let problem = rescueWords() else { return true }
    say(
      Message(
        .error,
        "Your words can't be written: \(problem). Copy them from the screen before you leave."
      ))
    return false
  }

  /// Writes what could not be saved to another file; what is wrong where that fails.
  @discardableResult
  func rescueWords() -> String? {
    guard let rescue = desk.setting.rescue, let words = unsavedWords(), words != rescued?.words
    else { return nil }
    do {
      rescued = (words, try rescue.write(Wording.rescued(words, desk)))
      return nil
    } catch {
      return "\(error)"
    }
  }
}
