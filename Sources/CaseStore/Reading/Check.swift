import AlternativeProvision
import Glibc

extension Caseload {
  /// Looks through the whole caseload for damage, orphans and what cannot be, or hardly can.
  ///
  /// It reads every page, so it takes a fraction of a second for each hundred megabytes.
  ///
  /// - Parameter today: the day by which "in the future" is judged.
  /// - Returns: What was found, problems before notices; nothing where all is well.
  /// - Throws: `StoreError` where the file cannot be read at all.
  public func check(on today: Day) throws(StoreError) -> [Finding] {
    try snapshot { () throws(StoreError) in
      var findings = try damage()
      // A damaged file gives wrong answers to everything else.
      guard findings.isEmpty else { return findings }
      findings += try orphans()
      findings += try meaningless()
      for rule in CheckRule.all { findings += try apply(rule, today: today) }
      findings += try overlappingSuspensions()
      findings += try permanentTwice()
      findings += try numbersThatFail()
      findings += try marksOnClosedDays()
      findings += try alteredMinutes()
      findings += readableByOthers()
      return findings.enumerated().sorted {
        ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset)
      }.map(\.element)
    }
  }

  /// Looks for damage to the file itself, in which nothing may be written that could overwrite what can
  /// still be saved.
  ///
  /// - Throws: `StoreError` where the file cannot be read at all.
  public func damage() throws(StoreError) -> [Finding] {
    let rows = try connection.statement("PRAGMA quick_check(20)")
    defer { rows.reset() }
    var places: [Substring] = []
    while try rows.step() {
      // One answer may hold many lines, the first of them only a title.
      places += rows.text(0).split(separator: "\n").filter { $0 != "ok" && !$0.hasPrefix("***") }
    }
    guard let first = places.first else { return [] }
    let others = places.count > 1 ? ", and \(places.count - 1) more" : ""
    return [
      Finding(
        severity: .problem, place: path, whatIsWrong: "the file is damaged (\(first)\(others))",
        whatToDo: "restore last night's copy; 'sqlite3 FILE .recover' may save what came after")
    ]
  }

  private func orphans() throws(StoreError) -> [Finding] {
    let rows = try connection.statement(
      "SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2")
    defer { rows.reset() }
    var findings: [Finding] = []
    while try rows.step() {
      let (child, parent) = (rows.text(0), rows.text(1))
      findings.append(
        Finding(
          severity: .problem, place: "table \(child)",
          whatIsWrong: "\(Self.count(rows.integer(2), "row")) a \(parent) that is not on file",
          whatToDo: "restore a copy from before; something other than Sixthday removed it"))
    }
    for (child, column) in [("pupil", "pupil_id"), ("provider", "provider_id")] {
      let rows = try connection.prepare(
        """
        SELECT count(*) FROM attendance_mark WHERE \(column) NOT IN (SELECT id FROM \(child))
        """)
      defer { rows.reset() }
      if try rows.step(), rows.integer(0) > 0 {
        findings.append(
          Finding(
            severity: .problem, place: "attendance marks",
            whatIsWrong: "\(Self.count(rows.integer(0), "mark")) a \(child) that is not on file",
            whatToDo: "restore a copy from before; something other than Sixthday removed it"))
      }
    }
    return findings
  }

  /// "1 row names", "2 rows name".
  private static func count(_ number: Int64, _ noun: String) -> String {
    number == 1 ? "1 \(noun) names" : "\(number) \(noun)s name"
  }

  private func apply(_ rule: CheckRule, today: Day) throws(StoreError) -> [Finding] {
    let rows = try connection.prepare(rule.sql)
    defer { rows.reset() }
    if rows.parameterCount > 0 { rows.bind(1, today) }
    var findings: [Finding] = []
    while try rows.step() {
      findings.append(
        Finding(
          severity: rule.severity, place: rows.text(0),
          whatIsWrong: rule.whatIsWrong(
            on: rows.columnCount > 1 && !rows.isNull(1) ? rows.day(1).medium : "that"),
          whatToDo: rule.whatToDo))
    }
    return findings
  }

  /// Numbers whose check letter is wrong can only have come in past the door.
  private func numbersThatFail() throws(StoreError) -> [Finding] {
    let rows = try connection.statement(
      "SELECT reference, upn FROM pupil WHERE upn IS NOT NULL ORDER BY id")
    defer { rows.reset() }
    var findings: [Finding] = []
    while try rows.step() {
      if (try? UPN(rows.text(1))) != nil { continue }
      findings.append(
        Finding(
          severity: .problem, place: "pupil \(rows.text(0))",
          whatIsWrong: "the UPN \(rows.text(1)) fails its check letter",
          whatToDo: "ask the school for the right number"))
    }
    return findings
  }

  /// Marks on days on which the calendar that serves the child's school holds no session.
  ///
  /// A provider may well teach in a half term, so this is a notice, summed up for each day.
  private func marksOnClosedDays() throws(StoreError) -> [Finding] {
    let book = try calendarBook()
    let rows = try connection.statement(
      """
      SELECT attendance_mark.day, pupil.school_id, coalesce(school.authority, pupil.home_authority),
        count(*)
      FROM attendance_mark JOIN pupil ON pupil.id = attendance_mark.pupil_id
      LEFT JOIN school ON school.id = pupil.school_id
      GROUP BY 1, 2, 3 ORDER BY 1
      """)
    defer { rows.reset() }
    var counts: [(day: Day, words: String, marks: Int)] = []
    while try rows.step() {
      let school = rows.integerOrNil(1).map { Identifier<School>($0) }
      let calendar = book.calendar(for: school, authority: rows.integerOrNil(2).map(Int.init))
      guard case .closed(let reason)? = calendar?.status(of: rows.day(0)) else { continue }
      if let last = counts.last, last.day == rows.day(0), last.words == reason.words {
        counts[counts.count - 1].marks += Int(rows.integer(3))
      } else {
        counts.append((rows.day(0), reason.words, Int(rows.integer(3))))
      }
    }
    return counts.map {
      Finding(
        severity: .notice, place: "attendance on \($0.day.medium)",
        whatIsWrong:
          "\($0.marks) \($0.marks == 1 ? "mark" : "marks") on a day that the calendar has closed (\($0.words))",
        whatToDo: "see whether the calendar or the register is wrong; both may be right")
    }
  }

  private func readableByOthers() -> [Finding] {
    var facts = stat()
    guard stat(path, &facts) == 0, facts.st_mode & 0o077 != 0 else { return [] }
    return [
      Finding(
        severity: .notice, place: path,
        whatIsWrong: "other users of this machine may read or write the file",
        whatToDo: "chmod 600 it, unless your team shares it by group")
    ]
  }
}
