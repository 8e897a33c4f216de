/// How an exclusion came to an end otherwise than by running out: four ends, not to be confused.
enum ExclusionEnding {
  /// When and how the exclusion ended, or nil while it stands.
  ///
  /// Upholding ends nothing, and quashing neither: the board decides again, and a permanent exclusion that
  /// was quashed and not reinstated remains one.
  static func of(_ exclusion: Exclusion) -> (day: Day, remark: Remark)? {
    let onRecord = dayOnRecord(exclusion)
    switch exclusion.outcome {
    case .pending, .upheld:
      return onRecord.map { ($0, .day("The governing board reinstated the pupil on", $0, ".")) }
    case .cancelled:
      let day = onRecord ?? exclusion.firstDay
      return (
        day,
        .day(
          "Cancelled by the head teacher on", day,
          "; days already served still count towards the year's 45.")
      )
    case .reinstated:
      let day = onRecord ?? exclusion.governors.metOn ?? exclusion.firstDay
      return (day, .day("The governing board reinstated the pupil on", day, "."))
    case .quashed: return nil
    }
  }

  /// The day from which the record itself says that the exclusion was over; nil where it does not say,
  /// or the exclusion stands.
  static func dayOnRecord(_ exclusion: Exclusion) -> Day? {
    let governors = exclusion.governors
    switch exclusion.outcome {
    case .pending, .upheld:
      // The decision ends it by itself, though nobody has noted yet how the exclusion stands.
      return governors.decision == .reinstatedAtOnce ? governors.metOn : nil
    case .cancelled: return exclusion.endedOn
    case .quashed: return nil
    case .reinstated:
      if let ended = exclusion.endedOn { return ended }
      switch governors.decision {
      case .reinstatedAtOnce, nil: return governors.metOn
      // The board reconsidered, after a review.
      case .declinedToReinstate: return exclusion.review.reconsideredOn
      case .reinstatedByDate: return nil
      }
    }
  }
}

extension Exclusion {
  /// Whether two permanent exclusions cannot both be true, because a school excluded a child whom it
  /// had not taken back: the later begins while the earlier stands.
  public func cannotStandBeside(_ other: Exclusion) -> Bool {
    guard category == .permanent, other.category == .permanent, pupil == other.pupil,
      school == other.school, outcome != .cancelled, other.outcome != .cancelled
    else { return false }
    let (earlier, later) = firstDay <= other.firstDay ? (self, other) : (other, self)
    return ExclusionEnding.of(earlier).map { $0.day > later.firstDay } ?? true
  }

  /// Whether education from a sixth day may be owed because of it: it lasts that long, has not ended, and
  /// is of the year that ends on a day.
  public func isUnderSixthDayDuty(by day: Day) -> Bool {
    guard ExclusionEnding.of(self) == nil, day.days(since: firstDay) < 366 else { return false }
    switch category {
    case .permanent: return true
    // A part of a day is a day out: five and a half days reach into a sixth.
    case .suspension: return (sessions ?? 0) + (firstSession == .afternoon ? 1 : 0) > 10
    case .lunchtime: return false
    }
  }
}
