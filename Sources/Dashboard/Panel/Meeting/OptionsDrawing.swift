import AlternativeProvision
import CaseStore
import TerminalUI

extension MeetingScreen {
  /// The providers that could take the child, and what is to be known of the one that is selected.
  mutating func drawOptions(on surface: inout Surface, desk: Desk) {
    var area = layout.options
    guard !area.isEmpty, let view, !view.options.isEmpty else { return }
    let offered = view.options
    let open = offered.filter(\.isOpen).count
    let title =
      finding.isEmpty
      ? "\(open) of \(offered.count) providers on \(view.placeOn.short)"
      : "Finding “\(finding)”"
    if layout.isFramed {
      area = PaneFrame.draw(
        on: &surface, in: area, title: title,
        bottomTitle: part == .options ? "\(desk.key(.meeting(.choose))) takes it" : "",
        isFocused: part == .options
      ).inset(1, 0)
    } else {
      surface.verticalLine(x: area.x, y: area.y, height: area.height, style: Style(.border))
      area = Rect(x: area.x + 1, y: area.y, width: area.width - 1, height: area.height)
      surface.put(
        title, x: area.x, y: area.y,
        style: Style(part == .options ? .focusedTitle : .title, .bold), width: area.width)
      area = Rect(x: area.x, y: area.y + 1, width: area.width, height: area.height - 1)
    }
    let coversNeeds = covers(.objection, desk)
    let notes = optionNotes(
      offered, in: area, coversNeeds ? desk.key(.meeting(.reveal), in: .meeting) : nil)
    optionRows = Rect(
      x: area.x, y: area.y, width: area.width, height: max(0, area.height - notes.count))
    options.fit(height: optionRows.height, count: offered.count)
    let names =
      options.visible(of: offered.count)
      .map { TextWidth.of(offered[$0].provider.value.name) }.max() ?? 0
    let chosen = item?.draft.texts[.provider].flatMap { Int64($0) }
    for index in options.visible(of: offered.count) {
      let line = optionRows.row(index - options.top)
      let isSelected = part == .options && index == options.selected
      let option = offered[index]
      OptionRow.draw(
        option, on: &surface, in: line, isSelected: isSelected,
        isChosen: option.provider.id.number == chosen,
        coversReasons: coversNeeds, nameRoom: min(names, OptionRow.comfort), today: desk.today)
      if isSelected { surface.focus(on: line) }
    }
    for (row, line) in notes.enumerated() {
      line.draw(
        on: &surface, x: area.x, y: area.bottom - notes.count + row, width: area.width)
    }
  }

  /// Below the list: the provider that is selected in full, what is against it first.
  private func optionNotes(
    _ offered: [ProviderOption], in area: Rect, _ reveal: String?
  ) -> ArraySlice<TextLine> {
    guard part == .options, let option = offered[safe: options.selected] else { return [] }
    // Of whatever speaks against one: a reason that alone is covered would tell of need, plan or care.
    let against =
      reveal.map { ["▒▒ \($0) shows what speaks for and against it with this child."] }
      ?? OptionRow.reasons(option)
    let reasons = against.flatMap {
      TextLine.wrapped($0, width: area.width, indent: 2, reveal == nil ? .warning : .muted)
    }
    let facts = TextLine.wrapped(
      OptionRow.facts(option, coversNeeds: reveal != nil), width: area.width, .muted)
    return (reasons + facts).prefix(max(0, min(7, area.height - 4)))
  }
}

/// A provider in one line beside the brief.
enum OptionRow {
  /// When it was last visited, with the year where it is not this one; more than a year ago is too long.
  private static func seen(_ day: Day?, today: Day) -> (text: String, width: Int, role: Role) {
    guard let day else { return ("never seen", 16, .muted) }
    let isOld = day < today.adding(months: -12)
    let words = day.year == today.year ? day.short : day.medium
    return (isOld ? "▲ \(words)" : "seen \(words)", 16, isOld ? .dueSoon : .muted)
  }

  /// How many could take the child, and the likeliest by name, where the list has no room.
  static func summary(of options: [ProviderOption]) -> String {
    let open = options.filter(\.isOpen)
    let count =
      "\(open.count) of \(NumberText.count(options.count, "provider")) could take the child"
    let names = open.prefix(3).map { option in
      "\(option.provider.value.name) \(option.rating?.letter ?? "–")"
        + (option.placesFree.map { " \($0) free" } ?? "")
    }
    return names.isEmpty ? count + "." : "\(count): \(names.joined(separator: ", "))"
  }

