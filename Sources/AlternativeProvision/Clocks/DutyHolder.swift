/// Who must act before a clock runs out.
public enum DutyHolder: String, CaseIterable, Sendable {
  /// The authority where the child lives.
  case homeAuthority
  /// The authority in whose area the school is.
  case schoolAuthority
  /// The authority that maintains the EHC plan.
  case planAuthority
  /// The school, by its head teacher or proprietor.
  case school
  /// The governing board, management committee or academy trust board.
  case governingBoard
  /// The academy trust, which arranges its own review panels.
  case academyTrust
  /// The parent, or the pupil from 18: a window for them, no duty.
  case parent
}

extension DutyHolder: Titled {
  /// The holder in words, as in "home authority".
  public var title: String {
    switch self {
    case .homeAuthority: "home authority"
    case .schoolAuthority: "school's authority"
    case .planAuthority: "plan's authority"
    case .school: "school"
    case .governingBoard: "governing board"
    case .academyTrust: "academy trust"
    case .parent: "parent"
    }
  }

  /// The holder as the service abbreviates it.
  public var shortTitle: String {
    switch self {
    case .homeAuthority: "home LA"
    case .schoolAuthority: "school LA"
    case .planAuthority: "plan LA"
    case .school: "school"
    case .governingBoard: "GB"
    case .academyTrust: "trust"
    case .parent: "parent"
    }
  }
}
