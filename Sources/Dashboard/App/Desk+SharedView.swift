import AlternativeProvision
import CaseStore
import TerminalUI

/// What the screens say of a child, whether or not others can see them: every name goes through here.
extension Desk {
  /// Whether others can see the screen, so that children are initials and a reference.
  var isShared: Bool { sharedView.isOn }

  /// The child as a title names it: "FOX, Aaliyah", or "AF · AP-2026-0412" where others can see.
  func displayName(of file: CaseFile) -> String {
    sharedView.name(of: file.pupil.value, reference: file.file.value.reference)
  }

  /// The child as a sentence names it: "Aaliyah Fox", or "AF · AP-2026-0412" where others can see.
  func spokenName(of file: CaseFile) -> String {
    let pupil = file.pupil.value
    return isShared
      ? pupil.coveredName(reference: file.file.value.reference) : pupil.spokenName
  }

  /// What covers names in words that are said or typed in a meeting: those of every child of the meeting
  /// and their families, and the full name of any other child; every word where those can't be read.
  func nameCover(of meeting: Identifier<Meeting>) -> NameCover {
    let cover = reading { try caseload.nameCover(of: meeting) }
    return withOthers(cover ?? .everything)
  }

  /// The same for words that belong to no meeting.
  func nameCover(of pupil: Pupil? = nil) -> NameCover {
    withOthers(pupil.map { NameCover($0) } ?? NameCover())
  }

  /// A cover that covers the full name of any other child too, and telephone numbers; every word where
  /// it can't be read who there is.
  func withOthers(_ cover: NameCover) -> NameCover {
    guard !cannotReadNames, !cover.coversEverything else { return .everything }
    var cover = cover
    cover.book = names
    cover.coversNumbers = true
    return cover
  }

  /// What covers a message, which must be read to be of use: where it can't be read who there is, only
  /// what looks like a full name.
  var messageCover: NameCover {
    guard cannotReadNames else { return nameCover() }
    var cover = NameCover()
    cover.book = .anyone
    cover.coversNumbers = true
    return cover
  }

  /// Words about a child as they may be shown: the child's names and the social worker's reduced to
  /// initials where others can see.
  func shown(_ text: String, about file: CaseFile) -> String {
    sharedView.text(text, under: nameCover(of: file.pupil.value))
  }

  /// Lines about a child as they may be shown.
  func shown(_ lines: [TextLine], about file: CaseFile) -> [TextLine] {
    guard isShared else { return lines }
    let cover = nameCover(of: file.pupil.value)
    return lines.map { line in
      var line = line
      line.spans = line.spans.map { Span(cover.covered($0.text), $0.style) }
      return line
    }
  }

  /// A row of a list as it may be shown: without the name, and without what safeguarding covers.
  func shown(_ row: CaseRow) -> CaseRow {
    guard isShared else { return row }
    var row = row
    row.name = shownName(row.name, reference: row.reference)
    if sharedView.covers(.care) { row.flags.subtract([.lookedAfter, .socialWorker]) }
    // A plan tells of needs: of three letters one that stays would say the most.
    if sharedView.covers(.plan) {
      row.flags.remove(.plan)
      // As every review is called where others can see.
      if row.nextClock?.kind == .annualReview { row.nextClock?.kind = .placementReview }
    }
    return row
  }

  /// What clocks are worked out from as it may be shown: that guidance looks for education from the first
  /// day tells that a child is looked after or has a social worker, and no deadline hangs on it.
  func shown(_ facts: CaseFacts) -> CaseFacts {
    guard sharedView.covers(.care) else { return facts }
    var facts = facts
    facts.pupil.isLookedAfter = false
    facts.pupil.hasSocialWorker = false
    return facts
  }

  /// A child of a list, by the list's name for it, as it may be shown.
  func shownName(_ name: String, reference: String) -> String {
    guard isShared else { return name }
    let initials = NameText.initials(of: name)
    return reference.isEmpty ? initials : "\(initials) · \(reference)"
  }

  /// The step by which a pane was narrowed, as it may be shown: by a route it would say the route of
  /// every child in it.
  func shownTitle(of step: NarrowingStep) -> String {
    if case .route = step, sharedView.covers(.route) { return "One route" }
    return step.title
  }

  /// Words typed to find a child, which may be its name.
  func shownFilter(_ words: String) -> String {
    isShared ? Wording.dots(words) : words
  }
}
