/// One child's school days since exclusion, laid out as the cells of a line.
///
/// A cell is a school day, from day one at the left. Days gone by are a bar whose weight says how the
/// child stands, so that it is told without colour: thin while safe, half-high when day six falls this
/// week, solid once past. Day six is a rule down the pane; later clocks are letters where they fall.
struct DayRuler: Equatable {
  /// How the child stands against day six.
  enum Zone: Equatable {
    case safe, thisWeek, past, provided
    /// No clock of day six runs any more, and yet the child is nowhere: a placement has ended.
    case without
    /// Nobody can say when day six is or was, and no education is in place.
    case unknown
    /// Past day six, and the education that has begun is not full time.
    case partTime
    /// The exclusion has ended, by itself or by a reinstatement.
    case ended
    /// It has ended, and no education had begun by the sixth day that it lasted to.
    case missed
  }

  /// A later clock, by its letter, and the school day on which it runs out.
  struct Mark: Equatable {
    var day: Int
    var letter: Character
    var isOverdue: Bool
  }

  /// What one cell shows.
  enum Cell: Equatable {
    case blank
    case elapsed(Zone)
    case elapsedAtDaySix(Zone)
    case ahead
    case daySix
    case mark(Character, overdue: Bool)
    case beyond(Zone)
  }

  static let daySix = 6

  /// The cell that stands for a school day, counted from one, in a ruler of so many cells.
  static func cell(
    day: Int, of width: Int, reached: Int, zone: Zone, marks: [Mark]
  ) -> Cell {
    if day == width, reached > width { return .beyond(zone) }
    for mark in marks where mark.day == day {
      return .mark(mark.letter, overdue: mark.isOverdue)
    }
    if day <= reached { return day == daySix ? .elapsedAtDaySix(zone) : .elapsed(zone) }
    if day == daySix { return .daySix }
    return day < daySix ? .ahead : .blank
  }

  /// The axis above the rulers: "1····6········15" and so on, in that many cells.
  static func axis(width: Int) -> String {
    var cells = [Character](repeating: "·", count: max(0, width))
    for day in [1, 6, 10, 15, 20, 25, 30, 40, 50, 60] {
      let digits = Array(String(day))
      guard day - 1 + digits.count <= width else { continue }
      for (offset, digit) in digits.enumerated() { cells[day - 1 + offset] = digit }
    }
    return String(cells)
  }
}
