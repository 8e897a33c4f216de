import AlternativeProvision

/// One row of a file being imported: gives values by column, and gathers what is wrong with it.
struct Row {
  var reader: CSVReader
  let header: Header
  let columns: [ImportColumn]
  /// The problems of the current row.
  private(set) var problems: [ImportProblem] = []
  /// What did no harm in the current row but should be known.
  private(set) var remarks: [ImportProblem] = []
  /// The other layout in which rows under this header may come, whether this one does, and whether that
  /// has been said.
  private let later: LaterLayout?
  private var isLater = false
  private var hasToldLater = false

  init(reader: CSVReader, header: Header, columns: [ImportColumn]) {
    self.reader = reader
    self.header = header
    self.columns = columns
    later = LaterLayout(under: header.names)
  }

  /// Stands on the header of a text, before its first row.
  ///
  /// - Throws: `ImportRefusal`, where it has no header, or one that does not fit the kind.
  init(
    firstOf text: SourceText, columns: [ImportColumn], of kind: ImportKind, file path: String
  ) throws(ImportRefusal) {
    var reader = CSVReader(text)
    guard reader.next() else {
      throw ImportRefusal(
        "\(harmless(path)): the file is empty; see: sixthday template \(kind.rawValue)")
    }
    if case .unclosedQuotation = reader.defect {
      throw ImportRefusal(
        "\(harmless(path)): a quotation mark in the header is never closed; close it")
    }
    guard reader.fieldCount <= Row.mostColumns else {
      throw ImportRefusal(
        "\(harmless(path)): the first row has \(reader.fieldCount) columns, so this is no file of "
          + "\(kind.rawValue); see: sixthday template \(kind.rawValue)")
    }
    self.init(
      reader: reader, header: try Header(names: reader.strings, for: kind, file: path),
      columns: columns)
  }

  /// The row on which a reader stands; nil where it says nothing.
  init?(at reader: CSVReader, header: Header, columns: [ImportColumn]) {
    self.init(reader: reader, header: header, columns: columns)
    if isBlank { return nil }
    checkShape()
  }

  /// The widest file that is published has 150 columns.
  private static let mostColumns = 1000
  /// No value is as long as this, in bytes; what a lost quotation mark swallowed may be the rest of the file.
  private static let longestField = 1 << 18

  var isSound: Bool { problems.isEmpty }
  var line: Int { reader.line }

  /// Moves on to the next row that says anything; false at the end of the file.
  mutating func next() -> Bool {
    problems.removeAll(keepingCapacity: true)
    remarks.removeAll(keepingCapacity: true)
    while reader.next() {
      if isBlank { continue }
      checkShape()
      return true
    }
    return false
  }

  private var isBlank: Bool {
    (0..<reader.fieldCount).allSatisfy { reader.slice($0).trimmed.isEmpty }
  }

  /// Whether the file has the column at all.
  func has<Value>(_ column: Column<Value>) -> Bool { header.places[column.index] != nil }

  /// The value of a column; nil where it is empty, absent, or a problem.
  mutating func value<Value>(_ column: Column<Value>) -> Value? {
    guard let text = text(at: column.index) else { return nil }
    do {
      return try column.reader.read(text)
    } catch {
      problem(column, error.expected)
      return nil
    }
  }

  /// The value of a column that must not be empty; nil where there is a problem.
  mutating func required<Value>(_ column: Column<Value>) -> Value? {
    let isEmpty = text(at: column.index) == nil
    if isEmpty, isSound || !problems.contains(where: { $0.column == name(column.index) }) {
      problem(column, "this must not be empty; it takes \(column.reader.takes)")
    }
    return value(column)
  }

  /// Sets what the file speaks of: a column that is absent leaves what is on file, an empty value
  /// takes it away.
  mutating func update<Value>(_ column: Column<Value>, _ place: inout Value?) {
    guard has(column) else { return }
    place = value(column)
  }

  /// Sets what the file speaks of; an empty value stands for `blank`.
  mutating func update<Value>(_ column: Column<Value>, _ place: inout Value, blank: Value) {
    guard has(column) else { return }
    place = value(column) ?? blank
  }

  /// Notes that a column's value is wrong.
  mutating func problem<Value>(_ column: Column<Value>, _ expected: String) {
    problems.append(
      ImportProblem(
        line: line, column: name(column.index), value: text(at: column.index), expected: expected))
  }

