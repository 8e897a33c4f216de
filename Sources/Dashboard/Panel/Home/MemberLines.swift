import AlternativeProvision

/// The members of a panel as they are typed: one a line, name, agency and role between commas.
enum MemberLines {
  /// The lines of members, the role left out where it is plain membership.
  static func text(_ members: [PanelMember]) -> String {
    members.map(text).joined(separator: "\n")
  }

  /// One member as a line.
  static func text(_ member: PanelMember) -> String {
    let role = member.role == .member ? "" : ", \(member.role.title)"
    return "\(member.name), \(member.agency.title)\(role)"
  }

  /// Why a line is no member.
  struct Problem: Error {
    var line: Int
    var words: String

    /// What is wrong, where, and what would do.
    var description: String { "Line \(line): \(words)" }
  }

  /// Reads members from lines; blank lines are passed over.
  static func members(_ text: String) throws(Problem) -> [PanelMember] {
    var members: [PanelMember] = []
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      guard line.contains(where: { !$0.isWhitespace }) else { continue }
      let member = try member(line, number)
      if members.contains(where: { $0.name.lowercased() == member.name.lowercased() }) {
        throw Problem(line: number, words: "\(member.name) stands there twice; keep one.")
      }
      members.append(member)
    }
    return members
  }

  private static func member(_ line: Substring, _ number: Int) throws(Problem) -> PanelMember {
    var parts = line.split(separator: ",", omittingEmptySubsequences: false).map(trimmed)
    var role = PanelRole.member
    if parts.count > 1, let last = parts.last, let named = try? PanelRole(named: last) {
      role = named
      parts.removeLast()
    }
    guard parts.count > 1, let last = parts.popLast() else {
      throw Problem(
        line: number,
        words: "write name, agency, and Chair, Deputy or Observer where they are one.")
    }
    let name = parts.joined(separator: ", ")
    guard let agency = agency(last) else {
      throw Problem(line: number, words: "“\(last)” is no agency. Use \(agencies).")
    }
    guard !name.isEmpty else { throw Problem(line: number, words: "there is no name.") }
    return PanelMember(name: name, agency: agency, role: role)
  }

  /// The agency of a name, or the only one that begins so.
  static func agency(_ text: String) -> Agency? {
    if let named = try? Agency(named: text) { return named }
    let start = text.lowercased()
    guard start.count >= 3 else { return nil }
    let found = Agency.allCases.filter {
      $0.title.lowercased().hasPrefix(start) || $0.shortTitle.lowercased().hasPrefix(start)
    }
    return found.count == 1 ? found[0] : nil
  }

  /// Every agency by its short name.
  static let agencies = Agency.allCases.map(\.shortTitle).joined(separator: ", ")

  private static func trimmed(_ text: Substring) -> String { MinuteText.trimmed(String(text)) }
}
