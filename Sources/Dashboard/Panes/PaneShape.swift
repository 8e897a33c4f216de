import TerminalUI

/// A line between panes that can be moved.
enum Divider: Int, CaseIterable {
  /// Between the first column of panes and the next.
  case across
  /// Between the second column and the third.
  case second
  /// Between the upper panes and the lower.
  case down

  /// What the state file calls it.
  var name: String {
    switch self {
    case .across: "across"
    case .second: "second"
    case .down: "down"
    }
  }
}

/// How the person has arranged the panes of a screen: where the dividers stand, and what is hidden.
struct PaneShape<Pane: RawRepresentable & Hashable & CaseIterable>: Hashable
where Pane.RawValue == Int {
  /// The share of the width or height that lies before each divider, in thousandths; none where the
  /// program finds the share that suits the size.
  private(set) var shares: [Divider: Int] = [:]
  /// The panes that are not shown.
  var hidden: Set<Pane> = []

  /// The least that a pane keeps.
  static var least: Size { Size(width: 20, height: 4) }

  /// Puts a divider at a cell of so many.
  mutating func put(_ divider: Divider, at cell: Int, of length: Int) {
    guard length > 0 else { return }
    let least = Self.least(divider)
    let kept = min(max(cell, least), max(least, length - least))
    // Rounded up, so that the share gives the same cell again.
    shares[divider] = (kept * 1000 + length - 1) / length
  }

  /// The cells that lie before a divider of so many; nil where the program decides.
  func cells(_ divider: Divider, of length: Int) -> Int? {
    let least = Self.least(divider)
    guard let share = shares[divider], length >= 2 * least else { return nil }
    return min(max(length * share / 1000, least), length - least)
  }

  private static func least(_ divider: Divider) -> Int {
    divider == .down ? least.height : least.width
  }

  /// The panes that are shown, of which the one in use is one whatever was hidden.
  func shown(with focus: Pane) -> [Pane] {
    Pane.allCases.filter { $0 == focus || !hidden.contains($0) }
  }

  /// The pane so many further in the round of those shown.
  func pane(_ steps: Int, from focus: Pane) -> Pane {
    let shown = shown(with: focus)
    let here = shown.firstIndex(of: focus) ?? 0
    return shown[(here + steps + shown.count) % shown.count]
  }

  // MARK: Remembering

  /// The shape in lines, as the state file has it.
  var lines: [String] {
    var lines = Divider.allCases.compactMap { divider in
      shares[divider].map { "\(divider.name) \($0)" }
    }
    let numbers = hidden.map(\.rawValue).sorted().map(String.init)
    if !numbers.isEmpty { lines.append("hidden " + numbers.joined(separator: " ")) }
    return lines
  }

  /// Takes in one line of the state file; false where it says something else.
  mutating func take(_ words: some Collection<Substring>) -> Bool {
    guard let first = words.first else { return false }
    let numbers = words.dropFirst().compactMap { Int($0) }
    if let divider = Divider.allCases.first(where: { $0.name == first }) {
      shares[divider] = numbers.first.flatMap { (1..<1000).contains($0) ? $0 : nil }
      return true
    }
    guard first == "hidden" else { return false }
    hidden = Set(numbers.compactMap { Pane(rawValue: $0) })
    if hidden.count == Pane.allCases.count { hidden = [] }
    return true
  }
}
