import AlternativeProvision

/// The schools of a made-up authority.
struct SchoolList {
  /// A school, with a calendar where it keeps one of its own.
  struct Entry {
    var school: School
    var calendar: [SchoolYear]?
  }

  var entries: [Entry] = []
  /// Positions in `entries`, for choosing a child's school by age.
  var primary: [Int] = []
  var secondary: [Int] = []
  var special: [Int] = []
  var referralUnits: [Int] = []

  /// - Parameter firstURN: the number of the first school; the others follow. Numbers from 900000 are
  ///   far above those that the register of schools has given out.
  init(
    scale: Scale, authority: Int, firstURN: Int, places: PlaceNames, years: [Int], today: Day,
    _ dice: inout Dice
  ) {
    var taken = DistinctNames(towns: places.towns)
    func add(
      _ number: Int, _ kind: SchoolKind, _ type: String, _ phase: SchoolPhase, name: String
    ) -> Int {
      var school = School(
        urn: firstURN + entries.count, authority: authority, name: taken.distinct(name))
      school.kind = kind
      school.typeName = type
      school.phase = phase
      school.establishmentNumber = number
      school.ukprn = 19_000_000 + firstURN % 1_000_000 + entries.count
      let town = places.town(&dice)
      school.town = town
      school.postcode = places.postcode(in: town, &dice)
      entries.append(Entry(school: school, calendar: nil))
      return entries.count - 1
    }
    for number in 0..<scale.primarySchools {
      let academy = dice.chance(0.4)
      let name = places.school(
        number: number, endings: ["Primary School", "Community Primary School", "Primary Academy"],
        faith: number % 8 == 3 ? "Catholic Primary School" : "CofE Primary School", &dice)
      let position = add(
        2000 + number, academy ? .academy : .maintained,
        academy ? "Academy converter" : "Community school", .primary, name: name)
      primary.append(position)
    }
    for number in 0..<scale.secondarySchools {
      let academy = dice.chance(0.78)
      let name = places.school(
        number: number + 3, endings: ["High School", "Academy", "Community College", "School"],
        faith: "Catholic High School", &dice)
      let position = add(
        4000 + number, academy ? .academy : .maintained,
        academy ? "Academy sponsor led" : "Foundation school",
        number % 15 == 14 ? .allThrough : .secondary, name: name)
      secondary.append(position)
    }
    for number in 0..<scale.specialSchools {
      let name = places.school(
        number: number * 4 + 11, endings: ["Special School", "School"], faith: nil, &dice)
      special.append(
        add(7000 + number, .special, "Community special school", .notApplicable, name: name))
    }
    for number in 0..<scale.referralUnits {
      let name = ProviderNames.name(of: .pupilReferralUnit, number: number, places: places)
      referralUnits.append(
        add(1100 + number, .pupilReferralUnit, "Pupil referral unit", .notApplicable, name: name))
    }
    giveCalendars(years: years, today: today, &dice)
    // One that closed in the summer, of which children are still on the books.
    if let last = primary.last, scale.primarySchools > 20 {
      entries[last].school.isOpen = false
      entries[last].school.closedOn = Day(
        year: SchoolDays.yearBegan(today), month: 8, day: 31)
    }
  }

  /// A fifth of the schools keep calendars of their own, and one has published only a term of this year.
  private mutating func giveCalendars(years: [Int], today: Day, _ dice: inout Dice) {
    for position in entries.indices where dice.chance(0.2) {
      var plan = YearPlan()
      plan.insetInSeptember = dice.number(1, 3)
      plan.insetInSummer = dice.number(1, 3)
      plan.octoberWeeks = dice.chance(0.15) ? 2 : 1
      entries[position].calendar = years.map(plan.schoolYear(beginningIn:))
    }
    guard secondary.count > 2 else { return }
    var published: [SchoolYear] = []
    for var year in years.map(YearPlan().schoolYear(beginningIn:)) {
      let known = year.terms.filter { $0.first <= today }
      if known.isEmpty { break }
      let isWhole = known.count == year.terms.count
      year.terms = known
      year.closures.removeAll { $0.last > (known.last?.last ?? today) }
      published.append(year)
      if !isWhole { break }
    }
    entries[secondary[2]].calendar = published
  }
}
