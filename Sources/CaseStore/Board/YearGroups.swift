/// Year groups by a small number that orders them as children grow.
struct YearGroups {
  private var names = ["E1", "E2", "N1", "N2", "R"] + (1...14).map(String.init) + ["M", "X"]

  /// The number of a year group; one that is no known year group is put after all that are.
  mutating func number(of name: String) -> UInt8 {
    if let place = names.firstIndex(of: name) { return UInt8(place) }
    // Past what a byte counts, further unknown words share the last one's place.
    if names.count == 255 { return 254 }
    names.append(name)
    return UInt8(names.count - 1)
  }

  /// The number of a year group that is given as bytes, which for the usual ones allocates nothing.
  mutating func number(of bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
    for (place, name) in names.enumerated() where name.utf8.elementsEqual(bytes) {
      return UInt8(min(place, 254))
    }
    return number(of: String(decoding: bytes, as: UTF8.self))
  }

  /// The name for a number.
  func name(_ number: UInt8) -> String { names[Int(number)] }
}
