/// Which columns stand where, in a room of some width.
public struct ColumnPlan: Equatable, Sendable {
  /// A column, by its position in the list of columns, and where it stands.
  public struct Place: Equatable, Sendable {
    /// Which column.
    public var column: Int
    /// Cells from the left.
    public var x: Int
    /// Its room.
    public var width: Int
  }

  /// The columns that show, from left to right, a blank between them.
  public private(set) var places: [Place] = []
  /// How many columns there was no room for.
  public private(set) var hiddenCount = 0
  /// How many columns on the left stay while the others are scrolled; none where nothing is.
  public private(set) var frozenCount = 0
  /// Whether columns in the order of the choice are missing on the right of those that show.
  public private(set) var hasMore = false

  /// A plan of nothing.
  public init() {}

  /// Takes columns by importance while they fit, then shares out what is left.
  ///
  /// The first column with a head stays, with any sign before it, when the others are scrolled; these
  /// then come in their order. `needs` is the room that the rows in view would use, nil where that was not
  /// measured: a column has what it needs before any appears that tells less than
  /// ``ColumnShape/telling``, and what is left then goes where rows need it first.
  public init(
    _ columns: [ColumnShape], choice: ColumnChoice = ColumnChoice(), needs: [Int?] = [], width: Int
  ) {
    var columns = columns.map { column in
      guard let own = choice.widths[column.id] else { return column }
      var column = column
      (column.width, column.least, column.comfort, column.spread) = (own, own, 0, 0)
      column.longTitle = nil
      return column
    }
    let order = choice.positions(of: columns)
    let first = 1 + (order.firstIndex { !columns[$0].title.isEmpty } ?? 0)
    let scrolled = max(0, choice.skipped)
    frozenCount = scrolled > 0 ? first : 0
    let kept = Array(order.prefix(first) + order.dropFirst(first + scrolled))
    let byImportance =
      scrolled > 0 ? kept : Self.byImportance(kept, columns, choice)
    var chosen = Self.fitting(byImportance, columns, needs, in: width, inOrder: scrolled > 0)
    if !kept.allSatisfy({ !columns[$0].isEssential || chosen.contains($0) }) {
      let tight = columns.map { column in
        var column = column
        (column.width, column.comfort) = (column.least, 0)
        return column
      }
      let others = Self.fitting(byImportance, tight, [], in: width)
      func essentials(_ list: [Int]) -> Int { list.filter { columns[$0].isEssential }.count }
      if essentials(others) > essentials(chosen) { (chosen, columns) = (others, tight) }
    }
    hiddenCount = order.count - chosen.count
    hasMore = chosen.count < kept.count
    var extra = [Int](repeating: 0, count: columns.count)
    var left = width + 1 - chosen.reduce(0) { $0 + 1 + columns[$1].width }
    for index in byImportance where chosen.contains(index) {
      extra[index] = min(left, max(0, columns[index].comfort - columns[index].width))
      left -= extra[index]
    }
    // What rows need comes before what a column could use, and whom they are of before all else.
    let isFree = chosen.filter { choice.widths[columns[$0].id] == nil }
    Self.share(&left, among: isFree.filter { columns[$0].importance >= ColumnShape.first }, &extra)
    {
      index in
      let need = index < needs.count ? needs[index].map { $0 - columns[index].width } ?? 0 : 0
      return min(need, columns[index].spread)
    }
    Self.share(&left, among: isFree, &extra) { index in
      index < needs.count ? needs[index].map { $0 - columns[index].width } ?? 0 : 0
    }
    Self.share(&left, among: isFree, &extra) { columns[$0].spread }
    // What no text can use gives heads their full words.
    for index in byImportance where chosen.contains(index) {
      guard let long = columns[index].longTitle else { continue }
      let missing = TextWidth.of(long) + 1 - columns[index].width - extra[index]
      guard missing > 0, missing <= left else { continue }
      extra[index] += missing
      left -= missing
    }
    var x = 0
    for index in kept where chosen.contains(index) {
      let room = columns[index].width + extra[index]
      places.append(Place(column: index, x: x, width: room))
      x += room + 1
    }
  }

  private static func byImportance(
    _ kept: [Int], _ columns: [ColumnShape], _ choice: ColumnChoice
  ) -> [Int] {
    let ranked = kept.enumerated().map { place, index in
      let isWanted = choice.wanted.contains(columns[index].id)
      let rank = columns[index].importance + (isWanted ? 100_000 : 0)
      return (rank: -rank, place: place, index: index)
    }
    return ranked.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.index)
  }

  private static func fitting(
    _ byImportance: [Int], _ columns: [ColumnShape], _ needs: [Int?], in width: Int,
    inOrder: Bool = false
  ) -> [Int] {
    var chosen: [Int] = []
    var used = -1
    var comfortable = -1
    for index in byImportance {
      let column = columns[index]
      let needed = column.isTelling ? used : comfortable
      guard needed + 1 + column.width <= width else {
        // Among columns that are gone through one by one none may be missing, and what tells most never
        // gives way to what tells less and happens to be narrow.
        if inOrder || (column.isTelling && !chosen.isEmpty) { break }
        continue
      }
      chosen.append(index)
      used += 1 + column.width
      let need = index < needs.count ? needs[index] ?? 0 : 0
      let wanted = min(need, column.width + column.spread)
      comfortable += 1 + max(column.width, column.comfort, wanted)
    }
    return chosen.sorted()
  }

  /// Cell by cell to whoever has had least of what it can use, so that names grow together.
  private static func share(
    _ left: inout Int, among chosen: [Int], _ extra: inout [Int], upTo most: (Int) -> Int
  ) {
    let limits = chosen.map { ($0, most($0)) }
    while left > 0 {
      let hungry = limits.filter { extra[$0.0] < $0.1 }
      guard let next = hungry.min(by: { extra[$0.0] * $1.1 < extra[$1.0] * $0.1 }) else { return }
      extra[next.0] += 1
      left -= 1
    }
  }

  /// The column at an offset from the left, if there is one.
  public func column(at offset: Int) -> Int? {
    places.first { $0.x <= offset && offset <= $0.x + $0.width }?.column
  }
}
