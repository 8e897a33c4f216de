import AlternativeProvision
import CaseStore
import TerminalUI

/// Where a field of the form stands on the screen.
struct FormSlot {
  let field: MeetingField
  /// The cells in which its text stands, without the label.
  let area: Rect
  /// Whether its room grows with its text.
  let grows: Bool
}

extension MeetingScreen {
  mutating func drawForm(on surface: inout Surface, desk: Desk) {
    var area = layout.form
    guard !area.isEmpty, let item else { return }
    let title = formTitle(item, desk)
    if layout.isFramed {
      area = PaneFrame.draw(
        on: &surface, in: area, title: title.text, rightTitle: seen(desk),
        isFocused: part == .form
      ).inset(1, 0)
    } else {
      let rule = area.row(0)
      surface.horizontalLine(
        x: rule.x, y: rule.y, width: rule.width,
        style: Style(part == .form ? .focusedBorder : .border),
        scalar: part == .form ? "━" : "─")
      surface.put(
        " \(title.text) ", x: rule.x + 1, y: rule.y,
        style: Style(part == .form ? .focusedTitle : title.role, .bold), width: rule.width - 2)
      let warning = seen(desk)
      let note = warning.isEmpty ? restOfBrief(desk) : warning
      let width = TextWidth.of(note)
      if width > 0, TextWidth.of(title.text) + width + 8 < rule.width {
        surface.put(
          " \(note) ", x: rule.right - width - 3, y: rule.y,
          style: Style(warning.isEmpty ? .notice : .warning),
          width: width + 2)
      }
      area = Rect(x: area.x, y: area.y + 1, width: area.width, height: area.height - 1)
    }
    guard area.height > 1 || part == .form else {
      surface.put(
        formSummary(item, desk), x: area.x, y: area.y, style: Style(.muted), width: area.width)
      return
    }
    let unread = Set(item.draft.read().problems.compactMap(\.unreadField))
    let placed = FormPlacing(form, item, in: area, isFocused: part == .form) { field in
      item.decision != nil && covers(field.fact, desk)
    }
    form.top = placed.top(keeping: form.top, height: area.height)
    let focused = part == .form ? form.focus : nil
    surface.clipped(to: area) { surface in
      for entry in placed.entries {
        let y = area.y + entry.y - form.top
        guard y + entry.height > area.y, y < area.bottom else { continue }
        surface.put(
          entry.field.label, x: entry.x, y: y,
          style: Style(entry.field == focused ? .heading : .muted), width: entry.label - 1)
        // One that is higher than the form scrolls by itself, to its cursor.
        let room = Rect(
          x: entry.x + entry.label, y: y, width: entry.width - entry.label,
          height: min(entry.height, area.height))
        slots.append(FormSlot(field: entry.field, area: room, grows: entry.grows))
        drawField(
          entry.field, on: &surface, in: room, item, isFocused: entry.field == focused, unread, desk
        )
      }
    }
    ScrollBar.draw(
      on: &surface,
      in: Rect(
        x: layout.isFramed ? area.right : area.right - 1, y: area.y, width: 1, height: area.height),
      offset: form.top, page: area.height, of: placed.height)
  }

  /// That what is being typed stands on the screen, where others can see it; only names are covered.
  private func seen(_ desk: Desk) -> String {
    part == .form && desk.isShared ? "The room sees what you type" : ""
  }

  /// Whether a fact is covered on the item that is up.
  func covers(_ fact: SharedFact, _ desk: Desk) -> Bool {
    desk.sharedView.covers(fact, on: item?.item.id)
  }

  private func formTitle(_ item: ItemFile, _ desk: Desk) -> (text: String, role: Role) {
    if let decision = item.decision {
      if covers(.decision, desk) { return ("Decided: ▒▒", .good) }
      return ("Decided: \(decision.value.decision.option.title)", .good)
    }
    let actions = item.actions.isEmpty ? "" : ", \(NumberText.count(item.actions.count, "action"))"
    let hasQuorum = file.deciding(on: item).hasQuorum
    return ((hasQuorum ? "Decision" : "Recommendation") + actions, .title)
  }

  /// What covers names in the text being typed, where others can see it.
  private func mask(_ desk: Desk) -> TextEditor.Mask? {
    guard desk.isShared else { return nil }
    let cover = nameCover(desk)
    return { words, cursor in cover.masked(words, cursor: cursor) }
  }

