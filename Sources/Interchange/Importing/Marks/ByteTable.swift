/// Numbers by the bytes of their names: looked up for each of a million rows without a string.
///
/// Open addressing over flat memory; the names lie one after another.
struct ByteTable {
  private struct Slot {
    var offset: Int32 = 0
    var length: Int32 = -1
    var number: Int64 = 0
  }

  private var slots: [Slot]
  private var names: [UInt8] = []
  private let mask: Int

  /// A table of those names. Of two that are the same, the later counts.
  init(_ entries: [(name: String, number: Int64)]) {
    var capacity = 16
    while capacity < entries.count * 2 { capacity *= 2 }
    mask = capacity - 1
    slots = Array(repeating: Slot(), count: capacity)
    for entry in entries {
      let name = Array(entry.name.utf8)
      name.withUnsafeBufferPointer { insert($0, number: entry.number) }
    }
  }

  private mutating func insert(_ name: UnsafeBufferPointer<UInt8>, number: Int64) {
    let place = place(of: name)
    if slots[place].length < 0 {
      slots[place].offset = Int32(names.count)
      slots[place].length = Int32(name.count)
      names.append(contentsOf: name)
    }
    slots[place].number = number
  }

  /// The number of that name; nil where there is none.
  func number(of name: UnsafeBufferPointer<UInt8>) -> Int64? {
    let slot = slots[place(of: name)]
    return slot.length < 0 ? nil : slot.number
  }

  /// The slot that holds the name, or the empty one in which it would be.
  private func place(of name: UnsafeBufferPointer<UInt8>) -> Int {
    var place = Int(truncatingIfNeeded: ByteTable.hash(name)) & mask
    while true {
      let slot = slots[place]
      if slot.length < 0 || (slot.length == name.count && isName(name, at: Int(slot.offset))) {
        return place
      }
      place = (place + 1) & mask
    }
  }

  private func isName(_ name: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    names.withUnsafeBufferPointer { names in
      for index in 0..<name.count where names[offset + index] != name[index] { return false }
      return true
    }
  }

  /// FNV-1a with a last mixing, so that numbers in a row do not lie in a row.
  private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ hash >> 29
  }
}
