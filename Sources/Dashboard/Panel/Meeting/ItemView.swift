import AlternativeProvision
import CaseStore

/// What is known of an item: the brief, and the providers that could take the child.
struct ItemView {
  var brief: ItemBrief
  /// The providers as the child would find them, those that can take the child first.
  var options: [ProviderOption] = []
  /// The day on which the place is asked for.
  var placeOn: Day
  /// The hours a week for which it is asked; nil while nobody has said.
  var hours: Double?
  /// Open actions of earlier meetings, for an item about matters arising.
  var carried: [ActionFile] = []
  /// The decision to be ratified, for an item about one.
  var earlier: RecordedDecision?
  /// The names of providers that it or the decision on the item names, which may be no option and hold
  /// no placement.
  var otherProviders: [Identifier<Provider>: String] = [:]
  /// Covers the names of every child on the agenda, since one is often mentioned in another's item.
  var cover = NameCover()

  /// The day and the hours that the form of an item asks for.
  static func asked(of item: ItemFile, in file: MeetingFile) -> (day: Day, hours: Double?) {
    let day = try? Day(MinuteText.trimmed(item[.startsOn].text))
    return (day ?? file.meeting.value.heldOn, Double(MinuteText.trimmed(item[.hours].text)))
  }

  /// Whether the providers are those for what the form asks for now.
  func isFound(for item: ItemFile, in file: MeetingFile) -> Bool {
    ItemView.asked(of: item, in: file) == (placeOn, hours)
  }
}

/// Reads one item after another, and keeps what is the same for all of them.
struct ItemViewing {
  private let reader: BriefReader
  private let caseload: Caseload
  private var standings: [Day: [ProviderStanding]] = [:]
  private var names: NameCover?

  init(_ caseload: Caseload) {
    self.caseload = caseload
    reader = BriefReader(caseload)
  }

  /// Forgets what was read of providers, since the caseload has changed.
  mutating func forget() {
    standings = [:]
    names = nil
  }

  /// Reads an item.
  mutating func view(
    of item: ItemFile, in file: MeetingFile, today: Day
  ) throws(StoreError) -> ItemView? {
    guard let brief = try reader.brief(item.item.id, on: today) else { return nil }
    var view = ItemView(brief: brief, placeOn: file.meeting.value.heldOn)
    view.cover = try cover(of: file)
    view.cover.add(brief.cover)
    switch item.item.value.kind {
    case .mattersArising:
      view.carried = try caseload.openActions(
        of: file.panel.id, before: file.meeting.value.heldOn)
      for number in Set(view.carried.compactMap(\.file)) {
        if let pupil = try caseload.file(number)?.pupil { try add(pupil, to: &view.cover) }
      }
    case .ratification:
      if let number = item.item.value.ratifies { view.earlier = try caseload.decision(number) }
    default: break
    }
    for decision in [view.earlier, item.decision?.value].compactMap(\.self) {
      guard let provider = decision.decision.provider else { continue }
      view.otherProviders[provider] = try caseload.provider(provider)?.name
    }
    try find(&view, for: item, in: file)
    return view
  }

  /// A cover for the names of every child on the agenda.
  private mutating func cover(of file: MeetingFile) throws(StoreError) -> NameCover {
    if let names { return names }
    var cover = NameCover()
    for item in file.items.map(\.item.value) {
      if let number = item.file, let pupil = try caseload.file(number)?.pupil {
        try add(pupil, to: &cover)
      }
      if let number = item.referral, let referral = try caseload.referral(number) {
        try add(referral.pupil, to: &cover)
        cover.add(referral)
      }
    }
    names = cover
    return cover
  }

  private func add(_ number: Identifier<Pupil>, to cover: inout NameCover) throws(StoreError) {
    if let pupil = try caseload.pupil(number) { cover.add(NameCover(pupil)) }
  }

  /// Finds the providers anew for the day and the hours that the form asks for now.
  mutating func find(
    _ view: inout ItemView, for item: ItemFile, in file: MeetingFile
  ) throws(StoreError) {
    // An item on which nobody is placed needs no list of providers.
    let offered = DecisionOption.offered(for: item.item.value.kind)
    guard let pupil = view.brief.pupil, offered.contains(where: { $0.fields.contains(.provider) })
    else { return }
    let (day, hours) = ItemView.asked(of: item, in: file)
    let known: [ProviderStanding]
    if let kept = standings[day] {
      known = kept
    } else {
      known = try caseload.providerStandings(on: day, asOf: file.meeting.value.heldOn)
      if standings.count > 4 { standings = [:] }
      standings[day] = known
    }
    let seeker = PlaceSeeker(pupil: pupil, on: day, hoursPerWeek: hours)
    view.options = seeker.options(among: known)
    view.placeOn = day
    view.hours = hours
  }
}

/// How long an item has been up, shared among the terminals that have it open.
struct ItemTiming {
  /// When counting began, on the stopwatch.
  private var since: Duration = .zero
  /// What was on file then.
  private var onFile = 0

  /// Begins to count from what is on file.
  mutating func begin(at now: Duration, onFile: Int) {
    since = now
    self.onFile = onFile
  }

  /// The seconds taken so far, with what is on file now.
  func seconds(at now: Duration, onFile present: Int) -> Int {
    max(present, onFile + Int((now - since).components.seconds))
  }

  /// The seconds that are not on file yet.
  func unsaved(at now: Duration) -> Int { Int((now - since).components.seconds) }

  /// The seconds to add to the file: what this terminal counted beyond what others have added since.
  mutating func take(at now: Duration, onFile present: Int) -> Int {
    let counted = Int((now - since).components.seconds)
    let own = max(0, counted - max(0, present - onFile))
    since += .seconds(counted)
    onFile = present + own
    return own
  }

  /// When the minute that is shown goes by.
  func nextMinute(at now: Duration, onFile present: Int) -> Duration {
    let spent = seconds(at: now, onFile: present)
    let counted = Int((now - since).components.seconds)
    return since + .seconds(counted + 60 - spent % 60)
  }
}
