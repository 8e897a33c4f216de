import AlternativeProvision
import CaseStore

/// What an overlay or a change that was carried out tells a screen of the panel.
enum PanelAnswer: Equatable {
  /// What a sheet held is on file.
  case saved
  /// A choice for the field of that name: what is kept, and what is shown.
  case picked(String, value: String, shown: String)
  /// A meeting of a panel was made for a day.
  case meetingMade(Identifier<Panel>, Day)
  /// The meeting was opened.
  case meetingOpened
  /// The agenda was built again.
  case agendaBuilt
  /// Items for the agenda.
  case taken([AgendaItem])
  /// A child, with the case that is open where one is.
  case child(Identifier<Pupil>, Identifier<Case>?)
  /// A child who is not on file, by what was typed.
  case newChild(String)
  /// An interest to take back: in an item, or in the panel's business for nil.
  case withdrawn(Identifier<AgendaItem>?)
}
