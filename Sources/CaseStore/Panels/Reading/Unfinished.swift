import AlternativeProvision

/// Something of a meeting that is not finished, shown before it is closed.
public enum Unfinished: Sendable, Hashable, CustomStringConvertible {
  /// Nobody is recorded as present.
  case nobodyPresent
  /// Nobody has said whether a member came.
  case presenceUnknown(String)
  /// An item without a decision; parked, or with words typed into its form.
  case item(Identifier<AgendaItem>, title: String, isParked: Bool, hasWords: Bool)
  /// The same of a child to whom education is owed from a day before the panel meets again.
  case childWhoCannotWait(Identifier<AgendaItem>, title: String, isParked: Bool, Passing)
  /// A decision that rests on section 19 of the Education Act 1996 and does not say how.
  case reasoning(Identifier<AgendaItem>, title: String)
  /// An action that lacks something.
  case action(Identifier<PanelAction>, number: Int, problems: [ActionProblem])
  /// A decision that the next meeting has to ratify.
  case toRatify(Identifier<AgendaItem>, title: String, DecisionStanding)
  /// A decision of a meeting that is over, which nobody has noted as told to these.
  case letters(Identifier<AgendaItem>, title: String, [NoticeKind])

  /// A clock of education that runs out before the panel meets again.
  public struct Passing: Sendable, Hashable {
    /// Which clock.
    public var clock: ClockKind
    /// The day from which education is owed.
    public var due: Day
    /// The day on which the panel meets again; nil while none is on file.
    public var next: Day?

    /// The clock and both days, in words for the room as for the minutes.
    public var words: String {
      let meets = next.map { "the next meeting, \($0.medium)" } ?? "any next meeting is on file"
      return "\(due.medium) (\(clock.neutralTitle)) comes before \(meets)"
    }
  }

  /// The item that it is about; nil for what concerns the whole meeting.
  public var item: Identifier<AgendaItem>? {
    switch self {
    case .item(let item, _, _, _), .childWhoCannotWait(let item, _, _, _), .reasoning(let item, _),
      .toRatify(let item, _, _), .letters(let item, _, _):
      item
    case .nobodyPresent, .presenceUnknown, .action: nil
    }
  }

  /// The title of that item, with which the line begins.
  public var title: String? {
    switch self {
    case .item(_, let title, _, _), .childWhoCannotWait(_, let title, _, _),
      .reasoning(_, let title), .toRatify(_, let title, _), .letters(_, let title, _):
      title
    case .nobodyPresent, .presenceUnknown, .action: nil
    }
  }

  /// What is not finished, in one line.
  public var what: String {
    switch self {
    case .nobodyPresent: "nobody is recorded as present"
    case .presenceUnknown(let name): "\(name): nobody has said whether they came"
    case .item(_, let title, let isParked, let hasWords):
      "\(title) is \(isParked ? "parked" : "not decided")"
        + (hasWords ? ", though something is written" : "")
    case .childWhoCannotWait(_, let title, let isParked, let passing):
      "\(title) is \(isParked ? "parked" : "not decided"), and \(passing.words)"
    case .reasoning(_, let title): "\(title): no section 19 reasoning is recorded"
    case .action(_, let number, let problems):
      "action \(number): \(problems.map(\.description).joined(separator: "; "))"
    case .toRatify(_, let title, let standing):
      "\(title): \(standing.title.lowercased()) by the next meeting"
    case .letters(_, let title, let kinds):
      "\(title): letter \(kinds.map { $0.title.lowercased() }.joined(separator: " and ")) not sent"
    }
  }

  /// What to do about it; nil where that says itself.
  public var whatToDo: String? {
    switch self {
    case .nobodyPresent: "record who is here"
    case .presenceUnknown: "record whether they were present or sent apologies"
    case .item(_, _, _, let hasWords):
      hasWords
        ? "confirm it, or leave it for the next meeting"
        : "decide it, drop it, or leave it for the next meeting"
    case .childWhoCannotWait: "decide it, or let the chair act: it does not wait for a meeting"
    case .reasoning: "reopen the decision and write whether education is reasonably available"
    case .letters: "note it as sent once it has gone out"
    case .action, .toRatify: nil
    }
  }

  /// What is not finished, and what to do.
  public var description: String { whatToDo.map { "\(what); \($0)" } ?? what }
}

extension MeetingFile {
  /// The clock of a child's education that runs out before the panel meets again; nil where none does,
  /// or it has run out before this meeting and waits for none.
  public func passing(_ item: AgendaItem) -> Unfinished.Passing? {
    guard item.isAboutChild, let clock = item.clock, let due = item.dueOn, clock.isOwedEducation,
      due >= meeting.value.heldOn, due < nextMeeting ?? meeting.value.heldOn.adding(days: 28)
    else { return nil }
    return Unfinished.Passing(clock: clock, due: due, next: nextMeeting)
  }

  /// What is not finished, most pressing first.
  public func unfinished() -> [Unfinished] {
    var found: [Unfinished] = []
    if !attendees.contains(where: { $0.presence == .present || $0.presence == .left }) {
      found.append(.nobodyPresent)
    }
    for entry in items where entry.item.value.state == .waiting || entry.item.value.state == .parked
    {
      let isParked = entry.item.value.state == .parked
      // Notes are minuted as they stand; what is only for talk needs no decision.
      let hasWords = entry.words.contains {
        $0.key != .notes && !$0.value.text.allSatisfy(\.isWhitespace)
      }
      if entry.item.value.kind.isForTalk, !isParked, !hasWords { continue }
      if let passing = passing(entry.item.value) {
        found.append(
          .childWhoCannotWait(
            entry.item.id, title: entry.item.value.title, isParked: isParked, passing))
        continue
      }
      found.append(
        .item(
          entry.item.id, title: entry.item.value.title, isParked: isParked, hasWords: hasWords))
    }
    if panel.value.kind.weighsSection19, meeting.value.state != .minutesApproved {
      for entry in items where entry.item.value.isAboutChild {
        guard let decision = entry.decision?.value.decision, decision.option.restsOnSection19,
          decision.section19.allSatisfy(\.isWhitespace)
        else { continue }
        found.append(.reasoning(entry.item.id, title: entry.item.value.title))
      }
    }
    for action in actions + items.flatMap(\.actions) where !action.saysNothing {
      let problems = action.action.problems(on: meeting.value.heldOn)
      if !problems.isEmpty {
        found.append(.action(action.id, number: action.number, problems: problems))
      }
    }
    found += attendees.filter { $0.presence == .expected }.map {
      .presenceUnknown($0.member.name)
    }
    for entry in items {
      if let decision = entry.decision, decision.value.awaitsRatification {
        found.append(
          .toRatify(entry.item.id, title: entry.item.value.title, decision.value.standing))
      }
    }
    // Nobody writes letters while the panel sits.
    if meeting.value.state.isOver {
      for entry in items where !entry.lettersDue.isEmpty {
        found.append(.letters(entry.item.id, title: entry.item.value.title, entry.lettersDue))
      }
    }
    return found
  }
}
