extension KeyTable {
  /// The table with a person's own keys, what of them can't be, and what else they change.
  ///
  /// Where a person gives a command a key that another command has by default, the person is right: it
  /// is a problem where the other command has no key left there, and else noticed. Of two of their own lines that
  /// give one key to two commands the first is right. `together` are the contexts that hold at once on a
  /// screen, the innermost first; a context in none of them holds alone.
  public func rebound(
    by file: KeyMapFile, together: [[KeyContext]]
  ) -> (table: KeyTable, problems: [KeyMapFile.Problem], notices: [KeyMapFile.Problem]) {
    var work = Rebinding(table: self, together: together)
    for (line, change) in file.changes { work.make(change, on: line) }
    let (lost, taken) = work.lost(from: self)
    func inOrder(_ found: [KeyMapFile.Problem]) -> [KeyMapFile.Problem] {
      found.sorted { ($0.line, $0.message) < ($1.line, $1.message) }
    }
    return (work.table, inOrder(file.problems + work.problems + lost), inOrder(taken))
  }
}

/// A table on its way from its own keys to a person's.
private struct Rebinding<Command: Hashable & Sendable> {
  private struct Claim {
    var line: Int
    var binding: Int
    var keys: [Key]
  }

  private(set) var table: KeyTable<Command>
  private(set) var problems: [KeyMapFile.Problem] = []
  private let together: [[KeyContext]]
  private var claims: [Claim] = []
  /// Commands of which the person has said which keys they have, with the line.
  private var settled: [String: Int] = [:]

  init(table: KeyTable<Command>, together: [[KeyContext]]) {
    self.table = table
    self.together = together
  }

  mutating func make(_ change: KeyMapFile.Change, on line: Int) {
    switch change {
    case .replace(let name, let keys): set(name, keys, adds: false, line)
    case .add(let name, let keys): set(name, keys, adds: true, line)
    case .unbindCommand(let name):
      guard let index = index(of: name, line) else { return }
      settled[name] = line
      table.bindings[index].keys = []
      claims.removeAll { $0.binding == index }
    case .unbindKey(let context, let keys): unbind(keys, in: context, line)
    }
  }

  private mutating func complain(_ line: Int, _ message: String) {
    problems.append(KeyMapFile.Problem(line: line, message: message))
  }

  private mutating func index(of name: String, _ line: Int) -> Int? {
    if let index = table.bindings.firstIndex(where: { $0.name == name }) { return index }
    let names = table.bindings.map(\.name)
    // A command without its context, or with another's, is more often meant than misspelt.
    let word = name.split(separator: ".").last.map { "." + $0 } ?? name
    let near = names.first { $0.hasSuffix(word) } ?? Spelling.nearest(to: name, among: names)
    complain(
      line, "there is no command '\(name)'" + (near.map { "; did you mean \($0)?" } ?? ""))
    return nil
  }

  private mutating func unbind(_ keys: [Key], in name: String, _ line: Int) {
    let contexts = table.bindings.map(\.context.name)
    guard contexts.contains(name) else {
      let near = Spelling.nearest(to: name, among: contexts)
      complain(
        line, "there is no place '\(name)'" + (near.map { "; did you mean \($0)?" } ?? ""))
      return
    }
    let found = table.bindings.indices.filter {
      table.bindings[$0].context.name == name && table.bindings[$0].keys.contains(keys)
    }
    if found.isEmpty {
      complain(line, "\(Binding<Command>.written(keys)) calls nothing in '\(name)'")
    }
    for index in found {
      table.bindings[index].keys.removeAll { $0 == keys }
      settled[table.bindings[index].name] = line
    }
  }

  private mutating func set(_ name: String, _ keys: [[Key]], adds: Bool, _ line: Int) {
    guard let index = index(of: name, line) else { return }
    if !adds {
      if let before = settled[name] {
        complain(
          line,
          "\(name) was set on line \(before) already; put its keys on one line, or add with +=")
        return
      }
      table.bindings[index].keys = []
    }
    settled[name] = line
    for sequence in keys { claim(sequence, for: index, line) }
  }

