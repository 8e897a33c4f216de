import AlternativeProvision
import CaseStore

/// Schools: the GIAS download as it is published, the snake_case layout of open data, or a short list.
struct SchoolFile: RecordFile {
  var list = ColumnList()
  private let urn: Column<Int>
  private let authority: Column<Int>
  private let establishmentNumber: Column<Int>
  private let name: Column<String>
  private let ukprn: Column<Int>
  private let typeCode: Column<String>
  private let typeName: Column<String>
  private let phaseCode: Column<String>
  private let phaseName: Column<String>
  private let statusCode: Column<Int>
  private let statusName: Column<String>
  private let closedOn: Column<Day>
  private let town: Column<String>
  private let postcode: Column<String>

  init() {
    urn = list.required(
      "urn", also: ["school_urn"], .number(digits: 6, "a unique reference number"),
      example: "900001")
    authority = list.required(
      "la_code", also: ["LA (code)", "la", "local_authority", "lea", "la_number", "la_name"],
      .authority("the authority in whose area it is"), example: "888")
    establishmentNumber = list.optional(
      "establishment_number", also: ["EstablishmentNumber", "estab", "dfe_number"],
      .whole(0...9999, "the establishment number, four digits"), example: "4999")
    name = list.required(
      "name", also: ["EstablishmentName", "school_name", "school"],
      .text("the school's name", limit: 200), example: "Invented High School")
    ukprn = list.optional(
      "ukprn", .whole(10_000_000...99_999_999, "the UK provider reference number, eight digits"))
    typeCode = list.optional(
      "establishment_type_code", also: ["TypeOfEstablishment (code)", "type_code"],
      .text("the GIAS code of its type", limit: 10))
    typeName = list.optional(
      "establishment_type_name", also: ["TypeOfEstablishment (name)", "type_name", "type"],
      .text("its type in GIAS's words, as Community school or Pupil referral unit", limit: 100),
      example: "Community school")
    phaseCode = list.optional(
      "phase_type", also: ["PhaseOfEducation (code)", "phase_code"],
      .text("the GIAS code of its phase", limit: 10))
    phaseName = list.optional(
      "phase_name", also: ["PhaseOfEducation (name)", "phase"],
      .text("its phase in GIAS's words, as Primary or Secondary", limit: 100), example: "Secondary")
    statusCode = list.optional(
      "establishment_status_code", also: ["EstablishmentStatus (code)", "status_code"],
      .whole(1...4, "1 open, 2 closed, 3 open but proposed to close, 4 proposed to open"))
    statusName = list.optional(
      "establishment_status_name", also: ["EstablishmentStatus (name)", "status_name", "status"],
      .text("its status in GIAS's words, as Open or Closed", limit: 100), example: "Open")
    closedOn = list.optional(
      "close_date", also: ["CloseDate", "closed_on"], .day("when it closed"))
    town = list.optional("town", .text("the town", limit: 100), example: "Invented-on-Sea")
    postcode = list.optional("postcode", .postcode, example: "ZZ1 1ZZ")
  }

  func record(
    from row: inout Row, known: OnFile
  ) throws(StoreError) -> KeyedRecord<School>? {
    let urn = row.required(urn)
    let authority = row.required(authority)
    let name = row.required(name)
    guard let urn, let authority, let name else { return nil }
    var school =
      try known.school(urn: urn)?.value ?? School(urn: urn, authority: authority, name: name)
    school.authority = authority
    school.name = name
    row.update(establishmentNumber, &school.establishmentNumber)
    row.update(ukprn, &school.ukprn)
    row.update(closedOn, &school.closedOn)
    row.update(town, &school.town)
    row.update(postcode, &school.postcode)
    readType(&row, &school)
    readPhase(&row, &school)
    if let code = row.value(statusCode) {
      school.isOpen = code == 1 || code == 3
    } else if let status = row.value(statusName) {
      school.isOpen = headerKey(status).hasPrefix("open")
    }
    return KeyedRecord(String(urn), record: school)
  }

  private func readType(_ row: inout Row, _ school: inout School) {
    let code = row.value(typeCode)
    let words = row.value(typeName)
    guard code != nil || words != nil else { return }
    let kind =
      code.flatMap { SchoolKind(establishmentType: $0) }
      ?? words.flatMap { SchoolKind(establishmentType: $0) }
    school.typeName = words ?? code.map { typeWords(of: $0) } ?? ""
    // GIAS adds types from time to time; one of them must not keep 50,000 schools out.
    if kind == nil {
      row.remark(typeName, "this type is not known, so the school is taken as \"other\"")
    }
    school.kind = kind ?? .other
  }

  private func typeWords(of code: String) -> String {
    let digits = code.drop { $0 == "0" }
    return Codes.establishmentTypes.entry(digits)?.meaning ?? code
  }

  private func readPhase(_ row: inout Row, _ school: inout School) {
    let code = row.value(phaseCode)
    let words = row.value(phaseName)
    guard code != nil || words != nil else { return }
    let phase =
      code.flatMap { SchoolPhase(phaseOfEducation: $0) }
      ?? words.flatMap { SchoolPhase(phaseOfEducation: $0) }
    if phase == nil { row.remark(phaseName, "this phase is not known, so none is taken") }
    school.phase = phase ?? .notApplicable
  }

  func put(_ record: School, through door: inout Door) throws(StoreError) -> PutResult<School> {
    try door.put(record)
  }
}
