/// One subcommand, declared once: parsing, `--help` and the refusal of a wrong word all read this.
struct CommandSpecification: Sendable {
  /// The word that calls it.
  let name: String
  /// What it does, in one line.
  let summary: String
  /// The words it takes after its name, in order.
  var operands: [Operand] = []
  /// The options it takes beside those that every command takes.
  var options: [OptionSpecification] = []
  /// What there is to know beyond the options, a paragraph each.
  var notes: [String] = []
  /// Calls that work as printed, each with what it does.
  var examples: [(call: String, effect: String)] = []
  /// Does the work.
  let run: @Sendable (Invocation, Surroundings) throws -> ExitStatus

  /// The options that every command takes.
  static let common: [OptionSpecification] = [
    OptionSpecification(
      name: "caseload", value: "FILE",
      help: "The caseload to work on, instead of the one in the data folder."),
    OptionSpecification(name: "help", value: nil, help: "Show this and stop."),
  ]

  /// `--version`, which only the program itself takes.
  static let version = OptionSpecification(
    name: "version", value: nil, help: "Show the version and stop.")

  /// All the options that it takes.
  var everyOption: [OptionSpecification] {
    options + Self.common + (name.isEmpty ? [Self.version] : [])
  }

  /// The option of that name, the common ones included.
  func option(named name: String) -> OptionSpecification? {
    (options + Self.common).first { $0.name == name }
  }
}

/// A word that a command takes by its place.
struct Operand: Sendable {
  /// How it is written in the usage line.
  let name: String
  /// What it stands for.
  let help: String
  /// The words it can be; empty where any will do.
  var choices: [String] = []
  /// Whether it may be left out.
  var isOptional = false
  /// What it can be after certain words of the command.
  var byWord: [FillingByWord] = []
}

/// An option, with a value or without.
struct OptionSpecification: Sendable {
  /// Its name, without the dashes.
  let name: String
  /// What its value is called; nil for a switch.
  let value: String?
  /// What it does.
  let help: String
  /// The values it can have; empty where any will do.
  var choices: [String] = []
  /// The choice that another word for it stands for, as "PEX" for "permanent-exclusion"; nil for none.
  var reads: (@Sendable (String) -> String?)?
  /// Whether it is on or off: `--mouse` and `--no-mouse`.
  var isReversible = false
  /// What its value can be after certain words of the command.
  var byWord: [FillingByWord] = []

  /// Every way to begin it, the dashes included.
  var words: [String] { isReversible ? ["--\(name)", "--no-\(name)"] : ["--\(name)"] }

  /// How it is written, as help and the manual show it.
  var form: String {
    isReversible ? "--[no-]\(name)" : value.map { "--\(name) \($0)" } ?? "--\(name)"
  }
}

/// How the program ends.
enum ExitStatus: Int32, CaseIterable {
  /// All went well.
  case success = 0
  /// What was asked was understood and refused: bad rows, a caseload that cannot be opened, a finding.
  case refusal = 1
  /// The command line was wrong.
  case usage = 2
  /// The terminal went away.
  case hungUp = 129
  /// It was interrupted from outside.
  case interrupted = 130
  /// It was told to quit from outside.
  case quit = 131
  /// It was told to end, as by a system that shuts down.
  case terminated = 143

  /// What it tells a script, in a sentence.
  var meaning: String {
    switch self {
    case .success: "All went well."
    case .refusal:
      "What was asked was understood and refused, or something was found: bad rows, a caseload that "
        + "cannot be opened, a problem that a check names."
    case .usage: "The command line was wrong."
    case .hungUp: "The terminal went away (SIGHUP)."
    case .interrupted: "It was interrupted from outside (SIGINT)."
    case .quit: "It was told to quit from outside (SIGQUIT)."
    case .terminated: "It was told to end from outside (SIGTERM)."
    }
  }
}