  /// Notes what the record says is wrong with a column, unless that column has a problem already,
  /// from which this one would only follow.
  mutating func note<Value>(_ column: Column<Value>, _ expected: String) {
    let name = name(column.index)
    guard !problems.contains(where: { $0.column == name }) else { return }
    problem(column, expected)
  }

  /// Notes two dates out of order, at whichever of the columns holds the later one.
  mutating func note(_ order: DatesOutOfOrder, among dates: [Column<Day>]) {
    for column in dates {
      guard let text = text(at: column.index),
        (try? column.reader.read(text)) == order.laterDay
      else { continue }
      return note(column, order.description)
    }
    problem(order.description)
  }

  /// Notes that the row as a whole is wrong.
  mutating func problem(_ expected: String) {
    problems.append(ImportProblem(line: line, expected: expected))
  }

  /// Notes what did no harm but should be known.
  mutating func remark<Value>(_ column: Column<Value>, _ words: String) {
    remarks.append(
      ImportProblem(
        line: line, column: name(column.index), value: text(at: column.index), expected: words))
  }

  private func name(_ index: Int) -> String {
    header.places[index].map { header.names[$0] } ?? columns[index].name
  }

  private func text(at index: Int) -> String? {
    guard let place = place(of: index), !isOverlong(place) else { return nil }
    let slice = FormulaGuard.unguarded(reader.slice(place).trimmed)
    return slice.isEmpty ? nil : slice.string
  }

  /// Where a column stands in this row; nil where the row has none.
  private func place(of index: Int) -> Int? {
    guard let named = header.places[index], let place = isLater ? later?.place(named) : named,
      place < reader.fieldCount
    else { return nil }
    return place
  }

  private func isOverlong(_ place: Int) -> Bool {
    reader.slice(place).bytes.count > Row.longestField
  }

  /// Checks what no column knows: the number of fields, quotation marks, bytes that are no text.
  private mutating func checkShape() {
    isLater = false
    switch reader.defect {
    case .unclosedQuotation(let line):
      problems.append(
        ImportProblem(
          line: line,
          expected: "a quotation mark is opened here and never closed; close or remove it"))
    case .textAfterQuotation(let line):
      problems.append(
        ImportProblem(
          line: line,
          expected: "text follows a closing quotation mark; inside quotation marks, double each one"
        ))
    case nil: checkCount()
    }
    for index in columns.indices {
      guard let place = place(of: index) else { continue }
      let bytes = reader.slice(place).bytes
      if isOverlong(place) {
        problems.append(
          ImportProblem(
            line: line, column: name(index),
            expected: reader.lastLine > line
              ? "a quotation mark opened here is closed only on line \(reader.lastLine); close it where "
                + "the value ends" : "\(bytes.count) bytes are too many for one value"))
        continue
      }
      if bytes.contains(0) || FieldSlice.holdsReplacement(bytes) {
        problems.append(
          ImportProblem(
            line: line, column: name(index), value: reader.string(place),
            expected: "it holds bytes that are not text; type the value again"))
      }
    }
  }

  private mutating func checkCount() {
    let count = reader.fieldCount
    let due = header.names.count
    isLater = later?.holds(of: reader) == true
    if isLater {
      if !hasToldLater {
        remarks.append(
          ImportProblem(
            line: line,
            expected:
              "rows of \(count) fields, from here on, are of GIAS's later layout and were read "
              + "by it"))
      }
      hasToldLater = true
      return
    }
    let isTooLong =
      count > due && (due..<count).contains { !reader.slice($0).trimmed.isEmpty }
    if count < due || isTooLong {
      let remedy =
        switch count - due {
        case ..<0: "add what is missing"
        // A value with commas gives a few fields more, seldom so many.
        case 8...:
          "it has the layout of another file; import that part of the file under its own header"
        default: "put quotation marks round a value that holds a comma"
        }
      problem("the row has \(count) fields where the header has \(due); \(remedy)")
    }
  }
}

extension FieldSlice {
  /// Whether U+FFFD is among the bytes, which stands for what could not be read.
  static func holdsReplacement(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= 3 else { return false }
    for index in 0..<(bytes.count - 2)
    where bytes[index] == 0xEF && bytes[index + 1] == 0xBF && bytes[index + 2] == 0xBD {
      return true
    }
    return false
  }
}
