import AlternativeProvision
import CaseStore

/// Writes the minutes of a meeting: Markdown first, and the page to print from that.
public enum Minutes {
  /// What the minutes say of themselves.
  public enum Mark: Sendable, Hashable {
    /// Not yet approved by the chair.
    case draft
    /// Approved by the chair.
    case approved(by: String, on: Day)

    var words: String {
      switch self {
      case .draft: "DRAFT – not yet approved by the chair"
      case .approved(let name, let day): "Approved by \(name) on \(day.medium)"
      }
    }
  }

  /// The minutes as Markdown: what was approved, to the letter, with the notes that correct it; a draft
  /// made of what stands in the meeting where nothing is approved yet.
  public static func markdown(_ facts: PaperFacts, names: PaperNames = .full) -> String {
    guard let approved = facts.file.minutes else {
      return markdown(facts, names: names, mark: .draft)
    }
    let text = names == .full ? approved.text : approved.covered
    guard !facts.file.corrections.isEmpty else { return text }
    let cover = names == .full ? NameCover() : facts.cover
    var page = MarkdownText()
    page.heading(2, "Corrections")
    for note in facts.file.corrections {
      page.labelled("\(note.madeOn.long), \(note.author)", cover.covered(note.words))
    }
    return text + page.text
  }

  /// The minutes as one page of HTML that needs nothing else and prints well.
  public static func html(_ facts: PaperFacts, names: PaperNames = .full) -> String {
    let mark: Mark =
      facts.file.minutes.map { .approved(by: $0.approvedBy, on: $0.approvedOn) } ?? .draft
    let digest = names == .full ? facts.file.minutes.map { "SHA-256 \($0.digest)" } : nil
    return HTMLPage.page(
      title: title(of: facts), markdown: markdown(facts, names: names),
      footer: [mark.words, digest].compactMap { $0 }.joined(separator: " · "),
      isDraft: mark == .draft)
  }

  /// Approves the minutes as they would be written now; from then on they are not altered.
  ///
  /// - Throws: `StoreError` where the meeting is not closed, or there is none.
  @discardableResult
  public static func approve(
    _ meeting: Identifier<Meeting>, in caseload: Caseload, by author: String, on day: Day,
    at time: Instant
  ) throws -> ApprovedMinutes {
    try caseload.change(by: author, at: time, cause: "approve minutes") { door in
      guard let facts = try PaperFacts(meeting, in: caseload) else {
        throw StoreError(
          .refused, "this meeting is not on file", toDo: "look again and choose another")
      }
      let texts = approvable(facts, by: author, on: day)
      return try door.approveMinutes(
        of: meeting, text: texts.full, covered: texts.covered, on: day)
    }
  }

  /// The minutes as they are to be approved: in full, and with initials.
  public static func approvable(
    _ facts: PaperFacts, by author: String, on day: Day
  ) -> (full: String, covered: String) {
    let mark = Mark.approved(by: author, on: day)
    return (
      markdown(facts, names: .full, mark: mark), markdown(facts, names: .initials, mark: mark)
    )
  }

  static func title(of facts: PaperFacts) -> String {
    "\(facts.file.panel.value.name), \(facts.file.meeting.value.heldOn.long)"
  }

  static func markdown(_ facts: PaperFacts, names: PaperNames, mark: Mark) -> String {
    var writer = MinutesWriter(facts, names: names)
    writer.write(mark)
    return writer.page.text
  }
}

/// Writes the minutes of one meeting.
private struct MinutesWriter {
  let facts: PaperFacts
  let names: PaperNames
  let cover: NameCover
  var page = MarkdownText()

  init(_ facts: PaperFacts, names: PaperNames) {
    self.facts = facts
    self.names = names
    cover = names == .full ? NameCover() : facts.cover
  }

  private var meeting: Meeting { facts.file.meeting.value }
  private var panel: Panel { facts.file.panel.value }

