import AlternativeProvision

extension AuthorityStory {
  /// How a permanently excluded child stands on the sixth school day.
  enum SixthDay {
    /// Nothing is arranged.
    case waiting
    /// A place is agreed, to begin on the sixth day, which is yet to come.
    case arranged
    /// The child has been in education since some day.
    case placed
  }

  /// The open permanent exclusions: a handful past day six with nothing, some reaching it this week,
  /// most of them placed.
  mutating func writePermanentExclusions(_ count: Int, ofCases open: Int) {
    let handful = max(1, open / 170)
    let past = [7, 11, 8, 23, 9, 14, 38]
    for turn in 0..<min(handful, count) {
      writePermanentExclusion(dayNumber: past[turn % past.count] + turn / past.count, .waiting)
    }
    let thisWeek = [5, 4, 3, 6, 5, 2, 4, 1]
    for turn in 0..<handful + 1 {
      writePermanentExclusion(dayNumber: thisWeek[turn % thisWeek.count], .waiting)
    }
    for turn in 0..<max(1, handful * 2 / 3) {
      writePermanentExclusion(dayNumber: 2 + turn % 4, .arranged)
    }
    let left = max(0, count - handful * 2 - 1 - max(1, handful * 2 / 3))
    let span = Double(days.elapsed - 40)
    for _ in 0..<left {
      // More of them lately than long ago, since cases close.
      let dayNumber = 6 + Int(dice.fraction() * dice.fraction() * span)
      writePermanentExclusion(dayNumber: dayNumber, .placed)
    }
  }

  private mutating func writePermanentExclusion(dayNumber: Int, _ state: SixthDay) {
    var (child, position) = excludedChild(dayNumber: dayNumber)
    let exclusion = child.exclusions[position].value
    var file = Case(
      reference: "", pupil: Identifier(0), route: .permanentExclusion,
      openedOn: min(days.today, exclusion.authorityNotifiedOn ?? exclusion.firstDay))
    file.tier = dice.chance(0.7) ? .timeLimitedPlacement : .transitionalPlacement
    file.officer = dayNumber <= 2 && dice.chance(0.6) ? nil : officer()
    var draft = CaseDraft(value: file, exclusion: position)
    if state != .waiting {
      let start = provisionDay(
        after: exclusion.firstDay, dayNumber: dayNumber, state,
        isUrgent: child.pupil.hasSocialWorker)
      let kinds: [ProviderKind] =
        (Int(child.pupil.yearGroup) ?? 0) >= 10
        ? [
          .pupilReferralUnit, .nonSchool, .alternativeProvisionAcademy, .workBased,
          .furtherEducationCollege,
        ]
        : [.pupilReferralUnit, .alternativeProvisionAcademy, .nonSchool, .independentSchool]
      place(&draft, kinds: kinds, from: start, reason: "PEX", manner: .authorityProvision)
      if dayNumber > 60 && dice.chance(0.3) { moveOn(&draft, kinds: kinds) }
    }
    if dayNumber > 45 && dice.chance(0.2) {
      let agreed = days.day(dice.number(30, 44), after: exclusion.firstDay)
      if agreed < days.today {
        draft.value.fairAccessAgreedOn = agreed
        let placed = days.day(dice.chance(0.94) ? dice.number(6, 19) : 40, after: agreed)
        if placed <= days.today { draft.value.fairAccessPlacedOn = placed }
      }
    }
    addViews(&draft)
    child.cases.append(draft)
    children.append(child)
  }

  /// A child excluded for good so many school days ago, with what led to it and what followed.
  private mutating func excludedChild(dayNumber: Int) -> (ChildDraft, Int) {
    var child = makeChild(.permanentExclusion)
    let first = days.beginning(dayNumber: dayNumber)
    suspend(&child, times: dice.weighted([20, 14, 14, 12, 10, 8, 6, 4]), before: first)
    if dice.chance(0.12) { suspendUntil(first, &child) }
    var value = Exclusion(
      pupil: Identifier(0), school: Identifier(Int64(child.school)), category: .permanent,
      firstDay: first)
    value.reasons = reasons(on: first, isPermanent: true)
    if dice.chance(0.08) { value.firstSession = .afternoon }
    value.authorityNotifiedOn = min(
      days.today, days.day(dice.weighted([0, 70, 12, 4]), after: first))
    if dice.chance(0.7) { value.authorityNotifiedOn = first }
    if child.pupil.yearGroup == "11" && dice.chance(0.25) {
      value.examinationOn = Day(year: SchoolDays.yearBegan(days.today) + 1, month: 5, day: 12)
    }
    consider(&value)
    child.exclusions.append(ExclusionDraft(value: value, school: child.school))
    return (child, child.exclusions.count - 1)
  }

