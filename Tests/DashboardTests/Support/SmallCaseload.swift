import AlternativeProvision
import CaseStore
import Foundation

/// A caseload of a handful of made-up children in a real file, seen on Monday 23 November 2026.
final class SmallCaseload {
  static let today = day(2026, 11, 23)
  static let now = Instant(seconds: 1_795_423_500)

  let path: String
  let caseload: Caseload

  static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day(year: year, month: month, day: day) ?? Day(number: 0)
  }

  /// The file with everything in it, or with nothing.
  init(isEmpty: Bool = false) throws {
    let folder = NSTemporaryDirectory() + "sixthday-dashboard-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    path = folder + "/caseload.sqlite3"
    caseload = try Caseload.open(path, access: .create)
    if !isEmpty { try fill() }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent)
  }

  private func fill() throws {
    try caseload.change(by: "Import", at: SmallCaseload.now, cause: "import of a small caseload") {
      door in
      try door.put(SmallCaseload.year, of: .authority(351))
      let places = try Places(&door)
      try Children(places).put(&door)
    }
  }

  static let year = SchoolYear(
    label: "2026/27",
    terms: [
      Term(name: "Autumn", first: day(2026, 9, 2), last: day(2026, 12, 18)),
      Term(name: "Spring", first: day(2027, 1, 5), last: day(2027, 3, 25)),
      Term(name: "Summer", first: day(2027, 4, 12), last: day(2027, 7, 22)),
    ],
    closures: [
      Closure(
        name: "Autumn half term", kind: .halfTerm, first: day(2026, 10, 26),
        last: day(2026, 10, 30)),
      Closure(name: "INSET", kind: .inset, first: day(2026, 11, 13), last: day(2026, 11, 13)),
    ])
}

/// The schools and providers.
struct Places {
  var larkfield: Identifier<School>
  var marsh: Identifier<School>
  var boatyard: Identifier<Provider>
  var kite: Identifier<Provider>
  var harbour: Identifier<Provider>
  var tern: Identifier<Provider>

  init(_ door: inout Door) throws {
    larkfield = try door.put(School(urn: 999_001, authority: 351, name: "Larkfield High School")).id
    marsh = try door.put(School(urn: 999_002, authority: 351, name: "Marsh Lane Academy")).id
    boatyard = try Places.provider("P01", "The Boatyard", .nonSchool, 12, &door)
    kite = try Places.provider("P02", "Kite House", .alternativeProvisionAcademy, 20, &door)
    harbour = try Places.provider("P03", "Harbour Studio", .independentSchool, 8, &door)
    tern = try Places.provider("P04", "Tern Tuition", .oneToOneTuition, 6, &door)
    try Places.visit(boatyard, .green, [.green, .green, .green, .amber], (2026, 9, 14), &door)
    try Places.visit(kite, .red, [.red, .amber, .amber, .red], (2026, 11, 3), &door)
    try Places.visit(harbour, .amber, [.green, .amber, .green, .amber], (2025, 11, 10), &door)
  }

  private static func provider(
    _ reference: String, _ name: String, _ kind: ProviderKind, _ places: Int, _ door: inout Door
  ) throws -> Identifier<Provider> {
    var provider = Provider(reference: reference, name: name, kind: kind)
    provider.isInDirectory = true
    provider.places = places
    return try door.put(provider).id
  }

  private static func visit(
    _ provider: Identifier<Provider>, _ overall: Rating, _ ratings: [Rating],
    _ date: (Int, Int, Int), _ door: inout Door
  ) throws {
    let each = Dictionary(uniqueKeysWithValues: zip(QualityStandard.allCases, ratings))
    try door.put(
      QualityVisit(
        provider: provider, visitedOn: SmallCaseload.day(date.0, date.1, date.2), ratings: each,
        overall: overall))
  }
}

/// The children, each in a different plight.
struct Children {
  let places: Places

  init(_ places: Places) { self.places = places }

