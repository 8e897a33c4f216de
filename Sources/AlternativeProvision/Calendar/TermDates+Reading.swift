extension SchoolYear {
  /// Makes school years of published events, for any number of owners and years at once.
  ///
  /// Understands both habits of councils: terms with their first and last days and half terms; and
  /// "First day of school" with the holidays between. A total of openings is kept as a check. Of a year
  /// for which only the days are given between which schools are closed, it knows those and no more.
  public static func read(_ events: [TermDateEvent]) -> TermDates {
    var order: [YearKey] = []
    var rows: [YearKey: [TermDateEvent]] = [:]
    var dates = TermDates()
    for event in events {
      guard let start = startYear(of: event.schoolYear) else {
        dates.problems.append(TermDateProblem(event, .notASchoolYear))
        continue
      }
      let key = YearKey(owner: event.owner, startYear: start)
      if rows[key] == nil { order.append(key) }
      rows[key, default: []].append(event)
    }
    for key in order {
      var reader = YearReader(owner: key.owner, startYear: key.startYear)
      for event in rows[key] ?? [] { reader.take(event) }
      if let year = reader.finish() { dates.years.append(year) }
      dates.problems += reader.problems
    }
    dates.years.sort {
      ($0.owner, $0.year.startYear ?? 0) < ($1.owner, $1.year.startYear ?? 0)
    }
    return dates
  }

  private struct YearKey: Hashable {
    let owner: String
    let startYear: Int
  }
}

extension TermDateProblem {
  init(_ event: TermDateEvent, _ cause: Cause) {
    self.init(
      line: event.line, owner: event.owner, schoolYear: event.schoolYear, title: event.title,
      cause: cause)
  }
}

/// Gathers the rows of one owner's school year and makes the year of them.
private struct YearReader {
  let owner: String
  let startYear: Int
  var problems: [TermDateProblem] = []
  private var first: TermDateEvent?
  private var firstLine = Int.max
  private var terms: [Term] = []
  private var closures: [Closure] = []
  /// First and last days of stretches of term, where the rows give those instead of terms.
  private var edges: [Edge] = []
  private var statedOpenings: Int?

  private struct Edge {
    var day: Day
    var opens: Bool
    /// The holiday that begins or ends there, as in "Easter break".
    var name = "holiday"
  }

  init(owner: String, startYear: Int) {
    self.owner = owner
    self.startYear = startYear
  }

  mutating func take(_ event: TermDateEvent) {
    if first == nil { first = event }
    firstLine = min(firstLine, event.line)
    guard let title = TermDateTitle(event.title) else { return refuse(event, .unknownEvent) }
    if title == .firstDay, let start = event.start, start.weekday.isWeekend,
      TermDateTitle.namesWeekend(event.title)
    {
      return refuse(event, .opensAtWeekend(start))
    }
    if title == .total {
      statedOpenings = YearReader.lastNumber(in: event.asWritten + " " + event.title)
      return
    }
    if statedOpenings == nil { statedOpenings = YearReader.total(in: event.asWritten) }
    guard let start = event.start ?? (title == .lastDay ? event.end : nil) else {
      return refuse(event, .missingDay)
    }
    let end = event.end ?? start
    if end < start { return refuse(event, .endsBeforeItStarts) }
    for day in [start, end] where !isInYear(day) {
      return refuse(event, .outsideYear(day))
    }
    switch title {
    case .firstDay: edges.append(Edge(day: start, opens: true))
    case .lastDay:
      edges.append(Edge(day: end, opens: false, name: YearReader.holiday(in: event.title)))
    case .term:
      if event.end == nil { return refuse(event, .missingDay) }
      terms.append(Term(name: event.title, first: start, last: end))
    case .halfTerm:
      if event.end == nil { return refuse(event, .missingDay) }
      close(event, .halfTerm, start, end)
    case .holiday: takeHoliday(event, start)
    case .inset:
      // Most schools have five in a year; a month is a slip that would move every deadline.
      let days = Int(end.days(since: start)) + 1
      if days > 7 { return refuse(event, .tooLong(days: days)) }
      close(event, .inset, start, end)
    case .closure: close(event, .closure, start, end)
    case .bankHoliday: close(event, .holiday, start, end)
    case .total: break
    }
  }

  /// A holiday closes its days, ends the stretch of term before it, and begins the next after it.
  private mutating func takeHoliday(_ event: TermDateEvent, _ start: Day) {
    let isSummer = start.month >= 7 && start.year > startYear
    // A summer holiday filed under the year that it leads up to says only when that year opens.
    let leadsUp = start.month <= 8 && start.year == startYear
    if !leadsUp { edges.append(Edge(day: start.weekdayBefore, opens: false)) }
    guard let end = event.end else {
      if !isSummer { refuse(event, .missingDay) }
      return
    }
    close(event, .holiday, start, end)
    if !isSummer { edges.append(Edge(day: end.weekdayAfter, opens: true)) }
  }

