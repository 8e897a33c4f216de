/// A line of a theme file that could not be understood.
public struct ThemeProblem: Hashable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// What is wrong with it and what would be right.
  public let message: String
}

/// Reads theme files.
///
/// A file has sections. `[palette]` names colours: `amber = #d7af5f yellow`, where the second word is
/// the colour of ANSI to use on terminals with 8 or 16, the nearest where there is none. `[roles]` says
/// `role = foreground, ground, emphasis…`: a palette name, `#rrggbb`, a number of xterm's 256, a name of
/// ANSI, `default` for the terminal's own; a ground that is left out or `-` is that of `text`. `[mono]`
/// gives the emphasis of roles where there is no colour, where it is to be another than usual:
/// `selection = reverse`. A line that begins with `#` and a blank is a comment. Before the first section
/// `name = Mine` names the theme, and `like = dusk` takes everything that the file does not say itself
/// from a theme that ships.
public struct ThemeFile: Sendable {
  /// The theme, with every line that could be understood.
  public let theme: Theme
  /// The lines that could not.
  public let problems: [ThemeProblem]

  /// Reads a file's bytes. Roles are all that the program declares; `shipped` finds the text of the
  /// themes that ship, for `like`.
  public init(
    _ bytes: [UInt8], name: String, roles: [Role] = Role.general,
    shipped: (String) -> [UInt8]? = { _ in nil }
  ) {
    var draft = Draft(title: name, roles: roles)
    draft.read(bytes, like: shipped)
    theme = draft.theme
    problems = draft.problems
  }

  private struct Complaint: Error {
    let message: String
    init(_ message: String) { self.message = message }
  }

  private struct Entry {
    var look: Theme.Look
    var hasGround: Bool
  }

  /// A theme as far as it was read.
  private struct Draft {
    private var title: String
    private let roles: [Role]
    private let numbers: [String: UInt8]
    private var palette: [String: Colour?] = [:]
    private var entries = [Entry?](repeating: nil, count: 256)
    private var monos = [Emphasis?](repeating: nil, count: 256)
    private(set) var problems: [ThemeProblem] = []

    init(title: String, roles: [Role]) {
      self.title = title
      self.roles = roles
      numbers = Dictionary(roles.map { ($0.name, $0.number) }) { first, _ in first }
      for role in Role.general {
        monos[Int(role.number)] = Theme.emphasisWithoutColour(of: role)
      }
    }

    mutating func read(_ bytes: [UInt8], like shipped: (String) -> [UInt8]?) {
      var section = ""
      var number = 0
      for raw in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
        number += 1
        let line = trimmed(String(decoding: raw, as: UTF8.self))
        if line.isEmpty || line == "#" || line.hasPrefix("# ") { continue }
        do throws(Complaint) {
          if line.hasPrefix("[") {
            section = try ThemeFile.section(line)
          } else {
            let (key, value) = try ThemeFile.pair(line)
            try take(key, value, in: section, like: shipped)
          }
        } catch {
          problems.append(ThemeProblem(line: number, message: error.message))
        }
      }
    }

    private mutating func take(
      _ key: String, _ value: String, in section: String, like shipped: (String) -> [UInt8]?
    ) throws(Complaint) {
      switch section {
      case "palette": palette[key] = try ThemeFile.paletteColour(value)
      case "roles": entries[try number(of: key)] = try ThemeFile.entry(value, palette)
      case "mono": monos[try number(of: key)] = try ThemeFile.emphasis(value)
      default:
        switch key {
        case "name": title = value
        case "like":
          guard let base = shipped(value) else { throw Complaint("there is no theme '\(value)'") }
          let own = title
          // A theme that ships is like no other, and whole.
          read(base, like: { _ in nil })
          title = own
        default: throw Complaint("only 'name =' and 'like =' stand before a section")
        }
      }
    }

    private func number(of name: String) throws(Complaint) -> Int {
      if let number = numbers[name] { return Int(number) }
      let near = Spelling.nearest(to: name, among: roles.map(\.name))
      throw Complaint(
        "there is no role '\(name)'" + (near.map { "; did you mean \($0)?" } ?? ""))
    }

    var theme: Theme {
      let text = entries[0].map(\.look) ?? Theme.Look()
      var fallbacks = [UInt8](repeating: 0, count: 256)
      for role in roles { fallbacks[Int(role.number)] = role.fallback }
      let looks = (0..<256).map { number in
        let entry = nearest(number, in: entries, fallbacks)
        var look = entry?.look ?? text
        if entry?.hasGround != true { look.background = text.background }
        look.mono = nearest(number, in: monos, fallbacks) ?? []
        return look
      }
      return Theme(name: title, looks: looks, roles: roles)
    }

