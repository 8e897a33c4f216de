extension Referral {
  /// What keeps it from going before a panel on that day; empty if it is ready.
  ///
  /// Informed written consent of a parent, dated, and the child's views, or for either the reason why
  /// there is none: what quality assurance finds missing most (Sefton's guide).
  public func gaps(on day: Day) -> [ReferralGap] {
    var gaps: [ReferralGap] = []
    if let consent {
      if !consent.isWritten { gaps.append(.consentNotWritten) }
      if let given = consent.givenOn {
        if given > day { gaps.append(.consentDatedAhead(given)) }
      } else {
        gaps.append(.consentUndated)
      }
    } else if isBlank(noConsentBecause) {
      gaps.append(.consentMissing)
    }
    if isBlank(childsViews), isBlank(noViewsBecause) { gaps.append(.viewsMissing) }
    return gaps
  }

  /// Whether a panel may take it on that day.
  public func isReady(on day: Day) -> Bool { gaps(on: day).isEmpty }

  /// What the form asks for and nobody has filled in; none of it keeps the referral from a panel.
  ///
  /// - Parameter knowingRegister: Whether registers on file tell the attendance, so that nobody need
  ///   write it down again.
  public func omissions(knowingRegister: Bool = false) -> [ReferralField] {
    ReferralField.allCases.filter { field in
      !has(field) && !(field == .attendance && knowingRegister)
    }
  }

  private func has(_ field: ReferralField) -> Bool {
    switch field {
    case .referrer: !isBlank(referrer)
    case .school: school != nil
    case .roll: roll != .unknown
    case .reasons: !isBlank(reasons)
    case .outcomeSought: !isBlank(outcomeSought)
    case .responsibility: contacts.contains { $0.hasResponsibility == true }
    case .parentsViews: !isBlank(parentsViews)
    case .attendance: !isBlank(attendance)
    case .interventions: interventions.contains { !isBlank($0.what) && !isBlank($0.impact) }
    case .healthEvidence:
      !(route == .medical || route == .emotionallyBasedAbsence) || !healthEvidence.isEmpty
    case .risks: !isBlank(risks) && risksAssessedOn != nil
    case .funding: !isBlank(funding)
    case .reintegration: !isBlank(reintegration)
    case .declaration: declaredOn != nil
    }
  }

  private func isBlank(_ text: String?) -> Bool { text?.allSatisfy(\.isWhitespace) ?? true }
}

/// A part of the referral form that should be filled in, though a panel can do without it.
public enum ReferralField: String, CaseIterable, Sendable, Titled {
  case referrer, school, roll, reasons, outcomeSought, responsibility, parentsViews, attendance
  case interventions, healthEvidence, risks, funding, reintegration, declaration

  /// What is missing, in words.
  public var title: String {
    switch self {
    case .referrer: "who refers"
    case .school: "the school"
    case .roll: "how the child stands on the roll"
    case .reasons: "the reasons for referring"
    case .outcomeSought: "what is asked for"
    case .responsibility: "who has parental responsibility"
    case .parentsViews: "the parents' views"
    case .attendance: "the attendance"
    case .interventions: "what was tried and what came of it"
    case .healthEvidence: "the health evidence"
    case .risks: "the risk assessment and its date"
    case .funding: "who would pay"
    case .reintegration: "the plan to come back to school"
    case .declaration: "the referrer's dated declaration"
    }
  }

  /// What is missing, in ten characters or fewer.
  public var shortTitle: String {
    switch self {
    case .referrer: "referrer"
    case .school: "school"
    case .roll: "roll"
    case .reasons: "reasons"
    case .outcomeSought: "outcome"
    case .responsibility: "PR"
    case .parentsViews: "parents"
    case .attendance: "attendance"
    case .interventions: "tried"
    case .healthEvidence: "health"
    case .risks: "risks"
    case .funding: "funding"
    case .reintegration: "return"
    case .declaration: "declared"
    }
  }
}

extension Pupil {
  /// What a referral form asks about the child and the child's record does not say.
  public func omissions() -> [PupilField] {
    PupilField.allCases.filter { field in
      switch field {
      case .number: upn == nil
      case .sex: sex == nil
      case .ethnicity: ethnicity == nil
      case .language: englishIsAdditional == nil
      case .address: (address ?? "").allSatisfy(\.isWhitespace)
      case .homeAuthority: authorities.home == nil
      }
    }
  }
}

/// A part of a referral form that a child's own record answers.
public enum PupilField: String, CaseIterable, Sendable, Titled {
  case number, sex, ethnicity, language, address, homeAuthority

  /// What is missing, in words.
  public var title: String {
    switch self {
    case .number: "the UPN"
    case .sex: "the sex"
    case .ethnicity: "the ethnicity"
    case .language: "whether English is an additional language"
    case .address: "the address"
    case .homeAuthority: "the home authority"
    }
  }

  /// What is missing, in ten characters or fewer.
  public var shortTitle: String {
    switch self {
    case .number: "UPN"
    case .sex: "sex"
    case .ethnicity: "ethnicity"
    case .language: "language"
    case .address: "address"
    case .homeAuthority: "authority"
    }
  }
}

/// Something that a referral lacks before a panel can take it.
public enum ReferralGap: Hashable, Sendable, CustomStringConvertible {
  /// No parent has consented, and no reason is given.
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
    case .consentMissing:
      "no parent has consented; obtain written, dated consent, or state why there is none"
    case .consentNotWritten: "consent was not given in writing; obtain it in writing"
    case .consentUndated: "consent is not dated; ask on which day it was given"
    case .consentDatedAhead(let day): "consent is dated \(day.medium), which has not come yet"
    case .viewsMissing: "the child's views are missing; record them, or why there are none"
    }
  }
}
