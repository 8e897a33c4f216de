import CNcurses

/// Brings the terminal from the last surface to the next with as few changed cells as can be.
struct Painter {
  /// What a style is for ncurses.
  private struct Ink {
    var pair: UInt16
    var attributes: UInt16
    /// The pair's ground, numbered, so that blanks on the same one are known to look the same.
    var ground: UInt16
  }

  /// What becomes of a cell.
  private var inking: Inking
  /// The numbers of 24-bit colours, where ncurses takes the terminal to have 256. They outlive a theme:
  /// ncurses would not paint anew what keeps its number.
  private(set) var slots: SlotColours?
  /// By role, and again for bold, and all that again for shapes.
  private var inks: [Ink?] = Array(repeating: nil, count: 1024)
  private var pairs: [UInt64: UInt16] = [:]
  private var grounds: [Int: UInt16] = [:]
  private var groundOfPair: [UInt16] = [0]

  private var width = 0
  private var height = 0
  private var shown: [nc_cell] = []
  private var row: [nc_cell] = []
  /// Marks that have been painted, four scalars an entry; cells refer to them for as long as they show.
  private var marks: [UInt32] = []
  private var markNumbers: [UInt128: UInt32] = [:]
  /// Whether the last frame holds a character on whose width terminals disagree.
  private(set) var isRisky = false

  /// `usesSlots`: 24 bits on a terminal that ncurses takes to have 256 colours.
  init(inking: Inking, usesSlots: Bool = false) {
    self.inking = inking
    slots = usesSlots ? SlotColours() : nil
  }

  /// Takes another theme; the next frame shows it, by what differs and without clearing the screen.
  mutating func use(_ theme: Theme) {
    inking.theme = theme
    inks = Array(repeating: nil, count: 1024)
    // Pairs are few on some terminals. ncurses paints again what shows in a pair that changes.
    pairs = [:]
    grounds = [:]
    groundOfPair = [0]
    forget()
  }

  /// Forgets what is on the screen.
  mutating func forget() {
    width = 0
    height = 0
  }

  /// Gives ncurses the cells of one row that differ, from a surface of a single row; the others stay.
  mutating func paint(line: Surface, at y: Int) {
    guard y >= 0, y < height, line.width == width else { return }
    isRisky = false
    convert(line, 0, at: y)
    paintRow(y)
  }

  /// Gives ncurses the cells that differ. The caller updates the screen.
  mutating func paint(_ surface: Surface, on size: Size) {
    if size.width != width || size.height != height || marks.count > 7000 {
      width = size.width
      height = size.height
      // No surface has this glyph, so that every cell is painted.
      shown = Array(
        repeating: nc_cell(glyph: 0x1F_FFFF, pair: 0, attributes: 0), count: width * height)
      row = Array(repeating: nc_cell(glyph: 0x20, pair: 0, attributes: 0), count: width)
      marks = []
      markNumbers = [:]
    }
    isRisky = false
    for y in 0..<height {
      convert(surface, y, at: y)
      paintRow(y)
    }
  }

  private mutating func paintRow(_ y: Int) {
    let start = y * width
    var x = 0
    while x < width {
      if same(row[x], shown[start + x]) {
        x += 1
        continue
      }
      // A run goes on across gaps shorter than what moving the cursor costs.
      var first = x
      var last = x
      var gap = 0
      x += 1
      while x < width && gap < 8 {
        if same(row[x], shown[start + x]) {
          gap += 1
        } else {
          if gap <= Self.shortGap { recolourBlanks(x - gap..<x) }
          gap = 0
          last = x
        }
        x += 1
      }
      while first > 0 && row[first].glyph == 0 { first -= 1 }
      while last + 1 < width && row[last + 1].glyph == 0 { last += 1 }
      row.withUnsafeBufferPointer { cells in
        marks.withUnsafeBufferPointer { marks in
          guard let base = cells.baseAddress else { return }
          nc_put(Int32(y), Int32(first), base + first, Int32(last - first + 1), marks.baseAddress)
        }
      }
      for index in first...last {
        shown[start + index] = row[index]
        if CursorKeeper.isRisky(row[index].glyph & 0x1F_FFFF) { isRisky = true }
      }
      x = last + 1
    }
  }

  /// Gaps up to so many cells are sooner written through than jumped over.
  private static let shortGap = 5

  /// Gives blanks that are written through the look of what stands before them, where that shows the same,
  /// so that no look changes for their sake.
  private mutating func recolourBlanks(_ gap: Range<Int>) {
    let lined = UInt16(NC_UNDERLINE | NC_REVERSE)
    for x in gap where row[x].glyph == 0x20 {
      let before = row[x - 1]
      guard row[x].attributes & lined == 0, before.attributes & lined == 0,
        groundOfPair[Int(row[x].pair)] == groundOfPair[Int(before.pair)]
      else { continue }
      row[x].pair = before.pair
      row[x].attributes = before.attributes
    }
  }

  private func same(_ left: nc_cell, _ right: nc_cell) -> Bool {
    left.glyph == right.glyph && left.pair == right.pair && left.attributes == right.attributes
  }

