/// The ways in which a table can be written.
public enum TableFormat: String, CaseIterable, Sendable {
  case table, csv, json
}

extension Table {
  /// Writes the table, piece by piece.
  ///
  /// - Parameters:
  ///   - format: An aligned table for people, or CSV or JSON for programs.
  ///   - width: The width to which an aligned table is cut; nil leaves it as wide as it is.
  ///   - sink: Takes each piece as UTF-8.
  /// - Throws: What `sink` throws.
  public func write<Failure: Error>(
    as format: TableFormat, width: Int? = nil, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    switch format {
    case .csv: try writeCSV(to: sink)
    case .json: try writeJSON(to: sink)
    case .table: try writeAligned(width: width, to: sink)
    }
  }

  /// The whole table as one text.
  public func written(as format: TableFormat, width: Int? = nil) -> String {
    var all: [UInt8] = []
    write(as: format, width: width) { all.append(contentsOf: $0) }
    return String(decoding: all, as: UTF8.self)
  }

  private static var pieceSize: Int { 1 << 16 }

  private func writeCSV<Failure: Error>(
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var writer = CSVWriter()
    writer.write(columns.map(\.name))
    for row in rows {
      writer.write(row.map(\.plain))
      if writer.bytes.count > Table.pieceSize { try sink(writer.take()) }
    }
    try sink(writer.take())
  }

  private func writeJSON<Failure: Error>(
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var output: [UInt8] = Array("[".utf8)
    for (offset, row) in rows.enumerated() {
      output.append(contentsOf: (offset > 0 ? ",\n  " : "\n  ").utf8)
      let members = zip(columns, row).map { JSONMember(name: $0.name, value: $1.json) }
      JSONValue.object(members).write(into: &output, indent: nil)
      if output.count > Table.pieceSize {
        try sink(output)
        output.removeAll(keepingCapacity: true)
      }
    }
    output.append(contentsOf: (rows.isEmpty ? "]\n" : "\n]\n").utf8)
    try sink(output)
  }

  private func writeAligned<Failure: Error>(
    width: Int?, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let widths = columnWidths(within: width)
    var output: [UInt8] = []
    appendLine(columns.map(\.title), widths, to: &output)
    let rule = zip(columns, widths).map { String(repeating: "─", count: $1) }
    appendLine(rule, widths, to: &output)
    for row in rows {
      appendLine(row.map { harmless($0.shown) }, widths, to: &output)
      if output.count > Table.pieceSize {
        try sink(output)
        output.removeAll(keepingCapacity: true)
      }
    }
    try sink(output)
  }

  /// Each column as wide as its widest cell; where that is too wide, the widest that may shrink
  /// gives way first, down to its title.
  private func columnWidths(within limit: Int?) -> [Int] {
    var widths = columns.map { DisplayWidth.of($0.title) }
    let titles = widths
    for row in rows {
      for (index, cell) in row.enumerated() where index < widths.count {
        widths[index] = max(widths[index], DisplayWidth.of(harmless(cell.shown)))
      }
    }
    guard let limit else { return widths }
    var excess = widths.reduce(0, +) + 2 * max(0, widths.count - 1) - limit
    while excess > 0 {
      let shrinkable = widths.indices.filter {
        columns[$0].mayShrink && widths[$0] > max(titles[$0], 4)
      }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func appendLine(_ cells: [String], _ widths: [Int], to output: inout [UInt8]) {
    var line = ""
    for (index, cell) in cells.enumerated() where index < widths.count {
      if index > 0 { line += "  " }
      let shown = DisplayWidth.cut(cell, to: widths[index])
      let padding = String(repeating: " ", count: widths[index] - DisplayWidth.of(shown))
      line += columns[index].alignment == .right ? padding + shown : shown + padding
    }
    output.append(contentsOf: line.utf8)
    while output.last == 32 { output.removeLast() }
    output.append(10)
  }
}

extension TableCell {
  /// The value as people read it: like CSV, but flags as yes and no.
  var shown: String {
    if case .flag(let flag) = self { return flag ? "yes" : "no" }
    return plain
  }
}
