/// Where a binding holds: a pane, a screen, a popup, everywhere. The heading of its part of the help.
public struct KeyContext: Hashable, Sendable {
  /// A short name, which a keymap file uses.
  public let name: String
  /// The heading in the help.
  public let title: String
  /// Whether letters are typed there, so that a key that types one can't be bound.
  public let takesText: Bool

  /// Declares a context.
  public init(_ name: String, title: String, takesText: Bool = false) {
    self.name = name
    self.title = title
    self.takesText = takesText
  }

  /// Contexts are the same when their names are.
  public static func == (left: KeyContext, right: KeyContext) -> Bool { left.name == right.name }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// A command with the keys that call it, declared once: dispatch, help and footer all read it.
public struct Binding<Command: Hashable & Sendable>: Sendable {
  /// What happens.
  public var command: Command
  /// What a keymap file calls it: the name of its context, a point, and a word of its own. It stays the
  /// same for good, since people write it down.
  public let name: String
  /// The sequences of keys that call it; the first is the one that is shown.
  public var keys: [[Key]]
  /// A word or two, for the footer and the palette.
  public var title: String
  /// A sentence, for the help.
  public var description: String
  /// Where it holds.
  public var context: KeyContext
  /// How much it belongs in the footer, where there is room: 0 for not at all, larger for first.
  public var prominence: Int

  /// Declares a binding; keys as in ``Key/sequence(_:)``. One that is no key is left out, which a test
  /// of the table finds by ``KeyTable/problems``. Without a word of its own it is named by its title:
  /// `Page up` in the context `moving` is `moving.page-up`.
  public init(
    _ command: Command, _ keys: [String], _ title: String, _ description: String,
    in context: KeyContext, prominence: Int = 0, named word: String? = nil
  ) {
    self.command = command
    name = context.name + "." + (word ?? Self.word(from: title))
    let read = keys.map(Key.sequence)
    self.keys = read.compactMap { $0 }
    self.title = title
    self.description = description
    self.context = context
    self.prominence = prominence
    unreadable = zip(keys, read).filter { $0.1 == nil }.map(\.0)
  }

  /// By bytes: a whole table is named before the first frame.
  private static func word(from title: String) -> String {
    var bytes: [UInt8] = []
    for byte in title.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        bytes.append(byte)
      default: if let last = bytes.last, last != 0x2D { bytes.append(0x2D) }
      }
    }
    if bytes.last == 0x2D { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Keys as they were written that are none.
  public let unreadable: [String]

  /// The keys as the help shows them: `j, ↓`.
  public var label: String { keys.map(Self.label).joined(separator: ", ") }

  /// One sequence as the help shows it: `g g`.
  public static func label(_ sequence: [Key]) -> String {
    sequence.map(\.label).joined(separator: " ")
  }
}

/// A key and what it does, for the footer.
public struct KeyHint: Hashable, Sendable {
  /// The key as it is shown.
  public let keys: String
  /// What it does.
  public let title: String

  /// Makes a hint.
  public init(keys: String, title: String) {
    self.keys = keys
    self.title = title
  }
}

/// The one table of bindings.
public struct KeyTable<Command: Hashable & Sendable>: Sendable {
  /// Every binding, in the order in which help shows them.
  public internal(set) var bindings: [Binding<Command>]

  /// What a sequence of keys means.
  public enum Meaning: Sendable {
    /// It calls this.
    case command(Binding<Command>)
    /// It begins these.
    case prefix([Binding<Command>])
    /// It means nothing here.
    case nothing
  }

  /// Makes a table.
  public init(_ bindings: [Binding<Command>]) { self.bindings = bindings }

  /// What the keys mean in contexts, the innermost first: what an inner one binds hides the outer's.
  public func meaning(of keys: [Key], in contexts: [KeyContext]) -> Meaning {
    var longer: [Binding<Command>] = []
    for context in contexts {
      for binding in bindings where binding.context == context {
        for sequence in binding.keys where sequence.starts(with: keys) {
          if sequence.count == keys.count {
            // A shorter one inside beats a longer one inside or outside: no key waits for a clock.
            return longer.isEmpty ? .command(binding) : .prefix(longer)
          }
          longer.append(binding)
        }
      }
    }
    return longer.isEmpty ? .nothing : .prefix(longer)
  }

