import TerminalUI

/// Fields one below another, as many as it takes, scrolled to the one with the cursor.
///
/// It knows nothing of what the fields are for: the screen that holds it reads the texts, and says of
/// each what it makes of it or what is wrong with it.
struct FieldSheet {
  /// What is said under a field.
  enum Remark: Equatable {
    /// What was understood.
    case reading(String)
    /// What was understood, though somebody will hardly mean it.
    case doubt(String)
    /// What is wrong, and what would do.
    case problem(String)

    /// The same where others can see: that something is wrong, and not what stands there.
    var covered: Remark? {
      switch self {
      case .reading, .doubt: nil
      case .problem: .problem(Wording.coveredProblem)
      }
    }
  }

  private(set) var fields: [SheetField]
  private(set) var focus: Int {
    didSet { isEntered = true }
  }
  /// What is said of each field, by its name.
  var remarks: [String: Remark] = [:]
  private var top = 0
  /// Whether somebody has just come to the field: what is typed then replaces a day or a number.
  private var isEntered = true
  /// Whether the part that was gone to is to stand at the top.
  private var showsHeading = false
  private var places: [(index: Int, area: Rect)] = []

  init(_ fields: [SheetField]) {
    self.fields = fields
    focus = fields.firstIndex { !$0.isFact } ?? 0
  }

  /// The text of a field; empty for one that there is not.
  subscript(name: String) -> String {
    get { fields.first { $0.name == name }?.text ?? "" }
    set {
      guard let index = fields.firstIndex(where: { $0.name == name }) else { return }
      fields[index].text = newValue
    }
  }

  /// The field with the cursor.
  var current: SheetField? { fields.indices.contains(focus) ? fields[focus] : nil }

  /// Whether the cursor is in the last field.
  var isLast: Bool { !fields.indices.contains { $0 > focus && !fields[$0].isFact } }

  /// Changes the field of a name.
  mutating func change(_ name: String, _ body: (inout SheetField) -> Void) {
    guard let index = fields.firstIndex(where: { $0.name == name }) else { return }
    body(&fields[index])
  }

  /// Puts other fields in the place of these; the cursor stays in the field of the same name.
  mutating func arrange(_ new: [SheetField]) {
    let name = current?.name
    let wasEntered = isEntered
    fields = new
    if let name, let index = fields.firstIndex(where: { $0.name == name }) {
      focus = index
      isEntered = wasEntered
    } else {
      focus = min(focus, max(0, fields.count - 1))
    }
  }

  // MARK: Moving

  /// Goes to the field of a name.
  mutating func go(to name: String) {
    if let index = fields.firstIndex(where: { $0.name == name }) { focus = index }
  }

  /// Has what is typed now added to the field with the cursor, whatever it holds.
  mutating func goOn() { isEntered = false }

  /// Goes so many fields on, around the ends; facts are passed over.
  mutating func step(_ by: Int) {
    guard fields.contains(where: { !$0.isFact }) else { return }
    repeat { focus = (focus + by + fields.count) % fields.count } while fields[focus].isFact
  }

  /// Goes to the first field of the next heading, or of the one before.
  mutating func stepHeading(_ by: Int) {
    let heads = fields.indices.filter { fields[$0].heading != nil }
    let wanted =
      by > 0 ? heads.first { $0 > focus } : heads.last { $0 < focus }
    guard let wanted else { return }
    focus = wanted
    showsHeading = true
    if fields[focus].isFact { step(1) }
  }

  // MARK: Typing

  /// What a key did.
  enum Answer: Equatable {
    case changed, moved, ignored
    /// Enter was pressed where it goes on; from the last field it means that one is done.
    case enter
    /// A list is to be opened for the field of this name.
    case pick(String)
  }

  mutating func press(_ key: Key) -> Answer {
    guard fields.indices.contains(focus) else { return .ignored }
    if key.code == .enter, key.modifiers.isEmpty {
      switch fields[focus].sort {
      case .picked: return .pick(fields[focus].name)
      case .line, .choice, .fact: return .enter
      case .prose: break
      }
    }
    if key.code == .pageUp || key.code == .pageDown {
      stepHeading(key.code == .pageUp ? -1 : 1)
      return .moved
    }
    let isReplacing = takeEntering() && key.typed != nil
    if isReplacing { fields[focus].empty() }
    switch fields[focus].press(key) {
    case .changed: return .changed
    case .moved: return .moved
    case .ignored: return isReplacing ? .changed : .ignored
    case .leaves(let by):
      let edge = by > 0 ? isLast : !fields[..<focus].contains { !$0.isFact }
      if !edge { step(by) }
      return .moved
    }
  }

  /// Takes what was pasted; a remark where not all of it could stand.
  mutating func paste(_ text: String) -> String? {
    guard fields.indices.contains(focus) else { return nil }
    if takeEntering() { fields[focus].empty() }
    return fields[focus].paste(text)
  }

  /// Whether what is typed now replaces what the field holds; only the first time.
  private mutating func takeEntering() -> Bool {
    defer { isEntered = false }
    return isEntered && fields[focus].content != .words
  }

