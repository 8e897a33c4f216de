import AlternativeProvision
import CaseStore
import TerminalUI

/// What one pane remembers: where one is in it, and what was typed to filter it.
struct PaneState {
  /// The row selected and the rows in view.
  var position = ListPosition()
  /// The number of the case or provider that is selected, by which it is found again.
  var identity: Int64?
  /// Whether the person has been in the pane, or was there the last time: until then it shows its head.
  var isChosen = false
  /// The words by which it is filtered.
  var filter = ""
  /// The words last kept, which can be gone through when the filter is gone.
  var sought = ""
}

/// A list as any of the four panes sees it.
enum PaneList {
  case cases(CaseList)
  case providers(ProviderList)

  /// How many rows are shown.
  var count: Int {
    switch self {
    case .cases(let list): list.count
    case .providers(let list): list.count
    }
  }

  /// The number of the case or provider in a row.
  func identity(at row: Int) -> Int64? {
    guard row >= 0, row < count else { return nil }
    switch self {
    case .cases(let list): return list.id(at: row).number
    case .providers(let list): return list[row].id.number
    }
  }

  /// The row of a case or provider; nil where it is not shown.
  func row(of identity: Int64) -> Int? {
    switch self {
    case .cases(let list): list.position(of: Identifier(identity))
    case .providers(let list): list.position(of: Identifier(identity))
    }
  }

  /// The next row that holds words, going round.
  func next(holding words: String, from row: Int, forwards: Bool) -> NextMatch? {
    switch self {
    case .cases(let list): list.next(holding: words, from: row, forwards: forwards)
    case .providers(let list): list.next(holding: words, from: row, forwards: forwards)
    }
  }

  /// Shows only what holds these words.
  func filter(_ words: String) {
    switch self {
    case .cases(let list): list.filter = words
    case .providers(let list): list.filter = words
    }
  }
}

extension Desk {
  /// The list that a pane shows.
  func list(of pane: PaneKind) -> PaneList {
    switch pane {
    case .cases: .cases(board.cases)
    case .days: .cases(board.days)
    case .attendance: .providers(board.providers)
    case .quality: .providers(board.quality)
    }
  }
}
