import AlternativeProvision
import CaseStore

/// What an overlay over a meeting's item hands back to it.
enum MeetingAnswer: Equatable {
  /// A value for a field of the decision, as the store keeps it.
  case value(DecisionField, String)
  /// Go to this item.
  case jump(Identifier<AgendaItem>)
  /// Go to this field, where something is missing.
  case goTo(DecisionField?)
  /// Uncover a matter for this item, or cover it again; nil for all of them.
  case reveal(CoveredMatter?)
  /// The item is done with, decided or parked: the next one comes up.
  case itemDone
  /// An action was added: go to what is newest.
  case actionAdded
}
