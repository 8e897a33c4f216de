/// Reads comma-separated values record by record, without making a string of any field.
///
/// RFC 4180 with what real files add: CR, LF or CRLF line ends, semicolons or tabs for commas, a
/// last line without an end, quotation marks inside unquoted fields, blank lines, the `sep=;` line of
/// spreadsheets, and comment lines that start with `#:` before the header, as templates have. What cannot be right is kept readable and told in `defect`.
public struct CSVReader {
  /// The text read, kept alive while fields point into it.
  let text: SourceText
  private let base: UnsafePointer<UInt8>
  private let count: Int
  /// The byte between fields: comma, semicolon or tab.
  public let delimiter: UInt8
  /// The line on which the current record begins; the first line is 1.
  public private(set) var line = 0
  /// The line on which the current record ends, which quotation marks may put below the first.
  var lastLine: Int {
    let endsLine = position > 0 && (base[position - 1] == 10 || base[position - 1] == 13)
    return endsLine ? nextLine - 1 : nextLine
  }
  /// What is wrong with the way in which the current record is written.
  public private(set) var defect: CSVDefect?
  /// How many bytes have been read.
  public private(set) var position = 0
  private var nextLine = 1
  private(set) var fields: ContiguousArray<CSVField> = []

  /// A reader at the start of a text; the delimiter is found out unless given.
  public init(_ text: SourceText, delimiter: UInt8? = nil) {
    self.text = text
    base = text.start
    count = text.bytes.count
    let finding = CSVDelimiter(in: text.bytes)
    self.delimiter = delimiter ?? finding.byte
    position = finding.headerStart
    nextLine = finding.headerLine
    fields.reserveCapacity(128)
  }

  /// How many fields the current record has.
  public var fieldCount: Int { fields.count }

  /// The text of a field of the current record; empty past the last.
  public func string(_ index: Int) -> String {
    index < fields.count ? slice(index).string : ""
  }

  /// All fields of the current record.
  public var strings: [String] { (0..<fields.count).map { slice($0).string } }

  /// A field's bytes, which live as long as the reader's text.
  func slice(_ index: Int) -> FieldSlice {
    let field = fields[index]
    return FieldSlice(
      start: base + field.start, count: field.count, isEscaped: field.isEscaped)
  }

  /// Moves on to the next record that is not a blank line; false at the end.
  public mutating func next() -> Bool {
    while position < count {
      let byte = base[position]
      if byte == 10 {
        position += 1
      } else if byte == 13 {
        position += position + 1 < count && base[position + 1] == 10 ? 2 : 1
      } else {
        readRecord()
        return true
      }
      nextLine += 1
    }
    fields.removeAll(keepingCapacity: true)
    defect = nil
    return false
  }

  private mutating func readRecord() {
    defect = nil
    line = nextLine
    // Held apart meanwhile: the compiler keeps a local array's place in a register.
    var found: ContiguousArray<CSVField> = []
    swap(&found, &fields)
    found.removeAll(keepingCapacity: true)
    defer { swap(&found, &fields) }
    // Every byte of structure is at most this; most bytes of most files are above it.
    let highest = max(delimiter, 44)
    let base = base
    let count = count
    let delimiter = delimiter
    var index = position
    var start = index
    while index < count {
      let byte = base[index]
      if byte > highest {
        index &+= 1
      } else if byte == delimiter {
        found.append(CSVField(start: start, end: index, isEscaped: false))
        index &+= 1
        start = index
      } else if byte == 10 || byte == 13 {
        found.append(CSVField(start: start, end: index, isEscaped: false))
        index += byte == 13 && index + 1 < count && base[index + 1] == 10 ? 2 : 1
        nextLine += 1
        position = index
        return
      } else if byte == 34, index == start {
        guard readQuoted(from: &index, into: &found) else { return }
        start = index
        if isAtRecordEnd { return }
      } else {
        index &+= 1
      }
    }
    found.append(CSVField(start: start, end: index, isEscaped: false))
    position = index
  }

  private var isAtRecordEnd = false

  /// Reads a quoted field and what ends it; false where the quotation is never closed, and the
  /// record has been read again as plain text up to the end of its line.
  private mutating func readQuoted(
    from index: inout Int, into found: inout ContiguousArray<CSVField>
  ) -> Bool {
    let opening = index
    let openingLine = nextLine
    var isEscaped = false
    index += 1
    var end = count
    scan: while true {
      guard index < count else {
        readUnclosed(opening: opening, line: openingLine, into: &found)
        return false
      }
      switch base[index] {
      case 34:
        if index + 1 < count, base[index + 1] == 34 {
          isEscaped = true
          index += 2
        } else {
          end = index
          index += 1
          break scan
        }
      case 10:
        nextLine += 1
        index += 1
      case 13:
        index += index + 1 < count && base[index + 1] == 10 ? 2 : 1
        nextLine += 1
      default: index += 1
      }
    }
    if index < count, base[index] != delimiter, base[index] != 10, base[index] != 13 {
      defect = defect ?? .textAfterQuotation(line: nextLine)
      while index < count, base[index] != delimiter, base[index] != 10, base[index] != 13 {
        index += 1
      }
      // Kept whole with its quotation marks, as it came.
      found.append(CSVField(start: opening, end: index, isEscaped: false))
    } else {
      found.append(CSVField(start: opening + 1, end: end, isEscaped: isEscaped))
    }
    isAtRecordEnd = true
    if index >= count {
      position = index
    } else if base[index] == delimiter {
      index += 1
      isAtRecordEnd = false
      // A delimiter that ends the file leaves one more, empty field for the caller to add.
    } else {
      index += base[index] == 13 && index + 1 < count && base[index + 1] == 10 ? 2 : 1
      nextLine += 1
      position = index
    }
    return true
  }

  /// One lost quotation mark must not swallow the rest of the file: its line is read as plain text.
  private mutating func readUnclosed(
    opening: Int, line: Int, into found: inout ContiguousArray<CSVField>
  ) {
    defect = .unclosedQuotation(line: line)
    nextLine = line
    var start = opening
    var index = opening
    while index < count, base[index] != 10, base[index] != 13 {
      if base[index] == delimiter {
        found.append(CSVField(start: start, end: index, isEscaped: false))
        start = index + 1
      }
      index += 1
    }
    found.append(CSVField(start: start, end: index, isEscaped: false))
    if index < count {
      index += base[index] == 13 && index + 1 < count && base[index + 1] == 10 ? 2 : 1
      nextLine += 1
    }
    position = index
  }
}

/// Where a field lies in the text, in two words, for records are read by the million.
struct CSVField {
  let start: Int
  private let packed: Int

  init(start: Int, end: Int, isEscaped: Bool) {
    self.start = start
    packed = (end &- start) << 1 | (isEscaped ? 1 : 0)
  }

  var count: Int { packed >> 1 }
  /// Whether doubled quotation marks in it stand for single ones.
  var isEscaped: Bool { packed & 1 == 1 }
}

/// What is wrong with the way in which a record is written.
public enum CSVDefect: Hashable, Sendable {
  /// A quotation mark opened on that line is never closed.
  case unclosedQuotation(line: Int)
  /// Text follows a closing quotation mark, where only a delimiter may.
  case textAfterQuotation(line: Int)
}
