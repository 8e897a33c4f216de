import AlternativeProvision
import CaseStore

/// Puts drafts through the door, and gives the values in them the identifiers that the store gave.
struct Filling {
  let today: Day
  private(set) var marks = 0
  /// The identifiers of each authority's schools, by their position there.
  private(set) var schools: [[Identifier<School>]] = []
  /// The identifiers of the latest authority's providers, by their position there.
  private(set) var providers: [Identifier<Provider>] = []

  /// The calendars of the schools that have one of their own.
  private var ownCalendars: [Identifier<School>: SchoolCalendar] = [:]

  init(today: Day) {
    self.today = today
  }

  mutating func put(_ setting: AuthoritySetting, into door: inout Door) throws {
    for year in setting.years { try door.put(year, of: .authority(setting.number)) }
    var identifiers: [Identifier<School>] = []
    for entry in setting.schools.entries {
      let school = try door.put(entry.school).id
      if let years = entry.calendar {
        for year in years { try door.put(year, of: .school(school)) }
        ownCalendars[school] = SchoolCalendar(
          name: entry.school.name, years: years, bankHolidays: .statutory)
      }
      identifiers.append(school)
    }
    schools.append(identifiers)
  }

  func putBankHolidays(into door: inout Door) throws {
    var listed: [Day: String] = [:]
    for year in today.year - 2...today.year + 2 {
      for number in 0..<366 {
        guard let day = Day(year: year, month: 1, day: 1)?.adding(days: number),
          let name = BankHolidays.statutory.name(of: day)
        else { continue }
        listed[day] = name
      }
    }
    try door.put(
      BankHolidays(listed, knownThrough: Day(year: today.year + 2, month: 12, day: 31)))
  }

  mutating func put(
    _ story: AuthorityStory, withRegisters: Bool, into door: inout Door
  ) throws {
    let schools = schools[story.setting.index]
    providers = []
    for entry in story.providers.entries { try put(entry, into: &door) }
    var register = RegisterWriter(story)
    for child in story.children {
      let pupil = try put(child, schools: schools, into: &door)
      guard withRegisters else { continue }
      register.write(child)
      try put(register.marks, of: pupil, into: &door)
    }
  }

  mutating func put(_ entry: ProviderList.Entry, into door: inout Door) throws {
    let provider = try door.put(entry.provider).id
    for var visit in entry.visits {
      visit.provider = provider
      try door.put(visit)
    }
    providers.append(provider)
  }

  mutating func put(
    _ register: [RegisterWriter.Mark], of pupil: Identifier<Pupil>, into door: inout Door
  ) throws {
    for mark in register {
      try door.putMark(
        pupil: pupil, provider: providers[mark.provider], day: mark.day, session: mark.session,
        code: MarkCode(mark.first, mark.second))
    }
    marks += register.count
  }

  func put(
    _ child: ChildDraft, schools: [Identifier<School>], into door: inout Door
  ) throws -> Identifier<Pupil> {
    var value = child.pupil
    value.school = schools[child.school]
    let pupil = try door.put(value).id
    var exclusions: [Identifier<Exclusion>?] = []
    var earlier: [Exclusion] = []
    for (place, draft) in child.exclusions.enumerated() {
      var exclusion = draft.value
      exclusion.pupil = pupil
      exclusion.school = schools[draft.school]
      let isNamed = child.cases.contains { $0.exclusion == place }
      if !isNamed, runsIntoAnother(exclusion, of: earlier) {
        exclusions.append(nil)
        continue
      }
      exclusions.append(try door.put(exclusion).id)
      earlier.append(exclusion)
    }
    for draft in child.cases {
      var file = draft.value
      file.pupil = pupil
      file.exclusion = draft.exclusion.flatMap { exclusions[$0] }
      let id = try door.put(file).id
      for var placement in draft.placements.map(\.value) {
        placement.file = id
        placement.provider = providers[Int(placement.provider.number)]
        try door.put(placement)
      }
      for var view in draft.views {
        view.file = id
        try door.put(view)
      }
    }
    return pupil
  }

  /// Whether a suspension takes a day that another takes already: stories lay them out by the
  /// authority's days, and a longer half term of the school's own may push one into the next.
  private func runsIntoAnother(_ exclusion: Exclusion, of earlier: [Exclusion]) -> Bool {
    guard exclusion.category != .permanent, let calendar = ownCalendars[exclusion.school] else {
      return false
    }
    return earlier.contains {
      $0.category != .permanent && $0.firstSharedDay(with: exclusion, by: calendar) != nil
    }
  }
}
