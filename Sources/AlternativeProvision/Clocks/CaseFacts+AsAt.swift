extension CaseFacts {
  /// The same facts as far as they were known at the end of a day; nil where the case did not exist.
  public func known(asAt day: Day) -> CaseFacts? {
    guard file.openedOn <= day else { return nil }
    guard day < .distantFuture else { return self }
    var facts = self
    facts.file = file.known(asAt: day)
    facts.exclusions = exclusions.compactMap { known in
      // Who opened a case for an exclusion knew of it, where nobody noted since when.
      let isKnown =
        known.exclusion.firstDay <= day
        || known.exclusion.authorityNotifiedOn.map({ $0 <= day }) ?? (known.id == file.exclusion)
      guard isKnown else {
        // The case was one of another exclusion then, which it names no longer.
        if known.id == file.exclusion { facts.file.exclusion = nil }
        return nil
      }
      var known = known
      known.exclusion = known.exclusion.known(asAt: day)
      return known
    }
    facts.placements = []
    for placement in placements {
      guard let known = placement.known(asAt: day) else { continue }
      let position = facts.placements.count
      if let reviewed = placement.lastReviewedOn, reviewed > day {
        facts.keptFromLater.reviews[position] = reviewed
      }
      if let visited = placement.lastVisitedOn, visited > day {
        facts.keptFromLater.visits[position] = visited
      }
      facts.placements.append(known)
    }
    if let reviewed = pupil.plan?.lastReviewedOn, reviewed > day {
      facts.pupil.plan?.lastReviewedOn = nil
      facts.keptFromLater.planReview = reviewed
    }
    if let issued = pupil.plan?.issuedOn, issued > day {
      facts.pupil.plan = nil
      // Until a plan is issued there is at most support without one.
      if pupil.senProvision == "E" { facts.pupil.senProvision = "K" }
    }
    facts.examinationsFinishedOn = examinationsFinishedOn.known(asAt: day)
    facts.attendance.illness.removeAll { $0.day > day }
    facts.attendance.otherAbsences.removeAll { $0.day > day }
    facts.attendance.unexplained.removeAll { $0 > day }
    facts.attendance.attendedSchool.removeAll { $0 > day }
    facts.attendance.lastPresentOn = attendance.lastPresentOn.known(asAt: day)
    return facts
  }
}

extension Optional where Wrapped == Day {
  fileprivate func known(asAt day: Day) -> Day? { flatMap { $0 <= day ? $0 : nil } }
}

extension Case {
  fileprivate func known(asAt day: Day) -> Case {
    var file = self
    file.closedOn = closedOn.known(asAt: day)
    file.section19AcceptedOn = section19AcceptedOn.known(asAt: day)
    file.fairAccessAgreedOn = fairAccessAgreedOn.known(asAt: day)
    file.fairAccessPlacedOn = fairAccessPlacedOn.known(asAt: day)
    file.admittedOn = admittedOn.known(asAt: day)
    file.direction?.noticeGivenOn = direction?.noticeGivenOn.known(asAt: day)
    file.direction?.reviewRequestedOn = direction?.reviewRequestedOn.known(asAt: day)
    file.direction?.reviewHeldOn = direction?.reviewHeldOn.known(asAt: day)
    return file
  }
}

extension Placement {
  /// The same as far as it was known at the end of a day; nil where it had not begun.
  public func known(asAt day: Day) -> Placement? {
    guard startsOn <= day else { return nil }
    var placement = self
    placement.endedOn = endedOn.known(asAt: day)
    placement.lastReviewedOn = lastReviewedOn.known(asAt: day)
    placement.lastVisitedOn = lastVisitedOn.known(asAt: day)
    return placement
  }
}

extension Exclusion {
  fileprivate func known(asAt day: Day) -> Exclusion {
    var exclusion = self
    if let ended = endedOn, ended > day {
      exclusion.endedOn = nil
      exclusion.outcome = .pending
    }
    exclusion.governors.notifiedOn = governors.notifiedOn.known(asAt: day)
    exclusion.governors.representationsOn = governors.representationsOn.known(asAt: day)
    if let met = governors.metOn, met > day {
      exclusion.governors.metOn = nil
      exclusion.governors.decision = nil
      if exclusion.endedOn == nil { exclusion.outcome = .pending }
    }
    exclusion.governors.noticeSentOn = governors.noticeSentOn.known(asAt: day)
    exclusion.review.waivedOn = review.waivedOn.known(asAt: day)
    exclusion.review.claimDeterminedOn = review.claimDeterminedOn.known(asAt: day)
    exclusion.review.appliedOn = review.appliedOn.known(asAt: day)
    exclusion.review.hearingOn = review.hearingOn.known(asAt: day)
    if let sent = review.noticeSentOn, sent > day {
      exclusion.review.noticeSentOn = nil
      exclusion.review.decision = nil
    }
    exclusion.review.reconsideredOn = review.reconsideredOn.known(asAt: day)
    return exclusion
  }
}
