import AlternativeProvision

extension ProviderList {
  /// What the visitors found: two providers in red, about a quarter in amber, a few visits overdue.
  ///
  /// The third provider of the largest kind is the one whose attendance fell away this month and whose
  /// visit last week turned it red; the ninth has been red for a while and takes nobody.
  mutating func writeVisits(days: SchoolDays, _ dice: inout Dice) {
    let large = byKind[.nonSchool] ?? []
    let collapsed = large.count > 2 ? large[2] : nil
    let red = large.count > 8 ? large[8] : byKind[.onlineTuition]?.first
    let visitors = (0..<3).map { _ in PeopleNames.adult(&dice) }
    for position in entries.indices {
      var quality = dice.weighted([0.015, 0.25, 0.735])
      if position == red { quality = 0 }
      // About one in thirty came into the directory so lately that nobody has been there yet.
      if dice.chance(0.03) && position != red && position != collapsed { continue }
      // Whoever is not in green is seen again soon, so that few visits are overdue.
      let usual = quality == 0 ? dice.number(2, 9) : dice.number(3, quality == 1 ? 56 : 178)
      let lastAge = position == collapsed ? 4 : position == red ? 8 : usual
      let overdue = quality > 0 && position != collapsed && dice.chance(0.05)
      var ages = [overdue ? dice.number(200, 236) : lastAge]
      while let age = ages.last, age + 185 < days.elapsed, ages.count < 3 {
        ages.append(age + dice.number(160, 190))
      }
      for (index, age) in ages.reversed().enumerated() {
        let isLast = index == ages.count - 1
        let day = days.beginning(dayNumber: age)
        var ratings: [QualityStandard: Rating] = [:]
        for standard in QualityStandard.allCases {
          let level =
            isLast
            ? (quality == 2 ? 2 : quality + (dice.chance(0.5) ? 1 : 0))
            : dice.weighted([2, 18, 80])
          ratings[standard] = Rating(rawValue: min(2, level))
        }
        if isLast && quality < 2 {
          ratings[dice.chance(0.5) ? .safeguarding : .qualityOfEducation] = Rating(
            rawValue: quality)
        }
        if isLast && position == collapsed {
          ratings = [
            .safeguarding: .red, .healthAndSafety: .amber, .admissionsAndSupport: .amber,
            .qualityOfEducation: .red,
          ]
        }
        if dice.chance(0.04) { ratings[.healthAndSafety] = nil }
        let overall = ratings.values.min() ?? .green
        var visit = QualityVisit(
          provider: Identifier(Int64(position)), visitedOn: day, ratings: ratings, overall: overall)
        visit.visitor = dice.pick(visitors)
        visit.nextVisitOn = next(after: day, overall: overall, isLast: isLast, days: days, &dice)
        visit.actions = QualityHistory.actions(for: overall, &dice)
        entries[position].visits.append(visit)
      }
      if position == collapsed { entries[position].collapsedFrom = days.beginning(dayNumber: 17) }
      if position == red { entries[position].takesNobody = true }
      if position == collapsed || position == red {
        entries[position].provider.isInDirectory = true
      }
    }
  }

  private func next(
    after day: Day, overall: Rating, isLast: Bool, days: SchoolDays, _ dice: inout Dice
  ) -> Day? {
    switch overall {
    case .red: days.day(isLast ? 10 : 20, after: day)
    case .amber: dice.chance(0.7) ? days.day(60, after: day) : nil
    case .green: dice.chance(0.25) ? days.onOrBefore(day.adding(days: 350)) : nil
    }
  }
}

/// What visitors write.
enum QualityHistory {
  static func actions(for rating: Rating, _ dice: inout Dice) -> String? {
    switch rating {
    case .green:
      dice.chance(0.2) ? "Share the reintegration plan template with other providers." : nil
    case .amber:
      dice.pick([
        "Individual learning plans to carry dated targets, by half term.",
        "Session-by-session attendance to be sent by 10 a.m.; three gaps this month.",
        "Designated lead’s training lapsed: certificate within four weeks.",
        "Baseline in English and maths at induction, not in week six.",
        "Risk assessments to name the activity and the child.",
      ])
    case .red:
      dice.pick([
        "Single central record incomplete: two staff without an enhanced check. No new referrals.",
        "Site unsupervised at lunch on both visits. Every placement to be reviewed this week.",
        "No teaching seen in the afternoon; registers signed in advance. No new referrals.",
      ])
    }
  }
}
