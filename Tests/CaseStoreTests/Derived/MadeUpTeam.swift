import AlternativeProvision
import TestSupport

@testable import CaseStore

/// A small team's caseload, put through the door with made-up children, and changed at random.
final class MadeUpTeam {
  let caseload: Caseload
  let today: Day
  private(set) var chance: SeededGenerator
  private var schools: [Identifier<School>] = []
  private(set) var providers: [Identifier<Provider>] = []
  private(set) var pupils: [(id: Identifier<Pupil>, value: Pupil)] = []
  private var exclusions: [Identifier<Pupil>: [Identifier<Exclusion>]] = [:]
  private(set) var files: [(id: Identifier<Case>, value: Case)] = []
  private var serial = 0

  init(_ caseload: Caseload, today: Day, seed: UInt64) throws {
    self.caseload = caseload
    self.today = today
    chance = SeededGenerator(seed)
    try change { door in
      try door.put(MadeUpTeam.year(2025), of: .authority(888))
      try door.put(MadeUpTeam.year(2026), of: .authority(888))
      for number in 0..<8 {
        var school = School(
          urn: 999_000 + number, authority: number == 7 ? 999 : 888,
          name: "Made-up School \(number)")
        school.kind = self.chance.one(of: SchoolKind.allCases)
        self.schools.append(try door.put(school).id)
      }
      for number in 0..<6 {
        var provider = Provider(
          reference: "P\(number)", name: "Made-up Provider \(number)",
          kind: self.chance.one(of: ProviderKind.allCases))
        if number == 0 { provider.urn = 999_000 }
        self.providers.append(try door.put(provider).id)
      }
    }
  }

  /// A school year in three terms with half terms.
  static func year(_ start: Int, inset: Day? = nil) -> SchoolYear {
    func day(_ year: Int, _ month: Int, _ number: Int) -> Day {
      MadeUp.day(year, month, number)
    }
    var year = SchoolYear(
      label: SchoolYear.label(startYear: start),
      terms: [
        Term(name: "Autumn", first: day(start, 9, 2), last: day(start, 12, 18)),
        Term(name: "Spring", first: day(start + 1, 1, 5), last: day(start + 1, 3, 26)),
        Term(name: "Summer", first: day(start + 1, 4, 13), last: day(start + 1, 7, 21)),
      ],
      closures: [
        Closure(
          name: "half term", kind: .halfTerm, first: day(start, 10, 26), last: day(start, 10, 30)),
        Closure(
          name: "half term", kind: .halfTerm, first: day(start + 1, 2, 15),
          last: day(start + 1, 2, 19)),
      ])
    if let inset {
      year.closures.append(Closure(name: "INSET", kind: .inset, first: inset, last: inset))
    }
    return year
  }

  /// The noon of the team's day.
  var now: Instant { Instant(seconds: Int64(today.number) * 86_400 + 43_200) }

  func change(_ body: (inout Door) throws -> Void) throws {
    try caseload.change(by: "Ada", at: now, cause: "a test", body)
  }

  /// A day before today, or now and then after it.
  private func someDay(back: Int = 120, ahead: Int = 0) -> Day {
    today.adding(days: chance.below(back + ahead + 1) - back)
  }

  /// Puts cases on file, each with a child, and most with an exclusion and a placement.
  func addCases(_ count: Int) throws {
    try change { door in for _ in 0..<count { try addCase(&door) } }
  }

  private func addCase(_ door: inout Door) throws {
    serial += 1
    var pupil = Pupil(
      reference: "S\(serial)", surname: chance.one(of: MadeUpRows.surnames),
      forename: chance.one(of: MadeUpRows.forenames),
      dateOfBirth: MadeUp.day(2011, 1 + chance.below(12), 1 + chance.below(28)),
      yearGroup: chance.one(of: ["7", "8", "9", "10", "11"]))
    pupil.school = chance.happens(90) ? chance.one(of: schools) : nil
    pupil.isLookedAfter = chance.happens(20)
    pupil.hasSocialWorker = chance.happens(20)
    pupil.authorities.home = 888
    if chance.happens(20) { pupil.plan = CarePlan(issuedOn: someDay(back: 500)) }
    if chance.happens(20) { pupil.preferredName = "Pip" }
    let id = try door.put(pupil).id
    pupils.append((id, pupil))
    var file = Case(
      reference: "AP-\(10_000 + serial)", pupil: id, route: chance.one(of: CaseRoute.allCases),
      openedOn: someDay())
    if file.route == .permanentExclusion || file.route == .longSuspension || chance.happens(20) {
      file.exclusion = try addExclusion(of: id, permanent: file.route == .permanentExclusion, &door)
    }
    if file.route == .offSiteDirection { file.direction = OffSiteDirection(firstDay: someDay()) }
    if file.route == .medical { file.section19AcceptedOn = someDay() }
    file.officer = chance.happens(80) ? chance.one(of: MadeUpRows.officers) : nil
    let number = try door.put(file).id
    files.append((number, file))
    if chance.happens(60) { try addPlacement(to: number, &door) }
  }

