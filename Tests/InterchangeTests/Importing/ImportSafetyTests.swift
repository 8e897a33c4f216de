import AlternativeProvision
import CaseStore
import Foundation
import Testing

@testable import Interchange

@Suite("Nothing is half imported")
struct ImportSafetyTests {
  private let mixed = """
    provider,name,kind,remarks
    A,Invented A,nonSchool,keep
    B,Invented B,farm,"two
    lines"
    C,Invented C,nonSchool,
    "D,Invented D,nonSchool,
    E,Invented E,nonSchool,
    """

  @Test("one bad row keeps all out, unless bad rows are to be skipped")
  func allOrNothing() throws {
    let desk = try Desk()
    let report = try desk.take(.providers, mixed)
    #expect(!report.isImported && report.problems.count == 2 && report.refusedRows == 2)
    #expect(report.problems.map(\.line) == [3, 6])
    #expect(try desk.caseload.providers().isEmpty)
    #expect(try desk.journalPosition() == 0)
    #expect(
      report.lines().last?.hasSuffix("(mend the file, or use --skip-bad-rows to import the rest)")
        == true)
  }

  @Test("refused rows are written beside the file, mended, and imported again")
  func skipAndMend() throws {
    let desk = try Desk()
    let report = try desk.take(.providers, mixed) { $0.skipBadRows = true }
    #expect(report.isImported && report.added == 3 && report.refusedRows == 2)
    let path = try #require(report.refusedPath)
    #expect(path == desk.folder + "/providers-refused.csv")
    #expect(
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    let refused = records(try SourceText.load(path))
    #expect(refused[0] == ["provider", "name", "kind", "remarks", "problem"])
    #expect(refused[1].prefix(4) == ["B", "Invented B", "farm", "two\nlines"])
    #expect(refused[1][4].hasPrefix("kind: use one of"))
    #expect(refused[2].prefix(4) == ["\"D", "Invented D", "nonSchool", ""])

    let text = try SourceText.load(path).string
      .replacingOccurrences(of: "farm", with: "workBased")
      .replacingOccurrences(of: "\"\"\"D\"", with: "D")
    let again = try desk.take(.providers, text) { $0.skipBadRows = true }
    #expect(again.isImported && again.added == 2 && again.refusedRows == 0)
    #expect(again.refusedPath == nil && again.ignoredColumns == ["remarks"])
    #expect(try desk.caseload.providers().count == 5)
  }

  @Test(
    "a refused row that a spreadsheet would calculate is guarded once, and comes in as it was meant"
  )
  func guardedRows() throws {
    let desk = try Desk()
    let text = """
      provider,name,kind
      A,"=HYPERLINK(""x"")",farm
      B,'=twice,farm
      """
    let report = try desk.take(.providers, text) { $0.skipBadRows = true }
    let refused = try SourceText.load(try #require(report.refusedPath)).string
    #expect(refused.contains("'=HYPERLINK"))
    #expect(refused.contains("B,'=twice"))
    let mended = refused.replacingOccurrences(of: "farm", with: "workBased")
    #expect(try desk.take(.providers, mended).added == 2)
    #expect(
      try desk.caseload.providers().map(\.value.name).sorted() == ["=HYPERLINK(\"x\")", "=twice"])
  }

  @Test(
    "a row pasted from another encoding is told by its line, and the others are read as they are")
  func mixedEncodings() throws {
    let desk = try Desk()
    let path = desk.folder + "/mixed.csv"
    let bytes =
      Array("provider,name,kind\nA,Café Zoë,nonSchool\nB,Caf".utf8) + [0xE9]
      + Array(" Bex,nonSchool\n".utf8)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let report = try desk.take(.providers, path: path) { $0.skipBadRows = true }
    #expect(report.added == 1)
    #expect(report.problems.map(\.line) == [3])
    #expect(report.problems[0].description.contains("not text"))
    #expect(try desk.caseload.providers().map(\.value.name) == ["Café Zoë"])
  }

  @Test("a file of refused rows is never written over one that may be being mended")
  func refusedNames() throws {
    let desk = try Desk()
    for wanted in ["providers-refused.csv", "providers-refused-2.csv"] {
      let report = try desk.take(.providers, mixed) { $0.skipBadRows = true }
      #expect(report.refusedPath == desk.folder + "/" + wanted)
    }
    #expect(RefusedRows.name(besides: "a.b/c", attempt: 1) == "a.b/c-refused.csv")
    #expect(RefusedRows.name(besides: "-", attempt: 2) == "standard-input-refused-2.csv")
  }

  @Test("where refused rows cannot be written, nothing is imported")
  func unwritableRefusals() throws {
    let desk = try Desk()
    #expect(throws: SourceProblem.self) {
      try desk.take(.providers, mixed) {
        $0.skipBadRows = true
        $0.refusedPath = desk.folder + "/no/such/folder.csv"
      }
    }
    #expect(try desk.caseload.providers().isEmpty)
  }

  @Test("refused rows are never written over the file that they come from")
  func ownFile() throws {
    let desk = try Desk()
    let path = try desk.file(mixed, name: "own.csv")
    #expect(throws: SourceProblem.self) {
      try desk.take(.providers, path: path) {
        $0.skipBadRows = true
        $0.refusedPath = path
      }
    }
    #expect(try SourceText.load(path).string == mixed)
    #expect(try desk.caseload.providers().isEmpty)
  }

  @Test("a dry run says what would change, and changes nothing")
  func dryRun() throws {
    let desk = try Desk()
    try desk.take(
      .providers, "provider,name,kind\nA,Invented A,nonSchool\nB,Invented B,nonSchool\n")
    let position = try desk.journalPosition()
    let report = try desk.take(
      .providers,
      "provider,name,kind\nA,Invented A,nonSchool\nB,Renamed,nonSchool\nC,New,nonSchool\n"
    ) { $0.dryRun = true }
    #expect(!report.isImported)
    #expect(report.added == 1 && report.changed == 1 && report.unchanged == 1)
    #expect(
      report.summary == "providers: 3 rows read; would be 1 added, 1 changed, 1 unchanged; "
        + "nothing was imported (dry run)")
    let mixed = try desk.take(.providers, mixed) {
      $0.dryRun = true
      $0.skipBadRows = true
    }
    #expect(
      mixed.summary == "providers: 5 rows read; 2 problems in 2 rows; would be 2 added, 0 changed, "
        + "1 unchanged; nothing was imported (dry run)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: desk.folder).count <= 4)
    #expect(try desk.journalPosition() == position)
    #expect(try desk.caseload.provider(reference: "B")?.value.name == "Invented B")
  }

  @Test("an import that is interrupted leaves the store as it was")
  func interrupted() throws {
    struct Interruption: Error {}
    let desk = try Desk()
    var text = "provider,name,kind\n"
    for number in 0..<20_000 { text += "P\(number),Invented provider \(number),nonSchool\n" }
    var told: [ImportProgress] = []
    #expect(throws: Interruption.self) {
      try desk.take(.providers, text) {
        $0.progress = { progress in
          told.append(progress)
          if progress.rows > 5000 { throw Interruption() }
        }
      }
    }
    #expect(told.count >= 2 && told[0].rows == 0)
    #expect(told.allSatisfy { $0.totalBytes == text.utf8.count })
    #expect(try desk.caseload.providers().isEmpty)
    #expect(try desk.journalPosition() == 0)
    #expect(try desk.take(.providers, "provider,name,kind\nA,B,nonSchool\n").isImported)
  }

  @Test("progress is told now and then, and at the end")
  func progress() throws {
    let desk = try Desk()
    var text = "provider,name,kind\n"
    for number in 0..<20_000 { text += "P\(number),Invented provider \(number),nonSchool\n" }
    var told: [ImportProgress] = []
    try desk.take(.providers, text) { $0.progress = { told.append($0) } }
    #expect(told.count < 12)
    #expect(told.last?.rows == 20_000 && told.last?.bytes == text.utf8.count)
  }

  @Test("values that hold commands for a terminal are shown harmless and short")
  func harmlessProblems() throws {
    let desk = try Desk()
    let long = String(repeating: "x", count: 200)
    let problems = try desk.problems(
      .providers, "provider,name,kind\nA,B,\u{1B}[2J\(long)\nC,D\u{0},nonSchool\n")
    #expect(problems[0].hasPrefix("line 2, kind, \"␛[2Jxxx"))
    #expect(problems[0].contains("x…\": use one of"))
    #expect(
      problems[1]
        == "line 3, name, \"D␀\": it holds bytes that are not text; type the value again")
  }

  @Test("what says the same of the same value is summed up by value, with how many and which lines")
  func sums() throws {
    let desk = try Desk()
    let bad = (0..<400).map { "P\($0),N,\($0 % 4 == 3 ? "barn" : "farm")\n" }.joined()
    let report = try desk.take(.providers, "provider,name,kind\n" + bad + "Q,N,byre\n")
    #expect(report.problems.count == 401)
    let lines = report.lines(limit: .max)
    // A hundred of each, the sum of the other farms, the one byre, and the summary.
    #expect(lines.count == 203)
    let sum = try #require(lines.first { $0.contains("more rows") })
    #expect(sum.contains(": 200 more rows, kind, \"farm\": use one of"), "\(sum)")
    #expect(sum.contains("(lines 135–136, 138–140,"), "\(sum)")
    #expect(sum.hasSuffix("and others up to 400)"), "\(sum)")
    #expect(lines.contains { $0.contains("line 402, kind, \"byre\"") })
  }

  @Test(
    "a character that no name has is refused as one that is no text is",
    arguments: [
      ("\u{1B}[31m", "U+001B"), ("\u{202E}", "U+202E"), ("\u{7}", "U+0007"), ("\u{9B}", "U+009B"),
      ("\u{2066}", "U+2066"),
    ])
  func unseenInNames(bad: String, number: String) throws {
    let desk = try Desk()
    let problems = try desk.problems(
      .providers, "provider,name,kind\nA,Red\(bad)Barn,nonSchool\n")
    #expect(problems.count == 1)
    #expect(
      problems.first?.hasSuffix(
        "it holds a character that is not seen (\(number)); type the value again") == true,
      "\(problems)")
  }

  @Test("joiners, accents and soft hyphens belong to names, and what was said stays as it came")
  func seenInNames() throws {
    let desk = try Desk.stocked()
    let names = ["Zoe\u{308}", "👩‍🏫 Nook", "O\u{2019}Neill", "Well\u{AD}field", "کتاب\u{200C}ها"]
    let rows = names.enumerated().map { "N\($0.offset),\($0.element),nonSchool\n" }.joined()
    #expect(try desk.take(.providers, "provider,name,kind\n" + rows).isImported)
    let said = try desk.take(
      .views, "case,voice,given_on,words\nCASE-EXAMPLE,child,2026-11-02,\"One\u{B}two\"\n")
    #expect(said.problems.isEmpty, "\(said.problems)")
  }

  @Test("the list of problems is cut, but not their number")
  func cappedListing() throws {
    let desk = try Desk()
    let rows = (0..<120).map { "P\($0),N,farm\n" }.joined()
    let report = try desk.take(.providers, "provider,name,kind\n" + rows)
    #expect(report.problems.count == 120)
    let lines = report.lines(limit: 10)
    #expect(lines.count == 12)
    #expect(
      lines[10].hasPrefix("\(report.file): 110 more rows, kind, \"farm\": use one of"),
      "\(lines[10])")
    #expect(lines[10].hasSuffix(" (lines 12–121)"))
    #expect(
      report.summary == "providers: 120 rows read; 120 problems in 120 rows; nothing was imported "
        + "(mend the file, or use --skip-bad-rows to import the rest)")
  }
}
