import AlternativeProvision

extension Door {
  /// Approves the minutes of a meeting: the texts are kept with their digest, and from now on nothing of
  /// the meeting can be altered, only corrected by a dated note.
  ///
  /// - Parameters:
  ///   - meeting: The meeting, whose minutes are in draft.
  ///   - text: The minutes in full, as Markdown.
  ///   - covered: The minutes with names reduced to initials.
  ///   - day: The day of approval.
  @discardableResult
  public mutating func approveMinutes(
    of meeting: Identifier<Meeting>, text: String, covered: String, on day: Day
  ) throws(StoreError) -> ApprovedMinutes {
    var found = try openable(meeting)
    guard found.state == .minutesDraft || found.state == .closed else {
      throw StoreError(
        .refused, "the meeting is \(found.state.title.lowercased())",
        toDo: "close the meeting first; then its minutes can be approved")
    }
    guard day >= found.heldOn else {
      throw .refused(
        .minutes, "they would be approved before the meeting, on \(day.medium)",
        toDo: "give the day of approval")
    }
    for action in try caseload.actions("WHERE meeting_id = ?1", meeting.number)
    where !action.words.isEmpty {
      try settle(action.id)
    }
    found.state = .minutesApproved
    _ = try put(record: found, over: meeting.number)
    let approved = ApprovedMinutes(
      text: text, covered: covered, digest: SHA256.digest(of: text), approvedBy: author,
      approvedOn: day)
    _ = try put(record: MinutesRecord(meeting: meeting, approved: approved))
    return approved
  }

  /// Adds a dated note that corrects approved minutes; the text that was approved stays.
  public mutating func correctMinutes(
    of meeting: Identifier<Meeting>, words: String, on day: Day
  ) throws(StoreError) {
    let minutes: [Stored<MinutesRecord>] = try caseload.readAll(
      "WHERE meeting_id = ?1", meeting.number)
    guard let approved = minutes.first?.value.approved else {
      throw StoreError(
        .refused, "these minutes are not approved yet",
        toDo: "correct what was written, and the minutes follow")
    }
    let cleaned = MinuteText.cleaned(MinuteText.trimmed(words))
    guard !cleaned.isEmpty else {
      throw .refused(.correction, "it says nothing", toDo: "say what should be read instead")
    }
    guard day >= approved.approvedOn else {
      throw .refused(
        .correction, "\(day.medium) is before the approval on \(approved.approvedOn.medium)",
        toDo: "give the day on which the correction is made")
    }
    let earlier: [Stored<CorrectionRecord>] = try caseload.readAll(
      "WHERE meeting_id = ?1 ORDER BY number", meeting.number)
    _ = try put(
      record: CorrectionRecord(
        meeting: meeting, number: earlier.count + 1,
        correction: MinutesCorrection(madeOn: day, author: author, words: cleaned)))
  }
}
