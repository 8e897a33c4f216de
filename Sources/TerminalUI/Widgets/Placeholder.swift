/// What stands in a field in which nothing is typed yet.
enum Placeholder {
  /// The words in brackets: where a terminal has no italics they would read as if somebody had typed them.
  static func text(_ words: String) -> String {
    words.isEmpty || words.hasPrefix("(") ? words : "(\(words))"
  }
}
