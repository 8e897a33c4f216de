/// Where one is in a list: the row selected and the first row in view.
public struct ListPosition: Hashable, Sendable {
  /// The row selected; 0 in an empty list.
  public private(set) var selected = 0
  /// The first row in view.
  public private(set) var top = 0
  /// How many rows are in view, as last drawn.
  public private(set) var height = 1

  /// The first row of a list.
  public init() {}

  /// Selects a row, or the nearest there is; true where that is another one.
  @discardableResult
  public mutating func select(_ row: Int, of count: Int) -> Bool {
    let before = self
    selected = min(max(0, row), max(0, count - 1))
    settle(count)
    return self != before
  }

  /// Moves the selection by a row. Where that leaves the view, the view moves by half its height: one
  /// sees what comes, and the steps after it draw two rows and not all of them.
  public mutating func step(_ rows: Int, of count: Int) -> Bool {
    let before = self
    selected = min(max(0, selected + rows), max(0, count - 1))
    if selected < top { top = selected - height / 2 }
    if selected >= top + height { top = selected - height + 1 + height / 2 }
    settle(count)
    return self != before
  }

  /// Puts the selection on a row and shows the list from its head, or the row amid its neighbours where
  /// it is further down.
  public mutating func reveal(_ row: Int, of count: Int) {
    selected = min(max(0, row), max(0, count - 1))
    top = selected < height ? 0 : selected - height / 2
    settle(count)
  }

  /// Moves selection and view together by rows, so that the selected line stays where the eye is.
  public mutating func page(_ rows: Int, of count: Int) -> Bool {
    let before = self
    selected = min(max(0, selected + rows), max(0, count - 1))
    top += rows
    settle(count)
    return self != before
  }

  /// Scrolls the view and leaves the selection, unless that would leave the view.
  public mutating func scroll(_ rows: Int, of count: Int) -> Bool {
    let before = self
    top = min(max(0, top + rows), max(0, count - height))
    selected = min(max(selected, top), max(0, min(count - 1, top + height - 1)))
    return self != before
  }

  /// Fits the view to so many rows, and keeps the selection in it.
  public mutating func fit(height: Int, count: Int) {
    self.height = max(1, height)
    selected = min(selected, max(0, count - 1))
    settle(count)
  }

  /// Puts the selection on a row and the view where it was relative to it, as after a new sorting; who
  /// looked at the head of the list goes on seeing it for as long as the row is in view there.
  public mutating func follow(to row: Int, of count: Int) {
    if top == 0, row < height {
      select(row, of: count)
      return
    }
    let offset = selected - top
    selected = min(max(0, row), max(0, count - 1))
    top = selected - offset
    settle(count)
  }

  private mutating func settle(_ count: Int) {
    if selected < top { top = selected }
    if selected >= top + height { top = selected - height + 1 }
    top = min(max(0, top), max(0, count - height))
  }

  /// Whether a row is in view.
  public func shows(_ row: Int) -> Bool { row >= top && row < top + height }

  /// The rows in view of so many.
  public func visible(of count: Int) -> Range<Int> {
    let first = min(top, count)
    return first..<min(count, first + height)
  }
}