  private mutating func drawField(
    _ field: MeetingField, on surface: inout Surface, in room: Rect, _ item: ItemFile,
    isFocused: Bool, _ unread: Set<DecisionField>, _ desk: Desk
  ) {
    if isFocused, field.isTyped, form.texts[field] != nil {
      let mask = mask(desk)
      form.texts[field]?.editor.draw(
        on: &surface, in: room, isFocused: true, placeholder: field.hint, mask: mask)
      return
    }
    let shownText = value(of: field, item, desk)
    if isFocused {
      surface.fill(room.row(0), style: Style(.field))
      surface.put(
        shownText.isEmpty ? "Enter chooses: \(field.hint)" : shownText, x: room.x, y: room.y,
        style: Style(.field, shownText.isEmpty ? .italic : []), width: room.width)
      surface.cursor = Cursor(x: room.x, y: room.y, isVisible: true)
      return
    }
    guard !shownText.isEmpty else {
      let isWanted = form.wants(field, item, at: file.panel.value.kind)
      surface.put(
        isWanted ? "○ \(field.lack)" : "·", x: room.x, y: room.y,
        style: Style(isWanted ? .dueSoon : .muted), width: room.width)
      return
    }
    if case .decision(let decision) = field, unread.contains(decision) {
      surface.put(
        "✗ \(shownText)", x: room.x, y: room.y, style: Style(.error), width: room.width)
      return
    }
    let lines = TextLine.wrapped(shownText, width: room.width)
    for (row, line) in lines.prefix(room.height).enumerated() {
      let isCut = row == room.height - 1 && lines.count > room.height
      let shown = isCut ? line.then(" …", .muted) : line
      shown.draw(on: &surface, x: room.x, y: room.y + row, width: room.width)
    }
  }

  /// All that is written, in one line: what is chosen first.
  private func formSummary(_ item: ItemFile, _ desk: Desk) -> String {
    var words: [String] = []
    for field in form.fields {
      let text = MinuteText.trimmed(value(of: field, item, desk))
      guard !text.isEmpty else { continue }
      switch field {
      case .decision(.option), .decision(.provider): words.append(text)
      case .action(_, .what): words.append("Action: \(text)")
      case .action: break
      default: words.append("\(field.label): \(text)")
      }
    }
    guard words.isEmpty else { return words.joined(separator: "; ") }
    let decides = "Nothing is written yet: \(desk.key(.meeting(.decide))) decides"
    guard let options = view?.options, !options.isEmpty else { return decides + "." }
    let goes = desk.key(.meeting(.nextPane))
    guard layout.options.isEmpty else { return "\(decides), \(goes) goes to the providers." }
    return
      "\(desk.key(.meeting(.decide))) decides; \(goes): \(OptionRow.summary(of: options))"
  }

  /// What a field shows while nothing is typed into it: what was chosen in words, names covered.
  private func value(of field: MeetingField, _ item: ItemFile, _ desk: Desk) -> String {
    let text = form.text(of: field, in: item)
    // What was written for a decision that stands is told again only to those who ask for it.
    if !text.isEmpty, item.decision != nil, covers(field.fact, desk) { return "▒▒" }
    if field.isDay, let day = try? Day(MinuteText.trimmed(text)) {
      return DayText.weekday(day)
        + (isPlainlyAhead(day) ? "" : " \(day.year)")
        + (closure(on: day, in: field) == nil ? "" : ", no school")
        + (doubt(about: day, in: field, item).map { " ! \($0)" } ?? "")
    }
    guard case .decision(let decision) = field, !text.isEmpty else {
      return shown(text, desk)
    }
    switch decision {
    case .option: return DecisionOption(rawValue: text)?.title ?? text
    case .tier: return CaseTier(rawValue: text)?.title ?? text
    case .declineRoute: return DeclineRoute(rawValue: text)?.title ?? text
    case .provider:
      guard let number = Int64(text) else { return text }
      return view?.options.first { $0.provider.id.number == number }?.provider.value.name
        ?? view?.brief.file?.providers[Identifier(number)]?.name ?? "number \(text)"
    case .placement:
      guard let number = Int64(text),
        let placement = view?.brief.file?.placements.first(where: { $0.id.number == number })
      else { return text }
      return view?.brief.file?.providers[placement.value.provider]?.name ?? text
    case .isAgreed, .castingVote: return text.prefix(1).uppercased() + text.dropFirst()
    case .weeklyCost: return text.hasPrefix("£") ? text : "£" + text
    case .hours:
      let isLong = Hours.reading(MinuteText.trimmed(text)).map { $0 > Decision.schoolWeek } ?? false
      return text + (isLong ? " ! more than a school week" : "")
    default:
      return shown(text, desk)
    }
  }

