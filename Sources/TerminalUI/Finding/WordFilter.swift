/// Words that must all occur in a text, in any order and any case: what typing in a filter means.
public struct WordFilter: Hashable, Sendable {
  private let words: [[UInt8]]

  /// Makes a filter of what was typed.
  public init(_ typed: String) {
    words = typed.lowercased().split(separator: " ").map { Array($0.utf8) }
  }

  /// Whether everything passes.
  public var isEmpty: Bool { words.isEmpty }

  /// Whether a text has every word.
  public func matches(_ text: String) -> Bool {
    if words.isEmpty { return true }
    let bytes = Array(text.lowercased().utf8)
    return words.allSatisfy { Self.has(bytes, $0) }
  }

  private static func has(_ bytes: [UInt8], _ word: [UInt8]) -> Bool {
    guard bytes.count >= word.count else { return false }
    return (0...(bytes.count - word.count)).contains { start in
      word.indices.allSatisfy { bytes[start + $0] == word[$0] }
    }
  }
}
