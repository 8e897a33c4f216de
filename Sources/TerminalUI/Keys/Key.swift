/// A key as a person presses it, with what is held down beside it.
public struct Key: Hashable, Sendable {
  /// Which key.
  public enum Code: Hashable, Sendable {
    /// A character, space included. A letter with shift is the capital letter, without `.shift`.
    case character(Unicode.Scalar)
    /// Enter or Return.
    case enter
    /// Tab.
    case tab
    /// Escape.
    case escape
    /// The key that removes what is before the cursor.
    case backspace
    /// The key that removes what is under the cursor.
    case delete
    /// Insert.
    case insert
    /// Arrow up.
    case up
    /// Arrow down.
    case down
    /// Arrow left.
    case left
    /// Arrow right.
    case right
    /// Home.
    case home
    /// End.
    case end
    /// Page up.
    case pageUp
    /// Page down.
    case pageDown
    /// A function key, from 1.
    case function(Int)
  }

  /// What is held down.
  public struct Modifiers: OptionSet, Hashable, Sendable {
    /// The bits, in the order that terminals use.
    public let rawValue: UInt8
    /// Makes it from bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Shift, where it is not already in the character.
    public static let shift = Modifiers(rawValue: 1)
    /// Alt or Meta.
    public static let alt = Modifiers(rawValue: 2)
    /// Control.
    public static let control = Modifiers(rawValue: 4)
  }

  /// Which key.
  public var code: Code
  /// What is held down.
  public var modifiers: Modifiers

  /// Makes a key.
  public init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }

  /// A character's key.
  public static func character(_ scalar: Unicode.Scalar) -> Key { Key(.character(scalar)) }

  /// The character that it types, if it types one: one without Control or Alt.
  public var typed: Unicode.Scalar? {
    guard modifiers.isDisjoint(with: [.control, .alt]), case .character(let scalar) = code else {
      return nil
    }
    return scalar
  }
}
