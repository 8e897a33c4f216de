/// The short texts of many rows in one run of bytes, to be searched whole in about a millisecond.
///
/// A row is its fields, each closed by a zero byte; a row with any byte beyond ASCII is followed by
/// the same fields folded, so that one pass over the bytes, blind to the case of ASCII letters, finds
/// everything. Rows lie in order, which lets a hit be traced back to its row.
struct TextTable {
  private(set) var bytes: [UInt8] = []
  private(set) var starts: [UInt32] = [0]
  /// Whether a row's fields are followed by the same fields folded.
  private(set) var isFolded: [Bool] = []

  /// The number of rows.
  var count: Int { starts.count - 1 }

  /// Makes room for rows of about `bytesPerRow` bytes each.
  mutating func reserve(rows: Int, bytesPerRow: Int) {
    starts.reserveCapacity(rows + 1)
    isFolded.reserveCapacity(rows)
    bytes.reserveCapacity(rows * bytesPerRow)
  }

  /// Adds a row of UTF-8 fields.
  mutating func append(_ first: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>) {
    let isPlain = TextTable.add(first, to: &bytes)
    let isSecondPlain = TextTable.add(second, to: &bytes)
    if !isPlain || !isSecondPlain {
      for field in [first, second] {
        bytes.append(contentsOf: Folding.fold(String(decoding: field, as: UTF8.self)))
        bytes.append(0)
      }
    }
    isFolded.append(!isPlain || !isSecondPlain)
    starts.append(UInt32(bytes.count))
  }

  /// Adds a row of fields.
  mutating func append(_ fields: [String]) {
    let encoded = TextTable.encode(fields)
    bytes.append(contentsOf: encoded)
    isFolded.append(!Folding.isASCII(encoded))
    starts.append(UInt32(bytes.count))
  }

  /// Puts other fields into a row; false where they are the same.
  @discardableResult
  mutating func replace(row: Int, with fields: [String]) -> Bool {
    let encoded = TextTable.encode(fields)
    let old = Int(starts[row])..<Int(starts[row + 1])
    if bytes[old].elementsEqual(encoded) { return false }
    bytes.replaceSubrange(old, with: encoded)
    isFolded[row] = !Folding.isASCII(encoded)
    let shift = encoded.count - old.count
    if shift == 0 { return true }
    for later in (row + 1)..<starts.count {
      starts[later] = UInt32(Int(starts[later]) + shift)
    }
    return true
  }

  /// Takes out the rows that are not marked as kept.
  mutating func keep(_ isKept: [Bool]) {
    var kept = 0
    var end = 0
    for row in 0..<count where isKept[row] {
      let from = Int(starts[row])
      let length = Int(starts[row + 1]) - from
      for offset in 0..<length { bytes[end + offset] = bytes[from + offset] }
      starts[kept] = UInt32(end)
      isFolded[kept] = isFolded[row]
      end += length
      kept += 1
    }
    starts[kept] = UInt32(end)
    starts.removeLast(starts.count - kept - 1)
    isFolded.removeLast(isFolded.count - kept)
    bytes.removeLast(bytes.count - end)
  }

  /// A field of a row as it was given; empty when the row has no such field.
  func text(row: Int, field: Int) -> String {
    var from = Int(starts[row])
    let end = Int(starts[row + 1])
    for _ in 0..<field {
      while from < end && bytes[from] != 0 { from += 1 }
      from += 1
    }
    guard from < end else { return "" }
    var to = from
    while to < end && bytes[to] != 0 { to += 1 }
    return String(decoding: bytes[from..<to], as: UTF8.self)
  }

  /// For each row 1 where a field holds the folded word, else 0.
  func rows(holding word: [UInt8]) -> [UInt8] {
    var mask = [UInt8](repeating: 0, count: count)
    let search = TextSearch(word)
    bytes.withUnsafeBytes { bytes in
      starts.withUnsafeBufferPointer { starts in
        mask.withUnsafeMutableBufferPointer { search.mark(bytes, starts: starts, in: $0) }
      }
    }
    return mask
  }

  /// For each row its place in the order of a field's folded text; equal texts share a place.
  func ranks(field: Int, of fields: Int) -> [UInt32] {
    TextRanks.ranks(self, field: field, of: fields)
  }

  private static func add(_ field: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) -> Bool {
    var isPlain = true
    for byte in field {
      // A zero byte would end the field early, so a name that holds one is shown without it.
      if byte == 0 { continue }
      if byte >= 0x80 { isPlain = false }
      bytes.append(byte)
    }
    bytes.append(0)
    return isPlain
  }

  private static func encode(_ fields: [String]) -> [UInt8] {
    var encoded: [UInt8] = []
    for field in fields { encoded += field.utf8.filter { $0 != 0 } + [0] }
    if !Folding.isASCII(encoded) {
      for field in fields { encoded += Folding.fold(field).filter { $0 != 0 } + [0] }
    }
    return encoded
  }
}
