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

  @Test("narrow by words, officer, provider, rating and urgency, and stop at a limit")
  func narrow() throws {
    let scratch = try Scratch()
    let caseload = try SampleCaseload.copy(into: scratch)
    func rows(_ words: String...) throws -> [Substring] {
      let done = try run(
        BuiltProgram.path, ["list"] + words + ["--format", "csv", "--caseload", caseload],
        environment: BuiltProgram.environment(home: scratch.path))
      #expect(done.exitCode == 0, "\(done.errors)")
      return Array(done.outputLines.dropFirst())
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
