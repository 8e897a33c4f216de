/// A popup list from which one thing is chosen, narrowed as one types.
public struct Chooser: Sendable {
  /// Something to choose.
  public struct Item: Hashable, Sendable {
    /// What the screen that asked knows it by.
    public var id: String
    /// Its line.
    public var title: String
    /// A remark at the right, such as a key or a number.
    public var remark: String

    /// Makes an item.
    public init(id: String, title: String, remark: String = "") {
      self.id = id
      self.title = title
      self.remark = remark
    }
  }

  /// What a key did.
  public enum Answer: Hashable, Sendable {
    /// This item was chosen, by its name.
    case chosen(String)
    /// Nothing is to be chosen.
    case cancelled
    /// The list goes on.
    case going
  }

  /// The title of the popup.
  public let title: String
  /// Everything there is to choose.
  public let items: [Item]
  /// What was typed.
  public private(set) var filter = LineField()
  private var matching: [Int]
  private var table = Table(columns: [
    TableColumn("title", "", minimum: 8, weight: 1),
    TableColumn("remark", "", alignment: .trailing, minimum: 4, preferred: 16, importance: -1),
  ])

  /// Makes a chooser with the item of a name selected.
  public init(title: String, items: [Item], selected: String? = nil) {
    self.title = title
    self.items = items
    matching = Array(items.indices)
    let remarks = items.map { TextWidth.of($0.remark) }.max() ?? 0
    if remarks == 0 { table.columns.removeLast() }
    table.refresh(count: items.count)
    table.select(items.firstIndex { $0.id == selected } ?? 0)
  }

  /// The items that match what was typed.
  public var matches: [Item] { matching.map { items[$0] } }

  /// The selected item.
  public var selected: Item? {
    matching.indices.contains(table.selected) ? items[matching[table.selected]] : nil
  }

  /// Takes a key: arrows and pages move, Enter chooses, Escape cancels, all else is typed.
  public mutating func press(_ key: Key) -> Answer {
    switch (key.code, key.modifiers) {
    case (.enter, _): return selected.map { .chosen($0.id) } ?? .going
    case (.escape, _), (.character("c"), .control): return .cancelled
    case (.up, _), (.character("p"), .control): table.move(by: -1)
    case (.down, _), (.character("n"), .control): table.move(by: 1)
    case (.pageUp, _): table.page(by: -1)
    case (.pageDown, _): table.page(by: 1)
    case (.home, []) where filter.isEmpty: table.moveToStart()
    case (.end, []) where filter.isEmpty: table.moveToEnd()
    default: if filter.press(key) == .changed { narrow() }
    }
    return .going
  }

  /// Takes pasted text into the filter.
  public mutating func paste(_ text: String) { if filter.insert(text) == .changed { narrow() } }

  /// Takes the mouse in the rectangle in which it was drawn: a click selects, a second one chooses, a
  /// click outside cancels.
  public mutating func take(_ mouse: Mouse, in rect: Rect) -> Answer {
    switch mouse.action {
    case .wheelUp: table.scroll(by: -3)
    case .wheelDown: table.scroll(by: 3)
    case .press:
      guard rect.contains(mouse.point) else { return .cancelled }
      if case .row(let row) = table.hit(mouse.point, in: listRect(rect.inset(2, 1))) {
        table.select(row)
        if mouse.clicks > 1, let selected { return .chosen(selected.id) }
      }
    default: break
    }
    return .going
  }

  private mutating func narrow() {
    let words = WordFilter(filter.text)
    matching = items.indices.filter { words.matches(items[$0].title + " " + items[$0].remark) }
    table.refresh(count: matching.count)
    table.moveToStart()
  }

  /// The rectangle that it takes in the middle of another.
  public func rect(in bounds: Rect) -> Rect {
    let widest = items.map { TextWidth.of($0.title) + TextWidth.of($0.remark) }.max() ?? 0
    let width = max(widest + 8, TextWidth.of(title) + 8, 30)
    return bounds.inset(2, 1).centred(Size(width: width, height: items.count + 3))
  }

  /// The table's header, which is empty, lies under the filter's line.
  private func listRect(_ inner: Rect) -> Rect { inner }

  /// Draws it in a rectangle, as ``rect(in:)`` gives it.
  public mutating func draw(on surface: inout Surface, in rect: Rect) {
    let inner = Popup.draw(
      on: &surface, in: rect, title: title, bottomTitle: "\(matching.count) of \(items.count)")
    table.emptyText = "nothing matches"
    let (items, matching) = (items, matching)
    let bar = rect.right - 1
    table.draw(on: &surface, in: listRect(inner), isFocused: true, scrollBarAt: bar) { row in
      let item = items[matching[row]]
      return TableRow([
        .text(item.title, Style(.popup)), .text(item.remark, Style(.muted)),
      ])
    }
    filter.draw(
      on: &surface, in: inner.row(0), isFocused: true, placeholder: "type to narrow")
  }
}
