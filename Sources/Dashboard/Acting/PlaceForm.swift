import AlternativeProvision
import CaseStore

/// The form with which a child is placed with a provider.
enum PlaceForm {
  /// The form for a provider that was chosen.
  static func sheet(of file: CaseFile, at id: Identifier<Provider>, desk: Desk) -> SheetScreen {
    let placing = Placing(file, at: id, desk: desk)
    var fields = [
      SheetField.day("day", "First day", text: placing.days.next(after: desk.today).medium),
      SheetField.number("sessions", "Sessions a week", text: "10", hint: "1 to 10"),
    ]
    if file.placements.contains(where: { ($0.value.endedOn ?? desk.today) >= desk.today }) {
      fields.append(
        SheetField("ending", "End what is now", .choice(SheetChoice.yesOrNo), text: "yes"))
    }
    var sheet = SheetScreen(
      titled: { "Place \($0.spokenName(of: file))" },
      at: FormPlace(
        .place, of: file.file.id.number, "\(id.number)", about: file.file.value.reference),
      intro: placing.intro(desk), covering: .namesOf(file.pupil.value), fields: fields,
      check: { values, desk in placing.remarks(values, desk) },
      save: { values, desk in
        guard let placement = placing.placement(values, desk) else {
          return .refused("Fill in what is marked first.")
        }
        guard let checks = placing.checks(values, desk) else {
          return .refused(placing.unchecked)
        }
        if let covered = checks.coveredRefusal { return .refused(covered) }
        let ending = values.isYes("ending") ? placing.running(on: placement.startsOn) : []
        return .act(.place(file, placement, at: placing.name, ending: ending))
      })
    sheet.objections = { values, desk in placing.objections(values, desk) }
    sheet.correction = { name, values, desk in
      name == "day" ? placing.nextSchoolDay(values, desk) : nil
    }
    return sheet
  }

  /// The form that was left unsaved last, for whichever provider; nil where none was.
  ///
  /// - Throws: `StoreError` where that can't be read.
  static func left(of file: CaseFile, desk: Desk) throws(StoreError) -> SheetScreen? {
    let place = try FormPlace.left(.place, of: file.file.id.number, desk)
    guard let provider = place.flatMap({ Int64($0.detail) }).map({ Identifier<Provider>($0) }),
      try desk.caseload.provider(provider) != nil
    else { return nil }
    return sheet(of: file, at: provider, desk: desk)
  }
}

/// A placement as it is being filled in: what is made of it, and what speaks against it.
private final class Placing {
  let days: SchoolDays
  let name: String
  private let file: CaseFile
  private let id: Identifier<Provider>
  private let provider: Provider?
  /// Why nobody can say what speaks against a place there.
  private(set) var unchecked =
    "The board has not read this provider yet, so nothing is checked: try again in a moment."
  /// A day without school that was answered with the next school day; typed again it is meant.
  private var doubted: Day?

  init(_ file: CaseFile, at id: Identifier<Provider>, desk: Desk) {
    self.file = file
    self.id = id
    var provider: Provider?
    do throws(StoreError) {
      provider = try desk.caseload.provider(id)
      if provider == nil { unchecked = "This provider is no longer on file: choose another." }
    } catch {
      unchecked = "The provider cannot be read, so nothing is checked: \(error.description)"
    }
    self.provider = provider
    name = provider?.name ?? "a provider"
    days = SchoolDays(of: file)
  }

  // MARK: What is filled in

  private func day(_ values: SheetValues, _ desk: Desk) -> Day? {
    SheetDay.day(values["day"], today: desk.today)
  }

  func placement(_ values: SheetValues, _ desk: Desk) -> Placement? {
    guard let day = day(values, desk), let sessions = Int(values["sessions"]),
      (1...10).contains(sessions)
    else { return nil }
    return Placement(file: file.file.id, provider: id, startsOn: day, sessionsPerWeek: sessions)
  }

  /// The placements under way on a first day, which can end the day before it.
  func running(on day: Day) -> [Stored<Placement>] {
    file.placements.filter { $0.value.startsOn < day && ($0.value.endedOn ?? day) >= day }
  }

