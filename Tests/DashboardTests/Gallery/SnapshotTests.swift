import Foundation
import TerminalUI
import Testing
import Themes

@testable import Dashboard
@testable import TerminalUI

/// Every screen at three sizes and more, in every depth of colour, in every theme.
///
/// Three kinds of files hold what is right: the text of a screen at a size, the map of the roles that its
/// cells have, and for each theme the look of every role at every depth. A change of words, of a role or of
/// a theme is a change in one of them. The second line of a map holds the product of the three: for each
/// theme a number of all finished cells at every depth, so that no cell changes in any look unseen.
@Suite("Every screen at every size, in every depth of colour and in every theme")
struct SnapshotTests {
  /// A theme as it is and as its file says it is.
  private struct Shipped {
    let theme: Theme
    let table: LookTable
    /// What a cell becomes.
    let inks: [ColourDepth: [Kind: Inking.Ink]]

    init(_ name: String) {
      theme = ThemeFile(Themes.named(name) ?? [], name: name, roles: LookTable.roles).theme
      table = LookTable(name)
      var inks: [ColourDepth: [Kind: Inking.Ink]] = [:]
      for depth in LookTable.depths {
        let inking = Inking(depth: depth, repertoire: .unicode, theme: theme)
        for role in LookTable.roles {
          for isBold in [false, true] {
            for isShape in [false, true] {
              inks[depth, default: [:]][Kind(role: role.number, isBold: isBold, isShape: isShape)] =
                inking.ink(
                  of: Style(role, isBold ? .bold : []), isShape: isShape && inking.partsShapes)
            }
          }
        }
      }
      self.inks = inks
    }

    /// What a cell of a style becomes.
    func ink(_ depth: ColourDepth, _ style: Style, isShape: Bool) -> Inking.Ink? {
      let kind = Kind(
        role: style.role, isBold: style.emphasis.contains(.bold), isShape: isShape)
      var ink = inks[depth]?[kind]
      ink?.emphasis.formUnion(style.emphasis.subtracting(.bold))
      return ink
    }
  }

  private static let themes = Themes.names.map(Shipped.init)

  /// What a cell's look hangs on, beside the other emphasis that its style adds: its role, whether its style
  /// is bold, and whether it holds text or a shape.
  private struct Kind: Hashable {
    let role: UInt8
    let isBold: Bool
    let isShape: Bool
  }

  @Test("the words, the roles and the looks are those on file", arguments: Gallery.visits)
  func looks(_ visit: Gallery.Visit) throws {
    let shots = try visit.walk.seen(at: visit.size)
    #expect(shots.map(\.name) == visit.walk.shots)
    var kinds: Set<Kind> = []
    var glyphs: Set<UInt32> = []
    for shot in shots {
      let name = "\(shot.name)-\(visit.size.width)x\(visit.size.height)"
      #expect(shot.surface.bounds.size == visit.size)
      Snapshot.check(shot.surface.lines, name)
      var map = StyleLetters.shared.map(of: shot)
      map.insert(SnapshotTests.finished(shot.surface), at: 1)
      Snapshot.check(map, "Roles/" + name)
      for cell in shot.surface.cells {
        kinds.insert(
          Kind(role: cell.style.role, isBold: false, isShape: Inking.isShape(cell.glyph)))
        glyphs.insert(cell.scalar)
      }
    }
    if Snapshot.isRecording { return }
    for shipped in SnapshotTests.themes {
      for depth in LookTable.depths {
        for kind in kinds {
          let now = shipped.inks[depth]?[kind]
          let kept = shipped.table.look(kind.role, depth, isShape: kind.isShape)
          if now == nil || now != kept {
            Issue.record("\(shipped.table.theme) at \(depth): role \(kind.role) is not as on file")
          }
        }
      }
    }
    for glyph in glyphs where glyph != 0 {
      let plain = PlainCharacter.standing(for: glyph, wide: false, in: .ascii)
      #expect(plain >= 0x20 && plain < 0x7F)
    }
  }

  /// The line of a map that says what the finished cells are in every theme.
  private static func finished(_ surface: Surface) -> String {
    let cells = FinishedCells(surface)
    return "= "
      + themes.map { shipped in
        let digest = cells.digest { depth, style, isShape in
          shipped.ink(depth, style, isShape: isShape)
        }
        return "\(shipped.theme.name) \(digest)"
      }.joined(separator: " ")
  }

  @Test("the number of a screen changes with any cell's character, style or place")
  func finishedCells() throws {
    var surface = Surface(width: 6, height: 2)
    surface.put("a ▄é", x: 1, y: 0, style: Style(.heading))
    let kept = SnapshotTests.finished(surface)
    var others: [String] = []
    for (place, text, style) in [
      (1, "b", Style(.heading)), (1, "a", Style(.muted)), (1, "a", Style(.heading, .italic)),
      (0, "a", Style(.heading)), (3, "▅", Style(.heading)), (2, " ", Style(.selection)),
      (4, "e", Style(.heading)),
    ] {
      var other = surface
      other.put(text, x: place, y: 0, style: style)
      others.append(SnapshotTests.finished(other))
    }
    #expect(!others.contains(kept))
    #expect(Set(others).count == others.count)
  }

  @Test("every theme's table is what the theme says", arguments: Themes.names)
  func tables(_ name: String) throws {
    let found = try #require(SnapshotTests.themes.first { $0.table.theme == name })
    let text = LookTable.text(of: found.theme)
    Snapshot.check(
      text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init),
      "Looks/theme-\(name)")
  }

  @Test("no kind of screen is left out: every type that is one stands in a map at three sizes")
  func complete() throws {
    if Snapshot.isRecording { return }
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/Dashboard")
    var kinds: Set<String> = []
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /(?:struct|class|enum|extension) (\w+): (?:\w+, )*Screen\b/) {
        kinds.insert(String(match.output.1))
      }
    }
    #expect(kinds.count > 20)
    var seen: [String: Set<String>] = [:]
    for walk in Gallery.walks {
      for size in walk.sizes {
        for shot in walk.shots {
          let name = "Roles/\(shot)-\(size.width)x\(size.height)"
          let first = Snapshot.text(name).prefix { $0 != "\n" }
          #expect(first.hasPrefix("# "), "there is no map \(name)")
          for screen in first.dropFirst(2).components(separatedBy: " > ") {
            seen[screen, default: []].insert("\(size.width)x\(size.height)")
          }
        }
      }
    }
    for kind in kinds.sorted() {
      #expect((seen[kind]?.count ?? 0) >= 3, "\(kind) is on no walk of the gallery")
    }
  }

  @Test("no file is left over from a screen that is no more")
  func noneLeftOver() throws {
    if Snapshot.isRecording { return }
    let wanted = Set(
      Gallery.visits.flatMap { visit in
        visit.walk.shots.map { "\($0)-\(visit.size.width)x\(visit.size.height).txt" }
      })
    let there = Set(try FileManager.default.contentsOfDirectory(atPath: Snapshot.path("Roles")))
    #expect(there.subtracting(wanted).isEmpty)
    let names = Gallery.walks.flatMap(\.shots)
    #expect(Set(names).count == names.count, "two screens have one name")
  }

  @Test("an empty caseload says what to do first", arguments: Walk.sizes)
  func empty(_ size: Size) throws {
    let bench = try Bench(size.width, size.height, small: SmallCaseload(isEmpty: true))
    #expect(bench.shows("sixthday import schools"))
    #expect(bench.shows("sixthday demo"))
  }
}
