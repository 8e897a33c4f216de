import TerminalUI

/// Something in a file of settings that could not be obeyed.
public struct SettingsProblem: Hashable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// What is wrong, with the value, and what would be right.
  public let message: String
}

/// Reads a file of settings: `name = value` on a line each.
///
/// Blank lines, and lines that begin with `#`, are skipped. A value may stand in quotation marks. A line
/// that cannot be obeyed is named, and leaves its setting as it was; the others count.
public struct SettingsFile: Sendable {
  /// The settings, with every line that could be obeyed.
  public private(set) var settings: Settings
  /// The lines that could not.
  public private(set) var problems: [SettingsProblem] = []
  /// The line on which each setting was found that the file sets.
  public private(set) var lines: [String: Int] = [:]

  /// Reads a file's bytes.
  ///
  /// - Parameters:
  ///   - settings: What holds where the file says nothing.
  ///   - themes: The names of the themes there are.
  public init(_ bytes: [UInt8], over settings: Settings = Settings(), themes: [String]) {
    self.settings = settings
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...]
    var number = 0
    for raw in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let line = Self.trimmed(String(decoding: raw, as: UTF8.self)[...])
      if line.isEmpty || line.hasPrefix("#") { continue }
      if let message = take(line, number, themes) {
        problems.append(SettingsProblem(line: number, message: message))
      }
    }
  }

  private mutating func take(_ line: Substring, _ number: Int, _ themes: [String]) -> String? {
    guard let equals = line.firstIndex(of: "=") else {
      return "'\(Self.brief(line))' is not a setting; write name = value"
    }
    let written = Self.trimmed(line[..<equals])
    let name = String(written.lowercased().map { $0 == "_" ? "-" : $0 })
    guard let setting = Setting.named(name) else {
      let names = Setting.all.map(\.name)
      let nearest = Suggestion.clause(for: name, among: names)
      return "there is no setting '\(Self.brief(written))'"
        + (nearest.isEmpty ? "; there are \(names.joined(separator: ", "))" : nearest)
    }
    let value = Self.unquoted(Self.trimmed(line[line.index(after: equals)...]))
    if let problem = setting.set(String(value), in: &settings, themes: themes) {
      return "\(name): \(problem)"
    }
    defer { lines[name] = number }
    return lines[name].map {
      "\(name) stands on line \($0) too; this one counts, so take one of them out"
    }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    func isBlank(_ character: Character) -> Bool { character.isWhitespace || character == "\u{0}" }
    let start = text.drop(while: isBlank)
    guard let last = start.lastIndex(where: { !isBlank($0) }) else { return "" }
    return start[...last]
  }

  private static func unquoted(_ value: Substring) -> Substring {
    guard value.count >= 2, let mark = value.first, mark == "\"" || mark == "'",
      value.last == mark
    else { return value }
    return value.dropFirst().dropLast()
  }

  /// As much of a text as a message can hold.
  private static func brief(_ text: Substring) -> String {
    text.count <= 40 ? String(text) : text.prefix(39) + "…"
  }
}
