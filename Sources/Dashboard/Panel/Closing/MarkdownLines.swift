import TerminalUI

/// The Markdown that minutes are written in, as lines to read on a screen.
enum MarkdownLines {
  static func lines(_ text: String, width: Int) -> [TextLine] {
    var lines: [TextLine] = []
    let source = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var index = 0
    while index < source.count {
      if source[index].hasPrefix("| ") {
        let rows = source[index...].prefix { $0.hasPrefix("| ") }
        lines += table(rows.map(cells), width: width)
        index += rows.count
        continue
      }
      lines += line(source[index], width: width)
      index += 1
    }
    while lines.last?.text.isEmpty ?? false { lines.removeLast() }
    return lines
  }

  private static func line(_ source: String, width: Int) -> [TextLine] {
    if source.isEmpty { return [.blank] }
    let level = source.prefix { $0 == "#" }.count
    if level > 0, source.dropFirst(level).first == " " {
      let words = plain(source.dropFirst(level + 1))
      return TextLine.wrapped(level == 2 ? words.uppercased() : words, width: width, .heading)
        .map { bold($0) }
    }
    if source.hasPrefix("- ") {
      return TextLine.wrapped("• " + plain(source.dropFirst(2)), width: width, indent: 2)
    }
    // A line break within a paragraph is a backslash at the end.
    var body = source[...]
    if body.hasSuffix("\\"), !body.hasSuffix("\\\\") { body = body.dropLast() }
    let strong = body.dropFirst(2)
    guard body.hasPrefix("**"),
      let end = strong.indices.first(where: { strong[$0...].hasPrefix("**") })
    else { return TextLine.wrapped(plain(body), width: width) }
    let label = plain(strong[..<end])
    let rest = plain(strong[end...].dropFirst(2))
    var wrapped = TextLine.wrapped(label + rest, width: width)
    guard var first = wrapped.first else { return [] }
    let whole = first.text
    if whole.hasPrefix(label) {
      first = TextLine(label, .text, .bold).then(String(whole.dropFirst(label.count)))
      wrapped[0] = first
    } else {
      wrapped = wrapped.map { bold($0) }
    }
    return wrapped
  }

  private static func bold(_ line: TextLine) -> TextLine {
    var line = line
    for index in line.spans.indices { line.spans[index].style.emphasis.formUnion(.bold) }
    return line
  }

  /// The cells of a row of a table.
  private static func cells(_ row: String) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in row.dropFirst(2) {
      if character == "|", !isEscaped {
        cells.append(plain(Substring(trimmed(cell))))
        cell = ""
        continue
      }
      isEscaped = character == "\\" && !isEscaped
      cell.append(character)
    }
    return cells
  }

  private static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while text.hasPrefix(" ") { text = text.dropFirst() }
    while text.hasSuffix(" ") { text = text.dropLast() }
    return String(text)
  }

  /// A table in columns as wide as they need to be; the widest gives way.
  private static func table(_ rows: [[String]], width: Int) -> [TextLine] {
    let rows = rows.filter { !$0.allSatisfy { $0.allSatisfy { $0 == "-" } && !$0.isEmpty } }
    let columns = rows.map(\.count).max() ?? 0
    guard columns > 0 else { return [] }
    var widths = (0..<columns).map { column in
      rows.map { column < $0.count ? TextWidth.of($0[column]) : 0 }.max() ?? 0
    }
    let room = max(columns * 4, width - 2 * (columns - 1))
    while widths.reduce(0, +) > room,
      let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > 4
    {
      widths[widest] -= 1
    }
    var lines: [TextLine] = []
    for (number, row) in rows.enumerated() {
      let wrapped = (0..<columns).map { column in
        TextLine.wrapped(column < row.count ? row[column] : "", width: max(8, widths[column]))
          .map(\.text)
      }
      for part in 0..<(wrapped.map(\.count).max() ?? 0) {
        let text = (0..<columns).map { column in
          Columns.cell(part < wrapped[column].count ? wrapped[column][part] : "", widths[column])
        }.joined(separator: "  ")
        lines.append(TextLine(text, number == 0 ? .heading : .text))
      }
    }
    return lines
  }

  /// Words without the signs that keep them from being taken for Markdown.
  private static func plain(_ text: Substring) -> String {
    var words = ""
    var isEscaped = false
    var rest = text
    while let character = rest.first {
      // A space that Markdown would drop is written by its number; a typed "&#" is escaped.
      if !isEscaped, let space = spaces.first(where: { rest.hasPrefix($0.written) }) {
        words.append(space.read)
        rest = rest.dropFirst(space.written.count)
        continue
      }
      rest = rest.dropFirst()
      if character == "\\", !isEscaped {
        isEscaped = true
        continue
      }
      // Typed stars are escaped: a bare one makes words bold.
      if character != "*" || isEscaped { words.append(character) }
      isEscaped = false
    }
    return words
  }

  private static let spaces: [(written: String, read: Character)] = [("&#32;", " "), ("&#9;", " ")]
}
