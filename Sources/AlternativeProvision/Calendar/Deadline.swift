/// The last day on which a duty can be done in time, or how far the known calendar allowed counting.
public enum Deadline: Sendable, Hashable {
  /// The day.
  case on(Day)
  /// The known calendar ends first: the days counted up to `knownThrough`, and no guess beyond. Nil where
  /// nothing is known so early: the calendar begins later, or there is none.
  case beyondCalendar(knownThrough: Day?, counted: Int)

  /// The day, where it is known.
  public var day: Day? {
    if case .on(let day) = self { return day }
    return nil
  }
}
