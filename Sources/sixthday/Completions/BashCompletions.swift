/// Completions for bash, which need nothing but bash.
struct BashCompletions {
  let commands: [CommandSpecification]

  var text: String {
    """
    # Completions of sixthday for bash, made by: sixthday completions bash
    _sixthday() {
      local cur=${COMP_WORDS[COMP_CWORD]} prev= command= options= valued= place=0 first= i
      (( COMP_CWORD > 0 )) && prev=${COMP_WORDS[COMP_CWORD-1]}
      COMPREPLY=()
      # Bash takes --format=csv apart into three words.
      if [[ $cur == '=' ]]; then cur=
      elif [[ $prev == '=' ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi
      if (( COMP_CWORD > 1 )) && [[ ${COMP_WORDS[1]} != -* ]]; then command=${COMP_WORDS[1]}; fi
      case $command in
    \(commands.map(options).joined(separator: "\n"))
        *) return ;;
      esac
      for (( i = 2; i < COMP_CWORD; i++ )); do
        case ${COMP_WORDS[i]} in
          -*|=) ;;
          *)
            case " $valued " in
              *" ${COMP_WORDS[i-1]} "*) ;;
              *)
                [[ ${COMP_WORDS[i-1]} == '=' ]] && continue
                (( place == 0 )) && first=${COMP_WORDS[i]}
                place=$((place + 1)) ;;
            esac ;;
        esac
      done
      case $command:$prev in
    \(commands.flatMap(values).joined(separator: "\n"))
      esac
      if [[ $cur == -* ]]; then
        COMPREPLY=( $(compgen -W "$options" -- "$cur") )
        return
      fi
      case $command:$place in
    \((commands.flatMap(operands) + [first]).joined(separator: "\n"))
      esac
    }
    _sixthday_files() {
      local IFS=$'\\n'
      compopt -o filenames 2>/dev/null
      COMPREPLY=( $(compgen "$1" -- "$2") )
    }
    # Words with commas between, each perhaps with a dash before it.
    _sixthday_columns() {
      local last=${cur##*,}
      local before=${cur%"$last"}
      if [[ $last == -* ]]; then before+=-; last=${last#-}; fi
      COMPREPLY=( $(compgen -P "$before" -W "$1" -- "$last") )
      compopt -o nospace 2>/dev/null
    }
    _sixthday_themes() {
      local themes
      themes=$("${COMP_WORDS[0]}" \(Shell.themes))
      COMPREPLY=( $(compgen -W "${themes:-\(Shell.shippedThemes)}" -- "$cur") )
    }
    complete -F _sixthday sixthday

    """
  }

  /// What a command takes, and which of it wants a value.
  private func options(of command: CommandSpecification) -> String {
    let all = command.everyOption
    let words = all.flatMap(\.words).joined(separator: " ")
    let valued = all.filter { $0.value != nil }.flatMap(\.words).joined(separator: " ")
    return "    \(pattern(command))) options='\(words)' valued='\(valued)' ;;"
  }

  private func values(of command: CommandSpecification) -> [String] {
    command.everyOption.compactMap { option in
      option.filling.map {
        let reply = option.byWord.isEmpty ? reply($0) : reply(option.byWord)
        return "    \(pattern(command)):--\(option.name)) \(reply) return ;;"
      }
    }
  }

  private func operands(of command: CommandSpecification) -> [String] {
    command.operands.enumerated().compactMap { place, operand in
      let reply = operand.byWord.isEmpty ? reply(operand.filling) : reply(operand.byWord)
      return reply.isEmpty ? nil : "    \(pattern(command)):\(place)) \(reply) ;;"
    }
  }

  /// The first word of all is a command's name.
  private var first: String {
    let names = commands.map(\.name).filter { !$0.isEmpty }
    return "    '':0) (( COMP_CWORD == 1 )) && \(reply(.words(names))) ;;"
  }

  private func pattern(_ command: CommandSpecification) -> String {
    command.name.isEmpty ? "''" : command.name
  }

  /// What hangs on the first word after the command's name.
  private func reply(_ parts: [FillingByWord]) -> String {
    let branches = parts.map { part in
      "\(part.words.joined(separator: "|"))) \(reply(part.filling)) ;;"
    }
    let before = parts.before == .free ? [] : ["'') \(reply(parts.before)) ;;"]
    return "case $first in \((branches + before).joined(separator: " ")) esac;"
  }

  private func reply(_ filling: Filling) -> String {
    switch filling {
    case .words(let words):
      "COMPREPLY=( $(compgen -W '\(words.joined(separator: " "))' -- \"$cur\") );"
    case .file: "_sixthday_files -f \"$cur\";"
    case .folder: "_sixthday_files -d \"$cur\";"
    case .theme: "_sixthday_themes;"
    case .columns(let names): "_sixthday_columns '\(names.joined(separator: " "))';"
    case .free: ""
    }
  }
}
