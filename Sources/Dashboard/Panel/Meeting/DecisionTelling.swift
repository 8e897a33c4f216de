import AlternativeProvision
import CaseStore

/// What a panel is told before it confirms a decision, in the words that the minutes keep.
struct DecisionTelling {
  private let decision: Decision
  private let item: ItemFile
  private let file: MeetingFile
  private let view: ItemView?
  private let desk: Desk

  init(
    _ decision: Decision, on item: ItemFile, in file: MeetingFile, _ view: ItemView?, _ desk: Desk
  ) {
    self.decision = decision
    self.item = item
    self.file = file
    self.view = view
    self.desk = desk
  }

  private var cautions: [DecisionCaution] {
    decision.cautions(
      provider: view?.options.first { $0.provider.id == decision.provider },
      clocks: view?.brief.clocks ?? [], meeting: file.meeting.value.heldOn,
      pupil: view?.brief.pupil?.value, calendar: view?.brief.calendar,
      targets: desk.reading { try desk.caseload.localTargets() } ?? .usual)
  }

  /// Everything that spoke against the decision as it was confirmed.
  var words: [String] {
    var words = cautions.map(\.description)
    for action in item.actions where !action.saysNothing {
      words += action.action.problems(on: file.meeting.value.heldOn).map {
        "action \(action.number): \($0.description)"
      }
    }
    return words
  }

  /// What was noted, of a decision that is no more than that.
  var notes: String? {
    let notes = MinuteText.oneLine(MinuteText.trimmed(item[.notes].text))
    guard decision.option == .note, !notes.isEmpty else { return nil }
    return desk.sharedView.text(notes, under: view?.cover ?? .everything)
  }

  /// Whether a case is opened for a child who gets no place.
  var opensCase: Bool {
    guard view?.brief.file == nil, view?.brief.referral != nil, !decision.placesChild else {
      return false
    }
    switch decision.option {
    case .chairsAction: return true
    case .decline, .eotas:
      return decision.declineRoute == .fairAccess
        || cautions.contains { if case .dutyStillOwed = $0 { true } else { false } }
    default: return false
    }
  }
}
