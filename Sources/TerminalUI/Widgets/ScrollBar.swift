/// A column that shows which part of something long is on the screen.
public enum ScrollBar {
  /// The first row and the length of the thumb on a track.
  public static func thumb(track: Int, offset: Int, page: Int, of count: Int) -> (
    start: Int, length: Int
  ) {
    guard track > 0, count > page, page > 0 else { return (0, max(0, track)) }
    let length = max(1, track * page / count)
    let room = track - length
    let last = count - page
    let at = min(max(0, offset), last)
    // At either end only when it is the end, so that 'there is more' is never hidden.
    var start = room * at / last
    if at > 0 && start == 0 && room > 0 { start = 1 }
    if at < last && start == room && room > 1 { start = room - 1 }
    return (start, length)
  }

  /// Draws the bar down a rectangle of one column.
  public static func draw(
    on surface: inout Surface, in rect: Rect, offset: Int, page: Int, of count: Int
  ) {
    guard rect.height > 0, count > page else { return }
    let (start, length) = thumb(track: rect.height, offset: offset, page: page, of: count)
    for row in 0..<rect.height {
      let isThumb = row >= start && row < start + length
      surface.set(
        rect.x, rect.y + row, isThumb ? "▐" : "│",
        style: Style(isThumb ? .scrollThumb : .scrollTrack))
    }
  }
}
