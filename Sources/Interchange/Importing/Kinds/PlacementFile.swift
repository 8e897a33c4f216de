import AlternativeProvision
import CaseStore

/// Placements of children with providers.
struct PlacementFile: RecordFile {
  var list = ColumnList()
  private let file: Column<String>
  private let provider: Column<String>
  private let startsOn: Column<Day>
  private let correctedDay: Column<Day>
  private let endedOn: Column<Day>
  private let plannedEnd: Column<Day>
  private let sessionsPerWeek: Column<Int>
  private let hoursPerWeek: Column<Double>
  private let reason: Column<String>
  private let commissioner: Column<Commissioner>
  private let weeklyCost: Column<Int>
  private let lastReviewedOn: Column<Day>
  private let lastVisitedOn: Column<Day>
  private let outcome: Column<String>
  private let nextReviewOn: Column<Day>

  init() {
    file = list.required(
      "case", also: OnFile.caseAliases, .text("the case's reference", limit: 60),
      example: "CASE-EXAMPLE")
    provider = list.required(
      "provider", also: OnFile.providerAliases, .text("the provider's reference", limit: 60),
      example: "PROV-EXAMPLE")
    startsOn = list.required(
      "starts_on", also: ["start_date", "entry_date", "placement_start_date", "start"],
      .day("the first day of education there"), example: "2026-09-28")
    correctedDay = list.optional(
      "starts_on_before", also: ["corrects_starts_on", "previous_starts_on"],
      .day(
        "the first day as it was given before, in a row that corrects it: without this, another first "
          + "day is another placement"))
    endedOn = list.optional(
      "ended_on", also: ["leaving_date", "end_date", "placement_end_date"], .day("the last day"))
    plannedEnd = list.optional(
      "planned_end", also: ["planned_end_date", "expected_end_date"],
      .day("the last day that was planned"), example: "2026-12-18")
    sessionsPerWeek = list.required(
      "sessions_per_week", also: ["sessions", "weekly_sessions"],
      .whole(1...10, "sessions (half days) a week, 1 to 10"), example: "8")
    hoursPerWeek = list.optional(
      "hours_per_week", also: ["weekly_hours", "hours"], .hours("hours of education a week"),
      example: "20")
    reason = list.optional(
      "reason", also: ["primary_reason", "placement_reason"],
      .code(Codes.placementReasons, "why it was commissioned"), example: "SUS")
    commissioner = list.optional(
      "commissioner", also: ["commissioned_by"],
      .choice(Commissioner.self, "who commissioned it"), example: "Local authority")
    weeklyCost = list.optional(
      "weekly_cost", also: ["cost_per_week"], .pounds("what it costs a week"), example: "425")
    lastReviewedOn = list.optional(
      "last_reviewed_on", also: ["last_review", "review_date"], .day("when it was last reviewed"))
    lastVisitedOn = list.optional(
      "last_visited_on", also: ["last_visit", "monitoring_visit"],
      .day("when it was last visited to monitor progress"))
    outcome = list.optional(
      "outcome", also: ["leaving_reason", "destination"], .text("how it ended", limit: 300))
    nextReviewOn = list.optional(
      "next_review_on", also: ["next_review"], .day("when a panel agreed that it be reviewed"))
  }

