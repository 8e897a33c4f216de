import AlternativeProvision
import CaseStore
import Testing

@testable import Interchange

@Suite("Schools, from GIAS and otherwise")
struct SchoolImportTests {
  @Test("the five authorities' 1,988 schools import, and again change nothing", .needsSharedData)
  func openData() throws {
    let desk = try Desk()
    let path = SharedData.path("schools/gias_2023-11_five_LAs.csv")
    let first = try desk.take(.schools, path: path)
    #expect(first.isImported && first.rows == 1988 && first.added == 1988)
    #expect(first.problems.isEmpty && first.remarks.isEmpty)
    let position = try desk.journalPosition()
    let second = try desk.take(.schools, path: path)
    #expect(second.unchanged == 1988 && second.added == 0 && second.changed == 0)
    #expect(try desk.journalPosition() == position)

    let schools = try desk.caseload.schools().map(\.value)
    let alternative = schools.filter {
      $0.isOpen && ($0.kind == .pupilReferralUnit || $0.kind == .alternativeProvisionAcademy)
    }
    #expect(alternative.count == 18)
    let closed = try #require(try desk.caseload.school(urn: 127_369)).value
    #expect(!closed.isOpen && closed.closedOn == Day(year: 1988, month: 12, day: 31))
    #expect(closed.name == "St Monica's RC Infant School" && closed.phase == .primary)
    #expect(closed.laestab == 3_433_315)
  }

  @Test("the same schools in the layout that GIAS publishes change nothing", .needsSharedData)
  func download() throws {
    let desk = try Desk()
    try desk.take(.schools, path: SharedData.path("schools/gias_2023-11_five_LAs.csv"))
    let position = try desk.journalPosition()
    var rows = records(try SharedData.load("schools/gias_2023-11_five_LAs.csv"))
    let ours = rows.removeFirst()
    let header = records(try SharedData.load("schools/edubasealldata_sample_true_headers.csv"))[0]
    #expect(header.count == 120)
    let names = [
      "URN": "urn", "LA (code)": "la_code", "LA (name)": "la_name",
      "EstablishmentNumber": "establishment_number", "EstablishmentName": "name",
      "TypeOfEstablishment (code)": "establishment_type_code",
      "TypeOfEstablishment (name)": "establishment_type_name",
      "EstablishmentStatus (code)": "establishment_status_code",
      "EstablishmentStatus (name)": "establishment_status_name", "CloseDate": "close_date",
      "PhaseOfEducation (code)": "phase_type", "PhaseOfEducation (name)": "phase_name",
      "UKPRN": "ukprn", "Town": "town", "Postcode": "postcode",
    ]
    let places = header.map { name in names[name].flatMap { ours.firstIndex(of: $0) } }
    #expect(places.compactMap { $0 }.count == names.count)
    var writer = CSVWriter(lineEnd: "\r\n")
    // GIAS calls the first of many streets so; the accent makes the file Windows-1252.
    writer.write(header)
    for row in rows {
      var fields = places.map { $0.map { row[$0] } ?? "" }
      fields[59] = "Café Row"
      let close = 16
      #expect(header[close] == "CloseDate")
      fields[close] = fields[close].split(separator: "-").reversed().joined(separator: "-")
      writer.write(fields)
    }
    let bytes = String(decoding: writer.bytes, as: UTF8.self).unicodeScalars.map { scalar in
      scalar == "’" ? 0x92 : UInt8(truncatingIfNeeded: scalar.value)
    }
    let report = try desk.take(.schools, path: try desk.file(bytes, name: "edubasealldata.csv"))
    #expect(report.problems.map(\.description) == [])
    #expect(report.encoding == .windows1252)
    #expect(report.unchanged == 1988 && report.added == 0 && report.changed == 0)
    #expect(report.ignoredColumns.contains("EstablishmentTypeGroup (code)"))
    #expect(try desk.journalPosition() == position)
  }

