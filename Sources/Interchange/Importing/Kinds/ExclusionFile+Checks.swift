import AlternativeProvision
import CaseStore

/// What is looked at in an exclusion before it goes in, besides each value by itself.
extension ExclusionFile {
  /// A first day must lie in the child's life, and should be one on which the school was open: the
  /// duties count from the first school day on or after it.
  func checkFirstDay(
    _ row: inout Row, _ day: Day, _ pupil: Identifier<Pupil>, _ school: Identifier<School>,
    _ known: OnFile
  ) throws(StoreError) {
    if let born = try known.dateOfBirth(of: pupil), day < born.adding(months: 24) {
      row.note(
        firstDay,
        day < born
          ? "the child was born later, on \(born.medium); correct one of the two"
          : "the child, born on \(born.medium), was not yet two; correct one of the two")
      return
    }
    let calendar = try known.calendar(of: school)
    let reason: String
    switch calendar?.status(of: day) {
    case .closed(let why)?: reason = "is no school day there (\(why.words))"
    case .open?: return
    case .unknown?, nil:
      guard day.weekday.isWeekend else { return }
      reason = "is a \(day.weekday.name)"
    }
    let next = calendar?.schoolDay(1, after: day).day
    row.remark(
      firstDay,
      "this \(reason); days are counted from \(next.map(\.medium) ?? "the next school day"). Give the "
        + "first school day missed, if the notice states another")
  }

  /// A child cannot be suspended twice from one session by the same school: one of the two is mistaken.
  func checkOverlap(
    _ row: inout Row, _ exclusion: Exclusion, _ known: OnFile, correcting: Identifier<Exclusion>?
  ) throws(StoreError) {
    guard exclusion.category != .permanent else { return }
    let others = try known.exclusions(of: exclusion.pupil).filter { $0.id != correcting }
    for other in others.map(\.value)
    where other.category != .permanent && other.school == exclusion.school {
      // The same notice, given again.
      if other.category == exclusion.category, other.firstDay == exclusion.firstDay,
        other.firstSession == exclusion.firstSession
      {
        continue
      }
      let calendar = try known.calendar(of: exclusion.school)
      guard let day = exclusion.firstSharedDay(with: other, by: calendar) else { continue }
      row.remark(
        firstDay,
        "the suspension from \(other.firstDay.medium) takes \(day.medium) too, which is counted once. "
          + "Correct the first day or the length of one of them; where this row corrects that "
          + "first day, it says so by \(other.firstDay.iso) in a column first_day_before")
      return
    }
  }

  /// The exclusion on file of which the row gives another first day, where it says that it does.
  func onFileBefore(
    _ row: inout Row, _ pupil: Identifier<Pupil>, _ category: ExclusionCategory,
    _ session: Session, _ known: OnFile
  ) throws(StoreError) -> Stored<Exclusion>? {
    guard let day = row.value(correctedDay) else { return nil }
    let onDay = try known.exclusions(of: pupil).filter {
      $0.value.category == category && $0.value.firstDay == day
    }
    let found = onDay.first { $0.value.firstSession == session } ?? onDay.first
    if found == nil {
      row.remark(
        correctedDay,
        "no \(category.title.lowercased()) of this child from that day is on file, so none is corrected"
      )
    }
    return found
  }

  /// A child whom a school excluded permanently is not there to be excluded again before it is back: a
  /// second such row is a first day corrected, and the first day decides every deadline.
  func checkPermanent(
    _ row: inout Row, _ exclusion: Exclusion, _ known: OnFile, correcting: Identifier<Exclusion>?
  ) throws(StoreError) {
    for other in try known.exclusions(of: exclusion.pupil)
    where other.id != correcting && exclusion.cannotStandBeside(other.value) {
      let day = other.value.firstDay
      // The same notice, given again.
      if day == exclusion.firstDay, other.value.firstSession == exclusion.firstSession { continue }
      guard abs(exclusion.firstDay.days(since: day)) < 365 else {
        row.remark(
          firstDay,
          "the permanent exclusion by this school from \(day.medium) is not said to have ended; give its "
            + "outcome and ended_on, unless the child was admitted anew since")
        return
      }
      row.note(
        firstDay,
        "the permanent exclusion of this child by this school from \(day.medium) stands, and there is "
          + "but one. Where this row corrects that first day, say so by \(day.iso) in a column "
          + "first_day_before, or correct it on screen (e in the case); where the child was back "
          + "in between, import the other's outcome and ended_on first")
      return
    }
  }

  /// Tells everything about the record that cannot be, at the columns that make it so.
  func check(_ row: inout Row, _ exclusion: Exclusion) {
    let length = row.has(sessions) || !row.has(days) ? sessions : days
    for problem in exclusion.problems() {
      switch problem {
      case .permanentWithLength, .lengthMissing, .lengthNotPositive, .lunchtimeNotOneSession,
        .overYearLimit:
        row.note(length, problem.description)
      case .reason(let code, let cause):
        row.note(column(of: code, in: &row), cause.description)
      case .reasonMissing, .tooManyReasons, .reasonTwice:
        row.note(reasons[0], problem.description)
      case .upheldThoughReinstated, .quashedWithoutReview:
        row.note(outcome, problem.description)
      case .reinstatedWithoutDay, .quashedWithEnd: row.note(endedOn, problem.description)
      case .decisionWithoutMeeting: row.note(governors.decision, problem.description)
      case .reviewWithoutHearing, .reviewNotPossible:
        row.note(review.decision, problem.description)
      case .dates(let order): row.note(order, among: governors.dates + review.dates)
      }
    }
    if exclusion.outcome == .pending, let ended = exclusion.endedOn {
      row.remark(
        endedOn,
        "it is given as pending, so that nothing ends on \(ended.medium); give the outcome as reinstated, "
          + "cancelled or quashed, if it has ended")
    }
    if exclusion.outcome == .upheld, exclusion.category == .permanent,
      exclusion.governors.metOn == nil
    {
      row.remark(
        outcome,
        "it is given as upheld, but not when the governing board met; give governors_met_on")
    }
    if exclusion.outcome == .cancelled, let met = exclusion.governors.metOn,
      met <= exclusion.endedOn ?? exclusion.firstDay
    {
      row.remark(
        outcome,
        "the governing board had met on \(met.medium), after which no head teacher can cancel (ExReg reg "
          + "8A); see which of the two is right")
    }
    if let ended = exclusion.endedOn, ended < exclusion.firstDay {
      row.note(
        endedOn, "it cannot have ended before its first day, \(exclusion.firstDay.medium)")
    }
  }

  private func column(of code: String, in row: inout Row) -> Column<[String]> {
    for column in reasons where row.value(column)?.contains(code) == true { return column }
    return reasons[0]
  }
}
