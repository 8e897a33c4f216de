import AlternativeProvision

/// A made-up child whom a panel speaks about, before anything is stored.
struct PanelChild {
  /// The child, with exclusions and the case where there is one.
  var draft: ChildDraft
  /// The register that the child's school keeps, where no case is open yet.
  var register: RegisterDraft?
  /// The referral; its identifiers are filled in when it is stored.
  var referral: Referral?
  /// As what the child stands on today's agenda; nil for those who are not on it.
  var kind: AgendaKind?

  /// The child with every register in one place, as a register writer wants it.
  var registered: ChildDraft {
    guard let register, draft.cases.isEmpty else { return draft }
    var child = draft
    var file = Case(
      reference: "", pupil: Identifier(0), route: .medical, openedOn: register.first)
    file.pupil = Identifier(0)
    child.cases = [CaseDraft(value: file, exclusion: nil, register: register)]
    return child
  }
}

/// The children whom the demonstration's panels speak about, and the providers that wait for them.
///
/// Told by hand and not by chance: a panel decides on words, and words drawn by lot say nothing.
struct PanelStory {
  /// The authority in which it happens, with the providers of its own after the authority's.
  var story: AuthorityStory
  /// The children, those on today's agenda first.
  private(set) var children: [PanelChild] = []
  /// The positions of the story's own providers.
  let registeredSchool: Int
  let unregisteredWorkshop: Int
  let tuition: Int

  var days: SchoolDays { story.days }
  var today: Day { story.days.today }

  init(in authority: AuthorityStory) {
    story = authority
    let first = authority.providers.entries.count
    (registeredSchool, unregisteredWorkshop, tuition) = (first, first + 1, first + 2)
    story.providers.entries += PanelStory.providers(of: authority)
    children = excluded() + ill() + anxious() + placed() + others() + elsewhere()
    numberCases()
  }

  /// The day that is school day number `number` as of today; 1 is the latest.
  func schoolDay(_ number: Int) -> Day { days.beginning(dayNumber: number) }

  /// The last school day at least so many days ago.
  func back(_ count: Int) -> Day { days.onOrBefore(today.adding(days: -count)) }

  /// The first school day at least so many days from now.
  func ahead(_ count: Int) -> Day { days.onOrAfter(today.adding(days: count)) }

  /// The day of the meeting before the last, and of the last: four and two weeks ago in term time.
  var fourWeeksAgo: Day { schoolDay(20) }
  var aFortnightAgo: Day { schoolDay(10) }

  /// Case references that follow the authority's own.
  private mutating func numberCases() {
    var last: [Int: Int] = [:]
    for file in story.children.lazy.flatMap(\.cases) {
      let number = Int(file.value.reference.suffix(4)) ?? 0
      last[file.value.openedOn.year] = max(last[file.value.openedOn.year] ?? 0, number)
    }
    for index in children.indices where !children[index].draft.cases.isEmpty {
      let year = children[index].draft.cases[0].value.openedOn.year
      let number = (last[year] ?? 0) + 1
      last[year] = number
      let digits = String(number)
      let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      children[index].draft.cases[0].value.reference = "\(story.prefix)AP-\(year)-\(padded)"
    }
  }
}

// MARK: Making a child

extension PanelStory {
  /// A child on the roll of a school, by number so that references and pupil numbers are distinct.
  ///
  /// - Parameters:
  ///   - born: Days after the first of September with which the child's school year began.
  ///   - school: The position of the school among the authority's.
  func pupil(
    _ number: Int, _ forename: String, _ surname: String, sex: String, year: Int, born: Int,
    school: Int
  ) -> Pupil {
    let began = SchoolDays.yearBegan(today)
    let first = Day(year: began - 5 - year, month: 9, day: 1) ?? today
    var pupil = Pupil(
      reference: "\(story.prefix)C\(103_000 + number)", surname: surname, forename: forename,
      dateOfBirth: first.adding(days: born), yearGroup: String(year))
    pupil.sex = sex
    pupil.ethnicity = "WBRI"
    (pupil.firstLanguage, pupil.englishIsAdditional) = ("ENG", false)
    pupil.school = Identifier(Int64(school))
    pupil.authorities = PupilAuthorities(home: story.number, school: story.number)
    let serial = 103_000 + number
    let long = (2000 + serial / 1000) * 100_000 + (began - year) % 100 * 1000 + serial % 1000
    pupil.upn = AuthorityStory.upn(String(story.number) + String(long))
    var dice = story.dice.fork(UInt64(7000 + number))
    let town = story.places.town(&dice)
    pupil.address = story.places.address(in: town, &dice)
    pupil.postcode = story.places.postcode(in: town, &dice)
    return pupil
  }

