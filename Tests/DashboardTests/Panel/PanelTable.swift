import AlternativeProvision
import CaseStore
import TerminalUI
import Testing

@testable import Dashboard

/// A meeting of made-up people about made-up children, on one file that several terminals can open.
final class PanelTable {
  let small: SmallCaseload
  let meeting: Identifier<Meeting>
  var items: [Identifier<AgendaItem>] = []
  static let heldOn = SmallCaseload.day(2026, 11, 26)
  static let members = [
    PanelMember(name: "Ms Okafor", agency: .educationInclusion, role: .chair),
    PanelMember(name: "Mr Lindqvist", agency: .school),
    PanelMember(name: "Dr Pereira", agency: .mentalHealth),
    PanelMember(name: "Ms Tan", agency: .specialNeeds),
    PanelMember(name: "Ms Ward", agency: .socialCare),
  ]

  init(
    decides: DecisionRule = .chair, kind: PanelKind = .exclusion, isOpen: Bool = true
  ) throws {
    let small = try SmallCaseload()
    var panel = Panel(
      name: "Permanent exclusion panel", kind: kind, members: PanelTable.members)
    panel.terms.decides = decides
    var made: (Identifier<Meeting>, [Identifier<AgendaItem>]) = (Identifier(0), [])
    try small.caseload.change(by: "Clerk", at: SmallCaseload.now, cause: "make a meeting") { door in
      let number = try door.put(panel).id
      made.0 = try door.put(Meeting(panel: number, heldOn: PanelTable.heldOn)).id
      for member in PanelTable.members {
        try door.put(Attendee(member, .present), in: made.0)
      }
      for reference in 1...5 {
        let file = try #require(try small.caseload.file(reference: "AP-2026-000\(reference)"))
        var item = AgendaItem(
          meeting: made.0, kind: reference == 5 ? .reviewDue : .permanentExclusion,
          title: "AP-2026-000\(reference)")
        item.file = file.id
        if reference == 1 { item.referral = try PanelTable.refer(file, &door) }
        made.1.append(try door.put(item).id)
      }
      if isOpen { try door.move(made.0, to: .open) }
    }
    self.small = small
    meeting = made.0
    items = made.1
  }

  /// An item as the store holds it.
  func item(_ place: Int) throws -> ItemFile {
    try #require(try small.caseload.meeting(meeting)?.items[place])
  }

  func leave(_ name: String) throws { try set(name, .left) }
  func come(_ name: String) throws { try set(name, .present) }

  private func set(_ name: String, _ presence: Presence) throws {
    let member = try #require(PanelTable.members.first { $0.name == name })
    try small.caseload.change(by: "Clerk", at: SmallCaseload.now, cause: "attendance") { door in
      try door.put(Attendee(member, presence), in: meeting)
    }
  }

  func declare(_ name: String, _ nature: String, item place: Int) throws {
    try small.caseload.change(by: "Clerk", at: SmallCaseload.now, cause: "interest") { door in
      try door.declare(
        Interest(member: name, nature: nature), in: items[place], of: meeting)
    }
  }

  /// Takes every place of a provider.
  func fill(_ name: String) throws {
    var provider = try #require(
      try small.caseload.providers().first { $0.value.name == name }?.value)
    provider.places = 0
    try small.caseload.change(by: "Clerk", at: SmallCaseload.now, cause: "places") { door in
      try door.put(provider)
    }
  }

  private static func refer(
    _ file: Stored<Case>, _ door: inout Door
  ) throws -> Identifier<Referral> {
    var referral = Referral(
      pupil: file.value.pupil, receivedOn: SmallCaseload.day(2026, 11, 10),
      referrer: "Mr Bell", route: .permanentExclusion)
    referral.file = file.id
    referral.status = .submitted
    referral.reasons =
      "Aaliyah was excluded after a fight at the gate. She has been calm at her grandmother's since."
    referral.outcomeSought =
      "A full-time place by day six, with a route back into a mainstream school."
    referral.consent = ParentalConsent(
      parent: "Mrs Fox", givenOn: SmallCaseload.day(2026, 11, 9), isWritten: true)
    referral.childsViews = "I want a school where nobody knows me. I like art."
    referral.parentsViews = "Aaliyah needs a small place and one adult whom she trusts."
    referral.socialCare = .lookedAfter
    referral.interventions = [
      Intervention(what: "Learning mentor", when: "Spring 2026", impact: "fewer incidents"),
      Intervention(what: "Reduced timetable", when: "Summer 2026", impact: "attendance fell"),
    ]
    referral.healthEvidence = [
      HealthEvidence(
        source: "CAMHS", datedOn: SmallCaseload.day(2026, 10, 2), finding: "anxiety, in treatment")
    ]
    referral.risks = "Contact with an older group; not to be placed with S02."
    referral.risksAssessedOn = SmallCaseload.day(2026, 11, 11)
    referral.contacts = [
      ReferralContact(
        name: "Rosa Fox", relationship: "Grandmother", reachedAt: "01632 960 000",
        hasResponsibility: false)
    ]
    referral.openQuestions = "Does the carer agree to the transport?"
    return try door.put(referral).id
  }
}

