import Testing
import Themes

@testable import Dashboard
@testable import TerminalUI

/// What stands on the screens, and how it is read: not the roles of a theme by themselves, but every cell
/// as it goes to a terminal, with the emphasis that a screen adds and the character that stands for it.
@Suite("Every cell of every screen can be read")
struct ScreenContrastTests {
  /// A cell's look, and the character in it.
  private struct Kind: Hashable {
    let style: Style
    let scalar: UInt32
  }

  /// Every kind of cell with something in it, on every screen.
  private static let kinds: Set<Kind> = {
    var kinds: Set<Kind> = []
    for walk in Gallery.walks {
      for size in walk.sizes where size.width == 80 || size.width == 120 {
        for shot in (try? walk.seen(at: size)) ?? [] {
          for cell in shot.surface.cells where cell.scalar > 0x20 {
            kinds.insert(Kind(style: cell.style, scalar: cell.scalar))
          }
        }
      }
    }
    return kinds
  }()

  /// What is read, whatever holds it: a style, and whether it is text or a line, a block or a simple shape.
  private static func looks(in repertoire: Repertoire) -> [Style: Set<Bool>] {
    var looks: [Style: Set<Bool>] = [:]
    for kind in kinds {
      let shown = PlainCharacter.standing(for: kind.scalar, wide: false, in: repertoire)
      looks[kind.style, default: []].insert(
        Inking.isShape(repertoire == .unicode ? kind.scalar : shown))
    }
    return looks
  }

  @Test("the screens that are looked at hold text and shapes in many looks")
  func many() {
    let looks = ScreenContrastTests.looks(in: .unicode)
    #expect(looks.count > 40)
    #expect(looks.values.contains([true, false]))
    // A sign that is a shape is a letter in ASCII.
    #expect(ScreenContrastTests.looks(in: .ascii).values.allSatisfy { $0 == [false] })
  }

  /// A terminal's colours and characters.
  struct Eyes: CustomTestStringConvertible, Sendable {
    let name: String
    let palette: PlainPalette
    let repertoire: Repertoire
    var testDescription: String { name }
  }

  static let eyes = [
    Eyes(name: "xterm", palette: .xterm, repertoire: .unicode),
    Eyes(name: "xterm in ASCII", palette: .xterm, repertoire: .ascii),
    Eyes(name: "the Linux console", palette: .console, repertoire: .console),
    Eyes(name: "the Linux console in ASCII", palette: .console, repertoire: .ascii),
    Eyes(name: "PuTTY", palette: .putty, repertoire: .unicode),
  ]

  @Test(
    "text has 4.5 and a shape 3, in every theme, with 16 colours and with 8", arguments: eyes)
  func fewColours(_ eyes: Eyes) throws {
    let looks = ScreenContrastTests.looks(in: eyes.repertoire)
    for name in Themes.names {
      let theme = ThemeFile(
        try #require(Themes.named(name)), name: name, roles: Role.general + Role.dashboard
      ).theme
      for depth in [ColourDepth.sixteen, .eight] {
        let inking = Inking(
          depth: depth, repertoire: eyes.repertoire, theme: theme, palette: eyes.palette)
        for (style, kinds) in looks {
          for isShape in kinds {
            let ink = inking.ink(of: style, isShape: isShape)
            let contrast = eyes.palette.contrast(
              ink.foreground, on: ink.background, isBold: ink.emphasis.contains(.bold))
            let isGraphic = isShape || theme.isGraphic(style.role)
            #expect(
              contrast >= (isGraphic ? 3 : 4.5),
              "\(name) at \(depth): \(StyleLetters.name(of: style)), \(ink), \(contrast)")
          }
        }
      }
    }
  }

  @Test("text has 4.5 and a shape 3, in every theme, with 24 bits of colour and with 256")
  func manyColours() throws {
    let looks = ScreenContrastTests.looks(in: .unicode)
    for name in Themes.names {
      let theme = ThemeFile(
        try #require(Themes.named(name)), name: name, roles: Role.general + Role.dashboard
      ).theme
      for (style, kinds) in looks {
        let look = theme.look(style.role)
        let ink = try #require(look.foreground)
        let ground = try #require(look.background)
        let needed = kinds == [true] || theme.isGraphic(style.role) ? 3 : 4.5
        #expect(ink.contrast(with: ground) >= needed, "\(name): \(StyleLetters.name(of: style))")
        let near = Colour(index: UInt8(ink.nearest256))
          .contrast(with: Colour(index: UInt8(ground.nearest256)))
        #expect(near >= needed, "\(name) in 256: \(StyleLetters.name(of: style))")
      }
    }
  }

  @Test("a role of frames and bars is never given text to draw")
  func noTextInGraphics() throws {
    let theme = ThemeFile(
      try #require(Themes.named("dusk")), name: "dusk", roles: Role.general + Role.dashboard
    ).theme
    var texts: [UInt8: Set<String>] = [:]
    for kind in ScreenContrastTests.kinds
    where theme.isGraphic(kind.style.role) && !Inking.isShape(kind.scalar) {
      texts[kind.style.role, default: []].insert(
        Unicode.Scalar(kind.scalar).map { String($0) } ?? "?")
    }
    for (role, signs) in texts {
      Issue.record("\(StyleLetters.name(of: Style(role: role, emphasis: []))): \(signs.sorted())")
    }
  }
}
