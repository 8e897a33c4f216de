import AlternativeProvision
import CaseStore
import TerminalUI

/// What a form is for, and what is settled already.
enum ActForm {
  /// Placing a child with a provider of this name.
  case place(CaseFile, Identifier<Provider>, String)
  /// Closing a case for a reason.
  case close(CaseFile, reason: String)

  /// The case.
  var file: CaseFile {
    switch self {
    case .place(let file, _, _), .close(let file, _): file
    }
  }
}

/// A short form: fields that say at once what is made of what was typed, and what is wrong with it.
///
/// Each field stands on a proposal, which the first character typed replaces. What speaks against the
/// whole is said before it is saved, and takes a second Enter.
struct FormScreen: Screen {
  enum Entry: Int {
    case day, sessions, ending
  }

  let form: ActForm
  private(set) var entries: [Entry] = []
  private var fields: [Entry: LineField] = [:]
  private var proposals: [Entry: String] = [:]
  private var focus = 0
  /// The warnings that the person has seen, so that Enter now insists.
  private var seen: [String] = []
  /// A day without school that was answered with the next school day; typed again it is meant.
  private var doubted: Day?
  private let provider: Provider?

  init(_ form: ActForm, desk: Desk) {
    self.form = form
    fields = [.day: LineField(), .sessions: LineField(), .ending: LineField()]
    fields[.sessions]?.limit = 2
    fields[.ending]?.limit = 3
    fields[.day]?.limit = 24
    switch form {
    case .place(let file, let id, _):
      provider = (try? desk.caseload.provider(id)) ?? nil
      let start = SchoolDays(of: file).next(after: desk.today)
      proposals = [.day: start.medium, .sessions: "10", .ending: "yes"]
    case .close:
      provider = nil
      proposals = [.day: desk.today.medium]
    }
    arrange(desk)
  }

  /// The fields that there are: whether others end is asked only where some go on.
  private mutating func arrange(_ desk: Desk) {
    switch form {
    case .close: entries = [.day]
    case .place: entries = [.day, .sessions] + (running(desk).isEmpty ? [] : [.ending])
    }
    focus = min(focus, entries.count - 1)
  }

  /// Whether a window has room for anything on top of the board.
  static func fits(_ surface: Surface) -> Bool { surface.width >= 40 && surface.height >= 8 }

  var contexts: [KeyContext] { [.form] }
  var isOverlay: Bool { true }

  // MARK: Events

  mutating func handle(_ input: Input, desk: Desk) -> Outcome {
    switch input {
    case .command(.back): return .pop
    case .command(.nextField):
      focus = (focus + 1) % entries.count
      return .redraw
    case .command(.previousField):
      focus = (focus + entries.count - 1) % entries.count
      return .redraw
    case .command(.choose): return enter(desk)
    case .key(let key):
      guard let answer = fields[entries[focus]]?.press(key), answer != .ignored else {
        return .stay
      }
      if answer == .changed { edited(desk) }
      return .redraw
    case .paste(let text):
      fields[entries[focus]]?.insert(text)
      edited(desk)
      return .redraw
    default: return .stay
    }
  }

  private mutating func edited(_ desk: Desk) {
    seen = []
    arrange(desk)
  }

  private mutating func enter(_ desk: Desk) -> Outcome {
    let entry = entries[focus]
    if let problem = check(entry, desk).problem {
      return .several([.redraw, .message(Message(.warning, problem))])
    }
    if entry == .day, doubt(desk) { return .redraw }
    if focus < entries.count - 1 {
      focus += 1
      return .redraw
    }
    return finish(desk)
  }

  /// Puts the next school day in the place of a first day without school; true where it did.
  private mutating func doubt(_ desk: Desk) -> Bool {
    guard case .place(let file, _, _) = form, let day = day(desk), day != doubted,
      SchoolDays(of: file).closure(on: day) != nil
    else { return false }
    doubted = day
    proposals[.day] = SchoolDays(of: file).next(after: day).medium
    fields[.day]?.text = ""
    edited(desk)
    return true
  }

  private mutating func finish(_ desk: Desk) -> Outcome {
    for (index, entry) in entries.enumerated() {
      if let problem = check(entry, desk).problem {
        focus = index
        return .several([.redraw, .message(Message(.warning, problem))])
      }
    }
    guard let day = day(desk) else { return .stay }
    if let refusal = checks(desk)?.refusal {
      return .several([.redraw, .message(Message(.error, refusal))])
    }
    let warnings = warnings(desk)
    guard warnings.isEmpty || warnings == seen else {
      seen = warnings
      return .redraw
    }
    switch form {
    case .place(let file, _, let name):
      guard let placement = placement(desk) else { return .stay }
      let ending = ends ? running(desk) : []
      return .several([.pop, .perform(.place(file, placement, at: name, ending: ending))])
    case .close(let file, let reason):
      return .several([.pop, .perform(.close(file, on: day, reason: reason))])
    }
  }