/// One terminal with the meeting open, with a clock that is moved by hand.
final class Seat {
  let app: DashboardApp
  let table: PanelTable
  private(set) var surface: Surface

  init(
    _ width: Int = 80, _ height: Int = 24, at table: PanelTable, author: String = "M. Okafor",
    isReadOnly: Bool = false, rescue: RescueFile? = nil
  ) throws {
    self.table = table
    let caseload = try Caseload.open(
      table.small.path, access: isReadOnly ? .readOnly : .readWrite)
    let board = try Board(caseload, today: SmallCaseload.today)
    let watch = Watch()
    var setting = DashboardSetting(
      author: author, isReadOnly: isReadOnly, now: { SmallCaseload.now },
      stopwatch: { watch.time })
    setting.rescue = rescue
    let desk = Desk(
      caseload: caseload, board: board, today: SmallCaseload.today, setting: setting)
    self.watch = watch
    let screen = try MeetingScreen(meeting: table.meeting, desk: desk)
    app = DashboardApp(desk: desk, size: Size(width: width, height: height), first: screen)
    while app.hasWork { app.work() }
    surface = app.draw()
  }

  private let watch: Watch

  private final class Watch {
    var time = Duration.seconds(1000)
  }

  func press(_ keys: String...) {
    for key in keys {
      guard let key = Key(key) else {
        Issue.record("\(key) is not a key")
        continue
      }
      app.handle(.key(key))
    }
    surface = app.draw()
  }

  /// Types after a while in which nothing else happened.
  func type(_ text: String, after pause: Duration) {
    watch.time += pause
    type(text)
  }

  func type(_ text: String) {
    for scalar in text.unicodeScalars {
      app.handle(.key(scalar == "\n" ? Key(.enter) : Key(.character(scalar))))
    }
    surface = app.draw()
  }

  func send(_ event: Event) {
    app.handle(event)
    surface = app.draw()
  }

  /// Lets time go by, as far as the loop would sleep.
  func wait(_ duration: Duration) {
    watch.time += duration
    app.passTime()
    surface = app.draw()
  }

  /// Lets made-up time go by without a look at the screen; whether there is anything new on it.
  func hasNews(after duration: Duration) -> Bool {
    watch.time += duration
    app.passTime()
    return app.needsDrawing
  }

  /// What the loop does when the file was written to.
  func hear() { send(.wake(0)) }

  /// Goes to a field of the form with Tab, as a person would.
  func go(to wanted: DecisionField) {
    if screen?.isFinding == true { press("esc") }
    if screen?.isWriting != true { press("d") }
    // Choosing opens by itself where nothing is chosen yet.
    if screen == nil { press("esc") }
    for _ in 0..<40 where focused != .decision(wanted) { press("tab") }
    if focused != .decision(wanted) { Issue.record("there is no field \(wanted)") }
  }

  /// Chooses what is decided.
  func choose(_ option: DecisionOption) {
    press("d")
    type(option.title)
    press("enter")
  }

  /// The field in which the cursor stands.
  var focused: MeetingField? { screen?.isWriting == true ? screen?.form.focus : nil }

  /// What stands in that field.
  var text: String { focused.flatMap { screen?.form.texts[$0]?.editor.text } ?? "" }

  var screen: MeetingScreen? { app.screens.last as? MeetingScreen }
  var lines: [String] { surface.lines }
  func shows(_ words: String) -> Bool { lines.contains { $0.contains(words) } }

  /// What the store holds in a field, read by nobody's terminal.
  func stored(_ field: DecisionField, item: Int = 0) throws -> String {
    try table.small.caseload.words(of: table.items[item])[field]?.text ?? ""
  }
}
