extension Exclusion {
  /// Its length in school days; a lunchtime is half of one, a permanent exclusion has none.
  public var days: Double? { sessions.map { Double($0) / 2 } }

  /// Its length in words: "2½ days", "1 day", "permanent".
  public var lengthText: String {
    guard category != .permanent, let sessions else {
      return category == .permanent ? "permanent" : "unknown"
    }
    return HalfDays.counted(sessions)
  }

  /// Everything about it that cannot be; empty for a sound record.
  public func problems() -> [ExclusionProblem] {
    lengthProblems() + reasonProblems() + governorsProblems() + reviewProblems()
  }

  private func lengthProblems() -> [ExclusionProblem] {
    switch (category, sessions) {
    case (.permanent, .some): return [.permanentWithLength]
    case (.permanent, nil): return []
    case (_, nil): return [.lengthMissing]
    case (.lunchtime, .some(let sessions)): return sessions == 1 ? [] : [.lunchtimeNotOneSession]
    case (.suspension, .some(let sessions)):
      if sessions <= 0 { return [.lengthNotPositive] }
      return sessions > ExclusionProblem.mostSessions ? [.overYearLimit(sessions: sessions)] : []
    }
  }

  private func reasonProblems() -> [ExclusionProblem] {
    guard !reasons.isEmpty else { return [.reasonMissing] }
    var found: [ExclusionProblem] = reasons.count > 3 ? [.tooManyReasons(reasons.count)] : []
    var seen: Set<String> = []
    for reason in reasons {
      do throws(CodeProblem) {
        let entry = try Codes.exclusionReasons.require(reason, on: firstDay)
        if !seen.insert(entry.code).inserted { found.append(.reasonTwice(entry.code)) }
      } catch {
        found.append(.reason(reason, error))
      }
    }
    return found
  }

  private func governorsProblems() -> [ExclusionProblem] {
    var found: [ExclusionProblem] = []
    if governors.decision != nil, governors.metOn == nil { found.append(.decisionWithoutMeeting) }
    if outcome == .upheld, let decision = governors.decision, decision != .declinedToReinstate {
      found.append(.upheldThoughReinstated)
    }
    if outcome == .reinstated, ExclusionEnding.dayOnRecord(self) == nil {
      found.append(.reinstatedWithoutDay)
    }
    if outcome == .quashed, review.decision != .quashed { found.append(.quashedWithoutReview) }
    if outcome == .quashed, endedOn != nil { found.append(.quashedWithEnd) }
    let orders = [
      DatesOutOfOrder(
        "notice to the governing board", governors.notifiedOn, "its meeting", governors.metOn),
      DatesOutOfOrder(
        "the governing board's meeting", governors.metOn, "the notice of its decision",
        governors.noticeSentOn),
    ]
    return found + orders.compactMap { $0.map(ExclusionProblem.dates) }
  }

  private func reviewProblems() -> [ExclusionProblem] {
    if category != .permanent { return review == IndependentReview() ? [] : [.reviewNotPossible] }
    var found: [ExclusionProblem] = []
    if review.decision != nil, review.hearingOn == nil { found.append(.reviewWithoutHearing) }
    let orders = [
      DatesOutOfOrder(
        "the governing board's meeting", governors.metOn, "the application for review",
        review.appliedOn),
      DatesOutOfOrder(
        "the application for review", review.appliedOn, "the hearing", review.hearingOn),
      DatesOutOfOrder(
        "the hearing", review.hearingOn, "the notice of the panel's decision",
        review.noticeSentOn),
      DatesOutOfOrder(
        "the hearing", review.hearingOn, "the reconsideration", review.reconsideredOn),
    ]
    return found + orders.compactMap { $0.map(ExclusionProblem.dates) }
  }
}

/// Something about an exclusion that cannot be.
public enum ExclusionProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// A permanent exclusion has a length.
  case permanentWithLength
  /// A suspension has none.
  case lengthMissing
  /// A suspension of no session.
  case lengthNotPositive
  /// A lunchtime suspension of another length.
  case lunchtimeNotOneSession
  /// One suspension longer than all of a year may be: ExReg reg 4.
  case overYearLimit(sessions: Int)
  /// No reason is given.
  case reasonMissing
  /// More than three reasons are given.
  case tooManyReasons(Int)
  /// One reason is given twice.
  case reasonTwice(String)
  /// A reason is not one in force on the first day.
  case reason(String, CodeProblem)
  /// The governing board decided without having met.
  case decisionWithoutMeeting
  /// The governing board reinstated, and the exclusion is said to stand.
  case upheldThoughReinstated
  /// The pupil was reinstated, and nothing says on which day.
  case reinstatedWithoutDay
  /// It is given as quashed, which only a review panel can do, and no panel's decision says so.
  case quashedWithoutReview
  /// It is given as quashed and as ended: the board has to decide again, and quashing reinstates nobody.
  case quashedWithEnd
  /// The review panel decided without a hearing.
  case reviewWithoutHearing
  /// Only a permanent exclusion can be reviewed by a panel.
  case reviewNotPossible
  /// Two dates are out of order.
  case dates(DatesOutOfOrder)

  /// Half days in the 45 school days that a year allows.
  static let mostSessions = 90

  /// What is wrong, and what would be right.
  public var description: String {
    switch self {
    case .permanentWithLength: "a permanent exclusion has no length; leave the sessions empty"
    case .lengthMissing: "a suspension has a length in sessions (half days), stated at the outset"
    case .lengthNotPositive: "a suspension lasts one session (half a day) at least"
    case .lunchtimeNotOneSession: "a lunchtime suspension counts as one session"
    case .overYearLimit(let sessions):
      "\(HalfDays.counted(sessions)) is more than the 45 school days that a year allows; give "
        + "the length in sessions of half a day"
    case .reasonMissing: "an exclusion has one to three reasons"
    case .tooManyReasons(let count):
      "an exclusion has one to three reasons; this has \(count), keep the most serious three"
    case .reasonTwice(let code): "the reason \(code) is given twice; leave it out once"
    case .reason(let code, let problem): "reason \(code): \(problem)"
    case .decisionWithoutMeeting:
      "the governing board has a decision but no meeting; give the date on which it met"
    case .upheldThoughReinstated:
      "the governing board reinstated the pupil, so the exclusion is not upheld; give the outcome as "
        + "reinstated, with the day on which it ended"
    case .reinstatedWithoutDay:
      "it does not say from which day the pupil was reinstated; give the day on which the exclusion ended"
    case .quashedWithoutReview:
      "only a review panel quashes; give its hearing and its decision, or how the exclusion stands"
    case .quashedWithEnd:
      "quashing reinstates nobody, so the exclusion has no end yet; leave the day empty until the "
        + "governing board has decided again, and give the outcome as reinstated if it reinstates"
    case .reviewWithoutHearing:
      "the review panel has a decision but no hearing; give the date of the hearing"
    case .reviewNotPossible:
      "only a permanent exclusion goes to an independent review; leave the review empty"
    case .dates(let order): order.description
    }
  }
}
