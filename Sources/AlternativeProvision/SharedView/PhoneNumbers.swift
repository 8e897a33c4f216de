/// Finds telephone numbers between the words of a text.
///
/// One begins with a nought or a plus and has at least nine digits, with no more than spaces, hyphens and
/// brackets between them: no day, sum of money, UPN or reference is written so.
enum PhoneNumbers {
  private static let fewestDigits = 9

  /// The text with something else in the place of every number.
  static func replaced(in text: Substring, by other: (Substring) -> String) -> String {
    guard text.contains(where: { $0 == "0" || $0 == "+" }) else { return String(text) }
    var result = ""
    var rest = text
    while let start = rest.firstIndex(where: { $0 == "0" || $0 == "+" }) {
      let end = end(of: rest[start...])
      result += rest[..<start]
      let digits = rest[start..<end].count { $0.isASCII && $0.isNumber }
      result += digits >= fewestDigits ? other(rest[start..<end]) : String(rest[start..<end])
      rest = rest[end...]
    }
    return result + rest
  }

  /// The text with a dot for each character of every number.
  static func dotted(in text: Substring) -> String {
    replaced(in: text) { String(repeating: "·", count: $0.count) }
  }

  /// Where the run ends that begins here: after its last digit.
  private static func end(of run: Substring) -> Substring.Index {
    var end = run.index(after: run.startIndex)
    for index in run.indices {
      let character = run[index]
      if character.isASCII, character.isNumber {
        end = run.index(after: index)
      } else if !" -()+".contains(character) {
        break
      }
    }
    return end
  }
}
