import TerminalUI

/// The columns of a pane: which are shown, in what order and how wide, seen at once behind the list.
struct ColumnsScreen: Screen {
  private let pane: PaneKind
  private let names: [String]
  private let shapes: [ColumnShape]
  private let before: ColumnChoice
  private var choice: ColumnChoice
  /// The columns in the order of the choice, by their place among the shapes.
  private var order: [Int]
  private var position = ListPosition()
  private var area = Rect(x: 0, y: 0, width: 0, height: 0)

  init(_ pane: PaneKind, tables: BoardTables) {
    self.pane = pane
    shapes = tables.shapes(of: pane)
    names = tables.names(of: pane)
    before = tables.choice(of: pane)
    choice = before
    order = ColumnsScreen.order(shapes, choice)
    position.fit(height: 10, count: order.count)
  }

  private static func order(_ shapes: [ColumnShape], _ choice: ColumnChoice) -> [Int] {
    let named = choice.order.compactMap { id in shapes.firstIndex { $0.id == id } }
    return named + shapes.indices.filter { !named.contains($0) }
  }

  var contexts: [KeyContext] { [.columns] }
  var isOverlay: Bool { true }

  mutating func handle(_ input: Input, desk: Desk) -> Outcome {
    switch input {
    case .command(.choose): return .pop
    case .command(.back):
      choice = before
      return .several([.arrange(pane, choice), .pop])
    case .command(.mark): return toggle()
    case .command(.columnUp): return move(by: -1)
    case .command(.columnDown): return move(by: 1)
    case .command(.wider): return widen(by: 1)
    case .command(.narrower): return widen(by: -1)
    case .command(.evenPanes):
      choice = ColumnChoice()
      return changed()
    case .command(let command):
      return position.move(command, count: order.count) == true ? .redraw : .stay
    case .mouse(let mouse): return answer(mouse)
    case .key, .paste: return .stay
    }
  }

  private mutating func answer(_ mouse: Mouse) -> Outcome {
    switch mouse.action {
    case .wheelUp: return position.scroll(-3, of: order.count) ? .redraw : .stay
    case .wheelDown: return position.scroll(3, of: order.count) ? .redraw : .stay
    case .press where !area.contains(mouse.point): return .pop
    case .press:
      let row = position.top + mouse.point.y - area.y - 1
      guard mouse.point.y > area.y, order.indices.contains(row) else { return .stay }
      position.select(row, of: order.count)
      return toggle()
    default: return .stay
    }
  }

  private var selected: ColumnShape? {
    order.indices.contains(position.selected) ? shapes[order[position.selected]] : nil
  }

  private mutating func toggle() -> Outcome {
    guard let selected else { return .stay }
    choice.toggle(selected.id, among: shapes, shown: !choice.hidden.contains(selected.id))
    return changed()
  }

  private mutating func move(by places: Int) -> Outcome {
    guard let selected else { return .stay }
    choice.move(selected.id, by: places, among: shapes)
    order = ColumnsScreen.order(shapes, choice)
    let place = order.firstIndex { shapes[$0].id == selected.id } ?? position.selected
    position.select(place, of: order.count)
    return changed()
  }

  private mutating func widen(by cells: Int) -> Outcome {
    guard let selected else { return .stay }
    let room = choice.widths[selected.id] ?? max(selected.width, selected.comfort)
    choice.widen(selected.id, by: cells, from: room, among: shapes)
    return changed()
  }

  private mutating func changed() -> Outcome {
    order = ColumnsScreen.order(shapes, choice)
    return .several([.redraw, .arrange(pane, choice)])
  }

  mutating func draw(on surface: inout Surface, desk: Desk) {
    guard surface.fitsPopup else { return }
    let size = Size(width: 44, height: min(order.count + 2, surface.height - 3))
    area = Rect(
      x: max(0, surface.width - size.width - 1), y: 1, width: min(size.width, surface.width),
      height: size.height)
    let inside = Popup.draw(
      on: &surface, in: area, title: "Columns",
      bottomTitle:
        "\(desk.key(.choose, in: .columns)) keeps, \(desk.key(.back, in: .columns)) undoes")
    position.fit(height: inside.height, count: order.count)
    for row in position.visible(of: order.count) {
      let shape = shapes[order[row]]
      let line = inside.row(row - position.top)
      let style = Style(row == position.selected ? .selection : .popup)
      surface.fill(line, style: style)
      let sign = choice.hidden.contains(shape.id) ? "[ ]" : "[x]"
      surface.put(
        "\(sign) \(names[order[row]])", x: line.x, y: line.y, style: style,
        width: max(0, line.width - 10))
      if let width = choice.widths[shape.id] {
        surface.put(
          "\(width) wide", x: line.right - 9, y: line.y, style: style, width: 9, align: .trailing)
      }
      if row == position.selected {
        surface.focus(on: line)
      }
    }
    ScrollBar.draw(
      on: &surface, in: Rect(x: area.right - 1, y: inside.y, width: 1, height: inside.height),
      offset: position.top, page: position.height, of: order.count)
  }
}
