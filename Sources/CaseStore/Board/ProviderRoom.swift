/// For how many children, and of which ages, a provider has room.
///
/// Held small, since a board keeps one for each of thousands of providers.
public struct ProviderRoom: Hashable, Sendable {
  private var heldPlaces = ProviderRoom.unsaid
  private var heldLowest = ProviderRoom.unsaid
  private var heldHighest = ProviderRoom.unsaid

  private static let unsaid = Int16.min

  /// A provider of which nobody said how many it takes, or of which ages.
  public init() {}

  init(places: Int64?, lowestAge: Int64?, highestAge: Int64?) {
    heldPlaces = Self.held(places)
    heldLowest = Self.held(lowestAge)
    heldHighest = Self.held(highestAge)
  }

  /// How many places there are; nil where nobody said.
  public var places: Int? { Self.said(heldPlaces) }

  /// Whether it takes children of an age; one that names no ages takes any.
  public func takes(age: Int) -> Bool {
    (Self.said(heldLowest) ?? age) <= age && age <= (Self.said(heldHighest) ?? age)
  }

  private static func held(_ number: Int64?) -> Int16 {
    number.map { max(0, Int16(clamping: $0)) } ?? unsaid
  }

  private static func said(_ held: Int16) -> Int? { held == unsaid ? nil : Int(held) }
}
