import AlternativeProvision

/// Tells INSET days that close no school day: one on a Saturday, in the middle of a half term or outside
/// its year is a slip, and the day that was meant still counts towards every deadline.
struct InsetRemarks {
  private let year: SchoolYear
  private let owner: String
  private let calendar: SchoolCalendar

  /// - Parameters:
  ///   - year: The year as it is kept, with all that was known of it.
  ///   - published: What the file gives of it.
  init(of year: SchoolYear, _ published: PublishedYear, bankHolidays: BankHolidays) {
    self.year = year
    owner = published.owner
    var others = year
    others.closures.removeAll { $0.kind == .inset }
    calendar = SchoolCalendar(name: owner, years: [others], bankHolidays: bankHolidays)
  }

  /// Adds a remark for each row of the file that is such a day of the year.
  func add(for rows: [TermDateRow], to report: inout ImportReport) {
    for event in rows.compactMap(\.event)
    where event.owner == owner && event.isInset
      && SchoolYear.startYear(of: event.schoolYear) == year.startYear
    {
      guard let first = event.start, let why = whyNeedless(first, event.end ?? first) else {
        continue
      }
      report.remarks.append(
        ImportProblem(
          line: event.line,
          expected: "\"\(harmless(event.title, limit: 40))\" closes no school day: \(why); correct "
            + "the day, if that is a slip"))
    }
  }

  /// Why an INSET closes nothing; nil where it closes a school day, or may well be right all the same:
  /// councils publish the days before a term's first and after its last, and at the edges of a half term.
  private func whyNeedless(_ first: Day, _ last: Day) -> String? {
    guard first <= last, calendar.openDays(from: first, through: last) == 0 else { return nil }
    switch calendar.status(of: first) {
    case .open: return nil
    case .closed(.weekend): return "\(first.medium) is a \(first.weekday.name)"
    case .closed(let reason):
      // A school day on the working day before or after it: an edge.
      let isAtEdge = calendar.isOpen(first.weekdayBefore) || calendar.isOpen(last.weekdayAfter)
      return isAtEdge || isBesideTerm(first) ? nil : "\(first.medium) is in \(reason.words)"
    case .unknown:
      guard !isBesideTerm(first) else { return nil }
      return "\(first.medium) is in no term of \(year.label)"
    }
  }

  /// Whether a day lies in the days before a term begins or after it has ended.
  private func isBesideTerm(_ day: Day) -> Bool {
    year.terms.contains {
      (1...7).contains($0.first.days(since: day)) || (1...7).contains(day.days(since: $0.last))
    }
  }
}
