/// Where and how well a text answers what was typed.
public struct FuzzyMatch: Hashable, Sendable {
  /// How well; more is better, and 0 says nothing.
  public let score: Int
  /// The characters of the text that were found, counted from 0, in order.
  public let positions: [Int]
  /// Whether letters were found that neither begin a word nor stand beside another that was found: it
  /// matches by the letter, but is seldom what was meant.
  public let isScattered: Bool

  /// The text with what was found in another style.
  public func spans(of text: String, _ style: Style, found: Style) -> [Span] {
    var spans: [Span] = []
    var next = 0
    for (index, character) in text.enumerated() {
      let isFound = next < positions.count && positions[next] == index
      if isFound { next += 1 }
      let wanted = isFound ? found : style
      if let last = spans.last, last.style == wanted {
        spans[spans.count - 1].text.append(character)
      } else {
        spans.append(Span(String(character), wanted))
      }
    }
    return spans
  }
}

/// Letters that must occur in a text in their order, though not side by side: how a palette of commands
/// is searched. Capitals and accents make no difference; words typed with blanks between are each found
/// on their own.
///
/// Letters that begin words count most, then letters side by side, then letters near the beginning.
public struct FuzzyPattern: Sendable {
  private let words: [[UInt32]]

  /// Makes a pattern of what was typed.
  public init(_ typed: String) {
    words = typed.split(separator: " ").map { word in
      word.unicodeScalars.flatMap(SearchLetter.of)
    }
    .filter { !$0.isEmpty }
  }

  /// Whether everything matches.
  public var isEmpty: Bool { words.isEmpty }

  /// How a text answers; nil where a letter is not in it.
  public func match(_ text: String) -> FuzzyMatch? {
    let letters = Letters(text)
    var score = 0
    var found: Set<Int> = []
    var isScattered = false
    for word in words {
      guard let places = letters.find(word) else { return nil }
      score += places.score
      isScattered = isScattered || letters.isScattered(places.indices)
      for index in places.indices { found.insert(letters.owners[index]) }
    }
    return FuzzyMatch(score: score, positions: found.sorted(), isScattered: isScattered)
  }

  /// The texts that answer, the best first, by their place in the list. Scattered ones come only where
  /// there is nothing better. With nothing typed all of them, as they are.
  public func rank(_ texts: [String]) -> [(index: Int, match: FuzzyMatch)] {
    var answers: [(index: Int, match: FuzzyMatch)] = []
    for (index, text) in texts.enumerated() {
      if let match = match(text) { answers.append((index, match)) }
    }
    if isEmpty { return answers }
    let whole = answers.filter { !$0.match.isScattered }
    return (whole.isEmpty ? answers : whole).sorted { left, right in
      if left.match.score != right.match.score { return left.match.score > right.match.score }
      let lengths = (texts[left.index].utf8.count, texts[right.index].utf8.count)
      return lengths.0 != lengths.1 ? lengths.0 < lengths.1 : left.index < right.index
    }
  }
}

/// A text as the letters by which it is searched.
private struct Letters {
  private(set) var letters: [UInt32] = []
  /// The character to which each letter belongs, counted from 0.
  private(set) var owners: [Int] = []
  private var beginsWord: [Bool] = []

  init(_ text: String) {
    var isInWord = false
    for (index, character) in text.enumerated() {
      for letter in character.unicodeScalars.flatMap(SearchLetter.of) {
        let isLetter = SearchLetter.isPartOfWord(letter)
        letters.append(letter)
        owners.append(index)
        beginsWord.append(isLetter && !isInWord)
        isInWord = isLetter
      }
    }
  }

  /// The best places for a word's letters, and what they are worth.
  func find(_ word: [UInt32]) -> (score: Int, indices: [Int])? {
    let none = Int.min / 2
    var before = [Int](repeating: none, count: letters.count)
    var origins: [[Int]] = []
    for (number, letter) in word.enumerated() {
      var scores = [Int](repeating: none, count: letters.count)
      var origin = [Int](repeating: -1, count: letters.count)
      // The best place of the letter before that does not stand right beside this one.
      var apart = none
      var apartAt = -1
      for index in letters.indices {
        if index >= 2, before[index - 2] > apart {
          apart = before[index - 2]
          apartAt = index - 2
        }
        guard letters[index] == letter else { continue }
        let worth = 10 + (beginsWord[index] ? 12 : 0)
        if number == 0 {
          scores[index] = worth + (index == 0 ? 6 : 0) - min(index, 20)
          continue
        }
        let beside = index > 0 ? before[index - 1] : none
        if beside > none, beside + 14 >= apart - 4 {
          scores[index] = worth + beside + 14
          origin[index] = index - 1
        } else if apart > none {
          scores[index] = worth + apart - 4
          origin[index] = apartAt
        }
      }
      origins.append(origin)
      before = scores
    }
    guard let last = before.indices.max(by: { before[$0] < before[$1] }), before[last] > none
    else { return nil }
    var indices = [last]
    for origin in origins.dropFirst().reversed() {
      guard let end = indices.last, origin[end] >= 0 else { break }
      indices.append(origin[end])
    }
    return (before[last], indices.reversed())
  }

  /// Whether one of the places, unless they are all side by side, is alone in the middle of a word.
  func isScattered(_ indices: [Int]) -> Bool {
    guard let first = indices.first, let last = indices.last, last - first >= indices.count
    else { return false }
    return indices.contains { index in
      !beginsWord[index] && !indices.contains(index - 1) && !indices.contains(index + 1)
    }
  }
}

/// A letter as it is searched for: small, without accents, the plain apostrophe.
enum SearchLetter {
  /// The letters of a scalar; none for a combining accent.
  static func of(_ scalar: Unicode.Scalar) -> [UInt32] {
    switch scalar.value {
    case ..<0x80: [scalar.lowered.value]
    case 0x300...0x36F: []
    case 0x2018, 0x2019, 0x2BC: [0x27]
    case 0x2010...0x2015: [0x2D]
    case 0xC0..<0x180:
      Unicode.Scalar(PlainCharacter.standing(for: scalar.value, wide: false))
        .map { [$0.lowered.value] } ?? [scalar.value]
    default: scalar.properties.lowercaseMapping.unicodeScalars.map(\.value)
    }
  }

  /// Whether it stands inside words.
  static func isPartOfWord(_ letter: UInt32) -> Bool {
    switch letter {
    case 0x27: true
    case ..<0x80: (0x61...0x7A).contains(letter) || (0x30...0x39).contains(letter)
    default: Unicode.Scalar(letter)?.properties.isAlphabetic ?? false
    }
  }
}
