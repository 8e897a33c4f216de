import AlternativeProvision
import CaseStore
import TerminalUI

// The first line: which item is up, how long it has taken, and above all whether there is a quorum.
extension MeetingScreen {
  /// How much the line tells, the most first; what it says last of all is the item and the quorum.
  private enum Telling: Int, CaseIterable, Comparable {
    case reasons, whole, shortName, both, onlyItem, brief, least

    static func < (left: Telling, right: Telling) -> Bool { left.rawValue < right.rawValue }
  }

  func drawHeadline(on surface: inout Surface, desk: Desk) {
    let line = layout.headline
    surface.fill(line, style: Style(.headline))
    // The foot of the screen says that names are covered; that they are not belongs where all look.
    let mark = desk.isShared ? "" : line.width >= 110 ? " NAMES SHOWN " : " NAMES "
    let width = TextWidth.of(mark)
    surface.put(
      mark, x: max(line.x, line.right - width), y: line.y,
      style: Style(.error, [.bold, .reverse]), width: min(width, line.width))
    let room = max(0, line.width - width - (width > 0 ? 1 : 0))
    let tellings = Telling.allCases.lazy.map { headline($0, desk) }
    let spans = tellings.first { $0.reduce(0) { $0 + $1.width } <= room }
    surface.put(spans ?? headline(.least, desk), x: line.x, y: line.y, width: room)
  }

  private func headline(_ telling: Telling, _ desk: Desk) -> [Span] {
    let panel = file.panel.value
    let day = file.meeting.value.heldOn
    var parts: [Span] = []
    if telling < .least {
      let isShort = telling >= .shortName
      parts.append(
        Span(
          "\(isShort ? panel.kind.shortTitle : panel.name) \(isShort ? day.short : day.medium)  ",
          Style(.headline, .bold)))
    }
    let place =
      items.isEmpty
      ? "No item"
      : telling == .least ? "\(index + 1)/\(items.count)" : "Item \(index + 1) of \(items.count)"
    parts.append(Span(place, Style(.headline, .bold)))
    if let time = time(telling, desk) { parts.append(time) }
    parts.append(quorum(telling))
    return parts
  }

  private func time(_ telling: Telling, _ desk: Desk) -> Span? {
    guard file.meeting.value.state == .open else {
      return Span("  \(file.meeting.value.state.title)", Style(.warning, .bold))
    }
    guard let item else { return nil }
    let spent = timing.seconds(at: desk.setting.stopwatch(), onFile: item.secondsSpent) / 60
    let allotted = item.item.value.minutesAllotted
    let over = spent - allotted
    var words =
      telling == .least
      ? "  \(spent)/\(allotted) min"
      : "  \(spent) min, \(over > 0 ? "\(over) over" : "\(-over) left")"
    if telling < .onlyItem {
      let taken =
        openedAt.map { Int((desk.setting.stopwatch() - $0).components.seconds) }
        ?? items.reduce(0) { $0 + $1.secondsSpent }
      let all =
        file.meeting.value.minutesAllotted
        ?? items.reduce(0) { $0 + $1.item.value.minutesAllotted }
      words +=
        telling == .both
        ? "  Meeting \(taken / 60)/\(all)" : " of \(allotted)  Meeting \(taken / 60) of \(all) min"
    }
    return Span(words, over > 0 ? Style(.warning, .bold) : Style(.headline))
  }

  private func quorum(_ telling: Telling) -> Span {
    let deciding = file.deciding(on: item)
    guard !deciding.hasQuorum else {
      let words =
        telling < .both ? "  Quorum met, \(deciding.members.count) decide" : "  Quorum"
      return Span(words, Style(.good))
    }
    var words = "  NO QUORUM"
    if telling < .brief { words += ": recommendation only" }
    if telling == .reasons, let first = deciding.shortfalls.first {
      words += " (\(first.description))"
    }
    return Span(words, Style(.error, .bold))
  }
}
