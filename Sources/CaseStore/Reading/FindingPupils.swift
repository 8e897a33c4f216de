import AlternativeProvision

extension Caseload {
  /// The children on file whose name, reference or UPN holds every one of the words, by name: those first
  /// whose surname begins with the first word, then those whose forename does.
  ///
  /// Neither capitals nor accents matter. Of many the first so many are given; without a word none are.
  public func findPupils(_ text: String, atMost limit: Int) throws(StoreError) -> [Stored<Pupil>] {
    let words = text.split(whereSeparator: { $0.isWhitespace || $0 == "," }).prefix(4)
      .map { String(decoding: Folding.fold($0), as: UTF8.self) }
    guard !words.isEmpty else { return [] }
    try connection.knowFolding()
    let rows = try reading(
      """
      WHERE \((1...4).map(FindingPupils.holds).joined(separator: " AND "))
      ORDER BY folded(surname) NOT LIKE ?6 ESCAPE '\\',
        folded(forename) NOT LIKE ?6 ESCAPE '\\', folded(surname), folded(forename), id LIMIT ?5
      """, of: Pupil.table)
    for place in 0..<4 {
      rows.bind(
        Int32(place) + 1, place < words.count ? FindingPupils.pattern(words[place]) : "%")
    }
    rows.bind(5, Int64(limit))
    rows.bind(6, FindingPupils.escaped(words[0]) + "%")
    defer { rows.reset() }
    var found: [Stored<Pupil>] = []
    while try rows.step() {
      var reader = CellReader(rows, of: Pupil.table.kind)
      found.append(Stored(id: Identifier(rows.integer(0)), value: try Pupil(&reader)))
    }
    return found
  }
}

/// How words are looked for among pupils.
private enum FindingPupils {
  /// SQLite compares ASCII without regard to capitals by itself; only what holds more is folded.
  static func holds(_ place: Int) -> String {
    let text =
      "(surname || ' ' || forename || ' ' || coalesce(preferred_name, '') || ' ' || reference"
      + " || ' ' || coalesce(upn, ''))"
    return """
      (\(text) LIKE ?\(place) ESCAPE '\\'
        OR (\(text) GLOB '*[^ -~]*' AND folded(\(text)) LIKE ?\(place) ESCAPE '\\'))
      """
  }

  static func pattern(_ word: String) -> String { "%\(escaped(word))%" }

  /// A word in which no sign stands for others.
  static func escaped(_ word: String) -> String {
    var escaped = ""
    for character in word {
      if character == "%" || character == "_" || character == "\\" { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }
}
