import AlternativeProvision
import CaseStore
import TerminalUI

/// Begins an act on a case: the chooser or form with which the person says what exactly.
enum Acting {
  /// What comes up for a command on a case.
  static func begin(
    _ command: DashboardCommand, on id: Identifier<Case>, desk: Desk
  ) -> Outcome {
    if desk.setting.isReadOnly { return .message(Message(.warning, Wording.readOnly)) }
    do {
      guard let file = try desk.caseload.caseFile(id) else {
        return .message(Message(.warning, "That case is no longer there."))
      }
      if let closed = file.file.value.closedOn {
        return .message(Message(.warning, "This case closed on \(closed.medium)."))
      }
      switch command {
      case .assign: return .push(officers(for: file, desk: desk))
      case .place: return .push(providers(for: file, desk: desk))
      case .close: return .push(reasons(for: file))
      default: return .stay
      }
    } catch {
      return .message(Message(.error, error.description))
    }
  }

  // MARK: Choosers

  private static func officers(for file: CaseFile, desk: Desk) -> ChooserScreen {
    let holder = file.file.value.officer
    let items = desk.board.officers().filter { !$0.name.isEmpty }.map { officer in
      ChooserScreen.Item(
        officer.name,
        notes: [
          Span(NumberText.count(officer.cases, "case"), Style(.muted)),
          Span(officer.name == holder ? "has it now" : "", Style(.notice)),
        ],
        choice: .act(.assign(file, to: officer.name)))
    }
    return ChooserScreen(
      titled: { "Assign \($0.spokenName(of: file)) to" }, items: items,
      newItem: { name in
        let asking: @Sendable (Desk) -> ChooserScreen = { _ in newOfficer(name, for: file) }
        return ChooserScreen.Item(
          "New officer: \(name)",
          choice: name.filter(\.isLetter).count < 2
            ? .refuse("There is no officer “\(name)”, and a name has at least two letters.")
            : .list(asking))
      },
      hint: "Type to find an officer, or a new name", heads: ["Has", ""])
  }

  /// A step of its own, since a slip of the keys would else make a colleague who isn't.
  private static func newOfficer(_ name: String, for file: CaseFile) -> ChooserScreen {
    let isWhole = name.split(separator: " ").count > 1
    return ChooserScreen(
      title: "There is no officer “\(name)” yet",
      items: [
        ChooserScreen.Item(
          "No, choose from the officers there are",
          choice: .list({ desk in officers(for: file, desk: desk) })),
        ChooserScreen.Item(
          "Yes, assign to the new officer \(name)", choice: .act(.assign(file, to: name))),
      ], selected: isWhole ? 1 : 0, hint: isWhole ? "" : "One word is rarely a whole name")
  }

  private static func providers(for file: CaseFile, desk: Desk) -> ChooserScreen {
    var rows: [ProviderRow] = []
    let all = (try? desk.caseload.providers()) ?? []
    var places: [Identifier<Provider>: Int] = [:]
    for provider in all {
      places[provider.id] = provider.value.places
      if let row = desk.board.provider(provider.id) { rows.append(row) }
    }
    let age = file.pupil.value.age(on: desk.today)
    let suits = Set(all.filter { $0.value.takes(age: age) }.map(\.id))
    // What can take the child comes first; the rest stays in the list, with the reason against it.
    let ranked = rows.sorted {
      let (one, other) = (rank($0, places, suits), rank($1, places, suits))
      if one != other { return one < other }
      let (free, less) = (room($0, places), room($1, places))
      return free != less ? free > less : $0.name < $1.name
    }
    let items = ranked.map { row in
      var line = item(row, places: places[row.id], suits: suits.contains(row.id), file: file)
      line.about =
        "\(row.overall?.title ?? "unrated") \(row.isRegistered ? "registered" : "unregistered")"
        + " \(row.kind.title)"
      return line
    }
    return ChooserScreen(
      titled: { "Place \($0.spokenName(of: file)) at" }, items: items,
      hint: "Type a name, or green, registered, online",
      heads: ["RAG", "", "Places", "Att.", ""])
  }

  /// How many places are free; none are known to be where no number is on file.
  private static func room(_ row: ProviderRow, _ places: [Identifier<Provider>: Int]) -> Int {
    places[row.id].map { $0 - row.pupilsNow } ?? 0
  }

  private static func rank(
    _ row: ProviderRow, _ places: [Identifier<Provider>: Int], _ suits: Set<Identifier<Provider>>
  ) -> Int {
    if row.isRed { return 9 }
    var rank = row.overall == .green ? 0 : row.overall == .amber ? 1 : 2
    if !row.isInDirectory { rank += 2 }
    if !suits.contains(row.id) { rank += 3 }
    if let places = places[row.id], row.pupilsNow >= places { rank += 4 }
    return rank
  }

  private static func item(
    _ row: ProviderRow, places: Int?, suits: Bool, file: CaseFile
  ) -> ChooserScreen.Item {
    let rating = row.overall.map { Span(" \($0.letter) ", Style(Shape.role(of: $0), .bold)) }
    let room: Span
    switch places {
    case nil: room = Span("\(row.pupilsNow) there", Style(.muted))
    case let places? where row.pupilsNow >= places:
      room = Span("full: \(row.pupilsNow) for \(places)", Style(.warning))
    case let places?: room = Span("\(places - row.pupilsNow) free of \(places)", Style(.good))
    }
    var against = ""
    if !suits { against = "outside its ages" }
    if !row.isInDirectory { against = "not in the directory" }
    if row.isRed { against = "red: no new referrals" }
    let refusal =
      row.isRed
      ? "\(row.name) is rated red, and takes no new referrals until it is seen again." : nil
    return ChooserScreen.Item(
      row.name,
      notes: [
        rating ?? Span(" – ", Style(.muted)),
        Span(row.isRegistered ? "registered" : "unregistered", Style(.muted)),
        room,
        Span(PercentText.whole(row.attendance.attendance), Style(.muted)),
        Span(against, Style(.warning)),
      ],
      choice: refusal.map { .refuse($0) } ?? .form(.place(file, row.id, row.name)))
  }

  private static func reasons(for file: CaseFile) -> ChooserScreen {
    ChooserScreen(
      titled: { "Close \($0.spokenName(of: file))'s case: why?" },
      items: Wording.closingReasons.map {
        ChooserScreen.Item($0, choice: .form(.close(file, reason: $0)))
      },
      newItem: {
        ChooserScreen.Item("In other words: \($0)", choice: .form(.close(file, reason: $0)))
      },
      hint: "Type to find a reason, or your own words")
  }
}

extension Provider {
  /// Whether it takes children of an age; one that names no ages takes any.
  func takes(age: Int) -> Bool {
    (lowestAge ?? age) <= age && age <= (highestAge ?? age)
  }
}
