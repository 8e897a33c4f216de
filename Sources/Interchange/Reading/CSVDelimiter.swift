/// Which byte stands between fields, told from a file's first line.
struct CSVDelimiter {
  /// Comma, semicolon or tab.
  var byte: UInt8 = 44
  /// Where the records start: after the `sep=;` line that spreadsheets write and read, and after
  /// lines that start with `#:`.
  var headerStart = 0
  /// The line on which they start.
  var headerLine = 1

  init(in bytes: UnsafeBufferPointer<UInt8>) {
    if let announced = CSVDelimiter.announced(in: bytes) {
      self = announced
      return
    }
    skipComments(in: bytes)
    var commas = 0
    var semicolons = 0
    var tabs = 0
    var isQuoted = false
    var hasText = false
    loop: for byte in bytes[headerStart...] {
      switch byte {
      case 34: isQuoted.toggle()
      case 44 where !isQuoted: commas += 1
      case 59 where !isQuoted: semicolons += 1
      case 9 where !isQuoted: tabs += 1
      case 10 where !isQuoted && hasText, 13 where !isQuoted && hasText: break loop
      default: break
      }
      hasText = hasText || (byte != 10 && byte != 13)
    }
    if tabs > commas, tabs >= semicolons {
      byte = 9
    } else if semicolons > commas {
      byte = 59
    }
  }

  private init(byte: UInt8, headerStart: Int) {
    self.byte = byte
    self.headerStart = headerStart
    headerLine = 2
  }

  private mutating func skipComments(in bytes: UnsafeBufferPointer<UInt8>) {
    while bytes[headerStart...].starts(with: [35, 58]) {
      let end = bytes[headerStart...].firstIndex { $0 == 10 || $0 == 13 }
      guard let end else {
        headerStart = bytes.count
        return
      }
      let isPair = bytes[end] == 13 && end + 1 < bytes.count && bytes[end + 1] == 10
      headerStart = end + (isPair ? 2 : 1)
      headerLine += 1
    }
  }

  private static func announced(in bytes: UnsafeBufferPointer<UInt8>) -> CSVDelimiter? {
    guard bytes.count > 5, bytes.starts(with: Array("sep=".utf8)),
      [9, 44, 59].contains(bytes[4]), bytes[5] == 10 || bytes[5] == 13
    else { return nil }
    let isPair = bytes[5] == 13 && bytes.count > 6 && bytes[6] == 10
    return CSVDelimiter(byte: bytes[4], headerStart: isPair ? 7 : 6)
  }
}
