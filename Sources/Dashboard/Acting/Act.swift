import AlternativeProvision
import CaseStore

/// A change to one case that a person has decided on, with the case as they saw it when they did.
enum Act {
  /// The case goes to an officer.
  case assign(CaseFile, to: String)
  /// The child is placed with a provider, which has this name; placements that go on end the day
  /// before.
  case place(CaseFile, Placement, at: String, ending: [Stored<Placement>])
  /// The case closes on a day, for a reason.
  case close(CaseFile, on: Day, reason: String)
  /// What is on file about the case is corrected.
  case edit(CaseFile, Edit)

  /// The case as it was when the act was begun.
  var file: CaseFile {
    switch self {
    case .assign(let file, _), .place(let file, _, _, _), .close(let file, _, _),
      .edit(let file, _):
      file
    }
  }

  /// What the journal calls it.
  var cause: String {
    switch self {
    case .assign(let file, let officer): "assign \(file.file.value.reference) to \(officer)"
    case .place(let file, _, let provider, _): "place \(file.file.value.reference) at \(provider)"
    case .close(let file, _, _): "close \(file.file.value.reference)"
    case .edit(_, let edit): edit.cause
    }
  }

  /// What is said once it is done.
  func done(_ desk: Desk) -> String {
    let child = desk.spokenName(of: file)
    let undoes = "\(desk.key(.undo, in: .acting)) undoes it"
    switch self {
    case .assign(_, let officer): return "\(child) is now with \(officer). \(undoes)."
    case .place(_, let placement, let provider, _):
      let day = placement.startsOn
      let starts = day < desk.today ? "started" : "starts"
      // The provider's name may be long, and comes where the line can do without its end.
      return "\(child) \(starts) on \(DayText.weekday(day)). \(undoes). The place: \(provider)."
    case .close: return "\(child)'s case is closed. \(undoes)."
    case .edit(_, let edit): return "\(edit.done) \(undoes)."
    }
  }

  /// Whether it can be written into a record that others have changed meanwhile and leave all else in it
  /// as it is.
  var setsOnlyItsOwn: Bool {
    switch self {
    case .assign, .edit: true
    // These write placements too, as they were seen.
    case .place, .close: false
    }
  }

  /// Carries it out through the store's door.
  ///
  /// - Parameter anyway: whether to write over what someone else has changed since; the person has
  ///   seen both versions then.
  /// - Parameter form: The form that is saved with it; what was typed there is then kept no longer.
  /// - Throws: `StoreError`, of kind `.conflict` with both versions where someone was quicker; or
  ///   `PlacedMeanwhile`.
  func perform(on desk: Desk, anyway: Bool = false, saving form: FormPlace? = nil) throws {
    let since: Int64? = anyway ? nil : file.position
    try desk.caseload.change(
      by: desk.setting.author, at: desk.setting.now(), cause: cause
    ) { door in
      if let form { try door.forget(form.key) }
      switch self {
      case .assign(let file, let officer):
        var edited = try current(of: file, desk, anyway)
        edited.value.officer = officer
        try door.write(edited, ifUnchangedSince: since)
      case .close(let file, let day, let reason):
        try Closing(day: day, reason: reason).perform(
          try current(of: file, desk, anyway), file.placements, since: since, &door)
      case .place(let file, let placement, _, let ending):
        if !anyway { try refuseIfPlaced(file, desk) }
        for var other in ending {
          other.value.endedOn = placement.startsOn.adding(days: -1)
          try door.write(other, ifUnchangedSince: since)
        }
        try door.put(placement)
      case .edit(_, let edit): try edit.perform(&door, desk.caseload, since: since)
      }
    }
  }

  /// The record to edit: as it was seen, or as it is now where the person insists, so that only their
  /// own field is written over the other's.
  private func current(
    of file: CaseFile, _ desk: Desk, _ anyway: Bool
  ) throws(StoreError) -> Stored<Case> {
    guard anyway, let now = try desk.caseload.file(file.file.id) else { return file.file }
    return Stored(id: file.file.id, value: now)
  }

  private func refuseIfPlaced(_ file: CaseFile, _ desk: Desk) throws {
    let known = Set(file.placements.map(\.id))
    for placement in try desk.caseload.placements(in: file.file.id)
    where !known.contains(placement.id) {
      let provider = try desk.caseload.provider(placement.value.provider)?.name ?? "a provider"
      throw PlacedMeanwhile(provider: provider, startsOn: placement.value.startsOn)
    }
  }
}

/// Someone else has placed the child since the case was opened to do so.
struct PlacedMeanwhile: Error {
  var provider: String
  var startsOn: Day
}
