import AlternativeProvision

extension PanelStory {
  /// Children with a place: one that ends, one that is to be reviewed, one that has gone wrong.
  func placed() -> [PanelChild] { [callum(), zainab(), harvey()] }

  /// When the tuition began that an earlier meeting agreed for Zainab.
  var tuitionBegan: Day { schoolDay(16) }

  /// In Year 11; the place ends before the examinations do.
  private func callum() -> PanelChild {
    let school = story.schools.secondary[2]
    var pupil = pupil(10, "Callum", "Thistlewood", sex: "M", year: 11, born: 300, school: school)
    pupil.senProvision = "K"
    pupil.needs = ["SEMH", "SLCN"]
    pupil.freeSchoolMeals = true
    var child = ChildDraft(pupil: pupil, school: school)
    var file = file(.offSiteDirection, opened: back(75), officer: 1)
    let start = back(68)
    file.value.direction = OffSiteDirection(firstDay: start)
    file.value.direction?.noticeGivenOn = back(73)
    file.value.direction?.schoolDays = 60
    var place = placement(
      registeredSchool, from: start, sessions: 10, hours: 25, weeklyCost: 52_000, attendance: 0.93,
      manner: .schoolProvision)
    place.value.plannedEnd = ahead(8)
    place.value.lastReviewedOn = back(27)
    place.value.lastVisitedOn = back(20)
    place.value.reason = "OFF"
    file.placements = [place]
    file.views = [
      View(
        file: Identifier(0), voice: .school, givenOn: back(6),
        words: "We would take him back on a part-time timetable for the examination subjects.")
    ]
    child.cases = [file]
    var referral = referral(
      10, .offSiteDirection, received: 6, by: "Kath Rigby", role: "Head of Year 11",
      parent: "Sean Thistlewood", relationship: "Father",
      child: """
        I’ve not been sent out since I came here. Leave me till my exams, it’s twenty weeks. I did a \
        whole English paper, two hours, sat down.
        """)
    referral.file = Identifier(0)
    referral.status = .agreed
    referral.reasons =
      "His twelve weeks at Halyard Bridge end next week; his GCSEs are twenty weeks away."
    referral.outcomeSought = "Extend until the last examination, and keep his entries at school."
    referral.parentsViews = "A different boy since half term. He gets up before I do."
    referral.attendance =
      "Nine sessions in ten at Halyard Bridge; about half at school before that."
    referral.suspensions = "None since the place began; 14 days last year."
    referral.interventions = [
      Intervention(
        what: "Off-site direction to Halyard Bridge", when: "Twelve weeks",
        impact: "Comes; predicted grades up one in English, two in maths."),
      Intervention(
        what: "Return day each fortnight", when: "Since half term",
        impact: "Two of three kept; left the third at dinner."),
    ]
    referral.risks = "Low at Halyard Bridge. At school: two boys whom he was excluded for hitting."
    referral.examinations = "Entered for 5 GCSEs at his school; access arrangements agreed."
    referral.funding = "School pays £300 of £520 a week; asks the authority for the rest."
    referral.reintegration = "None before the examinations; college place for September confirmed."
    return PanelChild(draft: child, referral: referral, kind: .placementEnding)
  }

