/// A JSON value (RFC 8259), read from outside or about to be written.
///
/// Objects keep the order of their members, and numbers their text, so that what is written reads as
/// it was meant.
public enum JSONValue: Hashable, Sendable {
  case null
  case flag(Bool)
  /// A number as it is written, such as `102.0`.
  case number(String)
  case text(String)
  case list([JSONValue])
  case object([JSONMember])

  /// A whole number.
  public static func integer(_ value: Int) -> JSONValue { .number(String(value)) }

  /// An object from names and values, in that order.
  public static func members(_ pairs: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(pairs.map { JSONMember(name: $0.key, value: $0.value) })
  }

  /// The text, or null where there is none.
  public static func text(orNull value: String?) -> JSONValue {
    value.map { .text($0) } ?? .null
  }

  /// The value of a member; nil where this is no object or has none of that name.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  /// The text, where this is text.
  public var string: String? {
    if case .text(let text) = self { return text }
    return nil
  }

  /// The values of a list; nil where this is none.
  public var elements: [JSONValue]? {
    if case .list(let values) = self { return values }
    return nil
  }
}

/// A name and its value in an object.
public struct JSONMember: Hashable, Sendable {
  /// The name.
  public var name: String
  /// The value.
  public var value: JSONValue

  /// A member of an object.
  public init(name: String, value: JSONValue) {
    self.name = name
    self.value = value
  }
}
