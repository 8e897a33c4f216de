import TerminalUI

/// What a person wrote on the command line, checked against the command's own specification.
struct Invocation {
  /// The command called.
  let command: CommandSpecification
  private var values: [String: String] = [:]
  private var words: [String] = []

  /// Reads the arguments that follow the command's name.
  ///
  /// - Throws: `Failure` with exit status 2 for a word or option that the command does not take.
  init(of command: CommandSpecification, arguments: ArraySlice<String>) throws {
    self.command = command
    var rest = arguments
    var onlyWords = false
    while let argument = rest.popFirst() {
      if onlyWords || !argument.hasPrefix("-") || argument == "-" {
        words.append(argument)
      } else if argument == "--" {
        onlyWords = true
      } else {
        try take(option: argument, from: &rest)
      }
    }
    if !has("help") { try checkWords() }
  }

  /// Whether a switch was given.
  func has(_ option: String) -> Bool { values[option] != nil }

  /// The value of an option, or nil where it was not given.
  func value(_ option: String) -> String? { values[option] }

  /// The word in that place, counting from 0.
  func word(_ index: Int) -> String? { words.indices.contains(index) ? words[index] : nil }

  private mutating func take(option argument: String, from rest: inout ArraySlice<String>) throws {
    let bare = argument == "-h" ? "help" : String(argument.drop { $0 == "-" })
    let parts = bare.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    var name = String(parts.first ?? "")
    var isOff = false
    if name.hasPrefix("no-"), command.option(named: name) == nil,
      command.option(named: String(name.dropFirst(3)))?.isReversible == true
    {
      name.removeFirst(3)
      isOff = true
    }
    guard let option = command.option(named: name), argument.hasPrefix("--") || argument == "-h"
    else {
      let known = (command.options + CommandSpecification.common).flatMap(\.words)
      throw Failure.usage(
        "\(command.name.isEmpty ? "sixthday" : command.name) has no option \(argument)\(Suggestion.clause(for: "--\(name)", among: known))",
        about: command)
    }
    guard let valueName = option.value else {
      guard parts.count == 1 else {
        throw Failure.usage("--\(name) takes no value", about: command)
      }
      values[name] = option.isReversible ? (isOff ? "off" : "on") : ""
      return
    }
    guard let value = parts.count == 2 ? String(parts[1]) : rest.popFirst(),
      // An unset variable of a script must not name some other file than the one it meant.
      valueName != "FILE" || !value.isEmpty
    else {
      throw Failure.usage("--\(name) needs a value: --\(name) \(valueName)", about: command)
    }
    values[name] = try choice(
      option.reads?(value) ?? value, among: option.choices, for: "--\(name)")
  }

  private mutating func checkWords() throws {
    for (index, operand) in command.operands.enumerated() {
      guard let word = word(index) else {
        if operand.isOptional { continue }
        let choices =
          operand.choices.isEmpty ? "" : ": one of \(operand.choices.joined(separator: ", "))"
        throw Failure.usage("\(command.name) needs \(operand.name)\(choices)", about: command)
      }
      words[index] = try choice(word, among: operand.choices, for: operand.name)
    }
    if let extra = word(command.operands.count) {
      let name = command.name.isEmpty ? "sixthday" : command.name
      throw Failure.usage("\(name) does not take the word '\(extra)'", about: command)
    }
  }

  /// The choice meant, whatever its capitals and dashes; the value itself where any will do.
  private func choice(
    _ value: String, among choices: [String], for name: String
  ) throws -> String {
    if choices.isEmpty || choices.contains(value) { return value }
    func letters(_ text: String) -> String {
      text.lowercased().filter { $0.isLetter || $0.isNumber }
    }
    if let meant = choices.first(where: { letters($0) == letters(value) }) { return meant }
    let suggestion = Suggestion.clause(for: value, among: choices)
    throw Failure.usage(
      "\(name) cannot be '\(value)': it is one of \(choices.joined(separator: ", "))\(suggestion)",
      about: command)
  }
}
