/// Every kind of fact about a child that a screen, a print or a form can show, with what becomes of it
/// where others can see: the one table that all of them ask.
///
/// It goes by the kind of fact and never by what the fact is, for every child alike: a cover that stood
/// only where there is something under it would tell that there is.
public enum SharedFact: String, CaseIterable, Sendable {
  // MARK: Who the child is

  /// The initials and the team's reference, by which the room knows of whom it speaks.
  case initials, reference
  /// The age in years, the year group and the sex.
  case age, yearGroup, sex
  /// The school, and the authorities of the home and of the school.
  case school, homeAuthority
  /// Forename, surname, and the name that a child goes by.
  case name
  /// The numbers by which a stranger could look a child up: the UPN, the team's number of the child.
  case pupilNumber
  /// The day of birth, of which the age says enough.
  case dateOfBirth
  /// What a child is by descent, and speaks at home.
  case ethnicity, language
  /// Where the child lives, and whom a letter or a call reaches.
  case address, contact

  // MARK: Needs and care

  /// SEN provision, needs, and what the register's code for a meal says of a home.
  case needs, freeSchoolMeals
  /// An EHC plan, with the authority that keeps it.
  case plan
  /// What somebody found about the child's health, and which mark on the register says that it was ill.
  case health, attendanceCodes
  /// Social care: looked after, a social worker, the caring authority, who else helps, who would pay.
  case care, otherServices, funding
  /// Risks, and when they were assessed.
  case risks
  /// By what route a child came, which may be illness or safeguarding.
  case route
  /// Why a child was excluded, and why a placement was made.
  case exclusionReason, placementReason
  /// Why a provider does not meet the child's needs, or may not take a child with a plan or in care.
  case objection

  // MARK: How the case stands

  /// An exclusion or a suspension: its sort, its days, what became of it; how many there were.
  case exclusion
  /// The share of sessions attended.
  case attendanceShare
  /// A clock by its neutral name, with its day and its state.
  case clock
  /// How a clock is worked out in words, which name illness, plan or care.
  case proofWords
  /// A placement: where, when, how much, what it costs.
  case placement
  /// Who holds the case, and its tier.
  case officer, tier
  /// What the panel is asked for, whether consent stands, what the referral lacks.
  case asked, consent, gaps
  /// Whether there is a decision, with what standing, and on which day.
  case decisionState

  // MARK: What people tell

  /// Accounts of the child: why it was referred, what was tried, what the child and its parents say,
  /// what the school says of suspensions and attendance, how a placement went.
  case accounts
  /// What was decided, besides the place: a referral to safeguarding is a decision too.
  case decision
  /// Why it was decided, and what else was written for it.
  case rationale
  /// What somebody is to do for the child.
  case action
  /// Why an item left the agenda, why a case closed, in what way a member has an interest.
  case remark
  /// What of the child's record was changed, and to what.
  case history

  /// What becomes of a fact where others can see.
  public enum Cover: Hashable, Sendable {
    /// It stands as it is.
    case shown
    /// Its words stand, with the names in them reduced to initials.
    case reduced
    /// It is covered until somebody asks for this matter on this item.
    case matter(CoveredMatter)
    /// It is covered for as long as the view is shared.
    case always
  }

  /// What becomes of it where others can see.
  public var cover: Cover {
    switch self {
    case .initials, .reference, .age, .yearGroup, .sex, .school, .homeAuthority, .exclusion,
      .attendanceShare, .clock, .placement, .officer, .tier, .consent, .gaps, .decisionState:
      .shown
    case .asked: .reduced
    case .name, .pupilNumber, .dateOfBirth, .history: .always
    case .address, .contact, .ethnicity, .language: .matter(.address)
    case .needs, .freeSchoolMeals, .plan, .health, .attendanceCodes, .objection: .matter(.diagnoses)
    case .care, .otherServices, .funding, .risks, .route, .exclusionReason, .placementReason,
      .decision:
      .matter(.safeguarding)
    case .proofWords, .accounts, .rationale, .action, .remark: .matter(.accounts)
    }
  }

  /// Whether it is covered at all where others can see.
  public var isCovered: Bool {
    switch cover {
    case .shown, .reduced: false
    case .matter, .always: true
    }
  }
}

/// What of a child the room need not see, unless somebody asks for it.
public enum CoveredMatter: String, CaseIterable, Sendable {
  /// Where the child lives, whom a letter reaches, what is spoken there.
  case address
  /// Needs, plan and health.
  case diagnoses
  /// Care, risks, and why a child is here, which may be either.
  case safeguarding
  /// What people tell of the child, and what was written of it.
  case accounts
}
