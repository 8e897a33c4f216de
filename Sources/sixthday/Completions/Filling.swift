/// What a value or a word of the command line can be filled in with, as a shell completes it.
enum Filling {
  /// One of these words.
  case words([String])
  /// The name of a file.
  case file
  /// The name of a folder.
  case folder
  /// The name of a theme, which only the program knows.
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

  /// The command by which the shell asks for the names of the themes.
  static let themes = "sixthday config themes --format csv 2>/dev/null | tail -n +2 | cut -d, -f1"
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
