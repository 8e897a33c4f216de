import Testing
import Themes

@testable import Dashboard
@testable import TerminalUI

@Suite("The themes that ship")
struct ShippedThemeTests {
  private static let roles = Role.general + Role.dashboard
  private static let depths: [ColourDepth] = [.direct, .indexed, .sixteen, .eight]

  private func shipped(_ name: String) throws -> ThemeFile {
    ThemeFile(try #require(Themes.named(name)), name: name, roles: Self.roles)
  }

  /// What xterm shows of a role at a depth.
  private func shown(
    _ role: Role, _ theme: Theme, _ depth: ColourDepth, isShape: Bool = false
  ) throws -> (ink: Colour, ground: Colour) {
    let look = theme.look(role)
    if depth == .direct {
      return (
        try #require(look.foreground, "\(role.name) has a colour"),
        try #require(look.background, "\(role.name) has a ground")
      )
    }
    let ink = Inking(depth: depth, repertoire: .unicode, theme: theme)
      .ink(of: Style(role), isShape: isShape)
    return (Colour(index: UInt8(ink.foreground)), Colour(index: UInt8(ink.background)))
  }

  @Test("every one is read without a problem, and says whose it is", arguments: Themes.all)
  func sound(_ theme: Themes.Shipped) throws {
    #expect(try shipped(theme.name).problems == [])
    #expect(!theme.about.isEmpty)
  }

  @Test(
    "every role meets WCAG 2.2 AA with 24 bits of colour, 256, 16 and 8: text 4.5, shapes 3",
    arguments: Themes.names)
  func contrast(_ name: String) throws {
    let theme = try shipped(name).theme
    for depth in Self.depths {
      for role in Self.roles {
        let (ink, ground) = try shown(role, theme, depth)
        #expect(
          ink.contrast(with: ground) >= role.leastContrast, "\(name): \(role.name) at \(depth)")
        let shape = try shown(role, theme, depth, isShape: true)
        #expect(
          shape.ink.contrast(with: shape.ground) >= 3, "\(name): \(role.name)'s shapes at \(depth)")
      }
    }
  }

  @Test("the theme for high contrast has 7 for text throughout")
  func highContrast() throws {
    let theme = try shipped("contrast").theme
    for role in Self.roles where !role.isGraphic {
      #expect(try #require(theme.look(role).contrast) >= 7, "\(role.name)")
    }
  }

  @Test("no role is dim, which terminals make as faint as they like", arguments: Themes.names)
  func notDim(_ name: String) throws {
    let theme = try shipped(name).theme
    for role in Self.roles {
      #expect(!theme.look(role).emphasis.contains(.dim) && !theme.look(role).mono.contains(.dim))
    }
  }

  /// What must not be taken for one another, whatever the sign beside it.
  private static let groups: [[Role]] = [
    [.overdue, .dueSoon, .safe], [.ragRed, .ragAmber, .ragGreen], [.overdue, .met],
  ]

  @Test(
    "overdue, due soon and safe, and red, amber and green, are told apart by every eye",
    arguments: Themes.names.filter { $0 != "mono" })
  func toldApart(_ name: String) throws {
    let theme = try shipped(name).theme
    for depth in Self.depths {
      for group in Self.groups {
        for (index, left) in group.enumerated() {
          for right in group.dropFirst(index + 1) {
            let (a, b) = (try shown(left, theme, depth), try shown(right, theme, depth))
            for eye in ColourVision.allCases {
              let distance = max(eye.distance(a.ink, b.ink), eye.distance(a.ground, b.ground))
              #expect(
                distance >= 15,
                "\(name) at \(depth): \(left.name) and \(right.name) to \(eye): \(distance)")
            }
          }
        }
      }
    }
  }

  @Test("in black and white weight and lines tell what colour tells elsewhere")
  func monochrome() throws {
    let theme = try shipped("mono").theme
    let emphases = [Role.overdue, .dueSoon, .safe].map { theme.look($0).emphasis }
    #expect(Set(emphases).count == 3)
  }

  @Test("the distance of colours is CIE's, and eyes that are blind to red see it near brown")
  func distances() {
    let white = Colour(red: 255, green: 255, blue: 255)
    let black = Colour(red: 0, green: 0, blue: 0)
    #expect(abs(ColourVision.usual.distance(white, black) - 100) < 0.1)
    let red = Colour(red: 175, green: 0, blue: 0)
    let brown = Colour(red: 135, green: 95, blue: 0)
    #expect(ColourVision.usual.distance(red, brown) > 40)
    #expect(ColourVision.deuteranopia.distance(red, brown) < 5)
  }

  @Test(
    "the selection has a ground of its own, and without colour is more than bold",
    arguments: Themes.names)
  func selection(_ name: String) throws {
    let theme = try shipped(name).theme
    for depth in Self.depths where !theme.look(.field).emphasis.contains(.underline) {
      let ground = try shown(.field, theme, depth).ground
      #expect(ground != (try shown(.text, theme, depth).ground), "a field at \(depth)")
    }
    for role in [Role.selection, .selectionUnfocused] {
      for depth in Self.depths {
        let ground = try shown(role, theme, depth).ground
        #expect(ground != (try shown(.text, theme, depth).ground), "\(role.name) at \(depth)")
      }
      #expect(!theme.look(role).mono.isDisjoint(with: [.reverse, .underline]))
    }
    #expect(!theme.look(.selection).mono.isDisjoint(with: .reverse))
    #expect(theme.look(.selection).mono != theme.look(.selectionUnfocused).mono)
  }
}
