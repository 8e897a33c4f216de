import AlternativeProvision

/// Reads the text of one value, and knows what it takes in words.
struct ValueReader<Value: Sendable>: Sendable {
  /// What would be right, as a template says it.
  let takes: String
  /// Reads text that is neither empty nor surrounded by spaces.
  let read: @Sendable (String) throws(ValueProblem) -> Value

  init(
    _ takes: String, _ read: @escaping @Sendable (String) throws(ValueProblem) -> Value
  ) {
    self.takes = takes
    self.read = read
  }
}

/// What is wrong with a value, and what would be right.
struct ValueProblem: Error, Hashable {
  var expected: String

  init(_ expected: String) { self.expected = expected }
}

extension ValueReader where Value == String {
  /// A name or a few words of up to so many characters, without what a terminal obeys and what turns the
  /// direction of writing: no name has it, and one that looks like another would be looked for in vain.
  static func text(_ takes: String, limit: Int = 500) -> ValueReader {
    let prose = prose(takes, limit: limit)
    return ValueReader(takes) { (text) throws(ValueProblem) in
      if let found = text.unicodeScalars.first(where: \.isObeyed) {
        throw ValueProblem(
          "it holds a character that is not seen (U+\(hexadecimal(found))); type the value again")
      }
      return try prose.read(text)
    }
  }

  /// What somebody wrote, of up to so many characters, as it came.
  static func prose(_ takes: String, limit: Int) -> ValueReader {
    ValueReader(takes) { (text) throws(ValueProblem) in
      guard text.unicodeScalars.count <= limit else {
        throw ValueProblem("at most \(limit) characters fit here")
      }
      return text
    }
  }

  /// The number of a character as Unicode writes it: "001B".
  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// A postcode, put into capitals.
  static var postcode: ValueReader {
    ValueReader("a postcode") { (text) throws(ValueProblem) in
      guard text.utf8.count <= 10 else { throw ValueProblem("a postcode, as in PR1 8XJ, is due") }
      return text.uppercased()
    }
  }
}

extension ValueReader where Value == Day {
  /// A date in any of the ways that `Day` reads.
  static func day(_ takes: String = "a date") -> ValueReader {
    ValueReader(takes + ", as 2026-09-01 or 01/09/2026") { (text) throws(ValueProblem) in
      do throws(DayProblem) {
        return try Day(text)
      } catch {
        throw ValueProblem(error.description)
      }
    }
  }
}

extension ValueReader where Value == Bool {
  /// Yes or no, in the ways that systems export it.
  static func flag(_ takes: String) -> ValueReader {
    ValueReader("yes or no: " + takes) { (text) throws(ValueProblem) in
      switch text.lowercased() {
      case "yes", "y", "true", "t", "1", "1.0", "-1", "✓", "✔": return true
      case "no", "n", "false", "f", "0", "0.0", "none": return false
      default: throw ValueProblem("write yes or no")
      }
    }
  }
}

extension ValueReader where Value == Int {
  /// A whole number within bounds.
  static func whole(_ range: ClosedRange<Int>, _ takes: String) -> ValueReader {
    ValueReader(takes) { (text) throws(ValueProblem) in
      // A spreadsheet may have made 6 into 6.0.
      let digits = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
      guard let number = Int(digits), range.contains(number) else {
        throw ValueProblem("a whole number from \(range.lowerBound) to \(range.upperBound) is due")
      }
      return number
    }
  }

  /// A number of so many digits that names something.
  static func number(digits: Int, _ takes: String) -> ValueReader {
    ValueReader("\(takes), \(digits) digits") { (text) throws(ValueProblem) in
      guard text.utf8.count == digits, text.utf8.allSatisfy({ (48...57).contains($0) }),
        let number = Int(text)
      else { throw ValueProblem("\(takes) has \(digits) digits") }
      return number
    }
  }

  /// Pounds, kept as pence.
  static func pounds(_ takes: String) -> ValueReader {
    ValueReader(takes + ", in pounds, as 1250 or 1250.50") { (text) throws(ValueProblem) in
      guard let pence = Pence.reading(text) else {
        throw ValueProblem("an amount in pounds is due, as 1250 or 1250.50")
      }
      return pence
    }
  }

  /// A local authority, by its number or its name.
  static func authority(_ takes: String) -> ValueReader {
    ValueReader(takes + ": the three-digit number or the name") { (text) throws(ValueProblem) in
      if let number = Int(text), (0...999).contains(number), text.utf8.count <= 3 {
        return number
      }
      let name = text.hasSuffix(" Council") ? String(text.dropLast(8)) : text
      if let entry = Codes.localAuthorities.entry(meaning: name) { return entry.detail }
      throw ValueProblem("an authority's three-digit number or name is due, as 888 or Lancashire")
    }
  }
}

extension ValueReader where Value == Double {
  /// Hours a week.
  static func hours(_ takes: String) -> ValueReader {
    ValueReader(takes + ", as 25 or 12.5") { (text) throws(ValueProblem) in
      guard let hours = Hours.reading(text), hours > 0, hours <= 60 else {
        throw ValueProblem("hours a week are due, more than 0 and at most 60")
      }
      return hours
    }
  }
}

extension ValueReader where Value == UPN {
  /// A unique pupil number whose check letter is right.
  static func upn(_ takes: String = "a unique pupil number") -> ValueReader {
    ValueReader(takes + ": 13 characters, the first a check letter") {
      (text) throws(ValueProblem) in
      do throws(UPNProblem) {
        return try UPN(text)
      } catch {
        throw ValueProblem(wording(error))
      }
    }
  }

  /// What would be right, for a number that is not.
  static func wording(_ problem: UPNProblem) -> String {
    switch problem {
    case .wrongLength(let length):
      "a unique pupil number has 13 characters, this has \(length)"
    case .unexpectedCharacter(let character, let position):
      "character \(position) (\(harmless(String(character)))) must be a digit"
    case .wrongCheckLetter(let found, let expected):
      "the check letter \(found) does not fit; \(expected) would, if the rest is right"
    }
  }
}
