import TestSupport
import Testing

@testable import TerminalUI

@Suite("Themes")
struct ThemeTests {
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
    #expect(file.problems[3].message == "there is no role 'texd'; did you mean text?")
  }

  @Test("a theme may be like another and say only what differs")
  func like() {
    let base = "name = Base\n[palette]\nsea = #5fafaf\n[roles]\ntext = 250, 234\nerror = 203\n"
    func read(_ text: String) -> ThemeFile {
      ThemeFile(Array(text.utf8), name: "mine") { $0 == "base" ? Array(base.utf8) : nil }
    }
    let mine = read("like = base\nname = Mine\n[roles]\nerror = sea, -, bold\n")
    #expect(mine.problems == [])
    #expect(mine.theme.name == "Mine")
    #expect(mine.theme.look(.text).foreground == Colour(index: 250))
    #expect(mine.theme.look(.error).foreground == Colour(red: 0x5F, green: 0xAF, blue: 0xAF))
    #expect(mine.theme.look(.error).background == Colour(index: 234))
    #expect(read("like = bsae").problems.map(\.message) == ["there is no theme 'bsae'"])
  }

  @Test("a theme tells which of its roles are too faint")
  func faint() {
    let text = "[roles]\ntext = #767676, #ffffff\nmuted = #777777\nborder = #949494\nkey = default"
    let theme = ThemeFile(Array(text.utf8), name: "t").theme
    #expect(theme.faint(among: [.text, .muted, .border, .key]).map(\.role) == [.muted])
  }

  @Test("without colour the usual emphasis holds where a theme says none")
  func withoutColour() {
    let theme = ThemeFile(Array("[mono]\nkey = underline".utf8), name: "t").theme
    #expect(theme.look(.selection).mono == .reverse)
    #expect(theme.look(.key).mono == .underline)
    #expect(theme.look(.footer).mono == [])
  }

  @Test("text that few colours make unreadable stands on its colour; a shape keeps it")
  func fewColours() {
    let text = "[roles]\ntext = white, black\nerror = red\nmuted = blue\nmatch = red, yellow"
    let theme = ThemeFile(Array(text.utf8), name: "t").theme
    func ink(
      _ style: Style, _ depth: ColourDepth = .eight, isShape: Bool = false,
      on palette: PlainPalette = .xterm
    ) -> Inking.Ink {
      Inking(depth: depth, repertoire: .unicode, theme: theme, palette: palette)
        .ink(of: style, isShape: isShape)
    }
    func pair(_ ink: Inking.Ink) -> [Int] { [ink.foreground, ink.background] }
    #expect(pair(ink(Style(.error))) == [7, 1])
    #expect(pair(ink(Style(.error), isShape: true)) == [1, 0])
    #expect(pair(ink(Style(.muted), isShape: true)) == [7, 0])
    #expect(pair(ink(Style(.match))) == [0, 3])
    #expect(ink(Style(.error), .indexed).foreground == 160)
    // Sixteen have a brighter red, and the Linux console has one that is bold.
    #expect(pair(ink(Style(.error), .sixteen)) == [9, 0])
    #expect(pair(ink(Style(.error), on: .console)) == [1, 0])
    #expect(ink(Style(.error), on: .console).emphasis == .bold)
    // Bold black is grey.
    #expect(ink(Style(.match, .bold)).emphasis == [])
    #expect(ink(Style(.match, [.bold, .underline])).emphasis == .underline)
    #expect(ink(Style(.text, .bold)).emphasis == .bold)
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
    var random = SeededGenerator(1)
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
    #expect(Role(90, "curve", fallback: .barFilled).isGraphic)
  }
}
