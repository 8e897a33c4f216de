import AlternativeProvision
import CaseStore
import Testing

@testable import Interchange

@Suite("Attendance marks")
struct MarkImportTests {
  private func marks(_ desk: Desk) throws -> [RegisterMark] {
    let pupil = try #require(try desk.caseload.pupil(reference: "PUPIL-EXAMPLE"))
    return try desk.caseload.marks(
      of: pupil.id, from: Day(number: 0), through: desk.today)
  }

  @Test("marks are known by reference or UPN, in every dress of date, session and code")
  func dresses() throws {
    let desk = try Desk.stocked()
    let report = try desk.take(
      .marks,
      """
      UPN;Provider ID;Attendance Date;AM/PM;Mark
      PUPIL-EXAMPLE;PROV-EXAMPLE;2026-10-05;AM;/
      H888499924001;PROV-EXAMPLE;05/10/2026;pm;\\
      h888499924001; PROV-EXAMPLE ;6 October 2026;Morning;k
      PUPIL-EXAMPLE;PROV-EXAMPLE;"06/10/2026";"PM";"c2"
      PUPIL-EXAMPLE;PROV-EXAMPLE;2024-08-16T00:00:00;Afternoon;H
      """)
    #expect(report.problems.map(\.description) == [])
    #expect(report.added == 5 && report.rows == 5)
    #expect(try marks(desk).map(\.code.text) == ["H", "/", "\\", "K", "C2"])
  }

  @Test("the same register again changes nothing; a corrected mark changes one")
  func twice() throws {
    let desk = try Desk.stocked()
    var text = "pupil,provider,date,session,code\n"
    for offset in 0..<40 {
      let day = Day(number: 20_700 + Int32(offset)).iso
      text += "PUPIL-EXAMPLE,PROV-EXAMPLE,\(day),AM,K\nPUPIL-EXAMPLE,PROV-EXAMPLE,\(day),PM,N\n"
    }
    #expect(try desk.take(.marks, text).added == 80)
    let position = try desk.journalPosition()
    #expect(try desk.take(.marks, text).unchanged == 80)
    #expect(try desk.journalPosition() == position)
    let corrected = text.replacing("PM,N\n", with: "PM,I\n", maxReplacements: 1)
    let report = try desk.take(.marks, corrected)
    #expect(report.changed == 1 && report.unchanged == 79)
  }

