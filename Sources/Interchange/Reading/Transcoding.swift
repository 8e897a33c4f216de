/// Turns the bytes of other encodings into UTF-8, with U+FFFD for what cannot be read.
enum Transcoding {
  /// The result: bytes that are all well-formed UTF-8, and how many places could not be read.
  struct Result {
    var bytes: [UInt8] = []
    var unreadable = 0

    mutating func append(_ scalar: UInt32) {
      switch scalar {
      case 0..<0x80:
        bytes.append(UInt8(scalar))
      case 0x80..<0x800:
        bytes.append(0xC0 | UInt8(scalar >> 6))
        bytes.append(0x80 | UInt8(scalar & 0x3F))
      case 0x800..<0x10000:
        bytes.append(0xE0 | UInt8(scalar >> 12))
        bytes.append(0x80 | UInt8(scalar >> 6 & 0x3F))
        bytes.append(0x80 | UInt8(scalar & 0x3F))
      default:
        bytes.append(0xF0 | UInt8(scalar >> 18 & 0x07))
        bytes.append(0x80 | UInt8(scalar >> 12 & 0x3F))
        bytes.append(0x80 | UInt8(scalar >> 6 & 0x3F))
        bytes.append(0x80 | UInt8(scalar & 0x3F))
      }
    }

    mutating func appendUnreadable() {
      unreadable += 1
      append(0xFFFD)
    }
  }

  static func utf8(from bytes: UnsafeBufferPointer<UInt8>, in encoding: TextEncoding) -> Result {
    switch encoding {
    case .utf8, .utf8WithMark: mended(bytes)
    case .utf16LittleEndian: fromUTF16(bytes, lowOffset: 0)
    case .utf16BigEndian: fromUTF16(bytes, lowOffset: 1)
    case .windows1252: fromWindows1252(bytes)
    }
  }

  /// UTF-8 in which each stray byte is replaced.
  private static func mended(_ bytes: UnsafeBufferPointer<UInt8>) -> Result {
    var result = Result()
    guard let base = bytes.baseAddress else { return result }
    result.bytes.reserveCapacity(bytes.count + 64)
    var index = 0
    while index < bytes.count {
      let length =
        base[index] < 0x80
        ? 1 : UTF8Tally.length(at: base + index, available: bytes.count - index)
      if length > 0 {
        result.bytes.append(contentsOf: UnsafeBufferPointer(start: base + index, count: length))
      } else {
        result.appendUnreadable()
      }
      index += max(1, length)
    }
    return result
  }

  private static func fromUTF16(
    _ bytes: UnsafeBufferPointer<UInt8>, lowOffset: Int
  ) -> Result {
    var result = Result()
    result.bytes.reserveCapacity(bytes.count / 2 + 64)
    let units = bytes.count / 2
    func unit(_ index: Int) -> UInt32 {
      UInt32(bytes[index * 2 + lowOffset]) | UInt32(bytes[index * 2 + 1 - lowOffset]) << 8
    }
    var index = 0
    while index < units {
      let value = unit(index)
      index += 1
      switch value {
      case 0xD800..<0xDC00 where index < units && unit(index) & 0xFC00 == 0xDC00:
        result.append(0x10000 + (value & 0x3FF) << 10 + unit(index) & 0x3FF)
        index += 1
      case 0xD800..<0xE000:
        result.appendUnreadable()
      default:
        result.append(value)
      }
    }
    if bytes.count % 2 == 1 { result.appendUnreadable() }
    return result
  }

  private static func fromWindows1252(_ bytes: UnsafeBufferPointer<UInt8>) -> Result {
    var result = Result()
    result.bytes.reserveCapacity(bytes.count + bytes.count / 64 + 64)
    for byte in bytes {
      switch byte {
      case 0..<0x80: result.bytes.append(byte)
      case 0x80..<0xA0:
        let scalar = windows1252[Int(byte) - 0x80]
        if scalar == 0 { result.appendUnreadable() } else { result.append(scalar) }
      default: result.append(UInt32(byte))
      }
    }
    return result
  }

  /// The characters of bytes 80 to 9F; zero for the five bytes that stand for none.
  private static let windows1252: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
