extension InputDecoder {
  /// Keys by the last letter of `ESC [` and `ESC O` sequences.
  static let letterKeys: [UInt8: Key.Code] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
    UInt8(ascii: "D"): .left, UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
    UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2),
    UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4), UInt8(ascii: "M"): .enter,
  ]

  private static let numberKeys: [Int: Key.Code] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12),
  ]

  /// A sequence that begins with `ESC [`.
  func controlSequence() -> Step {
    guard let third = byte(2) else { return .more }
    if third == UInt8(ascii: "[") {  // the function keys of the Linux console
      guard let letter = byte(3) else { return .more }
      guard (0x41...0x45).contains(letter) else { return .nothing(4) }
      return .event(.key(Key(.function(Int(letter) - 0x40))), 4)
    }
    if third == UInt8(ascii: "M") { return oldMouse() }
    var parameters: [Int] = []
    var current: Int?
    var offset = 2
    let isPrivate = third == UInt8(ascii: "<")
    if (0x3C...0x3F).contains(third) { offset += 1 }
    while let next = byte(offset) {
      switch next {
      case 0x30...0x39: current = min((current ?? 0) * 10 + Int(next - 0x30), 100_000)
      case UInt8(ascii: ";"), UInt8(ascii: ":"):
        parameters.append(current ?? 0)
        current = nil
      case 0x40...0x7E:
        parameters.append(current ?? 0)
        if isPrivate { return mouse(parameters, last: next, length: offset + 1) }
        // `ESC [ ?` and `ESC [ >` are answers to questions.
        return third == next || !(0x3C...0x3F).contains(third)
          ? key(parameters, last: next, length: offset + 1) : .nothing(offset + 1)
      case 0x20...0x2F: break
      default: return .nothing(offset)  // broken off by another control character
      }
      offset += 1
      if offset > 64 { return .nothing(offset) }
    }
    return .more
  }

  private func key(_ parameters: [Int], last: UInt8, length: Int) -> Step {
    let modifiers = parameters.count > 1 ? Self.modifiers(parameters[1]) : []
    func found(_ code: Key.Code?) -> Step {
      code.map { .event(.key(Key($0, modifiers)), length) } ?? .nothing(length)
    }
    switch last {
    case UInt8(ascii: "I"): return .event(.focus(true), length)
    case UInt8(ascii: "O"): return .event(.focus(false), length)
    case UInt8(ascii: "Z"): return .event(.key(Key(.tab, .shift)), length)
    case UInt8(ascii: "~"):
      switch parameters[0] {
      case 200: return .beginPaste(length)
      case 27 where parameters.count > 2:
        return character(parameters[2], Self.modifiers(parameters[1]), length)
      default: return found(Self.numberKeys[parameters[0]])
      }
    case UInt8(ascii: "u"): return character(parameters[0], modifiers, length)
    // A cursor report ends in R too, with a row before it.
    case UInt8(ascii: "R") where parameters[0] > 1: return .nothing(length)
    default: return found(Self.letterKeys[last])
    }
  }

  private func character(_ value: Int, _ modifiers: Key.Modifiers, _ length: Int) -> Step {
    switch value {
    case 9: return .event(.key(Key(.tab, modifiers)), length)
    case 13: return .event(.key(Key(.enter, modifiers)), length)
    case 27: return .event(.key(Key(.escape, modifiers)), length)
    case 8, 127: return .event(.key(Key(.backspace, modifiers)), length)
    default:
      guard let scalar = Unicode.Scalar(UInt32(value)), value >= 32 else {
        return .nothing(length)
      }
      var key = Key(.character(scalar), modifiers)
      if modifiers == .shift { key = .character(scalar.raised) }
      if modifiers.contains(.control) { key.modifiers.remove(.shift) }
      return .event(.key(key), length)
    }
  }

  private static func modifiers(_ parameter: Int) -> Key.Modifiers {
    Key.Modifiers(rawValue: UInt8(max(0, parameter - 1) & 7))
  }

  private func mouse(_ parameters: [Int], last: UInt8, length: Int) -> Step {
    guard parameters.count == 3, last == UInt8(ascii: "M") || last == UInt8(ascii: "m") else {
      return .nothing(length)
    }
    return mouseStep(
      parameters[0], x: parameters[1], y: parameters[2], isRelease: last == UInt8(ascii: "m"),
      length)
  }

  /// The oldest way to tell of a mouse, which ends at column 223.
  private func oldMouse() -> Step {
    guard let button = byte(3), let x = byte(4), let y = byte(5) else { return .more }
    let code = Int(button) - 32
    return mouseStep(
      code, x: Int(x) - 32, y: Int(y) - 32, isRelease: code & 0x43 == 3, 6)
  }

  private func mouseStep(_ code: Int, x: Int, y: Int, isRelease: Bool, _ length: Int) -> Step {
    let point = Point(x: max(0, x - 1), y: max(0, y - 1))
    var modifiers: Key.Modifiers = []
    if code & 4 != 0 { modifiers.insert(.shift) }
    if code & 8 != 0 { modifiers.insert(.alt) }
    if code & 16 != 0 { modifiers.insert(.control) }
    if code & 64 != 0 {
      guard code & 3 < 2 else { return .nothing(length) }
      let action: Mouse.Action = code & 1 == 0 ? .wheelUp : .wheelDown
      return .event(.mouse(Mouse(action, .none, at: point, modifiers: modifiers)), length)
    }
    let buttons: [Mouse.Button] = [.left, .middle, .right, .none]
    let action: Mouse.Action = isRelease ? .release : code & 32 != 0 ? .drag : .press
    let button = buttons[code & 3]
    if button == .none && action != .release { return .nothing(length) }
    return .event(.mouse(Mouse(action, button, at: point, modifiers: modifiers)), length)
  }
}
