import AlternativeProvision

/// All that is on file about one case, as a person opens it: read together, so it belongs together.
public struct CaseFile: Sendable {
  /// The case.
  public var file: Stored<Case>
  /// The child.
  public var pupil: Stored<Pupil>
  /// The school on whose roll the child is or last was.
  public var school: Stored<School>?
  /// The child's exclusions from every school, earliest first.
  public var exclusions: [Stored<Exclusion>]
  /// The schools that excluded.
  public var excludingSchools: [Identifier<School>: School]
  /// The placements of this case, earliest first.
  public var placements: [Stored<Placement>]
  /// The providers of those placements.
  public var providers: [Identifier<Provider>: Provider]
  /// The latest quality visit to each of those providers.
  public var visits: [Identifier<Provider>: QualityVisit]
  /// What child, parents and school said, earliest first.
  public var views: [Stored<View>]
  /// Everything on which the clocks depend.
  public var facts: CaseFacts
  /// The place in the journal at which this was read: hand it to `Door.write` with an edit.
  public var position: Int64
}

extension CaseFile {
  /// The same as far as it was known at the end of a day, by the dates on record; nil where the case had
  /// not been opened. Who the child is and who holds the case stand as they are now.
  public func known(asAt day: Day) -> CaseFile? {
    guard let facts = facts.known(asAt: day) else { return nil }
    var known = self
    known.facts = facts
    known.file.value = facts.file
    known.pupil.value = facts.pupil
    known.exclusions = facts.exclusions.map { Stored(id: $0.id, value: $0.exclusion) }
    known.placements = placements.compactMap { placement in
      placement.value.known(asAt: day).map { Stored(id: placement.id, value: $0) }
    }
    known.visits = visits.filter { $0.value.visitedOn <= day }
    known.views = views.filter { $0.value.givenOn <= day }
    return known
  }
}

/// One mark of a child's register, as the calendar of a case shows it.
public struct RegisterMark: Sendable, Hashable {
  /// The day.
  public var day: Day
  /// The session.
  public var session: Session
  /// The code.
  public var code: MarkCode
  /// Where the session was to be attended.
  public var provider: Identifier<Provider>
}

extension Caseload {
  /// All that is on file about a case; nil where there is none of that identifier.
  public func caseFile(_ id: Identifier<Case>) throws(StoreError) -> CaseFile? {
    try snapshot { () throws(StoreError) in try caseFile(id, by: FactsReader(self)) }
  }

  /// All that is on file about a case, with calendars that were read before.
  func caseFile(
    _ id: Identifier<Case>, by reader: FactsReader
  ) throws(StoreError) -> CaseFile? {
    try snapshot { () throws(StoreError) in
      guard let file: Case = try read(id.number), let pupil: Pupil = try read(file.pupil.number),
        let facts = try reader.facts(of: file, number: id.number)
      else { return nil }
      var school: Stored<School>?
      if let number = pupil.school, let value = facts.school {
        school = Stored(id: number, value: value)
      }
      var opened = CaseFile(
        file: Stored(id: id, value: file), pupil: Stored(id: file.pupil, value: pupil),
        school: school, exclusions: [], excludingSchools: [:], placements: try placements(in: id),
        providers: [:], visits: [:], views: try views(in: id),
        facts: facts,
        position: try journalPosition())
      for excluded in facts.exclusions {
        opened.exclusions.append(Stored(id: excluded.id, value: excluded.exclusion))
        opened.excludingSchools[excluded.exclusion.school] = excluded.school
      }
      for placement in opened.placements {
        let number = placement.value.provider
        opened.providers[number] = try provider(number)
        opened.visits[number] = try lastVisit(to: number)
      }
      return opened
    }
  }

  /// The name of the child of a case as it was given, as in "Novak, Tereza (Terezie)"; nil where there is
  /// no such case.
  public func nameAsGiven(of id: Identifier<Case>) throws(StoreError) -> String? {
    let row = try connection.statement(
      """
      SELECT p.surname, p.forename, p.preferred_name
      FROM case_file AS c JOIN pupil AS p ON p.id = c.pupil_id WHERE c.id = ?1
      """)
    row.bind(1, id.number)
    defer { row.reset() }
    guard try row.step() else { return nil }
    let (surname, forename) = (row.text(0), row.text(1))
    var given = forename
    if let known = row.textOrNil(2), !known.isEmpty, known != forename {
      given = "\(known) (\(forename))"
    }
    return [surname, given].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// A child's marks between two days, both included, in order.
  public func marks(
    of pupil: Identifier<Pupil>, from first: Day, through last: Day
  ) throws(StoreError) -> [RegisterMark] {
    let rows = try connection.statement(
      """
      SELECT day, session, code, provider_id FROM attendance_mark
      WHERE pupil_id = ?1 AND day BETWEEN ?2 AND ?3 ORDER BY day, session
      """)
    rows.bind(1, pupil.number)
    rows.bind(2, first)
    rows.bind(3, last)
    defer { rows.reset() }
    var marks: [RegisterMark] = []
    while try rows.step() {
      let code = rows.bytes(2)
      marks.append(
        RegisterMark(
          day: rows.day(0), session: rows.integer(1) == 0 ? .morning : .afternoon,
          code: MarkCode(code.first ?? 0, code.count > 1 ? code[1] : 0),
          provider: Identifier(rows.integer(3))))
    }
    return marks
  }
}
