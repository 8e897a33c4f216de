/// A person's own keys, as their keymap file says them.
///
/// A line `board.zoom = z, ctrl+w z` gives a command these keys and no others, `board.zoom += Z` one
/// more. `unbind board.zoom` takes all its keys, `unbind board z` takes a key from whatever has it
/// there. Keys are written as in ``Key/init(_:)``, the keys of a sequence with blanks between, the comma
/// as `comma`. A line that begins with `#` is a comment. Whether the commands exist is known to the
/// table: ``KeyTable/rebound(by:together:)``.
public struct KeyMapFile: Sendable {
  /// Something that a line says and that can't be.
  public struct Problem: Hashable, Sendable {
    /// The line, from 1.
    public let line: Int
    /// What is wrong with it and what would be right.
    public let message: String
  }

  /// What a line changes.
  enum Change {
    case replace(String, [[Key]])
    case add(String, [[Key]])
    case unbindCommand(String)
    case unbindKey(context: String, [Key])
  }

  let changes: [(line: Int, change: Change)]
  /// The lines that could not be read.
  public let problems: [Problem]

  /// Reads a file's bytes.
  public init(_ bytes: [UInt8]) {
    var changes: [(line: Int, change: Change)] = []
    var problems: [Problem] = []
    var number = 0
    for raw in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let words = String(decoding: raw, as: UTF8.self)
        .split { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\u{FEFF}" }
      guard let first = words.first, !first.hasPrefix("#") else { continue }
      do throws(Complaint) {
        let change =
          first == "unbind" ? try Self.unbinding(words.dropFirst()) : try Self.setting(words)
        changes.append((number, change))
      } catch {
        problems.append(Problem(line: number, message: error.message))
      }
    }
    self.changes = changes
    self.problems = problems
  }

  private struct Complaint: Error {
    let message: String
    init(_ message: String) { self.message = message }
  }

  private static func unbinding(_ words: ArraySlice<Substring>) throws(Complaint) -> Change {
    guard let first = words.first.map(String.init) else {
      throw Complaint("expected 'unbind board.zoom' or 'unbind board z'")
    }
    let keys = words.dropFirst()
    if keys.isEmpty, first.contains(".") { return .unbindCommand(first) }
    guard !keys.isEmpty else {
      throw Complaint("say which key: 'unbind \(first) z', or a command: 'unbind \(first).zoom'")
    }
    return .unbindKey(context: first, try sequence(keys.joined(separator: " ")))
  }

  private static func setting(_ words: [Substring]) throws(Complaint) -> Change {
    // The first sign of equality, with or without blanks around it, parts the name from the keys.
    let text = words.joined(separator: " ")
    guard let equals = text.firstIndex(of: "=") else {
      throw Complaint("expected 'board.zoom = z', not '\(text)'")
    }
    var name = text[..<equals]
    let adds = name.hasSuffix("+")
    if adds { name.removeLast() }
    while name.hasSuffix(" ") { name.removeLast() }
    let written = text[text.index(after: equals)...]
    guard !name.isEmpty, !name.contains(" ") else {
      throw Complaint("expected 'board.zoom = z', not '\(text)'")
    }
    var keys: [[Key]] = []
    for part in written.split(separator: ",", omittingEmptySubsequences: false) {
      guard part.contains(where: { $0 != " " }) else {
        throw Complaint(
          written.contains(",")
            ? "a key is missing beside a comma; the key ',' is written 'comma'"
            : "which key? 'unbind \(name)' takes its keys away")
      }
      keys.append(try sequence(String(part)))
    }
    return adds ? .add(String(name), keys) : .replace(String(name), keys)
  }

  private static func sequence(_ text: String) throws(Complaint) -> [Key] {
    var keys: [Key] = []
    for word in text.split(separator: " ").map(String.init) {
      guard let key = Key(word) else {
        let near = Spelling.nearest(to: word.lowercased(), among: Key.words)
        throw Complaint(
          "there is no key '\(word)'"
            + (near.map { "; did you mean \($0)?" }
              ?? "; keys are written like j, G, ctrl+r, alt+x, F5, pageup, space"))
      }
      if let reason = key.whyItNeverComes { throw Complaint(reason) }
      if key == Key(.escape), !keys.isEmpty {
        throw Complaint("esc can only come first: after a key it drops what was begun")
      }
      keys.append(key)
    }
    return keys
  }
}

extension KeyTable {
  /// The table as a keymap file of which every line is a comment: what a person begins their own with.
  public func keyMapText(in contexts: [KeyContext]) -> String {
    var text = ""
    for (context, bindings) in help(in: contexts) {
      text += "\n## \(context.title)\n"
      for binding in bindings {
        let keys = binding.keys.map(Binding<Command>.written)
        let line =
          keys.isEmpty
          ? "unbind \(binding.name)" : "\(binding.name) = \(keys.joined(separator: ", "))"
        text += "# \(line)\n#     \(binding.description)\n"
      }
    }
    return text
  }
}
