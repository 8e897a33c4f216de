import Glibc
import Testing

/// The manual page and the shells' completions, made from the tables that the program goes by.
@Suite("The manual and the completions")
struct ManualTests {
  static func tool(_ name: String) -> String? {
    let folders = (String(environment: "PATH") ?? "/usr/bin:/bin").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }

  @Test("the manual tells of every command, setting and key, in ASCII, without a stray request")
  func manual() throws {
    let page = try sixthday("man", in: Scratch())
    #expect(page.exitCode == 0)
    let lines = page.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(page.output.utf8.allSatisfy { $0 < 0x80 && ($0 >= 0x20 || $0 == 0x0A) })
    #expect(lines.first?.hasPrefix(".TH SIXTHDAY 1 ") == true)
    let known = [
      ".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".br", ".nf", ".fi", ".RS", ".RE",
    ]
    for line in lines where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(known.contains(String(line.prefix { $0 != " " })), "\(line)")
    }
    for title in ["NAME", "SYNOPSIS", "COMMANDS", "KEYS", "SETTINGS", "FILES", "EXIT STATUS"] {
      #expect(lines.contains { $0 == ".SH \(title)" }, "no \(title)")
    }
    for command in UsageTests.commands {
      #expect(lines.contains { $0.hasPrefix(".SS sixthday \(command)") }, "no \(command)")
    }
    for name in ["blank\\-after", "board.zoom", "NO_COLOR", "\\-\\-[no\\-]mouse"] {
      #expect(page.output.contains(name), "no \(name)")
    }
  }

  @Test(
    "groff has nothing to say against the manual", .enabled(if: ManualTests.tool("groff") != nil))
  func groff() throws {
    let groff = try #require(ManualTests.tool("groff"))
    let scratch = try Scratch()
    let page = try sixthday("man", in: scratch)
    let done = try run(
      groff, ["-man", "-ww", "-Tascii"], input: page.output,
      environment: BuiltProgram.environment(home: scratch.path))
    #expect(done.exitCode == 0)
    #expect(done.errors.isEmpty, "\(done.errors)")
    #expect(done.output.contains("sixthday"))
  }

  /// What bash offers for a line of which the last word is being typed.
  private func bash(_ words: [String], _ scratch: Scratch) throws -> [String] {
    let script = try scratch.write(
      "complete.sh",
      """
      set -eu
      source "$1"; shift
      COMP_WORDS=("$@")
      COMP_CWORD=$(( $# - 1 ))
      set +eu
      _sixthday
      printf '%s\\n' "${COMPREPLY[@]}"
      """)
    let done = try run(
      "/bin/bash", [script, scratch.file("completions")] + words,
      environment: BuiltProgram.environment(
        home: scratch.path, ["PATH": BuiltProgram.folder + ":/usr/bin:/bin"]),
      folder: scratch.path)
    #expect(done.exitCode == 0 && done.errors.isEmpty, "\(done.errors)")
    return done.outputLines.map(String.init)
  }

  @Test("bash completes commands, options, their values, words by place, files and themes")
  func bashCompletes() throws {
    let scratch = try Scratch()
    try scratch.write("completions", try sixthday("completions", "bash", in: scratch).output)
    try scratch.write("terms of 2026.csv", "")
    #expect(try bash(["sixthday", "li"], scratch) == ["list"])
    #expect(try Set(bash(["sixthday", ""], scratch)).isSuperset(of: UsageTests.commands))
    #expect(try bash(["sixthday", "--no-m"], scratch) == ["--no-mouse"])
    #expect(try bash(["sixthday", "list", "c"], scratch) == ["cases", "clocks"])
    #expect(try bash(["sixthday", "list", "--limit", "3", "cl"], scratch) == ["clocks"])
    #expect(try bash(["sixthday", "list", "cases", "--fo"], scratch) == ["--format"])
    #expect(
      try bash(["sixthday", "list", "cases", "--format", ""], scratch) == ["table", "csv", "json"])
    #expect(try bash(["sixthday", "list", "cases", "--format", "=", "j"], scratch) == ["json"])
    #expect(try bash(["sixthday", "list", "cases", "--format", "="], scratch).count == 3)
    #expect(
      try bash(["sixthday", "import", "calendars", "ter"], scratch) == ["terms of 2026.csv"])
    #expect(try bash(["sixthday", "--theme", "proj"], scratch) == ["projector"])
    #expect(try bash(["sixthday", "list", "cases", "zz"], scratch).allSatisfy(\.isEmpty))
  }

  @Test(
    "each shell's completions name every command and option", arguments: ["bash", "zsh", "fish"])
  func everyShell(shell: String) throws {
    let scratch = try Scratch()
    let text = try sixthday("completions", shell, in: scratch).output
    for command in UsageTests.commands { #expect(text.contains(command)) }
    for word in ["skip-bad-rows", "bank-holidays", "no-mouse", "sixth-day-permanent", "themes"] {
      #expect(text.contains(word), "no \(word)")
    }
    // Quotation marks come in pairs, or a shell would wait for the end of a string.
    let quotes = text.replacing("'\\''", with: "").replacing("\\'", with: "").count { $0 == "'" }
    #expect(quotes % 2 == 0)
    if let program = ManualTests.tool(shell) {
      let file = try scratch.write("completions.\(shell)", text)
      let done = try run(
        program, ["-n", file], environment: BuiltProgram.environment(home: scratch.path))
      #expect(done.exitCode == 0 && done.errors.isEmpty, "\(done.errors)")
    }
  }
}
