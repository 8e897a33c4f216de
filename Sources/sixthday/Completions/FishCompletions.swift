/// Completions for fish: a line for every word that can be typed.
struct FishCompletions {
  let commands: [CommandSpecification]

  var text: String {
    let names = commands.map(\.name).filter { !$0.isEmpty }
    var lines = [
      "# Completions of sixthday for fish, made by: sixthday completions fish",
      "complete -c sixthday -f",
      "",
      "# Whether the command is the one named.",
      "function __sixthday_is",
      "  set -l words (commandline -opc)",
      "  test \"$words[2]\" = $argv[1]",
      "end",
      "",
      "# Whether the command is the one named, with so many words after it.",
      "function __sixthday_at",
      "  set -l words (commandline -opc)",
      "  set -l place 0",
      "  test \"$words[2]\" = $argv[1]; or return 1",
      "  set -l last ''",
      "  for word in $words[3..-1]",
      "    if not string match -q -- '-*' $word; and not contains -- $last $argv[3..-1]",
      "      set place (math $place + 1)",
      "    end",
      "    set last $word",
      "  end",
      "  test $place = $argv[2]",
      "end",
      "",
      "# Whether one of the words was given to the command.",
      "function __sixthday_after",
      "  set -l words (commandline -opc)",
      "  test \"$words[2]\" = $argv[1]; or return 1",
      "  for word in $argv[2..-1]",
      "    contains -- $word $words[3..-1]; and return 0",
      "  end",
      "  return 1",
      "end",
      "",
      "# Words with commas between, each perhaps with a dash before it.",
      "function __sixthday_columns",
      "  set -l token (string replace -r -- '^--[a-z-]+=' '' (commandline -ct))",
      "  set -l before (string replace -r -- '[^,]*$' '' $token)",
      "  string match -q -- '*,-*' ,$token; and set before $before-",
      "  for word in $argv",
      "    echo $before$word",
      "  end",
      "end",
      "",
      "function __sixthday_themes",
      "  set -l words (commandline -opc)",
      "  set -l themes ($words[1] \(Shell.themes))",
      "  test (count $themes) -gt 0; or set themes \(Shell.shippedThemes)",
      "  printf '%s\\n' $themes",
      "end",
      "",
      "function __sixthday_none",
      "  set -l words (commandline -opc)",
      "  not contains -- \"$words[2]\" \(names.joined(separator: " "))",
      "end",
      "",
      "function __sixthday_first",
      "  test (count (commandline -opc)) = 1",
      "end",
      "",
    ]
    for command in commands where !command.name.isEmpty {
      lines.append(
        "complete -c sixthday -n __sixthday_first -a \(command.name) -d \(Self.quoted(command.brief))"
      )
    }
    for command in commands {
      lines.append("")
      lines += options(of: command) + operands(of: command)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func options(of command: CommandSpecification) -> [String] {
    let condition =
      command.name.isEmpty ? "__sixthday_none" : "__sixthday_is \(command.name)"
    return command.everyOption.flatMap { option in
      option.words.flatMap { word in
        self.fillings(option.filling, option.byWord, of: command, condition).map {
          "complete -c sixthday -n \(Self.quoted($0.condition)) -l \(word.dropFirst(2))"
            + ($0.filling.map { " " + self.value($0) } ?? "")
            + " -d \(Self.quoted(option.help.firstSentence))"
        }
      }
    }
  }

  /// What there is to fill in, each with the condition for it.
  private func fillings(
    _ usual: Filling?, _ parts: [FillingByWord], of command: CommandSpecification,
    _ condition: String
  ) -> [(condition: String, filling: Filling?)] {
    guard !parts.isEmpty else { return [(condition, usual)] }
    func after(_ words: [String]) -> String {
      "__sixthday_after \(command.name) \(words.joined(separator: " "))"
    }
    let given = parts.map { ("\(condition); and \(after($0.words))", Optional($0.filling)) }
    return given + [
      ("\(condition); and not \(after(parts.flatMap(\.words)))", parts.before)
    ]
  }

  private func operands(of command: CommandSpecification) -> [String] {
    let valued = command.everyOption.filter { $0.value != nil }.flatMap(\.words)
    return command.operands.enumerated().flatMap { place, operand in
      let here = (["__sixthday_at \(command.name) \(place)"] + valued).joined(separator: " ")
      return fillings(operand.filling, operand.byWord, of: command, here).compactMap {
        (condition, filling) -> String? in
        guard let filling, filling != .free else { return nil }
        return "complete -c sixthday -n \(Self.quoted(condition)) \(word(filling))"
      }
    }
  }

  private func value(_ filling: Filling) -> String {
    switch filling {
    case .words(let words): "-x -a \(Self.quoted(words.joined(separator: " ")))"
    case .file: "-r -F"
    case .folder: "-x -a '(__fish_complete_directories)'"
    case .theme: "-x -a '(__sixthday_themes)'"
    case .columns(let names): "-x -a '(__sixthday_columns \(names.joined(separator: " ")))'"
    case .free: "-x"
    }
  }

  private func word(_ filling: Filling) -> String {
    if case .file = filling { return "-F" }
    return value(filling).replacingPrefix("-x ", with: "")
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.map { $0 == "'" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "'"
  }
}

extension String {
  fileprivate func replacingPrefix(_ prefix: String, with text: String) -> String {
    hasPrefix(prefix) ? text + dropFirst(prefix.count) : self
  }
}
