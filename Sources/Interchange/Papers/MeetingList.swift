import AlternativeProvision
import CaseStore

/// The meetings of every panel as rows, the latest first.
public enum MeetingList {
  /// Number, day, panel, state, and how far the agenda and the actions have come.
  public static func table(of caseload: Caseload) throws(StoreError) -> Table {
    var table = Table(columns: [
      TableColumn("meeting", alignment: .right), TableColumn("held_on", mayShrink: false),
      TableColumn("starts_at", title: "at", mayShrink: false), TableColumn("panel"),
      TableColumn("state", mayShrink: false), TableColumn("items", alignment: .right),
      TableColumn("decided", alignment: .right),
      TableColumn("open_actions", alignment: .right),
    ])
    var open: [Identifier<Meeting>: Int] = [:]
    for action in try caseload.openActions() { open[action.meeting, default: 0] += 1 }
    var panels: [Identifier<Panel>: String] = [:]
    for panel in try caseload.panels() { panels[panel.id] = panel.value.name }
    let counts = try caseload.agendaCounts()
    for meeting in try caseload.meetings() {
      let count = counts[meeting.id]
      table.rows.append([
        .integer(Int(meeting.id.number)), .day(meeting.value.heldOn),
        .text(meeting.value.startsAt), .text(panels[meeting.value.panel] ?? ""),
        .text(meeting.value.state.title), .integer(count?.items ?? 0),
        .integer(count?.decided ?? 0), .integer(open[meeting.id] ?? 0),
      ])
    }
    return table
  }
}