  func record(
    from row: inout Row, known: OnFile
  ) throws(StoreError) -> KeyedRecord<FirstDayCorrection<Placement>>? {
    let fileKey = row.required(file)
    let providerKey = row.required(provider)
    let starts = row.required(startsOn)
    let sessions = row.required(sessionsPerWeek)
    let fileID = try fileKey.flatMap { (key) throws(StoreError) in
      try known.fileID(key, column: file, in: &row)
    }
    let providerID = try providerKey.flatMap { (key) throws(StoreError) in
      try known.providerID(key, column: provider, in: &row)
    }
    var number: Identifier<Placement>?
    var placement = Placement(
      file: fileID ?? Identifier(0), provider: providerID ?? Identifier(0),
      startsOn: starts ?? known.today, sessionsPerWeek: sessions ?? 10)
    if let fileID, let providerID, let starts,
      let onFile = try known.placement(fileID, providerID, starts)
    {
      placement = onFile.value
    } else if let fileID, let providerID, let starts,
      let corrected = try onFileBefore(&row, fileID, providerID, known)
    {
      placement = corrected.value
      placement.startsOn = starts
      number = corrected.id
    }
    placement.sessionsPerWeek = sessions ?? placement.sessionsPerWeek
    row.update(endedOn, &placement.endedOn)
    row.update(plannedEnd, &placement.plannedEnd)
    row.update(hoursPerWeek, &placement.hoursPerWeek)
    row.update(reason, &placement.reason)
    row.update(commissioner, &placement.commissioner, blank: .authority)
    row.update(weeklyCost, &placement.weeklyCost)
    row.update(lastReviewedOn, &placement.lastReviewedOn)
    row.update(lastVisitedOn, &placement.lastVisitedOn)
    row.update(outcome, &placement.outcome)
    row.update(nextReviewOn, &placement.nextReviewOn)
    if starts != nil { check(&row, placement, on: known.today) }
    guard let fileID, let providerID, let starts, sessions != nil else { return nil }
    try checkOthers(&row, placement, known, correcting: number)
    return KeyedRecord(
      String(fileID.number), String(providerID.number), starts.iso,
      record: FirstDayCorrection(value: placement, corrects: number))
  }

  /// The placement on file of which the row gives another first day, where it says that it does.
  private func onFileBefore(
    _ row: inout Row, _ file: Identifier<Case>, _ provider: Identifier<Provider>, _ known: OnFile
  ) throws(StoreError) -> Stored<Placement>? {
    guard let day = row.value(correctedDay) else { return nil }
    let found = try known.placement(file, provider, day)
    if found == nil {
      row.remark(
        correctedDay,
        "no placement of this case with this provider from that day is on file, so none is corrected"
      )
    }
    return found
  }

  /// No child is twice at one provider at a time: a second such row is a first day corrected, and each
  /// placement has its own clocks, costs and sessions. More than a week's sessions are told.
  private func checkOthers(
    _ row: inout Row, _ placement: Placement, _ known: OnFile,
    correcting: Identifier<Placement>?
  ) throws(StoreError) {
    let others = try known.placements(in: placement.file).filter {
      $0.id != correcting && $0.value.runsBeside(placement)
        && !($0.value.provider == placement.provider && $0.value.startsOn == placement.startsOn)
    }
    if let same = others.first(where: { $0.value.provider == placement.provider }) {
      let day = same.value.startsOn
      return row.note(
        startsOn,
        "the placement with this provider from \(day.medium) goes on. Where this row corrects that first "
          + "day, say so by \(day.iso) in a column starts_on_before; where it is another one, import "
          + "when the first ended")
    }
    let sum = others.reduce(placement.sessionsPerWeek) { $0 + $1.value.sessionsPerWeek }
    if sum > 10, let other = others.first {
      row.remark(
        sessionsPerWeek,
        "with the placement from \(other.value.startsOn.medium), which goes on, the week has \(sum) "
          + "sessions of 10; see whether that has ended")
    }
  }

  private func check(_ row: inout Row, _ placement: Placement, on today: Day) {
    for problem in placement.problems(on: today) {
      switch problem {
      case .ahead(_, let day):
        row.note(
          placement.lastReviewedOn == day ? lastReviewedOn : lastVisitedOn, problem.description)
      case .sessions: row.note(sessionsPerWeek, problem.description)
      case .hours: row.note(hoursPerWeek, problem.description)
      case .negativeCost: row.note(weeklyCost, problem.description)
      case .reason(_, let cause): row.note(reason, cause.description)
      case .dates(let order):
        row.note(order, among: [endedOn, plannedEnd, lastReviewedOn, lastVisitedOn])
      }
    }
    guard row.isSound, let ended = placement.endedOn else { return }
    for (column, day) in [
      (lastReviewedOn, placement.lastReviewedOn), (lastVisitedOn, placement.lastVisitedOn),
    ] {
      guard let day, day > ended else { continue }
      row.remark(
        column, "the placement had ended on \(ended.medium); see which of the two is right")
    }
  }

  func put(
    _ record: FirstDayCorrection<Placement>, through door: inout Door
  ) throws(StoreError) -> PutResult<FirstDayCorrection<Placement>> {
    let result =
      if let corrected = record.corrects {
        try door.write(Stored(id: corrected, value: record.value))
      } else {
        try door.put(record.value)
      }
    return PutResult(result.outcome, id: Identifier(result.id.number))
  }
}
