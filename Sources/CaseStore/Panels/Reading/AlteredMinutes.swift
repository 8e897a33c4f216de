import AlternativeProvision

extension Caseload {
  /// Approved minutes whose text is no longer the one that was approved.
  func alteredMinutes() throws(StoreError) -> [Finding] {
    let approved: [Stored<MinutesRecord>] = try readAll("ORDER BY id")
    var findings: [Finding] = []
    for minutes in approved where !minutes.value.approved.isIntact {
      let meeting: Meeting? = try read(minutes.value.meeting.number)
      let panel: Panel? = try meeting.flatMap { (found) throws(StoreError) in
        try read(found.panel.number)
      }
      findings.append(
        Finding(
          severity: .problem,
          place: "minutes of \(panel?.name ?? "a panel"), \(meeting?.heldOn.medium ?? "undated")",
          whatIsWrong: "they are not the text that was approved",
          whatToDo: "restore a copy from before; something other than Sixthday altered them"))
    }
    return findings
  }
}
