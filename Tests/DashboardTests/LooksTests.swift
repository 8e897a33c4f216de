import AlternativeProvision
import CaseStore
import Testing
import Themes

@testable import Dashboard
@testable import TerminalUI

@Suite("What is told by a look is told without it")
struct LooksTests {
  /// The roles of cells with something in them, on every screen at every size.
  private static let used: Set<UInt8> = {
    var roles: Set<UInt8> = []
    for size in Walk.sizes {
      let (width, height) = (size.width, size.height)
      guard let bench = try? Bench(width, height, isDemo: true) else { continue }
      for keys in SharedViewTests.walk + [["esc", "m", "C"], ["esc", "H"], ["esc", "x", "#"]] {
        for key in keys { bench.press(key) }
        for y in 0..<height {
          for x in 0..<width where bench.surface.text(x, y) != " " {
            roles.insert(bench.surface.style(x, y).role)
          }
        }
      }
    }
    return roles
  }()

  @Test("every cell of every screen has a role that themes know")
  func known() {
    let roles = Set((Role.general + Role.dashboard).map(\.number))
    #expect(LooksTests.used.count > 20)
    #expect(LooksTests.used.subtracting(roles).isEmpty)
  }

  @Test("what stands on a screen can be seen at every depth of colour", arguments: Themes.names)
  func seen(_ name: String) throws {
    let file = ThemeFile(
      try #require(Themes.named(name)), name: name, roles: Role.general + Role.dashboard,
      shipped: Themes.named)
    for role in LooksTests.used {
      for depth in [ColourDepth.direct, .indexed, .sixteen, .eight] {
        let ink = Inking(depth: depth, repertoire: .unicode, theme: file.theme)
          .ink(of: Style(role: role, emphasis: []), isShape: false)
        #expect(
          ink.foreground != ink.background || ink.foreground == -1,
          "\(name), role \(role), \(depth)")
      }
    }
  }

  @Test("what is told by a sign is told apart without colour, in Unicode and in ASCII")
  func signs() throws {
    let families: [[(String, Role)]] = [
      StateGroup.allCases.map { (Shape.mark(of: $0), Shape.role(of: $0)) },
      [
        ClockState.notStarted, .running, .dueToday, .overdue, .met, .metLate, .ended, .provisional,
        .begunPartTime,
      ].map { (Shape.mark(of: $0), Shape.role(of: $0)) },
      [DayRuler.Zone.safe, .thisWeek, .past, .provided, .without, .unknown, .partTime, .ended]
        .map { (DaysPane.mark(of: $0), DaysPane.role(of: $0)) },
      Rating.allCases.map { (String($0.letter), Shape.role(of: $0)) },
    ]
    for family in families {
      let signs = Set(family.map(\.0))
      let plain = try Set(
        signs.map { sign in
          let scalar = try #require(sign.unicodeScalars.first)
          return PlainCharacter.standing(for: scalar.value, wide: false)
        })
      #expect(plain.count == signs.count, "\(signs)")
      for (sign, role) in family {
        for (other, unlike) in family where other == sign {
          #expect(role == unlike, "\(sign) has two looks")
        }
      }
    }
  }

  /// Roles that tell how something stands, of which a sign may have one in each family and no more.
  private static let families: [[Role]] = [
    [.overdue, .dueSoon, .safe, .met, .provisional], [.ragRed, .ragAmber, .ragGreen],
    [.attended, .absentAuthorised, .absentUnauthorised],
  ]

  @Test("on every screen a sign has one meaning, so that it can be read without its colour")
  func signsOnScreens() throws {
    var seen: [Character: Set<UInt8>] = [:]
    for walk in Gallery.walks where walk.sizes.contains(Size(width: 80, height: 24)) {
      for shot in try walk.seen(at: Size(width: 80, height: 24)) {
        // Its columns stand before or after the rule of day six, which tells them apart.
        if shot.screens.last == "HistogramScreen" { continue }
        let surface = shot.surface
        for y in 0..<surface.height {
          for x in 0..<surface.width {
            guard let sign = surface.text(x, y).first, let value = sign.unicodeScalars.first?.value
            else { continue }
            // Letters and numbers are read; lines and bars have their sign at the row's beginning.
            let isSign = (0x25A0...0x2BFF).contains(value) && !(0x2800...0x28FF).contains(value)
            if isSign || value == 0x2588 {
              seen[sign, default: []].insert(surface.style(x, y).role)
            }
          }
        }
      }
    }
    #expect(seen.count >= 5)
    for (sign, roles) in seen {
      for family in LooksTests.families {
        let own = roles.intersection(family.map(\.number))
        #expect(
          own.count <= 1,
          "\(sign) is \(own.map { number in family.first { $0.number == number }?.name ?? "" })")
      }
    }
  }
}
