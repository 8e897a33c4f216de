import AlternativeProvision
import Testing

@testable import CaseStore

/// A panel that sits, with made-up members and children, on a real file.
struct PanelTable {
  let shelf = Shelf()
  let caseload: Caseload
  let panel: Identifier<Panel>
  let meeting: Identifier<Meeting>
  let school: Identifier<School>
  let good: Identifier<Provider>
  let full: Identifier<Provider>
  /// The day of the meeting, a Thursday.
  static let day = MadeUp.day(2026, 11, 26)

  static let members = [
    PanelMember(name: "A. Chair", agency: .educationInclusion, role: .chair),
    PanelMember(name: "B. Deputy", agency: .attendance, role: .deputy),
    PanelMember(name: "C. Head", agency: .school),
    PanelMember(name: "D. Nurse", agency: .schoolNursing),
    PanelMember(name: "E. Worker", agency: .socialCare),
  ]

  init(kind: PanelKind = .section19, isOpen: Bool = true, rule: DecisionRule = .chair) throws {
    caseload = try shelf.caseload()
    let made = try caseload.change(by: "Ada", at: MadeUp.now, cause: "set the table") { door in
      let school = try door.put(MadeUp.school).id
      var good = Provider(reference: "P01", name: "The Boatyard", kind: .independentSchool)
      good.isInDirectory = true
      good.places = 8
      good.weeklyCost = 45_000
      var full = Provider(reference: "P02", name: "Quayside", kind: .independentSchool)
      full.isInDirectory = true
      full.places = 0
      let providers = (try door.put(good).id, try door.put(full).id)
      try door.put(
        QualityVisit(
          provider: providers.0, visitedOn: Self.day.adding(days: -60), ratings: [:],
          overall: .green))
      var panel = Panel(name: "Thursday panel", kind: kind)
      panel.members = Self.members
      panel.terms.decides = rule
      panel.terms.purpose = "Education for children out of school"
      let number = try door.put(panel).id
      let meeting = try door.put(Meeting(panel: number, heldOn: Self.day)).id
      return (school, providers, number, meeting)
    }
    (school, (good, full), panel, meeting) = made
    if isOpen { try open() }
  }

  /// Opens the meeting with everybody present.
  func open() throws {
    try change("open") { door in
      for member in Self.members { try door.put(Attendee(member, .present), in: meeting) }
      try door.move(meeting, to: .open)
    }
  }

  @discardableResult
  func change<T>(_ cause: String, by author: String = "Ada", _ body: (inout Door) throws -> T)
    throws -> T
  {
    try caseload.change(by: author, at: MadeUp.now, cause: cause, body)
  }

  /// A child who is referred, ready for a panel.
  @discardableResult
  func refer(
    _ reference: String, route: CaseRoute = .emotionallyBasedAbsence,
    _ edit: (inout Referral) -> Void = { _ in }
  ) throws -> Identifier<Referral> {
    try change("refer") { door in
      var pupil = MadeUp.pupil("S-\(reference)", school: school)
      pupil.surname = "Child\(reference)"
      let number = try door.put(pupil).id
      var referral = Referral(
        pupil: number, receivedOn: Self.day.adding(days: -10), referrer: "C. Head", route: route)
      referral.reference = reference
      referral.status = .submitted
      referral.consent = ParentalConsent(
        parent: "P. Parent", givenOn: Self.day.adding(days: -20), isWritten: true)
      referral.childsViews = "I miss my friends"
      edit(&referral)
      return try door.put(referral).id
    }
  }

  /// An item on a referral, in the meeting.
  func item(
    on referral: Identifier<Referral>, kind: AgendaKind = .newReferral
  ) throws -> Identifier<AgendaItem> {
    try change("add item") { door in
      let found = try #require(try caseload.referral(referral))
      var item = AgendaItem(meeting: meeting, kind: kind, title: found.reference)
      item.referral = referral
      item.file = found.file
      return try door.put(item).id
    }
  }

  /// A child with a case and a placement, and an item on it.
  func placed(
    _ reference: String, kind: AgendaKind = .reviewDue, in meeting: Identifier<Meeting>? = nil
  ) throws -> (
    item: Identifier<AgendaItem>, file: Identifier<Case>, placement: Identifier<Placement>
  ) {
    try change("place") { door in
      var pupil = MadeUp.pupil("S-\(reference)", school: school)
      pupil.surname = "Child\(reference)"
      let child = try door.put(pupil).id
      let file = try door.put(
        Case(
          reference: reference, pupil: child, route: .emotionallyBasedAbsence,
          openedOn: Self.day.adding(days: -100))
      ).id
      var placement = Placement(
        file: file, provider: good, startsOn: Self.day.adding(days: -80), sessionsPerWeek: 10)
      placement.plannedEnd = Self.day.adding(days: 20)
      let number = try door.put(placement).id
      var item = AgendaItem(meeting: meeting ?? self.meeting, kind: kind, title: reference)
      item.file = file
      item.placement = number
      return (try door.put(item).id, file, number)
    }
  }

  /// Types into the fields of an item's form.
  func type(
    _ texts: [DecisionField: String], on item: Identifier<AgendaItem>, by author: String = "Ada"
  ) throws {
    let words = try caseload.words(of: item)
    for (field, text) in texts {
      _ = try caseload.save(
        text, to: .item(item, field), over: words[field] ?? Words(), by: author, at: MadeUp.now)
    }
  }

  /// The form of a place at the good provider.
  func agreement(_ option: DecisionOption = .agree) -> [DecisionField: String] {
    [
      .option: option.rawValue, .provider: "\(good.number)", .startsOn: "2026-12-01",
      .sessions: option == .agreePartTime ? "6" : "10", .hours: "25", .weeklyCost: "450",
      .reviewOn: "2027-01-11", .plannedEnd: "2027-02-12", .exitCriteria: "Nine sessions of ten",
      .healthReason: option == .agreePartTime ? "Mornings only, says the GP" : "",
      .rationale: "No school place is open to her", .section19: "Not reasonably available",
      .tier: "transitionalPlacement", .officer: "Ada",
    ]
  }

  @discardableResult
  func confirm(_ item: Identifier<AgendaItem>, by author: String = "Ada") throws
    -> Stored<RecordedDecision>
  {
    try change("confirm", by: author) { door in try door.confirm(item) }
  }

  func file() throws -> MeetingFile { try #require(try caseload.meeting(meeting)) }

  func entry(_ item: Identifier<AgendaItem>) throws -> ItemFile {
    try #require(try file().items.first { $0.item.id == item })
  }

  /// The refusal of something that must not be done.
  func refusal<T>(_ place: SourceLocation = #_sourceLocation, _ body: () throws -> T)
    throws -> StoreError
  {
    do {
      _ = try body()
    } catch let error as StoreError {
      return error
    }
    Issue.record("nothing was refused", sourceLocation: place)
    return StoreError(.failed, "", toDo: "")
  }
}
