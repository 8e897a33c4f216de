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

  init(_ reader: inout CellReader) throws(StoreError) {
    day = reader.day()
    name = reader.text()
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

  init(_ reader: inout CellReader) throws(StoreError) {
    name = reader.text()
    value = reader.int()
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

  init(_ reader: inout CellReader) throws(StoreError) {
    name = reader.text()
    value = reader.text()
  }
}
