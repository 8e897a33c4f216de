extension ClockContext {
  /// The independent review of a permanent exclusion: the window, the hearing, reconsideration.
  func addReview(to readings: inout [ClockReading]) {
    for span in spans where span.isPermanent && isRelevant(span) {
      addApplication(span, to: &readings)
      addHearing(span, to: &readings)
      addReconsideration(span, to: &readings)
    }
  }

  private func addApplication(_ span: ExclusionSpan, to readings: inout [ClockReading]) {
    let governors = span.exclusion.governors
    guard governors.decision == .declinedToReinstate,
      let rule = rule(.reviewApplication, for: span)
    else { return }
    var reading = ClockReading(rule, exclusion: span.facts.id)
    if let sent = governors.noticeSentOn {
      reading.run(
        fromNoticeSentOn: sent, by: governors.noticeDelivery, calendar: span.calendar,
        bankHolidays: bankHolidays)
    } else {
      reading.remarks.append(
        .words("It runs from when notice of the decision is given, which is not on record."))
    }
    reading.metOn = span.exclusion.review.appliedOn
    if let applied = reading.metOn, let due = reading.deadline?.day, applied > due {
      reading.remarks.append(
        .words(
          "The application came out of time and must be rejected, unless it came within 15 school days "
            + "of the final determination of a discrimination claim, which is not kept here."))
    }
    if let waived = span.exclusion.review.waivedOn {
      reading.end(
        on: waived,
        because: .day("The parent stated in writing that they would not apply, on", waived, "."))
    }
    finish(&reading, span, to: &readings)
  }

  private func addHearing(_ span: ExclusionSpan, to readings: inout [ClockReading]) {
    let review = span.exclusion.review
    guard let applied = review.appliedOn,
      let rule = rule(.reviewHearing, for: span)
    else { return }
    var reading = ClockReading(rule, exclusion: span.facts.id)
    if let school = span.facts.school { reading.owner = DutyHolder.ofReviews(school) }
    reading.run(from: applied, calendar: span.calendar, bankHolidays: bankHolidays)
    reading.metOn = review.hearingOn
    // Where the review was heard nevertheless, there was a reason that is not on record.
    if review.hearingOn == nil,
      let window = readings.last(where: { $0.kind == .reviewApplication }),
      window.exclusion == span.facts.id, let due = window.deadline?.day, applied > due
    {
      reading.end(
        on: applied,
        because: .words(
          "The application came out of time: no hearing is owed, unless it came within 15 school days "
            + "of the final determination of a discrimination claim."))
    }
    finish(&reading, span, to: &readings)
  }

  private func addReconsideration(_ span: ExclusionSpan, to readings: inout [ClockReading]) {
    let review = span.exclusion.review
    guard review.decision == .recommendedReconsideration || review.decision == .quashed,
      let rule = rule(.reconsideration, for: span)
    else { return }
    var reading = ClockReading(rule, exclusion: span.facts.id)
    if let sent = review.noticeSentOn {
      reading.run(
        fromNoticeSentOn: sent, by: review.noticeDelivery, calendar: span.calendar,
        bankHolidays: bankHolidays)
    } else {
      reading.remarks.append(
        .words("It runs from when notice of the panel's decision is given, which is not on record.")
      )
    }
    if review.decision == .quashed {
      reading.remarks.append(
        .words(
          "If the board does not reconsider in time, or does not reinstate, the panel may order "
            + "a payment of £4,000."))
    }
    reading.metOn = review.reconsideredOn
    finish(&reading, span, to: &readings)
  }

  private func finish(
    _ reading: inout ClockReading, _ span: ExclusionSpan, to readings: inout [ClockReading]
  ) {
    let outcome = span.exclusion.outcome
    if outcome == .cancelled || outcome == .reinstated,
      let ending = ExclusionEnding.of(span.exclusion)
    {
      reading.end(on: ending.day, because: ending.remark)
    }
    readings.append(reading)
  }
}

extension DutyHolder {
  /// Who arranges an independent review: the authority, or for an academy its trust.
  static func ofReviews(_ school: School) -> DutyHolder {
    switch school.kind {
    case .academy, .alternativeProvisionAcademy: return .academyTrust
    case .special:
      let name = school.typeName.lowercased()
      return name.hasPrefix("academ") || name.hasPrefix("free school")
        ? .academyTrust : .schoolAuthority
    default: return .schoolAuthority
    }
  }
}
