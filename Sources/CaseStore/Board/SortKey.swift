/// The columns of the case list by which it can be sorted.
public enum CaseColumn: CaseIterable, Sendable {
  /// The state group, then the day on which the next clock runs out.
  case urgency
  /// Those still owed education by day six first, the earliest day first; then those who have had it,
  /// the latest first.
  case daySix
  case reference, name, yearGroup, school, officer, route, tier, openedOn, outSince, dayNumber
  case sixthDayDue, educationBeganOn, nextClock, nextDue, provider, placementStart, placementEnd
  case attendance, flags
}

/// One of the columns by which a list is sorted, and the direction.
///
/// Rows that have nothing in the column come last in both directions.
public struct SortKey<Column: Hashable & Sendable>: Hashable, Sendable {
  /// The column.
  public var column: Column
  /// Whether the smallest comes first.
  public var isAscending: Bool

  /// A column and a direction.
  public init(_ column: Column, ascending: Bool = true) {
    self.column = column
    self.isAscending = ascending
  }
}
