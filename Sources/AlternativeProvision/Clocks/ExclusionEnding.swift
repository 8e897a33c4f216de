/// How an exclusion came to an end otherwise than by running out: four ends, not to be confused.
enum ExclusionEnding {
  /// When and how the exclusion ended, or nil while it stands.
  ///
  /// Upholding ends nothing. Quashing ends nothing by itself either: the board decides again, and a
  /// permanent exclusion that was quashed and not reinstated remains one.
  static func of(_ exclusion: Exclusion) -> (day: Day, remark: Remark)? {
    switch exclusion.outcome {
    case .pending, .upheld:
      // The decision ends it by itself, though nobody has noted yet how the exclusion stands.
      guard exclusion.governors.decision == .reinstatedAtOnce, let day = exclusion.governors.metOn
      else { return nil }
      return (day, .day("The governing board reinstated the pupil on", day, "."))
    case .cancelled:
      let day = exclusion.endedOn ?? exclusion.firstDay
      return (
        day,
        .day(
          "Cancelled by the head teacher on", day,
          "; days already served still count towards the year's 45.")
      )
    case .reinstated:
      let day = exclusion.endedOn ?? exclusion.governors.metOn ?? exclusion.firstDay
      return (day, .day("The governing board reinstated the pupil on", day, "."))
    case .quashed:
      guard let day = exclusion.endedOn else { return nil }
      return (day, .day("Ended after a review panel quashed the board's decision, on", day, "."))
    }
  }
}
