/// How a file's bytes stand for characters, told from the bytes alone.
///
/// Files come from GIAS (Windows-1252), from DfE's open data (UTF-8 with a byte-order mark), from
/// spreadsheets (UTF-16 from "Unicode text") and from everything else (UTF-8); nobody can be asked.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf8WithMark = "UTF-8 with a byte-order mark"
  case utf16LittleEndian = "UTF-16, little-endian"
  case utf16BigEndian = "UTF-16, big-endian"
  case windows1252 = "Windows-1252"
}

/// What was found out about a file's bytes before they are read as text.
struct EncodingFinding {
  var encoding: TextEncoding
  /// How many bytes of byte-order mark to leave out.
  var markLength: Int
  /// Whether the bytes after the mark can serve as they are.
  var isPlainUTF8: Bool

  /// Looks at all bytes: the first that is not ASCII may be the last.
  init(of bytes: UnsafeBufferPointer<UInt8>) {
    isPlainUTF8 = false
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      encoding = .utf8WithMark
      markLength = 3
      let rest = UnsafeBufferPointer(rebasing: bytes.dropFirst(3))
      isPlainUTF8 = UTF8Tally(of: rest).invalid == 0
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      encoding = .utf16LittleEndian
      markLength = 2
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      encoding = .utf16BigEndian
      markLength = 2
    } else if let unmarked = EncodingFinding.unmarkedUTF16(bytes) {
      encoding = unmarked
      markLength = 0
    } else {
      let tally = UTF8Tally(of: bytes)
      markLength = 0
      isPlainUTF8 = tally.invalid == 0
      // Windows-1252 accents hardly ever happen to form valid sequences, so one in a few is enough to
      // tell UTF-8 into which something else was pasted: the lines with that are told, and the rest of
      // the file is read as what it is.
      encoding = tally.invalid <= tally.wellFormed * 8 ? .utf8 : .windows1252
    }
  }

  /// Western text in UTF-16 has a zero in every other byte, and on one side only.
  private static func unmarkedUTF16(_ bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
    let pairs = min(bytes.count, 4096) / 2
    guard pairs >= 2 else { return nil }
    var zeroFirst = 0
    var zeroSecond = 0
    for pair in 0..<pairs {
      if bytes[pair * 2] == 0 { zeroFirst += 1 }
      if bytes[pair * 2 + 1] == 0 { zeroSecond += 1 }
    }
    if zeroSecond * 5 > pairs * 3, zeroFirst * 10 < zeroSecond { return .utf16LittleEndian }
    if zeroFirst * 5 > pairs * 3, zeroSecond * 10 < zeroFirst { return .utf16BigEndian }
    return nil
  }
}

/// How many sequences of more than one byte are well formed, and how many bytes fit no sequence.
struct UTF8Tally {
  private(set) var wellFormed = 0
  private(set) var invalid = 0

  init(of bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    let raw = UnsafeRawPointer(base)
    let count = bytes.count
    var index = 0
    while index < count {
      if count - index >= 8,
        raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        index += 8
      } else if base[index] < 0x80 {
        index += 1
      } else {
        let length = UTF8Tally.length(at: base + index, available: count - index)
        if length > 0 {
          wellFormed += 1
          index += length
        } else {
          invalid += 1
          index += 1
        }
      }
    }
  }

  /// The length of the well-formed sequence of two to four bytes that starts here, else 0.
  ///
  /// The ranges of the second byte leave out overlong forms, surrogates and what lies past U+10FFFF
  /// (The Unicode Standard, table 3-7).
  static func length(at start: UnsafePointer<UInt8>, available: Int) -> Int {
    let lead = start[0]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return 0
    }
    guard available >= length, second.contains(start[1]) else { return 0 }
    for offset in 2..<max(2, length) where start[offset] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