  // MARK: What was typed

  private func text(_ entry: Entry) -> String {
    let typed = fields[entry]?.text ?? ""
    return typed.isEmpty ? proposals[entry] ?? "" : typed
  }

  private func day(_ desk: Desk) -> Day? { try? Day(text(.day), relativeTo: desk.today) }

  /// Whether the placements that go on are to end: "yes", or anything that begins so.
  private var ends: Bool { text(.ending).lowercased().hasPrefix("y") }

  private func placement(_ desk: Desk) -> Placement? {
    guard case .place(let file, let provider, _) = form, let day = day(desk),
      let sessions = Int(text(.sessions)), (1...10).contains(sessions)
    else { return nil }
    return Placement(
      file: file.file.id, provider: provider, startsOn: day, sessionsPerWeek: sessions)
  }

  /// The placements under way on the first day, which can end the day before it.
  private func running(_ desk: Desk) -> [Stored<Placement>] {
    guard let day = day(desk) else { return [] }
    return form.file.placements.filter {
      $0.value.startsOn < day && ($0.value.endedOn ?? day) >= day
    }
  }

  /// Those that would run beside the new one.
  private func beside(_ desk: Desk) -> [Placement] {
    guard let day = day(desk) else { return [] }
    let ending = ends ? Set(running(desk).map(\.id)) : []
    return form.file.placements.filter {
      !ending.contains($0.id) && ($0.value.endedOn ?? day) >= day
    }.map(\.value)
  }

  private func checks(_ desk: Desk) -> PlacingChecks? {
    guard case .place(let file, let id, _) = form, let provider, let placement = placement(desk)
    else { return nil }
    return PlacingChecks(
      of: placement, at: provider, row: desk.board.provider(id), for: file, beside: beside(desk))
  }

  private func warnings(_ desk: Desk) -> [String] {
    switch form {
    case .place: checks(desk)?.warnings ?? []
    case .close(let file, _): ClosingChecks(of: file, today: desk.today).warnings
    }
  }

  /// What is made of a field, or what is wrong with it and what would do.
  private func check(_ entry: Entry, _ desk: Desk) -> (reading: String, problem: String?) {
    let file = form.file
    switch entry {
    case .day:
      guard let day = day(desk) else {
        return ("", DayText.problem(with: text(.day), today: desk.today))
      }
      if day < file.file.value.openedOn {
        return ("", "That is before the case opened, on \(file.file.value.openedOn.medium).")
      }
      if case .close = form {
        return day > desk.today ? ("", "A case closes today or on a day gone by.") : (day.long, nil)
      }
      if let again = file.placements.first(where: { isSame($0.value, startingOn: day) }) {
        return ("", "There is a placement there from \(again.value.startsOn.medium) already.")
      }
      if day.days(since: desk.today) > 366 { return ("", "That is more than a year ahead.") }
      return (day.long, nil)
    case .sessions:
      guard let sessions = Int(text(.sessions)), (1...10).contains(sessions) else {
        return ("", "Sessions are half days: from 1 to 10 a week.")
      }
      return (sessions == 10 ? "full time" : "part time", nil)
    case .ending:
      let answer = text(.ending).lowercased()
      guard !answer.isEmpty, "yes".hasPrefix(answer) || "no".hasPrefix(answer) else {
        return ("", "Answer yes or no.")
      }
      guard ends, let day = day(desk) else { return ("it goes on beside this one", nil) }
      return ("it ends on \(day.adding(days: -1).medium)", nil)
    }
  }

  private func isSame(_ placement: Placement, startingOn day: Day) -> Bool {
    guard case .place(_, let provider, _) = form else { return false }
    return placement.provider == provider && placement.startsOn == day
  }

  // MARK: What it looks like

  mutating func draw(on surface: inout Surface, desk: Desk) {
    guard FormScreen.fits(surface) else { return }
    let room = surface.bounds.inset(2, 1)
    let width = min(64, room.width)
    var (lines, places) = lines(desk, width: width - 4)
    let area = room.centred(Size(width: width, height: lines.count + 2))
    let isLast = focus == entries.count - 1
    let inside = Popup.draw(
      on: &surface, in: area, title: title(desk),
      bottomTitle: !isLast
        ? "\(desk.key(.choose, in: .form)) goes on, \(desk.key(.back, in: .form)) cancels"
        : seen.isEmpty
          ? "\(desk.key(.choose, in: .form)) saves, \(desk.key(.back, in: .form)) cancels"
          : "\(desk.key(.choose, in: .form)) again saves, \(desk.key(.back, in: .form)) cancels")
    // In a small window the field with the cursor, and what is said of it, stay in view.
    let below = focus + 1 < places.count ? places[focus + 1] : lines.count
    let top = max(0, min(places[focus], below - inside.height))
    let shift = below > inside.height ? top : 0
    lines.removeFirst(min(shift, lines.count))
    for (row, line) in lines.prefix(inside.height).enumerated() {
      line.draw(on: &surface, x: inside.x, y: inside.y + row, width: inside.width)
    }
    for (index, entry) in entries.enumerated() {
      let row = places[index] - shift
      guard row >= 0, row < inside.height else { continue }
      let field = Rect(
        x: inside.x + FormScreen.labelWidth, y: inside.y + row, width: fieldWidth(entry), height: 1)
      fields[entry]?.draw(
        on: &surface, in: field, isFocused: index == focus, placeholder: proposals[entry] ?? "")
    }
  }

