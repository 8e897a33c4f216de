import AlternativeProvision
import CaseStore

/// A case as it was read to be shown: what is on file, its clocks, and what is read only when looked at.
struct OpenCase {
  let file: CaseFile
  /// The clocks, the most pressing first.
  let clocks: [ClockReading]
  let timeline: Timeline
  /// The referrals from which the case arose, the latest first.
  let referred: [Referral]
  /// What panels agreed to do for the child, done or not.
  let actions: [ActionFile]
  /// The day to which what is known was cut back; nil where all of it is shown.
  private let asAt: Day?
  private var register: Register?
  private var journal: [JournalEntry]?

  /// Reads a case; nil where there is none any more.
  ///
  /// - Parameter asAt: The day after which nothing was known yet, as far as dates on record tell; nil for
  ///   all that is known. Nil comes back too where the case had not been opened then.
  init?(_ id: Identifier<Case>, desk: Desk, asAt: Day? = nil) throws(StoreError) {
    guard let whole = try desk.caseload.caseFile(id),
      let file = asAt.map({ whole.known(asAt: $0) }) ?? whole
    else { return nil }
    self.file = file
    self.asAt = asAt
    func wasKnown(_ day: Day?) -> Bool {
      asAt.map { last in day.map { $0 <= last } ?? false } ?? true
    }
    let today = desk.today
    let readings = ClockEngine().readings(for: desk.shown(file.facts), asAt: today)
    let order = readings.indices.sorted {
      let one = OpenCase.rank(readings[$0], today)
      let other = OpenCase.rank(readings[$1], today)
      return one != other ? one < other : $0 < $1
    }
    clocks = order.map { readings[$0] }
    let missed = clocks.filter {
      [.overdue, .endedNotMet].contains($0.state(on: today))
    }.compactMap { reading in
      reading.deadline?.day.map {
        ($0, "Last day missed: \(desk.sharedView.title(of: reading.kind))")
      }
    }
    let decisions = try desk.caseload.decisions(on: id).map(\.value)
      .filter { wasKnown($0.confirmedOn) }
    actions = try desk.caseload.actions(of: id).filter { wasKnown($0.action.doneOn) }
    referred = try desk.caseload.referrals(of: file.pupil.id).map(\.value).filter {
      $0.file == id && wasKnown($0.receivedOn)
    }
    timeline = Timeline(
      file: file.file.value,
      exclusions: file.exclusions.map {
        ($0.value, file.excludingSchools[$0.value.school]?.name ?? "a school not on file")
      },
      placements: file.placements.map {
        ($0.value, file.providers[$0.value.provider]?.name ?? "a provider not on file")
      },
      views: file.views.map(\.value), missed: missed,
      firstIll: file.file.value.route == .medical
        ? file.facts.attendance.illness.map(\.day).min() : nil,
      decisions: decisions, actions: actions.map(\.action),
      letters: try desk.caseload.letters(of: id).filter { wasKnown($0.sentOn) },
      shared: desk.sharedView)
  }

  /// Overdue ones first, by their day; then those that run; then what is settled.
  private static func rank(_ reading: ClockReading, _ today: Day) -> (Int, Int32) {
    let due = reading.deadline?.day?.number ?? .max
    switch reading.state(on: today) {
    case .overdue: return (0, due)
    case .begunPartTime: return (1, due)
    case .dueToday: return (2, due)
    case .running: return (3, due)
    case .provisional: return (4, due)
    case .metLate, .endedNotMet: return (5, due)
    case .met: return (6, due)
    case .ended: return (7, due)
    // An exclusion whose first day is still to come has a day six already.
    case .notStarted: return reading.started == nil || due == .max ? (8, due) : (3, due)
    }
  }

  /// The register of the school year so far, read when first wanted; nil where it can't be.
  mutating func register(_ desk: Desk) -> Register? {
    if let register { return register }
    let first = ReferencePeriod.schoolYear(of: desk.today).first
    let marks = desk.reading {
      try desk.caseload.marks(of: file.pupil.id, from: first, through: desk.today)
    }
    guard let marks else { return nil }
    let made = Register(marks: marks, through: desk.today, days: SchoolDays(of: file))
    register = made
    return made
  }

