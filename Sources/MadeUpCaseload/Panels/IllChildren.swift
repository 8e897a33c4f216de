import AlternativeProvision

extension PanelStory {
  /// Children who are too ill for school: section 19 by the fifteenth day.
  func ill() -> [PanelChild] { [imogen(), szymon()] }

  /// The fifteenth day is next week; part-time is all that her health allows.
  private func imogen() -> PanelChild {
    let school = story.schools.secondary[4]
    let pupil = pupil(5, "Imogen", "Sallow", sex: "F", year: 8, born: 12, school: school)
    let child = ChildDraft(pupil: pupil, school: school)
    var referral = referral(
      5, .medical, received: 6, by: "Yvonne Clegg", role: "Head of Year 8", parent: "Peter Sallow",
      relationship: "Father",
      child: """
        Some days I can do an hour and some days I can’t lift a book. Please don’t make me choose on \
        the day. I want maths and I want my friends to know that I’m not faking.
        """)
    referral.reasons =
      "Post-viral fatigue since half term. Not in school for 13 of the last 14 days."
    referral.outcomeSought = "Tuition at home, a few hours a week, growing as she can."
    referral.parentsViews = """
      She was running for the county in June. We need somebody who knows how to pace it. The school \
      has been kind but sends everything at once.
      """
    referral.attendance = "Hardly in for three weeks, coded I; 98 % last year."
    referral.interventions = [
      Intervention(
        what: "Work sent home", when: "Three weeks", impact: "About a third came back; no marking."),
      Intervention(
        what: "Library hour", when: "Twice", impact: "Slept for fourteen hours after it."),
    ]
    referral.healthEvidence = [
      HealthEvidence(
        source: "GP", datedOn: back(11),
        finding: "Post-viral fatigue; unfit for school. An hour a day at home at most, paced."),
      HealthEvidence(
        source: "Paediatric fatigue clinic", datedOn: back(5),
        finding: "First appointment in five weeks. Expect months; graded return."),
    ]
    referral.risks = "No screen for more than 20 minutes. Stop at the first headache."
    referral.funding = "Authority, section 19."
    referral.reintegration = "Library mornings after Christmas, by the clinic’s advice."
    return PanelChild(
      draft: child, register: register(schoolDays: 14, attendance: 0.04, .illness),
      referral: referral, kind: .newReferral)
  }

  /// On a ward until the spring, with examinations in the summer.
  private func szymon() -> PanelChild {
    let school = story.schools.secondary[5]
    var pupil = pupil(6, "Szymon", "Kaczmarek", sex: "M", year: 11, born: 96, school: school)
    pupil.ethnicity = "WOTH"
    (pupil.firstLanguage, pupil.englishIsAdditional) = ("POL", true)
    let child = ChildDraft(pupil: pupil, school: school)
    var referral = referral(
      6, .medical, received: 4, by: "Anne Lomas", role: "Pastoral lead", parent: "Ewa Kaczmarek",
      relationship: "Mother",
      child: """
        I have treatment every third week and in between I am bored out of my mind. I want to sit \
        maths, physics and Polish this summer. The rest can wait.
        """)
    referral.reasons =
      "Treatment for leukaemia, on the ward one week in three, at home in between, until April."
    referral.outcomeSought =
      "Teaching on the ward and at home by one service, to sit three GCSEs in the summer."
    referral.parentsViews =
      "Please one teacher for both. My English is good for talking, not for letters."
    referral.attendance = "Ill on 11 days since the diagnosis; 99 % before."
    referral.interventions = [
      Intervention(
        what: "School’s online lessons", when: "Two weeks",
        impact: "Joined four; cannot follow a class of thirty from bed.")
    ]
    referral.healthEvidence = [
      HealthEvidence(
        source: "Consultant, paediatric oncology", datedOn: back(9),
        finding: "Not fit for school before Easter. May be taught for two hours on good days.")
    ]
    referral.risks = "Infection: no visitor with a cold; hands and masks as the ward asks."
    referral.examinations = "3 GCSEs this summer; access arrangements to be asked for."
    referral.funding = "Authority, section 19."
    referral.reintegration = "From Easter as his blood counts allow; sixth form place held."
    referral.openQuestions = "Can the examinations be sat at home?"
    return PanelChild(
      draft: child, register: register(schoolDays: 12, attendance: 0.06, .illness),
      referral: referral, kind: .newReferral)
  }
}
