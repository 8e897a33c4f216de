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
        switch owner {
        case .authority(let code):
          book.authorities[code] = SchoolCalendar(
            name: Codes.authorityName(code), years: years, bankHolidays: holidays)
        case .school(let id):
          let name = try school(id)?.name ?? "school \(id.number)"
          book.schools[id] = SchoolCalendar(name: name, years: years, bankHolidays: holidays)
        }
      }
      return book
    }
  }

  /// The school years on file, each with whose it is.
  public func calendarYears() throws(StoreError) -> [(owner: CalendarOwner, year: SchoolYear)] {
    let terms = try connection.statement(
      "SELECT name, first_day, last_day FROM calendar_term WHERE year_id = ?1 ORDER BY position")
    let closures = try connection.statement(
      """
      SELECT name, first_day, last_day, kind FROM calendar_closure
      WHERE year_id = ?1 ORDER BY position
      """)
    let rows = try connection.statement(
      "SELECT id, authority, school_id, label FROM calendar_year ORDER BY label, id")
    defer { rows.reset() }
    var found: [(owner: CalendarOwner, year: SchoolYear)] = []
    while try rows.step() {
      let owner: CalendarOwner =
        rows.isNull(1)
        ? .school(Identifier(rows.integer(2))) : .authority(Int(rows.integer(1)))
      var year = SchoolYear(label: rows.text(3), terms: [])
      terms.bind(1, rows.integer(0))
      defer { terms.reset() }
      while try terms.step() {
        year.terms.append(Term(name: terms.text(0), first: terms.day(1), last: terms.day(2)))
      }
      closures.bind(1, rows.integer(0))
      defer { closures.reset() }
      while try closures.step() {
        // A kind of closure that only a newer program knows is a closure all the same.
        year.closures.append(
          Closure(
            name: closures.text(0), kind: ClosureKind(rawValue: closures.text(3)) ?? .closure,
            first: closures.day(1), last: closures.day(2)))
      }
      found.append((owner, year))
    }
    return found
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
