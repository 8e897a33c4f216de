import Testing
import Themes

@testable import TerminalUI

@Suite("Themes")
struct ThemeTests {
  private func shipped(_ name: String) throws -> ThemeFile {
    ThemeFile(try #require(Themes.named(name)), name: name)
  }

  @Test("every theme that ships is read without a problem", arguments: Themes.names)
  func sound(_ name: String) throws {
    #expect(try shipped(name).problems == [])
  }

  @Test(
    "every role of every theme that ships meets WCAG AA, in 24 bits and in 256 colours",
    arguments: Themes.names)
  func contrast(_ name: String) throws {
    let theme = try shipped(name).theme
    for role in Role.general {
      let look = theme.look(role)
      let ink = try #require(look.foreground, "\(role.name) has a colour")
      let ground = try #require(look.background, "\(role.name) has a ground")
      #expect(ink.contrast(with: ground) >= 4.5, "\(name): \(role.name)")
      let nearest = Colour(index: UInt8(ink.nearest256))
      let nearestGround = Colour(index: UInt8(ground.nearest256))
      #expect(nearest.contrast(with: nearestGround) >= 4.5, "\(name): \(role.name) in 256")
    }
  }

  @Test("text can be read in 16 and in 8 colours too, as xterm shows them", arguments: Themes.names)
  func fewColours(_ name: String) throws {
    let theme = try shipped(name).theme
    for role in Role.general {
      let look = theme.look(role)
      for depth in [ColourDepth.sixteen, .eight] {
        let (ink, ground) = look.numbers(at: depth)
        #expect(ink != ground, "\(name): \(role.name) at \(depth)")
        let shown = Colour(index: UInt8(ink)).contrast(with: Colour(index: UInt8(ground)))
        #expect(
          shown >= (depth == .eight ? 3 : 4.5),
          "\(name): \(role.name) at \(depth): \(ink) on \(ground)")
      }
    }
  }

  @Test(
    "the selection has a ground of its own, and without colour is more than bold",
    arguments: Themes.names)
  func selection(_ name: String) throws {
    let theme = try shipped(name).theme
    for role in [Role.selection, .selectionUnfocused] {
      let look = theme.look(role)
      let ground = try #require(look.background)
      let text = try #require(theme.look(.text).background)
      for depth in [ColourDepth.eight, .sixteen, .indexed, .direct] {
        #expect(ground.number(at: depth) != text.number(at: depth), "\(role.name) at \(depth)")
      }
      #expect(!look.mono.isDisjoint(with: [.reverse, .underline]))
    }
    #expect(!theme.look(.selection).mono.isDisjoint(with: .reverse))
    #expect(theme.look(.selection).mono != theme.look(.selectionUnfocused).mono)
  }

  @Test("the contrast of WCAG's own examples comes out right")
  func formula() {
    let black = Colour(red: 0, green: 0, blue: 0)
    let white = Colour(red: 255, green: 255, blue: 255)
    let grey = Colour(red: 0x76, green: 0x76, blue: 0x76)
    #expect(abs(black.contrast(with: white) - 21) < 0.001)
    #expect(abs(grey.contrast(with: white) - 4.54) < 0.01)
    #expect(abs(Colour(red: 0x77, green: 0x77, blue: 0x77).contrast(with: white) - 4.48) < 0.01)
  }

  @Test("each of xterm's fixed colours is nearest to itself")
  func fixedColours() {
    for index in 16...255 {
      let colour = Colour(index: UInt8(index))
      #expect(Colour(index: UInt8(colour.nearest256)).luminance == colour.luminance)
    }
  }

  @Test("a line that cannot be understood is named with its number and what would be right")
  func problems() {
    let text = """
      name = Mine
      [palette]
      sea = #12345
      sand = #d7af5f mauve
      [rolls]
      [roles]
      text = white, black
      texd = white
      heading = nowhere
      error = red, -, blinking
      just words
      [mono]
      selection = reverse
      """
    let file = ThemeFile(Array(text.utf8), name: "mine")
    #expect(file.problems.map(\.line) == [3, 4, 5, 8, 9, 10, 11])
    #expect(file.theme.name == "Mine")
    #expect(file.theme.look(.selection).mono == .reverse)
  }

  @Test("a role that a theme does not name looks like the role that stands in for it")
  func fallbacks() {
    let overdue = Role(64, "overdue", fallback: .error)
    let text = "[roles]\ntext = 250, 234\nwarning = 214\n[mono]\nerror = bold"
    let file = ThemeFile(Array(text.utf8), name: "t", roles: Role.general + [overdue])
    #expect(file.problems == [])
    #expect(file.theme.look(overdue).foreground == Colour(index: 214))
    #expect(file.theme.look(overdue).background == Colour(index: 234))
    #expect(file.theme.look(overdue).mono == .bold)
    #expect(file.theme.look(Role(70, "stranger", fallback: .text)).foreground == Colour(index: 250))
  }

  @Test("a file of any bytes is read to its end")
  func noise() {
    var random = SystemRandomNumberGenerator()
    let letters = Array("[]=#, \nrolestxpamn0f\u{00}\u{ff}".utf8)
    for _ in 0..<500 {
      let bytes = (0..<200).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] }
      let file = ThemeFile(bytes, name: "noise")
      #expect(file.problems.allSatisfy { $0.line > 0 })
    }
  }

  @Test("no two general roles share a number or a name")
  func roles() {
    #expect(Set(Role.general.map(\.number)).count == Role.general.count)
    #expect(Set(Role.general.map(\.name)).count == Role.general.count)
    #expect(Role.general.allSatisfy { $0.number < 64 })
  }
}