  /// Turns a row of the surface into cells for ncurses, to stand in that row of the screen.
  private mutating func convert(_ surface: Surface, _ line: Int, at y: Int) {
    let start = y * width
    let inside = line < surface.height ? min(width, surface.width) : 0
    let first = line * surface.width
    let blankInk = ink(.text)
    let partsShapes = inking.partsShapes
    let showsUnicode = inking.repertoire == .unicode
    var style = Style.text
    var current = blankInk
    var wasShape = false
    for x in 0..<width {
      guard x < inside else {
        row[x] = blank(blankInk, x, start)
        continue
      }
      let cell = surface.cells[first + x]
      var glyph = cell.glyph
      if glyph >= 0x7F {
        if !showsUnicode {
          let isWide = x + 1 < inside && surface.cells[first + x + 1].glyph == 0
          glyph = inking.scalar(of: cell, marks: surface.marks, isWide: isWide)
        } else if cell.marks > 0 {
          glyph = cell.scalar | number(of: cell.marks, in: surface) << 21
        }
      } else if glyph == 0 && !showsUnicode {
        glyph = 0x20
      }
      // A letter that stands for a shape is text.
      let isShape = partsShapes && Inking.isShape(glyph & 0x1F_FFFF)
      if cell.style != style || isShape != wasShape {
        style = cell.style
        wasShape = isShape
        current = ink(style, isShape: isShape)
      }
      if glyph == 0x20 {
        row[x] = blank(current, x, start)
        continue
      }
      row[x] = nc_cell(glyph: glyph, pair: current.pair, attributes: current.attributes)
    }
  }

  /// A blank's text colour is never seen, so it takes the one that costs no change: what is there
  /// already, or its neighbour's.
  private func blank(_ ink: Ink, _ x: Int, _ start: Int) -> nc_cell {
    let own = nc_cell(glyph: 0x20, pair: ink.pair, attributes: ink.attributes)
    let lined = UInt16(NC_UNDERLINE | NC_REVERSE)
    guard ink.attributes & lined == 0 else { return own }
    let old = shown[start + x]
    if old.glyph == 0x20, old.attributes & lined == 0, groundOfPair[Int(old.pair)] == ink.ground {
      return old
    }
    guard x > 0 else { return own }
    let before = row[x - 1]
    guard before.attributes & lined == 0, groundOfPair[Int(before.pair)] == ink.ground else {
      return own
    }
    return nc_cell(glyph: 0x20, pair: before.pair, attributes: before.attributes)
  }

  private mutating func number(of index: Int, in surface: Surface) -> UInt32 {
    let entry = surface.marks[(index - 1) * 4..<index * 4]
    let key = entry.reduce(UInt128(0)) { $0 << 32 | UInt128($1) }
    if let known = markNumbers[key] { return known }
    guard marks.count / 4 < 2047 else { return 0 }
    marks.append(contentsOf: entry)
    let number = UInt32(marks.count / 4)
    markNumbers[key] = number
    return number
  }

  private mutating func ink(_ style: Style, isShape: Bool = false) -> Ink {
    let isBold = style.emphasis.contains(.bold)
    let index = Int(style.role) + (isBold ? 256 : 0) + (isShape ? 512 : 0)
    var ink: Ink
    if let known = inks[index] {
      ink = known
    } else {
      // Bold may be left with few colours; other emphasis always adds to the role's own.
      let own = Style(role: style.role, emphasis: isBold ? .bold : [])
      let whole = inking.ink(of: own, isShape: isShape)
      ink = pair(of: style.role, whole)
      ink.attributes = UInt16(whole.emphasis.rawValue)
      inks[index] = ink
    }
    ink.attributes |= UInt16(style.emphasis.subtracting(.bold).rawValue)
    return ink
  }

  /// What ncurses is told of the text and the ground of a role.
  private mutating func numbers(
    of role: UInt8, _ ink: Inking.Ink
  ) -> (foreground: Int, background: Int) {
    guard slots != nil else { return (ink.foreground, ink.background) }
    let look = inking.theme.look(role)
    return (
      look.foreground.flatMap { slots?.number(for: $0) } ?? -1,
      look.background.flatMap { slots?.number(for: $0) } ?? -1
    )
  }

  private mutating func pair(of role: UInt8, _ whole: Inking.Ink) -> Ink {
    guard inking.depth != .none else { return Ink(pair: 0, attributes: 0, ground: 0) }
    let (foreground, background) = numbers(of: role, whole)
    let key =
      UInt64(UInt32(bitPattern: Int32(foreground))) << 32
      | UInt64(UInt32(bitPattern: Int32(background)))
    let ground = grounds[background] ?? UInt16(grounds.count + 1)
    grounds[background] = ground
    if let known = pairs[key] { return Ink(pair: known, attributes: 0, ground: ground) }
    let number = groundOfPair.count
    guard nc_pair(Int32(number), Int32(foreground), Int32(background)) != 0 else {
      return Ink(pair: 0, attributes: 0, ground: 0)
    }
    groundOfPair.append(ground)
    pairs[key] = UInt16(number)
    return Ink(pair: UInt16(number), attributes: 0, ground: ground)
  }
}
