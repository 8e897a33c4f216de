import TerminalUI
import Testing

@testable import sixthday

@Suite("The command line")
struct InvocationTests {
  static let command = CommandSpecification(
    name: "list", summary: "Prints rows.",
    operands: [Operand(name: "WHAT", help: "What to list.", choices: ["cases", "clocks"])],
    options: [
      OptionSpecification(name: "on", value: "DATE", help: "As at that date."),
      OptionSpecification(
        name: "format", value: "FORMAT", help: "How to print.", choices: ["table", "csv", "json"]),
      OptionSpecification(name: "dry-run", value: nil, help: "Change nothing."),
    ],
    run: { _, _ in .success })

  func invocation(_ arguments: String...) throws -> Invocation {
    try Invocation(of: Self.command, arguments: arguments[...])
  }

  func message(_ arguments: String...) -> String {
    do {
      _ = try Invocation(of: Self.command, arguments: arguments[...])
      return ""
    } catch {
      let failure = Failure(error)
      return "\(failure.status.rawValue): \(failure.message)"
    }
  }

  @Test("words and options may come in any order, with a space or an equals sign")
  func anyOrder() throws {
    let read = try invocation("--on=2026-11-23", "clocks", "--format", "json", "--dry-run")
    #expect(read.word(0) == "clocks")
    #expect(read.value("on") == "2026-11-23")
    #expect(read.value("format") == "json")
    #expect(read.has("dry-run"))
    #expect(read.value("caseload") == nil)
  }

  @Test("after two dashes everything is a word")
  func afterDashes() {
    #expect(message("--", "--format").contains("WHAT cannot be '--format'"))
  }

  @Test("help needs no words")
  func helpNeedsNothing() throws {
    #expect(try invocation("--help").has("help"))
    #expect(try invocation("-h").has("help"))
  }

  @Test(
    "a wrong call is refused in one line that says what would be right, with status 2",
    arguments: [
      ([], "list needs WHAT: one of cases, clocks"),
      (["case"], "WHAT cannot be 'case': it is one of cases, clocks; did you mean cases?"),
      (["cases", "more"], "list does not take the word 'more'"),
      (["cases", "--formt", "csv"], "list has no option --formt; did you mean --format?"),
      (["cases", "-x"], "list has no option -x"),
      (["cases", "--format"], "--format needs a value: --format FORMAT"),
      (
        ["cases", "--format", "jsn"],
        "--format cannot be 'jsn': it is one of table, csv, json; did you mean json?"
      ),
      (["cases", "--dry-run=yes"], "--dry-run takes no value"),
    ])
  func refused(arguments: [String], says: String) {
    do {
      _ = try Invocation(of: Self.command, arguments: arguments[...])
      Issue.record("\(arguments) was taken")
    } catch {
      let failure = Failure(error)
      #expect(failure.status == .usage)
      #expect(failure.message == "\(says) (see: sixthday list --help)")
    }
  }

  @Test("help names every operand, option and choice of the command")
  func helpIsWhole() {
    let help = HelpText.command(Self.command)
    #expect(help.hasPrefix("usage: sixthday list WHAT [OPTIONS]\n\nPrints rows.\n"))
    for part in ["WHAT", "--on DATE", "--format FORMAT", "table, csv, json", "--dry-run", "--help"]
    {
      #expect(help.contains(part))
    }
    #expect(help.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test("nothing is suggested where nothing is near")
  func suggestion() {
    #expect(Suggestion.clause(for: "cses", among: ["cases"]) == "; did you mean cases?")
    #expect(Suggestion.clause(for: "zzzz", among: ["cases"]).isEmpty)
  }
}