  /// Whether a day is told by itself to lie ahead: in the year of the meeting, and not before it.
  private func isPlainlyAhead(_ day: Day) -> Bool {
    let held = file.meeting.value.heldOn
    return day.year == held.year && day >= held
  }

  /// What is doubtful about a day beside another in the form.
  private func doubt(about day: Day, in field: MeetingField, _ item: ItemFile) -> String? {
    guard case .decision(let field) = field, field == .reviewOn || field == .plannedEnd,
      let start = try? Day(MinuteText.trimmed(form.text(of: .decision(.startsOn), in: item))),
      day <= start
    else { return nil }
    return day == start && field == .plannedEnd ? nil : "not after the first day"
  }

  /// Draws only what a keystroke changed.
  mutating func drawFocusedText(on surface: inout Surface, desk: Desk) {
    guard part == .form, let field = form.focus,
      let slot = slots.first(where: { $0.field == field }), form.texts[field] != nil
    else { return }
    let clip = layout.isFramed ? layout.form.inset(2, 1) : layout.form
    let mask = mask(desk)
    surface.clipped(to: clip) { surface in
      form.texts[field]?.editor.draw(
        on: &surface, in: slot.area, isFocused: true, placeholder: field.hint, onlyChanges: true,
        mask: mask)
    }
  }
}

/// Puts the fields of a form in their places: sentences in rows of their own, short values side by side,
/// an action on one row with its owner and its day.
struct FormPlacing {
  struct Entry {
    let field: MeetingField
    let x: Int
    let y: Int
    let width: Int
    let height: Int
    let label: Int
    let grows: Bool
  }

  private(set) var entries: [Entry] = []
  /// Rows in all.
  private(set) var height = 0
  private let focus: MeetingField?

  /// - Parameter isCovered: Whether a field is covered: it takes a row then, however much stands in it.
  init(
    _ form: ItemForm, _ item: ItemFile, in area: Rect, isFocused: Bool,
    isCovered: (MeetingField) -> Bool
  ) {
    focus = isFocused ? form.focus : nil
    let label = 11
    let columns = max(1, area.width / 38)
    let width = area.width / columns
    var column = 0
    func wrap(_ text: String, _ width: Int) -> Int { TextLine.wrapped(text, width: width).count }
    let quiet = area.height < 12 ? 1 : area.height < 24 ? 3 : 6
    for field in form.fields {
      switch field {
      case .decision(let decision) where decision.sort != .prose:
        entries.append(
          Entry(
            field: field, x: area.x + column * width, y: height, width: width - 1, height: 1,
            label: label, grows: false))
        column += 1
        if column == columns {
          column = 0
          height += 1
        }
      case .decision:
        if column > 0 {
          column = 0
          height += 1
        }
        let rows =
          isCovered(field) ? 1 : wrap(form.text(of: field, in: item), area.width - label - 1)
        // The text that is being written has a room that does not change with every line.
        let own = max(3, min(area.height - 2, area.height * 3 / 5))
        let tall = field == focus ? own : min(max(1, rows), quiet)
        entries.append(
          Entry(
            field: field, x: area.x, y: height, width: area.width - 1, height: tall, label: label,
            grows: false))
        height += tall
      case .action(let action, let part):
        if column > 0 {
          column = 0
          height += 1
        }
        let short = 7
        let owner = min(24, area.width / 4)
        let due = 18
        let what = area.width - owner - due
        let written = MeetingField.action(action, .what)
        let room = what - label - 1
        // As its editor breaks it where it is being written: the cursor behind it wants a cell too.
        var editor = focus == written ? form.texts[written]?.editor : nil
        let rows = editor?.rows(at: room) ?? wrap(form.text(of: written, in: item), room)
        let tall = isCovered(field) ? 1 : max(1, min(rows, focus == written ? 4 : 2))
        let entry: (x: Int, width: Int, label: Int) =
          switch part {
          case .what: (area.x, what, label)
          case .owner: (area.x + what, owner, short)
          case .dueOn: (area.x + what + owner, due, 5)
          }
        entries.append(
          Entry(
            field: field, x: entry.x, y: height, width: entry.width - 1,
            height: part == .what ? tall : 1, label: entry.label, grows: part == .what))
        if part == .dueOn { height += tall }
      }
    }
    if column > 0 { height += 1 }
  }

  /// The first row to show, so that the field with the focus is in view.
  func top(keeping top: Int, height: Int) -> Int {
    var top = min(top, max(0, self.height - height))
    guard let entry = entries.first(where: { $0.field == focus }) else { return 0 }
    if entry.y + entry.height > top + height { top = entry.y + entry.height - height }
    if entry.y < top { top = entry.y }
    return max(0, top)
  }
}
