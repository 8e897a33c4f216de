/// How far a line of a table may be trusted.
public enum Certainty: String, CaseIterable, Sendable {
  /// Read in the source itself.
  case verified
  /// Read in a secondary source: a council's page, a supplier's code list.
  case secondary
  /// General knowledge, not checked against a source.
  case generalKnowledge
}

/// A code with its meaning and the days between which it may be used.
public struct CodedMeaning<Detail: Sendable>: Sendable {
  /// The code, in capitals, as in "SEMH".
  public let code: String
  /// What it means.
  public let meaning: String
  /// What spreadsheets write for it besides, as "EHCP".
  public let otherNames: [String]
  /// What the program must know about it besides, as the class of a register code.
  public let detail: Detail
  /// The first day on which it may be used; nil if it was always there.
  public let inForceFrom: Day?
  /// The last day on which it may be used; nil while it is in force.
  public let inForceThrough: Day?
  /// How far this line may be trusted; of the least certain of its facts.
  public let certainty: Certainty

  /// A line of a table.
  public init(
    _ code: String, _ meaning: String, detail: Detail, from: Day? = nil, through: Day? = nil,
    certainty: Certainty, also otherNames: [String] = []
  ) {
    self.code = code
    self.meaning = meaning
    self.otherNames = otherNames
    self.detail = detail
    self.inForceFrom = from
    self.inForceThrough = through
    self.certainty = certainty
  }

  /// Whether it may be used for something that happened on that day.
  public func isInForce(on day: Day) -> Bool {
    inForceFrom.map { $0 <= day } ?? true && inForceThrough.map { day <= $0 } ?? true
  }
}

/// A set of codes with dates in force, so that a record is judged by the set of its own day.
public struct CodeTable<Detail: Sendable>: Sendable {
  /// What one of its codes is, with its article, as in "an exclusion reason".
  public let name: String
  /// The lines, in the order in which a list shows them.
  public let entries: [CodedMeaning<Detail>]

  private let places: [String: [Int]]

  /// A table of those lines.
  public init(_ name: String, _ entries: [CodedMeaning<Detail>]) {
    self.name = name
    self.entries = entries
    var places: [String: [Int]] = [:]
    for (index, entry) in entries.enumerated() { places[entry.code, default: []].append(index) }
    self.places = places
  }

  /// The line of a code, whether in capitals or not, that is in force on that day.
  ///
  /// Without a day, the line latest in the table. Nil if there is none.
  public func entry(_ code: some StringProtocol, on day: Day? = nil) -> CodedMeaning<Detail>? {
    guard let lines = lines(of: String(code)) else { return nil }
    guard let day else { return lines.last.map { entries[$0] } }
    return lines.last { entries[$0].isInForce(on: day) }.map { entries[$0] }
  }

  /// The line in force on that day whose meaning, or another name of it, is written so, capitals and
  /// dashes aside.
  public func entry(
    meaning: some StringProtocol, on day: Day? = nil
  ) -> CodedMeaning<Detail>? {
    let wanted = plainName(meaning)
    return entries.last { entry in
      day.map { entry.isInForce(on: $0) } ?? true
        && ([entry.meaning] + entry.otherNames).contains { plainName($0) == wanted }
    }
  }

  /// What a code means, by any line that it ever had; the code itself if it is unknown.
  public func meaning(of code: String, on day: Day? = nil) -> String {
    entry(code, on: day)?.meaning ?? entry(code)?.meaning ?? code
  }

  /// The lines in force on that day, in order.
  public func entries(on day: Day) -> [CodedMeaning<Detail>] {
    entries.filter { $0.isInForce(on: day) }
  }

  /// The line of a code that must be in force on that day.
  ///
  /// - Throws: `CodeProblem`, which says which codes would do.
  public func require(
    _ code: some StringProtocol, on day: Day? = nil
  ) throws(CodeProblem) -> CodedMeaning<Detail> {
    if let found = entry(code, on: day) { return found }
    let usable = day.map { entries(on: $0) } ?? entries
    let suggestions = self.suggestions(for: String(code), among: usable)
    guard let old = entry(code) else {
      throw CodeProblem(kind: .unknown, name: name, suggestions: suggestions)
    }
    throw CodeProblem(
      kind: .notInForce(old.meaning, from: old.inForceFrom, through: old.inForceThrough),
      name: name, suggestions: suggestions)
  }

