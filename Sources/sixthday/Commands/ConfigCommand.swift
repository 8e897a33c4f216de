import Dashboard
import Interchange

import enum TerminalUI.Suggestion

extension CommandSpecification {
  /// `sixthday config`: a person's own settings, keys and themes, shown, checked and edited.
  static let config = CommandSpecification(
    name: "config",
    summary: "Show, check or edit your own settings, keys and themes.",
    operands: [
      Operand(
        name: "WHAT", help: "What to do; show unless given.",
        choices: ConfigAct.allCases.map(\.rawValue), isOptional: true),
      Operand(
        name: "NAME",
        help: "Of edit and path: settings (unless given) or keys. Of themes: the theme to print.",
        isOptional: true,
        byWord: [
          FillingByWord(
            words: [ConfigAct.edit, .path].map(\.rawValue),
            filling: .words(ConfigFile.allCases.map(\.rawValue))),
          FillingByWord(words: [ConfigAct.themes.rawValue], filling: .theme),
        ]),
    ],
    options: [.format],
    notes: [
      "show: every setting with its value and who decided it. check: what is wrong in your settings, "
        + "keys and themes, with the line; the exit status is 1 where something is. edit: your "
        + "settings or keys in your editor; a file that is not there yet is made, with every line "
        + "of it explained and commented out. path: where they are. keys: every command with its "
        + "keys. themes: every theme, or one of them to start your own from.",
      "What cannot be obeyed never stops the dashboard: the rest of the file still counts.",
    ],
    examples: [
      ("sixthday config edit", "your settings, each explained"),
      ("sixthday config edit keys", "your keys, beside the ones that hold without"),
      (
        "sixthday config themes dusk > ~/.config/sixthday/themes/mine.theme",
        "a theme of your own to change; then: theme = mine"
      ),
    ],
    run: { invocation, surroundings in
      let act = invocation.word(0).flatMap(ConfigAct.init(rawValue:)) ?? .show
      return try ConfigCall(invocation, surroundings).run(act, invocation.word(1))
    })
}

/// What `sixthday config` can do.
private enum ConfigAct: String, CaseIterable {
  case show, check, edit, path, keys, themes
}

/// What of a person's own is a file with one name.
private enum ConfigFile: String, CaseIterable {
  case settings, keys
}

/// Answers one call of `sixthday config`.
private struct ConfigCall {
  let invocation: Invocation
  let surroundings: Surroundings
  let folders: PersonalFolders

  init(_ invocation: Invocation, _ surroundings: Surroundings) {
    self.invocation = invocation
    self.surroundings = surroundings
    folders = PersonalFolders(surroundings)
  }

  func run(_ act: ConfigAct, _ name: String?) throws -> ExitStatus {
    let takesName = act == .edit || act == .path || act == .themes
    if let name, !takesName {
      throw Failure.usage(
        "config \(act.rawValue) does not take the word '\(name)'", about: invocation.command)
    }
    if invocation.has("format"), act != .show, act != .themes {
      throw Failure.usage(
        "--format is for config show and config themes", about: invocation.command)
    }
    var personal = try PersonalSettings(surroundings)
    personal.findEditor(surroundings)
    if act == .show || act == .themes { personal.recallTheme(LookMemory(folders)) }
    switch act {
    case .show: print(settings(personal))
    case .check: return check(personal)
    case .edit: return try edit(try file(name), personal)
    case .path: StandardOutput.write(try path(of: try file(name)) + "\n")
    case .keys: StandardOutput.write(ConfigText.keys(personal.keys))
    case .themes:
      if let name { return try printTheme(name, personal.themes) }
      print(themes(personal))
    }
    return .success
  }

  private func print(_ table: Table) {
    let format = invocation.value("format").flatMap(TableFormat.init(rawValue:)) ?? .table
    StandardOutput.write(table.written(as: format, width: surroundings.outputWidth))
  }

  // MARK: Showing

  private func settings(_ personal: PersonalSettings) -> Table {
    Table(
      columns: [
        TableColumn("setting", mayShrink: false), TableColumn("value"),
        TableColumn("decided_by", title: "decided by"),
      ],
      rows: Setting.all.map { setting in
        let value = setting.value(in: personal.settings)
        return [
          .text(setting.name), .text(value.isEmpty ? "–" : value),
          .text((personal.origins[setting.name] ?? .usual).words),
        ]
      })
  }

