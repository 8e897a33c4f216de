import AlternativeProvision
import CaseStore
import TerminalUI

/// Who is at a meeting, who is not, who has an interest, and whether there is a quorum.
///
/// It serves before a meeting, in it, and after: whoever leaves early counts no longer from then on.
struct AttendanceScreen: Screen {
  let id: Identifier<Meeting>
  var file: MeetingFile
  var list = LineList()
  private var names = PanelNames()

  /// - Throws: `StoreError` where there is no such meeting, or it can't be read.
  init(meeting: Identifier<Meeting>, desk: Desk) throws(StoreError) {
    id = meeting
    file = try AgendaScreen.read(meeting, desk)
  }

  /// Opens it on top; a message where the meeting can't be read.
  static func opening(_ id: Identifier<Meeting>, desk: Desk) -> Outcome {
    do throws(StoreError) {
      return .push(try AttendanceScreen(meeting: id, desk: desk))
    } catch {
      return .message(Message(.error, error.description))
    }
  }

  var contexts: [KeyContext] { [.attendance, .moving, .everywhere] }

  private var people: [Attendee] { file.attendees }

  private var selected: Attendee? {
    people.indices.contains(list.position.selected) ? people[list.position.selected] : nil
  }

  // MARK: Events

  mutating func handle(_ input: Input, desk: Desk) -> Outcome {
    switch input {
    case .command(.back): return .pop
    case .command(let command):
      if case .panel(let command) = command { return answer(command, desk) }
      return list.move(command, count: people.count) == true ? .redraw : .stay
    case .mouse(let mouse):
      guard mouse.action == .press, let row = list.row(at: mouse.point, count: people.count)
      else { return .stay }
      list.position.select(row, of: people.count)
      return mouse.clicks >= 2 ? set(.present) : .redraw
    case .key, .paste: return .stay
    }
  }

  private mutating func answer(_ command: PanelCommand, _ desk: Desk) -> Outcome {
    if command == .enter { return meet(desk) }
    if desk.setting.isReadOnly { return .message(Message(.warning, Wording.readOnly)) }
    if file.minutes != nil {
      return .message(
        Message(.warning, "The minutes are approved: attendance stays as it was minuted."))
    }
    switch command {
    case .present: return set(.present)
    case .apologies: return set(.apologies)
    case .absent: return set(.absent)
    case .left: return set(.left)
    case .allPresent: return allPresent()
    case .interest: return declare(desk)
    case .withdraw: return withdraw(desk)
    case .new: return .push(person(nil))
    case .edit: return selected.map { .push(person($0)) } ?? .stay
    default: return .stay
    }
  }

  private func meet(_ desk: Desk) -> Outcome {
    switch file.meeting.value.state {
    // The meeting is under this screen already, or opens from its agenda.
    case .open: return .pop
    case .planned:
      return .several([
        .pop,
        .message(Message(.notice, "\(desk.key(.panel(.enter), in: .agenda)) opens the meeting.")),
      ])
    case .closed, .minutesDraft, .minutesApproved:
      return .message(Message(.notice, "The meeting is over."))
    }
  }

  // MARK: Who is here

  private mutating func set(_ presence: Presence) -> Outcome {
    guard var person = selected else { return .stay }
    if presence == .left, person.presence != .present {
      return .message(
        Message(.notice, "\(person.member.name) is not recorded as here, and so cannot leave."))
    }
    person.presence = presence
    let before = file.deciding(on: nil)
    var after = file
    for index in after.attendees.indices
    where after.attendees[index].member.name == person.member.name {
      after.attendees[index] = person
    }
    let now = after.deciding(on: nil)
    var done = "\(person.member.name): \(presence.title.lowercased())."
    if before.hasQuorum, !now.hasQuorum {
      done += " There is no quorum now: \(now.shortfalls[0])."
    } else if !before.hasQuorum, now.hasQuorum {
      done += " There is a quorum."
    }
    let row = list.position.selected
    if row + 1 < people.count { list.position.select(row + 1, of: people.count) }
    return .change(
      Change(
        cause: "record \(person.member.name) as \(presence.title.lowercased())", done: done
      ) { [id, person] door in try door.put(person, in: id) })
  }

  private func allPresent() -> Outcome {
    let waiting = people.filter { $0.presence == .expected }
    guard !waiting.isEmpty else {
      return .message(Message(.notice, "Of everyone somebody has said already whether they came."))
    }
    return .change(
      Change(
        cause: "record everybody as present",
        done: "\(NumberText.count(waiting.count, "member")) recorded as here.", advice: .undoesIt
      ) { [id] door in
        for person in waiting { try door.put(Attendee(person.member, .present), in: id) }
      })
  }

