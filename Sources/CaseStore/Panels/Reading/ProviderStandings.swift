import AlternativeProvision

extension Caseload {
  /// Every provider with the pupils who have a place there on a day, or only the one named.
  ///
  /// A placement counts until it has ended, or until its planned end where that is ahead of `today`; one
  /// that starts later than the day counts too, for its place is promised. Meant to be read once for a
  /// meeting and again when something changes, not at every item.
  ///
  /// - Parameters:
  ///   - day: The day asked for.
  ///   - today: Today. A planned end before it that nobody confirmed leaves the place taken; one after it
  ///     is taken to hold.
  ///   - wanted: The provider to which to keep; nil for all.
  public func providerStandings(
    on day: Day, asOf today: Day, of wanted: Identifier<Provider>? = nil
  ) throws(StoreError) -> [ProviderStanding] {
    try snapshot { () throws(StoreError) in
      var pupils: [Int64: [RegistrationTest.PlacedPupil]] = [:]
      let rows = try connection.prepare(
        """
        SELECT placement.provider_id, case_file.pupil_id, placement.hours_per_week,
          pupil.date_of_birth, pupil.sen_provision = 'E' OR pupil.plan_issued_on IS NOT NULL,
          pupil.is_looked_after
        FROM placement JOIN case_file ON case_file.id = placement.case_id
        JOIN pupil ON pupil.id = case_file.pupil_id
        WHERE \(wanted == nil ? "" : "placement.provider_id = ?3 AND ")
          (placement.ended_on >= ?1 OR (placement.ended_on IS NULL
            AND (placement.planned_end IS NULL OR placement.planned_end >= ?1
              OR placement.planned_end < ?2)))
        """)
      rows.bind(1, day)
      rows.bind(2, today)
      if let wanted { rows.bind(3, wanted.number) }
      defer { rows.reset() }
      while try rows.step() {
        let window = CompulsoryAge.england.window(bornOn: rows.day(3))
        pupils[rows.integer(0), default: []].append(
          RegistrationTest.PlacedPupil(
            pupil: Identifier(rows.integer(1)), hoursPerWeek: rows.isNull(2) ? nil : rows.real(2),
            isCompulsoryAge: window.contains(day),
            hasPlanOrIsLookedAfter: rows.integer(4) != 0 || rows.integer(5) != 0))
      }
      var visits: [Int64: QualityVisit] = [:]
      let latest: [Stored<QualityVisit>] = try readAll(
        """
        WHERE \(wanted == nil ? "" : "provider_id = ?1 AND ")visited_on = (
          SELECT max(visited_on) FROM quality_visit AS other
          WHERE other.provider_id = quality_visit.provider_id)
        """, wanted?.number)
      for visit in latest { visits[visit.value.provider.number] = visit.value }
      // Registers say nothing of weeks to come: a later first day must not leave out the last ones.
      let attendance = try providerAttendance(before: min(day, today), of: wanted)
      let providers: [Stored<Provider>] =
        if let wanted { try readAll("WHERE id = ?1", wanted.number) } else { try providers() }
      return providers.map { provider in
        ProviderStanding(
          provider: provider, pupils: pupils[provider.id.number] ?? [],
          lastVisit: visits[provider.id.number],
          attendance: attendance[provider.id.number] ?? AttendanceTally())
      }
    }
  }

  /// The attendance at each provider in the four weeks before the week of a day.
  private func providerAttendance(
    before day: Day, of wanted: Identifier<Provider>?
  ) throws(StoreError) -> [Int64: AttendanceTally] {
    let rows = try connection.prepare(
      """
      SELECT provider_id, sum(attended), sum(authorised), sum(unauthorised), sum(not_possible)
      FROM provider_week
      WHERE \(wanted == nil ? "" : "provider_id = ?3 AND ")week >= ?1 AND week < ?2
      GROUP BY provider_id
      """)
    rows.bind(1, day.monday.adding(days: -28))
    rows.bind(2, day.monday)
    if let wanted { rows.bind(3, wanted.number) }
    defer { rows.reset() }
    var found: [Int64: AttendanceTally] = [:]
    while try rows.step() {
      found[rows.integer(0)] = AttendanceTally(
        attended: Int32(clamping: rows.integer(1)), authorised: Int32(clamping: rows.integer(2)),
        unauthorised: Int32(clamping: rows.integer(3)),
        notPossible: Int32(clamping: rows.integer(4)))
    }
    return found
  }
}
