import AlternativeProvision
import CaseStore
import TerminalUI

extension KeyContext {
  /// The providers beside a brief: letters find one, and what they would do elsewhere needs Alt.
  public static let providers = KeyContext(
    "providers", title: "The providers of a meeting", takesText: true)
}

extension DashboardKeys {
  static let providers = [
    Bound(
      .meeting(.choose), ["enter"], "Choose", "Take the provider that is selected",
      in: .providers, prominence: 96),
    Bound(.up, ["up", "ctrl+p"], "Up", "One line up", in: .providers),
    Bound(.down, ["down", "ctrl+n"], "Down", "One line down", in: .providers),
    Bound(.pageUp, ["pageup"], "Page up", "One page up", in: .providers),
    Bound(.pageDown, ["pagedown"], "Page down", "One page down", in: .providers),
    Bound(.top, ["home"], "First", "To the first", in: .providers),
    Bound(.bottom, ["end"], "Last", "To the last", in: .providers),
    Bound(
      .meeting(.stepOut), ["esc"], "Brief", "Back to the brief", in: .providers, prominence: 95),
    Bound(
      .meeting(.nextPane), ["tab", "right"], "Pane", "Go on to the decision", in: .providers,
      prominence: 75),
    Bound(
      .meeting(.previousPane), ["shift+tab", "left"], "Pane before", "Go back to the brief",
      in: .providers),
    Bound(
      .meeting(.zoom), ["alt+z"], "Zoom", "Give the providers the whole screen, and back",
      in: .providers, prominence: 68),
    Bound(
      .meeting(.nextItem), ["alt+n", "F8"], "Next", "Go to the next item", in: .providers,
      prominence: 60),
    Bound(
      .meeting(.previousItem), ["alt+p", "F7"], "Before", "Go to the item before",
      in: .providers),
    Bound(
      .meeting(.reveal), ["alt+v"], "Reveal", "Show for this item what is covered",
      in: .providers),
    Bound(
      .meeting(.addAction), ["alt+a"], "Action", "Add an action to this item", in: .providers),
    Bound(.meeting(.confirm), ["alt+c", "F9"], "Confirm", "Confirm the decision", in: .providers),
    helping(in: .providers, prominence: 80),
  ]
}

extension MeetingScreen {
  /// Whether the cursor is among providers, where letters find one and are no commands: whoever types a
  /// name there must not uncover the screen or park the item.
  var isFinding: Bool { part == .options && view?.options.isEmpty == false }

  /// Goes to the provider whose name answers to the letters typed so far.
  mutating func find(_ key: Key, _ desk: Desk) -> Outcome {
    guard let all = view?.options else { return .stay }
    var letters = finding
    if key.code == .backspace {
      letters = String(letters.dropLast())
    } else if let typed = key.typed {
      letters.unicodeScalars.append(typed)
    } else {
      return .stay
    }
    let words = SearchWords(letters)
    guard !words.isEmpty else {
      finding = ""
      return everything()
    }
    let found = all.indices.compactMap { place in
      words.rank(of: all[place].provider.value.name).map { (rank: $0, place: place) }
    }
    guard let best = found.min(by: { ($0.rank, $0.place) < ($1.rank, $1.place) }) else {
      // The letters are not repeated: they may have been meant for another field.
      return .message(
        Message(
          .notice,
          "No provider has these letters: \(desk.key(.meeting(.stepOut), in: .providers)) goes back."
        ))
    }
    finding = letters
    options.select(best.place, of: all.count)
    return everything()
  }
}
