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
    guard var reading = applicationWindow(span)?.reading else { return }
    if let waived = span.exclusion.review.waivedOn {
      reading.end(
        on: waived,
        because: .day("The parent stated in writing that they would not apply, on", waived, "."))
    }
    finish(&reading, span, to: &readings)
  }

  /// The time to apply in, with the application made, and whether that came out of time; nil where the
  /// board has not declined to reinstate.
  ///
  /// ExReg Sch 1 para 2(1): 15 school days from notice of the board's decision, and 15 from the final
  /// determination of a discrimination claim. The second time is shown unless the first was used.
  private func applicationWindow(
    _ span: ExclusionSpan
  ) -> (reading: ClockReading, isOutOfTime: Bool)? {
    let (governors, review) = (span.exclusion.governors, span.exclusion.review)
    guard governors.decision == .declinedToReinstate,
      let rule = rule(.reviewApplication, for: span)
    else { return nil }
    var reading = ClockReading(rule, exclusion: span.facts.id)
    if let sent = governors.noticeSentOn {
      reading.run(
        fromNoticeSentOn: sent, by: governors.noticeDelivery, calendar: span.calendar,
        bankHolidays: bankHolidays)
    } else {
      reading.remarks.append(
        .words("It runs from when notice of the decision is given, which is not on record."))
    }
    let applied = review.appliedOn
    reading.metOn = applied
    let closes = reading.deadline?.day
    let isLate = applied.flatMap { applied in closes.map { applied > $0 } } ?? false
    if let determined = review.claimDeterminedOn, applied == nil || isLate {
      var again = ClockReading(rule.afterClaim, exclusion: span.facts.id)
      again.run(from: determined, calendar: span.calendar, bankHolidays: bankHolidays)
      if let closes {
        again.remarks.append(
          .day("By the notice of the board's decision alone it closes on", closes, "."))
      }
      guard let applied else {
        let isLater = again.deadline?.day.map { $0 > closes ?? $0.adding(days: -1) } ?? true
        return (isLater ? again : reading, false)
      }
      guard applied < determined || again.deadline?.day.map({ applied > $0 }) ?? false else {
        again.metOn = applied
        return (again, false)
      }
      again.remarks.append(
        .day(
          "An application came out of time and must be rejected: it was made on", applied,
          ", within neither time."))
      return (again, true)
    }
    if isLate {
      reading.remarks.append(
        .words(
          "The application came out of time and must be rejected, unless it came within 15 school days "
            + "of the final determination of a discrimination claim: none is on record."))
    }
    return (reading, isLate)
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
    if review.hearingOn == nil, applicationWindow(span)?.isOutOfTime == true {
      reading.end(
        on: applied,
        because: .words(
          review.claimDeterminedOn == nil
            ? "The application came out of time: no hearing is owed, unless it came within 15 school "
              + "days of the final determination of a discrimination claim."
            : "The application came out of time: no hearing is owed."))
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