  /// What is against a provider, in full.
  static func reasons(_ option: ProviderOption) -> [String] {
    option.objections.map { ($0.isBar ? "✗ " : "! ") + $0.description }
  }

  /// What is to be known of a provider, in a sentence.
  ///
  /// - Parameter coversNeeds: Whether the needs that providers meet are left out: beside the marks of
  ///   those that do not meet the child's, they tell what it is.
  static func facts(_ option: ProviderOption, coversNeeds: Bool) -> String {
    let value = option.provider.value
    var facts = [value.kind.title, Wording.registration(of: value)]
    switch (value.lowestAge, value.highestAge) {
    case (let low?, let high?): facts.append("ages \(low) to \(high)")
    case (let low?, nil): facts.append("from age \(low)")
    case (nil, let high?): facts.append("up to age \(high)")
    case (nil, nil): break
    }
    if !value.needsMet.isEmpty, !coversNeeds { facts.append(value.needsMet.joined(separator: " ")) }
    if let places = value.places {
      facts.append("\(option.placesFree ?? 0) of \(NumberText.count(places, "place")) free")
    }
    facts.append(
      option.lastVisitedOn.map {
        "\(option.rating?.title.lowercased() ?? "not rated") at the visit of \($0.medium)"
      } ?? "never visited")
    facts.append("attendance \(option.attendance.text)")
    if let cost = option.weeklyCost { facts.append("\(Pence.words(cost)) a week") }
    return facts.joined(separator: "; ") + "."
  }

  /// The room that names have before what matters less than they do.
  static let comfort = 32

  static func draw(
    _ option: ProviderOption, on surface: inout Surface, in line: Rect, isSelected: Bool,
    isChosen: Bool, coversReasons: Bool, nameRoom: Int, today: Day
  ) {
    let row: Style? = isSelected ? Style(.selection) : nil
    if let row { surface.fill(line, style: row) }
    func style(_ role: Role, _ emphasis: Emphasis = []) -> Style {
      row.map { Style($0, adding: emphasis) } ?? Style(role, emphasis)
    }
    let sign = isChosen ? "▶" : option.isOpen ? "✓" : "✗"
    let signRole: Role = isChosen || option.isOpen ? .good : .muted
    surface.put(sign, x: line.x, y: line.y, style: style(signRole), width: 1)
    let letter = option.rating?.letter ?? "–"
    surface.put(
      "\(letter)", x: line.x + 2, y: line.y,
      style: style(option.rating.map(Shape.role) ?? .muted, .bold), width: 1)
    var notes: [(text: String, width: Int, role: Role)] = []
    if let bar = option.bars.first {
      notes.append((coversReasons ? "▒▒" : bar.shortTitle, 10, .warning))
    } else {
      notes.append(
        (
          option.placesFree.map { "\($0) free" } ?? "places?", 8,
          option.placesFree == nil ? .muted : .good
        ))
    }
    // In a narrow column the name matters more; the provider in full tells the rest.
    if line.width >= 36 { notes.append((PercentText.whole(option.attendance), 4, .muted)) }
    if line.width >= 48 {
      notes.append((option.weeklyCost.map { Pence.words($0) } ?? "–", 8, .muted))
      if line.width >= 60 {
        notes.append((option.provider.value.kind.isSchool ? "school" : "no school", 10, .muted))
      }
      if line.width >= 74 {
        notes.append(OptionRow.seen(option.lastVisitedOn, today: today))
      }
      let doubts = option.objections.filter { !$0.isBar && !coversReasons }.map(\.shortTitle)
      notes.append((doubts.first ?? "", 10, .warning))
    }
    // Places and what speaks against it stay; of the rest the last gives way to the name first.
    let least = line.width >= 48 ? 2 : 1
    func taken() -> Int { notes.reduce(0) { $0 + $1.width + 1 } }
    while notes.count > least, line.width - 4 - taken() < nameRoom {
      notes.remove(at: notes.count - least)
    }
    let name = Rect(x: line.x + 4, y: line.y, width: max(6, line.width - 4 - taken()), height: 1)
    surface.put(
      option.provider.value.name, x: name.x, y: name.y,
      style: style(option.isOpen ? .text : .muted), width: name.width)
    var x = name.right + 1
    for note in notes where x + note.width <= line.right {
      surface.put(note.text, x: x, y: line.y, style: style(note.role), width: note.width)
      x += note.width + 1
    }
  }
}
