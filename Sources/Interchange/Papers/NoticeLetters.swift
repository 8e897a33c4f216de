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
  /// Children about whom nobody is written to, each with why.
  public private(set) var notes: [String] = []

  /// Writes the letters of a meeting.
  ///
  /// - Parameters:
  ///   - facts: The meeting.
  ///   - templates: To whom a letter goes, and its template.
  ///   - day: The day of the letters.
  public init(_ facts: PaperFacts, templates: [(NoticeKind, NoticeTemplate)], day: Day) {
    for (place, entry) in facts.file.items.enumerated() where entry.item.value.state != .dropped {
      guard let child = facts.children[entry.item.id] else { continue }
      guard entry.decision != nil else {
        notes.append("no letters on \(child.reference): nothing is decided")
        continue
      }
      for (kind, template) in templates {
        guard let text = Notice.letter(on: entry.item.id, facts, template, day: day) else {
          continue
        }
        let number = place + 1 < 10 ? "0\(place + 1)" : "\(place + 1)"
        let reference = NoticeLetters.plain(child.reference)
        files.append(File(name: "\(number)-\(reference)-\(kind.rawValue).txt", text: text))
      }
    }
  }

  /// A reference as part of a file's name: letters, digits and dashes.
  private static func plain(_ reference: String) -> String {
    String(
      reference.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
  }
}
