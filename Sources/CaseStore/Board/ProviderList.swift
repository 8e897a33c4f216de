import AlternativeProvision

/// The providers as a pane shows them: filtered, narrowed and sorted.
public final class ProviderList {
  private var columns: CaseColumns
  private var rows: [ProviderRow] = []
  private var folded: [[UInt8]] = []
  private var positions: [Identifier<Provider>: Int] = [:]
  private var nameRanks: [UInt32]?
  /// For each row its key in a column that was sorted by, until rows change.
  private var keys: [ProviderColumn: [UInt64]] = [:]
  /// From what the keys of a column count.
  private var lowest: [ProviderColumn: Int64] = [:]
  /// How many providers, shown or not, are rated red.
  private(set) var redCount = 0
  private var visible: [Int] = []
  private var isShown = false
  private var shownColumns = -1

  init(columns: CaseColumns) {
    self.columns = columns
  }

  /// Words, each of which must stand in the name or the reference; blind to case and accents.
  public var filter = "" {
    didSet { if filter != oldValue { isShown = false } }
  }

  /// What is left out by agreement between the panes: a provider without a child among the cases that
  /// are left is left out too.
  public var narrowing = Narrowing() {
    didSet { if narrowing != oldValue { isShown = false } }
  }

  /// The columns to sort by, the most important first; by name where they are equal.
  public var sort: [SortKey<ProviderColumn>] = [] {
    didSet { if sort != oldValue { isShown = false } }
  }

  /// How many providers are shown.
  public var count: Int {
    refresh()
    return visible.count
  }

  /// The provider at a position.
  public subscript(position: Int) -> ProviderRow {
    refresh()
    return rows[visible[position]]
  }

  /// The text of the provider at a position by which it is found.
  func text(at position: Int) -> [UInt8] {
    refresh()
    return folded[visible[position]]
  }

  /// The position of a provider; nil where it is not shown.
  public func position(of id: Identifier<Provider>) -> Int? {
    refresh()
    guard let row = positions[id] else { return nil }
    return visible.firstIndex(of: row)
  }

  /// A provider, shown or not.
  public func provider(_ id: Identifier<Provider>) -> ProviderRow? {
    positions[id].map { rows[$0] }
  }

  /// How many red providers a narrowing leaves, whatever is filtered.
  func redCount(leftBy narrowing: Narrowing) -> Int {
    let red = rows.indices.filter { rows[$0].isRed }
    return left(of: red, by: narrowing).count
  }

  /// Looks at other columns from now on.
  func show(_ columns: CaseColumns) {
    self.columns = columns
    isShown = false
  }

  /// Puts rows in, over those of the same providers.
  func put(_ new: [ProviderRow]) {
    for row in new {
      let text = Folding.fold(row.name) + [0] + Folding.fold(row.reference)
      if row.isRed { redCount += 1 }
      if let place = positions[row.id] {
        if rows[place].isRed { redCount -= 1 }
        rows[place] = row
        if folded[place] == text {
          renewKeys(at: place)
        } else {
          folded[place] = text
          nameRanks = nil
          keys = [:]
        }
      } else {
        nameRanks = nil
        keys = [:]
        positions[row.id] = rows.count
        rows.append(row)
        folded.append(text)
      }
    }
    isShown = false
  }

  private func refresh() {
    let followsCases = Self.followsCases(narrowing)
    if isShown && (!followsCases || shownColumns == columns.version) { return }
    let words = Folding.words(of: filter)
    let found =
      words.isEmpty
      ? Array(rows.indices)
      : rows.indices.filter { place in words.allSatisfy { Self.holds(folded[place], $0) } }
    var order = left(of: found, by: narrowing).map(UInt32.init(truncatingIfNeeded:))
    RadixSort.sort(&order, by: names())
    for key in sort.reversed() {
      RadixSort.sort(&order, by: sortKeys(of: key.column, ascending: key.isAscending))
    }
    visible = order.map(Int.init)
    isShown = true
    shownColumns = columns.version
  }

  /// Keys that put rows into the order of a column, those with nothing in it last either way.
  private func sortKeys(of column: ProviderColumn, ascending: Bool) -> [UInt64] {
    let known = keys[column] ?? makeKeys(of: column)
    keys[column] = known
    if ascending { return known }
    var highest: UInt64 = 0
    for key in known where key != .max { highest = max(highest, key) }
    return known.map { $0 == .max ? .max : highest - $0 }
  }

  /// Puts the keys of one row right, which costs less than making those of all of them anew.
  private func renewKeys(at place: Int) {
    for column in Array(keys.keys) where column != .name && column != .reference {
      guard let value = value(of: column, at: place) else {
        keys[column]?[place] = .max
        continue
      }
      if let lowest = lowest[column], lowest <= value {
        keys[column]?[place] = UInt64(value - lowest)
      } else {
        // It is below all that the others were counted from.
        keys[column] = nil
      }
    }
  }

