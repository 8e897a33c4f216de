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
