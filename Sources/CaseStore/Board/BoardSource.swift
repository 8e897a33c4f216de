import AlternativeProvision

/// Stands between a board and its file: reads rows, names and calendars when they are wanted.
final class BoardSource: NameReading {
  let caseload: Caseload
  let connection: Connection
  let today: Day
  private(set) var columns: CaseColumns
  private var calendarPlaces: [Int64: UInt32] = [:]
  private var knownMoments: [Int64: CalendarMoment]?
  /// Whether what the file keeps beside the records was worked out by this edition of the program.
  private(set) var isCurrent: Bool
  /// Whether some rows among the columns are not those on file.
  private(set) var hasOwnRows = false
  /// Officers of a day that has passed who hold no open case any more.
  var passedOfficers: [String: Int64] = [:]
  private let single: Statement

  init(_ caseload: Caseload, today: Day) throws(StoreError) {
    self.caseload = caseload
    self.today = today
    connection = caseload.connection
    columns = CaseColumns(today: today)
    isCurrent = try DerivedEdition.isCurrent(in: connection)
    single = try CaseStream.single(connection)
  }

  /// Begins again with empty columns, into which everything is to be read anew.
  func beginAgain() throws(StoreError) -> CaseColumns {
    columns = CaseColumns(today: today, version: columns.version + 1)
    calendarPlaces = [:]
    knownMoments = nil
    isCurrent = try DerivedEdition.isCurrent(in: connection)
    hasOwnRows = false
    return columns
  }

  // MARK: Rows

  /// Adds the row on which a statement stands.
  func append(_ row: Statement) throws(StoreError) {
    columns.append(try values(of: row))
    columns.appendTexts(name: row.bytes(23), reference: row.bytes(24))
  }

  /// Reads a case's row again: it may be new, different, or gone.
  ///
  /// - Returns: the position of the row that must be taken out, if the case is not open any more.
  func reload(_ number: Int64) throws(StoreError) -> Int? {
    let row = columns.row(of: Identifier(number))
    single.bind(1, number)
    defer { single.reset() }
    guard try single.step() else { return row }
    if !holds(single) {
      single.reset()
      return try workOut(number, by: FactsReader(caseload))
    }
    let values = try values(of: single)
    if let row {
      columns.replace(
        row: row, values, name: single.text(23), reference: single.text(24))
    } else {
      columns.append(values)
      columns.appendTexts(name: single.bytes(23), reference: single.bytes(24))
      columns.markChanged()
    }
    return nil
  }

  /// Whether the row on which a statement stands is true of today: another program may have brought it
  /// to another day.
  func holds(_ row: Statement) -> Bool {
    let day = Int64(today.number)
    return isCurrent && row.integer(26) <= day && day < row.integer(27)
  }

  /// Notes that a row among the columns was worked out, and is not on file.
  func noteOwnRow() { hasOwnRows = true }

  private func values(of row: Statement) throws(StoreError) -> CaseValues {
    var values = CaseValues()
    values.id = UInt32(truncatingIfNeeded: row.integer(1))
    values.school = columns.schools.place(of: row.integerOrNil(2))
    values.officer = columns.officers.place(of: row.integerOrNil(3))
    values.route = UInt8(truncatingIfNeeded: row.integer(4))
    values.tier = UInt8(truncatingIfNeeded: row.integer(5))
    values.bits = CaseBits(rawValue: UInt8(truncatingIfNeeded: row.integer(6)))
    values.hasMissed = row.integer(6) & CaseBits.missed != 0
    values.isResumed = row.integer(6) & CaseBits.resumed != 0
    values.openedOn = day(row, 7)
    values.outSince = day(row, 8)
    values.ordinal = day(row, 9)
    values.calendar = try place(ofCalendar: row.integerOrNil(10))
    values.sixthDayDue = day(row, 11)
    values.educationBeganOn = day(row, 12)
    if let clock = row.integerOrNil(13) {
      values.clock = UInt8(truncatingIfNeeded: clock)
      if !values.bits.contains(.provisional) { values.clockDue = day(row, 0) }
    }
    values.provider = columns.providers.place(of: row.integerOrNil(14))
    values.placementStart = day(row, 15)
    values.placementEnd = day(row, 16)
    if let latest = row.integerOrNil(18) {
      let recent = PackedWeeks.recent(
        row.integer(17), latestWeek: Int32(latest), monday: today.monday.number)
      values.attended = UInt8(recent.attended)
      values.possible = UInt8(recent.possible)
      values.fall = UInt8(recent.fall)
    }
    values.yearGroup = columns.yearGroups.number(of: row.bytes(25))
    if values.bits.contains(.excluded) {
      values.ruler = Ruler(
        isPermanent: values.bits.contains(.permanent), governorsDue: day(row, 19),
        governorsMetOn: day(row, 20), applicationDue: day(row, 21), hearingDue: day(row, 22))
    }
    return values
  }

