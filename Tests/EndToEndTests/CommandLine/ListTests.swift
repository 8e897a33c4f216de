import Foundation
import Testing

/// What the dashboard shows, as rows for people and for programs.
@Suite("Lists")
struct ListTests {
  private static let kinds = ["cases", "clocks", "providers", "attendance", "quality"]

  @Test(
    "come as a table, as CSV with a row for each, and as JSON with the same rows", arguments: kinds)
  func formats(kind: String) throws {
    let scratch = try Scratch()
    let caseload = try SampleCaseload.copy(into: scratch)
    func list(_ format: String) throws -> CommandRun {
      let done = try sixthday("list", kind, "--format", format, "--caseload", caseload, in: scratch)
      #expect(done.exitCode == 0, "\(done.errors)")
      #expect(done.errors.isEmpty)
      return done
    }
    let rows = try list("csv").outputLines
    let json = try JSONSerialization.jsonObject(with: Data(list("json").output.utf8))
    let items = try #require(json as? [[String: Any]])
    #expect(items.count == rows.count - 1)
    #expect(items.count >= 14)
    let heads = try #require(rows.first).split(separator: ",").map(String.init)
    #expect(items.allSatisfy { Set($0.keys) == Set(heads) })
    let table = try list("table").output
    #expect(!table.contains("\u{1b}"), "colour in a pipe")
    #expect(table.split(separator: "\n").count >= rows.count)
  }

  /// The rows of a list as CSV, without its heads.
  private func csv(
    _ words: [String], of caseload: String, in scratch: Scratch
  ) throws -> [Substring] {
    let done = try run(
      BuiltProgram.path, ["list"] + words + ["--format", "csv", "--caseload", caseload],
      environment: BuiltProgram.environment(home: scratch.path))
    #expect(done.exitCode == 0, "\(done.errors)")
    return Array(done.outputLines.dropFirst())
  }

  @Test("narrow by words, officer, provider, rating and urgency, and stop at a limit")
  func narrow() throws {
    let scratch = try Scratch()
    let caseload = try SampleCaseload.copy(into: scratch)
    func rows(_ words: String...) throws -> [Substring] {
      try csv(words, of: caseload, in: scratch)
    }
    let all = try rows("cases")
    #expect(all.count == 60)
    let past = try rows("cases", "--urgency", "past-day-six")
    #expect(!past.isEmpty && past.count < 10)
    #expect(past.allSatisfy { $0.contains("Past day six") })
    #expect(try rows("cases", "--limit", "7").count == 7)
    #expect(try rows("cases", "--match", "pex peatfield").count < all.count)
    #expect(try rows("cases", "--match", "qqqqq").isEmpty)
    let red = try rows("providers", "--rating", "red")
    #expect(!red.isEmpty && red.allSatisfy { $0.contains("Red") })
    let sorted = try rows("cases", "--sort", "name")
    let initials = sorted.map { name($0).prefix(1) }
    #expect(initials == initials.sorted())
    #expect(try rows("cases", "--sort", "-name") == sorted.reversed())
  }

