import AlternativeProvision

/// Made-up schools, children and calendars on which clocks are tried. None of them exists.
enum MadeUp {
  static let authority = 888

  static func year(_ label: String, _ terms: [(String, String)], _ closures: [Closure])
    -> SchoolYear
  {
    let names = ["Autumn term", "Spring term", "Summer term"]
    return SchoolYear(
      label: label,
      terms: zip(names, terms).map { Term(name: $0, first: day($1.0), last: day($1.1)) },
      closures: closures)
  }

  static func closure(_ kind: ClosureKind, _ name: String, _ first: String, _ last: String? = nil)
    -> Closure
  {
    Closure(name: name, kind: kind, first: day(first), last: day(last ?? first))
  }

  /// Two years with INSET days, half terms and a polling day; the summer of 2027 ends what is known.
  static let years = [
    year(
      "2025/26",
      [("2025-09-01", "2025-12-19"), ("2026-01-05", "2026-03-27"), ("2026-04-13", "2026-07-21")],
      [
        closure(.inset, "INSET day", "2025-09-01"),
        closure(.halfTerm, "Autumn half term", "2025-10-27", "2025-10-31"),
        closure(.inset, "INSET day", "2025-11-28"),
        closure(.halfTerm, "Spring half term", "2026-02-16", "2026-02-20"),
        closure(.closure, "polling day", "2026-05-07"),
        closure(.halfTerm, "Summer half term", "2026-05-25", "2026-05-29"),
        closure(.inset, "INSET day", "2026-07-20", "2026-07-21"),
      ]),
    year(
      "2026/27",
      [("2026-09-01", "2026-12-18"), ("2027-01-04", "2027-03-25"), ("2027-04-12", "2027-07-21")],
      [
        closure(.inset, "INSET day", "2026-09-01", "2026-09-02"),
        closure(.halfTerm, "Autumn half term", "2026-10-26", "2026-10-30"),
        closure(.halfTerm, "Spring half term", "2027-02-15", "2027-02-19"),
        closure(.halfTerm, "Summer half term", "2027-05-31", "2027-06-04"),
        closure(.inset, "INSET day", "2027-07-21"),
      ]),
  ]

  static let calendar = SchoolCalendar(
    name: "Madeupshire", years: years, bankHolidays: .statutory)
  static let book = CalendarBook(authorities: [authority: calendar])
  static let pupilId = Identifier<Pupil>(1)
  static let caseId = Identifier<Case>(1)

  static func school(_ kind: SchoolKind = .maintained, urn: Int = 900_001) -> School {
    var school = School(urn: urn, authority: authority, name: "Fenwick Made-up School")
    school.kind = kind
    return school
  }

  static func pupil(born: String = "2012-03-04", yearGroup: String = "9") -> Pupil {
    var pupil = Pupil(
      reference: "P1", surname: "Imaginary", forename: "Robin", dateOfBirth: day(born),
      yearGroup: yearGroup)
    pupil.authorities = PupilAuthorities(home: authority, school: authority)
    pupil.school = Identifier(1)
    return pupil
  }

  static func suspension(
    _ id: Int64, _ first: String, sessions: Int, from session: Session = .morning,
    school: School = school(), schoolId: Int64 = 1
  ) -> ExclusionFacts {
    var exclusion = Exclusion(
      pupil: pupilId, school: Identifier(schoolId), category: .suspension, firstDay: day(first),
      sessions: sessions)
    exclusion.firstSession = session
    return ExclusionFacts(id: Identifier(id), exclusion: exclusion, school: school)
  }

  static func lunchtimes(_ id: Int64, _ first: String, count: Int) -> ExclusionFacts {
    let exclusion = Exclusion(
      pupil: pupilId, school: Identifier(1), category: .lunchtime, firstDay: day(first),
      sessions: count)
    return ExclusionFacts(id: Identifier(id), exclusion: exclusion, school: school())
  }

  static func permanent(_ id: Int64, _ first: String, school: School = school()) -> ExclusionFacts {
    let exclusion = Exclusion(
      pupil: pupilId, school: Identifier(1), category: .permanent, firstDay: day(first))
    return ExclusionFacts(id: Identifier(id), exclusion: exclusion, school: school)
  }

  static func facts(
    _ route: CaseRoute, opened: String, exclusions: [ExclusionFacts] = [],
    named: Int64? = nil, pupil: Pupil = pupil(), school: School = school()
  ) -> CaseFacts {
    var file = Case(
      reference: "AP-1", pupil: pupilId, route: route, openedOn: day(opened))
    file.exclusion = named.map { Identifier($0) }
    var facts = CaseFacts(file: file, pupil: pupil, school: school, calendars: book)
    facts.exclusions = exclusions
    return facts
  }

  static func placement(_ start: String, end: String? = nil, sessions: Int = 10) -> Placement {
    var placement = Placement(
      file: caseId, provider: Identifier(5), startsOn: day(start), sessionsPerWeek: sessions)
    placement.endedOn = end.map(day)
    return placement
  }
}

extension CaseFacts {
  /// The readings of a kind.
  func readings(_ kind: ClockKind, asAt: Day = .distantFuture) -> [ClockReading] {
    ClockEngine().readings(for: self, asAt: asAt).filter { $0.kind == kind }
  }

  /// The first reading of a kind.
  func reading(_ kind: ClockKind, asAt: Day = .distantFuture) -> ClockReading? {
    readings(kind, asAt: asAt).first
  }

  /// The same facts with the first exclusion changed.
  func with(_ change: (inout Exclusion) -> Void) -> CaseFacts {
    var facts = self
    change(&facts.exclusions[0].exclusion)
    return facts
  }
}
