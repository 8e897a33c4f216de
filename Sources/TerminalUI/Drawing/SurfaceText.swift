/// On which side of its room a text stands.
public enum Alignment: Hashable, Sendable {
  /// From the left.
  case leading
  /// In the middle.
  case centre
  /// To the right, for numbers.
  case trailing
}

extension Surface {
  /// Writes a text on one row, made harmless.
  ///
  /// Without a width it runs to the edge of the clip. With one it takes that many columns at most: a
  /// text that is longer ends in an ellipsis, and never in half a wide character. `fills` pads it with
  /// blanks in its style up to the width. Returns the columns used.
  @discardableResult
  public mutating func put(
    _ text: String, x: Int, y: Int, style: Style, width: Int? = nil,
    align: Alignment = .leading, fills: Bool = false
  ) -> Int {
    var text = text
    return text.withUTF8 {
      put(utf8: $0, x: x, y: y, style: style, width: width, align: align, fills: fills)
    }
  }

  /// Writes UTF-8 bytes on one row as ``put(_:x:y:style:width:align:fills:)`` does. What is not UTF-8
  /// becomes a replacement character.
  @discardableResult
  public mutating func put(
    utf8 bytes: UnsafeBufferPointer<UInt8>, x: Int, y: Int, style: Style, width: Int? = nil,
    align: Alignment = .leading, fills: Bool = false
  ) -> Int {
    let room = width ?? max(0, clip.right - x)
    guard room > 0, y >= clip.y, y < clip.bottom else { return 0 }
    if Self.isPlain(bytes) {
      let needed = bytes.count
      let shown = min(needed, room)
      let start = x + Self.offset(shown, in: room, align)
      if fills { fillAround(x, start, start + shown, x + room, y, style) }
      let whole = needed <= room || width == nil ? shown : shown - 1
      putPlain(bytes, count: whole, x: start, y: y, style: style)
      if whole < shown { set(start + whole, y, "…", style: style) }
      return fills ? room : shown
    }
    let needed = TextWidth.of(bytes)
    let shown = min(needed, room)
    let start = x + Self.offset(shown, in: room, align)
    if fills { fillAround(x, start, start + shown, x + room, y, style) }
    let cut = needed > room && width != nil
    let end = putScalars(bytes, x: start, y: y, style: style, room: cut ? room - 1 : shown)
    if cut {
      // A wide character that did not fit leaves a column blank before the ellipsis.
      set(end, y, "…", style: style)
      if end + 1 < start + room { set(end + 1, y, " ", style: style) }
    } else if end < start + shown {
      set(end, y, " ", style: style)
    }
    return fills ? room : shown
  }

  private static func offset(_ used: Int, in room: Int, _ align: Alignment) -> Int {
    switch align {
    case .leading: 0
    case .centre: (room - used) / 2
    case .trailing: room - used
    }
  }

  private mutating func fillAround(
    _ left: Int, _ start: Int, _ end: Int, _ right: Int, _ y: Int, _ style: Style
  ) {
    fill(Rect(x: left, y: y, width: start - left, height: 1), style: style)
    fill(Rect(x: end, y: y, width: right - end, height: 1), style: style)
  }

  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in bytes where byte < 0x20 || byte > 0x7E { return false }
    return true
  }

  private mutating func putPlain(
    _ bytes: UnsafeBufferPointer<UInt8>, count: Int, x: Int, y: Int, style: Style
  ) {
    let first = max(x, clip.x)
    let last = min(x + count, clip.right)
    guard first < last else { return }
    mend(first, y)
    mend(last, y)
    let row = y * width
    for column in first..<last {
      cells[row + column] = Cell(glyph: UInt32(bytes[column - x]), style: style)
    }
  }

  /// Writes scalars while they fit in the room; the column after the last.
  private mutating func putScalars(
    _ bytes: UnsafeBufferPointer<UInt8>, x: Int, y: Int, style: Style, room: Int
  ) -> Int {
    var reader = ScalarReader(bytes)
    var column = x
    var base: Int?
    let end = x + room
    while let scalar = reader.next() {
      switch HarmlessScalar.of(scalar) {
      case .nothing: continue
      case .mark(let mark):
        if let base {
          if base >= 0 { addMark(mark, to: base) }
        } else if column < end {
          // A mark with nothing before it stands on a dotted circle, not on a neighbour's text.
          set(column, y, "\u{25CC}", style: style)
          let inside = clip.contains(Point(x: column, y: y))
          if inside { addMark(mark, to: y * width + column) }
          base = inside ? y * width + column : -1
          column += 1
        }
      case .shown(let glyph, let columns):
        guard column + columns <= end else { return column }
        base = putGlyph(glyph, columns: columns, x: column, y: y, style: style)
        column += columns
      }
    }
    return column
  }

  /// Stores one character; the index of its cell, or -1 where it lies outside the clip.
  private mutating func putGlyph(
    _ glyph: UInt32, columns: Int, x: Int, y: Int, style: Style
  ) -> Int {
    if columns == 1 {
      guard x >= clip.x, x < clip.right else { return -1 }
      store(Cell(glyph: glyph, style: style), x, y)
      return y * width + x
    }
    if x >= clip.x, x + 1 < clip.right {
      mend(x, y)
      mend(x + 2, y)
      let index = y * width + x
      cells[index] = Cell(glyph: glyph, style: style)
      cells[index + 1] = Cell(glyph: 0, style: style)
      return index
    }
    // Half of it is cut off by the clip: a blank in the half that is not.
    set(x, y, " ", style: style)
    set(x + 1, y, " ", style: style)
    return -1
  }
}
