import AlternativeProvision

extension Caseload {
  /// Every calendar on file, built and ready to count by; kept until the file changes.
  public func calendarBook() throws(StoreError) -> CalendarBook {
    let stamp = try connection.changeStamp()
    if let kept = keptCalendars, kept.stamp == stamp { return kept.book }
    let book = try readCalendarBook()
    keptCalendars = (stamp, book)
    return book
  }

  private func readCalendarBook() throws(StoreError) -> CalendarBook {
    try snapshot { () throws(StoreError) in
      let holidays = try bankHolidays()
      var years: [CalendarOwner: [SchoolYear]] = [:]
      for (owner, year) in try calendarYears() { years[owner, default: []].append(year) }
      var book = CalendarBook(bankHolidays: holidays)
      for (owner, years) in years {
        book.put(try calendar(of: owner, years: years, holidays), of: owner)
      }
      return book
    }
  }

  /// A calendar of years that have been read, under the name of its owner.
  func calendar(
    of owner: CalendarOwner, years: [SchoolYear], _ holidays: BankHolidays
  ) throws(StoreError) -> SchoolCalendar {
    let name =
      switch owner {
      case .authority(let code): Codes.authorityName(code)
      case .school(let id): try school(id)?.name ?? "school \(id.number)"
      }
    return SchoolCalendar(name: name, years: years, bankHolidays: holidays)
  }

  /// The calendar by which a school's days are counted: its own, else its authority's, else none.
  ///
  /// Only that one is read, since building every calendar of a large caseload takes a while.
  public func calendar(
    for school: Identifier<School>?, authority: Int?
  ) throws(StoreError) -> SchoolCalendar? {
    try snapshot { () throws(StoreError) in
      let shelf = try CalendarShelf(self)
      try shelf.fetch(school: school, authority: authority)
      return shelf.book.calendar(for: school, authority: authority)
    }
  }

  /// The authority to which most of the schools belong, of those whose calendar is on file; nil for none.
  public func mainAuthority() throws(StoreError) -> Int? {
    try connection.number(
      """
      SELECT authority FROM
        (SELECT DISTINCT authority FROM calendar_year WHERE authority IS NOT NULL)
        LEFT JOIN (SELECT authority, count(*) AS schools FROM school GROUP BY authority)
          USING(authority)
      ORDER BY schools DESC, authority LIMIT 1
      """
    ).map(Int.init)
  }

  /// The school years on file, each with whose it is.
  public func calendarYears() throws(StoreError) -> [(owner: CalendarOwner, year: SchoolYear)] {
    let rows = try connection.statement(
      "SELECT id, authority, school_id, label FROM calendar_year ORDER BY label, id")
    defer { rows.reset() }
    var found: [(owner: CalendarOwner, year: SchoolYear)] = []
    while try rows.step() {
      let owner: CalendarOwner =
        rows.isNull(1)
        ? .school(Identifier(rows.integer(2))) : .authority(Int(rows.integer(1)))
      found.append((owner, try schoolYear(rows.integer(0), label: rows.text(3))))
    }
    return found
  }

  /// The school years of one owner, in order.
  func calendarYears(of owner: CalendarOwner) throws(StoreError) -> [SchoolYear] {
    let rows: Statement
    switch owner {
    case .authority(let code):
      rows = try connection.statement(
        "SELECT id, label FROM calendar_year WHERE authority = ?1 ORDER BY label, id")
      rows.bind(1, Int64(code))
    case .school(let id):
      rows = try connection.statement(
        "SELECT id, label FROM calendar_year WHERE school_id = ?1 ORDER BY label, id")
      rows.bind(1, id.number)
    }
    defer { rows.reset() }
    var years: [SchoolYear] = []
    while try rows.step() {
      years.append(try schoolYear(rows.integer(0), label: rows.text(1)))
    }
    return years
  }

  private func schoolYear(_ number: Int64, label: String) throws(StoreError) -> SchoolYear {
    let terms = try connection.statement(
      "SELECT name, first_day, last_day FROM calendar_term WHERE year_id = ?1 ORDER BY position")
    let closures = try connection.statement(
      """
      SELECT name, first_day, last_day, kind FROM calendar_closure
      WHERE year_id = ?1 ORDER BY position
      """)
    var year = SchoolYear(label: label, terms: [])
    terms.bind(1, number)
    defer { terms.reset() }
    while try terms.step() {
      year.terms.append(Term(name: terms.text(0), first: terms.day(1), last: terms.day(2)))
    }
    closures.bind(1, number)
    defer { closures.reset() }
    while try closures.step() {
      // A kind of closure that only a newer program knows is a closure all the same.
      year.closures.append(
        Closure(
          name: closures.text(0), kind: ClosureKind(rawValue: closures.text(3)) ?? .closure,
          first: closures.day(1), last: closures.day(2)))
    }
    return year
  }

  /// The bank holidays on file; those of statute where none were imported.
  public func bankHolidays() throws(StoreError) -> BankHolidays {
    let rows = try connection.statement("SELECT day, name FROM bank_holiday")
    defer { rows.reset() }
    var listed: [Day: String] = [:]
    while try rows.step() { listed[rows.day(0)] = rows.text(1) }
    if listed.isEmpty { return .statutory }
    let setting = try connection.statement("SELECT value FROM setting WHERE name = ?1")
    setting.bind(1, SettingRecord.bankHolidaysKnownThrough)
    defer { setting.reset() }
    let through = try setting.step() ? Int32(setting.text(0)).map(Day.init(number:)) : nil
    return BankHolidays(listed, knownThrough: through)
  }

  /// The measures that the team set itself.
  public func localTargets() throws(StoreError) -> LocalTargets {
    let rows = try connection.statement("SELECT name, value FROM local_target")
    defer { rows.reset() }
    var targets = LocalTargets()
    while try rows.step() {
      if let target = LocalTarget(rawValue: rows.text(0)) { targets[target] = Int(rows.integer(1)) }
    }
    return targets
  }
}

extension CalendarBook {
  mutating func put(_ calendar: SchoolCalendar, of owner: CalendarOwner) {
    switch owner {
    case .authority(let code): authorities[code] = calendar
    case .school(let id): schools[id] = calendar
    }
  }
}
