/// A manual page as `man` reads it: paragraphs, headings and lists with the man macros, in ASCII alone,
/// so that groff and mandoc of any age and locale show it the same.
struct Roff {
  /// The page so far.
  private(set) var text = ""
  private var isAfterHeading = false

  /// Begins a page.
  init(title: String, section: Int, date: String, source: String, manual: String) {
    line(".TH \(title.uppercased()) \(section) \(date) \"\(source)\" \"\(manual)\"")
  }

  /// A heading.
  mutating func section(_ title: String) { line(".SH \(Self.escaped(title.uppercased()))") }

  /// A heading under a heading.
  mutating func subsection(_ title: String) { line(".SS \(Self.escaped(title))") }

  /// A paragraph of plain text.
  mutating func paragraph(_ words: String) {
    // A heading begins a paragraph by itself.
    if !isAfterHeading { line(".PP") }
    wrap(words)
  }

  /// Text that goes on in the paragraph or item that was begun; `\f` macros may stand in it already.
  mutating func formatted(_ roff: String) { line(roff) }

  /// An item of a list: its term in bold, and what is said of it.
  mutating func item(_ term: String, _ words: String) {
    line(".TP")
    line(".B \(Self.quoted(term))")
    wrap(words)
  }

  /// Lines as they are, such as calls to type.
  mutating func verbatim(_ lines: [String]) {
    line(".PP")
    line(".nf")
    line(".RS")
    for text in lines { line(Self.escaped(text)) }
    line(".RE")
    line(".fi")
  }

  /// Bold text within a line.
  static func bold(_ text: String) -> String { "\\fB\(escaped(text))\\fR" }

  /// Slanted text within a line, for what stands for something else.
  static func italic(_ text: String) -> String { "\\fI\(escaped(text))\\fR" }

  /// Text in which nothing is taken for a request or an escape.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\e"
      // A hyphen that a person copies into a shell must be the one that they would type.
      case "-": result += "\\-"
      case "~": result += "\\(ti"
      case "^": result += "\\(ha"
      case "`": result += "\\(ga"
      case "'": result += "\\(aq"
      case "\n": result += " "
      case _ where scalar.isASCII: result.unicodeScalars.append(scalar)
      default: result += "\\[u\(hex(scalar))]"
      }
    }
    // A full stop at the start of a line would be a request.
    return result.hasPrefix(".") ? "\\&" + result : result
  }

  /// Text as the one argument of a macro.
  private static func quoted(_ text: String) -> String {
    "\""
      + escaped(text).map { $0 == "\"" ? "\\(dq" : String($0) }.joined() + "\""
  }

  private static func hex(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private mutating func line(_ roff: String) {
    text += roff + "\n"
    isAfterHeading = roff.hasPrefix(".SH") || roff.hasPrefix(".SS")
  }

  /// Puts text on lines of a length that old tools take.
  private mutating func wrap(_ words: String) {
    var row = ""
    for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      if !row.isEmpty, row.utf8.count + word.utf8.count > 64 {
        line(Self.escaped(row))
        row = ""
      }
      row += row.isEmpty ? String(word) : " \(word)"
    }
    if !row.isEmpty { line(Self.escaped(row)) }
  }
}
