import AlternativeProvision
import CaseStore
import Interchange

import enum TerminalUI.Suggestion

extension CommandSpecification {
  /// `sixthday list`: what the dashboard shows, as rows.
  static let list = CommandSpecification(
    name: "list",
    summary: "Print rows of the dashboard: cases, clocks, providers, attendance or quality.",
    operands: [
      Operand(
        name: "WHAT", help: "What to list.",
        choices: SortWords.lists + ProviderListing.allCases.map(\.rawValue))
    ],
    options: OptionSpecification.narrowing + [
      OptionSpecification(
        name: "state", value: "STATE", help: "Only clocks in this state (list clocks).",
        choices: ClockState.allCases.map(\.keyword),
        reads: { try? ClockState(named: $0).keyword }),
      OptionSpecification(
        name: "clock", value: "KIND", help: "Only clocks of this kind (list clocks).",
        choices: ClockKind.allCases.map(\.keyword)),
      OptionSpecification(
        name: "all", value: nil, help: "Clocks that are met or ended as well (list clocks)."),
      OptionSpecification(
        name: "sort", value: "COLUMNS",
        help: "Columns to sort by, most important first, with commas; a dash before one turns it.",
        byWord: [
          FillingByWord(words: SortWords.lists, filling: .columns(SortWords.cases.map(\.0))),
          FillingByWord(
            words: ProviderListing.allCases.map(\.rawValue),
            filling: .columns(SortWords.providers.map(\.0))),
        ]),
      .limit, .on, .format, .readOnly,
      OptionSpecification(
        name: "byte-order-mark", value: nil,
        help: "Begin CSV with the mark by which Excel knows that it is UTF-8, as the DfE's are."),
    ],
    notes: [
      "It never writes: --read-only is taken, as by the dashboard, and changes nothing."
    ],
    examples: [
      ("sixthday list cases --urgency past-day-six", "who is past day six without provision"),
      (
        "sixthday list clocks --state ended-not-met",
        "deadlines that passed unmet and are owed no longer"
      ),
      ("sixthday list clocks --on 2026-03-31 --format csv", "every running clock as at 31 March"),
      ("sixthday list quality --rating red", "providers that went red"),
    ],
    run: { invocation, surroundings in
      StandardOutput.write(try ListCall(invocation, surroundings).text())
      return .success
    })
}

/// Turns the words of `sixthday list` into a narrowed, sorted board and prints it.
private struct ListCall {
  let invocation: Invocation
  let surroundings: Surroundings

  init(_ invocation: Invocation, _ surroundings: Surroundings) {
    self.invocation = invocation
    self.surroundings = surroundings
  }

  func text() throws -> String {
    let what = invocation.word(0) ?? ""
    for option in ["state", "clock", "all"] where invocation.has(option) && what != "clocks" {
      throw Failure.usage(
        "--\(option) is for clocks: sixthday list clocks", about: invocation.command)
    }
    // What is wrong with the words is said before what is wrong with the file.
    let asked = try invocation.day("on")
    let limit = try invocation.number("limit", in: 1...10_000_000) ?? .max
    if ProviderListing(rawValue: what) != nil {
      _ = try sortKeys(SortWords.providers)
    } else {
      _ = try sortKeys(SortWords.cases)
    }
    let narrowed = try NarrowedBoard(invocation, surroundings, on: asked)
    let (caseload, board) = (narrowed.caseload, narrowed.board)
    var table = try table(what, board, caseload, limit, board.today)
    if invocation.has("byte-order-mark"), format != .csv {
      throw Failure.usage("--byte-order-mark goes with --format csv", about: invocation.command)
    }
    guard format == .table else {
      return (invocation.has("byte-order-mark") ? "\u{FEFF}" : "") + table.written(as: format)
    }
    let leftOut = table.leaveOutColumns(within: surroundings.outputWidth)
    let note =
      leftOut.isEmpty
      ? "" : "left out for want of width: \(leftOut.joined(separator: ", ")) (see --format csv)\n"
    return table.written(as: .table, width: surroundings.outputWidth)
      + Wrapping.wrapped(note, to: surroundings.outputWidth)
  }

  private var format: TableFormat {
    invocation.value("format").flatMap(TableFormat.init(rawValue:)) ?? .table
  }

  private func table(
    _ what: String, _ board: Board, _ caseload: Caseload, _ limit: Int, _ today: Day
  ) throws -> Table {
    if let listing = ProviderListing(rawValue: what) {
      board.providers.sort = try sortKeys(SortWords.providers)
      return listing.table(of: board.providers, limit: limit)
    }
    board.cases.sort = try sortKeys(SortWords.cases)
    let names = ListedNames(caseload: caseload, asGiven: format != .table)
    guard what == "clocks" else {
      return try CaseListing.table(of: board.cases, limit: limit, names: names)
    }
    let listing = ClockListing(
      today: today, openOnly: !invocation.has("all"), keepsOrder: invocation.has("sort"),
      state: try invocation.value("state").map { try ClockState(named: $0) },
      kind: invocation.value("clock").flatMap(ClockKind.init(keyword:)), names: names)
    return try listing.table(of: board.cases, in: caseload, limit: limit)
  }

  private func sortKeys<Column>(_ words: [(String, Column)]) throws -> [SortKey<Column>] {
    guard let asked = invocation.value("sort") else { return [] }
    return try asked.split(separator: ",").map { part in
      let name = String(part.drop { $0 == "-" })
      guard let column = words.first(where: { $0.0 == name })?.1 else {
        let known = words.map(\.0)
        throw Failure.usage(
          "cannot sort by '\(name)': the columns are \(known.joined(separator: ", "))"
            + Suggestion.clause(for: name, among: known), about: invocation.command)
      }
      return SortKey(column, ascending: !part.hasPrefix("-"))
    }
  }
}

/// The columns by which lists are sorted, as the command line words them.
private enum SortWords {
  /// The lists whose rows are cases, or clocks of cases.
  static let lists = ["cases", "clocks"]
  static let cases: [(String, CaseColumn)] = [
    ("urgency", .urgency), ("reference", .reference), ("name", .name), ("year_group", .yearGroup),
    ("school", .school), ("officer", .officer), ("route", .route), ("tier", .tier),
    ("opened", .openedOn), ("out_since", .outSince), ("school_day", .dayNumber),
    ("next_clock", .nextClock), ("due", .nextDue), ("provider", .provider),
    ("attendance", .attendance),
  ]
  static let providers: [(String, ProviderColumn)] = [
    ("reference", .reference), ("name", .name), ("kind", .kind), ("registered", .registered),
    ("in_directory", .directory), ("pupils", .pupilsNow), ("attendance", .attendance),
    ("year_to_date", .yearToDate), ("persistently_absent", .persistentAbsentees),
    ("rating", .overall), ("last_visit", .lastVisit), ("next_visit", .nextVisit),
  ]
}
