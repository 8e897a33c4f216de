/// Finds the word that was probably meant.
public enum Spelling {
  /// The nearest of the known words, or nil where none is near: a third of the letters may differ.
  public static func nearest(to word: String, among known: [String]) -> String? {
    let nearest = known.map { (word: $0, distance: distance(word, $0)) }
      .min { $0.distance < $1.distance }
    let letters = word.drop { $0 == "-" }.count
    // Of a word of two letters, two changes leave nothing.
    guard let nearest, nearest.distance > 0, nearest.distance < letters,
      nearest.distance <= max(2, word.count / 3)
    else { return nil }
    return nearest.word
  }

  /// How many letters must be put in, taken out, changed, or exchanged with the next one, to make one
  /// word of the other.
  public static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left.utf8)
    let right = Array(right.utf8)
    var before: [Int] = []
    var last = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var row = [i + 1]
      row.reserveCapacity(right.count + 1)
      for (j, b) in right.enumerated() {
        var least = min(last[j] + (a == b ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a == right[j - 1], b == left[i - 1] {
          least = min(least, before[j - 1] + 1)
        }
        row.append(least)
      }
      before = last
      last = row
    }
    return last[right.count]
  }
}
