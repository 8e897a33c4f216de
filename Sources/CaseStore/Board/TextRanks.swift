/// Ranks the rows of a text table by a field: 150,000 names in about ten milliseconds.
///
/// What all texts begin with is skipped; then eight bytes are sorted as one number, and the rows that
/// they leave equal by the eight after those, as long as there are more.
struct TextRanks {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Where the folded text of each row begins; it ends before the next zero byte.
  private let from: [UInt32]
  /// How many bytes all texts have in common at their beginning.
  private let common: UInt32

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// For each row its place in order; equal texts share a place.
  static func ranks(_ table: TextTable, field: Int, of fields: Int) -> [UInt32] {
    table.bytes.withUnsafeBufferPointer { bytes in
      let from = table.isFolded.indices.map { row in
        // The folded fields of a row follow the plain ones.
        skip(
          table.isFolded[row] ? fields + field : field, in: bytes, from: Int(table.starts[row]))
      }
      return TextRanks(bytes: bytes, from: from).ranks()
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, from: [UInt32]) {
    self.bytes = bytes
    self.from = from
    var common = 8
    let first = from.first.map { TextRanks.key(bytes, Int($0)) } ?? 0
    for place in from {
      common = min(common, (TextRanks.key(bytes, Int(place)) ^ first).leadingZeroBitCount / 8)
    }
    // What ends within the common part must not be skipped over.
    self.common = first & 0xFF == 0 ? 0 : UInt32(common)
  }

  @inline(__always)
  private static func skip(
    _ fields: Int, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> UInt32 {
    var place = start
    for _ in 0..<fields {
      while bytes[place] != 0 { place &+= 1 }
      place &+= 1
    }
    return UInt32(place)
  }

  private func ranks() -> [UInt32] {
    var ranks = [UInt32](repeating: 0, count: from.count)
    rank(RadixSort.identity(from.count), skipping: common, from: 0, in: &ranks)
    return ranks
  }

  /// Ranks rows that agree in what is skipped, from a place on.
  private func rank(
    _ rows: [UInt32], skipping skipped: UInt32, from place: Int, in ranks: inout [UInt32]
  ) {
    var keys = [UInt64](repeating: 0, count: rows.count)
    for (index, row) in rows.enumerated() {
      keys[index] = TextRanks.key(bytes, Int(from[Int(row)] + skipped))
    }
    var order = RadixSort.identity(rows.count)
    // Few rows are sorted sooner than the many counters of a radix sort are cleared.
    if rows.count > 1024 {
      RadixSort.sort(&order, by: keys)
    } else {
      order.sort { keys[Int($0)] < keys[Int($1)] }
    }
    var first = 0
    while first < order.count {
      let top = keys[Int(order[first])]
      var last = first + 1
      while last < order.count, keys[Int(order[last])] == top { last += 1 }
      if last - first == 1 || top & 0xFF == 0 {
        // A key with room left holds all that is left of a text, so its rows are equal.
        for index in order[first..<last] {
          ranks[Int(rows[Int(index)])] = UInt32(place + first)
        }
      } else {
        let tied = order[first..<last].map { rows[Int($0)] }
        rank(tied, skipping: skipped + 8, from: place + first, in: &ranks)
      }
      first = last
    }
  }

  /// Eight folded bytes of a text as a number that orders as they do; noughts after its end.
  @inline(__always)
  private static func key(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> UInt64 {
    guard place &+ 8 <= bytes.count else { return lastKey(bytes, place) }
    var word = UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped)
      .loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian
    // The lowest byte of nought ends the text, and is found exactly whatever follows it.
    let end = (word &- ones) & ~word & highs
    if end != 0 { word &= (1 &<< UInt64(end.trailingZeroBitCount &- 7)) &- 1 }
    // Capitals: bytes from "A" on, and not from "[" on.
    let low = word & ~highs
    let capitals = ((low &+ 0x3F &* ones) ^ (low &+ 0x25 &* ones)) & ~word & highs
    return (word | capitals &>> 2).byteSwapped
  }

  private static func lastKey(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> UInt64 {
    var key: UInt64 = 0
    var shift: UInt64 = 56
    for byte in bytes[min(place, bytes.count)...].prefix(8) {
      if byte == 0 { break }
      key |= UInt64(Folding.small(byte)) << shift
      shift &-= 8
    }
    return key
  }
}
