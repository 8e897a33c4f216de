/// Shortens what ncurses writes: it says the whole look anew wherever a part of it changes, and resets
/// it at the end of every frame.
///
/// Changes of look are taken out of the stream, and put back, joined and without what already holds, just
/// before something that shows them. It knows only ECMA-48's own codes; whatever else comes is passed on
/// untouched, after which it trusts nothing that it knew.
struct LookSqueezer {
  /// A look as the codes that make it.
  struct Look: Equatable {
    /// Bits 1 to 9 for the codes 1 to 9.
    var attributes: UInt16 = 0
    var foreground: [Int] = []
    var background: [Int] = []
  }

  /// Whether the terminal knows the codes that end one attribute alone, as those with colours do.
  private let endsSingly: Bool
  /// The 24 bits that stand behind a number of xterm's 256, where they are others than its own.
  var meanings: [UInt32?] = []
  /// What the terminal has; nil where that is not known.
  private var actual: Look?
  private(set) var wanted = Look()
  /// Whether the plain letters are in use, as everything here needs.
  private(set) var hasPlainLetters = false

  init(endsSingly: Bool) { self.endsSingly = endsSingly }

  /// Forgets what the terminal has, as after something else wrote to it.
  mutating func forget() {
    actual = nil
    wanted = Look()
    hasPlainLetters = false
  }

  /// Appends the shortened form of what ncurses wrote for a frame.
  mutating func squeeze(_ bytes: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x1B {
        index = escape(bytes, at: index, into: &out)
      } else if byte == 0x0F {  // shift in: the plain letters, which never leave
        if !hasPlainLetters { out.append(byte) }
        hasPlainLetters = true
        index += 1
      } else if byte == 0x0D || byte == 0x08 {
        out.append(byte)
        index += 1
      } else {
        flush(&out)
        repeat {
          out.append(bytes[index])
          index += 1
        } while index < bytes.count && bytes[index] >= 0x20 && bytes[index] != 0x7F
      }
    }
  }

  /// One escape sequence; where the next thing begins.
  private mutating func escape(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, into out: inout [UInt8]
  ) -> Int {
    guard start + 1 < bytes.count else {
      out.append(bytes[start])
      return start + 1
    }
    if bytes[start + 1] == UInt8(ascii: "("), start + 2 < bytes.count,
      bytes[start + 2] == UInt8(ascii: "B")
    {
      if !hasPlainLetters { out.append(contentsOf: bytes[start..<start + 3]) }
      hasPlainLetters = true
      return start + 3
    }
    guard bytes[start + 1] == UInt8(ascii: "[") else {
      flush(&out)
      out.append(contentsOf: bytes[start...start + 1])
      hasPlainLetters = false
      return start + 2
    }
    var end = start + 2
    while end < bytes.count, (0x20..<0x40).contains(bytes[end]) { end += 1 }
    guard end < bytes.count else {
      out.append(contentsOf: bytes[start..<end])
      return end
    }
    switch bytes[end] {
    case UInt8(ascii: "m"):
      if !take(bytes[(start + 2)..<end]) {
        flush(&out)
        out.append(contentsOf: bytes[start...end])
        actual = nil
      }
    case UInt8(ascii: "A")...UInt8(ascii: "D"), UInt8(ascii: "G"), UInt8(ascii: "H"),
      UInt8(ascii: "d"), UInt8(ascii: "h"), UInt8(ascii: "l"):
      out.append(contentsOf: bytes[start...end])  // neither shows nor changes a look
    default:
      flush(&out)
      out.append(contentsOf: bytes[start...end])
    }
    return end + 1
  }

  /// Takes the codes of a look into what is wanted. False where there is one that it does not know.
  mutating func take(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var codes: [Int] = []
    var current = 0
    for byte in text {
      switch byte {
      case 0x30...0x39: current = min(current * 10 + Int(byte - 0x30), 999)
      case UInt8(ascii: ";"):
        codes.append(current)
        current = 0
      default: return false
      }
    }
    codes.append(current)
    var look = wanted
    var index = 0
    while index < codes.count {
      let code = codes[index]
      switch code {
      case 0: look = Look()
      // The usual font, which the Linux console's description names beside the look every time. By
      // itself it ends another font, which somebody must have begun.
      case 10 where codes.count > 1: break
      case 1...9: look.attributes |= 1 << code
      case 22: look.attributes &= ~0b110
      case 23...29 where code != 26: look.attributes &= ~(1 << (code - 20))
      case 30...37, 90...97: look.foreground = [code]
      case 40...47, 100...107: look.background = [code]
      case 39: look.foreground = []
      case 49: look.background = []
      case 38, 48:
        guard index + 2 < codes.count else { return false }
        let length = codes[index + 1] == 5 ? 3 : codes[index + 1] == 2 ? 5 : 0
        guard length > 0, index + length <= codes.count else { return false }
        let whole = meant(Array(codes[index..<index + length]))
        if code == 38 { look.foreground = whole } else { look.background = whole }
        index += length - 1
      default: return false
      }
      index += 1
    }
    wanted = look
    return true
  }

  /// A colour's codes, in 24 bits where its number stands for them.
  private func meant(_ codes: [Int]) -> [Int] {
    guard codes[1] == 5, codes[2] < meanings.count, let bits = meanings[codes[2]] else {
      return codes
    }
    return [codes[0], 2, Int(bits >> 16), Int(bits >> 8 & 0xFF), Int(bits & 0xFF)]
  }

  /// Wants a look, as if it had been read.
  mutating func want(_ look: Look) { wanted = look }

  /// Brings the terminal to what is wanted, by what differs or from nothing, whichever is shorter.
  mutating func flush(_ out: inout [UInt8]) {
    guard actual != wanted else { return }
    var anew = [0]
    for code in 1...9 where wanted.attributes & 1 << code != 0 { anew.append(code) }
    anew += wanted.foreground + wanted.background
    var best = Self.sequence(anew)
    if let actual, endsSingly {
      let change = Self.sequence(Self.codes(from: actual, to: wanted))
      if change.count <= best.count { best = change }
    }
    out.append(contentsOf: best)
    actual = wanted
  }

  private static func codes(from old: Look, to new: Look) -> [Int] {
    var result: [Int] = []
    var kept = old.attributes
    for code in 1...9 where kept & 1 << code != 0 && new.attributes & 1 << code == 0 {
      // One code ends bold and dim.
      result.append(code == 1 ? 22 : code + 20)
      kept &= ~(code <= 2 ? 0b110 : 1 << code)
    }
    for code in 1...9 where kept & 1 << code == 0 && new.attributes & 1 << code != 0 {
      result.append(code)
    }
    if new.foreground != old.foreground {
      result += new.foreground.isEmpty ? [39] : new.foreground
    }
    if new.background != old.background {
      result += new.background.isEmpty ? [49] : new.background
    }
    return result
  }

  private static func sequence(_ codes: [Int]) -> [UInt8] {
    var result: [UInt8] = [0x1B, UInt8(ascii: "[")]
    if codes != [0] {
      for (index, code) in codes.enumerated() {
        if index > 0 { result.append(UInt8(ascii: ";")) }
        if code >= 100 { result.append(0x30 + UInt8(code / 100)) }
        if code >= 10 { result.append(0x30 + UInt8(code / 10 % 10)) }
        result.append(0x30 + UInt8(code % 10))
      }
    }
    result.append(UInt8(ascii: "m"))
    return result
  }
}
