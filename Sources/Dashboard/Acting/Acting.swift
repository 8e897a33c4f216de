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
      // What is wrong in a case that is over can be put right too.
      if command == .edit { return .push(EditForms.chooser(for: file, desk: desk)) }
      if case .panel(.newReferral) = command {
        return ReferralScreen.beginning(file.pupil.id, file: id, desk: desk)
      }
      if let closed = file.file.value.closedOn {
        return .message(Message(.warning, "This case closed on \(closed.medium)."))
      }
      switch command {
      case .assign: return .push(officers(for: file, desk: desk))
      case .place:
        // Who was placing the child when the program was killed goes on with that.
        return .push(try PlaceForm.left(of: file, desk: desk) ?? providers(for: file, desk: desk))
      case .close: return .push(try CloseForm.left(of: file, desk: desk) ?? reasons(for: file))
      case .panel(.agenda): return PuttingOnAgenda.begin([id], desk: desk)
      default: return .stay
      }
    } catch {
      return .message(Message(.error, error.description))
    }
  }

  // MARK: Choosers

  private static func officers(for file: CaseFile, desk: Desk) -> ChooserScreen {
    let holder = file.file.value.officer
    let officers = desk.board.officers().filter { !$0.name.isEmpty }
    let most = officers.map(\.cases).max() ?? 0
    let lines = ChooserLines(
      titles: officers.map(\.name),
      noteWidths: [
        TextWidth.of(NumberText.count(max(most, 2), "case")),
        officers.contains { $0.name == holder } ? 10 : 0,
      ]
    ) { place in
      let officer = officers[place]
      return ChooserScreen.Item(
        officer.name,
        notes: [
          Span(NumberText.count(officer.cases, "case"), Style(.muted)),
          Span(officer.name == holder ? "has it now" : "", Style(.notice)),
        ],
        choice: officer.name == holder
          ? .refuse("\(officer.name) has the case already: choose another, or leave it.")
          : .act(.assign(file, to: officer.name)))
    }
    return ChooserScreen(
      titled: { "Assign \($0.spokenName(of: file)) to" }, lines: lines,
      newItem: { name in
        newOfficer(name, choice: .act(.assign(file, to: name))) { desk in
          Acting.officers(for: file, desk: desk)
        }
      },
      selected: officers.firstIndex { $0.name == holder } ?? 0,
      hint: "Type to find an officer, or a new name", heads: ["Has", ""])
  }

  /// A name that no officer has: a step of its own, since a slip of the keys would else make a colleague
  /// who isn't.
  static func newOfficer(
    _ name: String, choice: ChooserScreen.Choice,
    others: @escaping (Desk) -> ChooserScreen
  ) -> ChooserScreen.Item {
    guard name.filter(\.isLetter).count >= 2 else {
      return ChooserScreen.Item(
        "New officer: \(name)",
        choice: .refuse("There is no officer “\(name)”, and a name has at least two letters."))
    }
    let isWhole = name.split(separator: " ").count > 1
    return ChooserScreen.Item(
      "New officer: \(name)",
      choice: .list { _ in
        ChooserScreen(
          title: "There is no officer “\(name)” yet",
          items: [
            ChooserScreen.Item(
              "No, choose from the officers there are", choice: .list(others)),
            ChooserScreen.Item("Yes, assign to the new officer \(name)", choice: choice),
          ], selected: isWhole ? 1 : 0, hint: isWhole ? "" : "One word is rarely a whole name")
      })
  }

  private static func providers(for file: CaseFile, desk: Desk) -> ChooserScreen {
    let age = file.pupil.value.age(on: desk.today)
    // What can take the child comes first; the rest stays in the list, with the reason against it.
    let ranked = desk.board.providers(rankedBy: { (rank($0, age: age), -room($0)) })
    let lines = ChooserLines(
      titles: ranked.names, noteWidths: noteWidths(ranked, age: age),
      about: { place in
        let row = ranked[place]
        return "\(row.overall?.title ?? "unrated")"
          + " \(row.isRegistered ? "registered" : "unregistered") \(row.kind.title)"
      }
    ) { place in
      item(ranked[place], age: age, file: file)
    }
    return ChooserScreen(
      titled: { "Place \($0.spokenName(of: file)) at" }, lines: lines,
      hint: "Type a name, or green, registered, online",
      heads: ["RAG", "", "Places", "Att."],
      // Whether there is room is what one chooses by.
      lesser: [1, 3])
  }

  /// The columns that the notes of providers take, as `item` words them, without wording thousands.
  private static func noteWidths(
    _ ranked: RankedProviders, age: Int
  ) -> [Int] {
    func digits(_ number: Int) -> Int {
      number < 10 ? 1 : number < 100 ? 2 : String(number).utf8.count
    }
    var (registered, room, attendance) = (0, 0, 0)
    for place in 0..<ranked.count {
      let row = ranked[place]
      registered = max(registered, row.isRegistered ? 10 : 12)
      switch row.room.places {
      case nil: room = max(room, digits(row.pupilsNow) + 6)
      case let places? where row.pupilsNow >= places:
        room = max(room, digits(row.pupilsNow) + digits(places) + 11)
      case let places?: room = max(room, digits(places - row.pupilsNow) + digits(places) + 9)
      }
      room = max(room, TextWidth.of(against(row, age: age) ?? ""))
      attendance = max(attendance, PercentText.width(row.attendance.attendance))
    }
    return [3, registered, room, attendance]
  }

  /// How many places are free; none are known to be where no number is on file.
  private static func room(_ row: ProviderRow) -> Int {
    row.room.places.map { $0 - row.pupilsNow } ?? 0
  }

  /// Why a provider is not for a child of this age, however many places it has; nil where it may be.
  private static func against(_ row: ProviderRow, age: Int) -> String? {
    if row.isRed { return "red: no new referrals" }
    if !row.isInDirectory { return "not in the directory" }
    return row.room.takes(age: age) ? nil : "outside its ages"
  }

  private static func rank(_ row: ProviderRow, age: Int) -> Int {
    if row.isRed { return 9 }
    var rank = row.overall == .green ? 0 : row.overall == .amber ? 1 : 2
    if !row.isInDirectory { rank += 2 }
    if !row.room.takes(age: age) { rank += 3 }
    if let places = row.room.places, row.pupilsNow >= places { rank += 4 }
    return rank
  }

  private static func item(
    _ row: ProviderRow, age: Int, file: CaseFile
  ) -> ChooserScreen.Item {
    let rating = row.overall.map { Span(" \($0.letter) ", Style(Shape.role(of: $0), .bold)) }
    // What is against a provider stands where its places would, which are then of no use.
    var room: Span
    switch row.room.places {
    case nil: room = Span("\(row.pupilsNow) there", Style(.muted))
    case let places? where row.pupilsNow >= places:
      room = Span("full: \(row.pupilsNow) for \(places)", Style(.warning))
    case let places?: room = Span("\(places - row.pupilsNow) free of \(places)", Style(.good))
    }
    if let against = against(row, age: age) { room = Span(against, Style(.warning)) }
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
      ],
      choice: refusal.map { .refuse($0) }
        ?? .screen { desk in PlaceForm.sheet(of: file, at: row.id, desk: desk) })
  }

  private static func reasons(for file: CaseFile) -> ChooserScreen {
    ChooserScreen(
      titled: { "Close \($0.spokenName(of: file))'s case: why?" },
      items: Wording.closingReasons.map {
        item($0, $0, of: file, isTyped: false)
      },
      newItem: {
        item("In other words: \($0)", $0, of: file, isTyped: true)
      },
      hint: "Type to find a reason, or your own words")
  }

  private static func item(
    _ title: String, _ reason: String, of file: CaseFile, isTyped: Bool
  ) -> ChooserScreen.Item {
    ChooserScreen.Item(
      title,
      choice: .screen { desk in
        CloseForm.sheet(of: file, because: reason, isTyped: isTyped, desk: desk)
      })
  }
}
