extension Key {
  private static let names: [(String, Code)] = [
    ("enter", .enter), ("tab", .tab), ("esc", .escape), ("backspace", .backspace),
    ("delete", .delete), ("insert", .insert), ("up", .up), ("down", .down), ("left", .left),
    ("right", .right), ("home", .home), ("end", .end), ("pageup", .pageUp),
    ("pagedown", .pageDown), ("space", .character(" ")),
  ]
  private static let aliases: [(String, Code)] = [
    ("return", .enter), ("escape", .escape), ("del", .delete), ("ins", .insert),
    ("pgup", .pageUp), ("pgdn", .pageDown), ("pgdown", .pageDown), ("plus", .character("+")),
    ("comma", .character(",")),
  ]

  /// The names that keys with more than a letter have.
  static var words: [String] { (names + aliases).map(\.0) }

  /// Reads a key as a person writes it: `j`, `G`, `ctrl+r`, `alt+x`, `shift+tab`, `F5`, `pageup`,
  /// `space`, `+`. Names take any case. Nil where there is no such key.
  public init?(_ text: String) {
    // What most keys of a table are, and all of them are read before the first frame.
    if text.utf8.count == 1, let letter = text.unicodeScalars.first {
      self.init(.character(letter))
      return
    }
    var rest = Substring(text)
    var modifiers: Modifiers = []
    while let plus = rest.dropFirst().firstIndex(of: "+"),
      plus != rest.index(before: rest.endIndex)
        || rest.hasSuffix("++")
    {
      switch rest[..<plus].lowercased() {
      case "ctrl", "control", "c": modifiers.insert(.control)
      case "alt", "meta", "a": modifiers.insert(.alt)
      case "shift", "s": modifiers.insert(.shift)
      default: return nil
      }
      rest = rest[rest.index(after: plus)...]
    }
    guard let code = Self.code(rest) else { return nil }
    self.init(code, modifiers)
    // Terminals tell neither Control from Control with Shift on a letter, nor Shift from the capital.
    if case .character(let scalar) = code, scalar.isASCII {
      if modifiers.contains(.control) {
        self.code = .character(scalar.lowered)
        self.modifiers.remove(.shift)
      } else if modifiers.contains(.shift), scalar.lowered != scalar.raised {
        self.code = .character(scalar.raised)
        self.modifiers.remove(.shift)
      }
    }
  }

  private static func code(_ text: Substring) -> Code? {
    if let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1 {
      return .character(scalar)
    }
    let lower = text.lowercased()
    if let named = (names + aliases).first(where: { $0.0 == lower }) { return named.1 }
    if lower.hasPrefix("f"), let number = Int(lower.dropFirst()), (1...24).contains(number) {
      return .function(number)
    }
    return nil
  }

  /// Reads a sequence of keys parted by blanks: `g g`. Nil where one is no key, or there is none.
  public static func sequence(_ text: String) -> [Key]? {
    var keys: [Key] = []
    for part in text.utf8.split(separator: UInt8(ascii: " ")) {
      guard let key = Key(String(Substring(part))) else { return nil }
      keys.append(key)
    }
    return keys.isEmpty ? nil : keys
  }

  /// The key as a person writes it, which ``init(_:)`` reads back.
  public var text: String {
    var result = ""
    if modifiers.contains(.control) { result += "ctrl+" }
    if modifiers.contains(.alt) { result += "alt+" }
    if modifiers.contains(.shift) { result += "shift+" }
    switch code {
    case .function(let number): return result + "F\(number)"
    // A keymap file parts keys by commas.
    case .character(","): return result + "comma"
    case .character(let scalar) where scalar != " ":
      return result + String(Character(scalar))
    default: return result + (Self.names.first { $0.1 == code }?.0 ?? "?")
    }
  }

  /// The key as briefly as a footer shows it: arrows as arrows, Control as `^`.
  public var label: String {
    let plain = Key(code).text
    let name: String
    switch code {
    case .up: name = "↑"
    case .down: name = "↓"
    case .left: name = "←"
    case .right: name = "→"
    case .pageUp: name = "PgUp"
    case .pageDown: name = "PgDn"
    case .character(let scalar) where scalar != " ":
      if modifiers == .control { return "^" + String(Character(scalar.raised)) }
      name = String(Character(scalar))
    case .function: name = plain
    default: name = plain.prefix(1).uppercased() + plain.dropFirst()
    }
    var result = ""
    if modifiers.contains(.control) { result += "Ctrl-" }
    if modifiers.contains(.alt) { result += "Alt-" }
    if modifiers.contains(.shift) { result += "Shift-" }
    return result + name
  }
}

extension Key {
  /// Why no terminal sends this key, or not as it is written; nil where it comes.
  public var whyItNeverComes: String? {
    guard modifiers == .control, case .character(let scalar) = code else { return nil }
    switch scalar {
    case "z", "\\": return "the terminal keeps \(text) to stop programs"
    case "i": return "terminals send tab for ctrl+i; write tab"
    case "m", "j": return "terminals send enter for \(text); write enter"
    case "h": return "terminals send backspace for ctrl+h; write backspace"
    case "[": return "terminals send esc for ctrl+[; write esc"
    default: return nil
    }
  }
}

extension Unicode.Scalar {
  var lowered: Unicode.Scalar {
    value >= 0x41 && value <= 0x5A ? Unicode.Scalar(UInt8(value + 0x20)) : self
  }
  var raised: Unicode.Scalar {
    value >= 0x61 && value <= 0x7A ? Unicode.Scalar(UInt8(value - 0x20)) : self
  }
}
