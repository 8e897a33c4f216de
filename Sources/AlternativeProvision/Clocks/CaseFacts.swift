/// Everything about a case on which its clocks depend, gathered in one value.
public struct CaseFacts: Sendable {
  /// The case.
  public var file: Case
  /// The child.
  public var pupil: Pupil
  /// The school on whose roll the child is or last was.
  public var school: School?
  /// All exclusions of the pupil, from every school, in any order.
  public var exclusions: [ExclusionFacts] = []
  /// Exclusions from which other open cases of the same child arose, and whose clocks are shown there.
  public var exclusionsOfOtherCases: [Identifier<Exclusion>] = []
  /// Exclusions from which closed cases of the same child arose: what was left of them when the case
  /// closed is not taken up again by another.
  public var exclusionsOfClosedCases: [Identifier<Exclusion>] = []
  /// The placements of this case.
  public var placements: [Placement] = []
  /// What registers say.
  public var attendance = AttendanceEvidence()
  /// What was reviewed or visited only after the day as of which these facts stand.
  var keptFromLater: KeptFromLater = .init()
  /// When the pupil had sat the last public examination for which they were entered, if known.
  public var examinationsFinishedOn: Day?
  /// The calendars by which days are counted.
  public var calendars: CalendarBook
  /// The measures that the team set itself.
  public var targets = LocalTargets.usual

  /// A case, its child and the calendars; the rest is added where there is any.
  public init(file: Case, pupil: Pupil, school: School? = nil, calendars: CalendarBook) {
    self.file = file
    self.pupil = pupil
    self.school = school
    self.calendars = calendars
  }
}

extension CaseFacts {
  /// Whether an exclusion by the school of that URN covers a session, so that a child who sat in that
  /// school's own lessons then was in school though excluded.
  public func isExcluded(bySchool urn: Int, on day: Day, _ session: Session) -> Bool {
    exclusions.contains { known in
      guard known.exclusion.firstDay <= day, let school = known.school, school.urn == urn else {
        return false
      }
      let calendar = calendars.calendar(
        for: known.exclusion.school, authority: school.authority)
      return ExclusionSpan(known, calendar: calendar).covers(day, session)
    }
  }
}

/// The recurring duties whose last time is after the day as of which facts stand.
///
/// Of a review only the last is kept. Where that is later, there may have been one before that day too,
/// and nobody can say that it was overdue then.
struct KeptFromLater: Sendable {
  /// The day of the last review of the EHC plan, where it was after.
  var planReview: Day?
  /// The days of the last review of placements, where they were after, by the placement's position.
  var reviews: [Int: Day] = [:]
  /// The days of the last monitoring visit to placements, where they were after.
  var visits: [Int: Day] = [:]
}

/// An exclusion with the school that excluded, whose kind and calendar decide its clocks.
public struct ExclusionFacts: Sendable {
  /// The identifier under which the exclusion is stored.
  public var id: Identifier<Exclusion>
  /// The exclusion.
  public var exclusion: Exclusion
  /// The school that excluded, if it is on record.
  public var school: School?

  /// An exclusion and the school that excluded.
  public init(id: Identifier<Exclusion>, exclusion: Exclusion, school: School?) {
    self.id = id
    self.exclusion = exclusion
    self.school = school
  }
}
