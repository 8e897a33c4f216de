/// The short texts of many rows in one run of bytes, to be searched whole in about a millisecond.
///
/// A row is its fields, each closed by a zero byte; a row with any byte beyond ASCII is followed by
/// the same fields folded, so that one pass over the bytes, blind to the case of ASCII letters, finds
/// everything. Rows lie in order, which lets a hit be traced back to its row.
struct TextTable {
  private(set) var bytes: [UInt8] = []
  private(set) var starts: [UInt32] = [0]

  /// The number of rows.
  var count: Int { starts.count - 1 }

  /// Makes room for rows of about `bytesPerRow` bytes each.
  mutating func reserve(rows: Int, bytesPerRow: Int) {
    starts.reserveCapacity(rows + 1)
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
    starts.append(UInt32(bytes.count))
  }

  /// Adds a row of fields.
  mutating func append(_ fields: [String]) {
    bytes.append(contentsOf: TextTable.encode(fields))
    starts.append(UInt32(bytes.count))
  }

  /// Puts other fields into a row.
  mutating func replace(row: Int, with fields: [String]) {
    let encoded = TextTable.encode(fields)
    let old = Int(starts[row])..<Int(starts[row + 1])
    if bytes[old].elementsEqual(encoded) { return }
    bytes.replaceSubrange(old, with: encoded)
    let shift = encoded.count - old.count
    if shift == 0 { return }
    for later in (row + 1)..<starts.count {
      starts[later] = UInt32(Int(starts[later]) + shift)
    }
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
      end += length
      kept += 1
    }
    starts[kept] = UInt32(end)
    starts.removeLast(starts.count - kept - 1)
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

  /// Calls back with each row that holds the folded word in a field, in order, once a row.
  func forEachRow(holding word: [UInt8], _ found: (Int) -> Void) {
    guard !word.isEmpty, word.count <= bytes.count else { return }
    bytes.withUnsafeBytes { haystack in
      starts.withUnsafeBufferPointer { starts in
        var row = 0
        var position = 0
        while let hit = TextTable.find(word, in: haystack, from: position) {
          // Hits are far apart as a rule: gallop, then step.
          var stride = 1
          while row + stride < starts.count, Int(starts[row + stride]) <= hit {
            row += stride
            stride *= 2
          }
          while Int(starts[row + 1]) <= hit { row += 1 }
          found(row)
          position = Int(starts[row + 1])
        }
      }
    }
  }

  /// For each row its place in the order of a field's folded text; equal texts share a place.
  func ranks(field: Int) -> [UInt32] {
    var high = [UInt64](repeating: 0, count: count)
    var low = [UInt64](repeating: 0, count: count)
    for row in 0..<count {
      (high[row], low[row]) = orderingKey(row: row, field: field)
    }
    var order = RadixSort.identity(count)
    RadixSort.sort(&order, by: low)
    RadixSort.sort(&order, by: high)
    var ranks = [UInt32](repeating: 0, count: count)
    var first = 0
    while first < order.count {
      let (topHigh, topLow) = (high[Int(order[first])], low[Int(order[first])])
      var last = first + 1
      while last < order.count, high[Int(order[last])] == topHigh, low[Int(order[last])] == topLow {
        last += 1
      }
      let tied = order[first..<last]
      if tied.count == 1 || topLow & 0xFF == 0 {
        for row in tied { ranks[Int(row)] = UInt32(first) }
      } else {
        settle(tied, field: field, from: first, ranks: &ranks)
      }
      first = last
    }
    return ranks
  }

  /// Ranks rows whose texts agree in as many bytes as the ordering key holds.
  private func settle(
    _ rows: ArraySlice<UInt32>, field: Int, from first: Int, ranks: inout [UInt32]
  ) {
    let texts = rows.map { row -> (row: UInt32, text: [UInt8]) in
      let (from, end) = foldedField(row: Int(row), field: field)
      return (row, bytes[from..<end].map(Folding.small))
    }.sorted { $0.text.lexicographicallyPrecedes($1.text) }
    var rank = first
    for (offset, entry) in texts.enumerated() {
      if offset > 0 && entry.text != texts[offset - 1].text { rank = first + offset }
      ranks[Int(entry.row)] = UInt32(rank)
    }
  }

  /// Sixteen bytes of a field's folded text, as two numbers that order as the text does.
  private func orderingKey(row: Int, field: Int) -> (UInt64, UInt64) {
    let (from, end) = foldedField(row: row, field: field)
    var high: UInt64 = 0
    var low: UInt64 = 0
    for offset in 0..<8 {
      let byte = from + offset < end ? Folding.small(bytes[from + offset]) : 0
      high = high << 8 | UInt64(byte)
      let later = from + offset + 8 < end ? Folding.small(bytes[from + offset + 8]) : 0
      low = low << 8 | UInt64(later)
    }
    return (high, low)
  }

  /// Where the folded text of a field lies: after the plain fields when they are not all ASCII.
  private func foldedField(row: Int, field: Int) -> (from: Int, end: Int) {
    let rowEnd = Int(starts[row + 1])
    var from = Int(starts[row])
    var found = (from: rowEnd, end: rowEnd)
    var isPlain = true
    var index = 0
    while from < rowEnd {
      var to = from
      while bytes[to] != 0 {
        if bytes[to] >= 0x80 { isPlain = false }
        to += 1
      }
      if index == field { found = (from, to) }
      index += 1
      from = to + 1
    }
    if isPlain { return found }
    from = Int(starts[row])
    for _ in 0..<(index / 2 + field) {
      while bytes[from] != 0 { from += 1 }
      from += 1
    }
    var to = from
    while bytes[to] != 0 { to += 1 }
    return (from, to)
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

  /// The first place at or after `from` where the word stands, blind to the case of ASCII letters.
  private static func find(
    _ word: [UInt8], in haystack: UnsafeRawBufferPointer, from start: Int
  ) -> Int? {
    let last = word.count - 1
    let end = haystack.count - word.count
    guard start <= end, let base = haystack.baseAddress else { return nil }
    let firstByte = SIMD16<UInt8>(repeating: word[0] | 0x20)
    let lastByte = SIMD16<UInt8>(repeating: word[last] | 0x20)
    let bit = SIMD16<UInt8>(repeating: 0x20)
    var position = start
    while position + 15 <= end {
      let firsts = base.loadUnaligned(fromByteOffset: position, as: SIMD16<UInt8>.self) | bit
      let lasts = base.loadUnaligned(fromByteOffset: position + last, as: SIMD16<UInt8>.self) | bit
      // Zero where both ends of the word may stand.
      let difference = (firsts ^ firstByte) | (lasts ^ lastByte)
      let none = SIMD16<UInt8>(repeating: 0)
      if any(difference .== none) {
        for offset in position..<(position + 16) where matches(word, base, at: offset) {
          return offset
        }
      }
      position += 16
    }
    while position <= end {
      if matches(word, base, at: position) { return position }
      position += 1
    }
    return nil
  }

  @inline(__always)
  private static func matches(_ word: [UInt8], _ base: UnsafeRawPointer, at offset: Int) -> Bool {
    for index in 0..<word.count {
      let byte = base.load(fromByteOffset: offset + index, as: UInt8.self)
      if Folding.small(byte) != word[index] { return false }
    }
    return true
  }
}