  mutating func finish() -> PublishedYear? {
    let label = SchoolYear.label(startYear: startYear)
    var addsClosuresOnly = false
    guard first != nil else { return nil }
    func incomplete(_ cause: TermDateProblem.Cause) {
      problems.append(
        TermDateProblem(
          line: firstLine, owner: owner, schoolYear: label, title: "", cause: cause))
    }
    if terms.isEmpty {
      if let found = termsBetweenEdges() {
        terms = found
      } else if let holidays = holidaysBetweenEdges() {
        closures += holidays
      } else if edges.isEmpty, !closures.isEmpty {
        addsClosuresOnly = true
      } else {
        incomplete(.incompleteYear)
        return nil
      }
    }
    terms.sort { ($0.first, $0.last) < ($1.first, $1.last) }
    for (one, next) in zip(terms, terms.dropFirst()) where next.first <= one.last {
      incomplete(.overlappingTerms(one.name, next.name))
      return nil
    }
    closures.sort { ($0.first, $0.name) < ($1.first, $1.name) }
    return PublishedYear(
      owner: owner, line: firstLine,
      year: SchoolYear(label: label, terms: terms, closures: closures),
      statedOpenings: statedOpenings, addsClosuresOnly: addsClosuresOnly)
  }

  /// The edges in order; a term that opens on the day on which a holiday says it does is stated twice,
  /// and once is enough.
  private var sortedEdges: [Edge] {
    var sorted: [Edge] = []
    for edge in edges.sorted(by: { ($0.day, $0.opens ? 0 : 1) < ($1.day, $1.opens ? 0 : 1) })
    where sorted.last.map({ $0.opens != edge.opens || $0.day != edge.day }) ?? true {
      sorted.append(edge)
    }
    return sorted
  }

  /// The holidays of a year of which it is only said when schools close for them and open again.
  private func holidaysBetweenEdges() -> [Closure]? {
    let sorted = sortedEdges
    guard !sorted.isEmpty, sorted.count % 2 == 0 else { return nil }
    var found: [Closure] = []
    for index in stride(from: 0, to: sorted.count, by: 2) {
      let (close, open) = (sorted[index], sorted[index + 1])
      let first = close.day.adding(days: 1)
      let last = open.day.adding(days: -1)
      guard !close.opens, open.opens, first <= last,
        last.days(since: first) < CalendarBuilding.longestHoliday
      else { return nil }
      // A holiday that has a row of its own is closed by that.
      if closures.contains(where: { $0.first <= last && first <= $0.last }) { continue }
      found.append(Closure(name: close.name, kind: .holiday, first: first, last: last))
    }
    return found
  }

  private func termsBetweenEdges() -> [Term]? {
    let sorted = sortedEdges
    guard !sorted.isEmpty, sorted.count % 2 == 0 else { return nil }
    var found: [Term] = []
    for index in stride(from: 0, to: sorted.count, by: 2) {
      guard sorted[index].opens, !sorted[index + 1].opens else { return nil }
      found.append(Term(name: "", first: sorted[index].day, last: sorted[index + 1].day))
    }
    let names = ["Autumn term", "Spring term", "Summer term"]
    for index in found.indices {
      found[index].name = found.count == names.count ? names[index] : "Term \(index + 1)"
    }
    return found
  }

  private mutating func close(_ event: TermDateEvent, _ kind: ClosureKind, _ start: Day, _ end: Day)
  {
    closures.append(Closure(name: event.title, kind: kind, first: start, last: end))
  }

  private mutating func refuse(_ event: TermDateEvent, _ cause: TermDateProblem.Cause) {
    problems.append(TermDateProblem(event, cause))
  }

  private func isInYear(_ day: Day) -> Bool {
    let (year, month, _) = day.components
    // Summer holidays run on into September.
    return (year == startYear && month >= 7) || (year == startYear + 1 && month <= 9)
  }

  /// The holiday that a title names before what happens then, as in "Easter break: schools close".
  private static func holiday(in title: String) -> String {
    guard let colon = title.firstIndex(of: ":"), colon > title.startIndex else { return "holiday" }
    return String(title[..<colon])
  }

  /// The number after "total" in a note, as in "75 + 60 + 60 days, TOTAL: 195 days".
  private static func total(in note: String) -> Int? {
    let words = note.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard let place = words.firstIndex(of: "total") else { return nil }
    return words[place...].lazy.compactMap { Int($0) }.first
  }

  private static func lastNumber(in note: String) -> Int? {
    note.split { !$0.isNumber }.compactMap { Int($0) }.last
  }
}
