/// A request to a panel to decide on one child.
///
/// The fields are those that panels' referral forms ask for; only the child must be known to keep a
/// draft. What a pupil's own record holds (numbers, needs, plan, authorities) is not repeated here.
public struct Referral: Hashable, Sendable {
  /// The team's reference, as in "R-2026-0031"; unique in a caseload.
  public var reference: String = ""
  /// The child.
  public var pupil: Identifier<Pupil>
  /// The case that the team keeps on the child, once there is one.
  public var file: Identifier<Case>?
  /// How far it has come.
  public var status: ReferralStatus = .draft
  /// The kind of panel to which it goes; nil leaves it to the route.
  public var panel: PanelKind?
  /// When it was received.
  public var receivedOn: Day
  /// Who referred.
  public var referrer: String
  /// What the referrer is: "Head of year".
  public var referrerRole: String = ""
  /// How the referrer is reached.
  public var referrerContact: String = ""
  /// The school that referred, if one did.
  public var school: Identifier<School>?
  /// By which route the child would come to the team.
  public var route: CaseRoute
  /// How the child stands on a school's roll.
  public var roll: RollStatus = .unknown
  /// Why the child is referred.
  public var reasons: String = ""
  /// What the referrer asks for.
  public var outcomeSought: String = ""
  /// Who looks after the child, and who has parental responsibility.
  public var contacts: [ReferralContact] = []
  /// The consent of a parent.
  public var consent: ParentalConsent?
  /// Why there is no consent, where it cannot or need not be had.
  public var noConsentBecause: String?
  /// The child's views, in their own words.
  public var childsViews: String?
  /// Why the child's views are not here, if they are not.
  public var noViewsBecause: String?
  /// The parents' views, in their own words.
  public var parentsViews: String?
  /// What social care does for the child.
  public var socialCare: SocialCareStatus = .noneKnown
  /// What early help, youth justice and others do.
  public var otherServices: String = ""
  /// The attendance at school as the referrer gives it, with its codes.
  public var attendance: String = ""
  /// What the referrer says of suspensions: days, counts, reasons.
  public var suspensions: String = ""
  /// What was tried and what came of it.
  public var interventions: [Intervention] = []
  /// What doctors and others wrote about the child's health.
  public var healthEvidence: [HealthEvidence] = []
  /// Risks to the child and from the child.
  public var risks: String = ""
  /// When the risks were assessed.
  public var risksAssessedOn: Day?
  /// Examinations for which the child is entered.
  public var examinations: String = ""
  /// What transport the child needs.
  public var transport: String = ""
  /// Who would pay.
  public var funding: String = ""
  /// How the child is to come back to school.
  public var reintegration: String = ""
  /// What the referrer could not answer.
  public var openQuestions: String = ""
  /// When the referrer declared it complete and true.
  public var declaredOn: Day?

  /// A referral with the facts that every one must have.
  public init(
    pupil: Identifier<Pupil>, receivedOn: Day, referrer: String, route: CaseRoute
  ) {
    self.pupil = pupil
    self.receivedOn = receivedOn
    self.referrer = referrer
    self.route = route
  }

  /// The parent to whom a letter goes: the one who consented, else the first of the contacts; nil where
  /// nobody is named.
  public var parentsName: String? {
    ([consent?.parent] + contacts.map(\.name)).lazy
      .compactMap { $0.map(MinuteText.trimmed) }.first { !$0.isEmpty }
  }

  /// The kind of panel before which it comes.
  public var goesTo: PanelKind { panel ?? PanelKind.usual(for: route) }
}

/// How far a referral has come.
public enum ReferralStatus: String, CaseIterable, Sendable, Titled {
  /// Being written.
  case draft
  /// Handed in, and waiting for a panel.
  case submitted
  /// A panel wants to know more.
  case deferred
  /// A panel decided to help.
  case agreed
  /// A panel declined.
  case declined
  /// Taken back by the referrer.
  case withdrawn

  /// Whether a panel has yet to decide on it.
  public var isWaiting: Bool { self == .submitted || self == .deferred }

  /// The name.
  public var title: String {
    switch self {
    case .draft: "Draft"
    case .submitted: "Submitted"
    case .deferred: "Deferred"
    case .agreed: "Agreed"
    case .declined: "Declined"
    case .withdrawn: "Withdrawn"
    }
  }
}
