import Foundation
import TerminalUI
import Testing
import Themes

@testable import Dashboard
@testable import TerminalUI

/// What every role of a theme looks like at every depth, as its file in `Snapshots/Looks` says.
///
/// A line is a role: the ink and the ground in 24 bits, in 256 colours, in 16 and in 8 by name, the emphasis
/// that goes with them, and the emphasis where there is no colour. Where lines and blocks look other than
/// text, as few colours make them, that stands behind a stroke; so does, behind a comma, whether bold comes
/// or goes.
struct LookTable {
  static let roles = Role.general + Role.dashboard
  static let depths = ColourDepth.allCases.sorted(by: >)

  let theme: String
  /// By role, then by depth: the look of text and that of shapes.
  private var looks: [UInt8: [ColourDepth: [Inking.Ink]]] = [:]

  /// Reads the file of a theme.
  init(_ theme: String) {
    self.theme = theme
    for line in Snapshot.text("Looks/theme-\(theme)").split(separator: "\n").dropFirst(2) {
      let parts = line.split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard parts.count == 7, let role = LookTable.roles.first(where: { $0.name == parts[0] })
      else { continue }
      var own: [ColourDepth: [Inking.Ink]] = [:]
      for (offset, depth) in LookTable.depths.enumerated() {
        let emphasis = LookTable.emphasis(parts[depth == .none ? 6 : 5])
        guard depth != .none else {
          own[depth] = [Inking.Ink(foreground: -1, background: -1, emphasis: emphasis)]
          continue
        }
        own[depth] = parts[1 + offset].components(separatedBy: " / ").map { pair in
          let halves = pair.components(separatedBy: ", ")
          let words = halves[0].split(separator: " ")
          var own = emphasis
          if halves.last == "bold" { own.insert(.bold) }
          if halves.last == "not bold" { own.remove(.bold) }
          return Inking.Ink(
            foreground: LookTable.number(words.first, depth),
            background: LookTable.number(words.last, depth), emphasis: own)
        }
      }
      looks[role.number] = own
    }
  }

  /// The look of a role's text or shapes at a depth; nil where the file does not say.
  func look(_ role: UInt8, _ depth: ColourDepth, isShape: Bool) -> Inking.Ink? {
    let both = looks[role]?[depth]
    return isShape ? both?.last : both?.first
  }

  // MARK: Text

  /// The file of a theme, as the theme has it.
  static func text(of theme: Theme) -> String {
    func colours(_ role: Role, _ depth: ColourDepth) -> String {
      let inking = Inking(depth: depth, repertoire: .unicode, theme: theme)
      let both = [false, true].map { isShape in
        let ink = inking.ink(of: Style(role), isShape: isShape && inking.partsShapes)
        let isBold = ink.emphasis.contains(.bold)
        let weight =
          isBold == theme.look(role).emphasis.contains(.bold)
          ? "" : isBold ? ", bold" : ", not bold"
        return name(ink.foreground, depth) + " on " + name(ink.background, depth) + weight
      }
      return both[0] == both[1] ? both[0] : both.joined(separator: " / ")
    }
    var rows = [["role", "24 bits", "256", "16", "8", "emphasis", "without colour"]]
    for role in roles {
      let look = theme.look(role)
      rows.append(
        [role.name] + depths.filter { $0 != .none }.map { colours(role, $0) }
          + [words(look.emphasis), words(look.mono)])
    }
    let widths = (0..<7).map { column in rows.map { $0[column].count }.max() ?? 0 }
    let lines = rows.map { row in
      let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
      return String(cells.joined(separator: " | ").reversed().drop { $0 == " " }.reversed())
    }
    return "# \(theme.name)\n" + lines.joined(separator: "\n") + "\n"
  }

  private static func name(_ number: Int, _ depth: ColourDepth) -> String {
    guard number >= 0 else { return "default" }
    switch depth {
    case .direct:
      let digits = String(number, radix: 16)
      return "#" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    case .sixteen, .eight: return Colour.plainNames[number]
    case .indexed, .none: return String(number)
    }
  }

  private static func number(_ name: Substring?, _ depth: ColourDepth) -> Int {
    guard let name, name != "default" else { return -1 }
    switch depth {
    case .direct: return Int(name.dropFirst(), radix: 16) ?? -2
    case .sixteen, .eight: return Colour.plainNames.firstIndex(of: String(name)) ?? -2
    case .indexed, .none: return Int(name) ?? -2
    }
  }

  private static let emphases: [(Emphasis, String)] = [
    (.bold, "bold"), (.underline, "underline"), (.reverse, "reverse"), (.dim, "dim"),
    (.italic, "italic"),
  ]

  private static func words(_ emphasis: Emphasis) -> String {
    emphases.filter { emphasis.contains($0.0) }.map(\.1).joined(separator: " ")
  }

  private static func emphasis(_ words: String) -> Emphasis {
    let words = words.split(separator: " ")
    return Emphasis(
      emphases.filter { words.contains(Substring($0.1)) }.map(\.0))
  }
}
