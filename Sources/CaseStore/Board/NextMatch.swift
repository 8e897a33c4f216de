/// Where the next row is that holds some words, and the how-manyeth it is of all that do.
public struct NextMatch: Hashable, Sendable {
  /// Its position in the list.
  public var position: Int
  /// Which it is of those that hold the words, counted from 1 from the head of the list.
  public var number: Int
  /// How many rows of the list hold the words.
  public var count: Int

  /// The next of some rows after a position, going round at the end; nil where there is none.
  init?(among matches: [Int], from position: Int, forwards: Bool) {
    guard let first = matches.first, let last = matches.last else { return nil }
    let next =
      forwards
      ? matches.first { $0 > position } ?? first : matches.last { $0 < position } ?? last
    self.position = next
    number = (matches.firstIndex(of: next) ?? 0) + 1
    count = matches.count
  }
}

extension CaseList {
  /// The next case after a position that holds words as a filter would find them, going round; nil
  /// where none of those shown does.
  public func next(
    holding words: String, from position: Int, forwards: Bool = true
  ) -> NextMatch? {
    readAllNames()
    let rows = shownRows
    let held = CaseMask.rows(
      of: columns, filter: words, narrowing: Narrowing())
    let matches = rows.indices.filter { row in held.map { $0[Int(rows[row])] != 0 } ?? true }
    return NextMatch(among: matches, from: position, forwards: forwards)
  }
}

extension ProviderList {
  /// The next provider after a position that holds words as a filter would find them, going round.
  public func next(
    holding words: String, from position: Int, forwards: Bool = true
  ) -> NextMatch? {
    let wanted = Folding.words(of: words)
    let matches = (0..<count).filter { row in
      wanted.allSatisfy { Self.holds(text(at: row), $0) }
    }
    return NextMatch(among: matches, from: position, forwards: forwards)
  }
}
