/// Text on its way to the clipboard by OSC 52.
enum ClipboardText {
  /// What terminals take at most, in bytes of text.
  static let limit = 74_000

  /// The escape sequence; nil where the text is too long.
  ///
  /// A terminal inside a terminal, by its name, gets it wrapped for the outer one too: whichever of the
  /// two it is allowed to pass on arrives, the other is dropped, and twice the same does no harm.
  static func sequence(_ text: String, on terminal: String = "") -> String? {
    guard text.utf8.count <= limit else { return nil }
    let plain = "\u{1B}]52;c;\(base64(Array(text.utf8)))\u{07}"
    if terminal.hasPrefix("tmux") { return plain + "\u{1B}Ptmux;\u{1B}" + plain + "\u{1B}\\" }
    guard terminal.hasPrefix("screen") else { return plain }
    // GNU screen forgets what is longer than this, so that it gets it by pieces.
    var wrapped = ""
    var rest = Substring(plain)
    while !rest.isEmpty {
      wrapped += "\u{1B}P" + rest.prefix(512) + "\u{1B}\\"
      rest = rest.dropFirst(512)
    }
    return wrapped
  }

  /// Base64 as RFC 4648 has it.
  static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let part = bytes[start..<min(start + 3, bytes.count)]
      var bits = 0
      for offset in 0..<3 {
        bits = bits << 8 | (offset < part.count ? Int(part[start + offset]) : 0)
      }
      for offset in 0..<4 {
        let used = offset <= part.count
        result.append(used ? letters[bits >> (18 - 6 * offset) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
