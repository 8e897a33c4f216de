import TerminalUI

@testable import Dashboard
@testable import TerminalUI

/// What a screen is on a terminal, cell for cell, as one number for a theme at every depth: the character in
/// each repertoire, the colours and the emphasis of every cell, so that a change of any of them is seen.
///
/// It is the sum, over all cells, of what stands in a place times how it looks. How a cell looks hangs on its
/// style, on whether it holds a shape and on whether it is blank: the places are added up by these once, and
/// each look is then told of all its places at a time. The sum is the same, and takes a fiftieth of the work.
struct FinishedCells {
  /// What a look hangs on.
  private struct Kind: Hashable {
    let style: Style
    let isShape: Bool
    let isBlank: Bool
  }

  /// What stands where, by what it looks like.
  private var sums: [Kind: UInt64] = [:]

  init(_ surface: Surface) {
    let theme = ThemeFile([], name: "none", roles: LookTable.roles).theme
    let plain = [Repertoire.ascii, .latin1].map {
      Inking(depth: .none, repertoire: $0, theme: theme)
    }
    for (place, cell) in surface.cells.enumerated() {
      var sum = FinishedCells.mix(UInt64(place), UInt64(cell.scalar))
      if cell.glyph >= 0x7F {
        let isWide =
          (place + 1) % surface.width != 0 && surface.cells[place + 1].glyph == 0
        for inking in plain {
          let scalar = inking.scalar(of: cell, marks: surface.marks, isWide: isWide)
          sum = FinishedCells.mix(sum, UInt64(scalar))
        }
        if cell.marks > 0 {
          for mark in surface.marks[(cell.marks - 1) * 4..<cell.marks * 4] {
            sum = FinishedCells.mix(sum, UInt64(mark))
          }
        }
      }
      let kind = Kind(
        style: cell.style, isShape: Inking.isShape(cell.glyph), isBlank: cell.glyph == 0x20)
      sums[kind, default: 0] &+= sum
    }
  }

  /// The number of the screen in a theme, in digits.
  ///
  /// - Parameter ink: The look of a style's text or shapes at a depth.
  func digest(_ ink: (ColourDepth, Style, _ isShape: Bool) -> Inking.Ink?) -> String {
    var all: UInt64 = 0
    for depth in LookTable.depths {
      var sum: UInt64 = 0
      for (kind, places) in sums {
        guard let ink = ink(depth, kind.style, kind.isShape) else { continue }
        let emphasis = ink.emphasis
        // A blank shows its ground alone, unless a line or the other way round shows its ink.
        let showsInk =
          !kind.isBlank || !emphasis.isDisjoint(with: [.underline, .reverse])
        var look = FinishedCells.mix(7, UInt64(bitPattern: Int64(ink.background)))
        if showsInk { look = FinishedCells.mix(look, UInt64(bitPattern: Int64(ink.foreground))) }
        look = FinishedCells.mix(look, UInt64(emphasis.rawValue))
        sum &+= places &* (look | 1)
      }
      all = FinishedCells.mix(all, sum)
    }
    let digits = String(all & 0xFFFF_FFFF, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  private static func mix(_ one: UInt64, _ other: UInt64) -> UInt64 {
    var mixed = one &* 0x9E37_79B9_7F4A_7C15 ^ other
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    return mixed ^ mixed >> 27
  }
}
