/// Counts clicks that follow one another on the same cell.
struct ClickCounter {
  private var last: Mouse?
  private var time: Int64 = 0

  /// The number of clicks that a press completes, at a time in nanoseconds; 1 for all else.
  mutating func count(_ mouse: Mouse, at now: Int64) -> Int {
    guard mouse.action == .press else { return 1 }
    var clicks = 1
    if let last, last.point == mouse.point, last.button == mouse.button, now - time < 400_000_000 {
      clicks = last.clicks % 3 + 1
    }
    last = mouse
    last?.clicks = clicks
    time = now
    return clicks
  }
}
