/// Finds the word that was probably meant.
enum Suggestion {
  /// "; did you mean X?" for the nearest of the known words, or nothing where none is near.
  static func clause(for word: String, among known: [String]) -> String {
    let nearest = known.map { (word: $0, distance: distance(word, $0)) }
      .min { $0.distance < $1.distance }
    let letters = word.drop { $0 == "-" }.count
    // Of a word of two letters, two changes leave nothing.
    guard let nearest, nearest.distance > 0, nearest.distance < letters,
      nearest.distance <= max(2, word.count / 3)
    else {
      return ""
    }
    return "; did you mean \(nearest.word)?"
  }

  /// How many letters must be put in, taken out or changed to make one word of the other.
  static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left.utf8)
    let right = Array(right.utf8)
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let changed = diagonal + (a == b ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(changed, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[right.count]
  }
}
