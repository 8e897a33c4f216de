import AlternativeProvision
import CaseStore
import Dashboard
import Glibc
import Interchange

/// Writes the papers of a meeting for the screens, which know nothing of how papers look.
struct PaperCabinet {
  /// The folder in which the folders of meetings lie.
  private let base: String
  /// Where "~" leads; nil where nobody has a home.
  private let home: String?

  /// - Parameters:
  ///   - base: The folder in which the folders of meetings lie; empty for the one that one is in.
  ///   - home: Where "~" leads.
  init(base: String, home: String?) {
    self.base = base
    self.home = home
  }

  /// What the screens are told.
  var papers: PanelPapers {
    PanelPapers(
      minutes: { caseload, meeting, inFull in
        Minutes.markdown(
          try PaperCabinet.facts(meeting, caseload), names: inFull ? .full : .initials)
      },
      toApprove: { caseload, meeting, author, day in
        Minutes.approvable(try PaperCabinet.facts(meeting, caseload), by: author, on: day)
      },
      folder: folder, write: write)
  }

  private static func facts(
    _ meeting: Identifier<Meeting>, _ caseload: Caseload
  ) throws -> PaperFacts {
    guard let facts = try PaperFacts(meeting, in: caseload) else {
      throw Failure.refusal("this meeting is no longer on file")
    }
    return facts
  }

  /// As in "papers/2026-11-26-permanent-exclusion-panel": the panel's name and no child's.
  private func folder(_ panel: Panel, _ meeting: Meeting) -> String {
    var words = ""
    for character in panel.name.lowercased() {
      if character.isASCII, character.isLetter || character.isNumber {
        words.append(character)
      } else if !words.isEmpty, words.last != "-" {
        words.append("-")
      }
    }
    while words.last == "-" { words.removeLast() }
    let name = "\(meeting.heldOn.iso)-\(words.isEmpty ? "panel" : words)"
    return base.isEmpty ? name : base.hasSuffix("/") ? base + name : "\(base)/\(name)"
  }

  private func write(
    _ caseload: Caseload, _ meeting: Identifier<Meeting>, _ order: PanelPapers.Order
  ) throws -> PanelPapers.Outcome {
    let facts = try PaperCabinet.facts(meeting, caseload)
    let letters = try letters(facts, on: order.day)
    var files: [(name: String, text: String)] = [
      ("minutes.md", Minutes.markdown(facts)), ("minutes.html", Minutes.html(facts)),
      ("minutes-initials.md", Minutes.markdown(facts, names: .initials)),
      ("minutes-initials.html", Minutes.html(facts, names: .initials)),
      ("actions.csv", ActionList.table(facts).written(as: .csv)),
    ]
    files += letters.files.map { ($0.name, $0.text) }
    return try put(files, in: order.folder, replacing: order.replaces, notes: letters.notes)
  }

  /// The letters with a meeting's decisions, from the team's own templates where it has some.
  ///
  /// - Parameters:
  ///   - facts: The meeting.
  ///   - day: The day on the letters.
  ///   - templates: Where the team's templates are; nil for the folder of the papers.
  ///   - told: Who gets one although the child was referred to safeguarding.
  func letters(
    _ facts: PaperFacts, on day: Day, templates: String? = nil, told: Set<NoticeKind> = []
  ) throws -> NoticeLetters {
    let folder = templates.map(expanded) ?? ownLetters
    return NoticeLetters(
      facts,
      templates: try NoticeKind.allCases.map { ($0, try NoticeTemplate.load($0, folder: folder)) },
      day: day, told: told)
  }

  /// Writes papers into a folder: all of them, or none where one is there already that must stay.
  func put(
    _ files: [(name: String, text: String)], in folder: String, replacing: Bool = false,
    notes: [String] = []
  ) throws -> PanelPapers.Outcome {
    let folder = expanded(folder)
    let taken = files.map(\.name).filter { FileName.exists("\(folder)/\($0)") }
    if !taken.isEmpty, !replacing { return .exists(taken) }
    try PrivateFile.makeFolder(folder)
    for file in files {
      try PrivateFile.write(
        Array(file.text.utf8), to: "\(folder)/\(file.name)", replacing: replacing)
    }
    return .written(count: files.count, folder: folder, notes: notes)
  }

  /// A team's own letters lie beside the folders of meetings.
  private var ownLetters: String? { base.isEmpty ? nil : expanded(base) }

  private func expanded(_ path: String) -> String { FileName.expanded(path, home: home) }
}