  /// The form of somebody who is not on the list, or of a member's part in this meeting.
  private func person(_ known: Attendee?) -> SheetScreen {
    let others = Set(people.map { $0.member.name.lowercased() })
    var fields = [
      SheetField(
        "agency", "For", .choice(SheetChoice.all(Agency.self, title: \.title)),
        text: (known?.member.agency ?? .school).rawValue),
      SheetField(
        "role", "As", .choice(SheetChoice.all(PanelRole.self, title: \.title)),
        text: (known?.member.role ?? .member).rawValue),
    ]
    if known == nil { fields.insert(SheetField("name", "Name"), at: 0) }
    return SheetScreen(
      known?.member.name ?? "Someone who is not on the list",
      at: FormPlace(
        .attendee, of: id.number, known?.member.name ?? "",
        about: known?.member.name ?? file.meeting.value.heldOn.medium), covering: .nothing,
      fields: fields,
      check: { values, _ in
        guard known == nil else { return [:] }
        if values["name"].isEmpty { return ["name": .problem("Name who is here.")] }
        if others.contains(values["name"].lowercased()) {
          return ["name": .problem("\(values["name"]) is on the list already.")]
        }
        return [:]
      },
      save: { [id] values, _ in
        guard let agency = Agency(rawValue: values["agency"]),
          let role = PanelRole(rawValue: values["role"])
        else { return .refused("Say for whom they speak and as what.") }
        let member = PanelMember(
          name: known?.member.name ?? values["name"], agency: agency, role: role)
        let person = Attendee(member, known?.presence ?? .present)
        return .change(
          Change(
            cause: "record \(member.name) at a meeting",
            done: "\(member.name) is recorded as \(person.presence.title.lowercased())."
          ) { door in try door.put(person, in: id) })
      })
  }

  // MARK: Interests

  private func declare(_ desk: Desk) -> Outcome {
    guard let member = selected?.member.name else { return .stay }
    var names = names
    var items = file.items.filter { $0.item.value.state != .dropped }.map { entry in
      ChooserScreen.Item(
        names.about(entry.item.value, desk),
        notes: [Span(entry.item.value.kind.shortTitle, Style(.muted))],
        choice: .screen { [id] _ in
          InterestForm.sheet(of: member, in: entry.item, meeting: id)
        })
    }
    items.append(
      ChooserScreen.Item(
        "The panel's business as a whole",
        choice: .screen { [id] _ in InterestForm.sheet(of: member, in: nil, meeting: id) }))
    return .push(ChooserScreen(title: "\(member) has an interest in", items: items).findingNames)
  }

  private func withdraw(_ desk: Desk) -> Outcome {
    guard let member = selected?.member.name else { return .stay }
    var names = names
    var items: [ChooserScreen.Item] = []
    for entry in file.items where entry.interests.contains(where: { $0.member == member }) {
      items.append(
        ChooserScreen.Item(
          names.about(entry.item.value, desk), choice: .answer(.panel(.withdrawn(entry.item.id)))))
    }
    if file.interests.contains(where: { $0.member == member }) {
      items.append(
        ChooserScreen.Item(
          "The panel's business as a whole", choice: .answer(.panel(.withdrawn(nil)))))
    }
    guard !items.isEmpty else {
      return .message(Message(.notice, "\(member) has declared no interest."))
    }
    return .push(
      ChooserScreen(title: "Take back \(member)'s interest in", items: items).findingNames)
  }

  mutating func receive(_ answer: Answer, desk: Desk) -> Outcome {
    guard case .panel(.withdrawn(let item)) = answer, let member = selected?.member.name else {
      return .redraw
    }
    return .change(
      Change(
        cause: "take back an interest of \(member)",
        done: "The interest is taken back; the history keeps it.", advice: .undoesIt
      ) { [id] door in try door.withdrawInterest(of: member, in: item, of: id) })
  }

  // MARK: Staying up to date

  mutating func refresh(desk: Desk) {
    let kept = selected?.member.name
    guard let again = desk.reading({ try AgendaScreen.read(id, desk) }) else { return }
    file = again
    names = PanelNames()
    let row = people.firstIndex { $0.member.name == kept } ?? list.position.selected
    list.position.select(row, of: people.count)
  }

  mutating func look(desk: Desk) -> Outcome {
    guard let position = try? desk.caseload.journalPosition(), position != file.position else {
      return .stay
    }
    refresh(desk: desk)
    return .redraw
  }

  // MARK: Looks

