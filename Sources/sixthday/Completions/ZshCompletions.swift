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
        themes=(${(f)"$($program \(Shell.themes))"})
        (( $#themes )) || themes=(\(Shell.shippedThemes))
        compadd -a themes
      }
      # Words with commas between, each perhaps with a dash before it.
      _sixthday_columns() {
        compset -P '*,'
        compset -P '[-]'
        compadd -S '' -- "$@"
      }
      \(commands.flatMap(functions).joined(separator: "\n"))
      _sixthday() {
        local -a commands
        local program=$words[1]
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
        let value = option.filling.map { filling in
          let action =
            option.byWord.isEmpty ? action(filling) : " \(Self.function(command, option.name))"
          return "=\(help):\(option.value ?? ""):\(action)"
        }
        return "      " + Self.quoted(word + (value ?? help))
      }
    }
    let operands = command.operands.enumerated().map { place, operand in
      let mark = operand.isOptional ? "::" : ":"
      let action =
        operand.byWord.isEmpty
        ? action(operand.filling) : " \(Self.function(command, operand.name))"
      return "      " + Self.quoted("\(place + 1)\(mark)\(operand.name):\(action)")
    }
    return options + operands
  }

  /// What fills in where that hangs on the words that were given, each a function of its own.
  private func functions(of command: CommandSpecification) -> [String] {
    let named =
      command.operands.map { ($0.name, $0.byWord) } + command.options.map { ($0.name, $0.byWord) }
    return named.filter { !$0.1.isEmpty }.map { name, parts in
      let branches = parts.map { part in
        "    \(part.words.joined(separator: "|"))) \(statement(part.filling)) ;;"
      }
      let words = parts.flatMap(\.words).joined(separator: "|")
      return """
          \(Self.function(command, name))() {
            case ${words[(r)(\(words))]} in
        \((branches + ["    *) \(statement(parts.before)) ;;"]).joined(separator: "\n"))
            esac
          }
        """
    }
  }

  private static func function(_ command: CommandSpecification, _ name: String) -> String {
    "_sixthday_\(command.name)_\(name.lowercased())"
  }

  private func statement(_ filling: Filling) -> String {
    switch filling {
    case .words(let words): "compadd -- \(words.joined(separator: " "))"
    case .columns, .theme, .file, .folder: String(action(filling).drop { $0 == " " })
    case .free: "return"
    }
  }

  private func action(_ filling: Filling) -> String {
    switch filling {
    case .words(let words): "(\(words.joined(separator: " ")))"
    case .file: "_files"
    case .folder: "_files -/"
    case .theme: " _sixthday_themes"
    case .columns(let names): " _sixthday_columns \(names.joined(separator: " "))"
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
