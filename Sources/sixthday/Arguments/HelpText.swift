/// The text of `--help`, made from the same tables that parse the command line.
enum HelpText {
  /// What the program is, in half a sentence.
  static let purpose =
    "the board on which a council team sees every child out of school, and every clock"

  /// The help of the whole program, with the options of the dashboard, which has no name to ask by.
  static func program(_ commands: [CommandSpecification]) -> String {
    let dashboard = commands.first { $0.name.isEmpty }
    var lines = [
      "sixthday: \(purpose).",
      "",
      "usage: sixthday [COMMAND] [OPTIONS]",
      "       sixthday                 open the dashboard",
      "",
      "commands:",
    ]
    lines += aligned(commands.filter { !$0.name.isEmpty }.map { ($0.name, $0.summary) })
    lines += ["", "options:"]
    lines += aligned(
      (dashboard?.everyOption ?? []).map {
        ($0.form, help(of: $0.help, choices: $0.choices, byWord: $0.byWord))
      })
    lines += ["", "sixthday COMMAND --help says more of each."]
    return lines.joined(separator: "\n") + "\n"
  }

  /// The help of one command.
  static func command(_ command: CommandSpecification) -> String {
    var lines = [usage(of: command), "", command.summary]
    for note in command.notes { lines += [""] + wrapped(note, indent: 0) }
    if !command.operands.isEmpty {
      lines += ["", "words:"]
      lines += aligned(
        command.operands.map {
          ($0.name, help(of: $0.help, choices: $0.choices, byWord: $0.byWord))
        })
    }
    lines += ["", "options:"]
    lines += aligned(
      (command.options + CommandSpecification.common).map {
        ($0.form, help(of: $0.help, choices: $0.choices, byWord: $0.byWord))
      })
    if !command.examples.isEmpty {
      lines += ["", "examples:"]
      for example in command.examples { lines += ["  \(example.call)", "      \(example.effect)"] }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The line that shows how a command is written.
  static func usage(of command: CommandSpecification) -> String {
    var parts = ["usage: sixthday"]
    if !command.name.isEmpty { parts.append(command.name) }
    parts += command.operands.map { $0.isOptional ? "[\($0.name)]" : $0.name }
    parts.append("[OPTIONS]")
    return parts.joined(separator: " ")
  }

  /// What an option or a word does, with the values that it can have.
  static func help(
    of text: String, choices: [String], byWord: [FillingByWord]
  ) -> String {
    var sentences = [text]
    if !choices.isEmpty { sentences.append("One of: \(choices.joined(separator: ", ")).") }
    for part in byWord {
      guard case .columns(let names) = part.filling else { continue }
      sentences.append(
        "Of \(part.words.joined(separator: ", ")): \(names.joined(separator: ", ")).")
    }
    return sentences.joined(separator: " ")
  }

  private static func aligned(_ rows: [(String, String)]) -> [String] {
    let width = min(26, rows.map(\.0.count).max() ?? 0)
    return rows.flatMap { term, text -> [String] in
      let lines = wrapped(text, indent: width + 4)
      guard term.count <= width, let first = lines.first else { return ["  \(term)"] + lines }
      let padded = "  " + term + String(repeating: " ", count: width - term.count)
      return [padded + first.dropFirst(width + 2)] + lines.dropFirst()
    }
  }

  private static func wrapped(_ text: String, indent: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, indent + line.count + word.count + 1 > 78 {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " \(word)"
    }
    lines.append(line)
    return lines.map { String(repeating: " ", count: indent) + $0 }
  }
}
