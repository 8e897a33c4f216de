import AlternativeProvision

extension PanelStory {
  /// Children who cannot get into school, and one whom no school can suit.
  func anxious() -> [PanelChild] { [oisin(), robyn(), florence()] }

  /// Deferred at the last meeting for a letter that has come; the fifteenth day is past.
  private func oisin() -> PanelChild {
    let school = story.schools.secondary[6]
    var pupil = pupil(7, "Oisín", "Brannigan", sex: "M", year: 7, born: 180, school: school)
    pupil.ethnicity = "WIRI"
    pupil.senProvision = "K"
    pupil.needs = ["SEMH"]
    let child = ChildDraft(pupil: pupil, school: school)
    var referral = referral(
      7, .emotionallyBasedAbsence, received: today.days(since: aFortnightAgo) + 6,

      by: "Samina Butt", role: "SENCO",
      parent: "Aoife Brannigan", relationship: "Mother",
      child: """
        My tummy hurts on Sunday night and it isn’t made up. I got as far as the gate. Mr Lomax said \
        that counts. I can do the library if nobody says ‘nice to see you’.
        """)
    referral.reasons = """
      In school on four days since the move from primary. The panel deferred it a fortnight ago for a \
      letter from CAMHS, which is now attached.
      """
    referral.outcomeSought =
      "Tuition in a library or at home, five sessions, with a plan back into one subject."
    referral.parentsViews =
      "Every morning is a fight that we both lose. Please do not fine us for it."
    referral.attendance = "A handful of days since September; the rest coded O and I."
    referral.socialCare = .earlyHelp
    referral.otherServices = "Early help since October: a worker who walks to school with him."
    referral.interventions = [
      Intervention(
        what: "Transition visits", when: "July", impact: "Three of four; hid at the last."),
      Intervention(
        what: "Late start and a side door", when: "September",
        impact: "Four days in the building, in the library."),
      Intervention(
        what: "Early help worker walks with him", when: "Since half term",
        impact: "At the gate on six mornings of ten."),
    ]
    referral.healthEvidence = [
      HealthEvidence(
        source: "CAMHS", datedOn: back(3),
        finding: "Separation anxiety; assessment for autism accepted, wait fourteen months.")
    ]
    referral.risks =
      "Shuts himself in; has said that he would rather not be here. Safety plan made."
    referral.funding = "Authority, section 19."
    referral.reintegration = "Art first, with the teacher he likes, after four settled weeks."
    return PanelChild(
      draft: child, register: register(schoolDays: 34, attendance: 0.14, .anxiety),
      referral: referral, kind: .newReferral)
  }

  /// Wants five days at a workshop that five days of her would make an unlawful school.
  private func robyn() -> PanelChild {
    let school = story.schools.secondary[7]
    var pupil = pupil(8, "Robyn", "Castle-Wray", sex: "F", year: 10, born: 33, school: school)
    pupil.senProvision = "E"
    pupil.needs = ["SEMH", "ASD"]
    pupil.plan = plan(issued: 800, reviewed: 120)
    pupil.authorities.plan = story.number
    let child = ChildDraft(pupil: pupil, school: school)
    var referral = referral(
      8, .emotionallyBasedAbsence, received: 9, by: "Sally Haydock", role: "Assistant head",
      parent: "Lorna Wray", relationship: "Mother",
      child: """
        Slipway is the only place where I forgot to be scared. They let me sand a whole hull. I’d go \
        five days. I don’t want tutoring in my kitchen with the dog barking.
        """)
    referral.reasons = """
      Out of school since the middle of September. Two taster days at Slipway Workshops went well, and \
      the family asks for five days a week there. It is not registered as a school, and she has a plan.
      """
    referral.outcomeSought = "Five full days a week at Slipway Workshops."
    referral.parentsViews =
      "She ate her tea and talked about it. I have not heard her talk about a day since Year 8."
    referral.attendance = "Some mornings only since the middle of September; coded O and I."
    referral.suspensions = "None."
    referral.interventions = [
      Intervention(
        what: "Plan’s outreach: autism team", when: "Since June",
        impact: "Came to the door once in six visits."),
      Intervention(
        what: "Two taster days at Slipway Workshops", when: "This month",
        impact: "Stayed for both; asked to go again."),
    ]
    referral.healthEvidence = [
      HealthEvidence(
        source: "Educational psychologist", datedOn: back(25),
        finding: "Practical learning with few adults; English and maths in short spells.")
    ]
    referral.risks = "Tools: supervised one to two. Leaves when touched."
    referral.examinations = "English and maths next summer, if she is taught."
    referral.funding = "Top-up of the plan; the school offers £110 a week."
    referral.reintegration = "An early review of the plan to name another setting."
    referral.openQuestions =
      "Who teaches English and maths if Slipway has her for part of the week?"
    return PanelChild(
      draft: child, register: register(schoolDays: 40, attendance: 0.3, .anxiety),
      referral: referral, kind: .newReferral)
  }

