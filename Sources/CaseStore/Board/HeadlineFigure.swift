import AlternativeProvision

/// A figure that counts cases, and by which they can be narrowed to exactly those: those of the headline,
/// and the missed deadlines, for which it has no room.
public enum HeadlineFigure: String, CaseIterable, Sendable {
  case pastDaySix = "past-day-six"
  case reachingDaySix = "reaching-day-six"
  /// Nobody can say when the sixth school day is or was, and no education is in place.
  case daySixUnknown = "day-six-unknown"
  case otherOverdue = "other-overdue"
  /// The next clock, other than that of an open mark, runs out today or within two school days.
  case dueWithinTwoSchoolDays = "two-days"
  /// By then a mark of unexplained absence (N) is to have its reason. There are many of these, each
  /// a school's or a provider's to write down, and counted with the others they would hide what presses.
  case openMarks = "open-marks"
  case outOfEducation = "out"
  case collapsed
  /// A deadline passed unmet and is owed no longer, so that no other figure counts the case for it.
  case missed
}

/// The columns from which it follows which figures count a row.
///
/// They are held apart from their owner: looked at through it, each would be checked anew at every row.
struct FigureColumns {
  private let group: [UInt8]
  private let clock: [UInt8]
  private let bits: [UInt8]
  private let fall: [UInt8]
  private let attended: [UInt8]
  private let possible: [UInt8]
  private let missed: [UInt8]

  init(_ columns: CaseColumns) {
    group = columns.group
    clock = columns.clock
    bits = columns.bits
    fall = columns.fall
    attended = columns.attended
    possible = columns.possible
    missed = columns.missed
  }

  @inline(__always)
  private func isSoon(_ group: StateGroup?) -> Bool {
    group == .dueToday || group == .dueWithinTwoSchoolDays
  }

  /// Whether a figure counts a row.
  @inline(__always)
  func counts(_ figure: HeadlineFigure, row: Int) -> Bool {
    let group = StateGroup(rawValue: self.group[row])
    switch figure {
    case .pastDaySix: return group == .pastDaySix
    case .reachingDaySix:
      return bits[row] & CaseBits.sixthDayOwed.rawValue != 0
        && (group == .dueToday || group == .dueWithinTwoSchoolDays || group == .dueThisWeek)
    case .daySixUnknown: return group == .daySixUnknown
    case .otherOverdue: return group == .overdue
    case .dueWithinTwoSchoolDays:
      return isSoon(group) && clock[row] != CaseColumns.openMark
    case .openMarks: return isSoon(group) && clock[row] == CaseColumns.openMark
    case .outOfEducation: return bits[row] & CaseBits.outOfEducation.rawValue != 0
    case .missed: return missed[row] & CaseColumns.missedBit != 0
    case .collapsed:
      return fall[row] >= UInt8(CaseRow.collapse)
        && UInt16(attended[row]) * 2 <= UInt16(possible[row])
    }
  }
}
