/// The facts of one case laid out for its clocks: what each clock family reads.
struct ClockContext {
  let facts: CaseFacts
  let book: RuleBook
  /// All of the pupil's exclusions in order of beginning.
  let spans: [ExclusionSpan]
  let chains: [SuspensionChain]
  /// The exclusions whose clocks this case shows.
  let relevant: [Identifier<Exclusion>]

  init(_ facts: CaseFacts, book: RuleBook) {
    self.facts = facts
    self.book = book
    var spans = facts.exclusions.map { known in
      ExclusionSpan(
        known,
        calendar: facts.calendars.calendar(
          for: known.exclusion.school,
          authority: known.school?.authority ?? facts.pupil.authorities.school
            ?? facts.pupil.authorities.home))
    }
    spans.sort(by: ExclusionSpan.isEarlier)
    self.spans = spans
    chains =
      spans.isEmpty
      ? [] : SuspensionChain.chains(of: spans, attended: facts.attendance.attendedSchool)
    relevant = ClockContext.relevant(facts, spans, chains)
  }

  var bankHolidays: BankHolidays { facts.calendars.bankHolidays }

  /// The calendar of the pupil's own school, else of its authority or the home authority.
  var schoolCalendar: SchoolCalendar? {
    let authorities = facts.pupil.authorities
    return facts.calendars.calendar(
      for: facts.pupil.school,
      authority: facts.school?.authority ?? authorities.school ?? authorities.home)
  }

  /// The calendar of the authority where the child lives.
  var homeCalendar: SchoolCalendar? {
    let authorities = facts.pupil.authorities
    return facts.calendars.calendar(for: nil, authority: authorities.home) ?? schoolCalendar
  }

  /// The rule of a clock on a day, with the team's own length where it may set one.
  func rule(_ kind: ClockKind, on day: Day) -> ClockRule? {
    book.rule(kind, on: day)?.adjusted(by: facts.targets)
  }

  /// The rule of a clock of an exclusion, where one binds the school that excluded.
  func rule(_ kind: ClockKind, for span: ExclusionSpan) -> ClockRule? {
    guard let rule = rule(kind, on: span.exclusion.firstDay), rule.applies(to: span.facts.school)
    else { return nil }
    return rule
  }

  func isRelevant(_ span: ExclusionSpan) -> Bool { relevant.contains(span.facts.id) }

  /// Which exclusions a case answers for: the one that it names, those joined to it without a school
  /// day between, and later ones while the case lasts; never those of the child's other cases.
  private static func relevant(
    _ facts: CaseFacts, _ spans: [ExclusionSpan], _ chains: [SuspensionChain]
  ) -> [Identifier<Exclusion>] {
    guard let named = named(facts, spans) else { return [] }
    var found = [named.facts.id]
    func add(_ span: ExclusionSpan) {
      if !found.contains(span.facts.id) && !facts.exclusionsOfOtherCases.contains(span.facts.id) {
        found.append(span.facts.id)
      }
    }
    for chain in chains {
      let holdsNamed = chain.members.contains { $0.facts.id == named.facts.id }
      if holdsNamed || (named.isPermanent && chain.isFollowedAtOnce(by: named)) {
        chain.members.forEach(add)
      }
    }
    for span in spans
    where !ExclusionSpan.isEarlier(span, named)
      && span.exclusion.firstDay < facts.file.closedOn ?? .distantFuture
      && !facts.exclusionsOfClosedCases.contains(span.facts.id)
    {
      add(span)
    }
    return found
  }

  private static func named(_ facts: CaseFacts, _ spans: [ExclusionSpan]) -> ExclusionSpan? {
    if let id = facts.file.exclusion {
      return spans.first { $0.facts.id == id }
    }
    let category: ExclusionCategory
    switch facts.file.route {
    case .permanentExclusion: category = .permanent
    case .longSuspension: category = .suspension
    default: return nil
    }
    let candidates = spans.filter {
      $0.exclusion.category == category && !facts.exclusionsOfOtherCases.contains($0.facts.id)
    }
    return candidates.last { $0.exclusion.firstDay <= facts.file.openedOn } ?? candidates.first
  }
}
