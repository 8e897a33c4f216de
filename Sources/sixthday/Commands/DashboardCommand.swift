import AlternativeProvision
import CaseStore
import Dashboard
import Glibc
import Interchange
import MadeUpCaseload
import TerminalUI

extension CommandSpecification {
  /// `sixthday` by itself: the dashboard.
  static let dashboard = CommandSpecification(
    name: "",
    summary: "Open the dashboard.",
    options: [
      .readOnly
    ] + OptionSpecification.settings,
    examples: [
      ("sixthday --theme projector --shared-view", "for a room that looks on: no child is named"),
      ("sixthday --caseload team.sqlite3 --read-only", "another file, and nothing can change it"),
    ],
    run: { invocation, surroundings in
      let call = try DashboardCall(invocation, surroundings)
      let isNew = !FileName.exists(try surroundings.caseloadPath(invocation))
      // A file that was named is one that somebody has: made anew, a slip or a share that is not there
      // would be taken for a caseload without a child.
      let isNamed = invocation.value("caseload") != nil
      var (caseload, setting) = try call.open(isNamed ? .readWrite : .create)
      setting.isNewFile = isNew
      return try call.show(caseload, setting)
    })
}

extension Caseload {
  /// What to say where all must be worked out anew because the file may not be written.
  var editionNotice: String? {
    isOfThisEdition
      ? nil
      : "Worked out anew: another edition wrote this. Open it once without --read-only."
  }
}

extension OptionSpecification {
  /// `--read-only`.
  static let readOnly = OptionSpecification(
    name: "read-only", value: nil,
    help: "Look only: the file is opened so that nothing can change.")
}

/// Opens a terminal, shows the dashboard of a caseload on it, and gives the terminal back.
struct DashboardCall {
  private let invocation: Invocation
  private let surroundings: Surroundings
  private let personal: PersonalSettings

  /// Reads how the person wants it, before anything is opened or made.
  ///
  /// - Throws: `Failure` for an option that cannot be.
  init(_ invocation: Invocation, _ surroundings: Surroundings) throws {
    self.invocation = invocation
    self.surroundings = surroundings
    personal = try PersonalSettings(surroundings, invocation)
  }

  /// How the person wants it.
  var settings: Settings { personal.settings }

  /// Opens the caseload that the command line names, with what the dashboard is told of it.
  ///
  /// - Parameter access: What is meant to be done with it, unless `--read-only` forbids that.
  func open(_ access: Access) throws -> (Caseload, DashboardSetting) {
    let isReadOnly = invocation.has("read-only")
    let path = try surroundings.caseloadPath(invocation)
    ReadAhead.begin(path)
    let caseload = try Caseload.opened(path, access: isReadOnly ? .readOnly : access)
    var setting = DashboardSetting(
      author: surroundings.author,
      // One that "demo --save" has kept says so for as long as it is kept.
      isDemo: try caseload.firstAuthor() == MadeUpCaseload.author, isReadOnly: isReadOnly,
      caseloadOption: invocation.value("caseload").map { "--caseload \($0)" }, caseloadPath: path,
      settings: settings, now: WallClock.now)
    if isReadOnly {
      setting.notice = caseload.editionNotice
    } else if caseload.isOnNetworkDrive {
      setting.notice = "This file is on a network drive: open it from one machine at a time."
    }
    return (caseload, setting)
  }

