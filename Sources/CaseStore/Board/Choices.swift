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

/// A provider and how many children are there.
public struct ProviderChoice: Hashable, Sendable {
  /// The provider.
  public var id: Identifier<Provider>
  /// Its name.
  public var name: String
  /// How many children have a current placement there.
  public var pupilsNow: Int
}

/// Providers in an order of one's own making, without a copy of the thousands that there may be.
public struct RankedProviders: Sendable {
  let rows: [ProviderRow]
  let order: [UInt32]

  /// How many there are.
  public var count: Int { order.count }

  /// The provider at a place of the order.
  public subscript(place: Int) -> ProviderRow { rows[Int(order[place])] }

  /// The names, in order.
  public var names: [String] { order.map { rows[Int($0)].name } }
}

extension Board {
  /// Every provider, by name.
  public func providerChoices() -> [ProviderChoice] { providers.choices() }

  /// Every provider, the lowest first by two numbers that are made of each, then by name.
  public func providers(
    rankedBy rank: (ProviderRow) -> (Int, Int)
  ) -> RankedProviders {
    providers.ranked(by: rank)
  }

  /// The officers of the open cases, by name; the unassigned first, where there are any.
  public func officers() -> [OfficerChoice] {
    cases.readAllNames()
    let counts = Self.counts(columns.officer, of: &columns.officers)
    let book = columns.officers
    return counts.map { place, count in OfficerChoice(name: book.name(place), cases: count) }
  }

  /// The officer of open cases whom somebody typed: in these letters, or else whatever the capitals and
  /// accents; nil where nobody is meant, or several are.
  public func officer(typed name: String) -> String? {
    let names = officers().map(\.name).filter { !$0.isEmpty }
    if names.contains(name) { return name }
    let folded = Folding.words(of: name)
    let meant = names.filter { Folding.words(of: $0) == folded }
    return meant.count == 1 ? meant.first : nil
  }

  /// The schools of the open cases, by name.
  public func schools() -> [SchoolChoice] {
    cases.readAllNames()
    let counts = Self.counts(columns.school, of: &columns.schools)
    // Looked at through the columns, the book of twenty thousand names would be taken up anew for each.
    let book = columns.schools
    return counts.compactMap { place, count in
      guard place != 0 else { return nil }
      return SchoolChoice(
        id: Identifier(book.ids[Int(place)]), name: book.name(place), cases: count)
    }
  }

  /// The places that rows mention, by name, each with how many do.
  private static func counts(_ places: [UInt32], of book: inout NameBook) -> [(UInt32, Int)] {
    var counts = [Int](repeating: 0, count: book.count)
    for place in places { counts[Int(place)] += 1 }
    var order = RadixSort.identity(book.count)
    RadixSort.sort(&order, by: book.ranks())
    return order.compactMap { counts[Int($0)] > 0 ? ($0, counts[Int($0)]) : nil }
  }
}
