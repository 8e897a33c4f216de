/// A number that names one stored thing of a kind, and cannot be mistaken for another kind's.
public struct Identifier<Kind>: Hashable, Comparable, Sendable {
  /// The number under which the store keeps it.
  public let number: Int64

  /// The identifier with that number.
  public init(_ number: Int64) {
    self.number = number
  }

  /// Orders identifiers by number, which is the order in which things were added.
  public static func < (left: Identifier, right: Identifier) -> Bool {
    left.number < right.number
  }
}

/// A thing together with the identifier under which it is stored.
public struct Stored<Value> {
  /// The identifier.
  public let id: Identifier<Value>
  /// The thing itself.
  public var value: Value

  /// Pairs a thing with its identifier.
  public init(id: Identifier<Value>, value: Value) {
    self.id = id
    self.value = value
  }
}

extension Stored: Sendable where Value: Sendable {}
extension Stored: Equatable where Value: Equatable {}
extension Stored: Hashable where Value: Hashable {}
