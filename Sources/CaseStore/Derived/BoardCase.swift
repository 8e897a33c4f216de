import AlternativeProvision

/// One row of `board_case`: all that a list shows of an open case, as numbers and three texts.
struct BoardCase: Hashable {
  /// The columns that hold numbers, in the order in which rows are written and read.
  enum Column: Int, CaseIterable {
    case `class`, due, caseID, schoolID, officerID, route, tier, bits, openedOn, outSince, ordinal
    case calendar, sixthDue, beganOn, clock, providerID, placementStart, placementEnd, weeks
    case latestWeek, governorsDue, governorsMet, applicationDue, hearingDue, validFrom, validUntil
    case pupilID
  }

  /// The number columns by their names in the table, in order, then the texts.
  static let selection: StaticString = """
    SELECT class, due, case_id, school_id, officer_id, route, tier, bits, opened_on, out_since,
      ordinal, calendar, sixth_due, began_on, clock, provider_id, placement_start, placement_end,
      weeks, latest_week, governors_due, governors_met, application_due, hearing_due, valid_from,
      valid_until, pupil_id, reference, name, year_group
    FROM board_case WHERE case_id = ?1
    """
  static let insertion: StaticString = """
    INSERT INTO board_case(class, due, case_id, school_id, officer_id, route, tier, bits, opened_on,
      out_since, ordinal, calendar, sixth_due, began_on, clock, provider_id, placement_start,
      placement_end, weeks, latest_week, governors_due, governors_met, application_due, hearing_due,
      valid_from, valid_until, pupil_id, reference, name, year_group)
    VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
      ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30)
    """

  private var numbers = [Int64?](repeating: nil, count: Column.allCases.count)
  var reference = ""
  var name = ""
  var yearGroup = ""

  subscript(_ column: Column) -> Int64? {
    get { numbers[column.rawValue] }
    set { numbers[column.rawValue] = newValue }
  }

  init() {}

  /// Whether two rows are the same but for what registers say.
  func differsOnlyInWeeks(from other: BoardCase) -> Bool {
    var same = self
    same[.weeks] = other[.weeks]
    same[.latestWeek] = other[.latestWeek]
    return same == other
  }

  /// Reads a row that `selection` gave.
  init(_ row: Statement) {
    for column in Column.allCases {
      numbers[column.rawValue] = row.integerOrNil(Int32(column.rawValue))
    }
    let texts = Int32(Column.allCases.count)
    reference = row.text(texts)
    name = row.text(texts + 1)
    yearGroup = row.text(texts + 2)
  }

  /// Binds every column to `insertion`.
  func bind(to statement: Statement) {
    for (place, number) in numbers.enumerated() { statement.bind(Int32(place) + 1, number) }
    let texts = Int32(numbers.count) + 1
    statement.bind(texts, reference)
    statement.bind(texts + 1, name)
    statement.bind(texts + 2, yearGroup)
  }

  /// What follows from the facts alone, and not from how the clocks stand.
  mutating func take(_ facts: CaseFacts, number: Int64, officer: Int64?) {
    let file = facts.file
    let pupil = facts.pupil
    self[.caseID] = number
    self[.pupilID] = file.pupil.number
    self[.officerID] = officer
    self[.route] = Int64(RouteTable.number(of: file.route))
    self[.tier] = Int64(RouteTable.number(of: file.tier))
    self[.openedOn] = Int64(file.openedOn.number)
    reference = file.reference
    name = BoardCase.name(of: pupil)
    yearGroup = pupil.yearGroup
    let excluded = facts.exclusions.first { $0.id == file.exclusion }
    let school = excluded?.exclusion.school ?? pupil.school
    self[.schoolID] = school?.number
    let authority =
      (excluded?.school ?? facts.school)?.authority ?? pupil.authorities.school
      ?? pupil.authorities.home
    if let school, facts.calendars.schools[school] != nil {
      self[.calendar] = school.number
    } else if let authority, facts.calendars.authorities[authority] != nil {
      self[.calendar] = -Int64(authority)
    }
  }