  /// Whether the register, once read, has weeks enough to be drawn.
  var hasTrend: Bool { register.map { AttendanceTrend($0).isTelling } ?? false }

  /// Who changed what, latest first, read when first wanted; nil where it can't be.
  mutating func history(_ desk: Desk) -> [JournalEntry]? {
    if let journal { return journal }
    guard var read = desk.reading({ try desk.caseload.journal(of: file.file.id) }) else {
      return nil
    }
    if let asAt {
      read.removeAll {
        EnglishTime(secondsSince1970: $0.at.seconds).map { $0.day > asAt } ?? false
      }
    }
    journal = read
    return read
  }

  /// What child and parents said: what is recorded on the case, and what stands on its referrals.
  var views: [View] {
    var views = file.views.map(\.value)
    for referral in referred {
      for (voice, words) in [
        (Voice.child, referral.childsViews), (.parent, referral.parentsViews),
      ] {
        let words = MinuteText.trimmed(words ?? "")
        guard !words.isEmpty, !views.contains(where: { $0.words == words }) else { continue }
        views.append(
          View(file: file.file.id, voice: voice, givenOn: referral.receivedOn, words: words))
      }
    }
    return views
  }

  /// The exclusion from which the case arose.
  var exclusion: Exclusion? {
    guard let wanted = file.file.value.exclusion else { return nil }
    return file.exclusions.first { $0.id == wanted }?.value
  }

  /// Since when the exclusion from which the case arose is over; nil while it lasts.
  func exclusionOver(on day: Day) -> Day? {
    if let exclusion, exclusion.category == .lunchtime {
      let over = exclusion.firstDay.adding(days: 1)
      return over <= day ? over : nil
    }
    let sixthDays = clocks.filter {
      $0.kind == .sixthDayPermanent || $0.kind == .sixthDaySuspension
    }
    let ends = sixthDays.compactMap(\.endedOn)
    guard !sixthDays.isEmpty, ends.count == sixthDays.count, let last = ends.max(), last <= day
    else { return nil }
    return last
  }

  /// The first day out of the unbroken suspensions of which the exclusion is one, or that led to it.
  func chainBegan(on day: Day) -> Day? {
    clocks.filter { $0.kind == .sixthDaySuspension && ($0.endedOn.map { $0 > day } ?? true) }
      .compactMap(\.started).min()
  }

  /// The how-manyeth school day since a first one a day is, by the calendar of the excluding school.
  func daysOut(on day: Day, since first: Day) -> Int? {
    guard exclusion != nil else { return nil }
    return schoolDays.count(from: first, through: day)
  }

  /// The school days by which the case is counted: of the school that excluded, else of the child's own.
  private var schoolDays: SchoolDays {
    guard let exclusion else { return SchoolDays(of: file) }
    let school = file.excludingSchools[exclusion.school]
    return SchoolDays(
      by: file.facts.calendars.calendar(for: exclusion.school, authority: school?.authority))
  }

  /// The second school day after a day, by which a clock is soon on the board and so here.
  func secondSchoolDay(after day: Day) -> Day {
    let days = schoolDays
    return days.next(after: days.next(after: day))
  }

  /// The days away in the school year so far that count towards section 19's fifteenth, as in "12½ days of
  /// illness"; nil for none.
  func daysAway(on day: Day) -> String? {
    let halves = file.facts.halfDaysAway(through: day)
    guard halves > 0 else { return nil }
    return HalfDays.counted(halves)
      + (file.file.value.route == .emotionallyBasedAbsence ? " away" : " of illness")
  }

  /// The placement that goes on today, if there is one.
  func placementNow(on day: Day) -> (Placement, String)? {
    file.placements.last { $0.value.isCurrent(on: day) }.map {
      ($0.value, file.providers[$0.value.provider]?.name ?? "a provider not on file")
    }
  }
}
