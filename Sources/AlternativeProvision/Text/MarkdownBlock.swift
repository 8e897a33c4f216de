/// A block of the Markdown that papers are written in, so that a page of HTML and a screen read it alike.
///
/// It knows headings, paragraphs with line breaks, bold, lists, tables and escaped signs: what this
/// program writes, and nothing more.
public enum MarkdownBlock: Hashable, Sendable {
  /// Words in one weight.
  public struct Run: Hashable, Sendable {
    /// The words, without the signs that keep them from being taken for Markdown.
    public var text: String
    /// Whether they stand out.
    public var isStrong: Bool

    /// Words in a weight.
    public init(_ text: String, isStrong: Bool = false) {
      self.text = text
      self.isStrong = isStrong
    }
  }

  /// A heading of a level from 1.
  case heading(Int, [Run])
  /// A paragraph, line by line.
  case paragraph([[Run]])
  /// The lines of a list.
  case list([[Run]])
  /// A table's rows of cells, its head first.
  case table([[[Run]]])

  /// The blocks of a text, which blank lines part.
  public static func blocks(of markdown: String) -> [MarkdownBlock] {
    let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.split(whereSeparator: \.isEmpty).map { block(Array($0)) }
  }

  private static func block(_ lines: [Substring]) -> MarkdownBlock {
    let first = lines[0]
    let level = first.prefix { $0 == "#" }.count
    if level > 0, first.dropFirst(level).first == " " {
      return .heading(level, runs(first.dropFirst(level + 1)))
    }
    if first.hasPrefix("- ") { return .list(lines.map { runs($0.dropFirst(2)) }) }
    if first.hasPrefix("| ") {
      // The second line only parts the head from the rest.
      let rows = lines.enumerated().filter { $0.offset != 1 }.map(\.element)
      return .table(rows.map { row in cells(of: row).map { runs($0[...]) } })
    }
    return .paragraph(lines.map { runs($0.hasSuffix("\\") ? $0.dropLast() : $0) })
  }

  /// The cells of a table's line; an escaped bar is no border.
  private static func cells(of line: Substring) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in line.dropFirst() {
      if character == "|", !isEscaped {
        cells.append(cell)
        cell = ""
      } else {
        cell.append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return cells.map { String($0.drop { $0 == " " }) }.map { text in
      text.hasSuffix(" ") ? String(text.dropLast()) : text
    }
  }

  /// A line in runs, its escaped signs and spaces as they were typed.
  private static func runs(_ line: Substring) -> [Run] {
    var runs: [Run] = []
    var words = ""
    var isStrong = false
    func end() {
      if !words.isEmpty { runs.append(Run(words, isStrong: isStrong)) }
      words = ""
    }
    var rest = line
    while let character = rest.first {
      if character == "\\", rest.count > 1 {
        rest = rest.dropFirst()
        if let escapedSign = rest.first { words.append(escapedSign) }
        rest = rest.dropFirst()
      } else if let space = spaces.first(where: { rest.hasPrefix($0.written) }) {
        // A space that Markdown would drop is written by its number; a typed "&#" is escaped.
        words.append(space.read)
        rest = rest.dropFirst(space.written.count)
      } else if rest.hasPrefix("**") {
        end()
        isStrong.toggle()
        rest = rest.dropFirst(2)
      } else {
        words.append(character)
        rest = rest.dropFirst()
      }
    }
    end()
    return runs
  }

  private static let spaces: [(written: String, read: Character)] = [
    ("&#32;", " "), ("&#9;", "\t"),
  ]

  /// A space as Markdown takes it for text; nil for any other character.
  public static func written(_ space: Character) -> String? {
    spaces.first { $0.read == space }?.written
  }
}

extension [MarkdownBlock.Run] {
  /// The words of a line without their weight.
  public var text: String { reduce(into: "") { $0 += $1.text } }
}
