/// A column of a kind of file with the reader of its values: declared once, used for the template,
/// for finding it in a header, and for reading a row.
struct Column<Value: Sendable>: Sendable {
  /// Where it stands in its kind's list.
  let index: Int
  let reader: ValueReader<Value>
}

/// A kind's columns, in the order in which a template prints them.
struct ColumnList: Sendable {
  private(set) var columns: [ImportColumn] = []

  /// Adds a column that every file must have and every row must fill.
  mutating func required<Value>(
    _ name: String, also aliases: [String] = [], _ reader: ValueReader<Value>, example: String
  ) -> Column<Value> {
    add(name, aliases, isRequired: true, reader, example)
  }

  /// Adds a column that a file may leave out and a row may leave empty.
  mutating func optional<Value>(
    _ name: String, also aliases: [String] = [], _ reader: ValueReader<Value>,
    example: String = ""
  ) -> Column<Value> {
    add(name, aliases, isRequired: false, reader, example)
  }

  private mutating func add<Value>(
    _ name: String, _ aliases: [String], isRequired: Bool, _ reader: ValueReader<Value>,
    _ example: String
  ) -> Column<Value> {
    columns.append(
      ImportColumn(
        name: name, aliases: aliases, isRequired: isRequired, takes: reader.takes,
        example: example))
    return Column(index: columns.count - 1, reader: reader)
  }
}