  func put(_ door: inout Door) throws {
    let fox = try pupil("S01", "Fox", "Aaliyah", places.larkfield, &door) {
      $0.isLookedAfter = true
      $0.hasSocialWorker = true
      $0.socialWorker = "Ms Achebe"
      $0.authorities = PupilAuthorities(home: 351, school: 351, plan: nil, caring: 340)
      $0.senProvision = "K"
      $0.needs = ["SEMH"]
    }
    try excluded("AP-2026-0001", fox, places.larkfield, (2026, 11, 9), nil, &door)
    let marlow = try pupil("S02", "Marlow", "Ben", places.marsh, &door)
    try excluded("AP-2026-0002", marlow, places.marsh, (2026, 11, 16), "R. Shah", &door)
    let osei = try pupil("S03", "Osei", "Comfort", places.larkfield, &door)
    try excluded("AP-2026-0003", osei, places.larkfield, (2026, 11, 18), "R. Shah", &door)
    let pike = try pupil("S04", "Pike", "Danny", places.marsh, &door)
    let file = try excluded("AP-2026-0004", pike, places.marsh, (2026, 10, 5), "J. Patel", &door)
    try placed(file, pike, places.boatyard, (2026, 10, 12), attends: 9, &door)
    try door.put(
      View(
        file: file, voice: .child, givenOn: SmallCaseload.day(2026, 10, 15),
        words: "I like the workshop. I want to go back to my friends after Christmas."))
    let quill = try pupil("S05", "Quill", "Erin", places.larkfield, &door)
    let home = try opened("AP-2026-0005", quill, .medical, (2026, 9, 21), "J. Patel", &door)
    try placed(home, quill, places.tern, (2026, 9, 28), attends: 7, &door)
    let sharp = try pupil("S06", "Sharp", "Gwen", places.marsh, &door)
    let away = try opened(
      "AP-2026-0006", sharp, .educationOtherwiseThanAtSchool, (2026, 9, 7), nil, &door)
    try placed(away, sharp, places.kite, (2026, 9, 14), attends: 4, &door)
    let hostile = try pupil(
      "S07", "O\u{1B}[31mR\u{202E}ed", "Zoe\u{308} \u{1F469}\u{200D}\u{1F3EB}\n", places.marsh,
      &door)
    try opened("AP-2026-0007", hostile, .managedMove, (2026, 11, 2), "小龙 Li", &door)
  }

  private func pupil(
    _ reference: String, _ surname: String, _ forename: String, _ school: Identifier<School>,
    _ door: inout Door, _ more: (inout Pupil) -> Void = { _ in }
  ) throws -> Identifier<Pupil> {
    var pupil = Pupil(
      reference: reference, surname: surname, forename: forename,
      dateOfBirth: SmallCaseload.day(2012, 3, 4), yearGroup: "9")
    pupil.school = school
    pupil.authorities = PupilAuthorities(home: 351, school: 351)
    more(&pupil)
    return try door.put(pupil).id
  }

  @discardableResult
  private func excluded(
    _ reference: String, _ pupil: Identifier<Pupil>, _ school: Identifier<School>,
    _ date: (Int, Int, Int), _ officer: String?, _ door: inout Door
  ) throws -> Identifier<Case> {
    let first = SmallCaseload.day(date.0, date.1, date.2)
    var exclusion = Exclusion(pupil: pupil, school: school, category: .permanent, firstDay: first)
    exclusion.reasons = ["PP"]
    exclusion.authorityNotifiedOn = first
    exclusion.governors.notifiedOn = first
    var file = Case(
      reference: reference, pupil: pupil, route: .permanentExclusion, openedOn: first)
    file.exclusion = try door.put(exclusion).id
    file.officer = officer
    return try door.put(file).id
  }

  @discardableResult
  private func opened(
    _ reference: String, _ pupil: Identifier<Pupil>, _ route: CaseRoute, _ date: (Int, Int, Int),
    _ officer: String?, _ door: inout Door
  ) throws -> Identifier<Case> {
    var file = Case(
      reference: reference, pupil: pupil, route: route,
      openedOn: SmallCaseload.day(date.0, date.1, date.2))
    file.officer = officer
    return try door.put(file).id
  }

  /// A placement with a register: of each ten sessions the child attends so many.
  private func placed(
    _ file: Identifier<Case>, _ pupil: Identifier<Pupil>, _ provider: Identifier<Provider>,
    _ date: (Int, Int, Int), attends: Int, _ door: inout Door
  ) throws {
    let first = SmallCaseload.day(date.0, date.1, date.2)
    try door.put(Placement(file: file, provider: provider, startsOn: first, sessionsPerWeek: 10))
    let calendar = SchoolCalendar(
      name: "Test", years: [SmallCaseload.year], bankHolidays: .statutory)
    var count = 0
    var day = first
    while day < SmallCaseload.today {
      if calendar.isOpen(day) {
        for session in Session.allCases {
          let codes = ["O", "I", "N", "O", "I", "O"]
          let code = count % 10 < attends ? "K" : codes[count % codes.count]
          try door.put(
            AttendanceMark(
              pupil: pupil, provider: provider, day: day, session: session, code: code))
          count += 1
        }
      }
      day = day.adding(days: 1)
    }
  }
}
