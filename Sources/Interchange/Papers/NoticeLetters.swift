import AlternativeProvision
import CaseStore
import Glibc

/// The letters of a whole meeting, one to the school and one to the parent for each child.
public struct NoticeLetters: Sendable {
  /// A letter with the name of its file, which holds a reference and no name of anybody.
  public struct File: Sendable, Hashable {
    /// As in "03-AP-2026-0412-parent.txt": the number is the item's place on the agenda.
    public var name: String
    /// The letter.
    public var text: String
  }

  /// The letters, in the order of the agenda.
  public private(set) var files: [File] = []
  /// Whom nobody writes to, and what to read again before it goes out, each with why.
  public private(set) var notes: [String] = []

  /// Writes the letters of a meeting.
  ///
  /// - Parameters:
  ///   - facts: The meeting.
  ///   - templates: To whom a letter goes, and its template.
  ///   - day: The day of the letters.
  ///   - told: To whom letters are written as well where a child was referred to safeguarding, which can
  ///     put the child at risk; nobody unless asked for.
  public init(
    _ facts: PaperFacts, templates: [(NoticeKind, NoticeTemplate)], day: Day,
    told: Set<NoticeKind> = []
  ) {
    var gaps = 0
    var undecided: [String] = []
    var noted: [String] = []
    for (place, entry) in facts.file.items.enumerated() where entry.item.value.state != .dropped {
      guard let child = facts.children[entry.item.id] else { continue }
      guard let decision = entry.decision?.value.decision else {
        undecided.append(child.reference)
        continue
      }
      if decision.option == .note { noted.append(child.reference) }
      if NoticeLetters.namesOthers(entry, decision, facts) {
        notes.append(
          "the letters on \(child.reference) may name another child: read them before they go out")
      }
      if decision.option == .referSafeguarding {
        let untold = templates.map(\.0).filter { !told.contains($0) }
        if !untold.isEmpty {
          notes.append(
            "no letter on \(child.reference) \(untold.map { $0.title.lowercased() }.joined(separator: " or ")): "
              + "the child was referred to safeguarding; ask them first, then: sixthday panel notices "
              + "MEETING \(untold.map { "--tell-\($0.rawValue)s" }.joined(separator: " "))")
        }
      }
      for (kind, template) in templates {
        guard decision.option.isToldTo.contains(kind) || told.contains(kind) else { continue }
        guard let text = Notice.letter(on: entry.item.id, facts, template, day: day) else {
          continue
        }
        if strstr(text, Notice.gapBegins) != nil { gaps += 1 }
        let number = place + 1 < 10 ? "0\(place + 1)" : "\(place + 1)"
        let reference = NoticeLetters.plain(child.reference)
        files.append(File(name: "\(number)-\(reference)-\(kind.rawValue).txt", text: text))
      }
    }
    if !undecided.isEmpty {
      notes.append("no letters where nothing is decided: \(undecided.joined(separator: ", "))")
    }
    if !noted.isEmpty {
      notes.append(
        "no letters where the panel only took note, which decides nothing: "
          + noted.joined(separator: ", "))
    }
    if gaps > 0 {
      notes.append(
        "\(gaps) of the letters \(gaps == 1 ? "has" : "have") gaps that only you can fill: look for "
          + "\"\(Notice.gapBegins)\" before they go out")
    }
  }

  /// Whether words that go into the letters on an item hold the name of another child of the meeting.
  private static func namesOthers(
    _ entry: ItemFile, _ decision: Decision, _ facts: PaperFacts
  ) -> Bool {
    func names(_ pupil: Pupil) -> [Substring] {
      "\(pupil.forename) \(pupil.surname) \(pupil.preferredName ?? "")"
        .split(whereSeparator: { !$0.isLetter })
    }
    let own = Set((facts.children[entry.item.id].map { names($0.pupil) } ?? []).map(String.init))
    var cover = NameCover()
    for (item, child) in facts.children where item != entry.item.id {
      for name in names(child.pupil) where !own.contains(String(name)) {
        cover.add(name: String(name))
      }
    }
    let words =
      DecisionField.allCases.compactMap { decision.text(of: $0) }
      + entry.actions.map(\.action.what)
    return words.contains { cover.covered($0) != $0 }
  }

  /// A reference as part of a file's name: letters, digits and dashes.
  private static func plain(_ reference: String) -> String {
    String(
      reference.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
  }
}