  mutating func write(_ mark: Minutes.Mark) {
    page.heading(1, "Minutes: \(panel.name)")
    page.strong(mark.words)
    var held = "Held on \(meeting.heldOn.long)"
    if !meeting.startsAt.isEmpty { held += ", \(meeting.startsAt)" }
    if !meeting.venue.isEmpty { held += ", \(meeting.venue)" }
    page.paragraph(held + ".")
    if names == .initials {
      page.paragraph("Names of children and families are reduced to initials.")
    }
    attendance()
    interests()
    page.heading(2, "Decisions")
    let taken = facts.file.items.filter { $0.item.value.state != .dropped }
    for (place, entry) in taken.enumerated() { item(entry, number: place + 1) }
    let dropped = facts.file.items.filter { $0.item.value.state == .dropped }
    if !dropped.isEmpty {
      page.heading(2, "Taken off the agenda")
      page.list(dropped.map(self.dropped))
    }
    actions()
  }

  private func dropped(_ entry: ItemFile) -> String {
    let what = "\(entry.item.value.kind.title): \(heading(of: entry))"
    return entry.item.value.droppedBecause.map { "\(what) – \(covered($0))" } ?? what
  }

  private mutating func attendance() {
    page.heading(2, "Attendance")
    let here = facts.file.attendees.filter { $0.presence == .present || $0.presence == .left }
    page.table(
      ["Present", "For", "Role"],
      here.map {
        [
          $0.member.name + ($0.presence == .left ? " (left before the end)" : ""),
          $0.member.agency.title, $0.member.role.title,
        ]
      })
    if here.isEmpty { page.paragraph("Nobody is recorded as present.") }
    people("Apologies", .apologies)
    people("Absent", .absent)
    let shortfalls = facts.file.deciding(on: nil).shortfalls
    let wasLost = facts.file.items.flatMap(\.decisions).contains { !$0.value.shortfalls.isEmpty }
    if shortfalls.isEmpty {
      page.labelled(
        "Quorum",
        wasLost ? "A quorum was present, though not on every item." : "A quorum was present.")
    } else {
      page.labelled(
        "Quorum",
        "No quorum at the end of the meeting: "
          + shortfalls.map(\.description).joined(separator: "; ") + ".")
    }
    page.labelled("Who decides", decides)
  }

  private var decides: String {
    let rule = panel.terms.decides.title
    return panel.terms.decisionMaker.isEmpty
      ? rule + "." : "\(rule); for the authority: \(panel.terms.decisionMaker)."
  }

  private mutating func people(_ name: String, _ presence: Presence) {
    let found = facts.file.attendees.filter { $0.presence == presence }
    guard !found.isEmpty else { return }
    page.labelled(
      name, found.map { "\($0.member.name) (\($0.member.agency.title))" }.joined(separator: "; "))
  }

  private mutating func interests() {
    page.heading(2, "Interests")
    var lines = facts.file.interests.map { "\($0.member): \(covered($0.nature))" }
    for entry in facts.file.items {
      lines += entry.interests.map {
        "\($0.member), in \(heading(of: entry)): \(covered($0.nature))"
      }
    }
    if lines.isEmpty {
      page.paragraph("None declared.")
    } else {
      page.list(lines)
    }
  }

  // MARK: Items

  private func covered(_ text: String) -> String {
    names == .full ? text : cover.covered(text)
  }

  /// The child's name as these minutes give it, else what the item is about.
  private func heading(of entry: ItemFile) -> String {
    guard let child = facts.children[entry.item.id] else { return covered(entry.item.value.title) }
    let title = entry.item.value.title
    let name =
      names == .full
      ? child.pupil.displayName : child.pupil.initials
    return "\(name) (\(title.isEmpty ? child.reference : title))"
  }

