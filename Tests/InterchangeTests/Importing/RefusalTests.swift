import AlternativeProvision
import CaseStore
import Foundation
import TestSupport
import Testing

@testable import Interchange

@Suite("Files that cannot be imported at all")
struct RefusalTests {
  @Test("a file of another kind is told, with the command that would take it")
  func wrongKind() throws {
    let desk = try Desk()
    #expect(
      try desk.refusal(.pupils, ImportTemplate.csv(for: .schools))
        == "pupils.csv: this looks like a schools file; try: sixthday import schools pupils.csv"
        .replacingOccurrences(of: "schools pupils.csv", with: "schools pupils.csv"))
    for kind in ImportKind.allCases {
      for other in ImportKind.allCases where other != kind {
        let refusal = try desk.refusal(kind, ImportTemplate.csv(for: other))
        #expect(
          refusal?.contains("try: sixthday import \(other.rawValue) ") == true,
          "\(other) as \(kind): \(refusal ?? "taken")")
      }
    }
  }

  @Test("a missing column is named, with what was found")
  func missingColumns() throws {
    let desk = try Desk()
    #expect(
      try desk.refusal(.pupils, "upn,surname\nx,y\n")
        == "pupils.csv: the header lacks forename, date_of_birth, year_group "
        + "(found upn, surname); see: sixthday template pupils")
  }

  @Test(
    "a quotation mark that swallowed the rows below is named with both lines, and nothing is read of it"
  )
  func swallowed() throws {
    let desk = try Desk()
    let rows = String(repeating: "p,n,x\n", count: 60_000)
    let report = try desk.take(
      .pupils,
      "pupil,surname,forename,date_of_birth,year_group,ethnicity\n"
        + "P1,Ashdown,Wren,2012-03-04,9,\"WBRI\n\(rows)P2,\"Birch\",Kit,2012-03-04,9,WBRI\n")
    #expect(
      report.problems.first?.description
        == "line 2, ethnicity: a quotation mark opened here is closed only on line 60003; close it "
        + "where the value ends")
    #expect(!report.isImported)
  }

  @Test("a first row of thousands of fields is refused before its names are read")
  func wideHeader() throws {
    #expect(
      try Desk().refusal(.pupils, String(repeating: ",", count: 5000) + "\n")
        == "pupils.csv: the first row has 5001 columns, so this is no file of pupils; see: sixthday "
        + "template pupils")
  }

  @Test("a first row without a name in it is told for what it is")
  func noHeader() throws {
    #expect(
      try Desk().refusal(.schools, ",,\n123456,888,Invented High\n")
        == "schools.csv: the first row names no column; its first line must hold the columns' names, "
        + "see: sixthday template schools")
  }

  @Test("empty files, spreadsheets and JSON are told apart")
  func forms() throws {
    let desk = try Desk()
    let empty = "cases.csv: the file is empty; see: sixthday template cases"
    #expect(try desk.refusal(.cases, "") == empty)
    #expect(try desk.refusal(.cases, " \r\n\n") == empty)
    #expect(
      try desk.refusal(.providers, "provider,name,kind\n\n,,\n")
        == "providers.csv: there is no row under the header; see: sixthday template providers")
    #expect(
      try desk.refusal(.cases, "PK\u{3}\u{4}rubbish")
        == "cases.csv: this is a spreadsheet's own file; save it as CSV and import that")
    #expect(try desk.refusal(.cases, "%PDF-1.7") == "cases.csv: this is a PDF; import a CSV file")
    #expect(
      try desk.refusal(.cases, "[{\"a\":1}]")
        == "cases.csv: this is JSON; cases are imported from CSV, see: sixthday template cases")
    #expect(
      try desk.refusal(.cases, "{\"england-and-wales\":{}}")
        == "cases.csv: this is the bank holidays file; try: sixthday import calendars cases.csv")
    #expect(
      try desk.refusal(.schools, "urn,la,name,URN\n1,2,3,4\n")
        == "schools.csv: columns 1 and 4 are both urn; leave one out")
    #expect(throws: SourceProblem.self) { try desk.take(.cases, path: desk.folder + "/none.csv") }
  }

  @Test("bytes of any kind under a sound header never crash, and import nothing that is wrong")
  func randomRows() throws {
    let desk = try Desk.stocked()
    var generator = SeededGenerator(99)
    let pieces = Array("\",\n\r;\t/-0129AMPK #\\é".utf8) + [0, 0xFF, 0xC3, 0x1B]
    for kind in ImportKind.allCases {
      let header = Array((kind.columns.map(\.name).joined(separator: ",") + "\n").utf8)
      let position = try desk.journalPosition()
      for _ in 0..<60 {
        let body = (0..<Int.random(in: 1...400, using: &generator)).map { _ in
          pieces.randomElement(using: &generator) ?? 0
        }
        let path = try desk.file(header + body, name: "random.csv")
        let report = try? desk.take(kind, path: path)
        #expect(report?.problems.isEmpty != true || report?.added == 0)
      }
      #expect(try desk.journalPosition() == position, "\(kind)")
    }
  }
}
