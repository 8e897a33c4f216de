import AlternativeProvision
import CaseStore
import Dashboard
import Interchange

/// Carries out `sixthday panel WHAT`.
struct PanelCall {
  /// What can be opened or printed.
  enum What: String, CaseIterable {
    case meet, list, agenda, minutes, notices, actions, template
  }

  /// How it can be printed.
  enum Format: String, CaseIterable {
    case markdown, html, table, csv, json
  }

  private let invocation: Invocation
  private let surroundings: Surroundings

  init(_ invocation: Invocation, _ surroundings: Surroundings) {
    self.invocation = invocation
    self.surroundings = surroundings
  }

  func run() throws -> ExitStatus {
    guard let what = invocation.word(0).flatMap(What.init(rawValue:)) else {
      try refuseOptions(of: nil)
      return try show { _ in .panels }
    }
    try refuseOptions(of: what)
    switch what {
    case .meet: return try show { caseload in .meeting(try meetingToHold(in: caseload)) }
    case .list: try deliver(rows(MeetingList.table(of: openCaseload())))
    case .agenda: try deliver(rows(AgendaList.table(facts(of: openCaseload()), names: names)))
    case .minutes: try deliver(minutes(of: openCaseload()))
    case .notices: try writeNotices(openCaseload())
    case .actions: try deliver(actions(of: openCaseload()))
    case .template: try deliver(template())
    }
    return .success
  }

  // MARK: What is opened

  /// Opens the dashboard at the screen that is asked for.
  private func show(_ first: (Caseload) throws -> FirstScreen) throws -> ExitStatus {
    let call = try DashboardCall(invocation, surroundings)
    var (caseload, setting) = try call.open(.readWrite)
    setting.opens = try first(caseload)
    return try call.show(caseload, setting)
  }

  /// The meeting that is named, else the one that is open, else today's.
  private func meetingToHold(in caseload: Caseload) throws -> Identifier<Meeting> {
    if invocation.word(1) != nil { return try meeting(in: caseload) }
    let meetings = try caseload.meetings()
    let open = meetings.filter { $0.value.state == .open }
    let today = meetings.filter { $0.value.heldOn == surroundings.today }
    let likely = open.isEmpty ? today : open
    if likely.count == 1 { return likely[0].id }
    let which =
      likely.isEmpty
      ? "no meeting is open, and none is held today"
      : "\(likely.count) meetings are \(open.isEmpty ? "held today" : "open")"
    throw Failure.refusal("\(which): name one by its number (see: sixthday panel list)")
  }

  // MARK: What is printed

  private func minutes(of caseload: Caseload) throws -> String {
    let facts = try facts(of: caseload)
    guard facts.file.meeting.value.state != .planned else {
      throw Failure.refusal(
        "\(words(for: facts)) has not been opened, so there are no minutes; "
          + "hold it first: sixthday panel meet")
    }
    switch try format(among: [.markdown, .html]) {
    case .html: return Minutes.html(facts, names: names)
    default: return Minutes.markdown(facts, names: names)
    }
  }

  private func actions(of caseload: Caseload) throws -> String {
    guard invocation.word(1) != nil else {
      return try rows(ActionList.open(in: caseload, names: names))
    }
    return try rows(ActionList.table(facts(of: caseload), names: names))
  }

  private func template() throws -> String {
    let known = NoticeKind.allCases.map(\.rawValue).joined(separator: " or ")
    guard let word = invocation.word(1), let kind = NoticeKind(rawValue: word) else {
      throw usage("panel template needs to know to whom the letter goes: \(known)")
    }
    return try NoticeTemplate.load(kind, folder: nil).text
  }

  private func writeNotices(_ caseload: Caseload) throws {
    let papers = try PersonalSettings(surroundings).settings.papers
    guard let folder = invocation.value("folder") ?? (papers.isEmpty ? nil : papers) else {
      throw usage(
        "panel notices needs --folder DIR, where the letters go, or papers in your settings")
    }
    let facts = try facts(of: caseload)
    let cabinet = PaperCabinet(base: papers, home: surroundings.variable("HOME"))
    let letters = try cabinet.letters(
      facts, on: surroundings.today, templates: invocation.value("templates"),
      told: Set(NoticeKind.allCases.filter { invocation.has("tell-\($0.rawValue)s") }))
    guard !letters.files.isEmpty else {
      // Why there is none, as that a child was referred to safeguarding, is what one has to know.
      for note in letters.notes { StandardOutput.complain(note) }
      throw Failure.refusal(
        letters.notes.isEmpty
          ? "no decision stands on a child at \(words(for: facts)), so no letters"
          : "no letters for \(words(for: facts)), as said above")
    }
    // All or none: half a batch, and nobody knows who has been written to.
    switch try cabinet.put(letters.files.map { ($0.name, $0.text) }, in: folder) {
    case .exists(let taken):
      throw Failure.refusal(
        "\(folder)/\(taken[0])\(taken.count > 1 ? " and \(taken.count - 1) more" : "") exists already; "
          + "name another folder with --folder")
    case .written(let count, let folder, _):
      let due = Notice.dueDay(facts)
      StandardOutput.write(
        "\(count) letters are in \(folder); they are due out by \(due.long)\n")
      for note in letters.notes { StandardOutput.complain(note) }
    }
  }

