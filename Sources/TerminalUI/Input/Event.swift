/// Something the mouse did.
public struct Mouse: Hashable, Sendable {
  /// What it did.
  public enum Action: Hashable, Sendable {
    /// A button went down.
    case press
    /// The button came up.
    case release
    /// It moved with the button down.
    case drag
    /// The wheel turned away from the person.
    case wheelUp
    /// The wheel turned towards the person.
    case wheelDown
  }

  /// Which button.
  public enum Button: Hashable, Sendable {
    /// The left one.
    case left
    /// The middle one.
    case middle
    /// The right one.
    case right
    /// None, as with the wheel.
    case none
  }

  /// What it did.
  public var action: Action
  /// Which button did it.
  public var button: Button
  /// The cell.
  public var point: Point
  /// What was held down.
  public var modifiers: Key.Modifiers
  /// 2 for the second press of a double click on the same cell, 3 for a third, else 1.
  public var clicks: Int

  /// Makes one.
  public init(
    _ action: Action, _ button: Button = .left, at point: Point, modifiers: Key.Modifiers = [],
    clicks: Int = 1
  ) {
    self.action = action
    self.button = button
    self.point = point
    self.modifiers = modifiers
    self.clicks = clicks
  }
}

/// Something that happened and that a screen may answer.
public enum Event: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// The mouse did something.
  case mouse(Mouse)
  /// Text was pasted, as one piece, line breaks as `\n`.
  case paste(String)
  /// The terminal has this size now, or must be painted anew after a pause.
  case resize(Size)
  /// The terminal's window got the focus, or lost it.
  case focus(Bool)
  /// A descriptor that was waited for can be read.
  case wake(Int32)
  /// A signal asks the program to end; its number.
  case quit(Int32)

  /// Whether a person's hand did it, looking at the screen as it was.
  public var isByHand: Bool {
    switch self {
    case .key, .mouse, .paste: true
    case .resize, .focus, .wake, .quit: false
    }
  }
}
