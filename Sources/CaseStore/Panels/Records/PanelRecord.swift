import AlternativeProvision

extension Panel: Readable {
  static let table = Table(
    kind: .panel, name: "panel",
    columns: [
      .init("name"), .init("kind"), .init("purpose"), .init("rhythm"), .init("weekday"),
      .init("week"), .init("anchor"), .init("starts_at"), .init("quorum_chair"),
      .init("quorum_members"), .init("quorum_agencies"), .init("quorum_outside"),
      .init("decides"), .init("decision_maker"), .init("letter_days"),
      .init("minutes_per_item"), .init("members"), .init("minutes_in_all"),
    ],
    key: ["name"])

  func write(_ cells: inout CellWriter) {
    cells.add(name)
    cells.add(named: kind)
    cells.add(terms.purpose)
    cells.add(named: terms.cycle.rhythm)
    cells.add(terms.cycle.weekday.rawValue)
    cells.add(terms.cycle.week)
    cells.add(terms.cycle.anchor)
    cells.add(terms.startsAt)
    cells.add(terms.quorum.needsChair)
    cells.add(terms.quorum.members)
    cells.add(list: terms.quorum.requiredAgencies.map(\.rawValue))
    cells.add(terms.quorum.needsOutsideEducation)
    cells.add(named: terms.decides)
    cells.add(terms.decisionMaker)
    cells.add(terms.letterWorkingDays)
    cells.add(terms.minutesPerItem)
    cells.add(list: members.flatMap(\.parts))
    cells.add(terms.minutesInAll)
  }

  func validate(on day: Day) throws(StoreError) {
    guard !name.allSatisfy(\.isWhitespace) else {
      throw .refused(.panel, "it has no name", toDo: "give it the name the team knows it by")
    }
    var names: Set<String> = []
    for member in members {
      guard !member.name.allSatisfy(\.isWhitespace) else {
        throw .refused(.panel, "a member has no name", toDo: "name the member, or leave them out")
      }
      guard names.insert(member.name.lowercased()).inserted else {
        throw .refused(
          .panel, "\(member.name) is a member twice", toDo: "tell the two apart, or keep one")
      }
    }
  }

  init(_ reader: inout CellReader) throws(StoreError) {
    let name = reader.text()
    self.init(name: name, kind: try reader.named())
    terms.purpose = reader.text()
    let rhythm: PanelRhythm = try reader.named()
    let weekday = Weekday(rawValue: reader.int()) ?? .thursday
    let week = reader.int()
    terms.cycle = PanelCycle(rhythm, on: weekday, week: week, anchor: reader.dayOrNil())
    terms.startsAt = reader.text()
    let needsChair = reader.bool()
    let count = reader.int()
    let agencies = reader.list().compactMap(Agency.init)
    terms.quorum = Quorum(
      needsChair: needsChair, members: count, requiredAgencies: agencies,
      needsOutsideEducation: reader.bool())
    terms.decides = try reader.named()
    terms.decisionMaker = reader.text()
    terms.letterWorkingDays = reader.int()
    terms.minutesPerItem = reader.int()
    members = reader.list().inGroups(of: 3).compactMap(PanelMember.init(parts:))
    terms.minutesInAll = reader.int()
  }
}

extension PanelMember {
  /// The member as texts in a list.
  var parts: [String] { [name, agency.rawValue, role.rawValue] }

  /// The member of three texts; an agency or a role that only a newer program knows is read as a
  /// school's observer, who counts for nothing.
  init?(parts: ArraySlice<String>) {
    let parts = Array(parts)
    guard parts.count == 3 else { return nil }
    self.init(
      name: parts[0], agency: Agency(rawValue: parts[1]) ?? .school,
      role: PanelRole(rawValue: parts[2]) ?? .observer)
  }
}

extension Interest {
  var parts: [String] { [member, nature] }

  init?(parts: ArraySlice<String>) {
    let parts = Array(parts)
    guard parts.count == 2 else { return nil }
    self.init(member: parts[0], nature: parts[1])
  }
}

extension Array where Element == String {
  /// The texts of a flat list, so many for each entry.
  func inGroups(of count: Int) -> [ArraySlice<String>] {
    stride(from: 0, to: self.count, by: count).map { self[$0..<Swift.min($0 + count, self.count)] }
  }
}