  /// EOTAS is asked for: her special school says that it cannot meet her needs.
  private func florence() -> PanelChild {
    let school = story.schools.special[0]
    var pupil = pupil(
      9, "Florence", "Adeyemi-Clarke", sex: "F", year: 5, born: 255, school: school)
    pupil.preferredName = "Flo"
    pupil.ethnicity = "MWBA"
    pupil.senProvision = "E"
    pupil.needs = ["ASD", "SLCN"]
    pupil.plan = plan(issued: 1500, reviewed: 40)
    pupil.authorities.plan = story.number
    var child = ChildDraft(pupil: pupil, school: school)
    child.cases = [file(.emotionallyBasedAbsence, opened: back(46), officer: 2)]
    child.cases[0].value.section19AcceptedOn = back(30)
    child.cases[0].register = register(schoolDays: 36, attendance: 0.2, .anxiety)
    child.cases[0].views = [
      View(
        file: Identifier(0), voice: .parent, givenOn: back(12),
        words: "We have been asked to collect her on 19 of 24 days. That is not a placement.")
    ]
    var referral = referral(
      9, .emotionallyBasedAbsence, received: 12, by: "Delphine Marsh",
      role: "EHC plan co-ordinator", parent: "Toyin Adeyemi", relationship: "Mother",
      child: """
        By picture board, with her speech therapist: home – good. Horses – very good. Hall – no. \
        Taxi with Ken – good. Taxi, new driver – no. School – she turned the card over.
        """)
    referral.reasons = """
      The annual review found that no school could be suitable now. Parents ask for education \
      otherwise than at school in section F: speech therapy, a tutor and riding.
      """
    referral.outcomeSought = "EOTAS under CFA 2014 s.61: 15 hours, with therapy in the hours."
    referral.parentsViews = """
      We did not want this. We tried three schools. She sleeps now, since she is at home, and says new \
      words each week.
      """
    referral.attendance = "Away, or fetched home early, on most days since September."
    referral.interventions = [
      Intervention(
        what: "Own room and adult at the special school", when: "Since January",
        impact: "Collected early on 19 of the last 24 days."),
      Intervention(
        what: "Consulted schools", when: "October",
        impact: "Six: five no, one has no room till July."),
    ]
    referral.healthEvidence = [
      HealthEvidence(
        source: "Speech and language therapist", datedOn: back(28),
        finding: "Understands far more than she says. Groups of more than two are not possible.")
    ]
    referral.risks = "Runs towards water and roads. Bites her own arm when overloaded."
    referral.transport = "Known driver only."
    referral.funding = "High needs block: £640 a week against £1,150 at the special school."
    referral.reintegration = "None is planned; the plan is reviewed in six months."
    return PanelChild(draft: child, referral: referral, kind: .newReferral)
  }
}
