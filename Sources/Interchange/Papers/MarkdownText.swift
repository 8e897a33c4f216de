import AlternativeProvision

/// Builds a Markdown text in which words that people typed stay words, whatever signs they hold.
struct MarkdownText {
  private(set) var text = ""

  mutating func heading(_ level: Int, _ words: String) {
    block(
      String(repeating: "#", count: level) + " "
        + MarkdownText.escaped(line: words, beginsBlock: false))
  }

  mutating func strong(_ words: String) {
    block("**\(MarkdownText.escaped(line: words, beginsBlock: false))**")
  }

  /// Words with their own line ends.
  mutating func paragraph(_ words: String) {
    for part in MarkdownText.paragraphs(words) { block(part) }
  }

  /// A name in bold, and the words after it; words of several paragraphs begin below.
  mutating func labelled(_ name: String, _ words: String) {
    let label = "**\(MarkdownText.escaped(line: name, beginsBlock: false)):**"
    let parts = MarkdownText.paragraphs(words, beginsBlock: false)
    guard let first = parts.first else { return block(label) }
    block("\(label) \(first)")
    for part in parts.dropFirst() { block(part) }
  }

  mutating func list(_ lines: [String]) {
    guard !lines.isEmpty else { return }
    block(lines.map { "- " + MarkdownText.escaped(line: $0) }.joined(separator: "\n"))
  }

  /// A table; nothing where there are no rows.
  mutating func table(_ header: [String], _ rows: [[String]]) {
    guard !rows.isEmpty else { return }
    var lines = [MarkdownText.row(header), MarkdownText.row(header.map { _ in "---" })]
    lines += rows.map {
      MarkdownText.row($0.map { MarkdownText.escaped(line: $0, beginsBlock: false) })
    }
    block(lines.joined(separator: "\n"))
  }

  private static func row(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  private mutating func block(_ words: String) {
    if !text.isEmpty { text += "\n" }
    text += words + "\n"
  }

  /// The paragraphs of a text, its line ends kept as line breaks; blank lines part paragraphs.
  static func paragraphs(_ words: String, beginsBlock: Bool = true) -> [String] {
    var parts: [[String]] = [[]]
    var isFirst = true
    for line in MinuteText.cleaned(words).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) {
        parts.append([])
      } else {
        parts[parts.count - 1].append(
          escaped(line: String(line), beginsBlock: beginsBlock || !isFirst))
        isFirst = false
      }
    }
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\\\n") }
  }

  /// One line in which no sign is taken for Markdown.
  ///
  /// - Parameter beginsBlock: Whether nothing stands before it on its line, so that a number with a full
  ///   stop or a dash would begin a list.
  static func escaped(line: String, beginsBlock: Bool = true) -> String {
    var escaped = ""
    var isAtStart = beginsBlock
    var previous: Character = " "
    let plain = String(MinuteText.cleaned(line).map { $0 == "\n" ? " " : $0 })
    var index = plain.startIndex
    // Spaces at the start of a block would be dropped, and four make it a block of code.
    if beginsBlock, let first = plain.first, let entity = MarkdownBlock.written(first) {
      escaped += entity
      index = plain.index(after: index)
    }
    while index < plain.endIndex {
      let character = plain[index]
      let next = plain.index(after: index)
      let following = next < plain.endIndex ? plain[next] : " "
      if needsEscape(character, at: isAtStart, after: previous, before: following) {
        escaped.append("\\")
      }
      escaped.append(character)
      // "12. " or "3) " at the start would be a numbered list: the sign after the digits is escaped.
      isAtStart = isAtStart && (character.isNumber || character == " ")
      previous = character
      index = next
    }
    return escaped
  }

  private static func needsEscape(
    _ character: Character, at isAtStart: Bool, after previous: Character,
    before following: Character
  ) -> Bool {
    switch character {
    case "\\", "`", "*", "<", "[", "]", "|": true
    case "_":
      !(previous.isLetter || previous.isNumber) || !(following.isLetter || following.isNumber)
    case "#", ">", "-", "+", "=", "~", ".", ")":
      isAtStart && (".)".contains(character) ? previous.isNumber : true)
    case "&": following == "#" || following.isLetter
    default: false
    }
  }
}
