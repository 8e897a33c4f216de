/// A child or young person, with the facts that decide who owes them what.
///
/// Coded facts hold the code itself (`"SEMH"`, `"WBRI"`, `"10"`); `CodeTable` says which codes were in
/// force on a date and what they mean. A code from an old file is kept as it came.
public struct Pupil: Hashable, Sendable {
  /// The reference by which the team's own system knows the child; unique in a caseload.
  public var reference: String
  /// The unique pupil number in use, temporary ones included; nil while none is known.
  public var upn: UPN?
  /// Earlier unique pupil numbers, latest first.
  public var formerUPNs: [UPN] = []
  /// The legal surname.
  public var surname: String
  /// The legal forename or forenames.
  public var forename: String
  /// The name the child goes by, where it differs from the forename.
  public var preferredName: String?
  /// Date of birth.
  public var dateOfBirth: Day
  /// National Curriculum year actual: E1, E2, N1, N2, R, 1 to 14, X.
  public var yearGroup: String
  /// Sex as recorded in the school census: F, M or U.
  public var sex: String?
  /// Ethnicity, by the census code set.
  public var ethnicity: String?
  /// The first language, by the census code ("POL") or in words; nil where nobody knows.
  public var firstLanguage: String?
  /// Whether English is an additional language, that is, whether the child hears another at home; nil
  /// where nobody knows.
  public var englishIsAdditional: Bool?
  /// SEN provision: N none, K SEN support, E education, health and care plan.
  public var senProvision: String = "N"
  /// SEN needs, primary first, by the census code set.
  public var needs: [String] = []
  /// Whether eligible for free school meals.
  public var freeSchoolMeals = false
  /// The authorities with a part in this child's life, each a separate fact.
  public var authorities = PupilAuthorities()
  /// Whether looked after by a local authority.
  public var isLookedAfter = false
  /// Whether there is a social worker; guidance then expects education from the first day.
  public var hasSocialWorker = false
  /// The name of the social worker.
  public var socialWorker: String?
  /// The education, health and care plan, if there is one.
  public var plan: CarePlan?
  /// When the pupil had sat, or missed, the last public examination for which they were entered in
  /// Year 11: no sixth-day education is owed after it (SI 2007/1870 reg 5).
  public var examinationsFinishedOn: Day?
  /// The school on whose roll the child is or last was.
  public var school: Identifier<School>?
  /// The home address, on one line.
  public var address: String?
  /// The home postcode.
  public var postcode: String?

  /// A pupil with the facts that every record must have.
  public init(
    reference: String, upn: UPN? = nil, surname: String, forename: String, dateOfBirth: Day,
    yearGroup: String
  ) {
    self.reference = reference
    self.upn = upn
    self.surname = surname
    self.forename = forename
    self.dateOfBirth = dateOfBirth
    self.yearGroup = yearGroup
  }
}

/// The four authorities that a child can have, which may be four different ones.
///
/// The home authority owes education under section 19; the school's authority receives the notice of
/// an exclusion; the plan's authority maintains the EHC plan; the caring authority looks after the
/// child. Codes are three-digit local authority numbers.
public struct PupilAuthorities: Hashable, Sendable {
  /// Where the child lives: ExReg reg 2 "home LA".
  public var home: Int?
  /// Where the school is.
  public var school: Int?
  /// Which maintains the education, health and care plan.
  public var plan: Int?
  /// Which looks after the child.
  public var caring: Int?

  /// Authorities, each known or not.
  public init(home: Int? = nil, school: Int? = nil, plan: Int? = nil, caring: Int? = nil) {
    self.home = home
    self.school = school
    self.plan = plan
    self.caring = caring
  }
}

/// An education, health and care plan, with the dates from which its reviews run.
public struct CarePlan: Hashable, Sendable {
  /// When the plan was first issued as final.
  public var issuedOn: Day
  /// When it was last reviewed; nil before the first annual review.
  public var lastReviewedOn: Day?
  /// The most hours of education a week that the plan specifies, if fewer than full time.
  public var maximumWeeklyHours: Double?

  /// A plan with its dates.
  public init(issuedOn: Day, lastReviewedOn: Day? = nil, maximumWeeklyHours: Double? = nil) {
    self.issuedOn = issuedOn
    self.lastReviewedOn = lastReviewedOn
    self.maximumWeeklyHours = maximumWeeklyHours
  }
}
