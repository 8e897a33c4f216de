import AlternativeProvision
import CaseStore

/// Everything that the panels' first screen shows, read together.
struct PanelOverview {
  /// A meeting that is on file, or one that the cycle says is next.
  struct MeetingLine {
    /// The meeting; nil for one that nobody has made yet.
    var id: Identifier<Meeting>?
    var panel: Stored<Panel>
    var heldOn: Day
    /// How far it has come; nil for one that nobody has made yet.
    var state: MeetingState?
    /// Why it is not on its usual day, or that nobody knows whether there is school then.
    var remark = ""
    var count: AgendaCount?
  }

  /// A referral that no panel has decided on yet.
  struct ReferralLine {
    var referral: Stored<Referral>
    /// What keeps it from a panel.
    var gaps: [ReferralGap]
    /// What else nobody has filled in.
    var omissions: [ReferralField]
  }

  private(set) var panels: [Stored<Panel>] = []
  private(set) var meetings: [MeetingLine] = []
  private(set) var referrals: [ReferralLine] = []
  private(set) var actions: [ActionFile] = []
  /// The days of meetings, by which an action tells where it comes from.
  private(set) var heldOn: [Identifier<Meeting>: Day] = [:]
  /// Where the journal stood when this was read.
  private(set) var position: Int64 = 0

  init() {}

  /// - Throws: `StoreError` where the caseload can't be read.
  init(_ desk: Desk) throws(StoreError) {
    position = try desk.caseload.journalPosition()
    panels = try desk.caseload.panels()
    try readMeetings(desk)
    for referral in try desk.caseload.undecidedReferrals() {
      referrals.append(
        ReferralLine(
          referral: referral, gaps: referral.value.gaps(on: desk.today),
          omissions: referral.value.omissions()))
    }
    actions = try desk.caseload.openActions()
  }

  /// Open meetings first, then those to come, then those past, the latest first.
  private mutating func readMeetings(_ desk: Desk) throws(StoreError) {
    let counts = try desk.caseload.agendaCounts()
    var coming: [MeetingLine] = []
    var open: [MeetingLine] = []
    var past: [MeetingLine] = []
    let calendar = panels.isEmpty ? nil : PanelCalendar.calendar(desk)
    for panel in panels {
      let held = try desk.caseload.meetings(of: panel.id)
      for meeting in held {
        heldOn[meeting.id] = meeting.value.heldOn
        let line = MeetingLine(
          id: meeting.id, panel: panel, heldOn: meeting.value.heldOn, state: meeting.value.state,
          count: counts[meeting.id])
        switch meeting.value.state {
        case .open, .closed, .minutesDraft: open.append(line)
        case .planned: coming.append(line)
        case .minutesApproved: past.append(line)
        }
      }
      let known = Set(held.map(\.value.heldOn))
      let next = panel.value.terms.cycle.meetings(from: desk.today, count: 2, in: calendar)
      for planned in next where !known.contains(planned.day) {
        coming.append(
          MeetingLine(
            id: nil, panel: panel, heldOn: planned.day, state: nil,
            remark: PanelOverview.remark(on: planned)))
      }
    }
    let byDay: (MeetingLine, MeetingLine) -> Bool = {
      ($0.heldOn, $0.panel.id) < ($1.heldOn, $1.panel.id)
    }
    meetings = open.sorted(by: byDay) + coming.sorted(by: byDay) + past.sorted(by: byDay).reversed()
  }

  private static func remark(on planned: PlannedMeeting) -> String {
    if let moved = planned.movedFrom {
      return "instead of \(DayText.weekday(moved.day)): \(moved.reason.words)"
    }
    return planned.isProvisional ? "the calendar does not reach so far" : ""
  }

  /// The next meeting of a panel, or the one that is open.
  func next(of panel: Identifier<Panel>, from day: Day) -> MeetingLine? {
    meetings.first {
      $0.panel.id == panel && ($0.state == .open || ($0.heldOn >= day && $0.state?.isOver != true))
    }
  }
}

/// The school days by which a team's panels meet.
enum PanelCalendar {
  /// The calendar of the authority to which most of the schools belong; nil where none is on file.
  static func calendar(_ desk: Desk) -> SchoolCalendar? {
    let found = desk.reading {
      guard let authority = try desk.caseload.mainAuthority() else { return SchoolCalendar?.none }
      return try desk.caseload.calendar(for: nil, authority: authority)
    }
    return found ?? nil
  }
}

extension Referral {
  /// Whether it is being written or waits for a panel.
  var isUndecided: Bool { status == .draft || status.isWaiting }
}
