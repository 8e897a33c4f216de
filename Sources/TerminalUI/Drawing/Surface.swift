/// Where the terminal's cursor is to stand after a frame.
public struct Cursor: Hashable, Sendable {
  /// The cell.
  public var point: Point
  /// Whether it shows. One that does not still tells a screen reader which line has the focus.
  public var isVisible: Bool

  /// Makes a cursor.
  public init(x: Int, y: Int, isVisible: Bool) {
    point = Point(x: x, y: y)
    self.isVisible = isVisible
  }
}

/// A grid of styled cells that screens draw on: a terminal shows it, a test reads it.
///
/// Everything drawn outside ``clip`` is left out, so that a widget need not know how small it became.
public struct Surface: Sendable {
  /// One cell: 8 bytes.
  struct Cell: Hashable, Sendable {
    /// 21 bits of scalar, 0 for the right half of a wide character; above, the index of its marks.
    var glyph: UInt32
    var style: Style

    var scalar: UInt32 { glyph & 0x1F_FFFF }
    var marks: Int { Int(glyph >> 21) }
  }

  /// Columns.
  public private(set) var width: Int
  /// Rows.
  public private(set) var height: Int
  /// Where drawing has an effect; never larger than the surface.
  public var clip: Rect {
    didSet { clip = clip.intersection(bounds) }
  }
  /// Where the cursor stands, if anywhere in particular.
  public var cursor: Cursor?

  var cells: [Cell]
  /// Combining marks, up to four for each entry, padded with 0; the first entry is number 1.
  var marks: [UInt32] = []

  /// Makes an empty surface.
  public init(width: Int, height: Int, style: Style = .text) {
    self.width = max(0, width)
    self.height = max(0, height)
    cells = Array(repeating: Cell(glyph: 0x20, style: style), count: self.width * self.height)
    clip = Rect(x: 0, y: 0, width: width, height: height)
  }

  /// Makes an empty surface of a size.
  public init(_ size: Size) { self.init(width: size.width, height: size.height) }

  /// The whole surface.
  public var bounds: Rect { Rect(x: 0, y: 0, width: width, height: height) }

  /// Makes it blank and of a size, without giving up its memory where the size is the same.
  public mutating func reset(to size: Size, style: Style = .text) {
    cursor = nil
    if size.width == width && size.height == height {
      clip = bounds
      marks.removeAll(keepingCapacity: true)
      let blank = Cell(glyph: 0x20, style: style)
      for index in cells.indices { cells[index] = blank }
    } else {
      self = Surface(width: size.width, height: size.height, style: style)
    }
  }

  /// Draws with a smaller clip.
  public mutating func clipped(to rect: Rect, _ draw: (inout Surface) -> Void) {
    let before = clip
    clip = before.intersection(rect)
    draw(&self)
    clip = before
  }

  /// Fills a rectangle with a character of one column.
  public mutating func fill(_ rect: Rect, _ scalar: Unicode.Scalar = " ", style: Style) {
    let area = rect.intersection(clip)
    guard !area.isEmpty else { return }
    let cell = Cell(glyph: Self.single(scalar), style: style)
    for y in area.y..<area.bottom {
      mend(area.x, y)
      mend(area.right, y)
      let start = y * width
      for x in area.x..<area.right { cells[start + x] = cell }
    }
  }

  /// Puts a character of one column in a cell.
  public mutating func set(_ x: Int, _ y: Int, _ scalar: Unicode.Scalar, style: Style) {
    guard clip.contains(Point(x: x, y: y)) else { return }
    store(Cell(glyph: Self.single(scalar), style: style), x, y)
  }

  /// Puts the cursor, unseen, on a line that has the focus: a screen reader reads where it stands.
  public mutating func focus(on line: Rect) {
    cursor = Cursor(x: line.x, y: line.y, isVisible: false)
  }

  /// The style of a cell; that of ordinary text outside the surface.
  public func style(_ x: Int, _ y: Int) -> Style {
    bounds.contains(Point(x: x, y: y)) ? cells[y * width + x].style : .text
  }

  // MARK: Cells

  /// A scalar of one column, or the replacement for one that is not.
  static func single(_ scalar: Unicode.Scalar) -> UInt32 {
    if case .shown(let shown, width: 1) = HarmlessScalar.of(scalar.value) { return shown }
    return HarmlessScalar.replacement
  }

  /// Stores a cell of one column.
  mutating func store(_ cell: Cell, _ x: Int, _ y: Int) {
    mend(x, y)
    mend(x + 1, y)
    cells[y * width + x] = cell
  }

  /// Breaks a wide character that lies across the left edge of a column, so that writing on one half
  /// never leaves the other behind.
  mutating func mend(_ x: Int, _ y: Int) {
    guard x > 0, x < width else { return }
    let index = y * width + x
    guard cells[index].glyph == 0 else { return }
    cells[index].glyph = 0x20
    cells[index - 1].glyph = 0x20
  }

  /// Adds a mark to the cell's character. A fifth one is left out.
  mutating func addMark(_ mark: UInt32, to index: Int) {
    let number = cells[index].marks
    if number > 0 {
      let start = (number - 1) * 4
      for offset in 1..<4 where marks[start + offset] == 0 {
        marks[start + offset] = mark
        return
      }
    } else if marks.count / 4 < 2047 {
      marks.append(contentsOf: [mark, 0, 0, 0])
      cells[index].glyph |= UInt32(marks.count / 4) << 21
    }
  }
}
