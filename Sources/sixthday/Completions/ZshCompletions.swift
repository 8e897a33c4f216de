/// Completions for zsh, on its own `_arguments`.
struct ZshCompletions {
  let commands: [CommandSpecification]

  var text: String {
    let named = commands.filter { !$0.name.isEmpty }
    let dashboard = commands.filter(\.name.isEmpty)
    return """
      #compdef sixthday
      # Completions of sixthday for zsh, made by: sixthday completions zsh
      _sixthday_themes() {
        local -a themes
        themes=(${(f)"$(\(Shell.themes))"})
        compadd -a themes
      }
      _sixthday() {
        local -a commands
        if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
          commands=(
      \(named.map { "      \(Self.quoted("\($0.name):\($0.brief)"))" }.joined(separator: "\n"))
          )
          _describe command commands
          return
        fi
        case $words[2] in
      \(named.map(branch).joined(separator: "\n"))
        *)
          _arguments -s -S \\
      \(dashboard.flatMap(arguments).joined(separator: " \\\n"))
          ;;
        esac
      }
      if [[ $funcstack[1] == _sixthday ]]; then
        _sixthday "$@"
      else
        compdef _sixthday sixthday
      fi

      """
  }

  private func branch(of command: CommandSpecification) -> String {
    """
      \(command.name))
        (( CURRENT-- ))
        shift words
        _arguments -s -S \\
    \(arguments(of: command).joined(separator: " \\\n"))
        ;;
    """
  }

  private func arguments(of command: CommandSpecification) -> [String] {
    let options = command.everyOption.flatMap { option in
      option.words.map { word in
        let help = "[\(Self.escaped(option.help.firstSentence))]"
        let value = option.filling.map { "=\(help):\(option.value ?? ""):\(action($0))" }
        return "      " + Self.quoted(word + (value ?? help))
      }
    }
    let operands = command.operands.enumerated().map { place, operand in
      let mark = operand.isOptional ? "::" : ":"
      return "      "
        + Self.quoted("\(place + 1)\(mark)\(operand.name):\(action(operand.filling))")
    }
    return options + operands
  }

  private func action(_ filling: Filling) -> String {
    switch filling {
    case .words(let words): "(\(words.joined(separator: " ")))"
    case .file: "_files"
    case .folder: "_files -/"
    case .theme: "_sixthday_themes"
    case .free: " "
    }
  }

  /// What would end a description before its time.
  private static func escaped(_ text: String) -> String {
    text.map { "[]:\\".contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.map { $0 == "'" ? "'\\''" : String($0) }.joined() + "'"
  }
}