  private func addExclusion(
    of pupil: Identifier<Pupil>, permanent: Bool, _ door: inout Door
  ) throws -> Identifier<Exclusion> {
    serial += 1
    var exclusion = Exclusion(
      pupil: pupil, school: chance.one(of: schools),
      category: permanent ? .permanent : chance.one(of: [.suspension, .suspension, .lunchtime]),
      firstDay: someDay(back: 60, ahead: 3))
    exclusion.reasons = ["DB"]
    if !permanent {
      exclusion.sessions = exclusion.category == .lunchtime ? 1 : 1 + chance.below(24)
    }
    if chance.happens(50) {
      exclusion.governors.notifiedOn = exclusion.firstDay.adding(days: chance.below(4))
    }
    if chance.happens(20) {
      exclusion.governors.metOn = exclusion.firstDay.adding(days: 20)
      exclusion.governors.decision = .declinedToReinstate
      exclusion.governors.noticeSentOn = exclusion.firstDay.adding(days: 21)
    }
    if chance.happens(10) {
      exclusion.outcome = .cancelled
      exclusion.endedOn = exclusion.firstDay.adding(days: chance.below(30))
    }
    let id = try door.put(exclusion).id
    exclusions[pupil, default: []].append(id)
    return id
  }

  private func addPlacement(to file: Identifier<Case>, _ door: inout Door) throws {
    var placement = Placement(
      file: file, provider: chance.one(of: providers), startsOn: someDay(back: 90, ahead: 10),
      sessionsPerWeek: 1 + chance.below(10))
    if chance.happens(30) { placement.endedOn = placement.startsOn.adding(days: chance.below(80)) }
    if chance.happens(30) { placement.lastReviewedOn = placement.startsOn.adding(days: 30) }
    try door.put(placement)
  }

  /// Puts marks for some children over some weeks, some of them over others.
  func mark(children: Int, days: Int) throws {
    try change { door in try mark(children: children, days: days, &door) }
  }

  private func mark(children: Int, days: Int, _ door: inout Door) throws {
    for _ in 0..<children {
      let pupil = chance.one(of: pupils).id
      let provider = chance.one(of: providers)
      let first = someDay(back: 200)
      for offset in 0..<days {
        let day = first.adding(days: offset)
        guard day <= today, !day.weekday.isWeekend else { continue }
        for session in Session.allCases {
          let code = chance.one(of: ["/", "\\", "/", "L", "B", "K", "I", "N", "O", "D", "E", "C2"])
          try door.put(
            AttendanceMark(
              pupil: pupil, provider: provider, day: day, session: session, code: code))
        }
      }
    }
  }

  /// Makes one change of any sort.
  func changeSomething() throws {
    try change { door in
      for _ in 0...chance.below(3) { try changeOne(&door) }
    }
  }

  private func changeOne(_ door: inout Door) throws {
    let place = chance.below(files.count)
    let child = chance.below(pupils.count)
    switch chance.below(12) {
    case 0: try addCase(&door)
    case 1, 2: try addPlacement(to: files[place].id, &door)
    case 3: _ = try addExclusion(of: pupils[child].id, permanent: false, &door)
    case 4:
      files[place].value.closedOn =
        chance.happens(60) ? max(files[place].value.openedOn, someDay(back: 5, ahead: 5)) : nil
      try door.put(files[place].value)
    case 5:
      files[place].value.officer = chance.one(of: MadeUpRows.officers + ["New Hand"])
      try door.put(files[place].value)
    case 6:
      pupils[child].value.surname = chance.one(of: MadeUpRows.surnames)
      pupils[child].value.school = chance.one(of: schools)
      try door.put(pupils[child].value)
    case 7, 8: try mark(children: 2, days: 1 + chance.below(20), &door)
    case 9:
      let rating = chance.one(of: Rating.allCases)
      var visit = QualityVisit(
        provider: chance.one(of: providers), visitedOn: someDay(back: 500),
        ratings: [.safeguarding: rating], overall: rating)
      if chance.happens(30) {
        visit.nextVisitOn = max(visit.visitedOn, someDay(back: 10, ahead: 100))
      }
      try door.put(visit)
    case 10:
      try door.put(MadeUpTeam.year(2026, inset: someDay(back: 30, ahead: 30)), of: .authority(888))
      if chance.happens(30) {
        try door.put(MadeUpTeam.year(2026), of: .school(chance.one(of: schools)))
      }
    default: try door.put(.monitoringVisitDays, value: 30 + chance.below(30))
    }
  }
}

extension Caseload {
  /// All that is kept beside the records, row by row as text, with names instead of numbers that a
  /// rebuild may give otherwise.
  func derived() throws -> [String] {
    var lines: [String] = []
    for (table, order) in [
      ("attendance_week", "1, 2, 3"), ("attendance_year", "1, 2, 3"), ("provider_week", "1, 2"),
      ("provider_quality", "1"), ("clock", "1, 2"), ("board_case", "case_id"),
    ] {
      let rows = try connection.prepare("SELECT * FROM \(table) ORDER BY \(order)")
      while try rows.step() {
        let cells = (0..<rows.columnCount).map { rows.textOrNil($0) ?? "-" }
        lines.append(table + ": " + cells.joined(separator: " "))
      }
    }
    return lines
  }
}
