import AlternativeProvision

extension AuthorityStory {
  /// A child too ill or too anxious for school: section 19 by the fifteenth day of illness.
  mutating func writeHealthCase(_ route: CaseRoute, turn: Int, closed: Bool) {
    var child = makeChild(route)
    let isIll = route == .medical
    let manner: RegisterManner = isIll ? .illness : .anxiety
    // Every fifteenth is still at home, with the register of the child's own school counting up.
    let isWaiting = !closed && turn % 15 == 4
    let dayNumber =
      isWaiting
      ? [13, 9, 17, 14, 11, 24, 12, 8, 15, 19][turn / 15 % 10]
      : 24 + Int(dice.fraction() * 0.9 * Double(days.elapsed - 60))
    let first = days.beginning(dayNumber: dayNumber)
    var file = Case(
      reference: "", pupil: Identifier(0), route: route,
      openedOn: days.day(dice.number(3, max(4, min(12, dayNumber - 2))), after: first))
    if file.openedOn > days.today { file.openedOn = days.onOrBefore(days.today) }
    file.tier = .timeLimitedPlacement
    file.officer = isWaiting && turn % 4 == 0 ? nil : officer()
    var draft = CaseDraft(value: file, exclusion: nil)
    if isWaiting {
      draft.register = RegisterDraft(
        provider: providers.any(of: .mainstreamSchool, &dice), first: first,
        last: days.today.adding(days: -1), attendance: isIll ? 0.04 : 0.14, manner: manner)
      // Most are accepted before the fifteenth day; the worst of them are not.
      if dayNumber < 15 && turn % 2 == 0 {
        draft.value.section19AcceptedOn = days.onOrBefore(days.today.adding(days: -1))
      }
    } else {
      let accepted = days.day(min(dice.number(9, 14), dayNumber - 8), after: first)
      draft.value.section19AcceptedOn = max(accepted, draft.value.openedOn)
      let start = days.day(dice.number(1, 6), after: accepted)
      if closed {
        let open = days.count(from: start, through: days.today)
        let end = days.day(dice.number(max(4, open / 5), max(5, open - 3)), after: start)
        draft.value.closedOn = min(end, days.today)
        draft.value.closingReason = dice.pick([
          "Back in school full time", "Back in school on a part-time plan agreed with health",
          "Moved out of area", "Plan issued: EOTAS agreed", "Left compulsory school age",
        ])
      }
      let isWard = isIll && dice.chance(0.35)
      let kinds: [ProviderKind] =
        isWard
        ? [.hospitalSchool]
        : isIll
          ? [.oneToOneTuition, .hospitalSchool, .onlineTuition]
          : [.oneToOneTuition, .onlineTuition, .nonSchool, .independentSchool]
      place(&draft, kinds: kinds, from: start, reason: isIll ? "PHN" : "MHN", manner: manner)
      if dayNumber > 90 && dice.chance(0.2) { moveOn(&draft, kinds: kinds) }
    }
    if dice.chance(0.1) { suspend(&child, times: 1, before: first) }
    addViews(&draft)
    child.cases.append(draft)
    children.append(child)
  }
}
