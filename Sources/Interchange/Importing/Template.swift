/// What a file of a kind looks like: a header, an example, and what each column takes.
public enum ImportTemplate {
  /// The header row with one example, as CSV that can be imported as it is: it names made-up things
  /// only, and the templates of all kinds fit together.
  public static func csv(for kind: ImportKind) -> String {
    let columns = kind.columns
    var writer = CSVWriter()
    writer.write(columns.map(\.name))
    writer.write(columns.map(\.example))
    if kind == .calendars {
      for (event, start, end) in CalendarFile.furtherExamples {
        let changed = ["event": event, "start": start, "end": end]
        writer.write(columns.map { changed[$0.name] ?? $0.example })
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// What each column takes: its name, whether it is required, the words, and other names for it.
  public static func listing(for kind: ImportKind) -> Table {
    Table(
      columns: [
        TableColumn("column", mayShrink: false), TableColumn("required", mayShrink: false),
        TableColumn("takes"), TableColumn("also_called", title: "also called"),
      ],
      rows: kind.columns.map { column in
        [
          .text(column.name), .text(column.isRequired ? "required" : ""), .text(column.takes),
          .text(column.aliases.joined(separator: ", ")),
        ]
      })
  }

  /// The template with what each column takes in lines that start with `#`, which an import skips.
  public static func commented(for kind: ImportKind) -> String {
    var text = "#: \(kind.rawValue): \(kind.summary)\n"
    for column in kind.columns {
      text += "#: \(column.name)\(column.isRequired ? " (required)" : ""): \(column.takes)\n"
    }
    return text + csv(for: kind)
  }
}
