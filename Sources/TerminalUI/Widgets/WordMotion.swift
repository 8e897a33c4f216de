/// Where words begin and end for one who moves and deletes by words.
enum WordMotion {
  /// The start of the word in which a place is, or of the one before it.
  static func start(before index: Int, in text: [Character]) -> Int {
    var index = index
    while index > 0 && !isWord(text[index - 1]) { index -= 1 }
    while index > 0 && isWord(text[index - 1]) { index -= 1 }
    return index
  }

  /// The end of the word in which a place is, or of the one after it.
  static func end(after index: Int, in text: [Character]) -> Int {
    var index = index
    while index < text.count && !isWord(text[index]) { index += 1 }
    while index < text.count && isWord(text[index]) { index += 1 }
    return index
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "'" || character == "’"
  }
}