  /// A suspension that ran right up to the permanent exclusion: two clocks with two owners.
  private mutating func suspendUntil(_ first: Day, _ child: inout ChildDraft) {
    let position = days.position(of: first)
    let length = dice.number(2, 5)
    let lastEnd = child.exclusions.map { days.position(of: $0.value.firstDay) + 6 }.max() ?? 0
    guard position - length > lastEnd else { return }
    var value = Exclusion(
      pupil: Identifier(0), school: Identifier(Int64(child.school)), category: .suspension,
      firstDay: days.days[position - length], sessions: length * 2)
    value.reasons = reasons(on: value.firstDay, isPermanent: true)
    value.authorityNotifiedOn = value.firstDay
    child.exclusions.append(ExclusionDraft(value: value, school: child.school))
  }

  /// The governing board's fifteen school days, then the review's windows, as far as today.
  mutating func consider(_ value: inout Exclusion) {
    let notified = days.day(dice.chance(0.75) ? 1 : 2, after: value.firstDay)
    guard notified <= days.today else { return }
    value.governors.notifiedOn = dice.chance(0.9) ? value.firstDay : notified
    // One board in sixty runs over its limit.
    let met = days.day(
      dice.chance(0.985) ? dice.number(7, 14) : dice.number(17, 24), after: value.firstDay)
    guard met < days.today else { return }
    value.governors.metOn = met
    if dice.chance(0.03) {
      value.governors.decision = .reinstatedByDate
      value.outcome = .reinstated
      value.endedOn = days.day(3, after: met)
      value.governors.noticeSentOn = min(days.today, days.day(1, after: met))
      return
    }
    value.governors.decision = .declinedToReinstate
    value.outcome = .upheld
    let sent = days.day(1, after: met)
    guard sent <= days.today else { return }
    value.governors.noticeSentOn = sent
    value.governors.noticeDelivery = dice.chance(0.7) ? .firstClassPost : .email
    if dice.chance(0.14) { review(&value, noticeSent: sent) }
  }

  private mutating func review(_ value: inout Exclusion, noticeSent: Day) {
    if dice.chance(0.15) {
      value.review.waivedOn = min(days.today, days.day(4, after: noticeSent))
      return
    }
    let applied = days.day(dice.number(5, 14), after: noticeSent)
    guard applied <= days.today else { return }
    value.review.appliedOn = applied
    let hearing = days.day(dice.chance(0.95) ? dice.number(9, 15) : 19, after: applied)
    guard hearing < days.today else { return }
    value.review.hearingOn = hearing
    let decision = [ReviewDecision.upheld, .recommendedReconsideration, .quashed]
    value.review.decision = decision[dice.weighted([60, 25, 15])]
    let sent = days.day(2, after: hearing)
    guard sent <= days.today else { return }
    value.review.noticeSentOn = sent
    guard value.review.decision != .upheld else { return }
    if value.review.decision == .quashed { value.outcome = .quashed }
    let again = days.day(dice.chance(0.93) ? dice.number(5, 9) : 13, after: sent)
    if again <= days.today { value.review.reconsideredOn = again }
  }

  /// The day on which education began: by the sixth, for some at once, for a few late.
  private mutating func provisionDay(
    after first: Day, dayNumber: Int, _ state: SixthDay, isUrgent: Bool
  ) -> Day {
    if state == .arranged { return days.day(5, after: first) }
    var later =
      isUrgent && dice.chance(0.5)
      ? dice.number(0, 2) : [2, 3, 4, 5, 5, 5, 5, 5, 5, 5, 6, 8][dice.below(12)]
    later = min(later, dayNumber - 1)
    return later == 0 ? first : days.day(later, after: first)
  }

  /// A permanent exclusion whose case has closed.
  mutating func writeClosedPermanentExclusion() {
    let dayNumber = dice.number(45, max(60, days.elapsed - 20))
    var (child, position) = excludedChild(dayNumber: dayNumber)
    let exclusion = child.exclusions[position].value
    var file = Case(
      reference: "", pupil: Identifier(0), route: .permanentExclusion,
      openedOn: exclusion.authorityNotifiedOn ?? exclusion.firstDay)
    file.officer = officer()
    let closed = days.day(dice.number(20, max(21, dayNumber - 12)), after: exclusion.firstDay)
    file.closedOn = min(closed, days.today.adding(days: -1))
    file.closingReason = dice.pick([
      "On roll at a new school", "Reinstated by the governing board", "Moved out of area",
      "Reached the end of Year 11; college place confirmed", "Plan names a special school",
    ])
    var draft = CaseDraft(value: file, exclusion: position)
    let start = provisionDay(
      after: exclusion.firstDay, dayNumber: dayNumber, .placed,
      isUrgent: child.pupil.hasSocialWorker)
    place(
      &draft, kinds: [.pupilReferralUnit, .alternativeProvisionAcademy, .nonSchool], from: start,
      reason: "PEX", manner: .authorityProvision)
    addViews(&draft)
    child.cases.append(draft)
    children.append(child)
  }
}
