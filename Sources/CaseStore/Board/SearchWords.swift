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
    SearchWords.withFolded(name) { folded in
      var rank = 1
      for word in words {
        if SearchWords.begins(with: word, aPartOf: folded) { continue }
        guard SearchWords.holds(folded, word) || isSaid(word, about) else { return nil }
        rank = 2
      }
      return folded.starts(with: whole) ? 0 : rank
    }
  }

  private func isSaid(_ word: [UInt8], _ about: String) -> Bool {
    !about.isEmpty
      && SearchWords.withFolded(about) { SearchWords.begins(with: word, aPartOf: $0) }
  }

  /// Whether a name is the same but for capitals, accents and the sort of apostrophe.
  public func isSame(as name: String) -> Bool {
    SearchWords.withFolded(name) { $0.elementsEqual(whole) }
  }

  /// A text's folded bytes; ASCII, which most names are, is folded in place, since a list of all
  /// schools is searched with every letter typed.
  private static func withFolded<Answer>(
    _ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Answer
  ) -> Answer {
    var text = text
    let isPlain = text.utf8.count <= 128 && Folding.isASCII(text.utf8)
    guard isPlain else { return Folding.fold(text).withUnsafeBufferPointer(body) }
    return text.withUTF8 { bytes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(1, bytes.count)) { small in
        for index in bytes.indices { small[index] = Folding.small(bytes[index]) }
        return body(UnsafeBufferPointer(start: small.baseAddress, count: bytes.count))
      }
    }
  }

  private static func parts(_ byte: UInt8) -> Bool {
    byte == 32 || byte == 9 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "(")
  }

  /// Whether a part of the text, which spaces, dashes and brackets divide, begins with a word.
  private static func begins(
    with word: [UInt8], aPartOf text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard text.count >= word.count else { return false }
    for start in 0...(text.count - word.count)
    where start == 0 || parts(text[start - 1]) {
      if isAt(start, of: text, word) { return true }
    }
    return false
  }

  private static func holds(_ text: UnsafeBufferPointer<UInt8>, _ word: [UInt8]) -> Bool {
    guard text.count >= word.count else { return false }
    return (0...(text.count - word.count)).contains { isAt($0, of: text, word) }
  }

  private static func isAt(
    _ start: Int, of text: UnsafeBufferPointer<UInt8>, _ word: [UInt8]
  ) -> Bool {
    for index in word.indices where text[start + index] != word[index] { return false }
    return true
  }
}
