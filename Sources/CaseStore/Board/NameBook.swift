/// The names of schools, officers or providers that rows mention by a small number.
///
/// Place 0 stands for none. A name may be mentioned before it is known, and is read when it is first
/// wanted or when the whole book is loaded.
struct NameBook {
  private(set) var ids: [Int64] = [0]
  private var places: [Int64: UInt32] = [:]
  private(set) var texts = TextTable()
  private var isKnown: [Bool] = [true]
  private var cachedRanks: [UInt32]?

  init() {
    texts.append([""])
  }

  /// The number of places, that for none included.
  var count: Int { ids.count }

  /// The place for an identifier, made at its first mention; 0 for nil.
  mutating func place(of id: Int64?) -> UInt32 {
    guard let id else { return 0 }
    if let place = places[id] { return place }
    let place = UInt32(ids.count)
    ids.append(id)
    places[id] = place
    texts.append([""])
    isKnown.append(false)
    cachedRanks = nil
    return place
  }

  /// The place for an identifier that may not have been mentioned.
  func known(_ id: Int64) -> UInt32? { places[id] }

  /// Whether the name at a place has been read.
  func hasName(_ place: UInt32) -> Bool { isKnown[Int(place)] }

  /// Whether a name is still to be read.
  var hasUnread: Bool { isKnown.contains(false) }

  /// Writes the name at a place.
  mutating func setName(_ name: String, at place: UInt32) {
    texts.replace(row: Int(place), with: [name])
    isKnown[Int(place)] = true
    cachedRanks = nil
  }

  /// Writes every name at once, in the order of the places after 0.
  mutating func setNames(_ names: [String]) {
    var all = TextTable()
    all.reserve(rows: ids.count, bytesPerRow: 32)
    all.append([""])
    for name in names { all.append([name]) }
    texts = all
    isKnown = Array(repeating: true, count: ids.count)
    cachedRanks = nil
  }

  /// The name at a place; empty for none or not yet read.
  func name(_ place: UInt32) -> String { texts.text(row: Int(place), field: 0) }

  /// For each place, its position in the order of names.
  mutating func ranks() -> [UInt32] {
    if let cachedRanks { return cachedRanks }
    let ranks = texts.ranks(field: 0, of: 1)
    cachedRanks = ranks
    return ranks
  }

  /// For each place, 1 if the folded word is in the name, or nil where it is in none.
  func hits(of word: [UInt8]) -> [UInt8]? {
    let hits = texts.rows(holding: word)
    return hits.contains(1) ? hits : nil
  }
}
