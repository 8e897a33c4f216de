import TerminalUI

/// What a screen asks of the terminal besides showing it.
public enum TerminalEffect {
  /// Roles look like this from now on.
  case use(Theme)
  /// A text goes to the clipboard of the machine at which the person sits.
  case copy(String)
  /// Every cell is sent anew, since something else has written on the screen.
  case repaint
  /// The bell rings.
  case ring
  /// The mouse is the program's, or the terminal's to select text with.
  case mouse(Bool)
}

/// Hides the screen when nobody has touched anything for a while, so that names are not left for others
/// to read.
struct IdleBlank {
  /// How long to wait; nil for ever.
  let after: Duration?
  private var touched: Duration
  /// Whether the screen is hidden.
  private(set) var isOn = false

  /// - Parameter minutes: how long to wait; 0 for ever.
  init(minutes: Double, now: Duration) {
    after = minutes > 0 ? .seconds(60 * minutes) : nil
    touched = now
  }

  /// When to hide the screen, on the same clock; nil for not at all.
  var deadline: Duration? { isOn ? nil : after.map { touched + $0 } }

  /// Hides the screen where its time has come; true where it did.
  mutating func passTime(to now: Duration) -> Bool {
    guard let deadline, deadline <= now else { return false }
    isOn = true
    return true
  }

  /// Hears of a key or a click; true where that only brought the screen back and must do no more.
  mutating func touch(at now: Duration) -> Bool {
    defer { isOn = false }
    touched = now
    return isOn
  }

  /// Draws what stands there instead: nothing of the caseload, but that the program is alive.
  static func draw(on surface: inout Surface) {
    let text = surface.width >= 44 ? "Sixthday is covered. Any key shows it again." : "Press a key."
    let line = surface.bounds.row(surface.height / 2)
    let place = line.centred(Size(width: TextWidth.of(text), height: 1))
    surface.put(text, x: place.x, y: place.y, style: Style(.muted), width: place.width)
    surface.focus(on: place)
  }
}
