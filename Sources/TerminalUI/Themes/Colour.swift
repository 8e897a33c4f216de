/// How many colours a terminal can show.
public enum ColourDepth: Int, Comparable, Sendable, CaseIterable {
  /// None, or NO_COLOR: attributes only.
  case none = 0
  /// The eight of ANSI.
  case eight = 8
  /// The eight and their bright ones.
  case sixteen = 16
  /// The 256 of xterm.
  case indexed = 256
  /// 24 bits, on terminals whose description says so (`xterm-direct`).
  case direct = 16_777_216

  /// Fewer colours come first.
  public static func < (left: ColourDepth, right: ColourDepth) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The depth of a terminal with so many colours.
  public init(colours: Int) {
    switch colours {
    case 16_777_216...: self = .direct
    case 256...: self = .indexed
    case 16...: self = .sixteen
    case 8...: self = .eight
    default: self = .none
    }
  }
}

/// A colour of a theme: 24 bits, and the name of the plain one that it is on terminals with 8 or 16.
public struct Colour: Hashable, Sendable {
  /// Red, 0 to 255.
  public let red: UInt8
  /// Green, 0 to 255.
  public let green: UInt8
  /// Blue, 0 to 255.
  public let blue: UInt8
  /// One of the 16 of ANSI, where a theme names it; else the nearest is taken.
  public let plain: UInt8?

  /// Makes a colour.
  public init(red: UInt8, green: UInt8, blue: UInt8, plain: UInt8? = nil) {
    self.red = red
    self.green = green
    self.blue = blue
    self.plain = plain
  }

  /// One of the 256 colours of xterm.
  public init(index: UInt8) {
    let (red, green, blue) = Self.parts(of: index)
    self.init(red: red, green: green, blue: blue, plain: index < 16 ? index : nil)
  }

  /// The names of the 16 colours of ANSI, in their order.
  public static let plainNames = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "bright-black",
    "bright-red", "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan",
    "bright-white",
  ]

  private static let steps: [UInt8] = [0, 95, 135, 175, 215, 255]

  /// What xterm shows for an index.
  static func parts(of index: UInt8) -> (UInt8, UInt8, UInt8) {
    switch index {
    case 0..<16:
      let plain = PlainPalette.xterm.colours[Int(index)]
      return (plain.red, plain.green, plain.blue)
    case 16..<232:
      let cube = Int(index) - 16
      return (steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6])
    default:
      let grey = 8 + (index - 232) * 10
      return (grey, grey, grey)
    }
  }

  /// The nearest of the 240 fixed colours of xterm. The first 16 are left out: people change them.
  public var nearest256: Int {
    let cube = 16 + 36 * Self.step(red) + 6 * Self.step(green) + Self.step(blue)
    let mean = (Int(red) + Int(green) + Int(blue)) / 3
    let grey = 232 + min(23, max(0, (mean - 3) / 10))
    let inCube = distance(to: Self.parts(of: UInt8(cube)))
    return inCube <= distance(to: Self.parts(of: UInt8(grey))) ? cube : grey
  }

  private static func step(_ part: UInt8) -> Int {
    part < 48 ? 0 : part < 115 ? 1 : (Int(part) - 35) / 40
  }

  private func distance(to other: (UInt8, UInt8, UInt8)) -> Int {
    let red = Int(red) - Int(other.0)
    let green = Int(green) - Int(other.1)
    let blue = Int(blue) - Int(other.2)
    return red * red * 3 + green * green * 4 + blue * blue * 2
  }

  /// What ncurses is told at a depth.
  public func number(at depth: ColourDepth) -> Int {
    switch depth {
    case .none: return -1
    case .direct:
      // There 0 to 7 are still the colours of ANSI.
      return max(8, Int(red) << 16 | Int(green) << 8 | Int(blue))
    case .indexed: return nearest256
    case .sixteen: return plainNumber
    // Without bright ones, a bright black would be no better than black on black.
    case .eight: return plainNumber == 8 ? 7 : plainNumber % 8
    }
  }

  private var plainNumber: Int {
    if let plain { return Int(plain) }
    var best: UInt8 = 0
    for index in UInt8(0)..<16
    where distance(to: Self.parts(of: index)) < distance(to: Self.parts(of: best)) {
      best = index
    }
    return Int(best)
  }

  /// The relative luminance of WCAG 2.2, 0 to 1.
  public var luminance: Double {
    func linear(_ part: UInt8) -> Double {
      let value = Double(part) / 255
      guard value > 0.04045 else { return value / 12.92 }
      return Self.power((value + 0.055) / 1.055)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// x to the power of 2.4 for 0 < x ≤ 1, as x² · x^0.4, the fifth root of x² by Newton's method: the
  /// C library's pow would be an import for one use.
  private static func power(_ x: Double) -> Double {
    let square = x * x
    var root = 1.0
    for _ in 0..<40 {
      let fourth = root * root * root * root
      root = (4 * root + square / fourth) / 5
    }
    return square * root
  }

  /// The contrast of WCAG 2.2 between two colours, 1 to 21; text needs 4.5 for level AA.
  public func contrast(with other: Colour) -> Double {
    let pair = [luminance, other.luminance].sorted()
    return (pair[1] + 0.05) / (pair[0] + 0.05)
  }
}
