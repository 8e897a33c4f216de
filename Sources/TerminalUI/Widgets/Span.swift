/// A piece of text in one style.
public struct Span: Hashable, Sendable {
  /// The text.
  public var text: String
  /// Its look.
  public var style: Style

  /// Makes a span.
  public init(_ text: String, _ style: Style = .text) {
    self.text = text
    self.style = style
  }

  /// Columns.
  public var width: Int { TextWidth.of(text) }
}

extension Surface {
  /// Writes spans one after the other on a row, within a width; the columns used. What does not fit
  /// ends in an ellipsis.
  @discardableResult
  public mutating func put(_ spans: [Span], x: Int, y: Int, width: Int) -> Int {
    var used = 0
    for (index, span) in spans.enumerated() where used < width {
      let room = width - used
      // It ends in the ellipsis too where it just fits, and a later span has text that cannot be shown.
      let isLast =
        span.width > room
        || span.width == room && spans[(index + 1)...].contains { !$0.text.isEmpty }
      used += put(
        isLast ? span.text + "…" : span.text, x: x + used, y: y, style: span.style, width: room)
      if isLast { break }
    }
    return used
  }
}
