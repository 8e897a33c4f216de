import AlternativeProvision
import CaseStore
import Dashboard
import Glibc
import TerminalUI
import Themes

extension CommandSpecification {
  /// `sixthday` by itself: the dashboard.
  static let dashboard = CommandSpecification(
    name: "",
    summary: "Open the dashboard.",
    options: [
      .readOnly, .mouse, .theme,
    ],
    run: { invocation, surroundings in
      let isReadOnly = invocation.has("read-only")
      let path = try surroundings.caseloadPath(invocation)
      let isNew = access(path, F_OK) != 0
      let caseload = try Caseload.open(path, access: isReadOnly ? .readOnly : .create)
      let setting = DashboardSetting(
        author: surroundings.author, isReadOnly: isReadOnly,
        caseloadOption: invocation.value("caseload").map { "--caseload \($0)" }, caseloadPath: path,
        isNewFile: isNew,
        now: WallClock.now, editor: surroundings.editor)
      return try DashboardCall(invocation, surroundings).show(caseload, setting)
    })
}

extension OptionSpecification {
  /// `--read-only`.
  static let readOnly = OptionSpecification(
    name: "read-only", value: nil,
    help: "Look only: the file is opened so that nothing can change.")

  /// `--no-mouse`: leaves the mouse to the terminal, to select text with.
  static let mouse = OptionSpecification(
    name: "no-mouse", value: nil, help: "Leave the mouse to the terminal, to select text with it.")

  /// `--theme NAME`.
  static let theme = OptionSpecification(
    name: "theme", value: "NAME", help: "The look; dusk unless given.",
    choices: Themes.names)
}

/// Opens a terminal, shows the dashboard of a caseload on it, and gives the terminal back.
struct DashboardCall {
  private let invocation: Invocation
  private let surroundings: Surroundings

  init(_ invocation: Invocation, _ surroundings: Surroundings) {
    self.invocation = invocation
    self.surroundings = surroundings
  }

  /// Runs until the person leaves.
  ///
  /// - Throws: `Failure` where there is no terminal to show it on, or `StoreError`.
  func show(_ caseload: Caseload, _ setting: DashboardSetting) throws -> ExitStatus {
    let today = surroundings.today
    let terminal = try openTerminal()
    defer { terminal.close() }
    let app = try DashboardApp(
      caseload: caseload, today: today, size: terminal.size, setting: setting)
    app.run(on: terminal, clock: surroundings.wallClock)
    // A script is told by the custom of shells: 128 and the signal's number.
    return app.endedBy.flatMap { $0 > 0 ? ExitStatus(rawValue: 128 + $0) : nil } ?? .success
  }

  private func openTerminal() throws -> Terminal {
    let name = invocation.value("theme") ?? "dusk"
    let bytes = Themes.named(name) ?? Themes.dusk
    var options = Terminal.Options(
      theme: ThemeFile(
        bytes, name: name, roles: Role.general + Role.dashboard, shipped: Themes.named
      ).theme)
    options.usesColour = surroundings.variable("NO_COLOR") == nil
    options.colourTerm = surroundings.variable("COLORTERM") ?? ""
    options.usesMouse = !invocation.has("no-mouse")
    options.marksFrames = surroundings.variable("SIXTHDAY_FRAME_MARKER") == "1"
    options.name = surroundings.variable("TERM") ?? "(unset)"
    do {
      return try Terminal(options)
    } catch {
      throw Failure.refusal(error.advice)
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
