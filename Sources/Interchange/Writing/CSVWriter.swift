/// Writes records by RFC 4180, quoting only what must be, so that whatever is written reads back.
///
/// A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, and may run it. Such
/// text is written behind an apostrophe, which spreadsheets take for "this is text", and which every
/// import takes away again.
public struct CSVWriter {
  /// What has been written and not yet taken away.
  public private(set) var bytes: [UInt8] = []
  private let delimiter: UInt8
  /// Whether fields are handed over as a file had them, and may have their apostrophe already.
  private let isAsRead: Bool
  private let lineEnd: [UInt8]

  /// A writer of comma-separated values; LF suits a pipe, CRLF a file for a spreadsheet.
  public init(delimiter: UInt8 = 44, lineEnd: String = "\n") {
    self.init(delimiter: delimiter, lineEnd: lineEnd, isAsRead: false)
  }

  init(delimiter: UInt8, lineEnd: String, isAsRead: Bool) {
    self.isAsRead = isAsRead
    self.delimiter = delimiter
    self.lineEnd = Array(lineEnd.utf8)
  }

  /// Adds a record.
  public mutating func write(_ fields: [String]) {
    for (offset, field) in fields.enumerated() {
      if offset > 0 { bytes.append(delimiter) }
      let field = FormulaGuard.needsGuard(field, isAsRead: isAsRead) ? "'" + field : field
      // One empty field alone would read as a blank line.
      if needsQuotation(field) || (field.isEmpty && fields.count == 1) {
        bytes.append(34)
        for byte in field.utf8 {
          if byte == 34 { bytes.append(34) }
          bytes.append(byte)
        }
        bytes.append(34)
      } else {
        bytes.append(contentsOf: field.utf8)
      }
    }
    bytes.append(contentsOf: lineEnd)
  }

  /// What has been written, which is then forgotten: for writing piece by piece.
  public mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private func needsQuotation(_ field: String) -> Bool {
    let bytes = field.utf8
    if bytes.contains(where: { $0 == delimiter || $0 == 34 || $0 == 10 || $0 == 13 }) {
      return true
    }
    // Spaces at the ends would be lost on readers that trim.
    return bytes.first == 32 || bytes.last == 32
  }
}
