import Dashboard
import TerminalUI

/// The manual page, made from the tables that the program itself goes by: commands, settings, keys.
struct ManualPage {
  /// Every command, the dashboard's among them.
  let commands: [CommandSpecification]
  /// The names of the themes.
  let themes: [String]

  /// The page as `man -l -` reads it.
  var text: String {
    var roff = Roff(
      title: "sixthday", section: 1, date: Sixthday.released,
      source: "Sixthday \(Sixthday.version)",
      manual: "User Commands")
    head(&roff)
    options(&roff)
    subcommands(&roff)
    keys(&roff)
    settings(&roff)
    surroundings(&roff)
    return roff.text
  }

  private var dashboard: CommandSpecification? { commands.first { $0.name.isEmpty } }
  private var named: [CommandSpecification] { commands.filter { !$0.name.isEmpty } }

  private func head(_ roff: inout Roff) {
    roff.section("Name")
    roff.formatted("sixthday \\- \(Roff.escaped(HelpText.purpose))")
    roff.section("Synopsis")
    roff.formatted("\(Roff.bold("sixthday")) [\(Roff.italic("OPTIONS"))]")
    for command in named {
      roff.formatted(".br")
      roff.formatted(synopsis(of: command))
    }
    roff.section("Description")
    roff.paragraph(
      "Sixthday is the board on which a council's alternative provision team sees every child who "
        + "is out of school and every clock that runs for them: the sixth school day, the "
        + "governors' fifteen, the review panel's, section 19, the six-weekly visit. A key shows the "
        + "proof of each deadline: the days counted, the days skipped, and the rule.")
    roff.paragraph(
      "Without a command it opens the dashboard, which needs a terminal. For a screen reader, a pipe "
        + "or an email the same is told in sentences by \"sixthday board --plain\".")
  }

  private func synopsis(of command: CommandSpecification) -> String {
    var parts = [Roff.bold("sixthday \(command.name)")]
    parts += command.operands.map {
      $0.isOptional ? "[\(Roff.italic($0.name))]" : Roff.italic($0.name)
    }
    parts.append("[\(Roff.italic("OPTIONS"))]")
    return parts.joined(separator: " ")
  }

  // MARK: What can be typed

  private func options(_ roff: inout Roff) {
    roff.section("Options")
    roff.paragraph("Of the dashboard:")
    for option in dashboard?.options ?? [] { item(option, &roff) }
    roff.paragraph("Of every command:")
    for option in CommandSpecification.common { item(option, &roff) }
    roff.item("--version", "Show the version and stop.")
  }

  private func subcommands(_ roff: inout Roff) {
    roff.section("Commands")
    for command in named {
      roff.subsection(HelpText.usage(of: command).replacingUsage)
      roff.paragraph(command.summary)
      for note in command.notes { roff.paragraph(note) }
      for operand in command.operands {
        roff.item(
          operand.name,
          HelpText.help(of: operand.help, choices: operand.choices, byWord: operand.byWord))
      }
      // Those that are settings stand under the dashboard already.
      let isSetting = Set(OptionSpecification.settings.map(\.name))
      for option in command.options where !isSetting.contains(option.name) { item(option, &roff) }
      if command.options.contains(where: { isSetting.contains($0.name) }) {
        roff.paragraph("The options of the dashboard that are settings hold here too.")
      }
      for example in command.examples {
        roff.paragraph(example.effect + ":")
        roff.verbatim([example.call])
      }
    }
  }

  private func item(_ option: OptionSpecification, _ roff: inout Roff) {
    roff.item(
      option.form, HelpText.help(of: option.help, choices: option.choices, byWord: option.byWord))
  }

  // MARK: The dashboard

  private func keys(_ roff: inout Roff) {
    roff.section("Keys")
    roff.paragraph(
      "In the dashboard ? shows the keys that hold where you are. A file of your own can change any "
        + "of them: sixthday config edit keys. Each stands here with the name that it has there.")
    for (context, bindings) in DashboardKeys.table.help(in: DashboardKeys.contexts) {
      roff.subsection(context.title)
      for binding in bindings {
        // In words: not every device on which a manual is read has arrows.
        let keys = binding.keys.map { $0.map(\.text).joined(separator: " ") }
        roff.item(
          keys.isEmpty ? "(no key)" : keys.joined(separator: ", "),
          "\(binding.description) (\(binding.name)).")
      }
    }
  }

  private func settings(_ roff: inout Roff) {
    roff.section("Settings")
    roff.paragraph(
      "The file of settings holds a line for each that you want otherwise, as in theme = chalk. A "
        + "line that begins with # is passed over. What cannot be obeyed never stops the dashboard; "
        + "sixthday config check names it. Every setting is an option of the dashboard too, and a "
        + "variable of the environment: SIXTHDAY_ and its name in capitals.")
    for setting in Setting.all {
      let values = setting.values(themes: themes)
      let usual = setting.usual.isEmpty ? "" : " Usually \(setting.usual)."
      roff.item(
        setting.name, [setting.help, values].filter { !$0.isEmpty }.joined(separator: " ") + usual)
    }
  }

  // MARK: The machine

  private func surroundings(_ roff: inout Roff) {
    roff.section("Environment")
    for (name, help) in Surroundings.variablesRead { roff.item(name, help) }
    roff.section("Files")
    for (name, help) in PersonalFolders.described { roff.item(name, help) }
    roff.section("Exit status")
    for status in ExitStatus.allCases { roff.item(String(status.rawValue), status.meaning) }
    roff.section("See also")
    roff.paragraph(
      "The README in the source tells how to install Sixthday and what it costs. "
        + "sixthday COMMAND --help says the same as this page of one command.")
  }
}

extension String {
  /// A usage line without the word before it.
  fileprivate var replacingUsage: String {
    hasPrefix("usage: ") ? String(dropFirst("usage: ".count)) : self
  }
}