    /// A role looks like the nearest of its fallbacks that the file names: at most one step a role, so
    /// that roles that stand in for one another come to an end too.
    private func nearest<Value>(
      _ number: Int, in values: [Value?], _ fallbacks: [UInt8]
    ) -> Value? {
      var at = number
      for _ in 0...roles.count {
        if let value = values[at] { return value }
        if at == 0 { return nil }
        at = Int(fallbacks[at])
      }
      return nil
    }
  }

  private static func section(_ line: String) throws(Complaint) -> String {
    let name = line.dropFirst().dropLast()
    guard line.hasSuffix("]"), ["palette", "roles", "mono"].contains(String(name)) else {
      throw Complaint("the sections are [palette], [roles] and [mono], not \(line)")
    }
    return String(name)
  }

  private static func pair(_ line: String) throws(Complaint) -> (String, String) {
    guard let equals = line.firstIndex(of: "=") else {
      throw Complaint("expected 'name = value', not '\(line)'")
    }
    let key = trimmed(String(line[..<equals]))
    let value = trimmed(String(line[line.index(after: equals)...]))
    guard !key.isEmpty, !value.isEmpty else {
      throw Complaint("expected 'name = value', not '\(line)'")
    }
    return (key, value)
  }

  private static func paletteColour(_ value: String) throws(Complaint) -> Colour? {
    let words = value.split(separator: " ").map(String.init)
    guard let first = words.first, words.count <= 2 else {
      throw Complaint("expected '#rrggbb' and perhaps a colour of ANSI, not '\(value)'")
    }
    let colour = try literal(first)
    guard let second = words.dropFirst().first else { return colour }
    guard let plain = Colour.plainNames.firstIndex(of: second), let colour else {
      throw Complaint("'\(second)' is not one of \(Colour.plainNames.joined(separator: ", "))")
    }
    return Colour(red: colour.red, green: colour.green, blue: colour.blue, plain: UInt8(plain))
  }

  private static func literal(_ text: String) throws(Complaint) -> Colour? {
    if text == "default" { return nil }
    if text.hasPrefix("#"), text.utf8.count == 7, let value = UInt32(text.dropFirst(), radix: 16) {
      return Colour(
        red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
    }
    if let index = UInt8(text) { return Colour(index: index) }
    if let plain = Colour.plainNames.firstIndex(of: text) { return Colour(index: UInt8(plain)) }
    throw Complaint(
      "'\(text)' is not a colour: #rrggbb, a number from 0 to 255, a palette name, "
        + "a name of ANSI or 'default'")
  }

  private static func entry(
    _ value: String, _ palette: [String: Colour?]
  ) throws(Complaint) -> Entry {
    let parts = value.split(separator: ",", omittingEmptySubsequences: false)
      .map { trimmed(String($0)) }
    var entry = Entry(look: Theme.Look(), hasGround: false)
    entry.look.foreground = try colour(parts[0], palette)
    if parts.count > 1, parts[1] != "-", !parts[1].isEmpty {
      entry.look.background = try colour(parts[1], palette)
      entry.hasGround = true
    }
    for part in parts.dropFirst(2) { entry.look.emphasis.formUnion(try emphasis(part)) }
    return entry
  }

  private static func colour(
    _ text: String, _ palette: [String: Colour?]
  ) throws(Complaint) -> Colour? {
    if let known = palette[text] { return known }
    return try literal(text)
  }

  private static func emphasis(_ text: String) throws(Complaint) -> Emphasis {
    var result: Emphasis = []
    for word in text.split(whereSeparator: { $0 == " " || $0 == "," }) {
      switch word {
      case "bold": result.insert(.bold)
      case "underline": result.insert(.underline)
      case "reverse": result.insert(.reverse)
      case "dim": result.insert(.dim)
      case "italic": result.insert(.italic)
      case "plain": break
      default:
        throw Complaint("'\(word)' is not one of bold, underline, reverse, dim, italic, plain")
      }
    }
    return result
  }

}

/// A line without the blanks around it.
private func trimmed(_ text: String) -> String {
  let bytes = text.utf8
  func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
  guard let first = bytes.firstIndex(where: { !isBlank($0) }),
    let last = bytes.lastIndex(where: { !isBlank($0) })
  else { return "" }
  return String(text[first...last])
}