  /// Goes to the field on which the mouse pressed; true where there is one.
  mutating func press(at point: Point) -> Bool {
    guard let place = places.first(where: { $0.area.contains(point) }) else { return false }
    if fields[place.index].isFact { return false }
    focus = place.index
    isEntered = false
    fields[focus].press(at: point, in: place.area)
    return true
  }

  // MARK: Drawing

  private static func labelWidth(_ width: Int) -> Int { min(24, max(15, width * 3 / 10)) }

  /// How many rows the whole takes in a width.
  mutating func height(width: Int, isCovered: Bool = false) -> Int {
    layOut(width: width, isCovered: isCovered).last?.end ?? 0
  }

  private struct Slot {
    /// Where its heading stands, where it has one.
    var start: Int
    /// Where the field itself begins.
    var row: Int
    var height: Int
    /// The row after what is said of it.
    var end: Int
  }

  /// Whether a fact is left out, since nothing is on file: where it is covered that would tell so.
  private func isLeftOut(_ field: SheetField, isCovered: Bool) -> Bool {
    field.isFact && field.text.isEmpty && !(isCovered && field.isPrivate)
  }

  private mutating func layOut(
    width: Int, cap: Int = .max, isCovered: Bool = false
  ) -> [Slot] {
    let room = max(8, width - FieldSheet.labelWidth(width) - 1)
    var slots: [Slot] = []
    var y = 0
    for index in fields.indices {
      let start = y
      if fields[index].heading != nil { y += index == 0 ? 1 : 2 }
      let isLeftOut = isLeftOut(fields[index], isCovered: isCovered)
      // What is covered takes a row, however much of it there is.
      let isFolded = isCovered && fields[index].isPrivate && index != focus
      let height =
        isLeftOut ? 0 : isFolded ? 1 : min(max(1, cap), fields[index].height(width: room))
      let row = y
      y += height + remark(of: fields[index], width: room, isCovered: isCovered).count
      slots.append(Slot(start: start, row: row, height: height, end: y))
    }
    return slots
  }

  private func hasHeading(_ index: Int) -> Bool { fields[index].heading != nil }

  private func remark(of field: SheetField, width: Int, isCovered: Bool = false) -> [TextLine] {
    // What is made of a field says what stands in it.
    let remark = isCovered && field.isPrivate ? remarks[field.name]?.covered : remarks[field.name]
    return switch remark {
    case .reading(let text)?:
      text.isEmpty ? [] : TextLine.wrapped(text, width: width, .good)
    case .doubt(let text)?, .problem(let text)?:
      TextLine.wrapped("! " + text, width: width, indent: 2, .warning)
    case nil: []
    }
  }

  /// Draws what is in view, with a scroll bar where there is more.
  ///
  /// - Parameters:
  ///   - cover: What reduces names to initials, in every field but the one being typed in.
  ///   - mask: What covers names in that one, so that nothing moves.
  mutating func draw(
    on surface: inout Surface, in area: Rect, scrollBarAt bar: Int, cover: NameCovering? = nil,
    mask: TextEditor.Mask? = nil, over style: Style = Style(.popup)
  ) {
    // Only what does not fit is cut: a field of sentences is never one row of many.
    var slots = layOut(width: area.width, isCovered: cover != nil)
    if (slots.last?.end ?? 0) > area.height {
      slots = layOut(width: area.width, cap: area.height - 2, isCovered: cover != nil)
    }
    let total = slots.last?.end ?? 0
    if showsHeading, let head = slots.indices.last(where: { $0 <= focus && hasHeading($0) }) {
      top = slots[head].start
      showsHeading = false
    }
    if slots.indices.contains(focus) {
      let slot = slots[focus]
      // What is said of the field stays in view with it, and the field before all else.
      if slot.end > top + area.height { top = slot.end - area.height }
      if slot.start < top { top = slot.start }
      if slot.row + slot.height > top + area.height { top = slot.row + slot.height - area.height }
    }
    top = max(0, min(top, total - area.height))
    let label = FieldSheet.labelWidth(area.width)
    let room = max(8, area.width - label - 1)
    places = []
    surface.clipped(to: area) { surface in
      for index in fields.indices {
        let slot = slots[index]
        guard slot.end > top, slot.start < top + area.height else { continue }
        let y = area.y + slot.row - top
        if let heading = fields[index].heading {
          surface.put(
            heading, x: area.x, y: y - 1, style: Style(.heading, .bold), width: area.width)
        }
        guard slot.height > 0 else { continue }
        surface.put(
          fields[index].label, x: area.x, y: y,
          style: index == focus ? Style(.key, .bold) : style, width: label)
        let field = Rect(x: area.x + label + 1, y: y, width: room, height: slot.height)
        fields[index].draw(
          on: &surface, in: field, isFocused: index == focus, cover: cover, mask: mask)
        places.append((index, field))
        let remark = remark(of: fields[index], width: room, isCovered: cover != nil)
        for (row, line) in remark.enumerated() {
          line.draw(on: &surface, x: field.x, y: y + slot.height + row, width: room)
        }
      }
    }
    ScrollBar.draw(
      on: &surface, in: Rect(x: bar, y: area.y, width: 1, height: area.height), offset: top,
      page: area.height, of: total)
  }
}

extension SheetField {
  /// Whether it is only read.
  var isFact: Bool {
    if case .fact = sort { return true }
    return false
  }
}
