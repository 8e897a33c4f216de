import Foundation
import Testing

@testable import TerminalUI

@Suite("What counts as one character")
struct GraphemeTests {
  /// A line of the Unicode Consortium's test: the characters of a text, each of one scalar or more.
  struct Line: Sendable {
    var characters: [[UInt32]]
    var text: String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: characters.joined().compactMap { Unicode.Scalar($0) })
      return String(view)
    }
  }

  /// Cases of our own, for machines without the Consortium's file: each line a text, its characters
  /// parted by `/`.
  static let own: [Line] = [
    "61/62", "65 301/78", "1100 1161 11A8/AC00", "1F1EC 1F1E7/1F1EB 1F1F7/1F1E9",
    "1F469 200D 1F3EB/20", "1F44D 1F3FD/61", "2764 FE0F/61", "A/D/61", "D A/61", "E01 E33/61",
    "939 93F/915", "61 308 200D/62", "0/61", "1F468 200D 1F469 200D 1F467/1F467",
  ].map(line)

  private static func line(_ text: String) -> Line {
    Line(
      characters: text.split(separator: "/").map { character in
        character.split(separator: " ").compactMap { UInt32($0, radix: 16) }
      })
  }

  /// The Consortium's lines, where the file lies beside the repository; none elsewhere.
  static var consortium: [Line] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let file = folder.appendingPathComponent(
      "../../../../shared/data/awkward/GraphemeBreakTest-15.0.txt")
    guard let text = try? String(contentsOf: file.standardizedFileURL, encoding: .utf8) else {
      return []
    }
    return text.split(whereSeparator: \.isNewline).compactMap { raw in
      let body = raw.prefix { $0 != "#" }
      guard body.contains("÷") else { return nil }
      let parts = body.split { $0 == "÷" || $0 == "\t" }
      return line(
        parts.map { $0.replacing("×", with: " ") }
          .filter { $0.contains { $0 != " " } }.joined(separator: "/"))
    }
  }

  /// What changed after the version of the test's file: letters of Indian scripts that are joined are
  /// one character, and U+2701 no longer joins as emoji do.
  private func isNewerRule(_ line: Line) -> Bool {
    let scalars = line.characters.joined()
    return scalars.contains(0x94D) || scalars.contains(0x2701)
  }

  @Test("the Consortium's cases, where its file is there, and ours")
  func characters() {
    for line in Self.own + Self.consortium where !isNewerRule(line) {
      let found = line.text.map { $0.unicodeScalars.map(\.value) }
      #expect(found == line.characters)
    }
  }

  @Test("a text measures as the sum of its characters, and draws as wide as it measures")
  func widths() {
    for line in Self.own + Self.consortium {
      let text = "a" + line.text
      var surface = Surface(width: 40, height: 1)
      let used = surface.put(text, x: 0, y: 0, style: .text)
      #expect(used == TextWidth.of(text), "\(line.characters)")
      #expect(surface.line(0).unicodeScalars.allSatisfy { $0.value >= 0x20 })
    }
  }

  @Test(
    "cut at any column a text keeps to its room, leaves no half of a character, and no mark alone")
  func cuts() {
    for line in Self.own + Self.consortium.prefix(200) {
      let text = "小" + line.text + "é" + line.text
      for width in 1...8 {
        var surface = Surface(width: 10, height: 1)
        surface.fill(surface.bounds, "#", style: .text)
        let used = surface.put(text, x: 0, y: 0, style: .text, width: width, fills: true)
        #expect(used == width)
        #expect(surface.text(width, 0) == "#", "\(line.characters) in \(width)")
        #expect(surface.text(0, 0) != "")
      }
    }
  }

  @Test("a field takes a character for one, whatever it is made of")
  func field() {
    for line in Self.own where !line.text.unicodeScalars.contains(where: { $0.value < 0x20 }) {
      var field = LineField(line.text)
      for _ in line.characters { _ = field.press(Key(.backspace)) }
      #expect(field.text == "", "\(line.characters)")
    }
  }
}
