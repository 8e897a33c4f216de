/// Finds a folded word in a run of bytes, blind to the case of ASCII letters, eight bytes at a step.
///
/// A step looks for places where both the first and the last byte of the word fit; what fits is
/// compared in full.
struct TextSearch {
  private let word: [UInt8]
  private let first: UInt64
  private let last: UInt64

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080
  /// Sets the bit that tells small letters from capitals.
  private static let small: UInt64 = 0x2020_2020_2020_2020

  init(_ word: [UInt8]) {
    self.word = word
    first = UInt64((word.first ?? 0) | 0x20) &* TextSearch.ones
    last = UInt64((word.last ?? 0) | 0x20) &* TextSearch.ones
  }

  /// Sets the byte of each row whose bytes hold the word to 1.
  ///
  /// - Parameter starts: where each row starts, and after the last where it ends.
  func mark(
    _ bytes: UnsafeRawBufferPointer, starts: UnsafeBufferPointer<UInt32>,
    in mask: UnsafeMutableBufferPointer<UInt8>
  ) {
    guard let base = bytes.baseAddress, !word.isEmpty, bytes.count >= word.count else { return }
    let length = word.count
    let end = bytes.count - length
    let (first, last) = (first, last)
    var row = 0
    var place = 0
    word.withUnsafeBufferPointer { word in
      while place <= end {
        var found = -1
        if place + 7 <= end {
          let firsts = base.loadUnaligned(fromByteOffset: place, as: UInt64.self)
          let lasts = base.loadUnaligned(fromByteOffset: place &+ length &- 1, as: UInt64.self)
          let firstOff = (firsts | TextSearch.small) ^ first
          let lastOff = (lasts | TextSearch.small) ^ last
          let other = firstOff | lastOff
          // A byte of nought, where both fit, sets its highest bit; a borrow may set one too many.
          var fits = (other &- TextSearch.ones) & ~other & TextSearch.highs
          while fits != 0 {
            let at = place &+ fits.trailingZeroBitCount &>> 3
            if TextSearch.matches(word, base, at) {
              found = at
              break
            }
            fits &= fits &- 1
          }
          if found < 0 {
            place = place &+ 8
            continue
          }
        } else {
          if TextSearch.matches(word, base, place) { found = place }
          if found < 0 {
            place = place &+ 1
            continue
          }
        }
        while Int(starts[row &+ 1]) <= found { row = row &+ 1 }
        mask[row] = 1
        // The rest of the row can add nothing.
        place = Int(starts[row &+ 1])
      }
    }
  }

  @inline(__always)
  private static func matches(
    _ word: UnsafeBufferPointer<UInt8>, _ base: UnsafeRawPointer, _ place: Int
  ) -> Bool {
    for index in 0..<word.count {
      let byte = base.load(fromByteOffset: place &+ index, as: UInt8.self)
      if Folding.small(byte) != word[index] { return false }
    }
    return true
  }
}
