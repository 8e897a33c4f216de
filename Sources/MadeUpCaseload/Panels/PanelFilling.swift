import AlternativeProvision
import CaseStore

/// Puts the panels of a made-up authority through the door: their children, what they decided before,
/// and the meeting that is ready today.
struct PanelFilling {
  /// A child of the story with the identifiers that the store gave.
  struct Entry {
    let child: PanelChild
    let pupil: Identifier<Pupil>
    let file: Identifier<Case>?
    let placement: Identifier<Placement>?
    let referral: Identifier<Referral>?
  }

  let story: PanelStory
  let caseload: Caseload
  /// The children in the order of the story.
  private(set) var entries: [Entry] = []
  /// The story's own providers: a registered school and a tutor.
  private(set) var school: Identifier<Provider> = Identifier(0)
  private(set) var tuition: Identifier<Provider> = Identifier(0)
  private(set) var inclusion: Identifier<Panel> = Identifier(0)
  private(set) var exclusion: Identifier<Panel> = Identifier(0)
  private(set) var assurance: Identifier<Panel> = Identifier(0)

  var today: Day { story.today }

  init(_ story: PanelStory, into caseload: Caseload) {
    self.story = story
    self.caseload = caseload
  }

  mutating func fill(_ filling: inout Filling, withRegisters: Bool) throws {
    let authority = story.story.places.authority
    try caseload.change(
      by: MadeUpCaseload.author, at: Instant(day: today, hour: 8), cause: "made-up panels"
    ) { door in
      try putRecords(&filling, withRegisters: withRegisters, into: &door)
      inclusion = try door.put(PanelPeople.inclusion(authority, today: today)).id
      exclusion = try door.put(PanelPeople.exclusion(authority)).id
      assurance = try door.put(PanelPeople.assurance(authority)).id
    }
    try holdEarlierMeetings()
    try planMeetings()
  }

  /// The child of that surname.
  func entry(_ surname: String) -> Entry? {
    entries.first { $0.child.draft.pupil.surname == surname }
  }

  /// A change that the clerk makes.
  func change<T>(
    on day: Day, hour: Int64, _ cause: String, _ body: (inout Door) throws -> T
  ) throws -> T {
    try caseload.change(
      by: PanelPeople.clerk, at: Instant(day: day, hour: hour), cause: cause, body)
  }

  private mutating func putRecords(
    _ filling: inout Filling, withRegisters: Bool, into door: inout Door
  ) throws {
    for entry in story.story.providers.entries.dropFirst(story.registeredSchool) {
      try filling.put(entry, into: &door)
    }
    school = filling.providers[story.registeredSchool]
    tuition = filling.providers[story.tuition]
    let schools = filling.schools[0]
    var register = RegisterWriter(story.story)
    for child in story.children {
      let pupil = try filling.put(child.draft, schools: schools, into: &door)
      if withRegisters {
        register.write(child.registered)
        try filling.put(register.marks, of: pupil, into: &door)
      }
      let file = try child.draft.cases.first.flatMap {
        try caseload.file(reference: $0.value.reference)?.id
      }
      let placement = try file.flatMap { try caseload.placements(in: $0).last?.id }
      var number: Identifier<Referral>?
      if var referral = child.referral {
        referral.pupil = pupil
        referral.file = file
        referral.school = schools[child.draft.school]
        number = try door.put(referral).id
      }
      entries.append(
        Entry(child: child, pupil: pupil, file: file, placement: placement, referral: number))
    }
  }
}

extension Instant {
  /// An hour of a day by the clock in Greenwich.
  init(day: Day, hour: Int64) {
    self.init(seconds: Int64(day.number) * 86_400 + hour * 3600)
  }
}