  @Test("what is wrong with a mark is told, with what would be right")
  func problems() throws {
    let desk = try Desk.stocked()
    let problems = try desk.problems(
      .marks,
      """
      pupil,provider,date,session,code
      NOBODY,PROV-EXAMPLE,2026-10-05,AM,K
      PUPIL-EXAMPLE,NOWHERE,2026-10-05,AM,K
      PUPIL-EXAMPLE,PROV-EXAMPLE,2026-11-24,AM,K
      PUPIL-EXAMPLE,PROV-EXAMPLE,1926-11-24,AM,/
      PUPIL-EXAMPLE,PROV-EXAMPLE,2026-02-30,noon,K
      PUPIL-EXAMPLE,PROV-EXAMPLE,2026-10-05,AM,H
      PUPIL-EXAMPLE,PROV-EXAMPLE,2026-10-05,AM,K9
      PUPIL-EXAMPLE,PROV-EXAMPLE,2026-10-05,AM
      PUPIL-EXAMPLE,PROV-EXAMPLE,2026-10-05,,
      PUPIL-EXAMPLE,PROV-EXAMPLE,2026-10-06,AM,K
      PUPIL-EXAMPLE,PROV-EXAMPLE,2026-10-06,AM,I
      """)
    #expect(
      problems[0...4] == [
        "line 2, pupil, \"NOBODY\": no such pupil is on file; import pupils first, or correct it",
        "line 3, provider, \"NOWHERE\": no such provider is on file; "
          + "import providers first, or correct it",
        "line 4, date, \"2026-11-24\": a mark cannot be for after today, 23 Nov 2026",
        "line 5, date, \"1926-11-24\": no register here goes back before 1 Jan 1990",
        "line 6, date, \"2026-02-30\": there is no such day; February 2026 has 28 days",
      ])
    #expect(problems[5] == "line 6, session, \"noon\": use one of AM, PM")
    #expect(
      problems[6].hasPrefix(
        "line 7, code, \"H\": this is a register code (Family holiday agreed) only until "
          + "18 Aug 2024"))
    #expect(
      problems[7].hasPrefix("line 8, code, \"K9\": this is not a register code; use one of /"))
    #expect(problems[8].hasPrefix("line 9: the row has 4 fields where the header has 5"))
    #expect(
      problems[10...] == [
        "line 10, session: this must not be empty; it takes AM or PM",
        "line 10, code: this must not be empty; it takes a register code in force on that day, "
          + "as / \\ K B C2 I O N",
        "line 12: an earlier row gives this pupil another mark for the session; keep one",
      ])
    #expect(try marks(desk).isEmpty)
  }

  @Test("the same mark from two providers is told as that, and not as another mark")
  func twoProviders() throws {
    let desk = try Desk.stocked()
    try desk.take(.providers, "provider,name,kind\nPROV-2,Second Place,nonSchool\n")
    let problems = try desk.problems(
      .marks,
      """
      pupil,provider,date,session,code
      PUPIL-EXAMPLE,PROV-EXAMPLE,2026-10-05,AM,K
      PUPIL-EXAMPLE,PROV-2,2026-10-05,AM,K
      PUPIL-EXAMPLE,PROV-EXAMPLE,2026-10-05,PM,K
      PUPIL-EXAMPLE,PROV-2,2026-10-05,PM,I
      """)
    #expect(
      problems == [
        "line 3: an earlier row gives this pupil the same mark for the session from another "
          + "provider; keep the row of the one where the child was to be",
        "line 5: an earlier row gives this pupil another mark for the session; keep one",
      ])
    #expect(try marks(desk).isEmpty)
  }

  @Test("bad marks are skipped, mended and imported again")
  func skipAndMend() throws {
    let desk = try Desk.stocked()
    let report = try desk.take(
      .marks,
      """
      note,pupil,provider,date,session,code
      a,PUPIL-EXAMPLE,PROV-EXAMPLE,2026-10-05,AM,K
      b,PUPIL-EXAMPLE,PROV-EXAMPLE,2026-10-05,PM,H
      c,PUPIL-EXAMPLE,PROV-EXAMPLE,2026-10-05,AM,I
      """
    ) { $0.skipBadRows = true }
    #expect(report.isImported && report.added == 1 && report.refusedRows == 2)
    let path = try #require(report.refusedPath)
    let rows = records(try SourceText.load(path))
    #expect(rows.map(\.first) == ["note", "b", "c"])
    let mended = try SourceText.load(path).string.replacing(",PM,H,", with: ",PM,C,")
      .replacing(",AM,I,", with: ",AM,K,")
    let again = try desk.take(.marks, mended)
    #expect(again.isImported && again.added == 1 && again.unchanged == 1)
  }

  @Test("a table of names finds each, and nothing else")
  func byteTable() {
    let names = (0..<5000).map { "N\($0 * 7)" }
    let table = ByteTable(names.enumerated().map { ($1, Int64($0)) } + [("", 9), ("N7", 77)])
    func number(_ name: String) -> Int64? {
      Array(name.utf8).withUnsafeBufferPointer { table.number(of: $0) }
    }
    #expect(number("N7") == 77)
    #expect(number("") == 9)
    for (index, name) in names.enumerated() where name != "N7" {
      #expect(number(name) == Int64(index))
    }
    #expect(number("N8") == nil && number("M7") == nil && number("N70000") == nil)
    #expect(Array("x".utf8).withUnsafeBufferPointer { ByteTable([]).number(of: $0) } == nil)
  }
}