  private func day(_ row: Statement, _ column: Int32) -> Int32 {
    row.integerOrNil(column).map { Int32(truncatingIfNeeded: $0) } ?? CaseValues.noDay
  }

  // MARK: Calendars

  /// The place of a calendar among those that the rows mention: a school's number, or an authority's
  /// with a minus.
  func place(ofCalendar number: Int64?) throws(StoreError) -> UInt32 {
    guard let number else { return 0 }
    if let place = calendarPlaces[number] { return place }
    let place = columns.addMoment(try moment(number))
    calendarPlaces[number] = place
    return place
  }

  /// What a calendar says of today.
  func moment(_ number: Int64) throws(StoreError) -> CalendarMoment {
    try moments()[number] ?? CalendarMoment(weekdaysAfter: today)
  }

  /// The latest day that is for any calendar the second school day from today.
  func latestSecondSchoolDay() throws(StoreError) -> Int32 {
    var latest = CalendarMoment(weekdaysAfter: today).secondSchoolDay
    for moment in try moments().values { latest = max(latest, moment.secondSchoolDay) }
    return latest
  }

  private func moments() throws(StoreError) -> [Int64: CalendarMoment] {
    if let known = knownMoments { return known }
    let moments =
      isCurrent ? try CalendarStretches(connection).moments(on: today) : try builtMoments()
    knownMoments = moments
    return moments
  }

  /// The moments of calendars built from the records: the slow way, for a file of another edition.
  private func builtMoments() throws(StoreError) -> [Int64: CalendarMoment] {
    let book = try caseload.calendarBook()
    var moments: [Int64: CalendarMoment] = [:]
    for (code, calendar) in book.authorities {
      moments[-Int64(code)] = CalendarMoment(calendar, today: today)
    }
    for (school, calendar) in book.schools {
      moments[school.number] = CalendarMoment(calendar, today: today)
    }
    return moments
  }

  // MARK: Names

  func readAllNames(in columns: CaseColumns) {
    if let names = try? names(of: columns.schools, "SELECT id, name FROM school") {
      columns.schools.setNames(names)
    }
    if let names = try? names(of: columns.officers, "SELECT id, name FROM officer") {
      columns.officers.setNames(names)
    }
    if let names = try? names(of: columns.providers, "SELECT id, name FROM provider") {
      columns.providers.setNames(names)
    }
  }

  func readNames(row: Int, in columns: CaseColumns) {
    readName(columns.school[row], columns, \.schools, "SELECT name FROM school WHERE id = ?1")
    readName(columns.officer[row], columns, \.officers, "SELECT name FROM officer WHERE id = ?1")
    readName(
      columns.provider[row], columns, \.providers, "SELECT name FROM provider WHERE id = ?1")
  }

  /// Reads a school's name again, if any row mentions it.
  func reloadSchool(_ number: Int64) throws(StoreError) {
    guard let place = columns.schools.known(number) else { return }
    if let name = try name(number, "SELECT name FROM school WHERE id = ?1") {
      columns.schools.setName(name, at: place)
      columns.touch()
    }
  }

  /// Reads a provider's name again, if any row mentions it.
  func reloadProvider(_ number: Int64) throws(StoreError) {
    guard let place = columns.providers.known(number) else { return }
    if let name = try name(number, "SELECT name FROM provider WHERE id = ?1") {
      columns.providers.setName(name, at: place)
      columns.touch()
    }
  }

  /// All names of a book in the order of its places after 0; nil when all are known already.
  private func names(
    of book: NameBook, _ sql: StaticString
  ) throws(StoreError) -> [String]? {
    if !book.hasUnread { return nil }
    var names = [String](repeating: "", count: book.count - 1)
    let rows = try connection.statement(sql)
    defer { rows.reset() }
    while try rows.step() {
      if let place = book.known(rows.integer(0)) { names[Int(place) - 1] = rows.text(1) }
    }
    return names
  }

  private func readName(
    _ place: UInt32, _ columns: CaseColumns,
    _ book: ReferenceWritableKeyPath<CaseColumns, NameBook>, _ sql: StaticString
  ) {
    if columns[keyPath: book].hasName(place) { return }
    let number = columns[keyPath: book].ids[Int(place)]
    // A name that cannot be read stays empty, and is asked for again with the next frame.
    guard let name = try? name(number, sql) else { return }
    columns[keyPath: book].setName(name, at: place)
  }

  private func name(_ number: Int64, _ sql: StaticString) throws(StoreError) -> String? {
    let row = try connection.statement(sql)
    row.bind(1, number)
    defer { row.reset() }
    return try row.step() ? row.text(0) : nil
  }
}
