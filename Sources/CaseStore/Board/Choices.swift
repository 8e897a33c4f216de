import AlternativeProvision

/// An officer and how many open cases they hold.
public struct OfficerChoice: Hashable, Sendable {
  /// The name; empty for the cases that nobody holds.
  public var name: String
  /// How many open cases, of those loaded.
  public var cases: Int
}

/// A school and how many open cases are counted by its days.
public struct SchoolChoice: Hashable, Sendable {
  /// The school.
  public var id: Identifier<School>
  /// Its name.
  public var name: String
  /// How many open cases, of those loaded.
  public var cases: Int
}

extension Board {
  /// The officers of the open cases, by name; the unassigned first, where there are any.
  public func officers() -> [OfficerChoice] {
    cases.readAllNames()
    return Self.counts(columns.officer, of: columns.officers).map { place, count in
      OfficerChoice(name: columns.officers.name(place), cases: count)
    }.sorted { $0.name < $1.name }
  }

  /// The schools of the open cases, by name.
  public func schools() -> [SchoolChoice] {
    cases.readAllNames()
    return Self.counts(columns.school, of: columns.schools).compactMap { place, count in
      guard place != 0 else { return nil }
      return SchoolChoice(
        id: Identifier(columns.schools.ids[Int(place)]), name: columns.schools.name(place),
        cases: count)
    }.sorted { $0.name < $1.name }
  }

  /// The places that rows mention, each with how many do.
  private static func counts(_ places: [UInt32], of book: NameBook) -> [(UInt32, Int)] {
    var counts = [Int](repeating: 0, count: book.count)
    for place in places { counts[Int(place)] += 1 }
    return counts.enumerated().compactMap { $1 > 0 ? (UInt32($0), $1) : nil }
  }
}
