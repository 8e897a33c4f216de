/// Turns the bytes that a terminal sends into events.
///
/// It knows the sequences of xterm and its many relatives by their grammar, and this terminal's own by
/// its description, so that a sequence it does not know is left out whole instead of typing its letters.
struct InputDecoder {
  /// A key by what this terminal sends for it.
  struct Sequence {
    var bytes: [UInt8]
    var key: Key
  }

  private let sequences: [Sequence]
  /// Whether the terminal sends a byte for a Latin letter, and not UTF-8.
  private let isLatin: Bool
  var buffer: [UInt8] = []
  var start = 0
  private var pasted: [UInt8]?
  /// Whether the last event was an Escape after which nothing had come for a while.
  private var hasEscaped = false

  /// What a paste may hold at most, in bytes; the rest is left out.
  static let pasteLimit = 1_048_576

  init(sequences: [Sequence] = [], isLatin: Bool = false) {
    self.sequences = sequences
    self.isLatin = isLatin
  }

  /// Whether what has come may be the beginning of something longer.
  var waitsForMore: Bool { start < buffer.count && (pasted == nil || isLoneEscape) }

  /// Takes bytes.
  mutating func feed(_ bytes: some Collection<UInt8>) {
    if start > 0 {
      buffer.removeFirst(start)
      start = 0
    }
    if hasEscaped, buffer.isEmpty, isRestOfSequence(bytes) { buffer.append(0x1B) }
    hasEscaped = false
    buffer.append(contentsOf: bytes)
  }

  /// Whether bytes that come by themselves are a key's sequence without its Escape, which a slow line
  /// delivered apart: nobody types these together, and they must not act as the letters that they are.
  private func isRestOfSequence(_ bytes: some Collection<UInt8>) -> Bool {
    guard bytes.count > 1, let first = bytes.first,
      first == UInt8(ascii: "[") || first == UInt8(ascii: "O")
    else { return false }
    var whole = InputDecoder(sequences: sequences)
    whole.buffer = [0x1B] + bytes
    guard case .event(let event, let length) = whole.decode(isFinal: false), length > 2 else {
      return false
    }
    if case .key(let key) = event { return !key.modifiers.contains(.alt) }
    return true
  }

  /// The next event; nil where more bytes are needed. Final: no more will come soon, so that a lone
  /// Escape is the key.
  mutating func next(isFinal: Bool) -> Event? {
    while start < buffer.count {
      if pasted != nil {
        if let text = takePaste(isFinal: isFinal) { return .paste(text) }
        return nil
      }
      switch decode(isFinal: isFinal) {
      case .event(let event, let length):
        start += length
        hasEscaped = isFinal && event == .key(Key(.escape)) && start == buffer.count
        return event
      case .nothing(let length): start += length
      case .beginPaste(let length):
        start += length
        pasted = []
      case .more:
        guard isFinal else { return nil }
        start = buffer.count
      }
    }
    return nil
  }

  /// What the bytes at the start mean, and how many of them it took.
  enum Step {
    case event(Event, Int)
    case nothing(Int)
    case beginPaste(Int)
    case more
  }

  /// A byte from the start on.
  func byte(_ offset: Int) -> UInt8? {
    start + offset < buffer.count ? buffer[start + offset] : nil
  }

  private func decode(isFinal: Bool) -> Step {
    guard let first = byte(0) else { return .more }
    if first != 0x1B { return plain(at: 0, isFinal: isFinal) }
    for sequence in sequences where matches(sequence.bytes) {
      return .event(.key(sequence.key), sequence.bytes.count)
    }
    guard let second = byte(1) else {
      return isFinal ? .event(.key(Key(.escape)), 1) : .more
    }
    switch second {
    case 0x1B: return .event(.key(Key(.escape)), 1)
    case UInt8(ascii: "["):
      let step = controlSequence()
      if case .more = step, isFinal { return alternate(isFinal: true) }
      return step
    case UInt8(ascii: "O"):
      guard let third = byte(2) else { return isFinal ? alternate(isFinal: true) : .more }
      guard let code = Self.letterKeys[third] else { return .nothing(3) }
      return .event(.key(Key(code)), 3)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
      return answer(isFinal: isFinal)
    default: return alternate(isFinal: isFinal)
    }
  }

  private func matches(_ bytes: [UInt8]) -> Bool {
    guard buffer.count - start >= bytes.count else { return false }
    for offset in bytes.indices where buffer[start + offset] != bytes[offset] { return false }
    return true
  }

