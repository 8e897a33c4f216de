import AlternativeProvision

/// The open cases in memory, a column an array: about sixty bytes a case, and its name.
final class CaseColumns {
  let today: Int32
  let endOfWeek: Int32
  private(set) var version: Int
  /// Whether rows have come in order of urgency and none has changed since.
  private(set) var isInUrgencyOrder = true

  private(set) var ids: [UInt32] = []
  private(set) var school: [UInt32] = []
  private(set) var officer: [UInt32] = []
  private(set) var provider: [UInt32] = []
  private(set) var calendar: [UInt32] = []
  private(set) var ruler: [UInt32] = []
  private(set) var yearGroup: [UInt8] = []
  private(set) var route: [UInt8] = []
  private(set) var tier: [UInt8] = []
  private(set) var bits: [UInt8] = []
  /// What else is true of a row: `hasMissed` and `isResumed` of its values, a bit each.
  private(set) var missed: [UInt8] = []
  private(set) var group: [UInt8] = []
  private(set) var clock: [UInt8] = []
  private(set) var attended: [UInt8] = []
  private(set) var possible: [UInt8] = []
  private(set) var fall: [UInt8] = []
  private(set) var openedOn: [Int32] = []
  private(set) var outSince: [Int32] = []
  private(set) var ordinal: [Int32] = []
  private(set) var sixthDayDue: [Int32] = []
  private(set) var educationBeganOn: [Int32] = []
  private(set) var clockDue: [Int32] = []
  private(set) var placementStart: [Int32] = []
  private(set) var placementEnd: [Int32] = []
  /// Name, then reference.
  private(set) var texts = TextTable()
  private(set) var rulers: [Ruler] = [Ruler()]

  var schools = NameBook()
  var officers = NameBook()
  var providers = NameBook()
  var yearGroups = YearGroups()
  /// Place 0 stands for no calendar.
  private(set) var moments: [CalendarMoment]
  /// For each provider's place, the raw value of its overall rating, 255 for none.
  var ratings: [UInt8] = [.max]

  private var cachedUrgency: (version: Int, order: [UInt32])?
  private var cachedWords: (version: Int, masks: [(word: [UInt8], mask: [UInt8])]) = (-1, [])
  private var cachedNarrowing: (version: Int, narrowing: Narrowing, mask: [UInt8]?)?
  private var cachedNameRanks: [UInt32]?
  private var cachedReferenceRanks: [UInt32]?

  init(today: Day, version: Int = 0) {
    self.version = version
    self.today = today.number
    self.endOfWeek = today.endOfWeekAhead.number
    self.moments = [
      CalendarMoment(openDaysThroughToday: nil, secondSchoolDay: today.number + 2)
    ]
  }

  var count: Int { ids.count }

  /// Makes room for all the rows that are coming, so that no array is copied while it grows.
  func reserve(_ rows: Int) {
    ids.reserveCapacity(rows)
    for path in [\CaseColumns.school, \.officer, \.provider, \.calendar, \.ruler] {
      self[keyPath: path].reserveCapacity(rows)
    }
    for path in [
      \CaseColumns.yearGroup, \.route, \.tier, \.bits, \.missed, \.group, \.clock, \.attended,
      \.possible, \.fall,
    ] { self[keyPath: path].reserveCapacity(rows) }
    for path in [
      \CaseColumns.openedOn, \.outSince, \.ordinal, \.sixthDayDue, \.educationBeganOn, \.clockDue,
      \.placementStart, \.placementEnd,
    ] { self[keyPath: path].reserveCapacity(rows) }
    texts.reserve(rows: rows, bytesPerRow: 36)
  }

  /// Adds what a calendar says of today, and gives its place.
  func addMoment(_ moment: CalendarMoment) -> UInt32 {
    moments.append(moment)
    return UInt32(moments.count - 1)
  }

