import Glibc
import TerminalUI

/// The program: finds the command that was called, runs it, and ends with its status.
@main
struct Sixthday {
  /// The version that `--version` prints.
  static let version = "0.1.0"
  /// The day of that version, for the manual.
  static let released = "2026-11-22"

  /// Every command, in the order in which help lists them.
  static let commands: [CommandSpecification] = [
    .dashboard, .demo, .board, .caseFile, .panel, .importing, .template, .list, .clock, .targets,
    .check, .config,
    .manual, .completions,
  ]

  static func main() {
    PrivateMemory.keep()
    do {
      let status = try run(Array(CommandLine.arguments.dropFirst()), Surroundings())
      exit(status.rawValue)
    } catch {
      let failure = Failure(error)
      StandardOutput.complain(failure.message)
      exit(failure.status.rawValue)
    }
  }

  private static func run(_ arguments: [String], _ surroundings: Surroundings) throws -> ExitStatus
  {
    switch arguments.first {
    case "--version":
      StandardOutput.write("sixthday \(version)\n")
      return .success
    case "--help", "-h", "help":
      return try help(for: arguments.dropFirst().first)
    case let word? where !word.hasPrefix("-"):
      let command = try command(named: word)
      return try call(command, arguments.dropFirst(), surroundings)
    default:
      // Options before a command are its own, as in: sixthday --caseload FILE list cases.
      guard let place = firstWord(of: arguments) else {
        return try call(.dashboard, arguments[...], surroundings)
      }
      let command = try command(named: arguments[place])
      var rest = arguments
      rest.remove(at: place)
      return try call(command, rest[...], surroundings)
    }
  }

  /// Where the first word stands that is neither an option nor the value of one.
  private static func firstWord(of arguments: [String]) -> Int? {
    var place = 0
    while place < arguments.count {
      let argument = arguments[place]
      if argument == "--" { return nil }
      guard argument.hasPrefix("-") else { return place }
      let name =
        argument == "-h" ? "help" : String(argument.drop { $0 == "-" }.prefix { $0 != "=" })
      // One that nobody knows is told of, and not what stands behind it.
      guard let option = option(named: name) else { return nil }
      place += option.value == nil || argument.contains("=") ? 1 : 2
    }
    return nil
  }

  /// The option of that name of the program itself, or of a command, whose own may come before it too.
  private static func option(named name: String) -> OptionSpecification? {
    func found(_ name: String) -> OptionSpecification? {
      CommandSpecification.dashboard.option(named: name)
        ?? commands.lazy.compactMap { $0.option(named: name) }.first
    }
    if let option = found(name) { return option }
    guard name.hasPrefix("no-"), let option = found(String(name.dropFirst(3))),
      option.isReversible
    else { return nil }
    return option
  }

  private static func call(
    _ command: CommandSpecification, _ arguments: ArraySlice<String>, _ surroundings: Surroundings
  ) throws -> ExitStatus {
    let invocation = try Invocation(of: command, arguments: arguments)
    if invocation.has("help") {
      StandardOutput.write(HelpText.command(command))
      return .success
    }
    return try command.run(invocation, surroundings)
  }

  private static func help(for name: String?) throws -> ExitStatus {
    guard let name, !name.hasPrefix("-") else {
      StandardOutput.write(HelpText.program(commands))
      return .success
    }
    StandardOutput.write(HelpText.command(try command(named: name)))
    return .success
  }

  private static func command(named name: String) throws -> CommandSpecification {
    if let command = commands.first(where: { $0.name == name && !name.isEmpty }) { return command }
    let suggestion = Suggestion.clause(for: name, among: commands.map(\.name))
    throw Failure.usage("there is no command '\(name)'\(suggestion)")
  }
}
