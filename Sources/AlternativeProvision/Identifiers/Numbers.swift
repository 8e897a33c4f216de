/// A school's unique reference number in GIAS: six digits.
public struct URN: Hashable, Sendable {
  /// The number.
  public let number: Int

  /// Reads a number; spaces around it do not matter.
  ///
  /// - Throws: `NumberProblem`, which says what would be right.
  public init(_ text: some StringProtocol) throws(NumberProblem) {
    number = try digits(of: text, count: 6, named: "a URN")
    guard number >= 100_000 else { throw .wrongStart(named: "a URN", "a digit from 1 to 9") }
  }
}

/// A learning provider's UK reference number: eight digits, the first of them 1.
public struct UKPRN: Hashable, Sendable {
  /// The number.
  public let number: Int

  /// Reads a number; spaces around it do not matter.
  ///
  /// - Throws: `NumberProblem`, which says what would be right.
  public init(_ text: some StringProtocol) throws(NumberProblem) {
    number = try digits(of: text, count: 8, named: "a UKPRN")
    guard number / 10_000_000 == 1 else { throw .wrongStart(named: "a UKPRN", "1") }
  }
}

/// The number of an authority and of an establishment in it: seven digits, as in 888/2001.
public struct LAESTAB: Hashable, Sendable {
  /// The local authority's three-digit number.
  public let authority: Int
  /// The establishment's four-digit number within it.
  public let establishment: Int

  /// The seven digits as one number.
  public var number: Int { authority * 10_000 + establishment }

  /// Reads `8882001`, `888/2001`, `888-2001` or `888 2001`.
  ///
  /// - Throws: `NumberProblem`, which says what would be right.
  public init(_ text: some StringProtocol) throws(NumberProblem) {
    let parts = text.split { $0 == "/" || $0 == "-" || $0 == " " }
    if parts.count == 2, parts[0].utf8.count != 3 || parts[1].utf8.count != 4 {
      throw .wrongParts
    }
    let whole = try digits(of: parts.joined(), count: 7, named: "a LAESTAB")
    guard whole >= 2_000_000 else { throw .wrongStart(named: "a LAESTAB", "a digit from 2 to 9") }
    authority = whole / 10_000
    establishment = whole % 10_000
  }
}

/// A unique learner number, given from age 14: ten digits, the last of which checks the others.
///
/// The first nine are weighted 10 to 2 and summed; ten less the remainder modulo 11 is the tenth, and
/// a remainder of nought makes no number.
public struct ULN: Hashable, Sendable {
  /// The number.
  public let number: Int

  /// Reads a number; spaces around it do not matter.
  ///
  /// - Throws: `NumberProblem`, which says what would be right.
  public init(_ text: some StringProtocol) throws(NumberProblem) {
    number = try digits(of: text, count: 10, named: "a ULN")
    var rest = number / 10
    var sum = 0
    for weight in 2...10 {
      sum += weight * (rest % 10)
      rest /= 10
    }
    guard sum % 11 != 0 else { throw .cannotBeChecked(named: "a ULN") }
    let expected = 10 - sum % 11
    guard expected == number % 10 else {
      throw .wrongCheckDigit(named: "a ULN", found: number % 10, expected: expected)
    }
  }
}

/// What is wrong with the text of a numeric identifier. Its name comes with its article.
public enum NumberProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// Something else than a digit stands in it.
  case notDigits(named: String, count: Int)
  /// It has too few or too many digits.
  case wrongLength(named: String, found: Int, expected: Int)
  /// It does not begin as every such number does.
  case wrongStart(named: String, String)
  /// The last digit does not check the others.
  case wrongCheckDigit(named: String, found: Int, expected: Int)
  /// No last digit could check the others.
  case cannotBeChecked(named: String)
  /// The authority and the establishment have the wrong lengths.
  case wrongParts

  /// What is wrong, and what would be right.
  public var description: String {
    switch self {
    case .notDigits(let name, let count): "\(name) is \(count) digits and nothing else"
    case .wrongLength(let name, let found, let expected):
      "\(name) has \(expected) digits; this has \(found)"
    case .wrongStart(let name, let start): "\(name) begins with \(start)"
    case .wrongCheckDigit(let name, let found, let expected):
      "\(name) with these digits would end in \(expected), not \(found); one digit is mistyped"
    case .cannotBeChecked(let name):
      "\(name) never has these nine digits first; one of them is mistyped"
    case .wrongParts:
      "a LAESTAB is three digits of authority and four of establishment, as in 888/2001"
    }
  }
}

private func digits(
  of text: some StringProtocol, count: Int, named name: String
) throws(NumberProblem) -> Int {
  let all = Array(text.utf8)
  let bytes = all.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed()
  guard !bytes.isEmpty, bytes.allSatisfy({ (0x30...0x39).contains($0) }) else {
    throw .notDigits(named: name, count: count)
  }
  guard bytes.count == count else {
    throw .wrongLength(named: name, found: bytes.count, expected: count)
  }
  return bytes.reduce(0) { $0 * 10 + Int($1) - 0x30 }
}
