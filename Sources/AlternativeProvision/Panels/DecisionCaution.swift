/// Something that does not keep a decision from being confirmed, but should be weighed before it is.
public enum DecisionCaution: Hashable, Sendable, CustomStringConvertible {
  /// A day on which there is no school.
  case noSchool(DecisionField, Day, ClosureReason)
  /// The first day is later than a duty runs out.
  case afterDuty(ClockKind, Day)
  /// The panel declines while the authority owes education.
  case dutyStillOwed(ClockKind, Day?)
  /// Days or hours of a place are named, and no provider.
  case noPlace
  /// The panel only takes note of what came before it.
  case decidesNothing
  /// The review is later than the team's own interval.
  case lateReview(Day, due: Day)
  /// The review is on the first day or before it, when there is nothing to review yet.
  case earlyReview(Day)
  /// More than the provider's own price.
  case dearerThanUsual(Int, usual: Int)
  /// What speaks against the provider without ruling it out.
  case provider(ProviderObjection)
  /// Nothing is minuted of whether education is reasonably available, which EA 1996 s.19 turns on.
  case section19Unexplained
  /// Something is said to have ended before the panel met.
  case endsBefore(Day, meeting: Day)
  /// More hours a week than schools teach: full time is some 25.
  case longHours(Double)
  /// Full-time hours for more than the plan specifies.
  case moreThanPlan(hours: Double, most: Double)

  /// What to weigh.
  public var description: String {
    switch self {
    case .noSchool(let field, let day, let reason):
      "\(field.title), \(day.long), is no school day (\(reason.words))"
    case .afterDuty(let clock, let day):
      "education is due by \(day.medium) (\(clock.title)) and would begin after it"
    case .dutyStillOwed(let clock, let day):
      "this does not end the duty: \(clock.title)\(day.map { ", due \($0.medium)" } ?? "")"
    case .noPlace: "no provider is chosen: no place is made, whatever days and hours are named"
    case .decidesNothing:
      "this decides nothing: what was asked stays open, and nobody is written to"
    case .longHours(let hours):
      "\(Hours.words(hours)) hours a week are more than a school week has; check them"
    case .lateReview(let day, let due):
      "the review on \(day.medium) is later than your interval allows, \(due.medium)"
    case .earlyReview(let day):
      "the review on \(day.medium) is not after the first day: there is nothing to review yet"
    case .dearerThanUsual(let cost, let usual):
      "\(Pence.words(cost)) a week is above the provider's \(Pence.words(usual))"
    case .provider(let objection): objection.description
    case .section19Unexplained:
      "no section 19 reasoning: is education reasonably available without the authority?"
    case .endsBefore(let day, let meeting):
      "\(day.long) is before the meeting, \(meeting.medium): it would have ended already"
    case .moreThanPlan(let hours, let most):
      "\(Hours.words(hours)) hours a week are more than the plan's "
        + Hours.words(most)
    }
  }
}

extension Decision {
  /// What should be weighed before it is confirmed.
  ///
  /// - Parameters:
  ///   - provider: The provider chosen, as the child would find it.
  ///   - clocks: The clocks of the case.
  ///   - meeting: The day of the meeting.
  ///   - pupil: The child.
  ///   - calendar: The school days by which to judge dates.
  ///   - targets: The team's own intervals.
  public func cautions(
    provider: ProviderOption?, clocks: [ClockReading], meeting: Day, pupil: Pupil?,
    calendar: SchoolCalendar?, targets: LocalTargets = .usual
  ) -> [DecisionCaution] {
    var found: [DecisionCaution] = []
    for (field, day) in [
      (DecisionField.startsOn, startsOn), (.reviewOn, reviewOn), (.endsOn, endsOn),
    ] {
      guard let day, option.fields.contains(field) else { continue }
      switch calendar?.status(of: day) {
      case .closed(let reason)?: found.append(.noSchool(field, day, reason))
      // Beyond the calendar a weekend is one all the same.
      case .unknown?, nil:
        if day.weekday.isWeekend { found.append(.noSchool(field, day, .weekend)) }
      case .open?: break
      }
    }
    if let endsOn, option.fields.contains(.endsOn), endsOn < meeting {
      found.append(.endsBefore(endsOn, meeting: meeting))
    }
    let isOwedByLaw = placesChild || option == .decline || option == .deferred || option == .eotas
    if isOwedByLaw, section19.allSatisfy(\.isWhitespace) { found.append(.section19Unexplained) }
    if placesChild {
      for clock in owed(clocks, on: meeting) {
        if let due = clock.deadline?.day, let startsOn, startsOn > due {
          found.append(.afterDuty(clock.kind, due))
        }
      }
      found += (provider?.objections ?? []).filter { !$0.isBar }.map(DecisionCaution.provider)
      if let cost = weeklyCost, let usual = provider?.weeklyCost, cost > usual {
        found.append(.dearerThanUsual(cost, usual: usual))
      }
      if let hours, let most = pupil?.plan?.maximumWeeklyHours, hours > most {
        found.append(.moreThanPlan(hours: hours, most: most))
      }
    }
    if option == .note, pupil != nil { found.append(.decidesNothing) }
    if option == .chairsAction, self.provider == nil,
      startsOn != nil || sessions != nil || self.hours != nil || weeklyCost != nil
    {
      found.append(.noPlace)
    }
    if let hours, option.fields.contains(.hours), hours > Decision.schoolWeek {
      found.append(.longHours(hours))
    }
    if leavesDuty {
      found += owed(clocks, on: meeting).map { .dutyStillOwed($0.kind, $0.deadline?.day) }
    }
    if let reviewOn, option.fields.contains(.reviewOn) {
      let last = (startsOn ?? meeting).adding(days: targets[.placementReviewDays])
      if let startsOn, reviewOn <= startsOn { found.append(.earlyReview(reviewOn)) }
      if reviewOn > last { found.append(.lateReview(reviewOn, due: last)) }
    }
    return found
  }

  /// Whether it gives the child no education, so that a duty to provide it goes on.
  public var leavesDuty: Bool {
    switch option {
    case .decline, .deferred, .note, .referSafeguarding: true
    case .chairsAction, .eotas: !placesChild
    default: false
    }
  }

  /// Hours of a long school week: the DfE's guidance asks schools for 32.5 hours in all, breaks included.
  public static let schoolWeek = 32.5

  /// The clocks that say education is owed and has not begun.
  private func owed(_ clocks: [ClockReading], on day: Day) -> [ClockReading] {
    clocks.filter { $0.kind.isOwedEducation && $0.state(on: day).isOpen }
  }
}

extension ClockKind {
  /// Whether it says by when the authority must provide education.
  public var isOwedEducation: Bool {
    [.sixthDayPermanent, .sixthDaySuspension, .section19Illness].contains(self)
  }
}
