import AlternativeProvision
import CaseStore

/// What the caseload itself knows of a child at school: registers and exclusions, put into words for the
/// form of a referral and for the brief.
struct SchoolRecord {
  var register: RegisterFigures
  /// From every school, earliest first.
  var exclusions: [Exclusion]
  /// The day to which all of it is told.
  let today: Day

  init(register: RegisterFigures, exclusions: [Exclusion], today: Day) {
    self.register = register
    self.exclusions = exclusions
    self.today = today
  }

  /// What is on file of a child; that it can't be read, where it can't.
  init(of pupil: Identifier<Pupil>, desk: Desk) {
    let register = desk.reading {
      try desk.caseload.registerFigures(of: pupil, on: desk.today)
    }
    let exclusions = desk.reading { try desk.caseload.exclusions(of: pupil) }
    self.init(
      register: register ?? RegisterFigures(), exclusions: (exclusions ?? []).map(\.value),
      today: desk.today)
    isUnread = register == nil || exclusions == nil
  }

  /// Whether it could not be read, so that it says nothing.
  private var isUnread = false

  /// Whether a register has said anything this year.
  var hasRegister: Bool { register.year.possible > 0 }

  /// "I 12, O 8": how often each code was given, the commonest first.
  func codes(atMost most: Int) -> String {
    register.codes.prefix(most).map { "\($0.code.text) \($0.sessions)" }.joined(separator: ", ")
  }

  private var suspensions: [Exclusion] {
    exclusions.filter { $0.category != .permanent && $0.outcome != .cancelled }
  }

  /// The suspensions of the school year.
  var suspendedThisYear: [Exclusion] {
    let year = ReferencePeriod.schoolYear(of: today)
    return suspensions.filter { year.contains($0.firstDay) }
  }

  /// "2 suspensions, 4½ days this year; 1 in earlier years, 2 days".
  var suspended: String {
    let now = suspendedThisYear
    let year = ReferencePeriod.schoolYear(of: today)
    let earlier = suspensions.filter { $0.firstDay < year.first }
    var words =
      now.isEmpty
      ? "None this year"
      : "\(NumberText.count(now.count, "suspension")), \(days(now)) this year"
    if !earlier.isEmpty { words += "; \(earlier.count) in earlier years, \(days(earlier))" }
    return words
  }

  private func days(_ exclusions: [Exclusion]) -> String {
    Timeline.days(halves: exclusions.reduce(0) { $0 + ($1.sessions ?? 0) })
  }

  /// Why a child was excluded, each reason once: "Physical assault against a pupil, …".
  func reasons(_ exclusions: [Exclusion]) -> String {
    var found: [String] = []
    for exclusion in exclusions {
      for code in exclusion.reasons {
        let reason = Codes.exclusionReasons.meaning(of: code, on: exclusion.firstDay)
        if !found.contains(reason) { found.append(reason) }
      }
    }
    return found.joined(separator: ", ")
  }

  // MARK: On the form

  /// What the form shows above the fields that a school fills in, each said to come from the caseload.
  var facts: [SheetField] {
    var facts: [SheetField] = []
    func fact(_ label: String, _ text: String, _ kind: SharedFact) {
      var field = SheetField("school\(facts.count)", label, .fact, text: text)
      field.fact = kind
      facts.append(field)
    }
    if isUnread {
      fact("On file", Wording.notRead, .attendanceShare)
      return facts
    }
    if hasRegister {
      var words = "\(register.year.attendance.text) of \(register.year.possible) sessions"
      if let last = register.lastDay { words += ", as at \(last.medium)" }
      fact("On the registers", words, .attendanceShare)
      fact("Marks", codes(atMost: 8), .attendanceCodes)
    }
    if let permanent = exclusions.last(where: { $0.category == .permanent }) {
      var words = "permanently, \(permanent.firstDay.medium)"
      if permanent.outcome != .pending { words += "; \(permanent.outcome.title.lowercased())" }
      fact("Excluded", words, .exclusion)
      fact("Because of", reasons([permanent]), .exclusionReason)
    }
    if !suspensions.isEmpty {
      let term = ReferencePeriod.term(of: today)
      let now = suspendedThisYear.filter { term.contains($0.firstDay) }
      var words = suspended
      if !now.isEmpty { words += "; \(now.count) of them this term, \(days(now))" }
      fact("On file", words + ", as at \(today.medium)", .exclusion)
      fact("Because of", reasons(suspendedThisYear), .exclusionReason)
    }
    return facts
  }
}
