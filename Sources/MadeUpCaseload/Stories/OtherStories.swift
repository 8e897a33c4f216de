import AlternativeProvision

extension AuthorityStory {
  /// A case by one of the routes without an exclusion or an illness behind it.
  mutating func writeOtherCase(_ route: CaseRoute, turn: Int, closed: Bool) {
    var child = makeChild(route)
    let span: Int
    switch route {
    case .safeguardingSeparation: span = 30
    case .offSiteDirection: span = 75
    case .outreach: span = 110
    default: span = days.elapsed - 60
    }
    let dayNumber = closed ? dice.number(60, days.elapsed - 20) : dice.number(3, max(8, span))
    let first = days.beginning(dayNumber: dayNumber)
    var file = Case(reference: "", pupil: Identifier(0), route: route, openedOn: first)
    file.tier =
      route == .outreach
      ? .targetedSupport
      : route == .educationOtherwiseThanAtSchool ? .transitionalPlacement : .timeLimitedPlacement
    file.officer = officer()
    var draft = CaseDraft(value: file, exclusion: nil)
    if closed {
      let closed = days.day(dice.number(15, max(16, dayNumber - 4)), after: first)
      draft.value.closedOn = min(closed, days.today)
      draft.value.closingReason = dice.pick([
        "Back in school full time", "On roll at a new school", "Support ended as planned",
        "Stepped up to a time-limited placement",
      ])
    }
    let start = days.day(dice.number(2, 6), after: first)
    switch route {
    case .offSiteDirection:
      suspend(&child, times: dice.number(1, 5), before: first)
      draft.value.direction = direction(from: start)
      place(
        &draft, kinds: [.nonSchool, .mainstreamSchool, .alternativeProvisionAcademy, .workBased],
        from: start, reason: "OFF", manner: .schoolProvision)
    case .managedMove:
      suspend(&child, times: dice.number(1, 6), before: first)
      if dice.chance(0.5) {
        draft.value.fairAccessAgreedOn = first
        let placed = days.day(dice.chance(0.95) ? dice.number(4, 19) : 24, after: first)
        if placed <= days.today { draft.value.fairAccessPlacedOn = placed }
      }
      place(&draft, kinds: [.mainstreamSchool], from: start, reason: "OTH", manner: .school)
    case .outreach:
      suspend(&child, times: dice.number(0, 3), before: first)
      place(
        &draft, kinds: [.mainstreamSchool, .pupilReferralUnit], from: start, reason: "OTH",
        manner: .school)
    case .safeguardingSeparation:
      draft.value.section19AcceptedOn = start <= days.today ? start : nil
      if turn % 3 != 0 {
        place(
          &draft, kinds: [.oneToOneTuition, .onlineTuition], from: start, reason: "OTH",
          manner: .authorityProvision)
      }
    default:
      place(
        &draft, kinds: [.oneToOneTuition, .nonSchool, .onlineTuition, .independentSchool],
        from: start, reason: "SET", manner: .authorityProvision)
      if dice.chance(0.15) { moveOn(&draft, kinds: [.nonSchool, .oneToOneTuition]) }
    }
    addViews(&draft)
    child.cases.append(draft)
    children.append(child)
  }

  /// An off-site direction from its first day; the notice comes two school days before, or too late.
  private mutating func direction(from first: Day) -> OffSiteDirection {
    var value = OffSiteDirection(firstDay: first)
    let position = days.position(of: first)
    value.noticeGivenOn = days.days[max(0, position - (dice.chance(0.96) ? dice.number(2, 6) : 1))]
    if value.noticeGivenOn ?? first > days.today { value.noticeGivenOn = days.today }
    value.schoolDays = dice.pick([20, 30, 30, 40, 60])
    if dice.chance(0.5) {
      let held = days.day(dice.number(12, 30), after: first)
      if held <= days.today { value.reviewHeldOn = held }
    }
    if dice.chance(0.08) {
      let asked = days.beginning(dayNumber: dice.number(2, 25))
      if asked > first { value.reviewRequestedOn = asked }
    }
    return value
  }

  /// The states in which real files are found, however tidy the team.
  mutating func writeMessyRecords() {
    guard children.count > 40 else { return }
    let open = children.indices.filter { index in
      children[index].cases.contains { $0.value.closedOn == nil && !$0.placements.isEmpty }
    }
    // Placements that broke down, with nothing yet in their stead: out of education today.
    for turn in 0..<max(1, open.count / 110) {
      let index = open[(turn * 97 + 13) % open.count]
      guard var last = children[index].cases[0].placements.last, last.value.startsOn < days.today
      else { continue }
      last.value.endedOn = max(last.value.startsOn, days.beginning(dayNumber: 2 + turn % 12))
      last.value.lookNoLaterThanItsEnd()
      last.value.outcome = dice.pick([
        "Broke down: refused transport", "Provider gave notice after an incident",
        "Parent withdrew the child", "Hours cut to nil when the tutor left",
      ])
      children[index].cases[0].placements[children[index].cases[0].placements.count - 1] = last
    }
    // Cases that nobody holds since an officer left.
    for turn in 0..<max(1, open.count / 160) {
      children[open[(turn * 61 + 5) % open.count]].cases[0].value.officer = nil
    }
    // Siblings: one surname and one address.
    for turn in 0..<max(1, children.count / 90) {
      let (first, second) = ((turn * 53 + 2) % children.count, (turn * 53 + 31) % children.count)
      guard first != second else { continue }
      children[second].pupil.surname = children[first].pupil.surname
      children[second].pupil.ethnicity = children[first].pupil.ethnicity
      children[second].pupil.address = children[first].pupil.address
      children[second].pupil.postcode = children[first].pupil.postcode
    }
  }
}
