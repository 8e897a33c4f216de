import AlternativeProvision
import Glibc

extension Caseload {
  /// Records with a word that no table of the service knows: a list that meets one stops, and sends
  /// the reader here.
  func meaningless() throws(StoreError) -> [Finding] {
    let pupil = "(SELECT reference FROM pupil WHERE id = pupil_id)"
    let file = "(SELECT reference FROM case_file WHERE id = case_id)"
    let provider = "(SELECT name FROM provider WHERE id = provider_id)"
    var findings: [Finding] = []
    findings += try meaningless(School.self, named: "urn")
    findings += try meaningless(Provider.self, named: "reference")
    findings += try meaningless(Pupil.self, named: "reference")
    findings += try meaningless(Exclusion.self, named: "'of pupil ' || \(pupil)")
    findings += try meaningless(Case.self, named: "reference")
    findings += try meaningless(Placement.self, named: "'of case ' || \(file)")
    findings += try meaningless(View.self, named: "'in case ' || \(file)")
    findings += try meaningless(QualityVisit.self, named: "'to ' || \(provider)")
    return try findings + meaninglessMarks()
  }

  /// Reads every record of a kind as a list would.
  private func meaningless<Record: Readable>(
    _: Record.Type, named name: String
  ) throws(StoreError) -> [Finding] {
    let table = Record.table
    let rows = try connection.prepare(
      "SELECT \(table.selection()), \(name) FROM \(table.name) ORDER BY 1")
    defer { rows.reset() }
    var findings: [Finding] = []
    while try rows.step() {
      var reader = CellReader(rows, of: table.kind)
      do throws(StoreError) {
        _ = try Record(&reader)
      } catch {
        let said = error.whatHappened
        findings.append(
          Finding(
            severity: .problem, place: "\(table.kind.title) \(rows.text(rows.columnCount - 1))",
            whatIsWrong: said.withCString { text in
              strstr(text, " holds ").map { "it" + String(cString: $0) } ?? said
            },
            whatToDo: "restore a copy from before; something other than Sixthday wrote it"))
      }
    }
    return findings
  }

  /// Suspensions by one school that keep a child out of the same half day twice.
  func overlappingSuspensions() throws(StoreError) -> [Finding] {
    // Of each pair only those whose first days are near: no suspension lasts longer than a year's 45
    // school days, which with every holiday is less than half a year.
    let rows = try connection.prepare(
      """
      SELECT one.id, other.id, pupil.reference, school.authority FROM exclusion AS one
      JOIN exclusion AS other ON other.pupil_id = one.pupil_id AND other.school_id = one.school_id
        AND other.id <> one.id AND other.category <> 'PERM'
        AND (other.first_day, other.id) > (one.first_day, one.id)
        AND other.first_day <= one.first_day + 183
      JOIN pupil ON pupil.id = one.pupil_id JOIN school ON school.id = one.school_id
      WHERE one.category <> 'PERM' ORDER BY pupil.reference, one.first_day
      """)
    defer { rows.reset() }
    var findings: [Finding] = []
    var book: CalendarBook?
    while try rows.step() {
      guard let one: Exclusion = try read(rows.integer(0)),
        let other: Exclusion = try read(rows.integer(1))
      else { continue }
      if book == nil { book = try calendarBook() }
      let calendar = book?.calendar(
        for: one.school, authority: rows.integerOrNil(3).map(Int.init))
      guard let day = one.firstSharedDay(with: other, by: calendar) else { continue }
      findings.append(
        Finding(
          severity: .problem, place: "suspensions of pupil \(rows.text(2))",
          whatIsWrong:
            "those from \(one.firstDay.medium) and from \(other.firstDay.medium) both take "
            + "\(day.medium), which is counted once",
          whatToDo: "correct the first day or the length of one of them"))
    }
    return findings
  }

  /// Permanent exclusions of a child by a school that had not taken it back after another.
  func permanentTwice() throws(StoreError) -> [Finding] {
    let rows = try connection.prepare(
      """
      SELECT one.id, other.id, pupil.reference FROM exclusion AS one
      JOIN exclusion AS other ON other.pupil_id = one.pupil_id AND other.school_id = one.school_id
        AND other.category = 'PERM' AND (other.first_day, other.id) > (one.first_day, one.id)
      JOIN pupil ON pupil.id = one.pupil_id
      WHERE one.category = 'PERM' ORDER BY pupil.reference, one.first_day
      """)
    defer { rows.reset() }
    var findings: [Finding] = []
    while try rows.step() {
      guard let one: Exclusion = try read(rows.integer(0)),
        let other: Exclusion = try read(rows.integer(1)), one.cannotStandBeside(other)
      else { continue }
      let isNear = other.firstDay.days(since: one.firstDay) < 365
      findings.append(
        Finding(
          severity: isNear ? .problem : .notice,
          place: "permanent exclusions of pupil \(rows.text(2))",
          whatIsWrong:
            "one school excluded the child from \(one.firstDay.medium), and again from "
            + "\(other.firstDay.medium) though it was not back: clocks run twice",
          whatToDo: isNear
            ? "where one is a mistake, give it as cancelled; where the child was back, give when "
              + "the first ended"
            : "give when the first ended, unless the child was admitted anew"))
    }
    return findings
  }

  private func meaninglessMarks() throws(StoreError) -> [Finding] {
    let rows = try connection.statement(
      "SELECT code, count(*), min(day) FROM attendance_mark GROUP BY code")
    defer { rows.reset() }
    var findings: [Finding] = []
    while try rows.step() {
      let code = rows.text(0)
      if Codes.attendance.entry(code) != nil { continue }
      let count = rows.integer(1)
      findings.append(
        Finding(
          severity: .problem, place: "attendance marks",
          whatIsWrong: "'\(code)', which is no register code, on \(count) "
            + "\(count == 1 ? "mark" : "marks") from \(rows.day(2).medium): it counts as nothing",
          whatToDo: "import the register of those days again"))
    }
    return findings
  }
}
