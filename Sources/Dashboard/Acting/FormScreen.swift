import AlternativeProvision
import CaseStore
import TerminalUI

/// What a form is for, and what is settled already.
enum ActForm {
  /// Placing a child with a provider of this name.
  case place(CaseFile, Identifier<Provider>, String)
  /// Closing a case for a reason.
  case close(CaseFile, reason: String)
}

/// A short form: fields that say at once what is made of what was typed, and what is wrong with it.
struct FormScreen: Screen {
  private enum Entry: Int {
    case day, sessions
  }

  private let form: ActForm
  private let entries: [Entry]
  private var fields: [LineField]
  private var focus = 0

  init(_ form: ActForm, desk: Desk) {
    self.form = form
    switch form {
    case .place(let file, _, _):
      entries = [.day, .sessions]
      let start = FormScreen.firstDay(for: file, desk: desk)
      fields = [LineField(start.medium), LineField("10")]
    case .close:
      entries = [.day]
      fields = [LineField(desk.today.medium)]
    }
  }

  /// The next school day of the child's school, else the next day that is no weekend.
  private static func firstDay(for file: CaseFile, desk: Desk) -> Day {
    let school = file.pupil.value.school
    let calendar = file.facts.calendars.calendar(
      for: school, authority: file.school?.value.authority)
    if let next = calendar?.schoolDay(1, after: desk.today).day { return next }
    var day = desk.today.adding(days: 1)
    while day.weekday.isWeekend { day = day.adding(days: 1) }
    return day
  }

  var contexts: [KeyContext] { [.form] }
  var isOverlay: Bool { true }

  // MARK: Events

  mutating func handle(_ input: Input, desk: Desk) -> Outcome {
    switch input {
    case .command(.back): return .pop
    case .command(.nextField):
      focus = (focus + 1) % fields.count
      return .redraw
    case .command(.previousField):
      focus = (focus + fields.count - 1) % fields.count
      return .redraw
    case .command(.choose):
      if focus < fields.count - 1 {
        focus += 1
        return .redraw
      }
      return finish(desk)
    case .key(let key): return fields[focus].press(key) == .ignored ? .stay : .redraw
    case .paste(let text):
      fields[focus].insert(text)
      return .redraw
    default: return .stay
    }
  }

  private mutating func finish(_ desk: Desk) -> Outcome {
    for (index, entry) in entries.enumerated() {
      if let problem = check(entry, desk).problem {
        focus = index
        return .several([.redraw, .message(Message(.warning, problem))])
      }
    }
    guard let day = day(desk) else { return .stay }
    switch form {
    case .place(let file, let provider, let name):
      let placement = Placement(
        file: file.file.id, provider: provider, startsOn: day,
        sessionsPerWeek: Int(fields[1].text) ?? 10)
      return .several([.pop, .perform(.place(file, placement, at: name))])
    case .close(let file, let reason):
      return .several([.pop, .perform(.close(file, on: day, reason: reason))])
    }
  }

  // MARK: What was typed

  private func day(_ desk: Desk) -> Day? {
    DayReading.day(fields[0].text, today: desk.today)
  }

  /// What is made of a field, or what is wrong with it and what would do.
  private func check(_ entry: Entry, _ desk: Desk) -> (reading: String, problem: String?) {
    switch (entry, form) {
    case (.day, .place(let file, _, _)):
      guard let day = day(desk) else { return ("", Wording.howToWriteADay) }
      if day < file.file.value.openedOn {
        return ("", "That is before the case opened, on \(file.file.value.openedOn.medium).")
      }
      if let again = file.placements.first(where: { isSame($0.value, startingOn: day) }) {
        return ("", "There is a placement there from \(again.value.startsOn.medium) already.")
      }
      if day.days(since: desk.today) > 366 { return ("", "That is more than a year ahead.") }
      return (day.long + remark(on: day, file), nil)
    case (.day, .close(let file, _)):
      guard let day = day(desk) else { return ("", Wording.howToWriteADay) }
      if day < file.file.value.openedOn {
        return ("", "That is before the case opened, on \(file.file.value.openedOn.medium).")
      }
      if day > desk.today { return ("", "A case closes today or on a day gone by.") }
      return (day.long, nil)
    case (.sessions, _):
      guard let sessions = Int(fields[1].text), (1...10).contains(sessions) else {
        return ("", "Sessions are half days: from 1 to 10 a week.")
      }
      return (sessions == 10 ? "full time" : "part time", nil)
    }
  }

  private func isSame(_ placement: Placement, startingOn day: Day) -> Bool {
    guard case .place(_, let provider, _) = form else { return false }
    return placement.provider == provider && placement.startsOn == day
  }

  private func remark(on day: Day, _ file: CaseFile) -> String {
    let calendar = file.facts.calendars.calendar(
      for: file.pupil.value.school, authority: file.school?.value.authority)
    guard case .closed(let reason)? = calendar?.status(of: day) else {
      return day.weekday.isWeekend ? ", a weekend" : ""
    }
    return ", not a school day: \(reason.words)"
  }

  // MARK: Drawing

  mutating func draw(on surface: inout Surface, desk: Desk) {
    let area = surface.bounds.inset(2, 1).centred(
      Size(width: 64, height: 6 + entries.count * 2))
    let inside = Popup.draw(
      on: &surface, in: area, title: title, bottomTitle: "Enter saves, Esc cancels")
    surface.put(subtitle, x: inside.x, y: inside.y, style: Style(.popup), width: inside.width)
    if let note = warning(desk) {
      surface.put(note, x: inside.x, y: inside.y + 1, style: Style(.warning), width: inside.width)
    }
    for (index, entry) in entries.enumerated() {
      let y = inside.y + 3 + index * 2
      let label = label(of: entry)
      surface.put(label, x: inside.x, y: y, style: Style(.popup), width: 16)
      let width = entry == .day ? 16 : 4
      fields[index].draw(
        on: &surface, in: Rect(x: inside.x + 17, y: y, width: width, height: 1),
        isFocused: index == focus)
      let (reading, problem) = check(entry, desk)
      let x = inside.x + 19 + width
      surface.put(
        problem.map { "! \($0)" } ?? reading, x: x, y: y,
        style: Style(problem == nil ? .good : .warning), width: max(0, inside.right - x))
    }
  }

  private func label(of entry: Entry) -> String {
    switch (entry, form) {
    case (.day, .place): "First day"
    case (.day, .close): "Closed on"
    case (.sessions, _): "Sessions a week"
    }
  }

  private var title: String {
    switch form {
    case .place(let file, _, _): "Place \(file.pupil.value.spokenName)"
    case .close(let file, _): "Close \(file.pupil.value.spokenName)'s case"
    }
  }

  private var subtitle: String {
    switch form {
    case .place(_, _, let provider): "At \(provider)"
    case .close(_, let reason): "Because: \(reason)"
    }
  }

  private func warning(_ desk: Desk) -> String? {
    guard case .place(let file, _, _) = form,
      let now = file.placements.first(where: { $0.value.isCurrent(on: desk.today) })
    else { return nil }
    let provider = file.providers[now.value.provider]?.name ?? "another provider"
    return "Besides the placement at \(provider), which goes on."
  }
}
