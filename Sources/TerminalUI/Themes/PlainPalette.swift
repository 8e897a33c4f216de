/// What a kind of terminal shows for the sixteen colours of ANSI, by which is judged what can be read there.
struct PlainPalette: Sendable {
  /// The sixteen.
  let colours: [Colour]
  /// Whether bold text is always in the bright one of its colour, as where there is no bold letter;
  /// elsewhere it may or may not be.
  let boldIsBright: Bool
  private let luminances: [Double]

  private init(_ colours: [UInt32], boldIsBright: Bool) {
    self.colours = colours.map { bits in
      Colour(
        red: UInt8(bits >> 16), green: UInt8(bits >> 8 & 0xFF), blue: UInt8(bits & 0xFF))
    }
    self.boldIsBright = boldIsBright
    luminances = self.colours.map(\.luminance)
  }

  /// xterm's own, as which a terminal is taken that is not known better.
  static let xterm = PlainPalette(
    [
      0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F,
      0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ], boldIsBright: false)
  /// The Linux console's, those of the first graphic cards: its yellow is brown.
  static let console = PlainPalette(
    [
      0x000000, 0xAA0000, 0x00AA00, 0xAA5500, 0x0000AA, 0xAA00AA, 0x00AAAA, 0xAAAAAA, 0x555555,
      0xFF5555, 0x55FF55, 0xFFFF55, 0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF,
    ], boldIsBright: true)
  /// PuTTY's.
  static let putty = PlainPalette(
    [
      0x000000, 0xBB0000, 0x00BB00, 0xBBBB00, 0x0000BB, 0xBB00BB, 0x00BBBB, 0xBBBBBB, 0x555555,
      0xFF5555, 0x55FF55, 0xFFFF55, 0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF,
    ], boldIsBright: true)

  /// That of a terminal by the value of TERM, as in `linux`, `screen.linux` or `putty-256color`.
  static func shown(on terminal: String) -> PlainPalette {
    let words = terminal.split { $0 == "-" || $0 == "." }
    return words.contains("linux") ? .console : words.first == "putty" ? .putty : .xterm
  }

  /// The contrast of WCAG 2.2 of a text, by the numbers of its colours: the least that it may have.
  func contrast(_ ink: Int, on ground: Int, isBold: Bool) -> Double {
    guard isBold, ink < 8 else { return contrast(ink, ground) }
    let bright = contrast(ink + 8, ground)
    return boldIsBright ? bright : min(bright, contrast(ink, ground))
  }

  private func contrast(_ left: Int, _ right: Int) -> Double {
    let (one, other) = (luminances[left] + 0.05, luminances[right] + 0.05)
    return one > other ? one / other : other / one
  }
}
