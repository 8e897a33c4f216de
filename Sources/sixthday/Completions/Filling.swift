import Themes

/// What a value or a word of the command line can be filled in with, as a shell completes it.
enum Filling: Equatable {
  /// One of these words.
  case words([String])
  /// Some of these words with commas between, each perhaps with a dash before it.
  case columns([String])
  /// The name of a file.
  case file
  /// The name of a folder.
  case folder
  /// The name of a theme: one of the program's, or one of the person's own, which only the program knows.
  case theme
  /// What only the person knows.
  case free

  init(name: String?, choices: [String]) {
    self =
      switch name {
      case _ where !choices.isEmpty: .words(choices)
      case "FILE": .file
      case "FOLDER", "DIR": .folder
      case "THEME": .theme
      default: .free
      }
  }
}

/// What a value or a word can be where that hangs on what the command is asked for.
struct FillingByWord: Sendable {
  /// The words after the command's name, one of which was given.
  let words: [String]
  /// What it can be then.
  let filling: Filling
}

extension [FillingByWord] {
  /// What it can be before any of the words is given: every column, and nothing of all else.
  var before: Filling {
    var names: [String] = []
    for part in self {
      guard case .columns(let columns) = part.filling else { return .free }
      names += columns.filter { !names.contains($0) }
    }
    return .columns(names)
  }
}

extension OptionSpecification {
  /// What its value can be filled in with; nil for a switch.
  var filling: Filling? { value.map { Filling(name: $0, choices: choices) } }
}

extension Operand {
  /// What it can be filled in with.
  var filling: Filling { Filling(name: name, choices: choices) }
}

/// The shells for which there are completions.
enum Shell: String, CaseIterable {
  case bash, zsh, fish

  /// The completions of these commands, as the shell reads them.
  func completions(of commands: [CommandSpecification]) -> String {
    switch self {
    case .bash: BashCompletions(commands: commands).text
    case .zsh: ZshCompletions(commands: commands).text
    case .fish: FishCompletions(commands: commands).text
    }
  }

  /// The words with which the shell asks the program, by the name under which it was called, for its
  /// themes and the person's own.
  static let themes = "config themes --format csv 2>/dev/null | tail -n +2 | cut -d, -f1"

  /// The themes that there are where the program can't be asked, as where its path begins with "~".
  static let shippedThemes = Themes.names.joined(separator: " ")
}

extension CommandSpecification {
  /// The first sentence of what it does.
  var brief: String { summary.firstSentence }
}

extension String {
  /// What stands before the first full stop, without it.
  var firstSentence: String {
    var sentence = ""
    for word in split(separator: " ") {
      sentence += sentence.isEmpty ? String(word) : " \(word)"
      if word.hasSuffix(".") || word.hasSuffix(";") { return String(sentence.dropLast()) }
    }
    return sentence
  }
}
