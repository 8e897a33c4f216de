import AlternativeProvision

/// Finds the rows that a filter and a narrowing leave, as a byte a row: 1 for shown.
///
/// The masks of single words are kept by the columns, so that typing on costs one search, for the word
/// being typed, whichever pane asks.
enum CaseMask {
  /// The rows left; nil when nothing is left out.
  static func rows(
    of columns: CaseColumns, filter: String, narrowing: Narrowing
  ) -> [UInt8]? {
    var mask: [UInt8]?
    for word in Folding.words(of: filter) {
      let found = columns.mask(holding: word)
      mask = mask.map { both($0, found) } ?? found
    }
    guard let left = columns.mask(of: narrowing) else { return mask }
    return mask.map { both($0, left) } ?? left
  }

  /// The rows that a narrowing leaves; nil where it leaves all.
  static func rows(of columns: CaseColumns, left narrowing: Narrowing) -> [UInt8]? {
    var mask: [UInt8]?
    if let provider = narrowing.provider {
      let place = columns.providers.known(provider.number) ?? .max
      mask = leave(mask, columns.provider) { $0 == place }
      mask = leavePlaced(mask, columns)
    }
    if let school = narrowing.school {
      let place = columns.schools.known(school.number) ?? .max
      mask = leave(mask, columns.school) { $0 == place }
    }
    if let officer = narrowing.officer {
      let names = columns.officers
      let places = (0..<UInt32(names.count)).filter { names.name($0) == officer }
      mask = leave(mask, columns.officer) { places.contains($0) }
    }
    if let group = narrowing.group {
      mask = leave(mask, columns.group) { $0 == group.rawValue }
    }
    if let route = narrowing.route {
      let number = RouteTable.number(of: route)
      mask = leave(mask, columns.route) { $0 == number }
    }
    if let figure = narrowing.figure {
      var left = mask ?? [UInt8](repeating: 1, count: columns.count)
      let figures = FigureColumns(columns)
      left.withUnsafeMutableBufferPointer { left in
        for row in left.indices where left[row] != 0 && !figures.counts(figure, row: row) {
          left[row] = 0
        }
      }
      mask = left
    }
    if let rating = narrowing.rating {
      let isRated = (0..<columns.providers.count).map { place in
        place < columns.ratings.count && columns.ratings[place] == UInt8(rating.rawValue)
      }
      mask = leave(mask, columns.provider) { isRated[Int($0)] }
      mask = leavePlaced(mask, columns)
    }
    return mask
  }

  static func rows(of columns: CaseColumns, holding word: [UInt8]) -> [UInt8] {
    var mask = columns.texts.rows(holding: word)
    add(columns.schools.hits(of: word), columns.school, to: &mask)
    add(columns.officers.hits(of: word), columns.officer, to: &mask)
    add(columns.providers.hits(of: word), columns.provider, to: &mask)
    let routes = RouteTable.hits(of: word)
    if routes.contains(1) { add(routes, columns.route, to: &mask) }
    let clocks = ClockTable.hits(of: word)
    if clocks.contains(1) { add(clocks, columns.clock, to: &mask) }
    return mask
  }

  // The loops run over buffers, since an array would be proved unshared anew at every byte written.

  private static func add(_ hits: [UInt8]?, _ places: [UInt32], to mask: inout [UInt8]) {
    guard let hits else { return }
    mask.withUnsafeMutableBufferPointer { mask in
      for row in mask.indices { mask[row] |= hits[Int(places[row])] }
    }
  }

  private static func add(_ hits: [UInt8], _ places: [UInt8], to mask: inout [UInt8]) {
    mask.withUnsafeMutableBufferPointer { mask in
      for row in mask.indices { mask[row] |= hits[Int(places[row])] }
    }
  }

  private static func both(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
    var both = left
    both.withUnsafeMutableBufferPointer { both in
      for row in both.indices { both[row] &= right[row] }
    }
    return both
  }

  /// Leaves children who are with their provider today, and are not only to start there.
  private static func leavePlaced(_ mask: [UInt8]?, _ columns: CaseColumns) -> [UInt8] {
    let today = columns.today
    return leave(mask, columns.placementStart) { $0 <= today }
  }

  @inline(__always)
  private static func leave<Value>(
    _ mask: [UInt8]?, _ column: [Value], _ isLeft: (Value) -> Bool
  ) -> [UInt8] {
    var left = mask ?? [UInt8](repeating: 1, count: column.count)
    left.withUnsafeMutableBufferPointer { left in
      for row in left.indices { left[row] &= isLeft(column[row]) ? 1 : 0 }
    }
    return left
  }
}

/// Routes and tiers by a small number, in the order in which the domain lists them.
enum RouteTable {
  static let routes = CaseRoute.allCases
  static let tiers = CaseTier.allCases

  static func number(of route: CaseRoute) -> UInt8 {
    UInt8(routes.firstIndex(of: route) ?? 0)
  }

  static func number(of tier: CaseTier) -> UInt8 {
    UInt8(tiers.firstIndex(of: tier) ?? 0)
  }

  /// The words by which a route is found: its name in small letters, words apart.
  static let searched: [[UInt8]] = routes.map { route in
    var words: [UInt8] = []
    for byte in route.rawValue.utf8 {
      if byte < 97 && byte > 57 { words.append(32) }
      words.append(Folding.small(byte))
    }
    return words
  }

  static func hits(of word: [UInt8]) -> [UInt8] {
    searched.map { $0.holds(word) ? 1 : 0 }
  }
}

/// Clocks by the number under which rows hold them.
enum ClockTable {
  /// The words by which each is found: what it is called, in full and on the command line.
  static let searched: [[UInt8]] = {
    var searched = [[UInt8]](repeating: [], count: 256)
    for kind in ClockKind.allCases {
      searched[kind.rawValue] =
        Folding.fold(kind.title) + [32]
        + kind.keyword.utf8.map { $0 == UInt8(ascii: "-") ? 32 : $0 }
    }
    return searched
  }()

  /// Which clocks a word begins a word of; a short one must be the whole word, or "ann" would find every
  /// annual review for whoever begins to type a name.
  static func hits(of word: [UInt8]) -> [UInt8] {
    let wanted = word.count >= 5 ? [32] + word : [32] + word + [32]
    return searched.map { ([32] + $0 + [32]).holds(wanted) ? 1 : 0 }
  }
}

extension [UInt8] {
  /// Whether these bytes hold others, side by side.
  fileprivate func holds(_ word: [UInt8]) -> Bool {
    guard word.count <= count else { return false }
    return (0...(count - word.count)).contains { start in
      self[start..<(start + word.count)].elementsEqual(word)
    }
  }
}
