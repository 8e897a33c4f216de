import AlternativeProvision
import TerminalUI

/// A panel's terms of reference as lines to read.
enum TermsText {
  static func lines(_ panel: Panel, width: Int) -> [TextLine] {
    let terms = panel.terms
    var lines: [TextLine] = []
    func fact(_ label: String, _ text: String, _ role: Role = .text) {
      guard !text.isEmpty else { return }
      let margin = 13
      let wrapped = TextLine.wrapped(text, width: max(12, width - margin), role)
      for (row, line) in wrapped.enumerated() {
        var whole = TextLine(CaseText.padded(row == 0 ? label : "", margin), .muted)
        whole.spans += line.spans
        lines.append(whole)
      }
    }
    fact("Kind", panel.kind.title)
    fact("For", terms.purpose)
    fact("Meets", cycle(terms))
    for role in [PanelRole.chair, .deputy] {
      fact(role.title, panel.members.filter { $0.role == role }.map(named).joined(separator: "; "))
    }
    fact(
      "Members",
      panel.members.filter { $0.role == .member }.map(named).joined(separator: "; "))
    fact(
      "Observers",
      panel.members.filter { $0.role == .observer }.map(named).joined(separator: "; "))
    fact("Quorum", quorum(terms.quorum))
    fact(
      "Decides",
      terms.decides.title
        + (terms.decisionMaker.isEmpty ? "" : "; for the authority: \(terms.decisionMaker)"))
    fact("Letters", "within \(NumberText.count(terms.letterWorkingDays, "working day"))")
    let missing = panel.shortfalls(attending: panel.members)
    if !missing.isEmpty {
      fact(
        "!",
        "With every member there would still be no quorum: "
          + missing.map(\.description).joined(separator: "; ") + ".", .warning)
    }
    return lines
  }

  private static func named(_ member: PanelMember) -> String {
    "\(member.name) (\(member.agency.title))"
  }

  /// On which days it meets, in words.
  static func cycle(_ terms: TermsOfReference) -> String {
    let cycle = terms.cycle
    let day = cycle.weekday.name
    var text: String
    switch cycle.rhythm {
    case .weekly: text = "every \(day)"
    case .fortnightly: text = "every other \(day)"
    case .monthly:
      text = "\(cycle.week >= 5 ? "the last" : "the \(ordinal(cycle.week))") \(day) of the month"
    case .halfTermly: text = "\(day) of the \(ordinal(cycle.week)) week of each half term"
    case .asNeeded: text = "as needed"
    }
    if !terms.startsAt.isEmpty { text += " at \(terms.startsAt)" }
    return text + ", \(terms.minutesInAll) minutes, \(terms.minutesPerItem) an item"
  }

  private static func ordinal(_ number: Int) -> String {
    switch number {
    case 1: "first"
    case 2: "second"
    case 3: "third"
    case 4: "fourth"
    default: "fifth"
    }
  }

  /// Who must be there, in words.
  static func quorum(_ quorum: Quorum) -> String {
    var parts: [String] = []
    if quorum.needsChair { parts.append("a chair or deputy") }
    if quorum.members > 0 { parts.append("\(NumberText.count(quorum.members, "member")) besides") }
    parts += quorum.requiredAgencies.map { "someone for \($0.title)" }
    if quorum.needsOutsideEducation { parts.append("someone from outside education") }
    return parts.isEmpty ? "none is laid down" : parts.joined(separator: ", ")
  }
}
