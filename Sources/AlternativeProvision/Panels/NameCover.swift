/// Reduces the names of children and their families to initials wherever they stand in a text.
///
/// For a screen that others can see, and for minutes that leave the team. A name is found as a whole
/// word, in capitals or not, with its accents or without, and in the plural ("the Novaks"); one that is an
/// everyday word as well ("Grace", "Will") only where it begins with a capital. A telephone number, which
/// finds a family as surely, goes with the names.
public struct NameCover: Sendable {
  /// The words to look for, in small letters without accents, with the initial that each leaves.
  private var initials: [String: String] = [:]

  /// A cover that finds nothing yet.
  public init() {}

  /// A cover for a child's names.
  public init(_ pupil: Pupil) {
    add(name: pupil.forename)
    add(name: pupil.surname)
    if let preferred = pupil.preferredName { add(name: preferred) }
    if let worker = pupil.socialWorker { add(name: worker) }
  }

  /// Looks for the words of another name as well.
  ///
  /// Words of a single letter are left, being initials already, and so are titles.
  public mutating func add(name: String) {
    for part in name.split(whereSeparator: { !NameCover.isPart($0) }) where part.count > 1 {
      let key = NameCover.plain(part)
      guard !NameCover.titles.contains(key) else { continue }
      initials[key] = part.first.map { String($0).uppercased() }
    }
  }

  /// Looks for the names of a child's parents and other contacts as well.
  public mutating func add(_ referral: Referral) {
    for contact in referral.contacts { add(contact: contact.name) }
    if let consent = referral.consent { add(contact: consent.parent) }
  }

  /// Looks for a name as a form holds it: what is in small letters or in brackets, such as
  /// "(foster carer)", is no name.
  private mutating func add(contact: String) {
    let parts = contact.prefix { $0 != "(" }.split(separator: " ")
    add(name: parts.filter { $0.first?.isUppercase ?? false }.joined(separator: " "))
  }

  /// Looks for whatever another cover looks for as well.
  public mutating func add(_ other: NameCover) {
    initials.merge(other.initials) { mine, _ in mine }
  }