  @Test(
    "an officer and a provider are found whatever their capitals and accents, a wrong one is refused"
  )
  func names() throws {
    let scratch = try Scratch()
    let caseload = try SampleCaseload.copy(into: scratch)
    func list(_ words: String...) throws -> CommandRun {
      try run(
        BuiltProgram.path, ["list", "cases", "--format", "json", "--caseload", caseload] + words,
        environment: BuiltProgram.environment(home: scratch.path))
    }
    struct Row: Decodable { var officer: String? }
    let rows = try JSONDecoder().decode([Row].self, from: Data(try list().output.utf8))
    let officer = try #require(
      rows.compactMap(\.officer).first { $0.contains { !$0.isASCII } }
        ?? rows.compactMap(\.officer).first)
    let exact = try list("--officer", officer)
    #expect(exact.exitCode == 0 && exact.output.contains(officer))
    let folded = officer.folding(options: .diacriticInsensitive, locale: nil).lowercased()
    #expect(try list("--officer", folded).output == exact.output)
    #expect(try list("--officer", folded.uppercased()).output == exact.output)
    let wrong = try list("--officer", officer + "q")
    #expect(wrong.exitCode == 1 && wrong.output.isEmpty)
    #expect(
      wrong.errors.contains("did you mean") && wrong.errors.contains(officer), "\(wrong.errors)")
    let provider = try list("--provider", "NOWHERE-1")
    #expect(provider.exitCode == 1 && provider.output.isEmpty)
  }

  @Test("CSV for Excel begins with the mark of UTF-8, and only CSV does")
  func byteOrderMark() throws {
    let scratch = try Scratch()
    let caseload = try SampleCaseload.copy(into: scratch)
    let words = ["list", "cases", "--limit", "1", "--caseload", caseload, "--byte-order-mark"]
    func list(_ format: String) throws -> CommandRun {
      try run(
        BuiltProgram.path, words + ["--format", format],
        environment: BuiltProgram.environment(home: scratch.path))
    }
    #expect(try list("csv").output.unicodeScalars.first == "\u{FEFF}")
    #expect(try list("json").exitCode == 2)
  }

  @Test("options may stand before the command, the command's own too")
  func optionsFirst() throws {
    let scratch = try Scratch()
    let caseload = try SampleCaseload.copy(into: scratch)
    let usual = try sixthday(
      "list", "cases", "--limit", "1", "--caseload", caseload, in: scratch)
    #expect(usual.exitCode == 0)
    let first = try sixthday(
      "--caseload", caseload, "list", "cases", "--limit", "1", in: scratch)
    #expect(first.output == usual.output, "\(first.errors)")
    let all = try sixthday(
      "--limit", "1", "--caseload", caseload, "list", "cases", in: scratch)
    #expect(all.output == usual.output, "\(all.errors)")
  }

  @Test("the figures of the first line can be listed, and the clocks of one kind")
  func figures() throws {
    let scratch = try Scratch()
    let caseload = try SampleCaseload.copy(into: scratch)
    func rows(_ words: String...) throws -> [Substring] {
      try csv(words, of: caseload, in: scratch)
    }
    let plain = try sixthday("board", "--plain", "--caseload", caseload, in: scratch).outputLines
    func told(_ words: String) -> Int? {
      plain.first { $0.contains(words) }.flatMap { Int($0.prefix { $0.isNumber }) }
    }
    #expect(try rows("cases", "--figure", "past-day-six").count == told("past day six") ?? 0)
    #expect(
      try rows("cases", "--figure", "reaching-day-six").count == told("day six this week") ?? 0)
    #expect(try rows("cases", "--figure", "out").count == told("out of education today") ?? 0)
    #expect(try rows("cases", "--figure", "missed").count == told("passed unmet") ?? 0)
    let sixth = try rows("clocks", "--clock", "sixth-day-permanent", "--all")
    #expect(!sixth.isEmpty)
    #expect(
      sixth.allSatisfy { $0.contains("sixth school day of a permanent") || $0.contains("goes on") })
    let missed = try rows("clocks", "--state", "ended-not-met")
    #expect(missed.allSatisfy { $0.contains("ended, not met") })
    let cases = Set(missed.map { $0.prefix { $0 != "," } })
    #expect(try rows("cases", "--figure", "missed").count == cases.count)
  }

  @Test("count every clock as it stood on another day")
  func asAtAnotherDay() throws {
    let scratch = try Scratch()
    let caseload = try SampleCaseload.copy(into: scratch)
    func overdue(_ day: String) throws -> Int {
      let done = try sixthday(
        "list", "clocks", "--on", day, "--state", "overdue", "--format", "csv", "--caseload",
        caseload, in: scratch)
      #expect(done.exitCode == 0, "\(done.errors)")
      return done.outputLines.count - 1
    }
    // Left alone until Easter, far more is late than today; two years ago there was nothing.
    #expect(try overdue("2027-03-26") > overdue("2026-11-23"))
    #expect(try overdue("2024-11-23") == 0)
  }

  private func name(_ row: Substring) -> String {
    String(row.split(separator: "\"").dropFirst().first ?? "")
      .folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }
}
