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
    // A blank line parts them: without it the heading would be a row of the table of actions.
    return text + "\n" + page.text
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