  /// Runs until the person leaves.
  ///
  /// - Parameter isKept: Whether the caseload is there tomorrow, so that how it was looked at is worth
  ///   keeping.
  /// - Throws: `Failure` where there is no terminal to show it on, or `StoreError`.
  func show(
    _ caseload: Caseload, _ setting: DashboardSetting, isKept: Bool = true
  ) throws -> ExitStatus {
    let today = surroundings.today
    var app: DashboardApp?
    // Said once the terminal is the shell's again, or it would go with the screen.
    defer {
      if let path = app?.rescued?.path {
        StandardOutput.complain(
          "the caseload did not take what \(surroundings.author) typed. Take it up from this file, "
            + "then delete it:\n\(path)")
      }
    }
    let terminal = try openTerminal()
    defer { terminal.close() }
    var setting = setting
    setting.settings = personal.settings
    setting.canonicalPath = FileName.canonical(caseload.path)
    setting.usualEditor = { [surroundings] in PersonalSettings.usualEditor(surroundings) }
    setting.importKinds = ImportKind.allCases.map(\.rawValue)
    setting.papers =
      PaperCabinet(base: personal.settings.papers, home: surroundings.variable("HOME")).papers
    // A made-up caseload goes with the program, and nobody takes up its words.
    if isKept { setting.rescue = RescueFile(besides: caseload.path, surroundings) }
    setting.keys = personal.keys
    setting.notice = personal.notice ?? setting.notice
    setting.themeDecidedBy = personal.decider(of: "theme")
    setting.themes = ThemeChoice(
      names: personal.themes.names, theme: { personal.themes.read($0)?.theme })
    if personal.settings.remember, isKept {
      setting.memory = LookMemory(PersonalFolders(surroundings))
    }
    let shown = try DashboardApp(
      caseload: caseload, today: today, size: terminal.size, setting: setting)
    app = shown
    shown.run(on: terminal, clock: surroundings.wallClock)
    // A script is told by the custom of shells: 128 and the signal's number.
    guard let signal = shown.endedBy, signal > 0 else { return .success }
    return ExitStatus(rawValue: 128 + signal) ?? .terminated
  }

  private func openTerminal() throws -> Terminal {
    let settings = personal.settings
    var options = Terminal.Options(theme: personal.theme)
    options.mostColours = settings.colours.most
    options.usesColour = settings.colours != .none
    // Who asks for all of them by name knows the terminal better than its description does.
    options.colourTerm =
      settings.colours == .trueColour ? "truecolor" : surroundings.variable("COLORTERM") ?? ""
    options.mostCharacters = settings.characters.most
    options.usesMouse = settings.mouse
    options.escapeDelay = .milliseconds(settings.escapeDelay)
    options.marksFrames = surroundings.variable("SIXTHDAY_FRAME_MARKER") == "1"
    options.name = surroundings.variable("TERM") ?? "(unset)"
    do {
      return try Terminal(options)
    } catch {
      throw Failure.refusal(error.advice)
    }
  }
}

extension ColourSetting {
  /// The most colours that it allows.
  fileprivate var most: ColourDepth {
    switch self {
    case .auto, .trueColour: .direct
    case .twoHundredAndFiftySix: .indexed
    case .sixteen: .sixteen
    case .eight: .eight
    case .none: .none
    }
  }
}

extension CharacterSetting {
  /// The most characters that it allows.
  fileprivate var most: Repertoire {
    switch self {
    case .auto: .unicode
    case .latin1: .latin1
    case .ascii: .ascii
    }
  }
}

extension Surroundings {
  /// The clock on the wall; a pinned day never passes.
  var wallClock: WallClock {
    let pinned = variable("SIXTHDAY_TODAY") != nil
    let start = today
    return WallClock(
      today: { pinned ? start : Surroundings.day(at: Int64(time(nil))) },
      untilTomorrow: { pinned ? nil : Surroundings.untilTomorrow() })
  }

  /// How long until the next local day begins.
  private static func untilTomorrow() -> Duration {
    var moment = time(nil)
    var parts = tm()
    localtime_r(&moment, &parts)
    let passed = Int(parts.tm_hour) * 3600 + Int(parts.tm_min) * 60 + Int(parts.tm_sec)
    return .seconds(max(1, 86_400 - passed))
  }
}

extension WallClock {
  /// The time of a change.
  static func now() -> Instant { Instant(seconds: Int64(time(nil))) }
}
