import Foundation
import TerminalUI
import Testing

@testable import Dashboard

/// The letters that stand for looks in the maps of roles: a point for ordinary text, and a letter or sign,
/// kept in `Snapshots/Looks/letters.txt`, for every other role and emphasis that any screen has.
final class StyleLetters: @unchecked Sendable {
  static let shared = StyleLetters()

  // Guarded by the lock: tests run side by side.
  private let lock = NSLock()
  private var letters: [String: Character] = [:]
  private var order: [String] = []

  private init() {
    for line in Snapshot.text("Looks/letters").split(separator: "\n") where line.count > 2 {
      add(String(line.dropFirst(2)), line.first ?? "?")
    }
  }

  private func add(_ name: String, _ letter: Character) {
    letters[name] = letter
    order.append(name)
  }

  /// What a look is called: its role, and emphasis on top.
  static func name(of style: Style) -> String {
    let role = (Role.general + Role.dashboard).first { $0.number == style.role }
    let parts: [(Emphasis, String)] = [
      (.bold, "bold"), (.underline, "underline"), (.reverse, "reverse"), (.dim, "dim"),
      (.italic, "italic"),
    ]
    let words = parts.filter { style.emphasis.contains($0.0) }.map(\.1)
    return ([role?.name ?? "role \(style.role)"] + words).joined(separator: " ")
  }

  /// The letter of a look; where screens are recorded, a new look gets one of its name's.
  func letter(of style: Style) -> Character? {
    if style == .text { return "." }
    let name = StyleLetters.name(of: style)
    lock.lock()
    defer { lock.unlock() }
    if let known = letters[name] { return known }
    guard Snapshot.isRecording else { return nil }
    let taken = Set(letters.values)
    let own = name.filter { $0.isLetter }
    let all =
      own + own.uppercased() + "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!$%&*+/<=>?@^~"
    guard let free = all.first(where: { !taken.contains($0) }) else { return nil }
    add(name, free)
    Snapshot.write(
      order.map { "\(letters[$0] ?? "?") \($0)" }.joined(separator: "\n") + "\n", "Looks/letters")
    return free
  }

  /// The map of a screen: the screens that are on top of one another, then for each row its looks, each with
  /// how many cells it has; `.` for ordinary text, which is left out at a row's end, and `×` for rows alike.
  func map(of shot: Walk.Shot) -> [String] {
    let surface = shot.surface
    var known: [Style: Character] = [:]
    func letter(_ style: Style) -> Character {
      if let letter = known[style] { return letter }
      let letter = self.letter(of: style) ?? "?"
      known[style] = letter
      return letter
    }
    var rows: [(line: String, count: Int)] = []
    for y in 0..<surface.height {
      var runs: [(letter: Character, count: Int)] = []
      for x in 0..<surface.width {
        let next = letter(surface.style(x, y))
        if runs.last?.letter == next {
          runs[runs.count - 1].count += 1
        } else {
          runs.append((next, 1))
        }
      }
      if runs.last?.letter == "." { runs.removeLast() }
      let line = runs.map { $0.count == 1 ? "\($0.letter)" : "\($0.letter)\($0.count)" }
        .joined(separator: " ")
      if rows.last?.line == line {
        rows[rows.count - 1].count += 1
      } else {
        rows.append((line, 1))
      }
    }
    return ["# " + shot.screens.joined(separator: " > ")]
      + rows.map { $0.count == 1 ? $0.line : "\($0.line) ×\($0.count)" }
  }
}
