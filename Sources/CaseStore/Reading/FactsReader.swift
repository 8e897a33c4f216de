import AlternativeProvision

/// Gathers the facts of cases, one after another, for their clocks to be read.
///
/// What is the same for many cases (calendars, targets, schools) is read once, when it is first wanted,
/// so that one case costs little and a whole caseload can be gone through. A reader is made for one pass: it does not see what changes after.
final class FactsReader {
  let targets: LocalTargets
  private let caseload: Caseload
  private let shelf: CalendarShelf
  private var schools: [Int64: School] = [:]
  /// The URN of each provider asked for, where it is a school.
  private var urns: [Int64: Int?] = [:]
  private let provider: Statement
  private let marks: Statement
  private let weeks: Statement
  private let others: Statement

  init(_ caseload: Caseload) throws(StoreError) {
    self.caseload = caseload
    shelf = try CalendarShelf(caseload)
    targets = try caseload.localTargets()
    // Statements that the connection keeps: each is at its end whenever another reader may begin.
    let connection = caseload.connection
    provider = try connection.statement("SELECT urn FROM provider WHERE id = ?1")
    marks = try connection.statement(
      """
      SELECT day, session, provider_id, code FROM attendance_mark
      WHERE pupil_id = ?1 AND day BETWEEN ?2 AND ?3 ORDER BY day, session
      """)
    weeks = try connection.statement(
      """
      SELECT week, provider_id, attended,
        CASE WHEN ?2 THEN authorised + unauthorised ELSE illness + unexplained END
      FROM attendance_week WHERE pupil_id = ?1 ORDER BY week
      """)
    others = try connection.statement(
      """
      SELECT exclusion_id, closed_on IS NOT NULL FROM case_file
      WHERE pupil_id = ?1 AND id <> ?2 AND exclusion_id IS NOT NULL
      """)
  }

  /// The facts of a case; nil where there is none of that number.
  func facts(of number: Int64) throws(StoreError) -> CaseFacts? {
    guard let file: Case = try caseload.read(number) else { return nil }
    return try facts(of: file, number: number)
  }

  /// The facts of a case that has been read already.
  func facts(of file: Case, number: Int64) throws(StoreError) -> CaseFacts? {
    guard let pupil: Pupil = try caseload.read(file.pupil.number) else { return nil }
    var facts = CaseFacts(
      file: file, pupil: pupil, calendars: CalendarBook(bankHolidays: shelf.book.bankHolidays))
    facts.targets = targets
    facts.examinationsFinishedOn = pupil.examinationsFinishedOn
    if let school = pupil.school { facts.school = try self.school(school.number) }
    for stored in try caseload.exclusions(of: file.pupil) {
      facts.exclusions.append(
        ExclusionFacts(
          id: stored.id, exclusion: stored.value, school: try school(stored.value.school.number)))
    }
    facts.calendars = try calendars(for: facts)
    facts.placements = try caseload.placements(in: Identifier(number)).map(\.value)
    others.bind(1, file.pupil.number)
    others.bind(2, number)
    defer { others.reset() }
    while try others.step() {
      let exclusion = Identifier<Exclusion>(others.integer(0))
      // The case's own exclusion is its business, even if another case arose from it too.
      if exclusion == file.exclusion { continue }
      if others.integer(1) == 0 {
        facts.exclusionsOfOtherCases.append(exclusion)
      } else {
        facts.exclusionsOfClosedCases.append(exclusion)
      }
    }
    facts.attendance = try evidence(of: file.pupil.number, facts)
    return facts
  }

  /// The calendar of a school, else of its authority.
  func calendar(
    for school: Identifier<School>?, authority: Int?
  ) throws(StoreError) -> SchoolCalendar? {
    try shelf.fetch(school: school, authority: authority)
    return shelf.book.calendar(for: school, authority: authority)
  }

  /// A book that holds every calendar by which a clock of the case may count.
  private func calendars(for facts: CaseFacts) throws(StoreError) -> CalendarBook {
    let authorities = facts.pupil.authorities
    try shelf.fetch(school: facts.pupil.school, authority: facts.school?.authority)
    for authority in [authorities.school, authorities.home] {
      try shelf.fetch(school: nil, authority: authority)
    }
    for known in facts.exclusions {
      try shelf.fetch(school: known.exclusion.school, authority: known.school?.authority)
    }
    return shelf.book
  }

  private func school(_ number: Int64) throws(StoreError) -> School? {
    if let known = schools[number] { return known }
    guard let school: School = try caseload.read(number) else { return nil }
    schools[number] = school
    return school
  }

  /// The URN of a provider that is a school: a mark there may be one of the excluding school's own.
  private func urn(of number: Int64) throws(StoreError) -> Int? {
    if let known = urns[number] { return known }
    provider.bind(1, number)
    defer { provider.reset() }
    let urn = try provider.step() ? provider.integerOrNil(0).map(Int.init) : nil
    urns[number] = .some(urn)
    return urn
  }

  /// What the child's marks say, read only for the weeks whose sums say that there is something.
  private func evidence(
    of pupil: Int64, _ facts: CaseFacts
  ) throws(StoreError) -> AttendanceEvidence {
    var evidence = AttendanceEvidence()
    for span in try telling(pupil, facts) {
      try read(pupil, span, facts, into: &evidence)
    }
    return evidence
  }