  /// An earlier meeting agreed part-time tuition; its review is due today.
  private func zainab() -> PanelChild {
    let school = story.schools.secondary[5]
    var pupil = pupil(11, "Zainab", "Rafiq", sex: "F", year: 9, born: 150, school: school)
    pupil.ethnicity = "APKN"
    (pupil.firstLanguage, pupil.englishIsAdditional) = ("URD", true)
    pupil.needs = ["SEMH"]
    pupil.senProvision = "K"
    var child = ChildDraft(pupil: pupil, school: school)
    var file = file(.emotionallyBasedAbsence, opened: schoolDay(34), officer: 2)
    file.value.section19AcceptedOn = fourWeeksAgo
    var place = placement(
      tuition, from: tuitionBegan, sessions: 5, hours: 12.5, weeklyCost: 21_250, attendance: 0.88,
      pattern: 0b01_0101_0101, manner: .anxiety)
    place.value.lastVisitedOn = schoolDay(9)
    place.value.reason = "MHN"
    file.placements = [place]
    file.views = [
      View(
        file: Identifier(0), voice: .child, givenOn: back(2),
        words:
          "Tuesdays with Beth are okay. I’d try art at school if Beth came to the door with me.")
    ]
    child.cases = [file]
    var referral = referral(
      11, .emotionallyBasedAbsence, received: today.days(since: fourWeeksAgo) + 8,

      by: "Jo Ashworth", role: "SENCO",
      parent: "Shabana Rafiq", relationship: "Mother",
      child: "I like learning. I don’t like being looked at while I do it.")
    referral.file = Identifier(0)
    referral.reasons =
      "Not in lessons since June. Five mornings of tuition were agreed four weeks ago, for review now."
    referral.outcomeSought =
      "Step down: keep three mornings, and begin two lessons a week at school."
    referral.parentsViews = "She laughs again. Please go slowly, slower than school wants."
    referral.attendance = "Most mornings of tuition; none at school since June."
    referral.interventions = [
      Intervention(
        what: "Tuition at the library", when: "Four weeks",
        impact: "Keeps most mornings; missed two after bad nights."),
      Intervention(
        what: "Tutor and form tutor met with her", when: "Last week",
        impact: "She chose art, periods 1 and 2, Tuesdays."),
    ]
    referral.healthEvidence = [
      HealthEvidence(
        source: "School nurse", datedOn: back(40),
        finding: "Panic attacks in crowds; mornings only advised for now.")
    ]
    referral.risks = "Panics in corridors: needs five minutes’ start before the bell."
    referral.funding = "Authority, section 19."
    referral.reintegration = "Art twice a week from the first week of term, then by twos."
    return PanelChild(draft: child, referral: referral, kind: .reviewDue)
  }

  /// Placed with a provider that turned red last week.
  private func harvey() -> PanelChild {
    let school = story.schools.secondary[3]
    var pupil = pupil(12, "Harvey", "Pickup-Lowe", sex: "M", year: 10, born: 19, school: school)
    pupil.senProvision = "K"
    pupil.needs = ["SEMH"]
    pupil.hasSocialWorker = true
    pupil.socialWorker = story.socialWorkers[2]
    var child = ChildDraft(pupil: pupil, school: school)
    child.exclusions = [permanent(72, ["DA", "VA"], school: school)]
    child.exclusions[0].value.governors.metOn = schoolDay(60)
    child.exclusions[0].value.governors.decision = .declinedToReinstate
    child.exclusions[0].value.governors.noticeSentOn = schoolDay(59)
    child.exclusions[0].value.outcome = .upheld
    var file = file(.permanentExclusion, opened: schoolDay(72), officer: 0, exclusion: 0)
    let fallen = story.providers.entries.firstIndex { $0.collapsedFrom != nil }
    var place = placement(
      fallen ?? unregisteredWorkshop, from: schoolDay(67), sessions: 7, hours: 17.5,
      weeklyCost: 29_400, attendance: 0.82, pattern: 0b00_0111_1111)
    place.value.lastReviewedOn = back(24)
    place.value.lastVisitedOn = back(24)
    place.value.plannedEnd = ahead(60)
    place.value.reason = "PEX"
    file.placements = [place]
    child.cases = [file]
    var referral = referral(
      12, .permanentExclusion, received: 3, by: "Quality officer",
      role: "Alternative provision team",
      parent: "Donna Lowe", relationship: "Mother",
      child: """
        Half the time there’s no one there after dinner so we go to the park. I told the taxi man. I \
        still want engines. I don’t want to be sat in a classroom with Year 7s.
        """)
    referral.file = Identifier(0)
    referral.status = .agreed
    referral.reasons = """
      Last week’s visit rated his provider red for safeguarding: nobody on site at lunch, registers \
      signed in advance. He is marked present on afternoons when he was seen in town.
      """
    referral.outcomeSought = "Move him this week; decide what is owed for the hours not taught."
    referral.parentsViews = "I was told he was in. I want to know where he was."
    referral.attendance = "Good until October; the last four weeks cannot be relied on."
    referral.socialCare = .childInNeed
    referral.otherServices = "Youth justice: twelve-week order, ends next month."
    referral.interventions = [
      Intervention(
        what: "Place on the motor project", when: "Since September",
        impact: "Entry level certificate, one unit; English and maths not begun.")
    ]
    referral.risks = "Cannabis in the afternoons; owes money. Curfew at seven."
    referral.examinations = "English and maths next summer."
    referral.funding = "Authority; claw-back under the contract."
    referral.reintegration = "Fair access panel in spring."
    return PanelChild(draft: child, referral: referral, kind: .escalation)
  }
}
