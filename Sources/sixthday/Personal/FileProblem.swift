import Interchange

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
    // A file may hold anything, and the terminal must not obey it.
    harmless(place + (line.map { ":\($0)" } ?? "") + ": " + message)
  }
}
