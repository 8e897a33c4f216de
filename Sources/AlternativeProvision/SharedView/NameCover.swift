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

  /// A cover for where the names to look for can't be read: any word may be one, so of every word only
  /// dots are left.
  public static let everything: NameCover = {
    var cover = NameCover()
    cover.coversEverything = true
    return cover
  }()

  /// Whether every word is covered, since it isn't known which are names.
  public private(set) var coversEverything = false

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
    if book.isEmpty { book = other.book }
    if other.coversEverything { coversEverything = true }
  }

  /// The full names of other children who may be spoken of too.
  public var book = FullNames()
  /// Whether telephone numbers are covered though no name is looked for.
  public var coversNumbers = false

  /// The text with every name reduced to its initial; initials side by side are written together.
  public func covered(_ text: String) -> String {
    if coversEverything { return NameCover.dotted(text) }
    guard !isEmpty else { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var endsWithInitial = false
    let (words, rest) = words(of: text)
    let others = others(among: words)
    for (place, (gap, word)) in words.enumerated() {
      let initial =
        initial(of: word)
        ?? (others.contains(place) ? word.first.map { String($0).uppercased() } : nil)
      // "Tereza Novak" and "Novak-Bell" become "TN" and "NB", and not "T N" and "N-B".
      let joins = initial != nil && endsWithInitial && (gap == " " || gap == "-")
      if !joins { result += PhoneNumbers.replaced(in: gap) { _ in "(number)" } }
      result += initial ?? String(word)
      endsWithInitial = initial != nil
    }
    return result + PhoneNumbers.replaced(in: rest) { _ in "(number)" }
  }

  /// The text with every name but its first letter drawn as dots, character for character, so that it
  /// keeps its length: for words that are being typed.
  ///
  /// - Parameter cursor: How many characters stand before the cursor, where it is in the text. The
  ///   capitalised beginning of a name right before it is covered too, once it is three letters long.
  public func masked(_ text: String, cursor: Int?) -> String {
    if coversEverything { return NameCover.dotted(text) }
    guard !isEmpty else { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var count = 0
    let (words, rest) = words(of: text)
    let others = others(among: words, cursor: cursor)
    for (place, (gap, word)) in words.enumerated() {
      result += PhoneNumbers.dotted(in: gap)
      count += gap.count + word.count
      let isName =
        initial(of: word) != nil || others.contains(place) || (count == cursor && begins(word))
      if isName, let first = word.first {
        result.append(first)
        result += String(repeating: "·", count: word.count - 1)
      } else {
        result += word
      }
    }
    return result + PhoneNumbers.dotted(in: rest)
  }

  /// The text with a dot for every letter and figure.
  private static func dotted(_ text: String) -> String {
    String(text.map { $0.isLetter || $0.isNumber ? "·" : $0 })
  }

  /// Whether it looks for nothing.
  private var isEmpty: Bool { initials.isEmpty && book.isEmpty && !coversNumbers }

  /// The words of a text, each with what stands before it, and what stands after the last.
  private func words(of text: String) -> (words: [(gap: Substring, word: Substring)], Substring) {
    var words: [(Substring, Substring)] = []
    var rest = text[...]
    while let start = rest.firstIndex(where: NameCover.isPart) {
      let end = rest[start...].firstIndex { !NameCover.isPart($0) } ?? rest.endIndex
      words.append((rest[..<start], rest[start..<end]))
      rest = rest[end...]
    }
    return (words, rest)
  }

  /// The places of words that together are another child's full name, as "Nathan Sowerby", "SOWERBY,
  /// Nathan" and "Kieran Maddocks-Holt".
  ///
  /// - Parameter cursor: How many characters stand before the cursor: a surname that is being typed
  ///   there counts from its third letter on.
  private func others(
    among words: [(gap: Substring, word: Substring)], cursor: Int? = nil
  ) -> Set<Int> {
    guard !book.isEmpty, words.count > 1 else { return [] }
    var found: Set<Int> = []
    let plain = words.map { NameCover.plain($0.word) }
    var count = words[0].gap.count + words[0].word.count
    /// The forename of the name that ends with the word before, where one does.
    var forename: String?
    for place in 1..<words.count {
      let (gap, word) = words[place]
      count += gap.count + word.count
      // Everyday words are names only where they begin with capitals.
      let isName = [place - 1, place].allSatisfy { place in
        words[place].word.first?.isUppercase ?? false
          || !book.holdsAnyone && !NameCover.everydayWords.contains(plain[place])
      }
      if gap == "-", let first = forename, book.holds(first, plain[place]) {
        found.insert(place)
        continue
      }
      forename = nil
      guard isName else { continue }
      let begins = count == cursor && book.holds(plain[place - 1], beginning: plain[place])
      let surname = plain[place].hasSuffix("s") ? String(plain[place].dropLast()) : plain[place]
      if gap == " ",
        book.holds(plain[place - 1], plain[place]) || begins
          || book.holds(plain[place - 1], surname)
      {
        found.formUnion([place - 1, place])
        forename = plain[place - 1]
      } else if gap == ", ", book.holds(plain[place], plain[place - 1]) {
        found.formUnion([place - 1, place])
      }
    }
    return found
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
  static func plain(_ word: Substring) -> String {
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
  fileprivate static let everydayWords: Set<String> = [
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
