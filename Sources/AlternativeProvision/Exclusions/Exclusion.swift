/// A suspension, lunchtime suspension or permanent exclusion of a pupil, with all that followed it.
public struct Exclusion: Hashable, Sendable {
  /// The pupil excluded.
  public var pupil: Identifier<Pupil>
  /// The school that excluded; its calendar is the one by which days are counted.
  public var school: Identifier<School>
  /// Suspension, lunchtime suspension or permanent exclusion.
  public var category: ExclusionCategory
  /// The first day of exclusion that the notice states; not the day of the incident or the letter.
  public var firstDay: Day
  /// The first session missed on the first day.
  public var firstSession: Session = .morning
  /// Its length in sessions (half days); nil for a permanent exclusion. A lunchtime is one session.
  public var sessions: Int?
  /// One to three reasons, most serious first, by the code set in force on the first day.
  public var reasons: [String] = []
  /// How it stands.
  public var outcome: ExclusionOutcome = .pending
  /// The date on which it ended otherwise than by running out: reinstated or cancelled.
  public var endedOn: Day?
  /// The day of the public examination or National Curriculum test that would be missed, if any.
  public var examinationOn: Day?
  /// When the authority was told.
  public var authorityNotifiedOn: Day?
  /// What the governing board did.
  public var governors = GovernorsConsideration()
  /// What followed of an independent review.
  public var review = IndependentReview()

  /// An exclusion with the facts that every record must have.
  public init(
    pupil: Identifier<Pupil>, school: Identifier<School>, category: ExclusionCategory,
    firstDay: Day,
    sessions: Int? = nil
  ) {
    self.pupil = pupil
    self.school = school
    self.category = category
    self.firstDay = firstDay
    self.sessions = sessions
  }
}

/// The categories of exclusion, by their census codes.
public enum ExclusionCategory: String, CaseIterable, Sendable {
  case permanent = "PERM"
  case suspension = "SUSP"
  case lunchtime = "LNCH"
}

/// How an exclusion stands. Four of the five are different ends, which must not be confused.
public enum ExclusionOutcome: String, CaseIterable, Sendable {
  /// Nothing has been decided yet.
  case pending
  /// The governing board declined to reinstate, or a review upheld that.
  case upheld
  /// The governing board reinstated the pupil.
  case reinstated
  /// The head teacher cancelled it; the days served still count towards the year's 45.
  case cancelled
  /// A review panel quashed the governing board's decision, which must be made again.
  case quashed
}

/// How a written notice reached someone, which decides when it counts as given.
///
/// ExReg Sch 1 para 1(2): by first-class post, the second working day after posting; delivered, the
/// day of delivery.
public enum Delivery: String, CaseIterable, Sendable {
  case byHand, firstClassPost, email
}

/// The governing board's part after an exclusion: ExReg regs 6, 15 and 24.
public struct GovernorsConsideration: Hashable, Sendable {
  /// When the board received notice, from which its time runs.
  public var notifiedOn: Day?
  /// When the parent made representations, which obliges the board to meet for 5½ to 15 days in a term.
  public var representationsOn: Day?
  /// When it met.
  public var metOn: Day?
  /// What it decided.
  public var decision: GovernorsDecision?
  /// When the notice of its decision was posted or delivered.
  public var noticeSentOn: Day?
  /// How that notice was sent.
  public var noticeDelivery: Delivery = .firstClassPost

  /// Nothing known yet.
  public init() {}
}

/// What a governing board can decide.
public enum GovernorsDecision: String, CaseIterable, Sendable {
  case declinedToReinstate, reinstatedAtOnce, reinstatedByDate
}

/// An independent review of a permanent exclusion: ExReg regs 7, 16, 17 and 25, Sch 1.
public struct IndependentReview: Hashable, Sendable {
  /// When the parent stated in writing that they would not apply.
  public var waivedOn: Day?
  /// When a claim of discrimination about the exclusion was finally determined, which opens the time to
  /// apply once more: ExReg Sch 1 para 2(1).
  public var claimDeterminedOn: Day?
  /// When an application was made.
  public var appliedOn: Day?
  /// When the hearing began.
  public var hearingOn: Day?
  /// What the panel decided.
  public var decision: ReviewDecision?
  /// When the notice of its decision was posted or delivered.
  public var noticeSentOn: Day?
  /// How that notice was sent.
  public var noticeDelivery: Delivery = .firstClassPost
  /// When the governing board met again to reconsider.
  public var reconsideredOn: Day?

  /// Nothing known yet.
  public init() {}
}

/// What an independent review panel can decide: Education Act 2002 s.51A(4).
public enum ReviewDecision: String, CaseIterable, Sendable {
  case upheld, recommendedReconsideration, quashed
}
