import AlternativeProvision

extension Meeting: Readable {
  static let table = Table(
    kind: .meeting, name: "meeting",
    columns: [
      .init("panel_id", refers: .panel), .init("held_on"), .init("starts_at"), .init("venue"),
      .init("state"), .init("minutes_allotted"),
    ],
    key: ["panel_id", "held_on"])

  func write(_ cells: inout CellWriter) {
    cells.add(panel)
    cells.add(heldOn)
    cells.add(startsAt)
    cells.add(venue)
    cells.add(named: state)
    cells.add(minutesAllotted)
  }

  init(_ reader: inout CellReader) throws(StoreError) {
    let panel: Identifier<Panel> = reader.id()
    self.init(panel: panel, heldOn: reader.day())
    startsAt = reader.text()
    venue = reader.text()
    state = try reader.named()
    minutesAllotted = reader.intOrNil()
  }
}

/// A person at a meeting, as it lies in the file.
struct AttendeeRecord: Readable {
  var meeting: Identifier<Meeting>
  var attendee: Attendee

  static let table = Table(
    kind: .attendee, name: "attendee",
    columns: [
      .init("meeting_id", refers: .meeting), .init("name"), .init("agency"), .init("role"),
      .init("presence"),
    ],
    key: ["meeting_id", "name"])

  init(meeting: Identifier<Meeting>, attendee: Attendee) {
    self.meeting = meeting
    self.attendee = attendee
  }

  func write(_ cells: inout CellWriter) {
    cells.add(meeting)
    cells.add(attendee.member.name)
    cells.add(named: attendee.member.agency)
    cells.add(named: attendee.member.role)
    cells.add(named: attendee.presence)
  }

  func validate(on day: Day) throws(StoreError) {
    guard !attendee.member.name.allSatisfy(\.isWhitespace) else {
      throw .refused(.attendee, "there is no name", toDo: "name who is there")
    }
  }

  init(_ reader: inout CellReader) throws(StoreError) {
    meeting = reader.id()
    let name = reader.text()
    let agency: Agency = try reader.named()
    let role: PanelRole = try reader.named()
    attendee = Attendee(
      PanelMember(name: name, agency: agency, role: role), try reader.named())
  }
}

/// A declared interest, as it lies in the file.
struct InterestRecord: Readable {
  var meeting: Identifier<Meeting>
  var item: Identifier<AgendaItem>?
  var interest: Interest

  static let table = Table(
    kind: .interest, name: "interest",
    columns: [
      .init("meeting_id", refers: .meeting), .init("item_id", refers: .agendaItem),
      .init("member"), .init("nature"),
    ],
    key: ["meeting_id", "item_id", "member"])

  init(meeting: Identifier<Meeting>, item: Identifier<AgendaItem>?, interest: Interest) {
    self.meeting = meeting
    self.item = item
    self.interest = interest
  }

  func write(_ cells: inout CellWriter) {
    cells.add(meeting)
    cells.add(item)
    cells.add(interest.member)
    cells.add(interest.nature)
  }

  init(_ reader: inout CellReader) throws(StoreError) {
    meeting = reader.id()
    item = reader.idOrNil()
    let member = reader.text()
    interest = Interest(member: member, nature: reader.text())
  }
}

extension AgendaItem: Readable {
  static let table = Table(
    kind: .agendaItem, name: "agenda_item",
    columns: [
      .init("meeting_id", refers: .meeting), .init("kind"), .init("title"),
      .init("case_id", refers: .caseFile), .init("referral_id", refers: .referral),
      .init("placement_id"), .init("provider_id", refers: .provider),
      .init("ratifies", refers: .decision), .init("position"), .init("state"),
      .init("due_on"), .init("clock"), .init("minutes_allotted"), .init("dropped_because"),
    ],
    key: ["meeting_id", "kind", "title"], caseColumn: "case_id")

  func write(_ cells: inout CellWriter) {
    cells.add(meeting)
    cells.add(named: kind)
    cells.add(title)
    cells.add(file)
    cells.add(referral)
    cells.add(placement)
    cells.add(provider)
    cells.add(ratifies)
    cells.add(position)
    cells.add(named: state)
    cells.add(dueOn)
    cells.add(clock?.rawValue)
    cells.add(minutesAllotted)
    cells.add(droppedBecause)
  }

  func validate(on day: Day) throws(StoreError) {
    guard !title.allSatisfy(\.isWhitespace) else {
      throw .refused(.agendaItem, "it has no heading", toDo: "say what it is about")
    }
    guard (0...600).contains(minutesAllotted) else {
      throw .refused(
        .agendaItem, "\(minutesAllotted) minutes are no time for an item",
        toDo: "give it 0 to 600 minutes")
    }
  }

  init(_ reader: inout CellReader) throws(StoreError) {
    let meeting: Identifier<Meeting> = reader.id()
    let kind: AgendaKind = try reader.named()
    self.init(meeting: meeting, kind: kind, title: reader.text())
    file = reader.idOrNil()
    referral = reader.idOrNil()
    placement = reader.idOrNil()
    provider = reader.idOrNil()
    ratifies = reader.idOrNil()
    position = reader.int()
    state = try reader.named()
    dueOn = reader.dayOrNil()
    clock = reader.intOrNil().flatMap(ClockKind.init)
    minutesAllotted = reader.int()
    droppedBecause = reader.textOrNil()
  }
}