  /// The weeks, joined where they follow each other, with illness, with an absence unexplained (or any,
  /// where all bear on the case), or at a school that excluded; and the last in which the child was
  /// present anywhere.
  private func telling(
    _ pupil: Int64, _ facts: CaseFacts
  ) throws(StoreError) -> [ClosedRange<Int64>] {
    weeks.bind(1, pupil)
    weeks.bind(2, Int64(facts.file.route.asksForEveryAbsence ? 1 : 0))
    defer { weeks.reset() }
    var spans: [ClosedRange<Int64>] = []
    func add(_ week: Int64) {
      if let last = spans.last, week <= last.upperBound + 7 {
        spans[spans.count - 1] = last.lowerBound...max(last.upperBound, week)
      } else {
        spans.append(week...week)
      }
    }
    let isExcluded = !facts.exclusions.isEmpty
    var present: Int64?
    while try weeks.step() {
      let week = weeks.integer(0)
      let wasPresent = weeks.integer(2) > 0
      if wasPresent { present = week }
      let urn = wasPresent && isExcluded ? try urn(of: weeks.integer(1)) : nil
      if weeks.integer(3) > 0
        || urn.map({ urn in facts.exclusions.contains { $0.school?.urn == urn } }) ?? false
      {
        add(week)
      }
    }
    if let present, !spans.contains(where: { $0.contains(present) }) {
      if spans.last.map({ $0.upperBound < present }) ?? true {
        add(present)
      } else {
        spans.insert(
          present...present, at: spans.firstIndex { $0.lowerBound > present } ?? spans.count)
      }
    }
    return spans
  }

  private func read(
    _ pupil: Int64, _ span: ClosedRange<Int64>, _ facts: CaseFacts,
    into evidence: inout AttendanceEvidence
  ) throws(StoreError) {
    marks.bind(1, pupil)
    marks.bind(2, span.lowerBound)
    marks.bind(3, span.upperBound + 6)
    defer { marks.reset() }
    let asksForEveryAbsence = facts.file.route.asksForEveryAbsence
    while try marks.step() {
      let code = marks.bytes(3)
      guard let first = code.first else { continue }
      let day = marks.day(0)
      switch first {
      case UInt8(ascii: "I"):
        if let last = evidence.illness.last, last.day == day {
          evidence.illness[evidence.illness.count - 1].sessions = 2
        } else {
          evidence.illness.append(.init(day: day, sessions: 1))
        }
      case UInt8(ascii: "N"):
        if evidence.unexplained.last != day { evidence.unexplained.append(day) }
        if asksForEveryAbsence { evidence.otherAbsences.append(.init(day: day, code: "N")) }
      default:
        let second = code.count > 1 ? code[1] : 0
        let kind = AttendanceClass(first: first, second: second, on: day)
        if asksForEveryAbsence, kind == .authorised || kind == .unauthorised {
          evidence.otherAbsences.append(.init(day: day, code: marks.text(3)))
        }
        guard kind == .attending else { continue }
        evidence.lastPresentOn = day
        guard !facts.exclusions.isEmpty, isInOwnLessons(first),
          evidence.attendedSchool.last != day, let urn = try urn(of: marks.integer(2)),
          let session = Session(rawValue: UInt8(truncatingIfNeeded: marks.integer(1))),
          facts.isExcluded(bySchool: urn, on: day, session)
        else { continue }
        evidence.attendedSchool.append(day)
      }
    }
  }

  /// Present or late: the codes of a child in the room, not educated elsewhere.
  private func isInOwnLessons(_ code: UInt8) -> Bool {
    code == UInt8(ascii: "/") || code == UInt8(ascii: "\\") || code == UInt8(ascii: "L")
  }
}

extension Caseload {
  /// Everything about a case on which its clocks depend; nil where there is no such case.
  public func facts(for file: Identifier<Case>) throws(StoreError) -> CaseFacts? {
    try snapshot { () throws(StoreError) in try FactsReader(self).facts(of: file.number) }
  }

  /// Gathers the facts of every case, or every open one, and hands them over one by one.
  ///
  /// - Parameters:
  ///   - openOn: leave out the cases that had closed before this day; nil for all.
  ///   - body: told of each case; what it throws ends the reading.
  public func eachFacts(
    openOn day: Day?, _ body: (Identifier<Case>, CaseFacts) throws(StoreError) -> Void
  ) throws(StoreError) {
    try snapshot { () throws(StoreError) in
      let reader = try FactsReader(self)
      // By pupil, so that each child's marks are read where the last one's ended.
      let rows = try connection.statement(
        """
        SELECT id FROM case_file WHERE ?1 IS NULL OR closed_on IS NULL OR closed_on >= ?1
        ORDER BY pupil_id, id
        """)
      rows.bind(1, day.map { Int64($0.number) })
      defer { rows.reset() }
      while try rows.step() {
        let number = rows.integer(0)
        if let facts = try reader.facts(of: number) { try body(Identifier(number), facts) }
      }
    }
  }

  /// Gathers the facts of some cases, in the order given, and hands them over with their place in it; a case
  /// that is gone is left out.
  ///
  /// - Parameter body: told of each case; what it throws ends the reading.
  public func eachFacts(
    of files: [Identifier<Case>], _ body: (Int, CaseFacts) throws(StoreError) -> Void
  ) throws(StoreError) {
    try snapshot { () throws(StoreError) in
      let reader = try FactsReader(self)
      for (place, file) in files.enumerated() {
        if let facts = try reader.facts(of: file.number) { try body(place, facts) }
      }
    }
  }
}
