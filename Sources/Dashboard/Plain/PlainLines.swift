import TerminalUI

/// Lines for a reader who does not see the screen: a screen reader, a pipe, an email. Nothing in them is
/// told by a place, a sign or a colour: every fact has its label or is a sentence.
struct PlainLines {
  /// The lines so far.
  private(set) var lines: [String] = []

  /// The text, with a line end after every line.
  var text: String { lines.map { $0 + "\n" }.joined() }

  /// A heading, with a blank line before it.
  mutating func heading(_ title: String) {
    if !lines.isEmpty { lines.append("") }
    lines.append(title.uppercased())
  }

  /// A line as it is.
  mutating func say(_ line: String) { lines.append(Self.harmless(line)) }

  /// What something is called, and what is known of it: "name: label: value; label: value."
  mutating func item(_ number: Int, _ name: String, _ facts: [(label: String, value: String?)]) {
    let known = facts.compactMap { label, value in
      value.map { label.isEmpty ? $0 : "\(label): \($0)" }
    }
    say("\(number). \(name): \(known.joined(separator: "; ")).")
  }

  /// Lines of a screen, without their signs; what stood apart on the line is set apart by semicolons.
  mutating func add(_ screen: [TextLine]) {
    for line in screen {
      let spoken = Self.spoken(Self.apart(line))
      if !spoken.isEmpty { say(spoken) }
    }
  }

  /// The text of a line in which a column that is filled to its end is set apart like the others.
  private static func apart(_ line: TextLine) -> String {
    var text = ""
    var last: Style?
    for span in line.spans {
      if text.hasSuffix(" "), span.style == last { text += " " }
      text += span.text
      last = span.style
    }
    return text
  }

  /// A line of a screen as it is read out.
  static func spoken(_ text: String) -> String {
    var parts: [String] = []
    var part: [String] = []
    // Two blanks or more set things apart on a screen; one is only between words.
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if word.isEmpty {
        if !part.isEmpty { parts.append(part.joined(separator: " ")) }
        part = []
      } else if word == "→" {
        // What was and what is now must not run together.
        part.append("became")
      } else if !isSign(word, isFirst: parts.isEmpty && part.isEmpty) {
        part.append(String(word))
      }
    }
    if !part.isEmpty { parts.append(part.joined(separator: " ")) }
    return parts.joined(separator: "; ")
  }

  /// Whether a word is a shape, which the words beside it say too.
  private static func isSign(_ word: Substring, isFirst: Bool) -> Bool {
    if word == "\u{201C}" || (isFirst && (word == "\u{2013}" || word == "?")) { return true }
    return word.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x2190...0x2BFF, 0xB7, 0x203A: true
      default: scalar == "!" || scalar == "▸"
      }
    }
  }

  /// Text from outside, which no terminal may obey.
  private static func harmless(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value > 0x7E }) else {
      return text
    }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch HarmlessScalar.of(scalar.value) {
      case .shown(let shown, _), .mark(let shown):
        if let shown = Unicode.Scalar(shown) { result.append(shown) }
      case .nothing: break
      }
    }
    return String(result)
  }
}