  private mutating func claim(_ keys: [Key], for index: Int, _ line: Int) {
    let binding = table.bindings[index]
    if binding.context.takesText, keys.first?.typed != nil {
      complain(
        line,
        "\(Binding<Command>.written(keys)) types a letter in '\(binding.context.name)'; "
          + "use one with ctrl, alt or a function key")
      return
    }
    let other = claims.first {
      $0.binding != index && Self.clash($0.keys, keys)
        && overlap(table.bindings[$0.binding].context, binding.context) != nil
    }
    if let other {
      let name = table.bindings[other.binding].name
      complain(
        line,
        other.keys == keys
          ? "\(Binding<Command>.written(keys)) is \(name) already, by line \(other.line)"
          : "\(Binding<Command>.written(keys)) can't be told from "
            + "\(Binding<Command>.written(other.keys)), which is \(name) by line \(other.line)")
      return
    }
    for other in table.bindings.indices where other != index {
      // What an inner context binds hides an outer's by itself.
      guard overlap(table.bindings[other].context, binding.context) == .inner else { continue }
      table.bindings[other].keys.removeAll { Self.clash($0, keys) }
    }
    table.bindings[index].keys.removeAll { Self.clash($0, keys) && $0 != keys }
    if !table.bindings[index].keys.contains(keys) { table.bindings[index].keys.append(keys) }
    claims.append(Claim(line: line, binding: index, keys: keys))
  }

  private static func clash(_ left: [Key], _ right: [Key]) -> Bool {
    left.starts(with: right) || right.starts(with: left)
  }

  private enum Overlap { case inner, outer }

  /// How the first context lies to the second, where both hold at once; the same one counts as inner.
  private func overlap(_ first: KeyContext, _ second: KeyContext) -> Overlap? {
    if first == second { return .inner }
    for stack in together {
      if let here = stack.firstIndex(of: first), let there = stack.firstIndex(of: second) {
        return here < there ? .inner : .outer
      }
    }
    return nil
  }

  /// The commands that a person's line has left without a key somewhere, though no line says so; and
  /// those that it has only taken a key from.
  func lost(
    from original: KeyTable<Command>
  ) -> (lost: [KeyMapFile.Problem], taken: [KeyMapFile.Problem]) {
    var lost: [KeyMapFile.Problem] = []
    var taken: [KeyMapFile.Problem] = []
    for (index, before) in original.bindings.enumerated() where settled[before.name] == nil {
      let claim = claims.first { claim in
        claim.binding != index && before.keys.contains { Self.clash($0, claim.keys) }
          && overlap(before.context, table.bindings[claim.binding].context) != nil
      }
      guard let claim, let key = before.keys.first(where: { Self.clash($0, claim.keys) }) else {
        continue
      }
      let stacks = together.filter { $0.contains(before.context) }
      let empty = (stacks.isEmpty ? [[before.context]] : stacks).first { stack in
        has(before, in: original, stack) && !has(table.bindings[index], in: table, stack)
      }
      let by = table.bindings[claim.binding]
      if let empty {
        let place = empty.first { $0 == by.context } ?? before.context
        lost.append(
          KeyMapFile.Problem(
            line: claim.line,
            message: "\(Self.taking(claim.keys, key)) was \(before.name), which has no key "
              + "left in '\(place.name)'; give it another, or say 'unbind \(before.name)'"))
      } else {
        let kept = before.keys.filter { !Self.clash($0, claim.keys) }.map(Binding<Command>.written)
        taken.append(
          KeyMapFile.Problem(
            line: claim.line,
            message: "\(Self.taking(claim.keys, key)) was \(before.name), which keeps "
              + "\(kept.joined(separator: ", ")) in '\(by.context.name)'"))
      }
    }
    return (lost, taken)
  }

  /// The key that was taken, and how, where what took it is not the same.
  private static func taking(_ keys: [Key], _ former: [Key]) -> String {
    let written = Binding<Command>.written(former)
    if keys == former { return written }
    return keys.starts(with: former)
      ? "\(written), with which \(Binding<Command>.written(keys)) begins,"
      : "\(written), which begins with \(Binding<Command>.written(keys)),"
  }

  private func has(
    _ binding: Binding<Command>, in table: KeyTable<Command>, _ stack: [KeyContext]
  ) -> Bool {
    binding.keys.contains { keys in
      // A sequence is called only if none of its beginnings already calls something.
      for count in 1..<max(1, keys.count) {
        guard case .prefix = table.meaning(of: Array(keys.prefix(count)), in: stack) else {
          return false
        }
      }
      guard case .command(let found) = table.meaning(of: keys, in: stack) else { return false }
      return found.name == binding.name
    }
  }
}

extension Binding {
  /// A sequence as a person writes it.
  static func written(_ keys: [Key]) -> String { keys.map(\.text).joined(separator: " ") }
}
