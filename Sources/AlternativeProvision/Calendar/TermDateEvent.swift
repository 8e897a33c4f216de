/// One row of published term dates: an event with its days, as councils word it.
public struct TermDateEvent: Sendable, Hashable {
  /// The line of the file that it came from, for messages; 0 where there is none.
  public var line: Int
  /// The authority or school, as the file names it.
  public var owner: String
  /// The school year, as in "2025/26".
  public var schoolYear: String
  /// The event, as in "Autumn half term" or "First day of school".
  public var title: String
  /// The first day.
  public var start: Day?
  /// The last day.
  public var end: Day?
  /// The words of the source, from which a published total can be read.
  public var asWritten: String

  /// A row of term dates.
  public init(
    line: Int = 0, owner: String, schoolYear: String, title: String, start: Day? = nil,
    end: Day? = nil, asWritten: String = ""
  ) {
    self.line = line
    self.owner = owner
    self.schoolYear = schoolYear
    self.title = title
    self.start = start
    self.end = end
    self.asWritten = asWritten
  }
}

extension TermDateEvent {
  /// Whether it is a day of in-service training, on which pupils are not in school.
  public var isInset: Bool { TermDateTitle(title) == .inset }
}

/// What a set of published term dates came to: years that can be built on, and what could not be read.
public struct TermDates: Sendable {
  /// The school years found, by owner and then by label.
  public var years: [PublishedYear] = []
  /// What could not be understood, in the order of the rows.
  public var problems: [TermDateProblem] = []

  /// Nothing yet.
  init() {}
}

/// A school year as one owner published it.
public struct PublishedYear: Sendable, Hashable {
  /// The authority or school, as the file names it.
  public var owner: String
  /// The line of its first row; 0 where there is none.
  public var line = 0
  /// The year.
  public var year: SchoolYear
  /// The number of openings that the source states, where it states one.
  public var statedOpenings: Int?

  /// Whether only days were published on which schools are closed within terms: INSET days, half terms,
  /// closures. Such a year is none by itself, but adds to one whose terms are known.
  public var addsClosuresOnly = false

  /// Whether nothing but holidays was published: the days between them are not known.
  public var hasHolidaysOnly: Bool { year.terms.isEmpty }
}

/// What is wrong with a row of term dates, or with a year made of them.
public struct TermDateProblem: Error, Sendable, Hashable {
  /// The line of the row; for a whole year, of its first row.
  public let line: Int
  /// The owner and school year that it concerns.
  public let owner: String
  /// The label of the school year, as it was written.
  public let schoolYear: String
  /// The title of the event, or "" for a whole year.
  public let title: String
  /// What is wrong.
  public let cause: Cause

  /// The ways in which term dates can be wrong.
  public enum Cause: Sendable, Hashable {
    /// The label is not a school year.
    case notASchoolYear
    /// The event is of no kind that is known.
    case unknownEvent
    /// A day that is needed is missing.
    case missingDay
    /// It ends before it starts.
    case endsBeforeItStarts
    /// A day lies outside its school year.
    case outsideYear(Day)
    /// A closure within term that is longer than any is.
    case tooLong(days: Int)
    /// A school opens at a weekend, which no calendar here counts.
    case opensAtWeekend(Day)
    /// Two terms overlap.
    case overlappingTerms(String, String)
    /// The rows do not say when a term begins or ends, so no year can be made.
    case incompleteYear
  }
}

extension TermDateProblem: CustomStringConvertible {
  /// What is wrong and what would be right, on one line.
  public var description: String {
    switch cause {
    case .notASchoolYear:
      "\"\(schoolYear)\" is not a school year: write it as 2025/26"
    case .unknownEvent:
      "\"\(title)\" is no known event: use a term, half term, holiday, INSET, closure, "
        + "or first or last day"
    case .missingDay: "\"\(title)\" needs its first and last day"
    case .endsBeforeItStarts: "\"\(title)\" ends before it starts"
    case .outsideYear(let day): "\(day.iso) of \"\(title)\" lies outside \(schoolYear)"
    case .tooLong(let days):
      "\"\(title)\" lasts \(days) days: give each INSET day its own row, with its first and last day"
    case .opensAtWeekend(let day):
      "\"\(title)\" opens a school on \(day.long): no day at a weekend can be counted here; leave the row "
        + "out, and mind that it makes a deadline after it a school day earlier"
    case .overlappingTerms(let one, let other): "\(one) and \(other) overlap"
    case .incompleteYear:
      "\(owner) \(schoolYear): the rows do not say when each term begins and ends"
    }
  }
}
