/// Emphasis on top of what a theme says of a role.
public struct Emphasis: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt8
  /// Makes it from bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Bold.
  public static let bold = Emphasis(rawValue: 1)
  /// Underlined.
  public static let underline = Emphasis(rawValue: 2)
  /// Text and ground exchanged.
  public static let reverse = Emphasis(rawValue: 4)
  /// Dim, where a terminal can.
  public static let dim = Emphasis(rawValue: 8)
  /// Italic, where a terminal can.
  public static let italic = Emphasis(rawValue: 16)
}

/// The look of a cell: a role and emphasis. Never a colour.
public struct Style: Hashable, Sendable {
  /// The number of the role.
  public var role: UInt8
  /// Emphasis on top of the role's own.
  public var emphasis: Emphasis

  /// Makes a style of a role.
  public init(_ role: Role, _ emphasis: Emphasis = []) {
    self.role = role.number
    self.emphasis = emphasis
  }

  init(role: UInt8, emphasis: Emphasis) {
    self.role = role
    self.emphasis = emphasis
  }

  /// Ordinary text.
  public static let text = Style(.text)
}