  mutating func draw(on surface: inout Surface, desk: Desk) {
    let meeting = file.meeting.value
    let body = PanelPage.draw(
      on: &surface, title: "Attendance · \(file.panel.value.name) · \(meeting.heldOn.long)",
      note: meeting.state.title, desk: desk)
    let foot = foot(width: body.width - 2, desk)
    let declared = interests(width: body.width - 4, desk)
    let room = max(0, body.height - foot.count - people.count - 3)
    let shown = declared.isEmpty ? 0 : min(declared.count + 2, max(4, room))
    let rows = body.rows([.weight(1, minimum: 5), .fixed(shown), .fixed(foot.count)])
    let inside = PaneFrame.draw(
      on: &surface, in: rows[0], title: "Who is here", isFocused: true)
    var list = list
    list.draw(
      on: &surface, in: inside, count: people.count, isFocused: true,
      empty:
        "Nobody is expected: the panel has no members. \(desk.key(.panel(.new), in: .attendance)) adds someone."
    ) { row in line(people[row], width: inside.width) }
    self.list = list
    ScrollBar.draw(
      on: &surface, in: Rect(x: rows[0].right - 1, y: inside.y, width: 1, height: inside.height),
      offset: list.position.top, page: list.position.height, of: people.count)
    if shown > 0 {
      let box = PaneFrame.draw(
        on: &surface, in: rows[1], title: "Interests", isFocused: false
      ).inset(1, 0)
      for (offset, line) in declared.prefix(box.height).enumerated() {
        line.draw(on: &surface, x: box.x, y: box.y + offset, width: box.width)
      }
    }
    for (offset, line) in foot.prefix(rows[2].height).enumerated() {
      line.draw(on: &surface, x: rows[2].x + 1, y: rows[2].y + offset, width: rows[2].width - 1)
    }
  }

  private func line(_ person: Attendee, width: Int) -> TextLine {
    let (mark, role): (String, Role) =
      switch person.presence {
      case .present: ("✓", .met)
      case .expected: ("?", .dueSoon)
      case .apologies, .absent, .left: ("–", .muted)
      }
    let wide = width >= 90
    let name = wide ? 32 : max(12, width - 2 - 12 - 12 - 11 - 10)
    var line = TextLine("\(mark) ", role)
      .then(Columns.cell(person.member.name, name) + " ")
      .then(Columns.cell(person.presence.title, 11), role)
      .then(Columns.cell(person.member.role.title, 10), .muted)
      .then(
        Columns.cell(
          wide ? person.member.agency.title : person.member.agency.shortTitle, wide ? 34 : 11),
        .muted)
    let count =
      file.items.reduce(0) { sum, entry in
        sum + entry.interests.filter { $0.member == person.member.name }.count
      } + file.interests.filter { $0.member == person.member.name }.count
    if count > 0 { line = line.then("! \(NumberText.count(count, "interest"))", .warning) }
    return line
  }

  private mutating func interests(width: Int, _ desk: Desk) -> [TextLine] {
    var lines: [TextLine] = []
    for interest in file.interests {
      lines += TextLine.wrapped(
        "\(interest.member), in the panel's business: \(names.remark(interest.nature, desk))",
        width: width, indent: 2)
    }
    for entry in file.items {
      for interest in entry.interests {
        let item = entry.item.value
        lines += TextLine.wrapped(
          "\(interest.member) does not decide on \(names.about(item, desk)): "
            + names.remark(interest.nature, desk), width: width, indent: 2)
      }
    }
    return lines
  }

  private func foot(width: Int, _ desk: Desk) -> [TextLine] {
    let terms = TermsText.quorum(file.panel.value.terms.quorum)
    var lines = [
      QuorumText.line(
        file,
        hint:
          "\(desk.key(.panel(.allPresent))): everybody is here; \(desk.key(.panel(.present))): one is"
      )
    ]
    lines += TextLine.wrapped("Needed: \(terms).", width: width, indent: 8, .muted).prefix(2)
    if file.interests.isEmpty, file.items.allSatisfy(\.interests.isEmpty) {
      lines.append(
        TextLine(
          "No interest is declared: \(desk.key(.panel(.interest))) declares one of whom is selected.",
          .muted))
    }
    return lines
  }
}

/// The form with which a member's interest is declared.
enum InterestForm {
  static func sheet(
    of member: String, in item: Stored<AgendaItem>?, meeting: Identifier<Meeting>
  ) -> SheetScreen {
    SheetScreen(
      "An interest of \(member)",
      at: FormPlace(
        .interest, of: meeting.number, "\(item?.id.number ?? 0) \(member)", about: member),
      intro: [
        item == nil
          ? "It stands in the minutes."
          : "\(member) does not decide on this item; the minutes say so."
      ],
      covering: .names(meeting),
      fields: [
        SheetField("nature", "What it is", .prose, hint: "as in: governor of the child's school")
      ],
      check: { values, _ in
        values["nature"].isEmpty ? ["nature": .problem("Say what the interest is.")] : [:]
      },
      save: { values, _ in
        .change(
          Change(
            cause: "declare an interest of \(member)",
            done: "Declared. w on the attendance takes it back."
          ) { door in
            try door.declare(
              Interest(member: member, nature: MinuteText.cleaned(values["nature"])),
              in: item?.id, of: meeting)
          })
      })
  }
}
