import Foundation
import Testing

/// The real schools, term dates and bank holidays beside the repository.
@Suite(
  "Real files", .enabled(if: SharedData.isThere, "there is no ../shared/data beside the repository")
)
struct RealFilesTests {
  @Test("five authorities' 1,988 schools come in, and a second time change nothing")
  func fiveAuthorities() throws {
    let scratch = try Scratch()
    let file = try #require(SharedData.file("schools/gias_2023-11_five_LAs.csv"))
    let first = try sixthday("import", "schools", file, in: scratch)
    #expect(first.exitCode == 0, "\(first.errors)")
    #expect(first.output.contains("1988 added, 0 changed, 0 unchanged"), "\(first.output)")
    let second = try sixthday("import", "schools", file, in: scratch)
    #expect(second.exitCode == 0)
    #expect(second.output.contains("0 added, 0 changed, 1988 unchanged"), "\(second.output)")
  }

  @Test("schools come in as GIAS publishes them, in both of its layouts, twice")
  func published() throws {
    let scratch = try Scratch()
    let file = try #require(SharedData.file("schools/edubasealldata_sample_true_headers.csv"))
    let first = try sixthday("import", "schools", file, in: scratch)
    #expect(first.exitCode == 0, "\(first.errors)")
    #expect(first.output.contains("19 added"), "\(first.output)")
    #expect(first.output.contains("line 11: rows of 135 fields"), "\(first.output)")
    let second = try sixthday("import", "schools", file, in: scratch)
    #expect(second.output.contains("0 added, 0 changed, 19 unchanged"), "\(second.output)")
  }

  @Test("refused rows are never written over another file")
  func refusedTwice() throws {
    let scratch = try Scratch()
    let file = try scratch.write("p.csv", "provider,name,kind\nA1,Sound,PRU\nA2,Odd,castle\n")
    func importing() throws -> CommandRun {
      try sixthday(
        "import", "providers", file, "--skip-bad-rows", "--refused", scratch.file("refused.csv"),
        in: scratch)
    }
    #expect(try importing().output.contains("1 row refused"))
    let overwriting = try importing()
    #expect(overwriting.exitCode == 1)
    #expect(overwriting.errorLines.count == 1, "\(overwriting.errors)")
  }

  @Test("a deadline is worked out by Lancashire's own terms, with every day that was counted")
  func lancashire() throws {
    let scratch = try Scratch()
    let terms = try #require(SharedData.file("calendar/term_dates_north_west.csv"))
    let holidays = try #require(SharedData.file("calendar/bank-holidays.json"))
    // Excluded on the Monday before half term: the sixth day falls after it.
    let words = [
      "clock", "sixth-day-permanent", "--from", "2025-10-13", "--calendar", terms, "--authority",
      "Lancashire", "--bank-holidays", holidays,
    ]
    let environment = BuiltProgram.environment(home: scratch.path)
    let text = try run(BuiltProgram.path, words, environment: environment)
    #expect(text.exitCode == 0, "\(text.errors)")
    let json = try run(BuiltProgram.path, words + ["--format", "json"], environment: environment)
    let answer = try #require(
      JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let days = try #require(answer["days"] as? [[String: Any]])
    #expect(days.count { $0["counted"] as? Bool == true } == 6)
    #expect(days.contains { ($0["why"] as? String)?.contains("weekend") == true })
    #expect(text.output.contains("day 6"))
    let unknown = try run(
      BuiltProgram.path,
      words.map { $0 == "Lancashire" ? "Atlantis" : $0 }, environment: environment)
    #expect(unknown.exitCode == 1)
    #expect(unknown.errorLines.count == 1)
  }
}
