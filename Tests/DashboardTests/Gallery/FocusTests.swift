import Foundation
import TerminalUI
import Testing

@testable import Dashboard

/// Where the terminal's cursor stands: whoever has the screen read to them hears that line.
@Suite("The cursor is where the person is, on every screen")
struct FocusTests {
  /// One screen as it stands, with what the screen on top draws of it.
  private struct Seen {
    let surface: Surface
    /// The cells that the screen on top has drawn, the others being of no role there is.
    private let top: Surface

    private static let nothing = Style(Role(250, "none", fallback: .text))

    init(_ app: DashboardApp) {
      surface = app.draw()
      var top = Surface(app.size)
      top.fill(top.bounds, style: Seen.nothing)
      if var screen = app.screens.last {
        screen.invalidate()
        screen.draw(on: &top, desk: app.desk)
      }
      self.top = top
    }

    func isOfTop(_ x: Int, _ y: Int) -> Bool { top.style(x, y) != Seen.nothing }

    func role(_ x: Int, _ y: Int) -> UInt8 { surface.style(x, y).role }

    func has(_ role: Role) -> Bool {
      (0..<surface.height).contains { y in
        (0..<surface.width).contains { self.role($0, y) == role.number && isOfTop($0, y) }
      }
    }

    /// The text of a row as far as the screen on top has drawn it, from a column to its frame.
    func text(_ x: Int, _ y: Int) -> String {
      (x..<surface.width).prefix { isOfTop($0, y) && !isFrame($0, y) }
        .map { surface.text($0, y) }.joined().trimmingCharacters(in: .whitespaces)
    }

    func isFrame(_ x: Int, _ y: Int) -> Bool {
      [Role.focusedBorder, .popupBorder, .border, .focusedTitle, .headline, .title]
        .contains { $0.number == role(x, y) }
    }
  }

  /// What is wrong with the place of the cursor; nil where it is where the person is.
  private func fault(_ seen: Seen, isPicture: Bool) -> String? {
    guard let cursor = seen.surface.cursor else { return "there is none" }
    let (x, y) = (cursor.point.x, cursor.point.y)
    guard seen.isOfTop(x, y) else { return "it is beneath what is on top" }
    if cursor.isVisible {
      return seen.role(x, y) == Role.field.number || seen.role(x - 1, y) == Role.field.number
        ? nil : "it shows, and is in no field"
    }
    if seen.text(x, y).isEmpty { return "there is nothing to read" }
    if seen.has(.selection) {
      return seen.role(x, y) == Role.selection.number ? nil : "another row is selected"
    }
    if seen.has(.match) { return nil }
    // A page of words: nothing to read stands between its frame and the cursor.
    var above = y - 1
    while above >= 0, !seen.isFrame(x, above) {
      if !seen.text(x, above).isEmpty, !isPicture { return "it is not on the first line" }
      above -= 1
    }
    return nil
  }

  private func check(_ name: String, _ app: DashboardApp) {
    // Above the parts of a case there may be a picture of what they say, and above a brief the child.
    let isPicture = app.screens.last is CaseScreen || app.screens.last is MeetingScreen
    func look(_ moment: String) -> Point? {
      let seen = Seen(app)
      if let fault = fault(seen, isPicture: isPicture) {
        let at = seen.surface.cursor?.point
        Issue.record(
          "\(name) \(moment): \(fault), at \(String(describing: at))\n\(seen.surface.lines.joined(separator: "\n"))"
        )
      }
      return seen.surface.cursor?.point
    }
    guard !app.idle.isOn else { return }
    let first = look("at first")
    app.needsDrawing = true
    #expect(look("drawn again") == first, "\(name), what has changed of it drawn")
    app.redrawAll()
    #expect(look("drawn whole") == first, "\(name), drawn whole")
    guard let top = app.screens.last else { return }
    let isChoosing = top.contexts.contains(.choosing)
    for key in ["down", "down", "up", "pgdn"] {
      guard let pressed = Key(key) else { continue }
      app.handle(.key(pressed))
      _ = look("after \(key)")
      guard isChoosing, let cursor = app.draw().cursor, Seen(app).has(.selection) else { continue }
      #expect(!cursor.isVisible, "\(name): among rows the cursor is on one of them")
    }
    guard isChoosing, !(top is ThemeScreen), !(top is ConfirmScreen) else { return }
    app.handle(.key(Key(.character("e"))))
    #expect(app.draw().cursor?.isVisible == true, "\(name): what is typed goes to the field")
  }

  @Test("on the row, in the field, at the first line of what is on top", arguments: Gallery.visits)
  func everywhere(_ visit: Gallery.Visit) throws {
    guard visit.walk.title != Gallery.onWhichNothingStands else { return }
    _ = try visit.walk.seen(at: visit.size, examining: check)
  }

  @Test(
    "on the smallest screen that is taken every screen shows a row of what it is for",
    arguments: Gallery.walks)
  func smallest(_ walk: Walk) throws {
    guard walk.title != Gallery.onWhichNothingStands else { return }
    _ = try walk.seen(at: BoardLayout.smallest, examining: check)
  }
}
