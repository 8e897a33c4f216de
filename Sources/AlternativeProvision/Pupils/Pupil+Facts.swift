extension Pupil {
  /// The age in whole years on that day; negative before birth.
  public func age(on day: Day) -> Int {
    let years = day.year - dateOfBirth.year
    return day < dateOfBirth.birthday(years) ? years - 1 : years
  }

  /// The year group in which a child of that date of birth usually is on a day; nil for one too young or
  /// too old for any.
  ///
  /// A school year takes in those who turn five by the last of August before it: EA 1996 s.8 and the
  /// practice of admissions (School Admissions Code 2021 para 2.17). A child may be in another year.
  public static func usualYearGroup(bornOn birth: Day, on day: Day) -> String? {
    let start = ReferencePeriod.schoolYear(of: day).first
    guard let eve = Day(year: start.year, month: 8, day: 31) else { return nil }
    let child = Pupil(
      reference: "", surname: "", forename: "", dateOfBirth: birth, yearGroup: "")
    switch child.age(on: eve) {
    case 2: return "N1"
    case 3: return "N2"
    case 4: return "R"
    case let age where (5...18).contains(age): return "\(age - 4)"
    default: return nil
    }
  }

  /// The key stage of the year group; none where the year is not a National Curriculum one.
  public var keyStage: KeyStage { Codes.yearGroups.entry(yearGroup)?.detail ?? .none }

  /// Whether the child is of compulsory school age on that day, without which no sixth-day duty is owed.
  public func isCompulsorySchoolAge(on day: Day) -> Bool {
    CompulsoryAge.england.window(bornOn: dateOfBirth).contains(day)
  }

  /// Whether guidance expects education from the first day after an exclusion: the looked-after, and
  /// those with a social worker (Guid part 6).
  public var hasDayOneTarget: Bool { isLookedAfter || hasSocialWorker }

  /// Whether there is an education, health and care plan, by the provision or by its dates.
  public var hasPlan: Bool { plan != nil || senProvision == "E" }

  /// The name by which the child goes, as in "Tereza".
  public var givenName: String { preferredName.flatMap { $0.isEmpty ? nil : $0 } ?? forename }

  /// The name as a sentence says it, as in "Tereza Novak".
  public var spokenName: String {
    surname.isEmpty || givenName.isEmpty ? givenName + surname : "\(givenName) \(surname)"
  }

  /// The surname in capitals and the name the child goes by, as in "NOVAK, Tereza".
  public var displayName: String {
    let given = givenName
    let family = surname.uppercased()
    if family.isEmpty { return given }
    return given.isEmpty ? family : "\(family), \(given)"
  }

  /// The initials, as in "TN", for a screen that others can see; "?" where there is no name.
  ///
  /// Of a double name the first letter only, so that initials give away as little as they can.
  public var initials: String {
    let letters = [givenName, surname].compactMap { name in name.first { $0.isLetter } }
    return letters.isEmpty ? "?" : String(letters).uppercased()
  }
}