  // MARK: What is asked for

  private var names: PaperNames { invocation.has("initials") ? .initials : .full }

  private func openCaseload() throws -> Caseload {
    try Caseload.opened(surroundings.caseloadPath(invocation), access: .readOnly)
  }

  private func facts(of caseload: Caseload) throws -> PaperFacts {
    let meeting = try meeting(in: caseload)
    guard let facts = try PaperFacts(meeting, in: caseload) else {
      throw Failure.refusal("meeting \(meeting.number) is gone (see: sixthday panel list)")
    }
    return facts
  }

  /// The meeting of a number or of a day.
  private func meeting(in caseload: Caseload) throws -> Identifier<Meeting> {
    guard let word = invocation.word(1) else {
      throw usage("panel \(invocation.word(0) ?? "") needs a MEETING: its number or its day")
    }
    let meetings = try caseload.meetings()
    if let number = Int64(word), let found = meetings.first(where: { $0.id.number == number }) {
      return found.id
    }
    guard let day = try? Day(word) else {
      throw Failure.refusal("there is no meeting '\(word)' (see: sixthday panel list)")
    }
    let held = meetings.filter { $0.value.heldOn == day }
    guard let only = held.first else {
      throw Failure.refusal("no panel meets on \(day.medium) (see: sixthday panel list)")
    }
    guard held.count == 1 else {
      let numbers = held.map { "\($0.id.number)" }.joined(separator: ", ")
      throw Failure.refusal(
        "several panels meet on \(day.medium): name the meeting by its number, one of \(numbers)")
    }
    return only.id
  }

  private func words(for facts: PaperFacts) -> String {
    "the meeting of \(facts.file.meeting.value.heldOn.medium)"
  }

  private func rows(_ table: Table) throws -> String {
    switch try format(among: [.table, .csv, .json]) {
    case .csv: return table.written(as: .csv)
    case .json: return table.written(as: .json)
    default:
      let width = invocation.value("output") == nil ? surroundings.outputWidth : nil
      return table.written(as: .table, width: width)
    }
  }

  /// The format asked for, else the first of those that there are.
  private func format(among offered: [Format]) throws -> Format {
    guard let asked = invocation.value("format").flatMap(Format.init(rawValue:)) else {
      return offered[0]
    }
    guard offered.contains(asked) else {
      throw usage(
        "panel \(invocation.word(0) ?? "") cannot be printed as \(asked.rawValue): it is "
          + offered.map(\.rawValue).joined(separator: ", "))
    }
    return asked
  }

  /// An option that says nothing to what is asked for would be taken to have been heeded.
  private func refuseOptions(of what: What?) throws {
    let taken: [String] =
      switch what {
      case nil, .meet: ["read-only"] + OptionSpecification.settings.map(\.name)
      case .list: ["format", "output"]
      case .agenda, .minutes, .actions: ["format", "output", "initials"]
      case .notices: ["folder", "templates", "tell-parents", "tell-schools"]
      case .template: ["output"]
      }
    for option in invocation.command.options.map(\.name)
    where invocation.has(option) && !taken.contains(option) {
      let known = taken.map { "--\($0)" }.joined(separator: ", ")
      throw usage(
        "panel\(what.map { " \($0.rawValue)" } ?? "") has no option --\(option); it has \(known)")
    }
    if what == .list, let word = invocation.word(1) {
      throw usage("panel list does not take the word '\(word)'")
    }
  }

  private func usage(_ message: String) -> Failure {
    Failure.usage(message, about: invocation.command)
  }

  /// Prints a text, or writes it to a file that only its owner can read.
  private func deliver(_ text: String) throws {
    guard let path = invocation.value("output") else { return StandardOutput.write(text) }
    guard !FileName.exists(path) else {
      throw Failure.refusal("\(path) exists already; name a new file with --output")
    }
    try PrivateFile.write(Array(text.utf8), to: path)
  }
}
