/// A line of time with a sign for each thing that happened or will, and a rule where one is now.
public struct TimelineStrip: Sendable {
  /// Something on the line.
  public struct Event: Hashable, Sendable {
    /// When, as a number of days from any beginning.
    public var day: Int
    /// When, as a person reads it.
    public var date: String
    /// Its sign, which tells it apart without colour.
    public var sign: Unicode.Scalar
    /// The look of the sign.
    public var style: Style
    /// What it is, in a word or two.
    public var label: String
    /// Of two in one place the one of more importance shows.
    public var importance: Int

    /// Makes an event.
    public init(
      _ day: Int, _ date: String, _ sign: Unicode.Scalar, _ style: Style, _ label: String,
      importance: Int = 0
    ) {
      self.day = day
      self.date = date
      self.sign = sign
      self.style = style
      self.label = label
      self.importance = importance
    }
  }

  /// The events, in any order.
  public var events: [Event]
  /// The day that it is.
  public var today: Int

  /// Makes a strip.
  public init(_ events: [Event], today: Int) {
    self.events = events
    self.today = today
  }

  /// The days at the ends of the line: those of the events and today, a tenth of them to spare.
  private var span: (first: Int, last: Int) {
    let days = events.map(\.day) + [today]
    let first = days.min() ?? today
    let last = days.max() ?? today
    return (first, max(last, first + 1))
  }

  private func column(of day: Int, in width: Int) -> Int {
    let (first, last) = span
    let sound = min(max(day, first), last)
    return (sound - first) * (width - 1) / (last - first)
  }

  /// Draws the line, solid as far as today and broken after it, and beneath it, where there is room, the
  /// labels that fit side by side, the most important first. The rows used.
  @discardableResult
  public func draw(on surface: inout Surface, in rect: Rect) -> Int {
    guard rect.width > 0, rect.height > 0 else { return 0 }
    let now = column(of: today, in: rect.width)
    for x in 0..<rect.width {
      surface.set(rect.x + x, rect.y, x <= now ? "─" : "╌", style: Style(.border))
    }
    surface.set(rect.x + now, rect.y, "┃", style: Style(.heading))
    for event in events.sorted(by: { $0.importance < $1.importance }) {
      let x = column(of: event.day, in: rect.width)
      surface.set(rect.x + x, rect.y, event.sign, style: event.style)
    }
    guard rect.height > 1 else { return 1 }
    var taken = [[Range<Int>]](repeating: [], count: rect.height - 1)
    for event in events.sorted(by: { $0.importance > $1.importance }) {
      let width = min(TextWidth.of(event.label), rect.width)
      let x = min(column(of: event.day, in: rect.width), rect.width - width)
      let place = x..<(x + width + 1)
      guard
        let row = taken.indices.first(where: { row in
          !taken[row].contains { $0.overlaps(place) }
        })
      else { continue }
      taken[row].append(place)
      surface.put(
        event.label, x: rect.x + x, y: rect.y + 1 + row, style: event.style, width: width)
    }
    return 1 + (taken.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0)
  }

  /// The same as text: a line for each event in its order, with a line for today among them.
  public func numbers(todayAs text: String) -> [String] {
    let margin = events.map { TextWidth.of($0.date) }.max() ?? 0
    var lines: [String] = []
    var isPast = true
    for event in events.sorted(by: { $0.day < $1.day }) {
      if isPast && event.day > today {
        lines.append(text)
        isPast = false
      }
      let gap = String(repeating: " ", count: margin - TextWidth.of(event.date) + 2)
      lines.append(event.date + gap + String(Character(event.sign)) + " " + event.label)
    }
    if isPast { lines.append(text) }
    return lines
  }
}