  private mutating func item(_ entry: ItemFile, number: Int) {
    page.heading(3, "\(number). \(heading(of: entry))")
    let subtitle = facts.subtitle(of: entry)
    if subtitle != entry.item.value.title { page.paragraph(subtitle) }
    if let ratified = facts.ratified[entry.item.id] { page.labelled("To be ratified", ratified) }
    if entry.item.value.kind == .mattersArising { earlierActions() }
    for decision in entry.decisions { write(decision.value) }
    if entry.decisions.isEmpty, !entry.item.value.kind.isForTalk {
      let state = entry.item.value.state == .parked ? "Parked; not decided." : "Not decided."
      page.strong(state)
    }
    if !entry.letters.isEmpty {
      page.labelled(
        "Letters sent",
        entry.letters.map {
          "\($0.to.title.lowercased()) on \($0.sentOn.medium), by \($0.sentBy)"
        }.joined(separator: "; ") + ".")
    }
    let notes = MinuteText.cleaned(MinuteText.trimmed(entry[.notes].text))
    if !notes.isEmpty { page.labelled("Notes", covered(notes)) }
    if !entry.actions.isEmpty {
      page.labelled("Actions", "")
      page.list(entry.actions.map { covered(PaperFacts.words(of: $0)) })
    }
  }

  private mutating func earlierActions() {
    guard !facts.earlierActions.isEmpty else { return }
    page.list(facts.earlierActions.map { covered(PaperFacts.words(of: $0)) })
  }

  private mutating func write(_ recorded: RecordedDecision) {
    let decision = recorded.decision
    let isInForce = recorded.reopening == nil
    page.strong(
      (isInForce ? "" : "No longer in force. ")
        + "\(recorded.standing.title): \(covered(facts.sentence(of: decision)))")
    if let reopening = recorded.reopening {
      page.labelled(
        "Reopened in the meeting by \(reopening.by)", covered(reopening.reason)
      )
    }
    if let ratification = recorded.ratification {
      page.paragraph(
        "\(ratification.isRatified ? "Ratified" : "Not ratified") on \(ratification.on.medium).")
    }
    if !recorded.shortfalls.isEmpty {
      page.labelled(
        "Without a quorum", recorded.shortfalls.joined(separator: "; ") + ". It is to be ratified.")
    }
    if !recorded.interested.isEmpty {
      page.labelled(
        "Not deciding, because of an interest",
        recorded.interested.map(\.member).joined(separator: "; "))
    }
    for fact in facts.facts(of: decision) { page.labelled(fact.name, covered(fact.value)) }
    for field in DecisionField.common {
      if let value = facts.value(of: field, in: decision) {
        page.labelled(field.title, covered(value))
      }
    }
    if let votes = decision.votes { page.labelled("Votes", votes.words) }
  }

  private mutating func actions() {
    let all = (facts.file.actions + facts.file.items.flatMap(\.actions)).sorted {
      $0.number < $1.number
    }
    page.heading(2, "Actions")
    if all.isEmpty { return page.paragraph("None.") }
    page.table(
      ["No.", "Action", "Owner", "Due"],
      all.map {
        [
          "\($0.number)", covered($0.action.what), covered($0.action.owner),
          $0.action.doneOn.map { "done \($0.medium)" } ?? $0.action.dueOn?.medium ?? "",
        ]
      })
  }
}

extension PaperFacts {
  /// The kind of an item, and for a child the school and year.
  func subtitle(of entry: ItemFile) -> String {
    var parts = [entry.item.value.kind.title]
    if let child = children[entry.item.id] {
      parts.append("case \(child.reference)")
      if let school = child.school { parts.append(school.name) }
      parts.append("year \(child.pupil.yearGroup)")
    }
    return parts.joined(separator: " · ")
  }

  /// An action in words: what, by whom, by when.
  static func words(of file: ActionFile) -> String {
    var words = file.action.what
    if !file.action.owner.isEmpty { words += " – \(file.action.owner)" }
    if let due = file.action.dueOn { words += ", by \(due.medium)" }
    if let done = file.action.doneOn { words += " (done \(done.medium))" }
    return words
  }
}
