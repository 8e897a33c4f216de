import AlternativeProvision

extension AuthorityStory {
  /// Suspends a child several times, on school days before `end`, none running into another.
  mutating func suspend(_ child: inout ChildDraft, times: Int, before end: Day) {
    let limit = days.position(of: end)
    guard times > 0, limit > 12 else { return }
    // Mostly this school year and late last year, getting closer together towards the end.
    var position = max(2, limit - dice.number(times * 8, times * 26 + 20))
    var inTerm: [ReferencePeriod: Double] = [:]
    for _ in 0..<times {
      let length = [1, 1, 1, 2, 2, 2, 3, 3, 4, 5][dice.below(10)]
      guard position + length + 1 < limit else { break }
      // Nobody is suspended before starting school.
      guard days.days[position].days(since: child.pupil.dateOfBirth) > 4 * 366 else {
        position += 30
        continue
      }
      var value = Exclusion(
        pupil: Identifier(0), school: Identifier(Int64(child.school)), category: .suspension,
        firstDay: days.days[position], sessions: length * 2)
      switch dice.below(25) {
      case 0:
        value.category = .lunchtime
        value.sessions = 1
      case 1, 2:
        value.firstSession = .afternoon
        value.sessions = length * 2 - 1
      case 3 where length > 1:
        value.outcome = .cancelled
        value.endedOn = days.days[position + 1]
      default: break
      }
      value.reasons = reasons(on: value.firstDay, isPermanent: false)
      value.authorityNotifiedOn = days.days[position + (dice.chance(0.85) ? 0 : 1)]
      let lost = Double(value.sessions ?? 0) / 2
      let term = ReferencePeriod.term(of: value.firstDay)
      inTerm[term, default: 0] += lost
      tellGovernors(&value, total: inTerm[term] ?? 0, position: position)
      child.exclusions.append(ExclusionDraft(value: value, school: child.school))
      position += length + dice.number(3, 24)
    }
  }

  /// What the board had to do: meet over 15 days in a term; over 5, if the parent makes representations.
  private mutating func tellGovernors(_ value: inout Exclusion, total: Double, position: Int) {
    guard total > 5 else { return }
    let notified = days.days[position]
    value.governors.notifiedOn = notified
    let within: Int
    if total > 15 {
      within = dice.number(7, 15)
    } else if dice.chance(0.12) {
      value.governors.representationsOn = days.day(dice.number(1, 6), after: notified)
      within = dice.number(10, 46)
    } else {
      return
    }
    let met = days.day(within, after: notified)
    guard met < days.today else { return }
    value.governors.metOn = met
    value.governors.decision = .declinedToReinstate
    let sent = days.day(1, after: met)
    guard sent <= days.today else { return }
    value.governors.noticeSentOn = sent
    value.governors.noticeDelivery = dice.pick([.firstClassPost, .email])
  }

  /// A child of whom the team only ever sees the schools' notices.
  mutating func writeSuspendedChild() {
    var child = makeChild(.longSuspension)
    suspend(&child, times: 1 + dice.weighted([46, 24, 13, 8, 5, 4]), before: days.today)
    if !child.exclusions.isEmpty { children.append(child) }
  }

  /// One to three reasons from the code set in force on that day.
  mutating func reasons(on day: Day, isPermanent: Bool) -> [String] {
    let isNew = SchoolDays.yearBegan(day) >= 2026
    let grave = ["PP", "PA", "OW", "VA", "DA", "SM", "VP"]
    let common =
      isNew
      ? ["CB", "LD", "VA", "PP", "VR", "MP", "VP", "BU", "DM", "MT", "OS"]
      : ["DB", "DB", "VA", "PP", "VP", "BU", "DM", "MT", "TH"]
    let severe = isNew ? grave + ["CB", "BW", "DR", "SB"] : grave + ["DB", "DB"]
    var codes = [dice.pick(isPermanent ? severe : common)]
    for likelihood in [0.35, 0.1] where dice.chance(likelihood) {
      let more = dice.pick(common)
      if !codes.contains(more) { codes.append(more) }
    }
    return codes
  }
}