  /// The text with every name reduced to its initial; initials side by side are written together.
  public func covered(_ text: String) -> String {
    guard !initials.isEmpty else { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var rest = text[...]
    var endsWithInitial = false
    while let start = rest.firstIndex(where: NameCover.isPart) {
      let gap = rest[..<start]
      let end = rest[start...].firstIndex { !NameCover.isPart($0) } ?? rest.endIndex
      let word = rest[start..<end]
      let initial = initial(of: word)
      // "Tereza Novak" and "Novak-Bell" become "TN" and "NB", and not "T N" and "N-B".
      let joins = initial != nil && endsWithInitial && (gap == " " || gap == "-")
      if !joins { result += PhoneNumbers.replaced(in: gap) { _ in "(number)" } }
      result += initial ?? String(word)
      endsWithInitial = initial != nil
      rest = rest[end...]
    }
    return result + PhoneNumbers.replaced(in: rest) { _ in "(number)" }
  }

  /// The text with every name but its first letter drawn as dots, character for character, so that it
  /// keeps its length: for words that are being typed.
  ///
  /// - Parameter cursor: How many characters stand before the cursor, where it is in the text. The
  ///   capitalised beginning of a name right before it is covered too, once it is three letters long.
  public func masked(_ text: String, cursor: Int?) -> String {
    guard !initials.isEmpty else { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var rest = text[...]
    var count = 0
    while let start = rest.firstIndex(where: NameCover.isPart) {
      let gap = rest[..<start]
      let end = rest[start...].firstIndex { !NameCover.isPart($0) } ?? rest.endIndex
      let word = rest[start..<end]
      result += PhoneNumbers.dotted(in: gap)
      count += gap.count + word.count
      let isName = initial(of: word) != nil || (count == cursor && begins(word))
      if isName, let first = word.first {
        result.append(first)
        result += String(repeating: "·", count: word.count - 1)
      } else {
        result += word
      }
      rest = rest[end...]
    }
    return result + PhoneNumbers.dotted(in: rest)
  }

  /// Whether a word that is being typed is the beginning of a name.
  private func begins(_ word: Substring) -> Bool {
    guard word.count >= 3, word.first?.isUppercase ?? false else { return false }
    let key = NameCover.plain(word)
    return initials.keys.contains { $0.hasPrefix(key) }
  }

  private func initial(of word: Substring) -> String? {
    let key = NameCover.plain(word)
    let isSmall = word.first?.isLowercase ?? false
    func found(_ key: String) -> String? {
      guard let initial = initials[key] else { return nil }
      return isSmall && NameCover.everydayWords.contains(key) ? nil : initial
    }
    if let initial = found(key) { return initial }
    // "The Brannigans", as of a family.
    guard key.count > 3, key.hasSuffix("s") else { return nil }
    return found(String(key.dropLast())).map { $0 + "s" }
  }

  /// A word as people type it in haste: in small letters, without accents.
  ///
  /// The letter beneath an accent is read from the character's own name, as in "LATIN SMALL LETTER I WITH
  /// ACUTE"; what is no accented Latin letter stays as it is.
  private static func plain(_ word: Substring) -> String {
    let small = word.lowercased()
    if small.utf8.allSatisfy({ $0 < 0x80 }) { return small }
    var plain = ""
    for scalar in small.unicodeScalars where scalar.properties.generalCategory != .nonspacingMark {
      plain += scalar.isASCII ? String(scalar) : letter(beneath: scalar)
    }
    return plain
  }

  private static func letter(beneath scalar: Unicode.Scalar) -> String {
    if scalar == "ı" { return "i" }
    let head = "LATIN SMALL LETTER "
    guard let name = scalar.properties.name, name.hasPrefix(head) else { return String(scalar) }
    let base = name.dropFirst(head.count).prefix { $0 != " " }
    return base.count <= 2 ? base.lowercased() : String(scalar)
  }

  private static func isPart(_ character: Character) -> Bool { character.isLetter }

  private static let titles: Set<String> = ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "rev"]

  /// Names that are words of everyday English too, and of such minutes.
  private static let everydayWords: Set<String> = [
    "amber", "angel", "april", "art", "august", "autumn", "bell", "bill", "bird", "bishop", "black",
    "bond", "brook", "brown", "bright", "bush", "butler", "carol", "chance", "chase", "christian",
    "church", "clay", "cliff", "cook", "cross", "dale", "dawn", "day", "dean", "drew", "duke",
    "earl",
    "east", "eve", "faith", "farmer", "field", "fields", "ford", "forest", "frank", "free", "gene",
    "good", "grace", "grant", "gray", "green", "guy", "hall", "harmony", "hill", "holly", "hope",
    "house", "hunt", "hunter", "iris", "ivy", "jade", "jack", "jasmine", "joy", "june", "key",
    "king",
    "lane", "law", "lily", "little", "long", "love", "major", "marina", "mark", "mason", "may",
    "mercy",
    "mills", "miles", "moon", "nick", "noble", "north", "olive", "page", "park", "parks", "pat",
    "patience", "pearl", "penny", "piper", "poppy", "porter", "price", "prince", "rain", "ray",
    "read",
    "rich", "river", "rivers", "rob", "robin", "rock", "rose", "rowan", "ruby", "rush", "sandy",
    "saint", "savage", "scarlet", "sky", "small", "star", "stone", "storm", "strong", "sue",
    "summer",
    "sunny", "taylor", "ward", "waters", "way", "west", "white", "will", "wise", "wood", "woods",
    "young",
  ]
}

extension Pupil {
  /// The child as shown where others can see: initials and a reference, "TN · AP-2026-0412".
  public func coveredName(reference: String) -> String {
    reference.isEmpty ? initials : "\(initials) · \(reference)"
  }
}

/// What of a child the room need not see, unless somebody asks for it.
public enum CoveredMatter: String, CaseIterable, Sendable {
  case address, diagnoses, safeguarding
  /// What people ask, tell and say of a child of whom one of the others is covered.
  case accounts
}

/// A view that others can see: names are initials, and what the room need not see is covered.
///
/// It stays on from item to item; what is revealed is revealed for one item only.
public struct SharedView: Hashable, Sendable {
  /// Whether it is on: as it is when a meeting opens.
  public var isOn = true
  private var item: Identifier<AgendaItem>?
  private var revealed: Set<CoveredMatter> = []

  /// A shared view that is on and covers everything.
  public init() {}

  /// Goes to an item: what was revealed for another is covered again.
  public mutating func go(to item: Identifier<AgendaItem>?) {
    guard item != self.item else { return }
    self.item = item
    revealed = []
  }

  /// Uncovers a matter for the present item, or covers it again.
  public mutating func toggle(_ matter: CoveredMatter) {
    if revealed.remove(matter) == nil { revealed.insert(matter) }
  }

  /// Whether a matter is covered now.
  public func covers(_ matter: CoveredMatter) -> Bool { isOn && !revealed.contains(matter) }

  /// Whether an option itself tells what is covered, as that a child was referred to safeguarding.
  public func covers(_ option: DecisionOption) -> Bool {
    option == .referSafeguarding && covers(.safeguarding)
  }

  /// The name of a child as it may be shown.
  public func name(of pupil: Pupil, reference: String) -> String {
    isOn ? pupil.coveredName(reference: reference) : pupil.displayName
  }

  /// A text as it may be shown.
  public func text(_ text: String, under cover: NameCover) -> String {
    isOn ? cover.covered(text) : text
  }
}
