/// A choice that is shown by name: on a screen, in a table, in a template.
///
/// The raw value is what the store keeps; a title is what a person reads; a short title fits a column
/// of ten. A file may use any of the three.
public protocol Titled: CaseIterable, Sendable {
  /// The name in full, as in "Permanent exclusion".
  var title: String { get }
  /// The name in at most ten characters, as in "PEX".
  var shortTitle: String { get }
}

extension Titled {
  /// The title, where it is short enough by itself.
  public var shortTitle: String { title }
}

extension Titled where Self: RawRepresentable, RawValue == String {
  /// The choice of that raw value, title or short title; capitals, spaces and dashes do not matter.
  ///
  /// - Throws: `NameProblem` with the names that would do.
  public init(named text: some StringProtocol) throws(NameProblem) {
    let wanted = plainName(text)
    for choice in Self.allCases
    where !wanted.isEmpty && Self.matches(choice, wanted) {
      self = choice
      return
    }
    throw NameProblem(allowed: Self.allCases.map(\.rawValue))
  }

  private static func matches(_ choice: Self, _ wanted: String) -> Bool {
    [choice.rawValue, choice.title, choice.shortTitle].contains { plainName($0) == wanted }
  }
}

/// A name that is none of those allowed.
public struct NameProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The names that would do.
  public let allowed: [String]

  /// A problem with the names that would do.
  public init(allowed: [String]) {
    self.allowed = allowed
  }

  /// What would be right.
  public var description: String { "use one of \(allowed.joined(separator: ", "))" }
}

/// A name without what people write differently: letters and digits only, in small letters.
func plainName(_ text: some StringProtocol) -> String {
  String(text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || isDigit($0) })
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
