import AlternativeProvision
import CaseStore
import TerminalUI

/// The form with which a panel is made or its terms of reference are changed.
enum PanelForm {
  private enum Name {
    static let name = "name"
    static let kind = "kind"
    static let purpose = "purpose"
    static let rhythm = "rhythm"
    static let weekday = "weekday"
    static let week = "week"
    static let anchor = "anchor"
    static let startsAt = "startsAt"
    static let members = "members"
    static let chair = "chair"
    static let count = "count"
    static let agencies = "agencies"
    static let outside = "outside"
    static let decides = "decides"
    static let maker = "maker"
    static let letters = "letters"
    static let item = "item"
    static let length = "length"
  }

  /// The form of a panel that is on file, or of a new one.
  ///
  /// - Parameter since: Where the journal stood when the panel was read.
  static func sheet(_ stored: Stored<Panel>?, since: Int64) -> SheetScreen {
    SheetScreen(
      stored.map { $0.value.name } ?? "A new panel",
      at: stored.map { FormPlace(.panel, of: $0.id.number, about: $0.value.name) }
        ?? FormPlace(.newPanel), covering: .nothing,
      fields: fields(stored?.value ?? Panel(name: "", kind: .exclusion)),
      check: { values, desk in remarks(values, desk) },
      save: { values, desk in
        guard let panel = panel(values, stored?.value, desk) else {
          return .refused("Fill in what is marked first.")
        }
        guard let stored else {
          return .change(
            Change(cause: "make \(panel.name)", done: "\(panel.name) is made.") { door in
              try door.put(panel)
            })
        }
        let edit = Edit.record(
          stored, "change \(panel.name)", done: "\(panel.name) is changed.", typed: values,
          fields: fields, filled: { self.panel($0, $1, desk) ?? $1 },
          now: { try $0.panel(stored.id) },
          put: { door, edited, since in try door.write(edited, ifUnchangedSince: since) })
        return .change(Change(edit, since: since, in: desk.caseload) { text, _, _ in text })
      })
  }

  private static func fields(_ panel: Panel) -> [SheetField] {
    let terms = panel.terms
    let quorum = terms.quorum
    func choice(_ name: String, _ label: String, _ choices: [SheetChoice], _ text: String)
      -> SheetField
    {
      SheetField(name, label, .choice(choices), text: text)
    }
    var fields = [
      SheetField(
        Name.name, "Name", text: panel.name, hint: "as the team knows it", heading: "The panel"),
      choice(
        Name.kind, "Kind", SheetChoice.all(PanelKind.self, title: \.title), panel.kind.rawValue),
      SheetField(Name.purpose, "What it is for", .prose, text: terms.purpose),
      choice(
        Name.rhythm, "Meets", SheetChoice.all(PanelRhythm.self, title: \.title),
        terms.cycle.rhythm.rawValue),
      choice(
        Name.weekday, "On",
        Weekday.allCases.prefix(5).map { SheetChoice("\($0.rawValue)", $0.name) },
        "\(terms.cycle.weekday.rawValue)"),
      SheetField.number(Name.week, "In week", text: "\(terms.cycle.week)"),
      SheetField.day(
        Name.anchor, "Met last on", text: terms.cycle.anchor?.medium ?? "",
        hint: "a day of a week in which it meets"),
      SheetField(Name.startsAt, "Begins at", text: terms.startsAt, hint: "14:00"),
      SheetField.number(Name.length, "Minutes in all", text: "\(terms.minutesInAll)"),
      SheetField.number(Name.item, "Minutes an item", text: "\(terms.minutesPerItem)"),
      SheetField(
        Name.members, "One a line", .prose, text: MemberLines.text(panel.members),
        hint: "Name, agency, Chair or Deputy or Observer", heading: "Members"),
      choice(Name.chair, "A chair or deputy", SheetChoice.yesOrNo, answer(quorum.needsChair)),
      SheetField.number(Name.count, "Members besides", text: "\(quorum.members)"),
      SheetField(
        Name.agencies, "From each of",
        text: quorum.requiredAgencies.map(\.title).joined(separator: "; "),
        hint: "agencies with ; between them, or nothing"),
      choice(
        Name.outside, "Outside education", SheetChoice.yesOrNo,
        answer(quorum.needsOutsideEducation)),
      choice(
        Name.decides, "Who decides", SheetChoice.all(DecisionRule.self, title: \.title),
        terms.decides.rawValue),
      SheetField(
        Name.maker, "For the authority", text: terms.decisionMaker,
        hint: "where it is not the chair"),
      SheetField.number(Name.letters, "Letters within", text: "\(terms.letterWorkingDays)"),
    ]
    for (name, heading) in [
      (Name.rhythm, "Its meetings"), (Name.chair, "Quorum: who must be there"),
      (Name.decides, "Decisions"),
    ] {
      if let index = fields.firstIndex(where: { $0.name == name }) {
        fields[index].heading = heading
      }
    }
    return fields
  }

  private static func answer(_ isSo: Bool) -> String { isSo ? "yes" : "no" }

  // MARK: Reading it

