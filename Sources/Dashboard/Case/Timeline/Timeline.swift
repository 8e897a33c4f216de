import AlternativeProvision

/// Everything that is known to have happened to a child, in order, from the facts of the case.
struct Timeline: Equatable {
  /// One thing that happened, or is agreed to happen.
  struct Event: Equatable {
    var day: Day
    var kind: Kind
    var text: String
  }

  /// What sort of thing it was, which decides its mark.
  enum Kind: Equatable {
    case exclusion, decision, file, placement, view, quality, missed
  }

  /// Latest first, so that what matters now is on the first line.
  private(set) var events: [Event] = []

  /// The story of one case.
  ///
  /// - Parameter shared: Who can see: why a child is here, was excluded or left, illness, what a panel
  ///   decided and agreed in words and whom a letter went to are covered where others can.
  init(
    file: Case, exclusions: [(Exclusion, school: String)], placements: [(Placement, at: String)],
    views: [View], missed: [(Day, String)] = [], firstIll: Day? = nil,
    decisions: [RecordedDecision] = [], actions: [PanelAction] = [], letters: [SentLetter] = [],
    shared: SharedView
  ) {
    let route = shared.covers(.route) ? "" : ": \(file.route.title)"
    add(file.openedOn, .file, "Case \(file.reference) opened\(route)")
    add(file.section19AcceptedOn, .decision, "Section 19 duty accepted")
    add(file.fairAccessAgreedOn, .decision, "Agreed for fair access")
    add(file.fairAccessPlacedOn, .decision, "School place allocated under fair access")
    add(direction: file.direction)
    let closing = shared.covers(.remark) ? nil : file.closingReason
    add(file.closedOn, .file, "Case closed" + (closing.map { ": \($0)" } ?? ""))
    for (exclusion, school) in exclusions {
      add(exclusion, school: school, shared)
    }
    for (placement, provider) in placements {
      add(placement, at: provider, shared)
    }
    for (day, text) in missed { add(day, .missed, text) }
    if !shared.covers(.attendanceCodes) {
      add(firstIll, .file, "First day away through illness on the register")
    }
    for decision in decisions { add(decision, shared) }
    for action in actions {
      let what = shared.covers(.action) ? Wording.covered : action.what
      add(action.doneOn, .decision, "Done: \(what)")
    }
    for letter in letters {
      let name =
        letter.addressee.isEmpty || shared.covers(.contact) ? "" : ", \(letter.addressee),"
      add(
        letter.sentOn, .decision,
        "Panel's letter \(letter.to.title.lowercased())\(name) sent by \(letter.sentBy)")
    }
    for view in views { add(view.givenOn, .view, "\(view.voice.title)'s view recorded") }
    let order = events.indices.sorted {
      events[$0].day != events[$1].day ? events[$0].day > events[$1].day : $0 > $1
    }
    events = order.map { events[$0] }
  }

  private mutating func add(_ day: Day?, _ kind: Kind, _ text: String) {
    if let day { events.append(Event(day: day, kind: kind, text: text)) }
  }

  private mutating func add(direction: OffSiteDirection?) {
    guard let direction else { return }
    add(direction.noticeGivenOn, .decision, "Notice of off-site direction given")
    add(direction.firstDay, .placement, "Off-site direction begins")
    add(direction.reviewRequestedOn, .decision, "Review of the direction asked for")
    add(direction.reviewHeldOn, .decision, "Review of the direction held")
  }

  private mutating func add(_ exclusion: Exclusion, school: String, _ shared: SharedView) {
    let length = exclusion.sessions.map { " for \(Timeline.days(halves: $0))" } ?? ""
    let names = exclusion.reasons.map {
      Codes.exclusionReasons.meaning(of: $0, on: exclusion.firstDay)
    }
    let reasons =
      names.isEmpty || shared.covers(.exclusionReason) ? "" : ": \(names.joined(separator: "; "))"
    add(
      exclusion.firstDay, .exclusion,
      "\(exclusion.category.title)\(length) from \(school)\(reasons)")
    add(exclusion.authorityNotifiedOn, .decision, "Authority told of the exclusion")
    if exclusion.outcome != .pending {
      add(exclusion.endedOn, .decision, "Exclusion \(exclusion.outcome.title.lowercased())")
    }
    let governors = exclusion.governors
    add(governors.notifiedOn, .decision, "Governing board received notice")
    add(governors.representationsOn, .decision, "Parent made representations")
    add(
      governors.metOn, .decision,
      "Governing board met" + (governors.decision.map { ": \($0.title.lowercased())" } ?? ""))
    let review = exclusion.review
    add(review.waivedOn, .decision, "Parent will not ask for an independent review")
    add(review.claimDeterminedOn, .decision, "Discrimination claim finally determined")
    add(review.appliedOn, .decision, "Independent review asked for")
    add(
      review.hearingOn, .decision,
      "Independent review heard" + (review.decision.map { ": \($0.title.lowercased())" } ?? ""))
    add(review.reconsideredOn, .decision, "Governing board reconsidered")
  }

  /// A panel's decision with its reasons: who decided what, and why, is what a case is asked for most.
  private mutating func add(_ decision: RecordedDecision, _ shared: SharedView) {
    var words = "Panel: "
    if shared.covers(.decision) {
      words += "\(Wording.covered). \(decision.standing.title)"
    } else {
      words += Timeline.words(of: decision)
    }
    if let reopening = decision.reopening {
      let why =
        shared.covers(.remark)
        ? Wording.covered : MinuteText.oneLine(MinuteText.trimmed(reopening.reason))
      words += ". Taken up again, and no longer in force: \(why)"
    }
    if !shared.covers(.rationale) {
      for field in [DecisionField.rationale, .section19] {
        let text = MinuteText.trimmed(decision.decision.text(of: field) ?? "")
        guard !text.isEmpty else { continue }
        // What was typed may end a sentence by itself.
        words += words.last == "." ? " " : ". "
        words += "\(field.title): \(MinuteText.oneLine(text))"
      }
    }
    add(decision.confirmedOn, .decision, words)
    if let ratified = decision.ratification {
      add(
        ratified.on, .decision,
        ratified.isRatified ? "Panel ratified it" : "Panel did not ratify it")
    }
  }

  /// What was decided, with its standing: a refusal to ratify by its own name, and a chair's action by one
  /// name and not by two.
  private static func words(of recorded: RecordedDecision) -> String {
    let decision = recorded.decision
    switch decision.option {
    case .ratify: return decision.isAgreed == true ? "Ratified" : "Not ratified"
    case .chairsAction: return recorded.standing.title
    default: return "\(DecisionWords.title(of: decision)). \(recorded.standing.title)"
    }
  }

  private mutating func add(_ placement: Placement, at provider: String, _ shared: SharedView) {
    add(
      placement.startsOn, .placement,
      "Placed at \(provider), \(NumberText.count(placement.sessionsPerWeek, "session")) a week")
    add(placement.lastVisitedOn, .quality, "Monitoring visit at \(provider)")
    add(placement.lastReviewedOn, .quality, "Placement at \(provider) reviewed")
    add(
      placement.endedOn, .placement,
      "Left \(provider)"
        + (shared.covers(.accounts) ? "" : placement.outcome.map { ": \($0)" } ?? ""))
  }

  /// "2½ days" for five sessions.
  static func days(halves: Int) -> String {
    let whole = halves / 2
    if halves % 2 == 0 { return NumberText.count(whole, "day") }
    return whole == 0 ? "half a day" : "\(whole)½ days"
  }
}
