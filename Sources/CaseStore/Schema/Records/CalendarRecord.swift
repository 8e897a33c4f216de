import AlternativeProvision

/// One bank holiday of England and Wales.
struct BankHolidayRecord: Recorded {
  var day: Day
  var name: String

  static let table = Table(
    kind: .bankHoliday, name: "bank_holiday", columns: [.init("day"), .init("name")],
    key: ["day"], touches: [.calendars])

  init(day: Day, name: String) {
    self.day = day
    self.name = name
  }

  func write(_ cells: inout CellWriter) {
    cells.add(day)
    cells.add(name)
  }
}

/// One local target, by the name under which the rule book asks for it.
struct LocalTargetRecord: Recorded {
  var name: String
  var value: Int

  static let table = Table(
    kind: .localTarget, name: "local_target", columns: [.init("name"), .init("value")],
    key: ["name"], touches: [.targets])

  init(name: String, value: Int) {
    self.name = name
    self.value = value
  }

  func write(_ cells: inout CellWriter) {
    cells.add(name)
    cells.add(value)
  }
}

/// One fact about the caseload as a whole.
struct SettingRecord: Recorded {
  var name: String
  var value: String

  /// The last day through which bank holidays are known.
  static let bankHolidaysKnownThrough = "bank_holidays_known_through"

  static let table = Table(
    kind: .setting, name: "setting", columns: [.init("name"), .init("value")], key: ["name"],
    touches: [.calendars])

  init(name: String, value: String) {
    self.name = name
    self.value = value
  }

  func write(_ cells: inout CellWriter) {
    cells.add(name)
    cells.add(value)
  }
}

/// Whose calendar a school year is.
public enum CalendarOwner: Hashable, Sendable {
  /// A local authority, by its three-digit number: serves its schools that have none of their own.
  case authority(Int)
  /// One school.
  case school(Identifier<School>)
}

/// One school year of one owner.
struct CalendarYearRecord: Recorded {
  var owner: CalendarOwner
  var year: SchoolYear

  static let table = Table(
    kind: .calendarYear, name: "calendar_year",
    columns: [
      .init("authority"), .init("school_id", refers: .school), .init("label"),
      .init("terms", list: terms), .init("closures", list: closures),
    ],
    key: ["authority", "school_id", "label"], touches: [.calendars])

  private static let terms = Table.List(
    select: """
      (SELECT json_group_array(json_array(name, first_day, last_day)) FROM
        (SELECT * FROM calendar_term WHERE year_id = calendar_year.id ORDER BY position))
      """,
    clear: "DELETE FROM calendar_term WHERE year_id = ?1",
    fill: """
      INSERT INTO calendar_term(year_id, position, name, first_day, last_day)
      SELECT ?1, key, value ->> 0, value ->> 1, value ->> 2 FROM json_each(?2)
      """)

  private static let closures = Table.List(
    select: """
      (SELECT json_group_array(json_array(name, kind, first_day, last_day)) FROM
        (SELECT * FROM calendar_closure WHERE year_id = calendar_year.id ORDER BY position))
      """,
    clear: "DELETE FROM calendar_closure WHERE year_id = ?1",
    fill: """
      INSERT INTO calendar_closure(year_id, position, name, kind, first_day, last_day)
      SELECT ?1, key, value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?2)
      """)

  /// The label is written in one way, so that "2025-26" and "2025/26" are the same year.
  func write(_ cells: inout CellWriter) {
    switch owner {
    case .authority(let code):
      cells.add(code)
      cells.add(nil as Int?)
    case .school(let id):
      cells.add(nil as Int?)
      cells.add(id)
    }
    cells.add(year.startYear.map(SchoolYear.label(startYear:)) ?? year.label)
    var terms = JSONText()
    terms.raw("[")
    for (index, term) in year.terms.sorted(by: { $0.first < $1.first }).enumerated() {
      terms.raw(index > 0 ? ",[" : "[")
      terms.string(term.name)
      terms.span(term.first, term.last)
    }
    terms.raw("]")
    cells.add(json: terms)
    let inOrder = year.closures.sorted {
      ($0.first, $0.last, $0.name) < ($1.first, $1.last, $1.name)
    }
    var closures = JSONText()
    closures.raw("[")
    for (index, closure) in inOrder.enumerated() {
      closures.raw(index > 0 ? ",[" : "[")
      closures.string(closure.name)
      closures.raw(",")
      closures.string(closure.kind.rawValue)
      closures.span(closure.first, closure.last)
    }
    closures.raw("]")
    cells.add(json: closures)
  }

  func validate(on day: Day) throws(StoreError) {
    guard year.startYear != nil else {
      throw .refused(
        .calendarYear, "'\(year.label)' names no school year", toDo: "write it as in 2026/27")
    }
    guard year.terms.allSatisfy({ $0.first <= $0.last }),
      year.closures.allSatisfy({ $0.first <= $0.last })
    else {
      throw .refused(
        .calendarYear, "a term or closure ends before it begins", toDo: "correct its dates")
    }
  }
}

extension JSONText {
  /// The last two members of an array: the first and last days.
  fileprivate mutating func span(_ first: Day, _ last: Day) {
    raw(",")
    number(Int64(first.number))
    raw(",")
    number(Int64(last.number))
    raw("]")
  }
}