  /// A plan of that child, reviewed lately.
  func plan(issued: Int, reviewed: Int, most hours: Double? = nil) -> CarePlan {
    let issuedOn = today.adding(days: -issued)
    return CarePlan(
      issuedOn: issuedOn, lastReviewedOn: max(issuedOn, back(reviewed)),
      maximumWeeklyHours: hours)
  }

  /// A suspension that began on school day `number` as of today and lasted so many days.
  func suspension(_ number: Int, days length: Int, _ reasons: [String], school: Int)
    -> ExclusionDraft
  {
    var value = Exclusion(
      pupil: Identifier(0), school: Identifier(Int64(school)), category: .suspension,
      firstDay: schoolDay(number), sessions: length * 2)
    value.reasons = reasons
    value.authorityNotifiedOn = value.firstDay
    value.governors.notifiedOn = value.firstDay
    return ExclusionDraft(value: value, school: school)
  }

  /// A permanent exclusion whose first day was school day `number` as of today.
  func permanent(_ number: Int, _ reasons: [String], school: Int) -> ExclusionDraft {
    var value = Exclusion(
      pupil: Identifier(0), school: Identifier(Int64(school)), category: .permanent,
      firstDay: schoolDay(number))
    value.reasons = reasons
    value.authorityNotifiedOn = value.firstDay
    value.governors.notifiedOn = value.firstDay
    return ExclusionDraft(value: value, school: school)
  }

  /// A case of that route, opened on a day, with an officer.
  func file(_ route: CaseRoute, opened: Day, officer: Int?, exclusion: Int? = nil) -> CaseDraft {
    var value = Case(reference: "", pupil: Identifier(0), route: route, openedOn: opened)
    value.officer = officer.map { story.officers[$0 % story.officers.count] }
    return CaseDraft(value: value, exclusion: exclusion)
  }

  /// A place with a provider from a day on, attended as well as that share says.
  func placement(
    _ provider: Int, from start: Day, sessions: Int, hours: Double, weeklyCost: Int,
    attendance: Double, pattern: UInt16 = 0b11_1111_1111,
    manner: RegisterManner = .authorityProvision
  ) -> PlacementDraft {
    var value = Placement(
      file: Identifier(0), provider: Identifier(Int64(provider)), startsOn: start,
      sessionsPerWeek: sessions)
    value.hoursPerWeek = hours
    value.weeklyCost = weeklyCost
    return PlacementDraft(
      value: value, provider: provider, pattern: pattern, attendance: attendance,
      collapsedFrom: nil, manner: manner)
  }

  /// The register of a child's own school for so many school days.
  ///
  /// - Parameter last: The school day on which it ends, counted back; nil for yesterday.
  func register(
    schoolDays count: Int, until last: Int? = nil, attendance: Double, _ manner: RegisterManner
  ) -> RegisterDraft {
    let base = story.providers.byKind[.mainstreamSchool]?.first ?? 0
    return RegisterDraft(
      provider: base, first: schoolDay(count), last: last.map(schoolDay) ?? today.adding(days: -1),
      attendance: attendance, manner: manner)
  }

  /// A referral that is handed in, with a parent's written consent and the child's views.
  func referral(
    _ number: Int, _ route: CaseRoute, received: Int, by referrer: String, role: String,
    parent: String, relationship: String, child words: String
  ) -> Referral {
    let day = back(received)
    var referral = Referral(
      pupil: Identifier(0), receivedOn: day, referrer: referrer, route: route)
    let digits = String(40 + number)
    referral.reference =
      "\(story.prefix)R-\(day.year)-" + String(repeating: "0", count: 4 - digits.count) + digits
    referral.status = .submitted
    referral.panel = .section19
    referral.referrerRole = role
    referral.referrerContact = "01632 9601\(40 + number)"
    referral.roll = .single
    referral.contacts = [
      ReferralContact(
        name: parent, relationship: relationship, reachedAt: "07700 9002\(10 + number)",
        hasResponsibility: true)
    ]
    referral.consent = ParentalConsent(
      parent: parent, givenOn: day.adding(days: -2), isWritten: true)
    referral.childsViews = words
    referral.risksAssessedOn = day.adding(days: -3)
    referral.declaredOn = day
    return referral
  }
}