  private func themes(_ personal: PersonalSettings) -> Table {
    let shelf = personal.themes
    return Table(
      columns: [
        TableColumn("theme", mayShrink: false), TableColumn("chosen"),
        TableColumn("about"), TableColumn("problems", alignment: .right),
      ],
      rows: shelf.names.map { name in
        [
          .text(name), .flag(name == personal.settings.theme),
          .text(shelf.about(name) ?? "yours: \(shelf.path(of: name) ?? name)"),
          .integer(shelf.read(name)?.problems.count ?? 0),
        ]
      })
  }

  private func printTheme(_ name: String, _ shelf: ThemeShelf) throws -> ExitStatus {
    guard let bytes = try shelf.bytes(of: name) else {
      throw Failure.usage(
        "there is no theme '\(name)': there are \(shelf.names.joined(separator: ", "))"
          + Suggestion.clause(for: name, among: shelf.names), about: invocation.command)
    }
    StandardOutput.write(bytes)
    return .success
  }

  // MARK: Checking

  private func check(_ personal: PersonalSettings) -> ExitStatus {
    // The chosen theme has been read already.
    let unused = personal.themes.own.filter { $0 != personal.settings.theme }
      .flatMap { personal.themes.read($0)?.problems ?? [] }
    let problems = personal.problems + unused
    for problem in problems { StandardOutput.write("\(problem)\n") }
    for notice in personal.notices { StandardOutput.write("notice: \(notice)\n") }
    for name in personal.themes.own {
      let faint = personal.themes.faint(name)
      guard !faint.isEmpty else { continue }
      StandardOutput.write(
        "notice: theme \(name) is hard to read where it says \(faint.joined(separator: ", ")); "
          + "4.5 to 1 is what text needs, 3 to 1 lines and bars\n")
    }
    if personal.settings.remember, let folder = folders.state, !TextFile.canKeep(in: folder) {
      StandardOutput.write(
        "notice: nothing can be kept in \(harmless(folder)), so each start begins anew\n")
    }
    let own = personal.themes.own.count
    let parts = [
      present(folders.settings) ? "your settings" : nil, present(folders.keys) ? "your keys" : nil,
      own > 0 ? "\(own) \(own == 1 ? "theme" : "themes") of yours" : nil,
    ].compactMap { $0 }
    let read =
      parts.isEmpty
      ? "there are no settings, keys or themes of yours in \(folders.config ?? "a home")"
      : "read: \(parts.joined(separator: ", "))"
    // The dashboard counts what is wrong with what it uses.
    let others = unused.isEmpty ? "" : ", \(unused.count) of them in a theme that is not chosen"
    let count = (problems.count == 1 ? "1 problem" : "\(problems.count) problems") + others
    StandardOutput.write("\(count); \(read)\n")
    return problems.isEmpty ? .success : .refusal
  }

  private func present(_ path: String?) -> Bool { path.map(FileName.exists) ?? false }

  // MARK: Editing

  private func file(_ name: String?) throws -> ConfigFile {
    guard let name else { return .settings }
    guard let file = ConfigFile(rawValue: name) else {
      throw Failure.usage(
        "NAME cannot be '\(name)': it is settings or keys"
          + Suggestion.clause(for: name, among: ConfigFile.allCases.map(\.rawValue)),
        about: invocation.command)
    }
    return file
  }

  private func path(of file: ConfigFile) throws -> String {
    guard let path = file == .settings ? folders.settings : folders.keys else {
      throw Failure.refusal("neither HOME nor XDG_CONFIG_HOME is set, so there is no place for it")
    }
    return path
  }

  private func edit(_ file: ConfigFile, _ personal: PersonalSettings) throws -> ExitStatus {
    let path = try path(of: file)
    guard surroundings.inputIsTerminal, surroundings.outputIsTerminal else {
      throw Failure.refusal("an editor needs a terminal; the file is \(path)")
    }
    let editor = personal.settings.editor
    guard !editor.isEmpty else {
      throw Failure.refusal("no editor is known: set EDITOR, for example to nano")
    }
    if !FileName.exists(path) {
      let text =
        file == .settings
        ? SettingsTemplate.text(themes: personal.themes.names) : ConfigText.keys(personal.keys)
      do throws(Failure) {
        try TextFile.makeFolder(folders.config ?? ".")
        try TextFile.write(Array(text.utf8), to: path)
      } catch {
        throw Failure.refusal("\(path): \(error.message)")
      }
    }
    let status = ExternalEditor.run(editor, on: path)
    guard status == 0 else {
      throw Failure.refusal("the editor '\(editor)' ended with a fault; the file is \(path)")
    }
    let problems = try PersonalSettings(surroundings).problems
    for problem in problems { StandardOutput.remark("\(problem)\n") }
    return problems.isEmpty ? .success : .refusal
  }
}
