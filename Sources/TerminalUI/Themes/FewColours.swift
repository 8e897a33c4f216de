/// Keeps text and shapes readable on a terminal of 8 or 16 colours, where two colours of a theme may become
/// one, or nearly, and bold changes a colour.
struct FewColours {
  /// Text on its ground, by the numbers of ANSI.
  struct Pair: Hashable {
    var ink: Int
    var ground: Int
    var isBold: Bool
  }

  let palette: PlainPalette
  /// Whether there are the bright eight too.
  let hasBright: Bool
  /// The contrast that is needed: 4.5 for text, 3 for a shape.
  let needed: Double

  /// The nearest to what a theme wishes that can be read.
  ///
  /// A shape, of which less is asked, keeps its colour the longest. Bold is left where it takes a colour
  /// away, as it makes black grey, and taken where it gives one. Then the same colour is tried brighter or
  /// darker. Text that cannot be read in its colour stands on it instead, in white or black, which still
  /// tells it apart, where `mayStandOnIt`: on a ground of its own it turns white or black.
  func readable(_ wished: Pair, mayStandOnIt: Bool) -> Pair {
    var tried = [wished, wished.with(isBold: false)]
    if hasBright {
      let other = Pair(ink: wished.ink ^ 8, ground: wished.ground, isBold: wished.isBold)
      tried += [other, other.with(isBold: false)]
    }
    tried.append(wished.with(isBold: true))
    if mayStandOnIt, wished.ink != wished.ground { tried.append(neutral(on: wished.ink, wished)) }
    return tried.first { contrast($0) >= needed } ?? neutral(on: wished.ground, wished)
  }

  /// Black or white on a ground, whichever is read better; as bold as was wished where that can be read.
  private func neutral(on ground: Int, _ wished: Pair) -> Pair {
    func best(_ ink: Int) -> Pair {
      let own = Pair(ink: ink, ground: ground, isBold: wished.isBold)
      let other = own.with(isBold: !wished.isBold)
      return contrast(own) >= needed || contrast(own) >= contrast(other) ? own : other
    }
    let (black, white) = (best(0), best(hasBright ? 15 : 7))
    return contrast(black) > contrast(white) ? black : white
  }

  private func contrast(_ pair: Pair) -> Double {
    palette.contrast(pair.ink, on: pair.ground, isBold: pair.isBold)
  }
}

extension FewColours.Pair {
  fileprivate func with(isBold: Bool) -> Self {
    var copy = self
    copy.isBold = isBold
    return copy
  }
}
