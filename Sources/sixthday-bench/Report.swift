/// One line of the table: a program, what was measured, and its figures.
struct Row {
  let subject: String
  let what: String
  var sample: Sample?
  var value: Double?
  var unit = "ms"

  init(_ subject: String, _ what: String, _ sample: Sample) {
    self.subject = subject
    self.what = what
    self.sample = sample
  }

  init(_ subject: String, _ what: String, value: Double, unit: String) {
    self.subject = subject
    self.what = what
    self.value = value
    self.unit = unit
  }
}

/// What was measured, as a table for people or as JSON for programs.
struct Report {
  private var rows: [Row] = []
  private var notes: [String] = []

  mutating func add(_ more: [Row]) { rows += more }
  mutating func note(_ words: String) { notes.append(words) }

  var table: String {
    let heads = ["", "median ms", "p95", "p99", "bytes", "n"]
    var lines: [[String]] = []
    var subject = ""
    for row in rows {
      if row.subject != subject {
        subject = row.subject
        lines.append([subject])
      }
      if let sample = row.sample {
        let silent = sample.silent > 0 ? " (\(sample.silent) wrote nothing)" : ""
        lines.append([
          "  " + row.what, Report.text(sample.median), Report.text(sample.p95),
          Report.text(sample.p99), Report.whole(sample.medianBytes),
          String(sample.milliseconds.count) + silent,
        ])
      } else {
        let unit = row.unit.isEmpty ? "" : " " + row.unit
        lines.append(["  " + row.what, Report.text(row.value) + unit])
      }
    }
    let columns = heads.indices.map { column in
      ([heads] + lines).filter { $0.count > 1 }.compactMap {
        column < $0.count ? $0[column].count : nil
      }.max() ?? 0
    }
    var text = ""
    for line in [heads] + lines {
      var cells: [String] = []
      for (column, cell) in line.enumerated() {
        let space = String(repeating: " ", count: max(0, columns[column] - cell.count))
        cells.append(column == 0 ? cell + space : space + cell)
      }
      var row = cells.joined(separator: "  ")
      while row.last == " " { row.removeLast() }
      text += row + "\n"
    }
    return text + notes.map { $0 + "\n" }.joined()
  }

  var json: String {
    let items = rows.map { row in
      var members = [
        "\"subject\": \(Report.quoted(row.subject))", "\"what\": \(Report.quoted(row.what))",
      ]
      if let sample = row.sample {
        let figures = [
          ("median_ms", sample.median), ("p95_ms", sample.p95), ("p99_ms", sample.p99),
          ("median_bytes", sample.medianBytes),
        ]
        members += figures.map { "\"\($0)\": \($1.map { "\($0)" } ?? "null")" }
        members.append("\"count\": \(sample.milliseconds.count), \"silent\": \(sample.silent)")
      } else {
        members.append("\"value\": \(row.value.map { "\($0)" } ?? "null")")
        members.append("\"unit\": \(Report.quoted(row.unit))")
      }
      return "  {" + members.joined(separator: ", ") + "}"
    }
    let words = notes.map(Report.quoted).joined(separator: ", ")
    return "{\"rows\": [\n" + items.joined(separator: ",\n") + "\n], \"notes\": [\(words)]}\n"
  }

  private static func text(_ value: Double?) -> String {
    guard let value else { return "-" }
    let scale = value < 100 ? 100.0 : 1.0
    let rounded = (value * scale).rounded() / scale
    return scale == 1 ? whole(rounded) : "\(rounded)"
  }

  private static func whole(_ value: Double?) -> String {
    value.map { String(Int($0.rounded())) } ?? "-"
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text {
      if character == "\"" || character == "\\" { result.append("\\") }
      result.append(character)
    }
    return result + "\""
  }
}