  private func makeKeys(of column: ProviderColumn) -> [UInt64] {
    switch column {
    case .name: return names().map(UInt64.init)
    case .reference:
      var texts = TextTable()
      for row in rows { texts.append([row.reference]) }
      return texts.ranks(field: 0, of: 1).map(UInt64.init)
    default:
      let values = rows.indices.map { value(of: column, at: $0) }
      var least = Int64.max
      for case let value? in values { least = min(least, value) }
      lowest[column] = least
      return values.map { value in value.map { UInt64($0 - least) } ?? .max }
    }
  }

  /// Whether a narrowing is of cases, and so leaves the providers of those.
  private static func followsCases(_ narrowing: Narrowing) -> Bool {
    narrowing.officer != nil || narrowing.school != nil || narrowing.group != nil
      || narrowing.route != nil || narrowing.figure != nil
  }

  /// Those of some rows that a narrowing leaves.
  private func left(of places: [Int], by narrowing: Narrowing) -> [Int] {
    if narrowing.isEmpty { return places }
    var left = places
    if let provider = narrowing.provider { left.removeAll { rows[$0].id != provider } }
    if let rating = narrowing.rating { left.removeAll { rows[$0].overall != rating } }
    if Self.followsCases(narrowing) {
      let shown = providersOfCases(narrowing)
      left.removeAll { !shown.contains(rows[$0].id.number) }
    }
    return left
  }

  /// The providers at which the cases that a narrowing leaves are today.
  private func providersOfCases(_ narrowing: Narrowing) -> Set<Int64> {
    let left = columns.mask(of: narrowing)
    var places = [Bool](repeating: false, count: columns.providers.count)
    let (starts, today) = (columns.placementStart, columns.today)
    for (row, place) in columns.provider.enumerated() where starts[row] <= today {
      if let left, left[row] == 0 { continue }
      places[Int(place)] = true
    }
    let known = columns.providers.ids
    var ids = Set<Int64>()
    for place in 1..<max(1, places.count) where places[place] { ids.insert(known[place]) }
    return ids
  }

  /// Every provider, the lowest first by what is made of each, then by name.
  func ranked(by rank: (ProviderRow) -> (Int, Int)) -> RankedProviders {
    var order = RadixSort.identity(rows.count)
    RadixSort.sort(&order, by: names())
    let ranks = rows.indices.map { rank(rows[$0]) }
    for keys in [ranks.map(\.1), ranks.map(\.0)] {
      let lowest = keys.min() ?? 0
      RadixSort.sort(&order, by: keys.map { UInt64($0 - lowest) })
    }
    return RankedProviders(rows: rows, order: order)
  }

  /// Every provider, by name, with how many children are there now.
  func choices() -> [ProviderChoice] {
    var order = RadixSort.identity(rows.count)
    RadixSort.sort(&order, by: names())
    return order.map { place in
      ProviderChoice(
        id: rows[Int(place)].id, name: rows[Int(place)].name,
        pupilsNow: rows[Int(place)].pupilsNow)
    }
  }

  private func names() -> [UInt32] {
    if let nameRanks { return nameRanks }
    var texts = TextTable()
    for row in rows { texts.append([row.name]) }
    let ranks = texts.ranks(field: 0, of: 1)
    nameRanks = ranks
    return ranks
  }

  /// Each row is looked at where it lies: to copy one takes longer than all else here.
  private func value(of column: ProviderColumn, at place: Int) -> Int64? {
    switch column {
    case .name, .reference: return nil
    case .kind: return ProviderKind.allCases.firstIndex(of: rows[place].kind).map(Int64.init)
    case .registered: return rows[place].isRegistered ? 1 : 0
    case .directory: return rows[place].isInDirectory ? 1 : 0
    case .pupilsNow: return Int64(rows[place].pupilsNow)
    case .attendance: return Self.share(rows[place].attendance)
    case .yearToDate: return Self.share(rows[place].yearToDate)
    case .change:
      // Two children are no trend: a provider with fewer than three comes after all others.
      return rows[place].attendanceChange.map { Int64(rows[place].pupilsNow < 3 ? $0 + 1000 : $0) }
    case .persistentAbsentees: return Int64(rows[place].persistentAbsentees)
    case .overall: return rows[place].overall.map { Int64($0.rawValue) }
    case .lastVisit: return rows[place].lastVisitOn.map { Int64($0.number) }
    case .nextVisit: return rows[place].nextVisitDue.map { Int64($0.number) }
    case .rating(let standard): return rows[place].ratings[standard].map { Int64($0.rawValue) }
    }
  }

  /// A share as a number fine enough to order any two of a year's registers.
  private static func share(_ share: AttendanceTally) -> Int64? {
    share.possible == 0 ? nil : Int64(share.attended) << 32 / Int64(share.possible)
  }

  static func holds(_ text: [UInt8], _ word: [UInt8]) -> Bool {
    guard word.count <= text.count else { return false }
    for start in 0...(text.count - word.count) where text[start] == word[0] {
      if text[start..<(start + word.count)].elementsEqual(word) { return true }
    }
    return false
  }
}
