/// Where a kind's columns stand in a file, found from its first row.
struct Header {
  /// The file's own names, in its order.
  let names: [String]
  /// For each of the kind's columns, its place in the file.
  let places: [Int?]
  /// Names of columns that the kind does not know, each once.
  let ignored: [String]
  /// Places of the `problem` columns of a file of refused rows.
  let problemPlaces: [Int]

  /// - Throws: `ImportRefusal`, where a required column is missing or two have the same name.
  init(names: [String], for kind: ImportKind, file: String) throws(ImportRefusal) {
    let keys = names.map { headerKey($0) }
    let columns = kind.columns
    self.names = names
    places = Header.places(of: columns, in: keys)
    problemPlaces = keys.indices.filter { keys[$0] == "problem" || keys[$0] == "problems" }
    let known = Set(places.compactMap { $0 })
    var ignored: [String] = []
    for (index, name) in names.enumerated()
    where !known.contains(index) && !problemPlaces.contains(index) && !keys[index].isEmpty {
      if !ignored.contains(name) { ignored.append(name) }
    }
    self.ignored = ignored
    try checkMissing(columns, kind: kind, keys: keys, file: file)
    for (index, place) in places.enumerated() {
      guard let place, let again = keys[(place + 1)...].firstIndex(of: keys[place]) else {
        continue
      }
      throw ImportRefusal(
        "\(harmless(file)): columns \(place + 1) and \(again + 1) are both "
          + "\(columns[index].name); leave one out")
    }
  }

  /// The place of each column: by its own name first, then by its aliases in their order.
  private static func places(of columns: [ImportColumn], in keys: [String]) -> [Int?] {
    columns.map { column in
      for name in [column.name] + column.aliases {
        if let place = keys.firstIndex(of: headerKey(name)) { return place }
      }
      return nil
    }
  }

  private func checkMissing(
    _ columns: [ImportColumn], kind: ImportKind, keys: [String], file: String
  ) throws(ImportRefusal) {
    let missing = zip(columns, places).filter { $0.isRequired && $1 == nil }.map(\.0)
    guard !missing.isEmpty else { return }
    let shown = harmless(file)
    if let other = Header.likelyKind(of: keys, besides: kind) {
      throw ImportRefusal(
        "\(shown): this looks like \(other == .exclusions ? "an" : "a") \(other.rawValue) file; "
          + "try: sixthday import \(other.rawValue) \(shown)")
    }
    let found = names.filter { !headerKey($0).isEmpty }.prefix(8).map { harmless($0, limit: 30) }
    guard !found.isEmpty else {
      throw ImportRefusal(
        "\(shown): the first row names no column; its first line must hold the columns' names, "
          + "see: sixthday template \(kind.rawValue)")
    }
    throw ImportRefusal(
      "\(shown): the header lacks \(missing.map(\.name).joined(separator: ", ")) "
        + "(found \(found.joined(separator: ", "))\(names.count > 8 ? ", …" : "")); "
        + "see: sixthday template \(kind.rawValue)")
  }

  /// Another kind all of whose required columns are there; of several, the one that knows most.
  static func likelyKind(of keys: [String], besides kind: ImportKind) -> ImportKind? {
    var best: (kind: ImportKind, known: Int)?
    for other in ImportKind.allCases where other != kind {
      let places = places(of: other.columns, in: keys)
      let isComplete = zip(other.columns, places).allSatisfy { !$0.isRequired || $1 != nil }
      let known = places.count { $0 != nil }
      if isComplete, known > best?.known ?? 0 { best = (other, known) }
    }
    return best?.kind
  }
}