  /// The binding of a command in contexts, the innermost first.
  public func binding(of command: Command, in contexts: [KeyContext]) -> Binding<Command>? {
    for context in contexts {
      if let found = bindings.first(where: { $0.command == command && $0.context == context }) {
        return found
      }
    }
    return nil
  }

  /// The binding of a name, as in a keymap file.
  public func binding(named name: String) -> Binding<Command>? {
    bindings.first { $0.name == name }
  }

  /// What may follow keys that were pressed and wait for the rest: the keys still to press, and what
  /// they call, the innermost context's first.
  public func following(_ pending: [Key], in contexts: [KeyContext]) -> [KeyHint] {
    guard case .prefix(let longer) = meaning(of: pending, in: contexts) else { return [] }
    var seen: Set<[Key]> = []
    var hints: [KeyHint] = []
    for binding in longer {
      for sequence in binding.keys where sequence.starts(with: pending) {
        guard seen.insert(sequence).inserted else { continue }
        let rest = Binding<Command>.label(Array(sequence.dropFirst(pending.count)))
        hints.append(KeyHint(keys: rest, title: binding.title))
      }
    }
    return hints
  }

  /// The hints for a footer: the prominent bindings, the innermost context's first, each command once.
  public func hints(in contexts: [KeyContext]) -> [KeyHint] { offers(in: contexts).map(\.hint) }

  /// The same with what each calls.
  public func offers(in contexts: [KeyContext]) -> [(command: Command, hint: KeyHint)] {
    var seen: Set<Command> = []
    var found: [(Int, Int, command: Command, hint: KeyHint)] = []
    for context in contexts {
      for binding in bindings where binding.context == context && binding.prominence > 0 {
        guard let keys = binding.keys.first, seen.insert(binding.command).inserted else { continue }
        let hint = KeyHint(keys: Binding<Command>.label(keys), title: binding.title)
        found.append((-binding.prominence, found.count, binding.command, hint))
      }
    }
    return found.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map { ($0.command, $0.hint) }
  }

  /// The bindings of contexts, context by context, for the help.
  public func help(in contexts: [KeyContext]) -> [(
    context: KeyContext, bindings: [Binding<Command>]
  )] {
    contexts.compactMap { context in
      let own = bindings.filter { $0.context == context }
      return own.isEmpty ? nil : (context, own)
    }
  }

  /// What is wrong with the table: keys that are none, keys bound twice in a context, and keys that
  /// begin a longer sequence of the same context.
  public var problems: [String] {
    var result: [String] = []
    var taken: [String: String] = [:]
    var names: Set<String> = []
    for binding in bindings {
      if !names.insert(binding.name).inserted {
        result.append("\(binding.name) is the name of two bindings")
      }
      result += binding.unreadable.map { "\(binding.title): \($0) is not a key" }
      for sequence in binding.keys {
        let place = "\(binding.context.name): \(Binding<Command>.label(sequence))"
        if let other = taken[place] {
          result.append("\(place) is both \(other) and \(binding.title)")
        }
        taken[place] = binding.title
        for other in bindings where other.context == binding.context {
          for longer in other.keys
          where longer.count > sequence.count && longer.starts(with: sequence) {
            result.append("\(place) hides \(Binding<Command>.label(longer))")
          }
        }
      }
    }
    return result
  }
}

/// Reads keys as they come and puts sequences together.
public struct KeyReader<Command: Hashable & Sendable>: Sendable {
  /// Keys that begin something and wait for the rest.
  public private(set) var pending: [Key] = []

  /// Makes a reader with nothing pending.
  public init() {}

  /// Takes a key. One that does not go on with what was pending ends it and does nothing, as Escape does:
  /// it was meant as a part of something, and not as what it would be alone.
  public mutating func press(
    _ key: Key, table: KeyTable<Command>, in contexts: [KeyContext]
  ) -> KeyTable<Command>.Meaning {
    if !pending.isEmpty && key == Key(.escape) {
      pending = []
      return .nothing
    }
    let meaning = table.meaning(of: pending + [key], in: contexts)
    switch meaning {
    case .prefix: pending.append(key)
    case .command: pending = []
    case .nothing: pending = []
    }
    return meaning
  }

  /// Forgets what was pending.
  public mutating func reset() { pending = [] }
}
