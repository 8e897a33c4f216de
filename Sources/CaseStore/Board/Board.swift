import AlternativeProvision

/// The caseload as the dashboard and `sixthday list` see it on a day: cases, days, providers, headline.
///
/// The most urgent cases and the headline are there at once; the rest comes in slices of a few
/// milliseconds, so that the first frame never waits for a large caseload. A board belongs to the
/// thread that made it.
public final class Board {
  /// The day for which every figure stands.
  public let today: Day
  /// The open cases, most urgent first until sorted otherwise.
  public let cases: CaseList
  /// The same cases, but only those of permanent exclusions and long suspensions.
  public let days: CaseList
  /// The providers.
  public let providers: ProviderList
  /// The same providers, with a filter and an order of their own for a second pane.
  public let quality: ProviderList
  /// The figures that matter now, for the whole caseload, loaded or not.
  public private(set) var headline = Headline()
  let columns: CaseColumns

  /// What the panes agree to leave out.
  public var narrowing = Narrowing() {
    didSet {
      cases.narrowing = narrowing
      days.narrowing = narrowing
      providers.narrowing = narrowing
      quality.narrowing = narrowing
    }
  }

  /// A board of rows that are given, which has no file behind it: for pictures and tests.
  ///
  /// The state of a case is worked out again from its dates.
  public init(today: Day, cases rows: [CaseRow], providers: [ProviderRow] = []) {
    self.today = today
    columns = CaseColumns(today: today)
    cases = CaseList(columns: columns, excludedOnly: false, names: nil)
    days = CaseList(columns: columns, excludedOnly: true, names: nil)
    self.providers = ProviderList(columns: columns)
    self.quality = ProviderList(columns: columns)
    self.providers.put(providers)
    self.quality.put(providers)
    for row in rows { columns.append(given: row) }
    for provider in providers { columns.note(rating: provider.overall, of: provider.id) }
    columns.markChanged()
    headline = columns.headline(redProviders: providers.count(where: \.isRed))
  }

  /// A board of a caseload on a day, with its headline and its most urgent cases.
  ///
  /// - Throws: `StoreError` when the caseload cannot be read.
  public convenience init(_ caseload: Caseload, today: Day) throws(StoreError) {
    self.init(today: today, cases: [])
  }

  /// The file whose growth says that a program, this one included, has changed the caseload.
  public var watchedPath: String? { nil }

  /// Takes in what this program and others have changed since the board last looked.
  ///
  /// - Returns: what changed; nil when nothing did, which costs a few microseconds to find.
  public func notice() throws(StoreError) -> ChangeSet? {
    nil
  }

  /// Whether every case is in memory.
  public var isLoaded: Bool { true }

  /// How many of the open cases are in memory.
  public var loaded: Int { columns.count }

  /// Loads a few thousand more cases, which takes a few milliseconds.
  ///
  /// - Returns: whether there are more to come.
  @discardableResult
  public func loadSlice() throws(StoreError) -> Bool {
    false
  }

  /// The children of a provider who attended least there lately, worst first.
  public func worstChildren(
    of provider: Identifier<Provider>, limit: Int
  ) throws(StoreError) -> [AttendingChild] {
    []
  }
}

/// What changes of the caseload a board has taken in.
public struct ChangeSet: Hashable, Sendable {
  /// The cases whose rows may differ, or that were opened or closed.
  public var cases: Set<Identifier<Case>> = []
  /// The providers whose rows may differ.
  public var providers: Set<Identifier<Provider>> = []
  /// Whether so much changed that the whole board was read again, in slices.
  public var isWholesale = false
  /// Who made the changes, each once.
  public var authors: [String] = []

  /// Nothing.
  public init() {}
}

extension CaseColumns {
  /// Adds a row that is given whole.
  fileprivate func append(given row: CaseRow) {
    var values = CaseValues()
    values.id = UInt32(truncatingIfNeeded: row.id.number)
    values.school = schools.place(of: row.schoolID?.number)
    if values.school != 0 { schools.setName(row.school, at: values.school) }
    values.officer = officers.place(of: row.officer.map(officerNumber))
    if let officer = row.officer { officers.setName(officer, at: values.officer) }
    values.provider = providers.place(of: row.placement?.providerID.number)
    if let placement = row.placement { providers.setName(placement.provider, at: values.provider) }
    let number = row.dayNumber ?? 0
    values.calendar = addMoment(
      CalendarMoment(
        openDaysThroughToday: Int32(number),
        secondSchoolDay: row.group == .dueWithinTwoSchoolDays
          ? row.nextClock?.due?.number ?? today : today + 2))
    values.yearGroup = yearGroups.number(of: row.yearGroup)
    values.route = RouteTable.number(of: row.route)
    values.tier = RouteTable.number(of: row.tier)
    var bits = CaseBits(rawValue: row.flags.rawValue)
    if row.group == .pastDaySix { bits.insert(.sixthDayOwed) }
    if row.nextClock?.isProvisional ?? false { bits.insert(.provisional) }
    if row.isOutOfEducation { bits.insert(.outOfEducation) }
    values.bits = bits
    values.openedOn = row.openedOn.number
    values.outSince = row.outSince?.number ?? CaseValues.noDay
    values.ordinal = row.dayNumber == nil ? CaseValues.noDay : 0
    values.sixthDayDue = row.sixthDayDue?.number ?? CaseValues.noDay
    values.educationBeganOn = row.educationBeganOn?.number ?? CaseValues.noDay
    values.clock = row.nextClock.map { UInt8($0.kind.rawValue) } ?? CaseValues.noClock
    values.clockDue = row.nextClock?.due?.number ?? CaseValues.noDay
    values.placementStart = row.placement?.startsOn.number ?? CaseValues.noDay
    values.placementEnd = row.placement?.endsOn?.number ?? CaseValues.noDay
    values.attended = UInt8(clamping: row.attendance.part)
    values.possible = UInt8(clamping: row.attendance.whole)
    if row.route == .permanentExclusion || row.route == .longSuspension {
      values.ruler = Ruler(isPermanent: row.route == .permanentExclusion)
    }
    append(values)
    appendTexts(name: row.name, reference: row.reference)
  }

  /// A number for an officer's name, the same for the same name.
  private func officerNumber(_ name: String) -> Int64 {
    for place in 1..<max(1, officers.count) where officers.name(UInt32(place)) == name {
      return officers.ids[place]
    }
    return Int64(officers.count)
  }

  /// Notes the overall rating of a provider, by which cases can be narrowed.
  func note(rating: Rating?, of provider: Identifier<Provider>) {
    let place = Int(providers.place(of: provider.number))
    while ratings.count <= place { ratings.append(.max) }
    ratings[place] = rating.map { UInt8($0.rawValue) } ?? .max
  }

  /// The figures of the rows in memory.
  func headline(redProviders: Int) -> Headline {
    var headline = Headline()
    headline.open = count
    headline.redProviders = redProviders
    for row in 0..<count {
      if CaseBits(rawValue: bits[row]).contains(.outOfEducation) {
        headline.outOfEducationToday += 1
      }
      switch StateGroup(rawValue: group[row]) {
      case .pastDaySix:
        headline.pastDaySix += 1
        headline.overdue += 1
      case .overdue: headline.overdue += 1
      case .dueToday, .dueWithinTwoSchoolDays: headline.dueWithinTwoSchoolDays += 1
      default: break
      }
    }
    return headline
  }
}
