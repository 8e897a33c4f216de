/// Words to be found in a text as they stand there, side by side; capitals and accents make no difference.
public struct Phrase: Hashable, Sendable {
  private let letters: [UInt32]

  /// Makes a phrase of what was typed.
  public init(_ typed: String) {
    letters = typed.unicodeScalars.flatMap(SearchLetter.of)
  }

  /// Whether nothing was typed.
  public var isEmpty: Bool { letters.isEmpty }

  /// The characters of a text, counted from 0, that belong to the phrase wherever it stands there.
  public func positions(in text: String) -> Set<Int> {
    guard !letters.isEmpty else { return [] }
    var found: [UInt32] = []
    var owners: [Int] = []
    for (index, character) in text.enumerated() {
      for letter in character.unicodeScalars.flatMap(SearchLetter.of) {
        found.append(letter)
        owners.append(index)
      }
    }
    var positions: Set<Int> = []
    guard found.count >= letters.count else { return [] }
    for start in 0...(found.count - letters.count)
    where found[start..<(start + letters.count)].elementsEqual(letters) {
      positions.formUnion(owners[start..<(start + letters.count)])
    }
    return positions
  }
}
