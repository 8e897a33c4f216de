import Glibc

/// Rows that were refused, kept so that they can be mended and imported again.
struct RefusedRows {
  private let header: Header
  private var writer: CSVWriter
  private(set) var count = 0

  init(header: Header, delimiter: UInt8) {
    self.header = header
    writer = CSVWriter(delimiter: delimiter, lineEnd: "\r\n", isAsRead: true)
    writer.write(kept(header.names) + ["problem"])
  }

  /// Keeps a row as it came, with what is wrong with it at the end.
  mutating func add(_ reader: CSVReader, _ problems: [ImportProblem]) {
    count += 1
    var fields = kept(reader.strings)
    let due = header.names.count - header.problemPlaces.count
    // A short row keeps its shape visible in a spreadsheet by the problem being in its column.
    while fields.count < due { fields.append("") }
    let words = problems.map { problem in
      (problem.column.map { "\($0): " } ?? "") + problem.expected
    }
    writer.write(fields + [words.joined(separator: "; ")])
  }

  /// Leaves out what an earlier import said was wrong.
  private func kept(_ fields: [String]) -> [String] {
    guard !header.problemPlaces.isEmpty else { return fields }
    return fields.enumerated().filter { !header.problemPlaces.contains($0.offset) }.map(\.element)
  }

  /// Writes the rows to a new file that only its owner may read.
  ///
  /// - Parameter path: Where; nil for a name beside `source` that is not yet taken.
  /// - Returns: The path written to.
  /// - Throws: `SourceProblem`, where it cannot be written.
  func write(to path: String?, besides source: String) throws(SourceProblem) -> String {
    if let path {
      try PrivateFile.write(writer.bytes, to: path, replacing: true)
      return path
    }
    for attempt in 1...999 {
      let candidate = RefusedRows.name(besides: source, attempt: attempt)
      do {
        // Never over a file that someone may be mending.
        try PrivateFile.write(writer.bytes, to: candidate)
        return candidate
      } catch  where error.number == EEXIST {
        continue
      }
    }
    throw SourceProblem(path: source, number: EEXIST, isWriting: true)
  }

  static func name(besides source: String, attempt: Int) -> String {
    let name = source == "-" ? "standard-input.csv" : source
    let folderEnd = name.lastIndex(of: "/") ?? name.startIndex
    let stem: Substring
    if let dot = name[folderEnd...].lastIndex(of: "."), dot > folderEnd {
      stem = name[..<dot]
    } else {
      stem = name[...]
    }
    return "\(stem)-refused\(attempt == 1 ? "" : "-\(attempt)").csv"
  }
}
