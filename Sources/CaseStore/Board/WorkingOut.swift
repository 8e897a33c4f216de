import AlternativeProvision

/// A row of the board that was worked out from the facts of a case, and is not on file.
struct WorkedOutCase {
  var row: BoardCase
  var officer: String?
  var attended: RecentAttendance
}

extension BoardSource {
  /// Works out a case whose row on file does not hold today, and puts it among the columns.
  ///
  /// - Returns: the position of the row that must be taken out, if the case is not open any more.
  func workOut(_ number: Int64, by reader: FactsReader) throws(StoreError) -> Int? {
    noteOwnRow()
    let place = columns.row(of: Identifier(number))
    guard let facts = try reader.facts(of: number), facts.file.isOpen(on: today) else {
      return place
    }
    let engine = ClockEngine()
    let worked = try workedOut(number, facts, engine.readings(for: facts))
    if let place {
      columns.replace(
        row: place, try values(of: worked), name: worked.row.name, reference: worked.row.reference)
    } else {
      try append(worked)
      columns.markChanged()
    }
    return nil
  }

  /// The row of a case on the board's day, from its facts and what its clocks read.
  func workedOut(
    _ number: Int64, _ facts: CaseFacts, _ readings: [ClockReading]
  ) throws(StoreError) -> WorkedOutCase {
    let clocks = readings.map(StoredClock.init)
    let moment = CaseMoment(facts, clocks: clocks, on: today)
    var row = BoardCase()
    row.take(facts, number: number, officer: nil)
    row.take(moment, facts, clocks: clocks)
    return WorkedOutCase(
      row: row, officer: facts.file.officer,
      attended: try recent(facts.file.pupil.number, through: today))
  }

  /// Adds a row that was worked out.
  func append(_ worked: WorkedOutCase) throws(StoreError) {
    columns.append(try values(of: worked))
    columns.appendTexts(name: worked.row.name, reference: worked.row.reference)
  }

  private func values(of worked: WorkedOutCase) throws(StoreError) -> CaseValues {
    let row = worked.row
    func day(_ column: BoardCase.Column) -> Int32 {
      row[column].map { Int32(truncatingIfNeeded: $0) } ?? CaseValues.noDay
    }
    var values = CaseValues()
    values.id = UInt32(truncatingIfNeeded: row[.caseID] ?? 0)
    values.school = columns.schools.place(of: row[.schoolID])
    if let officer = worked.officer {
      values.officer = columns.officers.place(of: try number(ofOfficer: officer))
      columns.officers.setName(officer, at: values.officer)
    }
    values.provider = columns.providers.place(of: row[.providerID])
    values.calendar = try place(ofCalendar: row[.calendar])
    values.route = UInt8(truncatingIfNeeded: row[.route] ?? 0)
    values.tier = UInt8(truncatingIfNeeded: row[.tier] ?? 0)
    values.bits = CaseBits(rawValue: UInt8(truncatingIfNeeded: row[.bits] ?? 0))
    values.hasMissed = (row[.bits] ?? 0) & CaseBits.missed != 0
    values.isResumed = (row[.bits] ?? 0) & CaseBits.resumed != 0
    values.yearGroup = columns.yearGroups.number(of: row.yearGroup)
    values.openedOn = day(.openedOn)
    values.outSince = day(.outSince)
    values.ordinal = day(.ordinal)
    values.sixthDayDue = day(.sixthDue)
    values.educationBeganOn = day(.beganOn)
    if let clock = row[.clock] {
      values.clock = UInt8(truncatingIfNeeded: clock)
      if !values.bits.contains(.provisional) { values.clockDue = day(.due) }
    }
    values.placementStart = day(.placementStart)
    values.placementEnd = day(.placementEnd)
    values.attended = UInt8(clamping: worked.attended.attended)
    values.possible = UInt8(clamping: worked.attended.possible)
    values.fall = UInt8(clamping: worked.attended.fall)
    if values.bits.contains(.excluded) {
      values.ruler = Ruler(
        isPermanent: values.bits.contains(.permanent), governorsDue: day(.governorsDue),
        governorsMetOn: day(.governorsMet), applicationDue: day(.applicationDue),
        hearingDue: day(.hearingDue))
    }
    return values
  }

  /// The number under which an officer is kept; one who holds no open case any
  /// more is given a number of the board's own.
  private func number(ofOfficer name: String) throws(StoreError) -> Int64 {
    let row = try connection.statement("SELECT id FROM officer WHERE name = ?1")
    row.bind(1, name)
    defer { row.reset() }
    if try row.step() { return row.integer(0) }
    let number = passedOfficers[name] ?? -1 - Int64(passedOfficers.count)
    passedOfficers[name] = number
    return number
  }

  /// How a child attended in the last weeks with marks, as known on a day.
  private func recent(_ pupil: Int64, through day: Day) throws(StoreError) -> RecentAttendance {
    let marks = try connection.statement(
      "SELECT day, code FROM attendance_mark WHERE pupil_id = ?1 AND day BETWEEN ?2 AND ?3")
    marks.bind(1, pupil)
    marks.bind(2, day.monday.adding(days: -63))
    marks.bind(3, day)
    defer { marks.reset() }
    var weeks: [Int32: WeekTally] = [:]
    while try marks.step() {
      let day = marks.day(0)
      weeks[day.monday.number, default: WeekTally()].count(marks.bytes(1), on: day)
    }
    guard let latest = weeks.keys.max() else { return RecentAttendance() }
    var packed: Int64 = 0
    for (week, tally) in weeks {
      packed = PackedWeeks.adding(
        tally.tally, weeksAgo: Int(latest - week) / 7, to: packed)
    }
    return PackedWeeks.recent(packed, latestWeek: latest, monday: day.monday.number)
  }
}
