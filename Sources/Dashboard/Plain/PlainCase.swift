import AlternativeProvision
import CaseStore

/// One case in words: who the child is, every clock with its proof, and every other part.
public struct PlainCase {
  private let desk: Desk
  private let file: Identifier<Case>
  private let asAt: Day?

  /// A case of a caseload, with every clock as it stands on a day.
  ///
  /// - Parameter isPast: Whether the day is past, so that what is dated later is left out.
  public init(
    _ file: Identifier<Case>, on day: Day, isPast: Bool = false, of caseload: Caseload,
    _ setting: DashboardSetting
  ) {
    // One case is read by itself: no list of the board is asked for.
    desk = Desk(
      caseload: caseload, board: Board(today: day, cases: []), today: day, setting: setting)
    self.file = file
    asAt = isPast ? day : nil
  }

  /// The text; nil where the case is no longer there, or was not yet on the past day.
  ///
  /// - Throws: `StoreError` where it cannot be read.
  public func text() throws(StoreError) -> String? {
    guard var open = try OpenCase(file, desk: desk, asAt: asAt) else { return nil }
    var lines = PlainLines()
    let reference = desk.isShared ? "" : ", \(open.file.file.value.reference)"
    lines.say("\(desk.displayName(of: open.file))\(reference), on \(desk.today.long).")
    if desk.isShared {
      lines.say(
        "Shared view: names are reduced to initials, and needs, care, route, reasons and what people tell are covered."
      )
    }
    if asAt != nil {
      lines.say(
        "As it was known on that day: what is dated later is left out. Who the child is, the officer and "
          + "the tier are those of today, and what was corrected since stands as corrected.")
    }
    lines.add(desk.shown(CaseText.child(open, desk: desk, inWords: true), about: open.file))
    clocks(open, &lines)
    var screen = CaseScreen(reading: open)
    for panel in CasePanel.allCases where panel != .clocks {
      lines.heading(panel.title)
      if panel == .attendance {
        if let register = open.register(desk) {
          PlainRegister(register).say(
            in: &lines, coversCodes: desk.sharedView.covers(.attendanceCodes))
        }
        continue
      }
      if panel == .views, open.views.isEmpty {
        lines.say("\(CaseText.nothingSaid).")
        continue
      }
      let said = screen.lines(of: panel, width: 100_000, desk: desk)
      // What is said to who has keys is nothing to a reader.
      lines.add(panel == .placements && open.file.placements.isEmpty ? Array(said.prefix(1)) : said)
    }
    // Half a case would be taken for the whole of it.
    if let unread = desk.takeUnread() { throw unread }
    return lines.text
  }

  private func title(of reading: ClockReading) -> String {
    desk.isShared ? reading.kind.neutralTitle : reading.rule.title
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
      lines.say("Clock \(index + 1) of \(open.clocks.count): \(title(of: reading)), \(when).")
      let proof = ProofText.lines(
        of: reading, today: desk.today, width: 100_000, days: days, shared: desk.sharedView)
      lines.add(desk.shown(proof, about: open.file))
    }
  }
}
