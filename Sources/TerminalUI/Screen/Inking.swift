/// What a cell becomes on a terminal of some depth and repertoire, in a theme: the character, the numbers
/// of its colours, and its attributes. A pure value, so that every screen in every look can be tested.
struct Inking {
  /// What is said of a cell's colours and attributes.
  struct Ink: Hashable {
    /// The number of the text's colour at the depth; -1 for the terminal's own.
    var foreground: Int
    /// The number of the ground's.
    var background: Int
    /// Attributes.
    var emphasis: Emphasis
  }

  let depth: ColourDepth
  let repertoire: Repertoire
  var theme: Theme
  /// What the terminal shows for the colours of ANSI.
  let palette: PlainPalette
  /// Whether shapes may look other than text in the same style, as with few colours.
  let partsShapes: Bool

  init(
    depth: ColourDepth, repertoire: Repertoire, theme: Theme, palette: PlainPalette = .xterm
  ) {
    self.depth = depth
    self.repertoire = repertoire
    self.theme = theme
    self.palette = palette
    partsShapes = depth == .eight || depth == .sixteen
  }

  /// Whether a cell holds a line, a block, a simple shape or Braille rather than text.
  static func isShape(_ glyph: UInt32) -> Bool {
    glyph >= 0x2500 && (glyph < 0x2600 || (glyph >= 0x2800 && glyph < 0x2900))
  }

  /// The look of a style. With few colours text and shapes may differ, and bold may come or go: see
  /// ``FewColours``.
  func ink(of style: Style, isShape: Bool) -> Ink {
    let look = theme.look(style.role)
    guard depth != .none else {
      return Ink(foreground: -1, background: -1, emphasis: look.mono.union(style.emphasis))
    }
    var ink = Ink(
      foreground: look.foreground?.number(at: depth) ?? -1,
      background: look.background?.number(at: depth) ?? -1,
      emphasis: look.emphasis.union(style.emphasis))
    // Nobody knows what the terminal's own colours are.
    guard partsShapes, ink.foreground >= 0, ink.background >= 0 else { return ink }
    let isShape = isShape || theme.isGraphic(style.role)
    let common = theme.look(0).background
    // A field that is told by its ground alone, as it would be by a line without colour, has one here too.
    if look.background != common, look.mono.contains(.underline),
      ink.background == common?.number(at: depth)
    {
      let isDark = palette.contrast(7, on: ink.background, isBold: false) > 4.5
      ink.background = isDark ? 4 : 6
    }
    let few = FewColours(
      palette: palette, hasBright: depth == .sixteen, needed: isShape ? 3 : 4.5)
    let pair = few.readable(
      FewColours.Pair(
        ink: ink.foreground, ground: ink.background, isBold: ink.emphasis.contains(.bold)),
      mayStandOnIt: !isShape && look.background == common)
    (ink.foreground, ink.background) = (pair.ink, pair.ground)
    if pair.isBold { ink.emphasis.insert(.bold) } else { ink.emphasis.remove(.bold) }
    return ink
  }

  /// The character for a cell of a surface that holds more than ASCII: itself, or what stands for it.
  func scalar(of cell: Surface.Cell, marks: [UInt32], isWide: Bool) -> UInt32 {
    if repertoire == .unicode { return cell.scalar }
    if cell.glyph == 0 { return 0x20 }
    let own =
      cell.marks > 0 ? marks[(cell.marks - 1) * 4..<cell.marks * 4] : []
    return PlainCharacter.standing(
      for: cell.scalar, marks: own, wide: isWide, in: repertoire)
  }
}
