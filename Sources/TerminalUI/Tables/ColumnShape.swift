/// What a column of a table is called, and how it shares the width.
public struct ColumnShape: Hashable, Sendable {
  /// The name that settings know it by; it stays the same for good.
  public var id: String
  /// The head of the column.
  public var title: String
  /// The head in full, where there is room to spare.
  public var longTitle: String?
  /// The least room that it needs.
  public var width: Int
  /// How much more it can use well.
  public var spread: Int
  /// The room that it should have before any column of less importance is shown.
  public var comfort: Int
  /// Columns of less importance give way first where there is no room for all.
  public var importance: Int
  /// The room that it can do with where an essential column would have to give way else.
  public var least: Int
  /// Whether a table is of little use without it.
  var isEssential: Bool { importance >= Self.essential }
  /// The importance from which on a table is of little use without a column.
  public static let essential = 95
  /// Whether no column of less importance stands while it has no room.
  var isTelling: Bool { importance >= Self.telling }
  /// The importance from which on a column tells what the table is looked at for.
  public static let telling = 85
  /// The importance from which on a column says whom or what a row is of, and gives way last.
  public static let first = 100
  /// On which side of its room the text stands.
  public var alignment: Alignment

  /// Declares a column.
  public init(
    id: String, title: String, longTitle: String? = nil, width: Int, spread: Int = 0,
    comfort: Int = 0, least: Int? = nil, importance: Int, alignment: Alignment = .leading
  ) {
    self.id = id
    self.title = title
    self.longTitle = longTitle
    self.width = width
    self.spread = spread
    self.comfort = comfort
    self.importance = importance
    self.least = min(width, least ?? width)
    self.alignment = alignment
  }
}

/// The columns as a person wants them: which, in what order, how wide, and how far to the right.
public struct ColumnChoice: Hashable, Sendable {
  /// Names in their order; columns that are not among them follow as declared.
  public private(set) var order: [String] = []
  /// Columns that are not shown.
  public private(set) var hidden: Set<String> = []
  /// Columns that are shown before all others, whatever their importance.
  public private(set) var wanted: Set<String> = []
  /// The room of columns that were made wider or narrower.
  public private(set) var widths: [String: Int] = [:]
  /// How many columns after the first are scrolled out to the left. Not kept in ``text``.
  public var skipped = 0

  /// What a column may be made at most.
  public static let widest = 120

  /// The columns as declared.
  public init() {}

  /// Reads ``text``: names parted by blanks, each perhaps with `-` for hidden or `+` for wanted in front
  /// and `:` and a width behind. What is no such thing is left out.
  public init(_ text: String) {
    for word in text.split(separator: " ") {
      let parts = word.split(separator: ":", maxSplits: 1)
      guard var name = parts.first else { continue }
      let sign = name.first
      if sign == "-" || sign == "+" { name = name.dropFirst() }
      guard !name.isEmpty, !order.contains(String(name)) else { continue }
      order.append(String(name))
      if sign == "-" { hidden.insert(String(name)) }
      if sign == "+" { wanted.insert(String(name)) }
      if parts.count == 2, let width = Int(parts[1]), (1...Self.widest).contains(width) {
        widths[String(name)] = width
      }
    }
  }

  /// The choice in one line, as settings and state keep it.
  public var text: String {
    order.map { name in
      let sign = hidden.contains(name) ? "-" : wanted.contains(name) ? "+" : ""
      return sign + name + (widths[name].map { ":\($0)" } ?? "")
    }
    .joined(separator: " ")
  }

  /// Shows a column, or hides it. The last column that shows stays.
  public mutating func toggle(_ id: String, among columns: [ColumnShape], shown isShown: Bool) {
    settleOrder(columns)
    if isShown {
      wanted.remove(id)
      if positions(of: columns).count > 1 { hidden.insert(id) }
    } else {
      hidden.remove(id)
      wanted.insert(id)
    }
  }

  /// Moves a column past its neighbours, by so many places to the right.
  public mutating func move(_ id: String, by places: Int, among columns: [ColumnShape]) {
    var names = ordered(columns).map { columns[$0].id }
    guard let from = names.firstIndex(of: id) else { return }
    let to = min(max(0, from + places), names.count - 1)
    names.insert(names.remove(at: from), at: to)
    order = names
  }

  /// Makes a column wider by so many cells, or narrower, from the room that it has.
  public mutating func widen(
    _ id: String, by cells: Int, from room: Int, among columns: [ColumnShape]
  ) {
    settleOrder(columns)
    widths[id] = min(max(1, room + cells), Self.widest)
  }

  /// Says the whole order, since ``text`` can't name a column without saying where it stands.
  private mutating func settleOrder(_ columns: [ColumnShape]) {
    order = ordered(columns).map { columns[$0].id }
  }

  /// Every column by its position in the list, in the order of the choice.
  private func ordered(_ columns: [ColumnShape]) -> [Int] {
    let named = order.compactMap { id in columns.firstIndex { $0.id == id } }
    return named + columns.indices.filter { !named.contains($0) }
  }

  /// The columns that may be shown, by their position in the list, in the order of the choice.
  public func positions(of columns: [ColumnShape]) -> [Int] {
    let shown = ordered(columns).filter { !hidden.contains(columns[$0].id) }
    return shown.isEmpty ? Array(ordered(columns).prefix(1)) : shown
  }
}