  /// What follows from how the clocks stand on a day.
  mutating func take(_ moment: CaseMoment, _ facts: CaseFacts, clocks: [StoredClock]) {
    let file = facts.file
    let uncounted = moment.watched == nil ? BoardCase.uncounted(file, clocks) : nil
    let isUnknown = moment.isSixthDayUnknown(clock: moment.watched?.kind ?? uncounted)
    self[.class] = moment.isSixthDayOwed && !isUnknown ? 0 : 1
    self[.clock] = (moment.watched?.kind ?? uncounted).map { Int64($0.rawValue) }
    self[.due] =
      isUnknown
      ? Int64(CaseValues.unknownSixthDay)
      : moment.watched.map { Int64($0.due?.number ?? CaseValues.noDay - 1) }
        ?? Int64(uncounted == nil ? CaseValues.noDay : CaseValues.noDay - 1)
    // A sixth day that the exclusion did not last to is nobody's.
    self[.sixthDue] = moment.sixthDay.flatMap { clock in
      clock.endedOn.map { ended in clock.due.map { $0 < ended } ?? false } ?? true
        ? clock.due.map { Int64($0.number) } : nil
    }
    self[.beganOn] = moment.sixthDay?.metOn.map { Int64($0.number) }
    self[.providerID] = moment.placement?.provider.number
    self[.placementStart] = moment.placement.map { Int64($0.startsOn.number) }
    self[.placementEnd] = (moment.placement?.endedOn ?? moment.placement?.plannedEnd)
      .map { Int64($0.number) }
    self[.validFrom] = Int64(moment.validFrom)
    self[.validUntil] = Int64(moment.validUntil)
    var bits = CaseBits()
    if facts.pupil.isLookedAfter { bits.formUnion(CaseBits(rawValue: 1)) }
    if facts.pupil.hasSocialWorker { bits.formUnion(CaseBits(rawValue: 2)) }
    if facts.pupil.hasPlan { bits.formUnion(CaseBits(rawValue: 4)) }
    if moment.isSixthDayOwed { bits.insert(.sixthDayOwed) }
    if moment.watched?.due == nil, moment.watched != nil || uncounted != nil {
      bits.insert(.provisional)
    }
    if moment.isOutOfEducation { bits.insert(.outOfEducation) }
    let since = BoardCase.outSince(file, facts, moment.sixthDay, clocks).flatMap {
      // A child is not out before the first day.
      $0 <= moment.day ? $0 : nil
    }
    self[.outSince] = since.map { Int64($0.number) }
    self[.ordinal] =
      moment.isBackInSchool
      ? Int64(CaseValues.backInSchool)
      : since.flatMap { day in ordinal(of: day, in: facts.calendars).map(Int64.init) }
    if file.route == .permanentExclusion || file.route == .longSuspension {
      bits.insert(.excluded)
      if file.route == .permanentExclusion { bits.insert(.permanent) }
      takeRuler(
        clocks, of: file.exclusion ?? moment.sixthDay?.exclusion.map { Identifier($0) },
        on: moment.day)
    }
    self[.bits] =
      Int64(bits.rawValue) | (moment.hasMissed ? CaseBits.missed : 0)
      | (moment.isResumed ? CaseBits.resumed : 0)
  }

  /// The later clocks that are still to run out, and the governors' once it is met.
  private mutating func takeRuler(
    _ clocks: [StoredClock], of exclusion: Identifier<Exclusion>?, on day: Day
  ) {
    let own = clocks.filter { exclusion == nil || $0.exclusion == exclusion?.number }
    func due(_ kind: ClockKind) -> Int64? {
      own.first { $0.kind == kind && $0.state(on: day).isOpen }?.due.map { Int64($0.number) }
    }
    let governors = own.first { $0.kind == .governors15 } ?? own.first { $0.kind == .governors50 }
    self[.governorsDue] =
      governors.flatMap { $0.state(on: day).isOpen || $0.metOn != nil ? $0.due : nil }
      .map { Int64($0.number) }
    self[.governorsMet] = governors?.metOn.map { Int64($0.number) }
    self[.applicationDue] = due(.reviewApplication)
    self[.hearingDue] = due(.reviewHearing)
  }

  /// The sixth-day clock that a case of exclusion must have, where its exclusion is not on file.
  ///
  /// Such a child must not look safe merely because nobody has imported the exclusion yet.
  private static func uncounted(_ file: Case, _ clocks: [StoredClock]) -> ClockKind? {
    guard !clocks.contains(where: \.isSixthDay) else { return nil }
    switch file.route {
    case .permanentExclusion: return .sixthDayPermanent
    case .longSuspension: return hasLunchtimesOnly(file, clocks) ? nil : .sixthDaySuspension
    default: return nil
    }
  }

  /// Whether all that is on file of a suspension are lunchtimes, which never come to six days out (they
  /// count towards the year's 45 all the same): the child is in school.
  static func hasLunchtimesOnly(_ file: Case, _ clocks: [StoredClock]) -> Bool {
    file.route == .longSuspension && !clocks.contains(where: \.isSixthDay)
      && clocks.contains { $0.kind == .yearLimit45 }
  }

  /// How many school days the case's calendar has before a day.
  private func ordinal(of day: Day, in calendars: CalendarBook) -> Int? {
    guard let number = self[.calendar] else { return nil }
    let calendar =
      number < 0
      ? calendars.authorities[Int(-number)] : calendars.schools[Identifier(number)]
    guard let calendar, let first = calendar.knownFrom, day >= first else { return nil }
    return calendar.openDays(from: first, through: day.adding(days: -1))
  }

  /// The first day of the exclusion, or of the absence that the clocks know.
  private static func outSince(
    _ file: Case, _ facts: CaseFacts, _ sixthDay: StoredClock?, _ clocks: [StoredClock]
  ) -> Day? {
    switch file.route {
    case .permanentExclusion, .longSuspension:
      // A duty that is resumed after a placement broke down has a clock of its own, but the child
      // has been excluded since the first.
      let first = clocks.filter { $0.isSixthDay && $0.exclusion == sixthDay?.exclusion }
        .compactMap(\.started).min()
      if let first { return first }
      return facts.exclusions.first { $0.id == file.exclusion }?.exclusion.firstDay
    case .medical, .emotionallyBasedAbsence, .educationOtherwiseThanAtSchool,
      .safeguardingSeparation:
      return clocks.first { $0.kind == .section19Illness }?.started ?? file.section19AcceptedOn
    case .offSiteDirection: return file.direction?.firstDay
    case .managedMove, .outreach: return nil
    }
  }

  /// The child as lists name it, as in "OKAFOR, Temi (Temperance)": found by either forename.
  static func name(of pupil: Pupil) -> String {
    guard let known = pupil.preferredName, !known.isEmpty, known != pupil.forename else {
      return pupil.displayName
    }
    return "\(pupil.displayName) (\(pupil.forename))"
  }
}
