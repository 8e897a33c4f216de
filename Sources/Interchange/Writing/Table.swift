import AlternativeProvision

/// Rows under named columns, ready to be written as an aligned table, CSV or JSON.
public struct Table: Sendable {
  /// The columns, from the left.
  public var columns: [TableColumn]
  /// The rows, each with a cell for every column.
  public var rows: [[TableCell]]

  /// A table; rows may be added later.
  public init(columns: [TableColumn], rows: [[TableCell]] = []) {
    self.columns = columns
    self.rows = rows
  }
}

/// A column's name for programs, its title for people, and how it is laid out.
public struct TableColumn: Hashable, Sendable {
  /// The name in CSV and JSON, in snake case.
  public var name: String
  /// The heading in an aligned table.
  public var title: String
  /// At which side its cells are flush.
  public var alignment: TableAlignment
  /// Whether it may be cut where the width is short; narrow figures and dates may not.
  public var mayShrink: Bool

  /// A column; the title is the name in words unless given.
  public init(
    _ name: String, title: String? = nil, alignment: TableAlignment = .left, mayShrink: Bool = true
  ) {
    self.name = name
    self.title = title ?? name.split(separator: "_").joined(separator: " ")
    self.alignment = alignment
    self.mayShrink = mayShrink
  }
}

/// At which side cells are flush.
public enum TableAlignment: Sendable {
  case left, right
}

/// One value of a table, which each format writes in its own way.
public enum TableCell: Hashable, Sendable {
  /// Nothing known: empty in tables and CSV, null in JSON.
  case none
  case text(String)
  case integer(Int)
  /// A number with so many decimals: 914 with one is 91.4.
  case decimal(Int, places: Int)
  case day(Day)
  case flag(Bool)

  /// The text, or nothing.
  public static func text(orNone value: String?) -> TableCell { value.map { .text($0) } ?? .none }

  /// The number, or nothing.
  public static func integer(orNone value: Int?) -> TableCell {
    value.map { .integer($0) } ?? .none
  }

  /// The day, or nothing.
  public static func day(orNone value: Day?) -> TableCell { value.map { .day($0) } ?? .none }

  /// The value as CSV has it: days as 2026-11-23, flags as true and false.
  var plain: String {
    switch self {
    case .none: ""
    case .text(let text): text
    case .integer(let number): String(number)
    case .decimal(let number, let places): TableCell.decimal(number, places)
    case .day(let day): day.iso
    case .flag(let flag): flag ? "true" : "false"
    }
  }

  var json: JSONValue {
    switch self {
    case .none: .null
    case .text(let text): .text(text)
    case .integer(let number): .integer(number)
    case .decimal(let number, let places): .number(TableCell.decimal(number, places))
    case .day(let day): .text(day.iso)
    case .flag(let flag): .flag(flag)
    }
  }

  private static func decimal(_ number: Int, _ places: Int) -> String {
    guard places > 0 else { return String(number) }
    var digits = String(number.magnitude)
    let missing = places + 1 - digits.utf8.count
    if missing > 0 { digits = String(repeating: "0", count: missing) + digits }
    let whole = digits.dropLast(places)
    return (number < 0 ? "-" : "") + whole + "." + digits.suffix(places)
  }
}
