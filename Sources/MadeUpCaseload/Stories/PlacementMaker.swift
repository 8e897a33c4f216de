import AlternativeProvision

extension AuthorityStory {
  /// Places the child of a case, until the case closed or for as long as it goes on.
  mutating func place(
    _ draft: inout CaseDraft, kinds: [ProviderKind], from start: Day, reason: String,
    manner: RegisterManner
  ) {
    let position = providers.place(among: kinds, startsOn: start, &dice)
    let entry = providers.entries[position]
    let route = draft.value.route
    let isFull = route != .outreach && dice.chance(fullTimeShare(entry.provider.kind))
    let part = isFull ? 10 : dice.pick(route == .outreach ? [2, 3, 4] : [4, 5, 5, 6, 6, 8])
    // Full-time education is owed after an exclusion, and a team sees to it in all but a few cases.
    let isOwedFull = route == .permanentExclusion || route == .longSuspension
    let sessions = isOwedFull && !dice.chance(0.08) ? 10 : part
    var value = Placement(
      file: Identifier(0), provider: Identifier(Int64(position)), startsOn: start,
      sessionsPerWeek: sessions)
    value.hoursPerWeek = Double(sessions) * (entry.provider.kind == .oneToOneTuition ? 2 : 2.5)
    value.reason = reason
    value.commissioner =
      route == .offSiteDirection || route == .longSuspension || route == .outreach
      ? .school : .authority
    value.weeklyCost = entry.provider.weeklyCost.map { $0 * sessions / 10 }
    value.plannedEnd = days.day(dice.pick([30, 60, 60, 90, 120, 190]), after: start)
    value.endedOn = draft.value.closedOn.map { max(start, $0) }
    if value.endedOn != nil { value.outcome = "Ended as planned" }
    review(&value)
    var attendance = min(0.985, max(0.08, dice.around(entry.attendance, 0.3)))
    if manner == .anxiety { attendance *= 0.84 }
    var collapse: Day?
    if value.endedOn == nil && dice.chance(0.035) {
      collapse = days.beginning(dayNumber: dice.number(7, 19))
      attendance = max(attendance, 0.78)
    }
    draft.placements.append(
      PlacementDraft(
        value: value, provider: position, pattern: pattern(sessions), attendance: attendance,
        collapsedFrom: collapse, manner: self.manner(manner, at: entry.provider.kind)))
  }

  /// Ends the placement that there is somewhere in its course, and begins another.
  mutating func moveOn(_ draft: inout CaseDraft, kinds: [ProviderKind]) {
    guard let first = draft.placements.first, first.value.endedOn == nil else { return }
    let length = days.count(from: first.value.startsOn, through: days.today)
    guard length > 50 else { return }
    let end = days.day(dice.number(20, length - 15), after: first.value.startsOn)
    draft.placements[0].value.endedOn = end
    draft.placements[0].value.lookNoLaterThanItsEnd()
    draft.placements[0].value.outcome = dice.pick([
      "Moved to a provider nearer home", "Stepped down", "Broke down", "Needs not met there",
    ])
    draft.placements[0].collapsedFrom = nil
    place(
      &draft, kinds: kinds, from: days.day(dice.number(1, 5), after: end),
      reason: first.value.reason ?? "OTH", manner: first.manner)
  }

  /// When it was last reviewed and visited: six-weekly, with a few that have slipped.
  private mutating func review(_ value: inout Placement) {
    let end = value.endedOn ?? days.today
    func last(_ slipped: Double) -> Day? {
      let back = dice.chance(slipped) ? dice.number(46, 75) : dice.number(2, 38)
      let day = days.onOrBefore(end.adding(days: -back))
      return day > value.startsOn ? day : nil
    }
    value.lastReviewedOn = last(0.02)
    value.lastVisitedOn = last(0.03)
    // A placement older than six weeks that nobody has looked at yet would be the story itself.
    if end.days(since: value.startsOn) > 40 {
      value.lastReviewedOn = value.lastReviewedOn ?? days.onOrBefore(end.adding(days: -4))
      value.lastVisitedOn = value.lastVisitedOn ?? days.onOrBefore(end.adding(days: -4))
    }
  }

  private func fullTimeShare(_ kind: ProviderKind) -> Double {
    switch kind {
    case .oneToOneTuition: 0.2
    case .nonSchool, .workBased: 0.45
    case .onlineTuition, .hospitalSchool: 0.5
    default: 0.88
    }
  }

  private func manner(_ wished: RegisterManner, at kind: ProviderKind) -> RegisterManner {
    if wished == .authorityProvision && kind.isSchool { return .school }
    return wished
  }

  /// Which sessions of the week: whole days first, or mornings only.
  private mutating func pattern(_ sessions: Int) -> UInt16 {
    if sessions >= 10 { return 0b11_1111_1111 }
    var bits: UInt16 = 0
    if sessions == 5 && dice.chance(0.6) {
      for day in 0..<5 { bits |= 1 << UInt16(day * 2) }
      return bits
    }
    let order = dice.shuffled([0, 1, 2, 3, 4])
    for turn in 0..<sessions {
      bits |= 1 << UInt16(order[turn / 2] * 2 + turn % 2)
    }
    return bits
  }
}

extension Placement {
  /// Brings the last review and the last visit back to the day on which it turned out to end.
  mutating func lookNoLaterThanItsEnd() {
    guard let endedOn else { return }
    lastReviewedOn = lastReviewedOn.map { min($0, endedOn) }
    lastVisitedOn = lastVisitedOn.map { min($0, endedOn) }
  }
}
