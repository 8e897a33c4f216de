/// A child for whom the team answers, from the day it knew to the day the case closed.
public struct Case: Hashable, Sendable {
  /// The team's reference, as in "AP-2026-0412"; unique in a caseload.
  public var reference: String
  /// The child.
  public var pupil: Identifier<Pupil>
  /// How the child came to be out of school.
  public var route: CaseRoute
  /// The tier of the three-tier model in which support now stands.
  public var tier: CaseTier = .timeLimitedPlacement
  /// The day on which the authority knew: what the Ombudsman asks first.
  public var openedOn: Day
  /// The officer who holds it; nil while unassigned.
  public var officer: String?
  /// The permanent exclusion or suspension from which it arose.
  public var exclusion: Identifier<Exclusion>?
  /// Section 19: when the authority accepted that it must arrange education for illness or otherwise.
  public var section19AcceptedOn: Day?
  /// When the child was agreed to be considered under the fair access protocol.
  public var fairAccessAgreedOn: Day?
  /// When a school place was allocated under the fair access protocol.
  public var fairAccessPlacedOn: Day?
  /// When the child was admitted to a school other than a pupil referral unit, with which the duty after
  /// a permanent exclusion ends: EA 1996 s.19(3A)(a).
  public var admittedOn: Day?
  /// The off-site direction, where that is the route.
  public var direction: OffSiteDirection?
  /// When the case closed.
  public var closedOn: Day?
  /// Why it closed.
  public var closingReason: String?

  /// A case with the facts that every record must have.
  public init(reference: String, pupil: Identifier<Pupil>, route: CaseRoute, openedOn: Day) {
    self.reference = reference
    self.pupil = pupil
    self.route = route
    self.openedOn = openedOn
  }
}

/// How a child came to be the team's: which duty is owed, and which clocks run.
public enum CaseRoute: String, CaseIterable, Sendable {
  /// Permanent exclusion: EA 1996 s.19(3A)(a).
  case permanentExclusion
  /// A suspension, or unbroken chain of them, past the fifth school day.
  case longSuspension
  /// Illness: EA 1996 s.19(1).
  case medical
  /// Emotionally based school absence, or section 19's "otherwise".
  case emotionallyBasedAbsence
  /// Education otherwise than at school under an EHC plan: CFA 2014 s.61.
  case educationOtherwiseThanAtSchool
  /// Kept from the premises to keep another child safe; not an exclusion, but section 19 applies.
  case safeguardingSeparation
  /// Directed off site to improve behaviour: EA 2002 s.29A.
  case offSiteDirection
  /// A managed move, permanent and by agreement.
  case managedMove
  /// Outreach support in the child's own school.
  case outreach
}

/// The three tiers of alternative provision in the 2023 improvement plan.
public enum CaseTier: String, CaseIterable, Sendable {
  case targetedSupport, timeLimitedPlacement, transitionalPlacement
}

/// A school's direction that a pupil be educated elsewhere for a time: SI 2010/1156, as amended.
public struct OffSiteDirection: Hashable, Sendable {
  /// The first day on which the pupil is to attend elsewhere.
  public var firstDay: Day
  /// When written notice was given; at least two school days before the first day.
  public var noticeGivenOn: Day?
  /// For how many school days.
  public var schoolDays: Int?
  /// When a parent, or the authority that keeps the plan, last asked for a review in writing.
  public var reviewRequestedOn: Day?
  /// When a review meeting was last held.
  public var reviewHeldOn: Day?

  /// A direction from its first day.
  public init(firstDay: Day) {
    self.firstDay = firstDay
  }
}

/// What a child or parent said, in their own words and on a date.
public struct View: Hashable, Sendable {
  /// The case to which it belongs.
  public var file: Identifier<Case>
  /// Who said it.
  public var voice: Voice
  /// When.
  public var givenOn: Day
  /// The words.
  public var words: String

  /// A view as it was given.
  public init(file: Identifier<Case>, voice: Voice, givenOn: Day, words: String) {
    self.file = file
    self.voice = voice
    self.givenOn = givenOn
    self.words = words
  }
}

/// Whose view is recorded.
public enum Voice: String, CaseIterable, Sendable {
  case child, parent, school
}