  /// Escape and a key: the key with Alt.
  private func alternate(isFinal: Bool) -> Step {
    switch plain(at: 1, isFinal: isFinal) {
    case .event(.key(var key), let length):
      key.modifiers.insert(.alt)
      return .event(.key(key), length)
    case let step: return step
    }
  }

  /// What a terminal answers to a question, up to its end: nobody asked, so nobody reads it.
  private func answer(isFinal: Bool) -> Step {
    var offset = 2
    while let next = byte(offset) {
      if next == 0x07 { return .nothing(offset + 1) }
      if next == 0x1B, byte(offset + 1) == UInt8(ascii: "\\") { return .nothing(offset + 2) }
      offset += 1
    }
    return isFinal ? (offset > 2 ? .nothing(offset) : alternate(isFinal: true)) : .more
  }

  /// A key that is one character, or a control character.
  private func plain(at offset: Int, isFinal: Bool) -> Step {
    guard let first = byte(offset) else { return .more }
    let end = offset + 1
    switch first {
    case 0x00: return .event(.key(Key(.character(" "), .control)), end)
    case 0x08, 0x7F: return .event(.key(Key(.backspace)), end)
    case 0x09: return .event(.key(Key(.tab)), end)
    case 0x0A, 0x0D: return .event(.key(Key(.enter)), end)
    case 0x01...0x1A:
      return .event(.key(Key(.character(Unicode.Scalar(first + 0x60)), .control)), end)
    case 0x1B: return .event(.key(Key(.escape)), end)
    case 0x1C...0x1F:
      return .event(.key(Key(.character(Unicode.Scalar(first + 0x40)), .control)), end)
    case 0x20..<0x7F: return .event(.key(.character(Unicode.Scalar(first))), end)
    default: return multibyte(at: offset, isFinal: isFinal)
    }
  }

  private func multibyte(at offset: Int, isFinal: Bool) -> Step {
    guard let first = byte(offset) else { return .more }
    if isLatin {
      // Its control characters are of no use, and no key.
      guard first > 0xA0 else { return .nothing(offset + 1) }
      return .event(.key(.character(Unicode.Scalar(first))), offset + 1)
    }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4 else { return .nothing(offset + 1) }
    let available = buffer.count - start - offset
    let bytes = Array(buffer[(start + offset)..<(start + offset + min(length, available))])
    let goesOn = bytes.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
    if available < length {
      return goesOn && !isFinal ? .more : .nothing(offset + 1)
    }
    let scalar = bytes.withUnsafeBufferPointer { pointer in
      var reader = ScalarReader(pointer)
      return reader.next() ?? HarmlessScalar.replacement
    }
    guard goesOn, let value = Unicode.Scalar(scalar), scalar != HarmlessScalar.replacement else {
      return .nothing(offset + 1)
    }
    return .event(.key(.character(value)), offset + length)
  }

  /// Whether nothing but an Escape has come since.
  private var isLoneEscape: Bool { buffer.count - start == 1 && buffer[start] == 0x1B }

  /// The pasted text, once its end has come. A line that lost the end would keep every key from then on:
  /// Escape by itself, which terminals take out of what they paste, ends it too.
  private mutating func takePaste(isFinal: Bool) -> String? {
    if isFinal, isLoneEscape {
      start = buffer.count
      defer { pasted = nil }
      return pastedText(pasted ?? [])
    }
    let end: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]
    var index = start
    while index + end.count <= buffer.count {
      if buffer[index] == 0x1B && Array(buffer[index..<index + end.count]) == end {
        keep(through: index)
        start = index + end.count
        defer { pasted = nil }
        return pastedText(pasted ?? [])
      }
      index += 1
    }
    // What can't begin the end need not wait for the rest of it.
    while index < buffer.count, !end.starts(with: buffer[index...]) { index += 1 }
    keep(through: index)
    start = index
    return nil
  }

  private mutating func keep(through index: Int) {
    let room = Self.pasteLimit - (pasted?.count ?? 0)
    pasted?.append(contentsOf: buffer[start..<index].prefix(max(0, room)))
  }

  /// Terminals send a line break of a paste as a carriage return.
  private func pastedText(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0D {
        result.append(0x0A)
      } else if byte != 0x0A || index == 0 || bytes[index - 1] != 0x0D {
        result.append(byte)
      }
    }
    guard isLatin else { return String(decoding: result, as: UTF8.self) }
    return String(String.UnicodeScalarView(result.map { Unicode.Scalar($0) }))
  }
}
