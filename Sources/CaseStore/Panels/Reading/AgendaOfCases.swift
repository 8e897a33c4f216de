import AlternativeProvision

extension Caseload {
  /// The items with which cases come onto an agenda because somebody puts them there: a case with the
  /// referral that waits, where there is one, and with the clock that runs out first.
  ///
  /// Cases that are closed, or on the agenda already, are left out.
  public func agendaItems(
    of cases: [Identifier<Case>], for meeting: Identifier<Meeting>
  ) throws(StoreError) -> [AgendaItem] {
    try snapshot { () throws(StoreError) in
      guard let held: Meeting = try read(meeting.number),
        let panel: Panel = try read(held.panel.number)
      else { throw .gone(.meeting, meeting.number) }
      let present = try items(of: meeting).filter { $0.value.state != .dropped }.map(\.value)
      let reader = try FactsReader(self)
      var found: [AgendaItem] = []
      for number in cases {
        guard let file: Case = try read(number.number), file.closedOn == nil else { continue }
        let waiting = try referrals(of: file.pupil).first { $0.value.status.isWaiting }
        let isThere = present.contains {
          $0.file == number || ($0.referral != nil && $0.referral == waiting?.id)
        }
        if isThere { continue }
        let isExclusion = panel.kind == .exclusion && file.route == .permanentExclusion
        var item = AgendaItem(
          meeting: meeting,
          kind: waiting != nil ? .newReferral : isExclusion ? .permanentExclusion : .escalation,
          title: file.reference)
        item.minutesAllotted = panel.terms.minutesPerItem
        item.file = number
        item.referral = waiting?.id
        let readings = try reader.facts(of: number.number).map { ClockEngine().readings(for: $0) }
        item.take(readings ?? [], on: held.heldOn)
        found.append(item)
      }
      return found
    }
  }
}

extension AgendaItem {
  /// Takes the clock that runs out first, of those that bear on it.
  fileprivate mutating func take(_ clocks: [ClockReading], on day: Day) {
    for clock in clocks where kind.clocks.contains(clock.kind) && clock.state(on: day).isOpen {
      guard let due = clock.deadline?.day, dueOn.map({ due < $0 }) ?? true else { continue }
      dueOn = due
      self.clock = clock.kind
    }
  }
}
