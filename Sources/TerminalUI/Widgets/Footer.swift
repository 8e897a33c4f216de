/// The line of keys at the bottom, as many as there is room for.
public enum Footer {
  /// Draws hints and gives the rectangle of each that shows, so that a click can press it.
  @discardableResult
  public static func draw(on surface: inout Surface, in rect: Rect, _ hints: [KeyHint]) -> [Rect] {
    surface.fill(rect, style: Style(.footer))
    var x = rect.x
    var places: [Rect] = []
    for hint in hints {
      let keys = TextWidth.of(hint.keys)
      let width = keys + 1 + TextWidth.of(hint.title)
      guard x + width <= rect.right else { break }
      surface.put(hint.keys, x: x, y: rect.y, style: Style(.key), width: keys)
      surface.put(
        hint.title, x: x + keys + 1, y: rect.y, style: Style(.footer), width: width - keys - 1)
      places.append(Rect(x: x, y: rect.y, width: width, height: 1))
      x += width + 2
    }
    return places
  }
}

/// Something to tell, on a line that takes no focus.
public struct Message: Hashable, Sendable {
  /// How much it matters.
  public enum Kind: Hashable, Sendable {
    /// Something is so, or went well.
    case notice
    /// Something to look at.
    case warning
    /// Something failed.
    case error
  }

  /// How much it matters.
  public var kind: Kind
  /// One line.
  public var text: String

  /// Makes a message.
  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }

  /// The role that it is drawn in.
  public var role: Role {
    switch kind {
    case .notice: .notice
    case .warning: .warning
    case .error: .error
    }
  }

  /// What stands on the screen: a sign in front tells the kind without colour.
  public var signedText: String {
    switch kind {
    case .notice: text
    case .warning: "! " + text
    case .error: "✗ " + text
    }
  }

  /// Draws it on a row.
  public func draw(on surface: inout Surface, in rect: Rect) {
    surface.put(
      signedText, x: rect.x, y: rect.y, style: Style(role), width: rect.width, fills: true)
  }
}

/// A row of tabs.
public enum Tabs {
  /// Draws titles and gives the rectangle of each that shows. The open one stands in brackets too. Where
  /// there is no room for all, the others are told by what stands before their first blank, as a number.
  @discardableResult
  public static func draw(
    on surface: inout Surface, in rect: Rect, _ titles: [String], active: Int
  ) -> [Rect] {
    var x = rect.x
    var places: [Rect] = []
    let needed = titles.reduce(-1) { $0 + TextWidth.of($1) + 3 }
    let shown = titles.enumerated().map { index, title in
      needed <= rect.width || index == active ? title : String(title.prefix { $0 != " " })
    }
    for (index, title) in shown.enumerated() {
      let width = TextWidth.of(title) + 2
      guard x + width <= rect.right else { break }
      let text = index == active ? "[\(title)]" : " \(title) "
      let style = Style(index == active ? .activeTab : .muted)
      surface.put(text, x: x, y: rect.y, style: style, width: width)
      places.append(Rect(x: x, y: rect.y, width: width, height: 1))
      x += width + 1
    }
    return places
  }
}
