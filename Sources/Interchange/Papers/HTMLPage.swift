/// Turns the Markdown that this program writes into a page of HTML that needs nothing else.
///
/// It knows headings, paragraphs with line breaks, bold, lists, tables and escaped signs: what
/// `MarkdownText` writes, and nothing more.
enum HTMLPage {
  static func page(title: String, markdown: String, footer: String, isDraft: Bool) -> String {
    """
    <!DOCTYPE html>
    <html lang="en-GB">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(escaped(title))</title>
    <style>
    \(style)
    </style>
    </head>
    <body\(isDraft ? " class=\"draft\"" : "")>
    <main>
    \(body(markdown))</main>
    <footer>\(escaped(footer))</footer>
    </body>
    </html>

    """
  }

  /// Set for A4: items are not torn apart, a table's head repeats, and a draft says so on every page.
  private static let style = """
    @page { size: A4; margin: 20mm 18mm; }
    body { font: 11pt/1.45 Georgia, "Times New Roman", serif; color: #111; background: #fff;
      max-width: 46em; margin: 2em auto; padding: 0 1.5em; }
    h1, h2, h3 { font-family: "Helvetica Neue", Arial, sans-serif; line-height: 1.2;
      break-after: avoid; }
    h1 { font-size: 1.6em; } h2 { font-size: 1.25em; border-bottom: 1px solid #888;
      padding-bottom: .15em; margin-top: 1.8em; } h3 { font-size: 1.05em; margin: 1.6em 0 .3em; }
    p, li, td { white-space: pre-wrap; tab-size: 4; overflow-wrap: break-word; }
    p { margin: .4em 0; orphans: 3; widows: 3; }
    table { border-collapse: collapse; width: calc(100% - 2px); margin: .8em 1px; }
    thead { display: table-header-group; }
    tr { break-inside: avoid; }
    th, td { border: 1px solid #999; padding: .3em .5em; text-align: left; vertical-align: top; }
    th { background: #eee; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
    td:last-child { white-space: nowrap; }
    h3 + p { color: #333; margin-top: 0; break-after: avoid; } ul { margin: .3em 0; padding-left: 1.4em; }
    footer { margin-top: 2.5em; border-top: 1px solid #888; padding-top: .5em; font-size: .8em;
      color: #444; overflow-wrap: anywhere; }
    .draft main, .draft footer { padding-right: 2.5em; }
    .draft::before { content: "DRAFT"; position: fixed; top: 0; right: 0; padding: .8em .2em;
      writing-mode: vertical-rl; font: bold 12pt Arial, sans-serif; letter-spacing: .2em;
      color: #111; background: #ffd; border: 1px solid #111; }
    @media print { body { margin: 0; padding: 0; max-width: none; } }
    """

  private static func body(_ markdown: String) -> String {
    var html = ""
    for block in blocks(of: markdown) {
      if block[0].hasPrefix("#") {
        let level = min(6, block[0].prefix { $0 == "#" }.count)
        html += "<h\(level)>\(inline(block[0].dropFirst(level + 1)))</h\(level)>\n"
      } else if block[0].hasPrefix("- ") {
        let lines = block.map { "<li>\(inline($0.dropFirst(2)))</li>" }
        html += "<ul>\n\(lines.joined(separator: "\n"))\n</ul>\n"
      } else if block[0].hasPrefix("| ") {
        html += table(block)
      } else {
        let lines = block.map { inline($0.hasSuffix("\\") ? $0.dropLast() : $0) }
        // Spaces are kept as they were typed, and so a line break needs no line end beside it.
        html += "<p>\(lines.joined(separator: "<br>"))</p>\n"
      }
    }
    return html
  }

  private static func blocks(of markdown: String) -> [[Substring]] {
    let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.split(whereSeparator: \.isEmpty).map(Array.init)
  }

  private static func table(_ lines: [Substring]) -> String {
    func row(_ line: Substring, _ tag: String) -> String {
      let cells = cells(of: line).map { "<\(tag)>\(inline($0[...]))</\(tag)>" }
      return "<tr>\(cells.joined())</tr>\n"
    }
    let rows = lines.dropFirst(2).map { row($0, "td") }.joined()
    return "<table>\n<thead>\n\(row(lines[0], "th"))</thead>\n<tbody>\n\(rows)</tbody>\n</table>\n"
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

  /// Words with bold and escaped signs.
  private static func inline(_ words: Substring) -> String {
    var html = ""
    var isBold = false
    var rest = words
    while let character = rest.first {
      if character == "\\", rest.count > 1 {
        rest = rest.dropFirst()
        if let escapedSign = rest.first { html += escaped(String(escapedSign)) }
        rest = rest.dropFirst()
      } else if character == "&", let space = space(beginning: rest) {
        html.append(space.character)
        rest = rest.dropFirst(space.length)
      } else if rest.hasPrefix("**") {
        html += isBold ? "</strong>" : "<strong>"
        isBold.toggle()
        rest = rest.dropFirst(2)
      } else {
        html += escaped(String(character))
        rest = rest.dropFirst()
      }
    }
    return isBold ? html + "</strong>" : html
  }

  /// A space that `MarkdownText` wrote as an entity.
  private static func space(
    beginning rest: Substring
  ) -> (character: Character, length: Int)? {
    for character in [" ", "\t"] as [Character] {
      if let entity = MarkdownText.space(character), rest.hasPrefix(entity) {
        return (character, entity.count)
      }
    }
    return nil
  }

  /// Text in which no sign is taken for HTML.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
