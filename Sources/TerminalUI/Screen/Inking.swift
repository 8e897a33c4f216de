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
  /// Whether shapes may look other than text in the same style, as with few colours.
  let partsShapes: Bool

  init(depth: ColourDepth, repertoire: Repertoire, theme: Theme) {
    self.depth = depth
    self.repertoire = repertoire
    self.theme = theme
    partsShapes = depth == .eight || depth == .sixteen
  }

  /// Whether a cell holds a line, a block, a simple shape or Braille rather than text.
  static func isShape(_ glyph: UInt32) -> Bool {
    glyph >= 0x2500 && (glyph < 0x2600 || (glyph >= 0x2800 && glyph < 0x2900))
  }

  /// The look of a role, without emphasis on top of its own.
  func ink(of role: UInt8, isShape: Bool) -> Ink {
    let look = theme.look(role)
    let (foreground, background) =
      depth == .none ? (-1, -1) : theme.numbers(of: role, at: depth, isShape: isShape)
    return Ink(
      foreground: foreground, background: background,
      emphasis: depth == .none ? look.mono : look.emphasis)
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
