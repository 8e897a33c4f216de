/// Says which word was probably meant.
public enum Suggestion {
  /// "; did you mean X?" for the nearest of the known words, or nothing where none is near.
  public static func clause(for word: String, among known: [String]) -> String {
    guard let nearest = Spelling.nearest(to: word, among: known) else { return "" }
    return "; did you mean \(nearest)?"
  }
}
