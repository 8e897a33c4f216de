import TerminalUI

/// Breaks the lines of a text at words, so that no terminal breaks them inside one.
enum Wrapping {
  /// A text of which no line is wider than a terminal, unless one word alone is.
  ///
  /// A line that begins with a label and a gap goes on under what follows the gap; any other goes on
  /// where its own first word stands.
  ///
  /// - Parameter width: The terminal's columns; nil leaves every line as it is.
  static func wrapped(_ text: String, to width: Int?) -> String {
    guard let width else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { wrapped(line: String($0), to: width) }.joined(separator: "\n")
  }

  private static func wrapped(line: String, to width: Int) -> String {
    guard TextWidth.of(line) > width else { return line }
    let indent = indent(of: line)
    let blanks = String(repeating: " ", count: indent < width / 2 ? indent : 0)
    var lines: [String] = []
    var current = String(line.prefix(indent))
    var isEmpty = true
    for word in line.dropFirst(indent).split(separator: " ") {
      if !isEmpty, TextWidth.of(current) + 1 + TextWidth.of(String(word)) > width {
        lines.append(current)
        current = blanks
        isEmpty = true
      }
      current += isEmpty ? String(word) : " \(word)"
      isEmpty = false
    }
    lines.append(current)
    return lines.joined(separator: "\n")
  }

  /// Where what a line says begins: after its blanks, and after a label that a gap follows.
  private static func indent(of line: String) -> Int {
    let characters = Array(line)
    var place = 0
    while place < characters.count, characters[place] == " " { place += 1 }
    let first = place
    while place + 1 < characters.count, place < 24 {
      if characters[place] == " ", characters[place + 1] == " " {
        while place < characters.count, characters[place] == " " { place += 1 }
        return place
      }
      place += 1
    }
    return first
  }
}
