import AlternativeProvision
import CaseStore
import TerminalUI

/// What stands under the providers: the children who attend least at the one in question, or, where
/// none is, those of all providers whose attendance has collapsed.
struct AttendanceFoot {
  /// How many lines it takes at most, save in a pane that has the whole screen.
  static let most = 8

  /// One child, as a line.
  private struct Line: Equatable {
    var share: Share
    var fall: Int
    var name: String
    var place: String
  }

  private var provider: Identifier<Provider>?
  private var limit = -1
  private var title = ""
  /// The same in fewer words.
  private var briefTitle = ""
  private var lines: [Line] = []

  /// How many lines it takes of a pane's height.
  static func lines(of height: Int, isZoomed: Bool) -> Int {
    guard height >= 8 else { return 0 }
    return min(isZoomed ? 24 : most, max(3, height / 3))
  }

  /// Reads the children of a provider, or of all, unless they are those at hand.
  mutating func show(_ wanted: ProviderRow?, limit: Int, desk: Desk) {
    guard wanted?.id != provider || limit != self.limit else { return }
    provider = wanted?.id
    self.limit = limit
    guard let wanted else { return showCollapsed(limit, desk) }
    let found = desk.reading { try desk.board.worstChildren(of: wanted.id, limit: limit) }
    guard let children = found else {
      // It is asked for again with the next drawing of the pane.
      self.limit = -1
      title = "✗ Who attends \(wanted.name) \(Wording.notRead)"
      briefTitle = "✗ \(Wording.sentence(Wording.notRead))"
      lines = []
      return
    }
    title =
      children.isEmpty
      ? "No child\u{2019}s marks at \(wanted.name)" : "Attend least at \(wanted.name)"
    briefTitle = children.isEmpty ? "No child\u{2019}s marks here" : "Attend least here"
    lines = children.map {
      Line(
        share: $0.attendance.attendance, fall: 0,
        name: desk.shownName($0.name, reference: $0.reference), place: "")
    }
  }

  private mutating func showCollapsed(_ limit: Int, _ desk: Desk) {
    guard let (count, worst) = desk.board.collapsed(limit: limit) else {
      // Still being read: it is asked for again with the next drawing of the pane.
      self.limit = -1
      title = ""
      lines = []
      return
    }
    title =
      count == 0
      ? "No child\u{2019}s attendance fell by \(CaseRow.collapse) points to half"
      : "Attendance collapsed, all providers: \(NumberText.grouped(count))"
    briefTitle = "Attendance collapsed: \(count == 0 ? "none" : NumberText.grouped(count))"
    lines = worst.map {
      Line(
        share: $0.attendance, fall: $0.attendanceFall, name: desk.shown($0).name,
        place: PlaceText.of($0, otherwise: "").0)
    }
  }

  mutating func forget() { limit = -1 }

  func draw(on surface: inout Surface, in area: Rect) {
    surface.fill(area, style: .text)
    surface.put(
      TextWidth.of(title) <= area.width ? title : briefTitle, x: area.x, y: area.y,
      style: Style(.heading), width: area.width)
    for (offset, line) in lines.prefix(area.height - 1).enumerated() {
      let y = area.y + 1 + offset
      var x = area.x
      surface.put(
        PercentText.whole(line.share), x: x, y: y, style: Style(PercentText.role(line.share)),
        width: 4, align: .trailing)
      x += 5
      if line.fall > 0 {
        surface.put(
          "-\(line.fall)", x: x, y: y, style: Style(.absentUnauthorised), width: 4,
          align: .trailing)
        x += 5
      }
      let room = area.right - x
      let name = line.place.isEmpty ? room : min(room, max(15, room / 2))
      surface.put(
        NameText.fitted(line.name, width: name), x: x, y: y, style: .text, width: name)
      if room > name + 1 {
        surface.put(
          line.place, x: x + name + 1, y: y, style: Style(.muted), width: room - name - 1)
      }
    }
  }
}