  /// The codes with their meanings, as a template prints them: `K SEN support, E …`.
  public func list(on day: Day? = nil) -> String {
    (day.map { entries(on: $0) } ?? entries).map { "\($0.code) \($0.meaning)" }
      .joined(separator: ", ")
  }

  private func lines(of code: String) -> [Int]? {
    // Letters of codes are ASCII; Unicode's capitals would make an I of a dotless ı.
    places[code] ?? places[String(decoding: code.utf8.map(capital), as: UTF8.self)]
  }

  /// All the codes where they are few; of many, those that are one slip away or mean it.
  private func suggestions(for code: String, among usable: [CodedMeaning<Detail>]) -> [String] {
    let wanted = code.uppercased()
    let plain = plainName(code)
    if let named = usable.first(where: { plainName($0.meaning) == plain }) {
      return [named.code]
    }
    if usable.count <= 10 { return usable.map { "\($0.code) \($0.meaning)" } }
    if usable.count <= 40 { return usable.map(\.code) }
    let near = usable.filter { isOneSlip(from: $0.code, to: wanted) }
    let meant = usable.filter {
      !wanted.isEmpty && plainName($0.meaning).hasPrefix(plain)
    }
    return (near + meant).prefix(5).map { "\($0.code) \($0.meaning)" }
  }
}

/// Why a code cannot stand where it does.
public struct CodeProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// No line of the table has ever had it.
    case unknown
    /// It exists, with that meaning, but not on the day in question.
    case notInForce(String, from: Day?, through: Day?)
  }

  /// What is wrong.
  public let kind: Kind
  /// What the code should have been, as in "an exclusion reason".
  public let name: String
  /// Codes that would do; empty when there are too many to say.
  public let suggestions: [String]

  /// What is wrong, and what would be right.
  public var description: String {
    let remedy = suggestions.isEmpty ? "" : "; use one of \(NameProblem.list(suggestions))"
    switch kind {
    case .unknown: return "this is not \(name)\(remedy)"
    case .notInForce(let meaning, let from, let through):
      let days =
        switch (from, through) {
        case (let from?, nil): "from \(from.medium)"
        case (nil, let through?): "until \(through.medium)"
        case (let from?, let through?): "from \(from.medium) to \(through.medium)"
        case (nil, nil): "always"
        }
      return "this is \(name) (\(meaning)) only \(days)\(remedy)"
    }
  }
}

private func capital(_ byte: UInt8) -> UInt8 {
  (0x61...0x7A).contains(byte) ? byte - 0x20 : byte
}

/// Whether two codes differ by one letter changed, added, left out, or a pair turned round.
func isOneSlip(from left: String, to right: String) -> Bool {
  let a = Array(left.utf8)
  let b = Array(right.utf8)
  guard abs(a.count - b.count) <= 1, a != b else { return a == b }
  let start = zip(a, b).prefix { $0 == $1 }.count
  let restA = a[start...]
  let restB = b[start...]
  if a.count > b.count { return restA.dropFirst().elementsEqual(restB) }
  if a.count < b.count { return restB.dropFirst().elementsEqual(restA) }
  if restA.dropFirst().elementsEqual(restB.dropFirst()) { return true }
  guard restA.count >= 2, restB.count >= 2 else { return false }
  return restA.prefix(2).reversed().elementsEqual(restB.prefix(2))
    && restA.dropFirst(2).elementsEqual(restB.dropFirst(2))
}

/// The code tables of the service. Each is data with dates: a new set is a line, never a branch.
public enum Codes {
  typealias Plain = CodedMeaning<Void>

  /// A line of a table that needs nothing but a meaning.
  static func line(
    _ code: String, _ meaning: String, from: Day? = nil, through: Day? = nil,
    _ certainty: Certainty = .verified, also otherNames: [String] = []
  ) -> Plain {
    Plain(
      code, meaning, detail: (), from: from, through: through, certainty: certainty,
      also: otherNames)
  }

  /// A day of a table; a table's own dates are known to exist.
  static func day(_ year: Int, _ month: Int, _ day: Int) -> Day? {
    Day(year: year, month: month, day: day)
  }
}
