/// A choice that is shown by name: on a screen, in a table, in a template.
///
/// The raw value is what the store keeps; a title is what a person reads; a short title fits a column
/// of ten. A file may use any of the three, and the words that offices write besides.
public protocol Titled: CaseIterable, Sendable {
  /// The name in full, as in "Permanent exclusion".
  var title: String { get }
  /// The name in at most ten characters, as in "PEX".
  var shortTitle: String { get }
  /// What else a spreadsheet may call it, as "PX" or "perm ex"; capitals, spaces and dashes aside.
  var otherNames: [String] { get }
}

extension Titled {
  /// The title, where it is short enough by itself.
  public var shortTitle: String { title }

  /// Nothing besides the title, the short title and the raw value.
  public var otherNames: [String] { [] }

  /// The name as a template offers it: the title, and the short one where that is another word.
  public var written: String {
    let short = shortTitle
    return plainName(short).isEmpty || plainName(title).hasPrefix(plainName(short))
      ? title : "\(title) (\(short))"
  }
}

extension Titled where Self: RawRepresentable, RawValue == String {
  /// The choice of that raw value, title, short title or other name; capitals, spaces and dashes do
  /// not matter.
  ///
  /// - Throws: `NameProblem` with the names that would do.
  public init(named text: some StringProtocol) throws(NameProblem) {
    let wanted = plainName(text)
    for choice in Self.allCases
    where !wanted.isEmpty && Self.matches(choice, wanted) {
      self = choice
      return
    }
    throw NameProblem(allowed: Self.allCases.map(\.written))
  }

  /// The name as a command line has it, as in "permanent-exclusion".
  public var keyword: String {
    rawValue.reduce(into: "") { word, letter in
      word += letter.isUppercase && !word.isEmpty ? "-\(letter.lowercased())" : letter.lowercased()
    }
  }

  private static func matches(_ choice: Self, _ wanted: String) -> Bool {
    ([choice.rawValue, choice.title, choice.shortTitle, choice.written] + choice.otherNames)
      .contains { plainName($0) == wanted }
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
  public var description: String { "use one of \(NameProblem.list(allowed))" }

  /// Names in a row, apart by semicolons where one of them has a comma.
  public static func list(_ names: [String]) -> String {
    names.joined(separator: names.contains { $0.contains(",") } ? "; " : ", ")
  }
}

/// A name without what people write differently: letters and digits only, in small letters.
func plainName(_ text: some StringProtocol) -> String {
  String(text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || isDigit($0) })
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