  private static let labelWidth = 16

  private func fieldWidth(_ entry: Entry) -> Int { entry == .day ? 14 : 4 }

  /// Every line of the form, and in which the fields stand.
  private func lines(_ desk: Desk, width: Int) -> (lines: [TextLine], places: [Int]) {
    var lines = intro(desk, width: width)
    var places: [Int] = []
    for entry in entries {
      lines.append(.blank)
      places.append(lines.count)
      let (reading, problem) = check(entry, desk)
      let start = FormScreen.labelWidth + fieldWidth(entry) + 2
      let label = CaseText.padded(label(of: entry), start)
      let fits = TextWidth.of(reading) <= width - start
      lines.append(TextLine(label, .popup).then(fits ? reading : "", .good))
      if !fits { lines += TextLine.wrapped("  " + reading, width: width, .good) }
      if let problem {
        lines += TextLine.wrapped("! " + problem, width: width, indent: 2, .warning)
      }
      if entry == .day { lines += remark(desk, width: width) }
    }
    let against = warnings(desk)
    let refusal = checks(desk)?.refusal
    if refusal != nil || !against.isEmpty { lines.append(.blank) }
    if let refusal { lines += TextLine.wrapped("✗ " + refusal, width: width, indent: 2, .error) }
    for warning in against {
      lines += TextLine.wrapped("! " + warning, width: width, indent: 2, .warning)
    }
    if !seen.isEmpty, refusal == nil {
      lines.append(
        TextLine("\(desk.key(.choose, in: .form)) again to do it all the same.", .key, .bold))
    }
    return (lines, places)
  }

  private func intro(_ desk: Desk, width: Int) -> [TextLine] {
    switch form {
    case .close(_, let reason):
      return TextLine.wrapped("Because: \(reason)", width: width, .popup)
    case .place(_, let id, let name):
      var facts = ["At \(name)"]
      if let provider {
        facts.append(provider.kind.title.lowercased())
        facts.append(provider.isRegistered ? "registered" : "unregistered")
        let row = desk.board.provider(id)
        facts.append(row?.overall.map { "rated \($0.title.lowercased())" } ?? "not rated")
        if let places = provider.places, let there = row?.pupilsNow {
          facts.append(
            there < places
              ? "\(places - there) free of \(places)" : "full: \(there) there, \(places) places")
        }
      }
      var lines = TextLine.wrapped(facts.joined(separator: ", "), width: width, .popup)
      for now in beside(desk) + running(desk).filter({ _ in ends }).map(\.value) {
        let other = form.file.providers[now.provider]?.name ?? "another provider"
        lines += TextLine.wrapped(
          "Now: \(other), \(NumberText.count(now.sessionsPerWeek, "session")) a week, "
            + "from \(now.startsOn.medium)", width: width, indent: 2, .heading)
      }
      return lines
    }
  }

  /// What there is to say of a first day on which there is no school.
  private func remark(_ desk: Desk, width: Int) -> [TextLine] {
    guard case .place(let file, _, _) = form, let day = day(desk) else { return [] }
    let days = SchoolDays(of: file)
    if let closure = days.closure(on: day) {
      return TextLine.wrapped(
        "! No school day: \(closure). The next is \(days.next(after: day).long).", width: width,
        indent: 2, .warning)
    }
    guard let doubted, days.next(after: doubted) == day, let closure = days.closure(on: doubted)
    else { return [] }
    return TextLine.wrapped(
      "! \(doubted.long) is no school day: \(closure). This is the next; type the other again to "
        + "insist.", width: width, indent: 2, .warning)
  }

  private func label(of entry: Entry) -> String {
    switch (entry, form) {
    case (.day, .place): "First day"
    case (.day, .close): "Closed on"
    case (.sessions, _): "Sessions a week"
    case (.ending, _): "End what is now"
    }
  }

  private func title(_ desk: Desk) -> String {
    switch form {
    case .place(let file, _, _): "Place \(desk.spokenName(of: file))"
    case .close(let file, _): "Close \(desk.spokenName(of: file))'s case"
    }
  }
}
