extension Surface {
  /// Draws a line from left to right.
  public mutating func horizontalLine(
    x: Int, y: Int, width: Int, style: Style, scalar: Unicode.Scalar = "─"
  ) {
    fill(Rect(x: x, y: y, width: width, height: 1), scalar, style: style)
  }

  /// Draws a line from top to bottom.
  public mutating func verticalLine(
    x: Int, y: Int, height: Int, style: Style, scalar: Unicode.Scalar = "│"
  ) {
    fill(Rect(x: x, y: y, width: 1, height: height), scalar, style: style)
  }

  /// Draws the frame of a rectangle; a terminal that cannot show it gets `+`, `-` and `|`.
  public mutating func box(_ rect: Rect, style: Style, heavy: Bool = false) {
    guard rect.width >= 2, rect.height >= 2 else { return }
    let right = rect.right - 1
    let bottom = rect.bottom - 1
    let parts: [Unicode.Scalar] =
      heavy ? ["━", "┃", "┏", "┓", "┗", "┛"] : ["─", "│", "┌", "┐", "└", "┘"]
    for y in [rect.y, bottom] {
      horizontalLine(x: rect.x + 1, y: y, width: rect.width - 2, style: style, scalar: parts[0])
    }
    for x in [rect.x, right] {
      verticalLine(x: x, y: rect.y + 1, height: rect.height - 2, style: style, scalar: parts[1])
    }
    set(rect.x, rect.y, parts[2], style: style)
    set(right, rect.y, parts[3], style: style)
    set(rect.x, bottom, parts[4], style: style)
    set(right, bottom, parts[5], style: style)
  }
}
