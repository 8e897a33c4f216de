/// The frame of a pane: its border, its titles, and whether it has the focus.
public enum PaneFrame {
  /// Draws a frame and gives the rectangle inside. The focus shows in heavy lines too, not by colour
  /// alone.
  @discardableResult
  public static func draw(
    on surface: inout Surface, in rect: Rect, title: String, rightTitle: String = "",
    bottomTitle: String = "", isFocused: Bool
  ) -> Rect {
    let border = Style(isFocused ? .focusedBorder : .border)
    let heading = Style(isFocused ? .focusedTitle : .title)
    surface.box(rect, style: border, heavy: isFocused)
    let room = max(0, rect.width - 4)
    let left = title.isEmpty ? 0 : min(TextWidth.of(title) + 2, room)
    if left > 2 {
      surface.put(" \(title) ", x: rect.x + 2, y: rect.y, style: heading, width: left)
    }
    let right = TextWidth.of(rightTitle) + 2
    if !rightTitle.isEmpty && left + right + 1 <= room {
      surface.put(
        " \(rightTitle) ", x: rect.right - 2 - right, y: rect.y, style: heading, width: right)
    }
    let below = TextWidth.of(bottomTitle) + 2
    if !bottomTitle.isEmpty && below <= room && rect.height > 1 {
      surface.put(
        " \(bottomTitle) ", x: rect.right - 2 - below, y: rect.bottom - 1, style: Style(.muted),
        width: below)
    }
    return rect.inset(1, 1)
  }
}

/// A box over what is there.
public enum Popup {
  /// Draws an empty box with a title and gives the rectangle inside, a blank away from its frame. The
  /// focus is on its first line, unless something in it takes that over.
  @discardableResult
  public static func draw(
    on surface: inout Surface, in rect: Rect, title: String, bottomTitle: String = ""
  ) -> Rect {
    surface.fill(rect, style: Style(.popup))
    surface.box(rect, style: Style(.popupBorder))
    let room = max(0, rect.width - 4)
    if !title.isEmpty && room > 2 {
      surface.put(
        " \(title) ", x: rect.x + 2, y: rect.y, style: Style(.focusedTitle),
        width: min(room, TextWidth.of(title) + 2))
    }
    let below = TextWidth.of(bottomTitle) + 2
    if !bottomTitle.isEmpty && below <= room {
      surface.put(
        " \(bottomTitle) ", x: rect.right - 2 - below, y: rect.bottom - 1,
        style: Style(.muted), width: below)
    }
    let inside = rect.inset(2, 1)
    surface.focus(on: inside)
    return inside
  }
}