  /// Adds a row whose text is added too, by `appendTexts`.
  func append(_ values: CaseValues) {
    ids.append(values.id)
    school.append(values.school)
    officer.append(values.officer)
    provider.append(values.provider)
    calendar.append(values.calendar)
    ruler.append(place(of: values.ruler, instead: 0))
    yearGroup.append(values.yearGroup)
    route.append(values.route)
    tier.append(values.tier)
    bits.append(values.bits.rawValue)
    missed.append(CaseColumns.more(values))
    group.append(groupOf(values).rawValue)
    clock.append(values.clock)
    attended.append(values.attended)
    possible.append(values.possible)
    fall.append(values.fall)
    openedOn.append(values.openedOn)
    outSince.append(values.outSince)
    ordinal.append(values.ordinal)
    sixthDayDue.append(values.sixthDayDue)
    educationBeganOn.append(values.educationBeganOn)
    clockDue.append(values.clockDue)
    placementStart.append(values.placementStart)
    placementEnd.append(values.placementEnd)
    version += 1
  }

  func appendTexts(name: UnsafeBufferPointer<UInt8>, reference: UnsafeBufferPointer<UInt8>) {
    texts.append(name, reference)
    forgetRanks()
  }

  func appendTexts(name: String, reference: String) {
    texts.append([name, reference])
    forgetRanks()
  }

  /// Puts other values into a row.
  func replace(row: Int, _ values: CaseValues, name: String, reference: String) {
    let wasOrdered = cachedUrgency?.version == version
    if wasOrdered { takeOutOfOrder(row) }
    ids[row] = values.id
    school[row] = values.school
    officer[row] = values.officer
    provider[row] = values.provider
    calendar[row] = values.calendar
    ruler[row] = place(of: values.ruler, instead: ruler[row])
    yearGroup[row] = values.yearGroup
    route[row] = values.route
    tier[row] = values.tier
    bits[row] = values.bits.rawValue
    missed[row] = CaseColumns.more(values)
    group[row] = groupOf(values).rawValue
    clock[row] = values.clock
    attended[row] = values.attended
    possible[row] = values.possible
    fall[row] = values.fall
    openedOn[row] = values.openedOn
    outSince[row] = values.outSince
    ordinal[row] = values.ordinal
    sixthDayDue[row] = values.sixthDayDue
    educationBeganOn[row] = values.educationBeganOn
    clockDue[row] = values.clockDue
    placementStart[row] = values.placementStart
    placementEnd[row] = values.placementEnd
    if texts.replace(row: row, with: [name, reference]) { forgetRanks() }
    markChanged()
    if wasOrdered { putIntoOrder(row) }
  }

  /// Takes a row out of the order of urgency, before it changes.
  private func takeOutOfOrder(_ row: Int) {
    guard let place = cachedUrgency?.order.firstIndex(of: UInt32(row)) else { return }
    cachedUrgency?.order.remove(at: place)
  }

