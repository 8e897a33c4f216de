import AlternativeProvision
import CaseStore

/// Writes the minutes of one meeting: who was there, and around each item what it belongs to.
struct MinutesWriter {
  let facts: PaperFacts
  let names: PaperNames
  private let cover: NameCover
  var page = MarkdownText()

  init(_ facts: PaperFacts, names: PaperNames) {
    self.facts = facts
    self.names = names
    cover = names == .full ? NameCover() : facts.cover
  }

  private var meeting: Meeting { facts.file.meeting.value }
  private var panel: Panel { facts.file.panel.value }
  /// The items that came before the panel, in the order in which they are numbered.
  private var taken: [ItemFile] { facts.file.items.filter { $0.item.value.state != .dropped } }

  mutating func write(_ mark: Minutes.Mark) {
    page.heading(1, "Minutes: \(panel.name)")
    page.strong(mark.words)
    page.paragraph(held)
    if names == .initials {
      page.paragraph("Names of children and families are reduced to initials.")
    }
    attendance()
    interests()
    page.heading(2, "Decisions")
    for (place, entry) in taken.enumerated() { item(entry, number: place + 1) }
    dropped()
    actions()
  }

  private var held: String {
    var held = "Held on \(meeting.heldOn.long)"
    if !meeting.startsAt.isEmpty { held += ", \(meeting.startsAt)" }
    if !meeting.venue.isEmpty { held += ", \(meeting.venue)" }
    held += "."
    if let sitting = facts.sitting {
      held += " Opened at \(sitting.opened)"
      held += sitting.closed.map { ", closed at \($0)." } ?? "."
    }
    return held
  }

  // MARK: Words

  func covered(_ text: String) -> String { names == .full ? text : cover.covered(text) }

  /// The child's name as these minutes give it, else what the item is about.
  func heading(of entry: ItemFile) -> String {
    guard let child = facts.children[entry.item.id] else { return covered(entry.item.value.title) }
    let title = entry.item.value.title
    let name = names == .full ? child.pupil.displayName : child.pupil.initials
    return "\(name) (\(title.isEmpty ? child.reference : title))"
  }

  /// Items by their numbers: "item 4", "items 4 and 5".
  private static func items(_ numbers: [Int]) -> String {
    let words = numbers.map(String.init)
    guard let last = words.last, words.count > 1 else { return "item \(words.first ?? "")" }
    return "items \(words.dropLast().joined(separator: ", ")) and \(last)"
  }

  // MARK: Attendance

  private mutating func attendance() {
    page.heading(2, "Attendance")
    let decidedBy = decidedBy
    let here = facts.file.attendees.filter {
      $0.presence == .present || $0.presence == .left || decidedBy[$0.member.name] != nil
    }
    page.table(
      ["Present", "For", "Role"],
      here.map {
        [
          $0.member.name + remark(on: $0, decided: decidedBy[$0.member.name] ?? []),
          $0.member.agency.title, $0.member.role.title,
        ]
      })
    if here.isEmpty { page.paragraph("Nobody is recorded as present.") }
    people("Apologies", .apologies, without: decidedBy)
    people("Absent", .absent, without: decidedBy)
    page.labelled("Quorum", quorum)
    page.labelled("Who decides", decides)
  }

  /// On which items each person decided, by the numbers of the items.
  private var decidedBy: [String: [Int]] {
    var found: [String: [Int]] = [:]
    for (place, entry) in taken.enumerated() {
      for member in Set(entry.decisions.flatMap(\.value.deciding).map(\.name)) {
        found[member, default: []].append(place + 1)
      }
    }
    return found
  }

  /// That somebody came and went, by the items on which they were not there to decide.
  private func remark(on attendee: Attendee, decided: [Int]) -> String {
    let member = attendee.member
    guard attendee.presence == .present || attendee.presence == .left else {
      return " (there for \(MinutesWriter.items(decided)))"
    }
    var remarks: [String] = []
    let missed = taken.enumerated().filter { _, entry in
      entry.decisions.last.map { facts.wasAway(member, at: $0.value) } ?? false
    }.map { $0.offset + 1 }
    if !missed.isEmpty { remarks.append("not there for \(MinutesWriter.items(missed))") }
    if attendee.presence == .left { remarks.append("left before the end") }
    return remarks.isEmpty ? "" : " (\(remarks.joined(separator: "; ")))"
  }

  private mutating func people(
    _ name: String, _ presence: Presence, without: [String: [Int]]
  ) {
    let found = facts.file.attendees.filter {
      $0.presence == presence && without[$0.member.name] == nil
    }
    guard !found.isEmpty else { return }
    page.labelled(
      name, found.map { "\($0.member.name) (\($0.member.agency.title))" }.joined(separator: "; "))
  }

  private var quorum: String {
    let shortfalls = facts.file.deciding(on: nil).shortfalls
    let without = taken.enumerated().filter { _, entry in
      entry.decisions.contains { !$0.value.shortfalls.isEmpty }
    }.map { $0.offset + 1 }
    guard shortfalls.isEmpty else {
      return "No quorum at the end of the meeting: "
        + shortfalls.map(\.description).joined(separator: "; ") + "."
    }
    return without.isEmpty
      ? "A quorum was present."
      : "A quorum was present, though not on every item: not on \(MinutesWriter.items(without))."
  }

  private var decides: String {
    let rule = panel.terms.decides.title
    return panel.terms.decisionMaker.isEmpty
      ? rule + "." : "\(rule); for the authority: \(panel.terms.decisionMaker)."
  }

  private mutating func interests() {
    page.heading(2, "Interests")
    var lines = facts.file.interests.map { "\($0.member): \(covered($0.nature))" }
    for entry in facts.file.items {
      lines += entry.interests.map {
        "\($0.member), in \(heading(of: entry)): \(covered($0.nature))"
      }
    }
    if lines.isEmpty {
      page.paragraph("None declared.")
    } else {
      page.list(lines)
    }
  }

  // MARK: The end

  private mutating func dropped() {
    let dropped = facts.file.items.filter { $0.item.value.state == .dropped }
    guard !dropped.isEmpty else { return }
    page.heading(2, "Taken off the agenda")
    page.list(
      dropped.map { entry in
        let what = "\(entry.item.value.kind.title): \(heading(of: entry))"
        return entry.item.value.droppedBecause.map { "\(what) – \(covered($0))" } ?? what
      })
    for entry in dropped {
      let typed = facts.typed(in: entry)
      let notes = MinuteText.cleaned(MinuteText.trimmed(entry[.notes].text))
      guard !typed.isEmpty || !notes.isEmpty else { continue }
      page.paragraph("Written on \(heading(of: entry)), which was taken off:")
      write(typed)
      if !notes.isEmpty { page.labelled("Notes", covered(notes)) }
    }
  }

  private mutating func actions() {
    let all = (facts.file.actions + facts.file.items.flatMap(\.actions)).sorted {
      $0.number < $1.number
    }
    page.heading(2, "Actions")
    if all.isEmpty { return page.paragraph("None.") }
    page.table(
      ["No.", "Action", "Owner", "Due"],
      all.map {
        [
          "\($0.number)", covered($0.action.what), covered($0.action.ownerWords),
          $0.action.doneOn.map { "done \($0.medium)" } ?? $0.action.dueWords,
        ]
      })
  }
}
