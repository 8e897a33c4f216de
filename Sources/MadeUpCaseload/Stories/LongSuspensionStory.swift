import AlternativeProvision

extension AuthorityStory {
  /// A suspension past the fifth day, or a chain of two that reaches it: the school's own sixth day.
  mutating func writeLongSuspension(turn: Int) {
    var child = makeChild(.longSuspension)
    let dayNumber = [4, 9, 5, 12, 3, 7, 8, 15, 6, 10][turn % 10]
    let first = days.beginning(dayNumber: dayNumber)
    suspend(&child, times: dice.number(1, 6), before: first)
    // A school with a longer half term of its own would have an earlier one run into this.
    let longest = 6
    child.exclusions.removeAll { earlier in
      days.position(of: earlier.value.firstDay) + (earlier.value.sessions ?? 0) / 2 + longest
        > days.position(of: first)
    }
    let isChain = turn % 3 == 1
    let lengths = isChain ? [4, dice.number(4, 6)] : [dice.number(max(7, dayNumber), 16)]
    var start = first
    for length in lengths {
      var value = Exclusion(
        pupil: Identifier(0), school: Identifier(Int64(child.school)), category: .suspension,
        firstDay: start, sessions: length * 2)
      value.reasons = reasons(on: start, isPermanent: true)
      value.authorityNotifiedOn = start
      value.governors.notifiedOn = start
      let isKnown = start <= days.today
      start = days.day(length, after: start)
      if isKnown { child.exclusions.append(ExclusionDraft(value: value, school: child.school)) }
    }
    var file = Case(
      reference: "", pupil: Identifier(0), route: .longSuspension, openedOn: first)
    file.tier = .targetedSupport
    file.officer = officer()
    var draft = CaseDraft(value: file, exclusion: child.exclusions.count - 1)
    // One in six schools has arranged nothing by the sixth day.
    if dayNumber >= 6 && turn % 6 != 1 {
      place(
        &draft, kinds: [.mainstreamSchool, .nonSchool, .oneToOneTuition],
        from: days.day(5, after: first), reason: "SUS", manner: .schoolProvision)
    }
    addViews(&draft)
    child.cases.append(draft)
    children.append(child)
  }
}