  /// Puts a row back where it belongs by now, which costs less than ordering all of them anew.
  private func putIntoOrder(_ row: Int) {
    guard var order = cachedUrgency?.order else { return }
    cachedUrgency = nil
    let key = CaseOrder.urgencyKey(self, row)
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) / 2
      let other = Int(order[middle])
      if (CaseOrder.urgencyKey(self, other), ids[other]) < (key, ids[row]) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    order.insert(UInt32(row), at: low)
    cachedUrgency = (version, order)
  }

  /// Takes out rows, such as those of cases that closed.
  func remove(rows: [Int]) {
    if rows.isEmpty { return }
    var isKept = [Bool](repeating: true, count: count)
    for row in rows { isKept[row] = false }
    ids = kept(ids, isKept)
    school = kept(school, isKept)
    officer = kept(officer, isKept)
    provider = kept(provider, isKept)
    calendar = kept(calendar, isKept)
    ruler = kept(ruler, isKept)
    yearGroup = kept(yearGroup, isKept)
    route = kept(route, isKept)
    tier = kept(tier, isKept)
    bits = kept(bits, isKept)
    missed = kept(missed, isKept)
    group = kept(group, isKept)
    clock = kept(clock, isKept)
    attended = kept(attended, isKept)
    possible = kept(possible, isKept)
    fall = kept(fall, isKept)
    openedOn = kept(openedOn, isKept)
    outSince = kept(outSince, isKept)
    ordinal = kept(ordinal, isKept)
    sixthDayDue = kept(sixthDayDue, isKept)
    educationBeganOn = kept(educationBeganOn, isKept)
    clockDue = kept(clockDue, isKept)
    placementStart = kept(placementStart, isKept)
    placementEnd = kept(placementEnd, isKept)
    texts.keep(isKept)
    forgetRanks()
    markChanged()
  }

  /// Says that something other than the end of the columns is not what it was.
  func markChanged() {
    isInUrgencyOrder = false
    version += 1
  }

  /// Says that names or ratings are not what they were, though every row is.
  func touch() {
    let isOrdered = cachedUrgency?.version == version
    version += 1
    if isOrdered { cachedUrgency?.version = version }
  }

  /// The row of a case; nil when it is not open or not loaded yet.
  func row(of id: Identifier<Case>) -> Int? {
    guard let number = UInt32(exactly: id.number) else { return nil }
    return ids.firstIndex(of: number)
  }

  /// The rows, the most urgent first.
  var urgencyOrder: [UInt32] {
    if let cachedUrgency, cachedUrgency.version == version { return cachedUrgency.order }
    let order = CaseOrder.urgency(self)
    cachedUrgency = (version, order)
    return order
  }

  /// The rows that a narrowing leaves, as a byte a row; nil where it leaves all. Kept, since every pane
  /// and figure of a screen asks for the same.
  func mask(of narrowing: Narrowing) -> [UInt8]? {
    if narrowing.isEmpty { return nil }
    if let cachedNarrowing, cachedNarrowing.version == version,
      cachedNarrowing.narrowing == narrowing
    {
      return cachedNarrowing.mask
    }
    let mask = CaseMask.rows(of: self, left: narrowing)
    cachedNarrowing = (version, narrowing, mask)
    return mask
  }

  /// The rows that hold a word, as a byte a row; kept for the words that were asked for last.
  func mask(holding word: [UInt8]) -> [UInt8] {
    if cachedWords.version != version { cachedWords = (version, []) }
    if let known = cachedWords.masks.first(where: { $0.word == word }) { return known.mask }
    let mask = CaseMask.rows(of: self, holding: word)
    if cachedWords.masks.count >= 4 { cachedWords.masks.removeFirst() }
    cachedWords.masks.append((word, mask))
    return mask
  }

  /// For each row its position by name.
  var nameRanks: [UInt32] {
    if let cachedNameRanks { return cachedNameRanks }
    let ranks = texts.ranks(field: 0, of: 2)
    cachedNameRanks = ranks
    return ranks
  }

  /// For each row its position by reference.
  var referenceRanks: [UInt32] {
    if let cachedReferenceRanks { return cachedReferenceRanks }
    let ranks = texts.ranks(field: 1, of: 2)
    cachedReferenceRanks = ranks
    return ranks
  }

  func forgetRanks() {
    cachedNameRanks = nil
    cachedReferenceRanks = nil
  }

  private func place(of ruler: Ruler?, instead old: UInt32) -> UInt32 {
    guard let ruler else { return 0 }
    if old != 0 {
      rulers[Int(old)] = ruler
      return old
    }
    rulers.append(ruler)
    return UInt32(rulers.count - 1)
  }

  private func kept<Value>(_ column: [Value], _ isKept: [Bool]) -> [Value] {
    var kept: [Value] = []
    kept.reserveCapacity(column.count)
    for row in column.indices where isKept[row] { kept.append(column[row]) }
    return kept
  }

  /// The clock of a mark of unexplained absence, as the column of clocks has it.
  static let openMark = UInt8(ClockKind.unexplainedMark.rawValue)
  static let missedBit: UInt8 = 1
  static let resumedBit: UInt8 = 2

  private static func more(_ values: CaseValues) -> UInt8 {
    (values.hasMissed ? missedBit : 0) | (values.isResumed ? resumedBit : 0)
  }

  private func groupOf(_ values: CaseValues) -> StateGroup {
    if values.bits.contains(.sixthDayOwed), values.sixthDayDue < today,
      values.educationBeganOn > today
    {
      return .pastDaySix
    }
    let quiet: StateGroup = values.lacksPlannedProvision ? .withoutProvision : .safe
    if values.clock == CaseValues.noClock { return quiet }
    if values.bits.contains(.provisional) {
      return values.hasUnknownSixthDay ? .daySixUnknown : .provisional
    }
    let due = values.clockDue
    if due < today { return .overdue }
    if due == today { return .dueToday }
    if due <= moments[Int(values.calendar)].secondSchoolDay { return .dueWithinTwoSchoolDays }
    return due <= endOfWeek ? .dueThisWeek : quiet
  }
}
