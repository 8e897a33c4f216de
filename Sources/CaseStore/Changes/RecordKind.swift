/// The sorts of record that the door takes and the journal speaks of.
public enum RecordKind: String, CaseIterable, Sendable {
  case school, provider, pupil, exclusion
  case caseFile = "case"
  case placement, view
  case qualityVisit = "visit"
  case calendarYear = "calendar"
  case bankHoliday = "bank holiday"
  case localTarget = "local target"
  case setting
  /// A batch of attendance marks: how many were added, changed and left.
  case marks
  /// One attendance mark whose code or provider changed; the subject is the pupil.
  case mark
  case panel, referral, meeting
  case attendee
  case interest
  case agendaItem = "agenda item"
  case decision, ratification, action, minutes
  case correction
  /// That a letter with a decision went out.
  case letter

  /// What the record is called in a message.
  var title: String {
    switch self {
    case .qualityVisit: "quality visit"
    case .marks, .mark: "attendance mark"
    default: rawValue
    }
  }
}
