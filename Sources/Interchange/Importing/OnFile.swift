import AlternativeProvision
import CaseStore

/// What the caseload already holds, by the names that files use.
///
/// A class, because it remembers answers while a file is read.
final class OnFile {
  let caseload: Caseload
  let today: Day
  private var pupilIDs: [String: Identifier<Pupil>?] = [:]
  private var schools: [Int: Stored<School>?] = [:]
  private var providerIDs: [String: Identifier<Provider>?] = [:]
  private var fileIDs: [String: Identifier<Case>?] = [:]
  private var birthdays: [Identifier<Pupil>: Day?] = [:]
  private var calendars: [Identifier<School>: SchoolCalendar?] = [:]
  /// The stretches for which it has been said that no term dates are on file.
  private var termsToldMissing: Set<String> = []

  init(_ caseload: Caseload, today: Day) {
    self.caseload = caseload
    self.today = today
  }

  static let pupilAliases = [
    "pupil_reference", "pupil_id", "student_id", "upn", "unique_pupil_number", "pupil_upn",
  ]
  static let providerAliases = [
    "provider_reference", "provider_ref", "provider_id", "setting", "institution",
  ]
  static let caseAliases = ["case_reference", "case_ref", "case_id"]

  /// What to say of a name that is not on file.
  static func unknown(_ what: String, in kind: ImportKind) -> String {
    "no such \(what) is on file; import \(kind.rawValue) first, or correct it"
  }

  // MARK: Records

  func school(urn: Int) throws(StoreError) -> Stored<School>? {
    if let known = schools[urn] { return known }
    let found = try caseload.school(urn: urn)
    schools[urn] = .some(found)
    return found
  }

  func provider(_ reference: String) throws(StoreError) -> Stored<Provider>? {
    try caseload.provider(reference: reference)
  }

  /// The pupil of that reference, else of that UPN, former ones included.
  func pupil(_ key: String) throws(StoreError) -> Stored<Pupil>? {
    if let found = try caseload.pupil(reference: key) { return found }
    guard let upn = try? UPN(key) else { return nil }
    return try caseload.pupils(upn: upn).first
  }

  func file(_ reference: String) throws(StoreError) -> Stored<Case>? {
    try caseload.file(reference: reference)
  }

  func referral(_ reference: String) throws(StoreError) -> Stored<Referral>? {
    try caseload.referral(reference: reference)
  }

  func exclusions(of pupil: Identifier<Pupil>) throws(StoreError) -> [Stored<Exclusion>] {
    try caseload.exclusions(of: pupil)
  }

  func exclusion(
    _ pupil: Identifier<Pupil>, _ category: ExclusionCategory, _ day: Day, _ session: Session
  ) throws(StoreError) -> Stored<Exclusion>? {
    try caseload.exclusions(of: pupil).first {
      $0.value.category == category && $0.value.firstDay == day
        && $0.value.firstSession == session
    }
  }

  func placements(in file: Identifier<Case>) throws(StoreError) -> [Stored<Placement>] {
    try caseload.placements(in: file)
  }

  func placement(
    _ file: Identifier<Case>, _ provider: Identifier<Provider>, _ startsOn: Day
  ) throws(StoreError) -> Stored<Placement>? {
    try caseload.placements(in: file).first {
      $0.value.provider == provider && $0.value.startsOn == startsOn
    }
  }

  func visit(
    _ provider: Identifier<Provider>, _ day: Day
  ) throws(StoreError) -> Stored<QualityVisit>? {
    try caseload.visits(to: provider).first { $0.value.visitedOn == day }
  }

  func dateOfBirth(of pupil: Identifier<Pupil>) throws(StoreError) -> Day? {
    if let known = birthdays[pupil] { return known }
    let found = try caseload.pupil(pupil)?.dateOfBirth
    birthdays[pupil] = .some(found)
    return found
  }

  /// The school at which a child is, or was last.
  func school(of pupil: Identifier<Pupil>) throws(StoreError) -> Identifier<School>? {
    try caseload.pupil(pupil)?.school
  }

  /// The authority of a calendar's owner: its own number, or that in whose area the school is.
  func authority(of owner: CalendarOwner) throws(StoreError) -> Int? {
    switch owner {
    case .authority(let number): return number
    case .school(let school): return try caseload.school(school)?.authority
    }
  }

  /// The calendar by which a school's days are counted, read once a file.
  func calendar(of school: Identifier<School>) throws(StoreError) -> SchoolCalendar? {
    if let known = calendars[school] { return known }
    let authority = try caseload.school(school)?.authority
    let found = try caseload.calendar(for: school, authority: authority)
    calendars[school] = .some(found)
    return found
  }

  /// Why a sixth school day from a day on cannot be counted at a school, and what to do; nil where it can,
  /// or where that has been said in this file already.
  func termsMissing(
    at school: Identifier<School>, from day: Day
  ) throws(StoreError) -> String? {
    // Asked of the calendar that is kept: the store would build it anew for each row.
    if case .on? = try calendar(of: school)?.schoolDay(6, from: day) { return nil }
    guard let missing = try caseload.termsMissing(at: school, from: day),
      termsToldMissing.insert(missing).inserted
    else { return nil }
    return "\(missing) on file; import calendars"
  }

  /// A pupil's reference that differs from one only in capitals, where there is such another child.
  func pupilReference(like reference: String) throws(StoreError) -> String? {
    try caseload.pupilReference(like: reference)
  }

  // MARK: References

  func schoolID(
    urn: Int, column: Column<Int>, in row: inout Row
  ) throws(StoreError) -> Identifier<School>? {
    let found = try school(urn: urn)?.id
    if found == nil { row.problem(column, OnFile.unknown("school", in: .schools)) }
    return found
  }

  func pupilID(
    _ key: String, column: Column<String>, in row: inout Row
  ) throws(StoreError) -> Identifier<Pupil>? {
    let found: Identifier<Pupil>?
    if let known = pupilIDs[key] { found = known } else { found = try pupil(key)?.id }
    pupilIDs[key] = .some(found)
    if found == nil {
      let other = try pupilReference(like: key)
      row.problem(
        column,
        other.map { "no such pupil is on file, but \(harmless($0)) is; write it in those letters" }
          ?? OnFile.unknown("pupil", in: .pupils))
    }
    return found
  }

  func providerID(
    _ key: String, column: Column<String>, in row: inout Row
  ) throws(StoreError) -> Identifier<Provider>? {
    let found: Identifier<Provider>?
    if let known = providerIDs[key] { found = known } else { found = try provider(key)?.id }
    providerIDs[key] = .some(found)
    if found == nil { row.problem(column, OnFile.unknown("provider", in: .providers)) }
    return found
  }

  func fileID(
    _ key: String, column: Column<String>, in row: inout Row
  ) throws(StoreError) -> Identifier<Case>? {
    let found: Identifier<Case>?
    if let known = fileIDs[key] { found = known } else { found = try file(key)?.id }
    fileIDs[key] = .some(found)
    if found == nil { row.problem(column, OnFile.unknown("case", in: .cases)) }
    return found
  }
}
