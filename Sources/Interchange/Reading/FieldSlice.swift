/// A field's bytes, pointing into the text; valid while the text lives.
struct FieldSlice {
  let start: UnsafePointer<UInt8>
  let count: Int
  /// Whether doubled quotation marks stand for single ones.
  let isEscaped: Bool

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  /// Without spaces, tabs and no-break spaces at either end.
  var trimmed: FieldSlice {
    var first = 0
    var end = count
    while first < end {
      if start[first] == 32 || start[first] == 9 || start[first] == 10 || start[first] == 13 {
        first += 1
      } else if end - first >= 2, start[first] == 0xC2, start[first + 1] == 0xA0 {
        first += 2
      } else {
        break
      }
    }
    while end > first {
      let last = start[end - 1]
      if last == 32 || last == 9 || last == 10 || last == 13 {
        end -= 1
      } else if end - first >= 2, start[end - 2] == 0xC2, last == 0xA0 {
        end -= 2
      } else {
        break
      }
    }
    return FieldSlice(start: start + first, count: end - first, isEscaped: isEscaped)
  }

  var isEmpty: Bool { count == 0 }

  var string: String {
    guard isEscaped else { return String(decoding: bytes, as: UTF8.self) }
    var plain: [UInt8] = []
    plain.reserveCapacity(count)
    var index = 0
    while index < count {
      plain.append(start[index])
      index += start[index] == 34 && index + 1 < count && start[index + 1] == 34 ? 2 : 1
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
