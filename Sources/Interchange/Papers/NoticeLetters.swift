import AlternativeProvision
import CaseStore

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
  ///   - tellsParents: Whether parents are written to as well where their child was referred to
  ///     safeguarding, which can put the child at risk.
  public init(
    _ facts: PaperFacts, templates: [(NoticeKind, NoticeTemplate)], day: Day,
    tellsParents: Bool = false
  ) {
    for (place, entry) in facts.file.items.enumerated() where entry.item.value.state != .dropped {
      guard let child = facts.children[entry.item.id] else { continue }
      guard let decision = entry.decision?.value.decision else {
        notes.append("no letters on \(child.reference): nothing is decided")
        continue
      }
      if NoticeLetters.namesOthers(entry, decision, facts) {
        notes.append(
          "the letters on \(child.reference) may name another child: read them before they go out")
      }
      for (kind, template) in templates {
        if kind == .parent, decision.option == .referSafeguarding, !tellsParents {
          notes.append(
            "no letter to the parent on \(child.reference): the child was referred to safeguarding; "
              + "ask them first, then: sixthday panel notices MEETING --tell-parents")
          continue
        }
        guard let text = Notice.letter(on: entry.item.id, facts, template, day: day) else {
          continue
        }
        let number = place + 1 < 10 ? "0\(place + 1)" : "\(place + 1)"
        let reference = NoticeLetters.plain(child.reference)
        files.append(File(name: "\(number)-\(reference)-\(kind.rawValue).txt", text: text))
      }
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
