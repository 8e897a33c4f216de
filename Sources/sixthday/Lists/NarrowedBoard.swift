import AlternativeProvision
import CaseStore

import enum TerminalUI.Suggestion

extension OptionSpecification {
  /// What rows of the board can be narrowed by, for every command that prints some.
  static let narrowing: [OptionSpecification] = [
    OptionSpecification(
      name: "match", value: "WORDS",
      help:
        "Only rows that hold every word, in name, reference, school, officer, provider or route."
    ),
    OptionSpecification(
      name: "officer", value: "NAME", help: "Only this officer's cases; 'none' for unassigned."),
    OptionSpecification(
      name: "provider", value: "REFERENCE", help: "Only children who are with this provider."),
    OptionSpecification(name: "school", value: "URN", help: "Only cases of this school."),
    OptionSpecification(
      name: "rating", value: "RATING", help: "Only providers rated so overall, and their pupils.",
      choices: ["red", "amber", "green"],
      reads: { try? Rating(named: $0).title.lowercased() }),
    OptionSpecification(
      name: "route", value: "ROUTE", help: "Only cases that came this way.",
      choices: CaseRoute.allCases.map(\.keyword),
      reads: { try? CaseRoute(named: $0).keyword }),
    OptionSpecification(
      name: "urgency", value: "GROUP",
      help:
        "Only cases of this group by their most pressing clock, each case being in one: 'this-week' leaves "
        + "out what is due within two school days.",
      choices: StateGroup.allCases.map(\.keyword)),
    OptionSpecification(
      name: "figure", value: "FIGURE",
      help:
        "Only the cases that this figure of the dashboard's first line counts: 'reaching-day-six' is "
        + "its 'this week'; 'two-days' its 'soon', which leaves marks without a reason (N) to 'open-marks'. "
        + "'missed' are those with a deadline that passed unmet and is owed no longer.",
      choices: HeadlineFigure.allCases.map(\.rawValue)),
  ]

  /// `--limit N`.
  static let limit = OptionSpecification(
    name: "limit", value: "N", help: "At most so many rows.")
}

/// The board that a command line asks for: of a day, wholly loaded, narrowed and filtered.
struct NarrowedBoard {
  /// The caseload, opened to be read.
  let caseload: Caseload
  /// The board.
  let board: Board
  private let invocation: Invocation

  /// Opens the caseload and reads all of the board.
  ///
  /// - Parameter day: The day as at which it is read; today, with all that is known, where nil.
  /// - Throws: `Failure` for an officer, a provider or a school that is not there, or `StoreError`.
  init(_ invocation: Invocation, _ surroundings: Surroundings, on day: Day?) throws {
    self.invocation = invocation
    caseload = try Caseload.opened(surroundings.caseloadPath(invocation), access: .readOnly)
    if day == nil, !caseload.isOfThisEdition {
      StandardOutput.complain(
        "another edition of Sixthday last wrote this caseload, so every case is worked out anew: open it "
          + "once with 'sixthday' to end that")
    }
    board =
      try day.map { [caseload] in try Board(caseload, asAt: $0) }
      ?? Board(caseload, today: surroundings.today)
    while try board.loadSlice() {}
    let narrowing = try narrowing()
    board.narrowing = narrowing
    let words = invocation.value("match") ?? ""
    board.cases.filter = words
    board.days.filter = words
    board.providers.filter = words
    board.quality.filter = words
  }

  /// The officer meant, by the name on file.
  ///
  /// - Throws: `Failure` where nobody of that name has an open case: a misspelt officer must not be taken
  ///   for one whose cases are all in order.
  private func officer(typed name: String) throws -> String {
    if let known = board.officer(typed: name) { return known }
    let known = board.officers().map(\.name).filter { !$0.isEmpty }
    let others =
      known.isEmpty
      ? "every open case is unassigned" : "those who hold some: \(known.joined(separator: ", "))"
    throw Failure.refusal(
      "no open case is held by '\(name)'\(Suggestion.clause(for: name, among: known)); \(others)")
  }

  /// What the board was narrowed to, as the person asked for it: "--urgency past-day-six"; nil where
  /// nothing is left out.
  var part: String? {
    let given = OptionSpecification.narrowing.compactMap { option in
      invocation.value(option.name).map { "--\(option.name) \($0)" }
    }
    return given.isEmpty ? nil : given.joined(separator: " ")
  }

  private func narrowing() throws -> Narrowing {
    var narrowing = Narrowing()
    narrowing.officer = try invocation.value("officer").map {
      $0 == "none" ? "" : try officer(typed: $0)
    }
    if let reference = invocation.value("provider") {
      guard let provider = try caseload.provider(typed: reference) else {
        throw Failure.refusal(
          "no provider has the reference '\(reference)' (see: sixthday list providers)")
      }
      narrowing.provider = provider.id
    }
    if let urn = try invocation.number("school", in: 100_000...999_999) {
      guard let school = try caseload.school(urn: urn) else {
        throw Failure.refusal("no school has the URN \(urn) in this caseload")
      }
      narrowing.school = school.id
    }
    narrowing.rating = try invocation.value("rating").map { try Rating(named: $0) }
    narrowing.route = try invocation.value("route").map { try CaseRoute(named: $0) }
    narrowing.figure = invocation.value("figure").flatMap(HeadlineFigure.init(rawValue:))
    narrowing.group = invocation.value("urgency").flatMap(StateGroup.init(keyword:))
    return narrowing
  }
}