  private static func remarks(
    _ values: SheetValues, _ desk: Desk
  ) -> [String: FieldSheet.Remark] {
    var found: [String: FieldSheet.Remark] = [:]
    if values[Name.name].isEmpty {
      found[Name.name] = .problem("Give it the name that the team knows it by.")
    }
    let rhythm = PanelRhythm(rawValue: values[Name.rhythm]) ?? .weekly
    if week(values) == nil {
      found[Name.week] = .problem("Weeks are counted from 1; in a month 5 is the last.")
    } else if rhythm == .monthly || rhythm == .halfTermly {
      let of = rhythm == .monthly ? "month" : "half term"
      found[Name.week] = .reading("of the \(of)")
    } else {
      found[Name.week] = .reading("only for a monthly or half-termly panel")
    }
    let anchor = values[Name.anchor]
    if rhythm == .fortnightly {
      if anchor.isEmpty {
        found[Name.anchor] = .problem("Say a day of a week in which it meets.")
      } else if let day = try? Day(anchor, relativeTo: desk.today) {
        found[Name.anchor] = .day(day, typed: anchor)
      } else {
        found[Name.anchor] = .problem(DayText.problem(with: anchor, today: desk.today))
      }
    } else if anchor.isEmpty {
      found[Name.anchor] = .reading("only for a fortnightly panel")
    }
    for (name, range, what) in numbers where number(values[name], range) == nil {
      found[name] = .problem(
        "\(what): a number from \(range.lowerBound) to \(range.upperBound).")
    }
    found[Name.letters] = found[Name.letters] ?? .reading("working days of the meeting")
    members(values, into: &found)
    if let wrong = agencies(values).wrong {
      found[Name.agencies] = .problem("“\(wrong)” is no agency. Use \(MemberLines.agencies).")
    }
    if found.values.allSatisfy(\.isReading), let panel = panel(values, nil, desk) {
      found[Name.weekday] = .reading(next(panel, desk))
    }
    return found
  }

  private static func members(
    _ values: SheetValues, into found: inout [String: FieldSheet.Remark]
  ) {
    do throws(MemberLines.Problem) {
      let members = try MemberLines.members(values[Name.members])
      let chairs = members.filter { $0.role == .chair }.count
      if chairs > 1 {
        found[Name.members] = .problem("There are \(chairs) chairs; make all but one deputies.")
      } else if !members.isEmpty {
        let missing = quorum(values).shortfalls(attending: members)
        let lacks = missing.map(\.description).joined(separator: "; ")
        found[Name.members] = .reading(
          "\(NumberText.count(members.count, "member")); with everyone there, "
            + (missing.isEmpty ? "a quorum" : "no quorum: \(lacks)"))
      }
    } catch {
      found[Name.members] = .problem(error.description)
    }
  }

  /// The next days on which it would meet.
  private static func next(_ panel: Panel, _ desk: Desk) -> String {
    let days = panel.terms.cycle.meetings(
      from: desk.today, count: 3, in: PanelCalendar.calendar(desk))
    if days.isEmpty { return "no meeting can be foreseen" }
    return "next: " + days.map { DayText.weekday($0.day) }.joined(separator: ", ")
  }

  private static let numbers: [(String, ClosedRange<Int>, String)] = [
    (Name.count, 0...30, "How many members besides the chair"),
    (Name.letters, 1...30, "Within how many working days letters go out"),
    (Name.item, 1...120, "How many minutes an item has"),
    (Name.length, 10...600, "How many minutes a meeting has"),
  ]

  private static func number(_ text: String, _ range: ClosedRange<Int>) -> Int? {
    Int(text).flatMap { range.contains($0) ? $0 : nil }
  }

  private static func week(_ values: SheetValues) -> Int? { number(values[Name.week], 1...5) }

  private static func agencies(_ values: SheetValues) -> (found: [Agency], wrong: String?) {
    var found: [Agency] = []
    for part in values[Name.agencies].split(whereSeparator: { $0 == ";" || $0 == "," }) {
      let text = MinuteText.trimmed(String(part))
      if text.isEmpty { continue }
      guard let agency = MemberLines.agency(text) else { return (found, text) }
      if !found.contains(agency) { found.append(agency) }
    }
    return (found, nil)
  }

  private static func quorum(_ values: SheetValues) -> Quorum {
    Quorum(
      needsChair: values.isYes(Name.chair), members: number(values[Name.count], 0...30) ?? 0,
      requiredAgencies: agencies(values).found, needsOutsideEducation: values.isYes(Name.outside))
  }

  /// The panel that was filled in; nil where something in it cannot be read.
  private static func panel(_ values: SheetValues, _ old: Panel?, _ desk: Desk) -> Panel? {
    guard let kind = PanelKind(rawValue: values[Name.kind]),
      let rhythm = PanelRhythm(rawValue: values[Name.rhythm]),
      let weekday = Int(values[Name.weekday]).flatMap(Weekday.init),
      let decides = DecisionRule(rawValue: values[Name.decides]), let week = week(values),
      let members = try? MemberLines.members(values[Name.members]),
      let letters = number(values[Name.letters], 1...30),
      let item = number(values[Name.item], 1...120),
      let length = number(values[Name.length], 10...600)
    else { return nil }
    var panel = old ?? Panel(name: "", kind: kind)
    panel.name = values[Name.name]
    panel.kind = kind
    panel.members = members
    panel.terms.purpose = values[Name.purpose]
    panel.terms.cycle = PanelCycle(
      rhythm, on: weekday, week: week,
      anchor: try? Day(values[Name.anchor], relativeTo: desk.today))
    panel.terms.startsAt = values[Name.startsAt]
    panel.terms.quorum = quorum(values)
    panel.terms.decides = decides
    panel.terms.decisionMaker = values[Name.maker]
    panel.terms.letterWorkingDays = letters
    panel.terms.minutesPerItem = item
    panel.terms.minutesInAll = length
    return panel
  }
}

extension FieldSheet.Remark {
  /// A day as it was understood: in full, or only its weekday where the rest stands there already.
  static func day(_ day: Day, typed: String) -> FieldSheet.Remark {
    .reading(typed == day.medium ? day.weekday.name : day.long)
  }

  /// Whether it says what was understood, and nothing is wrong.
  var isReading: Bool {
    switch self {
    case .reading, .doubt: true
    case .problem: false
    }
  }
}
