/// Something in one of a person's files, or in the environment, that could not be obeyed.
struct FileProblem: CustomStringConvertible {
  /// The file, or the variable.
  let place: String
  /// The line, from 1; nil where it is the whole.
  var line: Int?
  /// What is wrong and what would be right.
  let message: String

  /// `FILE:LINE: what is wrong`, as compilers say it, so that editors can go there.
  var description: String {
    let text = place + (line.map { ":\($0)" } ?? "") + ": " + message
    // A file may hold anything, and the terminal must not obey it.
    return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isHarmless ? $0 : "�" }))
  }
}

extension Unicode.Scalar {
  /// Whether it only shows itself.
  fileprivate var isHarmless: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned: false
    default: true
    }
  }
}
