/// Words to find in names, as the board's filter finds them: blind to capitals, accents and the sort of
/// apostrophe.
public struct SearchWords: Sendable {
  private let words: [[UInt8]]
  private let whole: [UInt8]

  /// The words of a text, which spaces part.
  public init(_ text: String) {
    words = Folding.words(of: text)
    whole = Array(
      Folding.fold(text.split(separator: " ").joined(separator: " ")))
  }

  /// Whether there is nothing to find.
  public var isEmpty: Bool { words.isEmpty }

  /// How well a name answers, 0 the best; nil where a word is neither in it nor begins one of the
  /// words said about it.
  ///
  /// A name that begins with the text comes before one with words that begin so, and that before the
  /// rest.
  public func rank(of name: String, about: String = "") -> Int? {
    let folded = Folding.fold(name)
    let starts = SearchWords.parts(of: folded)
    let said = about.isEmpty ? [] : SearchWords.parts(of: Folding.fold(about))
    var rank = 1
    for word in words {
      if starts.contains(where: { $0.starts(with: word) }) { continue }
      guard SearchWords.holds(folded, word) || said.contains(where: { $0.starts(with: word) })
      else { return nil }
      rank = 2
    }
    return folded.starts(with: whole) ? 0 : rank
  }

  /// Whether a name is the same but for capitals, accents and the sort of apostrophe.
  public func isSame(as name: String) -> Bool { Folding.fold(name) == whole }

  private static func parts(of folded: [UInt8]) -> [ArraySlice<UInt8>] {
    folded.split { $0 == 32 || $0 == 9 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "(") }
  }

  private static func holds(_ text: [UInt8], _ word: [UInt8]) -> Bool {
    guard text.count >= word.count else { return false }
    return (0...(text.count - word.count)).contains { text[$0...].starts(with: word) }
  }
}
