import TerminalUI

/// The last line of every screen: the few keys that matter now, or what can follow the keys pressed.
struct KeyLine {
  private var contexts: [KeyContext] = []
  private var known: [(command: DashboardCommand, hint: KeyHint)] = []

  /// The keys of contexts, found once for as long as these hold, but those that would only be refused.
  mutating func hints(
    _ table: KeyTable<DashboardCommand>, in contexts: [KeyContext], after pending: [Key],
    isOffered: (DashboardCommand) -> Bool
  ) -> [KeyHint] {
    guard pending.isEmpty else { return table.following(pending, in: contexts) }
    if contexts != self.contexts {
      self.contexts = contexts
      known = table.offers(in: contexts)
    }
    return known.filter { isOffered($0.command) }.map(\.hint)
  }

  /// What a click at a column calls; nil beside the keys.
  mutating func command(
    at x: Int, width: Int, _ table: KeyTable<DashboardCommand>, in contexts: [KeyContext],
    isOffered: (DashboardCommand) -> Bool
  ) -> DashboardCommand? {
    let hints = hints(table, in: contexts, after: [], isOffered: isOffered)
    var scratch = Surface(width: width, height: 1)
    let places = Footer.draw(on: &scratch, in: scratch.bounds, hints)
    guard let index = places.firstIndex(where: { $0.x <= x && x < $0.right }) else { return nil }
    return table.bindings.first { binding in
      contexts.contains(binding.context) && binding.title == hints[index].title
    }?.command
  }
}
