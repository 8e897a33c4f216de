import Testing

@testable import sixthday

/// Completions as a person meets them: in the shell, by its key.
@Suite("Completions in the shells themselves")
struct CompletionTests {
  private static let path = BuiltProgram.folder + ":/usr/bin:/bin"

  /// How each shell is called so that it takes nothing from the machine and asks with "ready>".
  private static let calls = [
    "bash": "bash --norc --noprofile -i",
    "zsh": "zsh -d -i",
    "fish": "fish --no-config -i -C \"function fish_prompt; printf 'ready> '; end\"",
  ]

  @Test(
    "a key completes commands, values, lists of columns and the names of themes",
    arguments: ["bash", "zsh", "fish"])
  func completes(shell: String) throws {
    guard ManualTests.tool(shell) != nil, let call = Self.calls[shell] else { return }
    let scratch = try Scratch()
    try scratch.write("completions", try sixthday("completions", shell, in: scratch).output)
    try scratch.write(".zshrc", "PS1='ready> '\nautoload -U compinit\ncompinit -D -u\n")
    let path = String(environment: "PATH") ?? ""
    let terminal = try Terminal.shell(
      call, in: scratch, environment: ["PATH": BuiltProgram.folder + ":" + path])
    try terminal.pressWithoutWaiting(["source \(scratch.file("completions"))", "Enter"])
    for (typed, wanted) in [
      ("sixthday compl", "sixthday completions"), ("sixthday list clo", "sixthday list clocks"),
      ("sixthday list cases --sort due,-na", "--sort due,-name"),
      ("sixthday --theme proj", "--theme projector"),
      ("sixthday config themes cha", "config themes chalk"),
      ("sixthday config edit ke", "config edit keys"),
      ("sixthday board --urgency past", "--urgency past-day-six"),
      ("sixthday clock sixth-day-p", "clock sixth-day-permanent"),
    ] {
      try terminal.pressWithoutWaiting([typed, "Tab"])
      try terminal.wait(for: wanted)
      try terminal.pressWithoutWaiting(["C-u"])
    }
    // More than one is listed: with bash at the second press.
    try terminal.pressWithoutWaiting(["sixthday list cases --format ", "Tab", "Tab"])
    try terminal.wait("for the formats") { screen in
      ["table", "csv", "json"].allSatisfy { name in
        screen.lines.contains { !$0.contains("ready>") && $0.contains(name) }
      }
    }
  }

  @Test("bash completes every value that an option or a word of any command can have")
  func everyValue() throws {
    let scratch = try Scratch()
    try scratch.write("completions", try sixthday("completions", "bash", in: scratch).output)
    var script = "source \"$1\"\n"
    var wanted: [(words: String, values: [String])] = []
    func ask(_ words: [String], _ values: [String]) {
      let line = words.map { "'\($0)'" }.joined(separator: " ")
      script += "COMP_WORDS=(sixthday \(line) ''); COMP_CWORD=\(words.count + 1); _sixthday\n"
      script += "printf '%s ' \"${COMPREPLY[@]}\"; echo\n"
      wanted.append((words.joined(separator: " "), values))
    }
    func values(of filling: Filling) -> [String]? {
      switch filling {
      case .words(let words), .columns(let words): words
      case .theme: Shell.shippedThemes.split(separator: " ").map(String.init)
      case .file, .folder, .free: nil
      }
    }
    for command in Sixthday.commands {
      let name = command.name.isEmpty ? [] : [command.name]
      for option in command.everyOption {
        if option.byWord.isEmpty, let list = option.filling.flatMap({ values(of: $0) }) {
          ask(name + ["--\(option.name)"], list)
        }
        for part in option.byWord {
          for word in part.words {
            ask(name + [word, "--\(option.name)"], values(of: part.filling) ?? [])
          }
        }
      }
      for (place, operand) in command.operands.enumerated() {
        if place == 0, let list = values(of: operand.filling) { ask(name, list) }
        for part in operand.byWord {
          for word in part.words { ask(name + [word], values(of: part.filling) ?? []) }
        }
      }
    }
    let done = try run(
      "/bin/bash", [try scratch.write("ask.sh", script), scratch.file("completions")],
      environment: BuiltProgram.environment(home: scratch.path, ["PATH": Self.path]),
      folder: scratch.path)
    #expect(done.exitCode == 0 && done.errors.isEmpty, "\(done.errors)")
    let answers = done.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(wanted.count > 40 && answers.count == wanted.count + 1)
    for (asked, answer) in zip(wanted, answers) {
      #expect(answer.split(separator: " ").map(String.init) == asked.values, "\(asked.words)")
    }
  }
}
