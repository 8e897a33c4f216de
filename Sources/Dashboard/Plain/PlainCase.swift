import AlternativeProvision
import CaseStore

/// One case in words: who the child is, every clock with its proof, and every other part.
public struct PlainCase {
  private let desk: Desk
  private let file: Identifier<Case>

  /// A case of a caseload, as it stands on the board's day.
  public init(
    _ file: Identifier<Case>, on board: Board, of caseload: Caseload, _ setting: DashboardSetting
  ) {
    desk = Desk(caseload: caseload, board: board, today: board.today, setting: setting)
    self.file = file
  }

  /// The text; nil where the case is no longer there.
  ///
  /// - Throws: `StoreError` where it cannot be read.
  public func text() throws(StoreError) -> String? {
    guard var open = try OpenCase(file, desk: desk) else { return nil }
    var lines = PlainLines()
    let reference = desk.isShared ? "" : ", \(open.file.file.value.reference)"
    lines.say("\(desk.displayName(of: open.file))\(reference), on \(desk.today.long).")
    if desk.isShared { lines.say("Shared view: names are reduced to initials.") }
    lines.add(desk.shown(CaseText.child(open, desk: desk), about: open.file))
    clocks(open, &lines)
    var screen = CaseScreen(reading: open)
    for panel in CasePanel.allCases where panel != .clocks {
      lines.heading(panel.title)
      if panel == .attendance {
        PlainRegister(open.register(desk)).say(in: &lines)
        continue
      }
      let said = screen.lines(of: panel, width: 100_000, desk: desk)
      // What is said to who has keys is nothing to a reader.
      lines.add(panel == .placements && open.file.placements.isEmpty ? Array(said.prefix(1)) : said)
    }
    return lines.text
  }

  private func clocks(_ open: OpenCase, _ lines: inout PlainLines) {
    lines.heading(CasePanel.clocks.title)
    guard !open.clocks.isEmpty else { return lines.say("No clock runs in this case.") }
    let days = SchoolDays(of: open.file)
    for (index, reading) in open.clocks.enumerated() {
      let when =
        switch reading.deadline {
        case .on(let day)?: "due on \(day.long)"
        case .beyondCalendar?: "date not yet certain"
        case nil: "no deadline"
        }
      if index > 0 { lines.say("") }
      lines.say("Clock \(index + 1) of \(open.clocks.count): \(reading.rule.title), \(when).")
      let proof = ProofText.lines(of: reading, today: desk.today, width: 100_000, days: days)
      lines.add(desk.shown(proof, about: open.file))
    }
  }
}
