/// One thing in a file that is not right: where it is, what stands there, and what would be right.
public struct ImportProblem: Hashable, Sendable, CustomStringConvertible {
  /// The line of the file on which the row begins; the header is on line 1.
  public let line: Int
  /// The column, as the file's own header names it; nil where the whole row is meant.
  public let column: String?
  /// What stands there, harmless to show and shortened; nil where nothing does.
  public let value: String?
  /// What is wrong and what would be right.
  public let expected: String

  init(line: Int, column: String? = nil, value: String? = nil, expected: String) {
    self.line = line
    self.column = column.map { harmless($0, limit: 40) }
    self.value = value.map { harmless($0, limit: 40) }
    self.expected = expected
  }

  /// One line to show, as in `line 7, dob, "31/02/2026": there is no such day`.
  public var description: String { "line \(line)\(ofWhat.map { ", \($0)" } ?? ""): \(expected)" }

  /// The same without its line.
  var words: String { "\(ofWhat.map { "\($0): " } ?? "")\(expected)" }

  private var ofWhat: String? {
    let parts = [column, value.map { "\"\($0)\"" }].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}

/// Why a file could not be imported at all.
public struct ImportRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// One line that says what is wrong and what to do.
  public let description: String

  init(_ description: String) { self.description = description }

  /// A file with a header and nothing under it.
  static func withoutRows(_ kind: ImportKind, file: String) -> ImportRefusal {
    ImportRefusal(
      "\(harmless(file)): there is no row under the header; see: sixthday template \(kind.rawValue)"
    )
  }
}
