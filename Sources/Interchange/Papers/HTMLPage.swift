import AlternativeProvision

/// Turns the Markdown that this program writes into a page of HTML that needs nothing else.
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

  /// Set for A4: a heading stays with what it heads, a table's head repeats, pages have numbers, and a
  /// draft says so on each.
  private static let style = """
    @page { size: A4; margin: 20mm 18mm; @bottom-center { font: 9pt Arial, sans-serif; color: #444;
      content: "Page " counter(page) " of " counter(pages); } }
    body { font: 11pt/1.45 Georgia, "Times New Roman", serif; color: #111; background: #fff;
      max-width: 46em; margin: 2em auto; padding: 0 1.5em; }
    h1, h2, h3 { font-family: "Helvetica Neue", Arial, sans-serif; line-height: 1.2;
      break-after: avoid; }
    h1 { font-size: 1.6em; } h2 { font-size: 1.25em; border-bottom: 1px solid #888;
      padding-bottom: .15em; margin-top: 1.8em; } h3 { font-size: 1.05em; margin: 1.6em 0 .3em; }
    p, li, td { white-space: pre-wrap; tab-size: 4; overflow-wrap: break-word; }
    p { margin: .4em 0; orphans: 3; widows: 3; } p:has(+ ul) { break-after: avoid; }
    li { break-inside: avoid; }
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
    MarkdownBlock.blocks(of: markdown).map(html).joined()
  }

  private static func html(_ block: MarkdownBlock) -> String {
    switch block {
    case .heading(let level, let words):
      return "<h\(min(6, level))>\(inline(words))</h\(min(6, level))>\n"
    case .list(let lines):
      let items = lines.map { "<li>\(inline($0))</li>" }
      return "<ul>\n\(items.joined(separator: "\n"))\n</ul>\n"
    case .table(let rows): return table(rows)
    case .paragraph(let lines):
      // Spaces are kept as they were typed, and so a line break needs no line end beside it.
      return "<p>\(lines.map(inline).joined(separator: "<br>"))</p>\n"
    }
  }

  private static func table(_ rows: [[[MarkdownBlock.Run]]]) -> String {
    func row(_ cells: [[MarkdownBlock.Run]], _ tag: String) -> String {
      "<tr>\(cells.map { "<\(tag)>\(inline($0))</\(tag)>" }.joined())</tr>\n"
    }
    let head = rows.prefix(1).map { row($0, "th") }.joined()
    let body = rows.dropFirst().map { row($0, "td") }.joined()
    return "<table>\n<thead>\n\(head)</thead>\n<tbody>\n\(body)</tbody>\n</table>\n"
  }

  private static func inline(_ words: [MarkdownBlock.Run]) -> String {
    words.map { $0.isStrong ? "<strong>\(escaped($0.text))</strong>" : escaped($0.text) }.joined()
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
