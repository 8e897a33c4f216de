import AlternativeProvision
import TerminalUI

/// The Markdown that minutes are written in, as lines to read on a screen.
enum MarkdownLines {
  static func lines(_ text: String, width: Int) -> [TextLine] {
    var lines: [TextLine] = []
    for block in MarkdownBlock.blocks(of: text) {
      if !lines.isEmpty { lines.append(.blank) }
      switch block {
      case .heading(let level, let runs):
        let title = level == 2 ? words(runs).uppercased() : words(runs)
        lines += TextLine.wrapped(title, width: width, .heading).map(bold)
      case .list(let items):
        lines += items.flatMap { TextLine.wrapped("• " + words($0), width: width, indent: 2) }
      case .table(let rows): lines += table(rows.map { $0.map(words) }, width: width)
      case .paragraph(let paragraph): lines += paragraph.flatMap { line($0, width: width) }
      }
    }
    return lines
  }

  /// The words of a line; a screen has no stops for tabs.
  private static func words(_ runs: [MarkdownBlock.Run]) -> String {
    String(runs.text.map { $0 == "\t" ? " " : $0 })
  }

  /// A line that may begin with its name in bold.
  private static func line(_ runs: [MarkdownBlock.Run], width: Int) -> [TextLine] {
    var wrapped = TextLine.wrapped(words(runs), width: width)
    guard let label = runs.first, label.isStrong, let first = wrapped.first?.text else {
      return wrapped
    }
    guard first.hasPrefix(label.text) else { return wrapped.map(bold) }
    wrapped[0] = TextLine(label.text, .text, .bold)
      .then(String(first.dropFirst(label.text.count)))
    return wrapped
  }

  private static func bold(_ line: TextLine) -> TextLine {
    var line = line
    for index in line.spans.indices { line.spans[index].style.emphasis.formUnion(.bold) }
    return line
  }

  /// A table in columns as wide as they need to be; the widest gives way.
  private static func table(_ rows: [[String]], width: Int) -> [TextLine] {
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
}
