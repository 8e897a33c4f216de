/// A file that may be imported, read whole before a caseload is touched: a pipe may keep one waiting.
public struct ImportSource {
  /// What the file holds.
  public let kind: ImportKind
  /// The file as it was named; `-` is standard input.
  public let path: String
  let text: SourceText

  /// Reads a file that by its beginning may hold what the kind does.
  ///
  /// - Throws: `SourceProblem` where it cannot be read, `ImportRefusal` where it is no file of the kind.
  public init(_ kind: ImportKind, file path: String) throws {
    text = try SourceText.load(path)
    try ImportSource.checkForm(text, kind: kind, path: path)
    self.kind = kind
    self.path = path
  }

  /// Tells files that are no text, or not the text that the kind is in, by how they begin.
  private static func checkForm(
    _ text: SourceText, kind: ImportKind, path: String
  ) throws(ImportRefusal) {
    let shown = harmless(path)
    let start = text.bytes.prefix(512)
    if start.allSatisfy({ $0 == 32 || $0 == 10 || $0 == 13 || $0 == 9 }) && text.bytes.count <= 512
    {
      throw ImportRefusal("\(shown): the file is empty; see: sixthday template \(kind.rawValue)")
    }
    if start.starts(with: "PK\u{3}\u{4}".utf8) || start.starts(with: "ÐÏ\u{11}à".utf8) {
      throw ImportRefusal(
        "\(shown): this is a spreadsheet's own file; save it as CSV and import that")
    }
    if start.starts(with: "%PDF".utf8) {
      throw ImportRefusal("\(shown): this is a PDF; import a CSV file")
    }
    let first = start.first { $0 != 32 && $0 != 10 && $0 != 13 && $0 != 9 }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "["), kind != .calendars {
      let remedy =
        BankHolidayFile.looksLikeOne(text)
        ? "this is the bank holidays file; try: sixthday import calendars \(shown)"
        : "this is JSON; \(kind.rawValue) are imported from CSV, see: sixthday template \(kind.rawValue)"
      throw ImportRefusal("\(shown): \(remedy)")
    }
  }
}
