import Dashboard
import TerminalUI

/// How the person wants it: the file's settings, the environment's over them and the command line's over
/// those; their keys; their theme; and everything of it that could not be obeyed.
struct PersonalSettings {
  /// Who decided a setting.
  enum Origin {
    /// Nobody: it is as it usually is.
    case usual
    /// The file, on that line.
    case file(line: Int)
    /// A variable of the environment.
    case variable(String)
    /// An option of the command line.
    case option(String)
    /// The person at the screen, where the choice was kept.
    case screen

    /// Who that is, in words.
    var words: String {
      switch self {
      case .usual: "usual"
      case .file(let line): "line \(line) of your settings"
      case .variable(let name): "\(name) in the environment"
      case .option(let name): name
      case .screen: "chosen in the dashboard"
      }
    }
  }

  /// What holds.
  private(set) var settings = Settings()
  /// Who decided each, by name.
  private(set) var origins: [String: Origin] = [:]
  /// The keys, with the person's own.
  private(set) var keys = DashboardKeys.table
  /// The themes there are.
  let themes: ThemeShelf
  /// The theme that was chosen.
  private(set) var theme = Theme.plain
  /// What could not be obeyed.
  private(set) var problems: [FileProblem] = []
  /// What is obeyed, and has a consequence that the person may not have thought of.
  private(set) var notices: [FileProblem] = []

  /// Reads all of it.
  ///
  /// - Parameter invocation: The command line, where the command takes settings as options.
  /// - Throws: `Failure` for an option with a value that cannot be; files never stop the program.
  init(_ surroundings: Surroundings, _ invocation: Invocation? = nil) throws(Failure) {
    let folders = PersonalFolders(surroundings)
    themes = ThemeShelf(folders)
    readFile(folders)
    readEnvironment(surroundings)
    if let invocation { try readOptions(invocation) }
    resolve(surroundings)
    readKeys(folders)
    if let read = themes.read(settings.theme) ?? themes.read(Settings().theme) {
      theme = read.theme
      problems += read.problems
    }
  }

  /// What the dashboard says first where something could not be obeyed; nil where all was.
  var notice: String? {
    guard !problems.isEmpty else { return nil }
    let count = problems.count == 1 ? "One thing" : "\(problems.count) things"
    return "\(count) in your settings cannot be obeyed: sixthday config check says what."
  }

  private mutating func readFile(_ folders: PersonalFolders) {
    guard let path = folders.settings else { return }
    do throws(Failure) {
      guard let bytes = try TextFile.read(path) else { return }
      let file = SettingsFile(bytes, themes: themes.names)
      settings = file.settings
      for (name, line) in file.lines { origins[name] = .file(line: line) }
      problems += file.problems.map {
        FileProblem(place: path, line: $0.line, message: $0.message)
      }
    } catch {
      problems.append(FileProblem(place: path, message: error.message))
    }
  }

  private mutating func readEnvironment(_ surroundings: Surroundings) {
    for setting in Setting.all {
      guard let value = surroundings.variable(setting.variable) else { continue }
      if let problem = setting.set(value, in: &settings, themes: themes.names) {
        problems.append(FileProblem(place: setting.variable, message: problem))
      } else {
        origins[setting.name] = .variable(setting.variable)
      }
    }
  }

  private mutating func readOptions(_ invocation: Invocation) throws(Failure) {
    for setting in Setting.all {
      guard let value = invocation.value(setting.name) else { continue }
      if let problem = setting.set(value, in: &settings, themes: themes.names) {
        throw .usage("--\(setting.name): \(problem)", about: invocation.command)
      }
      origins[setting.name] = .option("--\(setting.name)")
    }
  }

  /// Puts what the customs of the system say where nobody has said anything of Sixthday's own.
  private mutating func resolve(_ surroundings: Surroundings) {
    // https://no-color.org: what is set for one program beats the variable that is for all.
    if settings.colours == .auto, surroundings.variable("NO_COLOR") != nil {
      settings.colours = .none
      origins["colours"] = .variable("NO_COLOR")
    }
    if settings.editor.isEmpty {
      let named = ["VISUAL", "EDITOR"].first { surroundings.variable($0) != nil }
      if let named, let command = surroundings.variable(named) {
        settings.editor = command
        origins["editor"] = .variable(named)
      }
    }
  }

  /// Who asks for a setting by name, in words; nil for nobody.
  func decider(of setting: String) -> String? { origins[setting]?.words }

  /// Takes the theme that was chosen in the dashboard, where nobody asks for one by name.
  mutating func recallTheme(_ memory: LookMemory) {
    guard settings.remember, origins["theme"] == nil, let name = memory.theme,
      themes.names.contains(name)
    else { return }
    settings.theme = name
    origins["theme"] = .screen
  }

  /// The editor to take where nobody names one: the first found of those that most machines have.
  static func usualEditor(_ surroundings: Surroundings) -> String? {
    surroundings.firstInstalled(of: ["editor", "nano", "vi"])
  }

  /// Finds the editor that is taken where nobody names one, for whoever wants to see or use it.
  mutating func findEditor(_ surroundings: Surroundings) {
    guard settings.editor.isEmpty else { return }
    settings.editor = PersonalSettings.usualEditor(surroundings) ?? ""
  }

  private mutating func readKeys(_ folders: PersonalFolders) {
    guard let path = folders.keys else { return }
    do throws(Failure) {
      guard let bytes = try TextFile.read(path) else { return }
      let rebound = DashboardKeys.rebound(by: bytes)
      keys = rebound.table
      func named(_ problem: KeyMapFile.Problem) -> FileProblem {
        FileProblem(place: path, line: problem.line, message: problem.message)
      }
      problems += rebound.problems.map(named)
      notices += rebound.notices.map(named)
    } catch {
      problems.append(FileProblem(place: path, message: error.message))
    }
  }
}
