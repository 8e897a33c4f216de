/// Writes records by RFC 4180, quoting only what must be, so that whatever is written reads back.
public struct CSVWriter {
  /// What has been written and not yet taken away.
  public private(set) var bytes: [UInt8] = []
  private let delimiter: UInt8
  private let lineEnd: [UInt8]

  /// A writer of comma-separated values; LF suits a pipe, CRLF a file for a spreadsheet.
  public init(delimiter: UInt8 = 44, lineEnd: String = "\n") {
    self.delimiter = delimiter
    self.lineEnd = Array(lineEnd.utf8)
  }

  /// Adds a record.
  public mutating func write(_ fields: [String]) {
    for (offset, field) in fields.enumerated() {
      if offset > 0 { bytes.append(delimiter) }
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
