import AlternativeProvision
import CaseStore

/// Attendance marks: the one kind that comes by the million, and so is read by bytes.
///
/// A row in the usual dress is understood from its bytes alone. Any other is read again the way
/// other kinds are, which either understands it too or says what is wrong.
struct MarkFile: Sendable {
  var list = ColumnList()
  let pupil: Column<String>
  let provider: Column<String>
  let day: Column<Day>
  let session: Column<Session>
  let code: Column<String>

  init() {
    pupil = list.required(
      "pupil", also: OnFile.pupilAliases, .text("the pupil's reference or UPN", limit: 60),
      example: "PUPIL-EXAMPLE")
    provider = list.required(
      "provider", also: OnFile.providerAliases, .text("the provider's reference", limit: 60),
      example: "PROV-EXAMPLE")
    day = list.required(
      "date", also: ["day", "mark_date", "attendance_date", "session_date"],
      .day("the day of the session"), example: "2026-10-05")
    session = list.required("session", also: ["am_pm", "session_name"], .session, example: "AM")
    code = list.required(
      "code", also: ["mark", "attendance_code", "register_code", "attendance_mark"],
      .text("a register code in force on that day, as / \\ K B C2 I O N", limit: 2), example: "K")
  }

  func read(
    into run: inout ImportRun, _ known: OnFile, through door: inout Door
  ) throws {
    let row = try run.rows(of: list.columns)
    let names = MarkNames(try known.caseload.naturalKeys())
    let reading = MarkReading(columns: self, header: row.header, names: names, today: known.today)
    var reader = row.reader
    while reader.next() {
      if let mark = reading.plain(reader) {
        run.report.rows += 1
        try door.putMark(
          pupil: mark.pupil, provider: mark.provider, day: mark.day, session: mark.session,
          code: mark.code, line: reader.line)
      } else {
        try readSlowly(reader, reading, &run, &door)
      }
      try run.tellProgress(at: reader.position)
    }
    try run.refuseIfEmpty()
    let counts = try door.finishMarks()
    run.report.added = counts.added
    run.report.changed = counts.changed
    run.report.unchanged = counts.unchanged
    refuse(counts.contradictions, &run)
  }

  private func readSlowly(
    _ reader: CSVReader, _ reading: MarkReading, _ run: inout ImportRun, _ door: inout Door
  ) throws(StoreError) {
    guard var row = Row(at: reader, header: reading.header, columns: list.columns) else { return }
    run.report.rows += 1
    if let mark = reading.explained(&row) {
      try door.putMark(
        pupil: mark.pupil, provider: mark.provider, day: mark.day, session: mark.session,
        code: mark.code, line: row.line)
    } else {
      run.refuse(row.reader, row.problems)
    }
  }

  /// Refuses the rows that give a session a second mark, or the same by another provider, found again by
  /// their lines.
  private func refuse(_ contradictions: [MarkCounts.Contradiction], _ run: inout ImportRun) {
    guard !contradictions.isEmpty else { return }
    let isSameCode = Dictionary(
      contradictions.map { ($0.line, $0.isSameCode) }, uniquingKeysWith: { one, _ in one })
    var reader = CSVReader(run.text)
    while reader.next() {
      guard let isSame = isSameCode[reader.line] else { continue }
      let expected =
        isSame
        ? "an earlier row gives this pupil the same mark for the session from another provider; "
          + "keep the row of the one where the child was to be"
        : "an earlier row gives this pupil another mark for the session; keep one"
      run.refuse(reader, [ImportProblem(line: reader.line, expected: expected)])
    }
  }
}

/// A mark understood, and ready for the door.
struct ReadMark {
  var pupil: Identifier<Pupil>
  var provider: Identifier<Provider>
  var day: Day
  var session: Session
  var code: MarkCode
}

/// Who can be named in a file of marks.
struct MarkNames {
  let pupils: ByteTable
  let providers: ByteTable

  init(_ keys: NaturalKeys) {
    // References come after numbers, and so win where one looks like another.
    pupils = ByteTable(
      keys.pupilsByUPN.map { ($0.key, $0.value.number) }
        + keys.pupilsByReference.map { ($0.key, $0.value.number) })
    providers = ByteTable(keys.providersByReference.map { ($0.key, $0.value.number) })
  }

  func pupil(_ name: String) -> Identifier<Pupil>? {
    if let number = MarkNames.number(name, in: pupils) { return Identifier(number) }
    guard let upn = try? UPN(name) else { return nil }
    return MarkNames.number(upn.text, in: pupils).map { Identifier($0) }
  }

  func provider(_ name: String) -> Identifier<Provider>? {
    MarkNames.number(name, in: providers).map { Identifier($0) }
  }

  private static func number(_ name: String, in table: ByteTable) -> Int64? {
    Array(name.utf8).withUnsafeBufferPointer { table.number(of: $0) }
  }
}
