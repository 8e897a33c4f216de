import AlternativeProvision
import Glibc

/// What the program is told by the machine it runs on: read once, here, and nowhere else.
struct Surroundings {
  /// The environment's variables.
  let variables: [String: String]
  /// The day on which the program was started, by the machine's local time.
  let today: Day
  /// Seconds since 1970 at the start.
  let startedAt: Int64
  /// Whether standard input is a terminal.
  let inputIsTerminal: Bool
  /// Whether standard output is a terminal.
  let outputIsTerminal: Bool
  /// Whether standard error is a terminal.
  let errorIsTerminal: Bool

  /// Reads the environment, the clock and what the standard streams are.
  ///
  /// - Throws: `Failure` where `SIXTHDAY_TODAY` is set to something that is not a date.
  init() throws {
    var variables: [String: String] = [:]
    var pointer = environ
    while let entry = pointer.pointee {
      let text = String(cString: entry)
      if let equals = text.firstIndex(of: "=") {
        variables[String(text[..<equals])] = String(text[text.index(after: equals)...])
      }
      pointer += 1
    }
    self.variables = variables
    startedAt = Int64(time(nil))
    today = try Self.day(at: startedAt, pinned: variables["SIXTHDAY_TODAY"])
    inputIsTerminal = isatty(STDIN_FILENO) == 1
    outputIsTerminal = isatty(STDOUT_FILENO) == 1
    errorIsTerminal = isatty(STDERR_FILENO) == 1
  }

  /// The variables that are heeded beside the settings' own, as the manual tells of them.
  static let variablesRead: [(name: String, help: String)] = [
    ("NO_COLOR", "No colour, unless your settings or an option ask this program for some."),
    ("VISUAL, EDITOR", "The editor, unless your settings name one."),
    ("TERM, COLORTERM", "What the terminal is, and whether it has 24 bits of colour."),
    ("LC_ALL, LC_CTYPE, LANG", "Whether the terminal shows more than ASCII."),
    (
      "SIXTHDAY_AUTHOR",
      "Who acts, as the journal of changes shall say; USER, LOGNAME or the account's name unless set."
    ),
    ("SIXTHDAY_TODAY", "The day to take for today, as 2026-11-23, for a demonstration or a test."),
    ("TMPDIR", "Where the made-up caseload of the demonstration lies; /tmp unless set."),
    ("XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME", "Where files are kept; see FILES."),
  ]

  /// A variable's value, where it is set and not empty.
  func variable(_ name: String) -> String? {
    variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Who is working, for the journal of changes.
  var author: String {
    variable("SIXTHDAY_AUTHOR") ?? variable("USER") ?? variable("LOGNAME") ?? Self.loginName()
      ?? "user \(getuid())"
  }

  /// The name of whoever runs the program, as the machine's own list of accounts has it: a static
  /// program cannot ask `getpwuid`, which loads libraries.
  private static func loginName() -> String? {
    guard let bytes = try? TextFile.read("/etc/passwd") else { return nil }
    let own = String(getuid())
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      // name:password:number:group:…
      let fields = line.split(
        separator: UInt8(ascii: ":"), maxSplits: 3, omittingEmptySubsequences: false)
      guard fields.count == 4, !fields[0].isEmpty, fields[2].elementsEqual(own.utf8) else {
        continue
      }
      return String(decoding: fields[0], as: UTF8.self)
    }
    return nil
  }

  /// The first of some programs that is found where programs are looked for.
  func firstInstalled(of names: [String]) -> String? {
    let folders = (variable("PATH") ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
    return names.first { name in folders.contains { access("\($0)/\(name)", X_OK) == 0 } }
  }

  /// The width of the terminal on standard output, or nil in a pipe.
  var outputWidth: Int? { StandardOutput.width(of: STDOUT_FILENO) }

  /// The file of the caseload: the one named, or the one in the data folder.
  ///
  /// - Throws: `Failure` where neither a name nor a home is known.
  func caseloadPath(_ invocation: Invocation) throws -> String {
    if let named = invocation.value("caseload") { return named }
    if let data = variable("XDG_DATA_HOME"), data.hasPrefix("/") {
      return data + "/sixthday/caseload.sqlite3"
    }
    guard let home = variable("HOME") else {
      throw Failure.refusal("neither HOME nor XDG_DATA_HOME is set; name the file: --caseload FILE")
    }
    return home + "/.local/share/sixthday/caseload.sqlite3"
  }

  private static func day(at seconds: Int64, pinned: String?) throws -> Day {
    guard let pinned, !pinned.isEmpty else { return day(at: seconds) }
    guard let day = Day(iso: pinned) else {
      throw Failure.usage("SIXTHDAY_TODAY is '\(pinned)'; write it as 2026-11-23")
    }
    return day
  }

  /// The local day of a moment in seconds since 1970.
  static func day(at seconds: Int64) -> Day {
    var moment = time_t(seconds)
    var parts = tm()
    localtime_r(&moment, &parts)
    return Day(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? Day(number: Int32(seconds / 86_400))
  }
}