  /// The next school day, where the first day has no school and was not typed twice.
  func nextSchoolDay(_ values: SheetValues, _ desk: Desk) -> String? {
    guard let day = day(values, desk), day != doubted, days.closure(on: day) != nil else {
      return nil
    }
    doubted = day
    return days.next(after: day).medium
  }

  // MARK: What is said of it

  func intro(_ desk: Desk) -> [String] {
    var facts = ["At \(name)"]
    if let provider {
      facts.append(provider.kind.title.lowercased())
      facts.append(provider.isRegistered ? "registered" : "unregistered")
      let row = desk.board.provider(id)
      facts.append(row?.overall.map { "rated \($0.title.lowercased())" } ?? "not rated")
      if let places = provider.places, let there = row?.pupilsNow {
        facts.append(
          there < places
            ? "\(places - there) free of \(places)" : "full: \(there) there, \(places) places")
      }
    }
    let now = file.placements.map(\.value).filter { ($0.endedOn ?? desk.today) >= desk.today }
    return [facts.joined(separator: ", ")]
      + now.map { placement in
        let other = file.providers[placement.provider]?.name ?? "another provider"
        return "Now: \(other), \(NumberText.count(placement.sessionsPerWeek, "session")) a week, "
          + "from \(placement.startsOn.medium)"
      }
  }

  func remarks(_ values: SheetValues, _ desk: Desk) -> [String: FieldSheet.Remark] {
    var found = ["day": remark(onDay: values, desk)]
    let sessions = Int(values["sessions"]).flatMap { (1...10).contains($0) ? $0 : nil }
    found["sessions"] =
      sessions.map { .reading($0 == 10 ? "full time" : "part time") }
      ?? .problem("Sessions are half days: from 1 to 10 a week.")
    if let day = day(values, desk) {
      found["ending"] = .reading(
        running(on: day).isEmpty
          ? "nothing goes on then"
          : values.isYes("ending")
            ? "it ends on \(day.adding(days: -1).medium)" : "it goes on beside this one")
    }
    return found
  }

  private func remark(onDay values: SheetValues, _ desk: Desk) -> FieldSheet.Remark {
    let again = file.placements.map(\.value)
    let read = SheetDay.needed(values["day"], today: desk.today) { day in
      if day < file.file.value.openedOn {
        return "That is before the case opened, on \(file.file.value.openedOn.medium)."
      }
      if again.contains(where: { $0.provider == id && $0.startsOn == day }) {
        return "There is a placement there from \(day.medium) already."
      }
      return day.days(since: desk.today) > 366 ? "That is more than a year ahead." : nil
    }
    guard read.isReading, let day = day(values, desk) else { return read }
    if let closure = days.closure(on: day) {
      return .doubt("No school day: \(closure). Next: \(days.next(after: day).long).")
    }
    guard let doubted, days.next(after: doubted) == day, let closure = days.closure(on: doubted)
    else { return .reading(day.long) }
    return .doubt(
      "\(doubted.long) is no school day: \(closure). This is the next; type the other again to "
        + "insist.")
  }

  func objections(_ values: SheetValues, _ desk: Desk) -> SheetScreen.Objections {
    guard placement(values, desk) != nil else { return .init() }
    guard let checks = checks(values, desk) else { return .init(refusal: unchecked) }
    return .init(refusal: checks.refusal, warnings: checks.warnings)
  }

  /// What speaks against it; nil while it can't be read, or nothing of the provider is known.
  func checks(_ values: SheetValues, _ desk: Desk) -> PlacingChecks? {
    guard let provider, let row = desk.board.provider(id), let placement = placement(values, desk)
    else { return nil }
    let day = placement.startsOn
    let ending = values.isYes("ending") ? Set(running(on: day).map(\.id)) : []
    let beside = file.placements.filter {
      !ending.contains($0.id) && ($0.value.endedOn ?? day) >= day
    }
    return PlacingChecks(
      of: placement, at: provider, row: row, for: file,
      beside: beside.map(\.value), shared: desk.sharedView)
  }
}