  @Test(
    "rows of GIAS's later layout under its former header are read as what they are",
    .needsSharedData)
  func laterLayout() throws {
    let desk = try Desk()
    let path = SharedData.path("schools/edubasealldata_sample_true_headers.csv")
    let report = try desk.take(.schools, path: path)
    #expect(report.problems.map(\.description) == [])
    #expect(report.isImported && report.added == 19)
    #expect(
      report.remarks.map(\.description) == [
        "line 11: rows of 135 fields, from here on, are of GIAS's later layout and were read by it"
      ])
    let former = try #require(try desk.caseload.school(urn: 100_001)).value
    #expect(former.kind == .independent && former.authority == 201 && former.ukprn == 10_013_279)
    #expect(former.postcode == "EC2Y 8BB" && former.isOpen)
    let later = try #require(try desk.caseload.school(urn: 105_135)).value
    #expect(later.name == "St Paul's Academy" && later.kind == .academy && later.isOpen)
    #expect(later.phase == .secondary && later.ukprn == 10_017_649 && later.authority == 203)
    #expect(later.town == "London" && later.postcode == "SE2 9PX")
    let closed = try #require(try desk.caseload.school(urn: 124_930)).value
    #expect(closed.closedOn == Day(year: 1997, month: 11, day: 1) && closed.postcode == "GU15 3QB")
    #expect(try desk.take(.schools, path: path).unchanged == 19)
  }

  @Test("a row that is longer than the header in another way is not taken", .needsSharedData)
  func shiftedRows() throws {
    let desk = try Desk()
    let text = try SourceText.load(
      SharedData.path("schools/edubasealldata_sample_true_headers.csv"))
    var writer = CSVWriter()
    for (line, fields) in records(text).enumerated() {
      // Where the later layout has its postcode stands something else.
      var fields = fields
      if line == 10 { fields[61] = "Not applicable" }
      if line <= 10 { writer.write(fields) }
    }
    let path = try desk.file(writer.bytes, name: "schools.csv")
    let report = try desk.take(.schools, path: path)
    #expect(
      report.problems.map(\.description) == [
        "line 11: the row has 135 fields where the header has 120; "
          + "it has the layout of another file; import that part of the file under its own header"
      ])
    let sound = try desk.take(.schools, path: path) {
      $0.skipBadRows = true
      $0.refusedPath = desk.folder + "/refused.csv"
    }
    #expect(sound.isImported && sound.added == 9)
  }

  @Test("columns come in any order and any case, and unknown ones are named once")
  func headers() throws {
    let desk = try Desk()
    let report = try desk.take(
      .schools,
      """
      ESTABLISHMENT NAME;head;la-code;U R N;Head;head
      Invented School;x;Lancashire;900010;y;z
      """)
    #expect(report.isImported && report.added == 1)
    #expect(report.ignoredColumns == ["head", "Head"])
    #expect(try desk.caseload.school(urn: 900_010)?.value.authority == 888)
  }

  @Test("a column that the file lacks leaves what is on file; an empty value takes it away")
  func partialFiles() throws {
    let desk = try Desk()
    try desk.take(.schools, "urn,la,name,town,postcode\n900010,888,Old Name,Inventon,ZZ1 1ZZ\n")
    let report = try desk.take(.schools, "urn,la,name,postcode\n900010,888,New Name,\n")
    #expect(report.changed == 1)
    let school = try #require(try desk.caseload.school(urn: 900_010)).value
    #expect(school.name == "New Name" && school.town == "Inventon" && school.postcode == nil)
  }

  @Test("a type that GIAS has added since keeps nobody out, and is told")
  func unknownType() throws {
    let desk = try Desk()
    let report = try desk.take(
      .schools, "urn,la,name,type\n900010,888,Invented,Free floating school\n")
    #expect(report.isImported)
    #expect(
      report.remarks.map(\.description) == [
        "line 2, type, \"Free floating school\": this type is not known, "
          + "so the school is taken as \"other\""
      ])
  }

  @Test("every problem of every row is told")
  func problems() throws {
    let desk = try Desk()
    #expect(
      try desk.problems(
        .schools,
        """
        URN,LA (code),EstablishmentName,CloseDate,UKPRN
        90001,888,A,,
        900012,Nowhere,,31/02/2026,12
        900013,888,C
        900014,888,D,,
        900014,888,E,,
        """) == [
          "line 2, URN, \"90001\": a unique reference number has 6 digits",
          "line 3, LA (code), \"Nowhere\": an authority's three-digit number or name is due, "
            + "as 888 or Lancashire",
          "line 3, EstablishmentName: this must not be empty; it takes the school's name",
          "line 4: the row has 3 fields where the header has 5; add what is missing",
          "line 6: line 5 gives the same school other values; keep one",
        ])
    #expect(try desk.caseload.schools().isEmpty)
  }
}
