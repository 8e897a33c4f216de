/// A request to a panel to decide on one child.
public struct Referral: Hashable, Sendable {
  /// The child.
  public var pupil: Identifier<Pupil>
  /// The case that the team keeps on the child, once there is one.
  public var file: Identifier<Case>?
  /// When it was received.
  public var receivedOn: Day
  /// Who referred.
  public var referrer: String
  /// The school that referred, if one did.
  public var school: Identifier<School>?
  /// By which route the child would come to the team.
  public var route: CaseRoute
  /// What the referrer asks for.
  public var outcomeSought: String = ""
  /// The consent of a parent.
  public var consent: ParentalConsent?
  /// The child's views, in their own words.
  public var childsViews: String?
  /// Why the child's views are not here, if they are not.
  public var noViewsBecause: String?

  /// A referral with the facts that every one must have.
  public init(
    pupil: Identifier<Pupil>, receivedOn: Day, referrer: String, route: CaseRoute
  ) {
    self.pupil = pupil
    self.receivedOn = receivedOn
    self.referrer = referrer
    self.route = route
  }

  /// What keeps it from going before a panel on that day; empty if it is ready.
  ///
  /// Informed written consent of a parent, dated, and the child's views or the reason why there are none:
  /// what quality assurance finds missing most (Sefton's guide).
  public func gaps(on day: Day) -> [ReferralGap] {
    var gaps: [ReferralGap] = []
    if let consent {
      if !consent.isWritten { gaps.append(.consentNotWritten) }
      if let given = consent.givenOn {
        if given > day { gaps.append(.consentDatedAhead(given)) }
      } else {
        gaps.append(.consentUndated)
      }
    } else {
      gaps.append(.consentMissing)
    }
    if isBlank(childsViews), isBlank(noViewsBecause) { gaps.append(.viewsMissing) }
    return gaps
  }

  private func isBlank(_ text: String?) -> Bool { text?.allSatisfy(\.isWhitespace) ?? true }
}

/// A parent's agreement that a child be referred.
public struct ParentalConsent: Hashable, Sendable {
  /// The parent.
  public var parent: String
  /// When it was given; nil where nobody dated it.
  public var givenOn: Day?
  /// Whether it was given in writing.
  public var isWritten: Bool

  /// Consent of a parent.
  public init(parent: String, givenOn: Day?, isWritten: Bool) {
    self.parent = parent
    self.givenOn = givenOn
    self.isWritten = isWritten
  }
}

/// Something that a referral lacks before a panel can take it.
public enum ReferralGap: Hashable, Sendable, CustomStringConvertible {
  /// No parent has consented.
  case consentMissing
  /// Consent was given, but not in writing.
  case consentNotWritten
  /// Consent was given, but nobody knows when.
  case consentUndated
  /// Consent bears a date that has not come.
  case consentDatedAhead(Day)
  /// Neither the child's views nor a reason for their absence.
  case viewsMissing

  /// What is missing, and what would do.
  public var description: String {
    switch self {
    case .consentMissing: "no parent has consented; obtain written, dated consent"
    case .consentNotWritten: "consent was not given in writing; obtain it in writing"
    case .consentUndated: "consent is not dated; ask on which day it was given"
    case .consentDatedAhead(let day): "consent is dated \(day.medium), which has not come yet"
    case .viewsMissing: "the child's views are missing; record them, or why there are none"
    }
  }
}
