import AlternativeProvision

extension PanelStory {
  /// Permanent exclusions before and past day six, and a suspension that is about to become one.
  func excluded() -> [PanelChild] { [kieran(), lexi(), jaiden(), malachi()] }

  /// Day six comes in two school days.
  private func kieran() -> PanelChild {
    let school = story.schools.secondary[1]
    var pupil = pupil(
      1, "Kieran", "Maddocks-Holt", sex: "M", year: 9, born: 71, school: school)
    pupil.senProvision = "K"
    pupil.needs = ["SEMH", "SPLD"]
    pupil.freeSchoolMeals = true
    var child = ChildDraft(pupil: pupil, school: school)
    child.exclusions = [
      suspension(48, days: 2, ["VA"], school: school),
      suspension(31, days: 3, ["PP"], school: school),
      suspension(17, days: 5, ["PP", "DM"], school: school),
      permanent(4, ["PP", "VA"], school: school),
    ]
    child.cases = [file(.permanentExclusion, opened: schoolDay(4), officer: 1, exclusion: 3)]
    var referral = referral(
      1, .permanentExclusion, received: 3, by: "Ros Tattersall", role: "Deputy head, inclusion",
      parent: "Dawn Maddocks", relationship: "Mother",
      child: """
        I know it was bad. I lost it because they were all filming. I don’t want the centre in town, \
        my cousin got jumped there. If it was somewhere with workshops I’d get up for it.
        """)
    referral.reasons = """
      Assault on another pupil outside the food room, filmed by others. Third physical incident since \
      September. The head teacher considered a managed move and found no school that could start \
      within the month.
      """
    referral.outcomeSought =
      "Full-time provision from day six, with a way back to a mainstream Year 10."
    referral.parentsViews = """
      He has a temper and I don’t hide it. But he was asked to wait for a reading test since Year 7. \
      I can take him to the bus, I cannot take him across the borough.
      """
    referral.attendance = "81 % this year; 12 unauthorised sessions, all Monday mornings."
    referral.suspensions = "10 days this term in 3 suspensions: two for assault, one for abuse."
    referral.interventions = [
      Intervention(
        what: "Key worker, daily check-in", when: "Year 8, spring",
        impact: "Held for six weeks; stopped when the key worker left."),
      Intervention(
        what: "Reading screener and paired reading", when: "This September",
        impact: "Reading age 8 years 2 months. Enjoyed it; five sessions only."),
      Intervention(
        what: "Reduced timetable, 4 weeks", when: "October",
        impact: "No incident in school; two in the town centre in the afternoons."),
    ]
    referral.risks = """
      Risk to one named pupil from both sides: not the same site, not the same bus. No weapon. \
      Runs when cornered; stops when given a way out.
      """
    referral.funding = "Authority; the school returns the pupil premium for the two terms left."
    referral.reintegration =
      "Fair access panel in spring, if he has kept nine sessions in ten for half a term."
    referral.openQuestions = "Has anybody looked at speech and language since primary school?"
    return PanelChild(draft: child, referral: referral, kind: .permanentExclusion)
  }

  /// Past day six with nothing, and with a social worker since the summer.
  private func lexi() -> PanelChild {
    let school = story.schools.secondary[2]
    var pupil = pupil(2, "Lexi-Mae", "Turnbull", sex: "F", year: 10, born: 208, school: school)
    pupil.preferredName = "Lex"
    pupil.senProvision = "K"
    pupil.needs = ["SEMH"]
    pupil.hasSocialWorker = true
    pupil.socialWorker = story.socialWorkers[0]
    var child = ChildDraft(pupil: pupil, school: school)
    child.exclusions = [
      suspension(44, days: 1, ["VA"], school: school),
      suspension(26, days: 4, ["MT", "BU"], school: school),
      permanent(9, ["OW"], school: school),
    ]
    child.cases = [file(.permanentExclusion, opened: schoolDay(9), officer: 0, exclusion: 2)]
    var referral = referral(
      2, .permanentExclusion, received: 7, by: "Imran Sheikh", role: "Assistant head",
      parent: "Michelle Turnbull", relationship: "Mother",
      child: """
        I took the vape and the penknife off a lad so that he’d not use it. Nobody believed me and I \
        stopped saying it. I’ve got my hair and beauty option and I’m good at it. I’m in on my own \
        all day now.
        """)
    referral.reasons = """
      A folding knife was found in her bag. She says that she took it from an older boy. Police took \
      no further action. The child in need plan names him as a risk to her.
      """
    referral.outcomeSought =
      "A full-time place now, with her GCSE and vocational options kept; day six has passed."
    referral.parentsViews =
      "Two weeks and nobody has rung but the social worker. She’s frightened of that lad and so am I."
    referral.attendance = "88 % until the exclusion. None since: nothing was offered."
    referral.suspensions = "5 days this term in 2 suspensions."
    referral.socialCare = .childInNeed
    referral.otherServices = "Exploitation team, weekly. Youth justice: prevention offer declined."
    referral.interventions = [
      Intervention(
        what: "Mentoring by the school’s girls’ worker", when: "Since May",
        impact: "Came to 14 of 16; told her about the lad in the ninth."),
      Intervention(
        what: "Interim place offered at the referral unit", when: "Day five",
        impact: "Refused by mother: the lad attends there."),
    ]
    referral.risks = """
      At risk of criminal exploitation (named person, known address). Not to be placed at the referral \
      unit in town. Must be met at the door at the start and end of the day.
      """
    referral.examinations = "Entered for 6 GCSEs next summer and a level 2 in hair and beauty."
    referral.transport = "Taxi with an escort: route checked by the exploitation team."
    referral.funding = "Authority."
    referral.reintegration = "Another mainstream school from Year 11, if the police case is closed."
    referral.openQuestions = "Will the examination board move her entries to another centre?"
    return PanelChild(draft: child, referral: referral, kind: .permanentExclusion)
  }

  /// A primary child, excluded for good yesterday.
  private func jaiden() -> PanelChild {
    let school = story.schools.primary[2]
    var pupil = pupil(3, "Jaiden", "Okonjo-Reeve", sex: "M", year: 5, born: 322, school: school)
    pupil.ethnicity = "MWBA"
    pupil.senProvision = "K"
    pupil.needs = ["SEMH", "SLCN"]
    pupil.freeSchoolMeals = true
    var child = ChildDraft(pupil: pupil, school: school)
    child.exclusions = [
      suspension(38, days: 1, ["PA"], school: school),
      suspension(20, days: 2, ["PA"], school: school),
      permanent(2, ["PA", "DM"], school: school),
    ]
    child.cases = [file(.permanentExclusion, opened: schoolDay(2), officer: nil, exclusion: 2)]
    var referral = referral(
      3, .permanentExclusion, received: 1, by: "Hilary Postlethwaite", role: "Head teacher",
      parent: "Grace Okonjo", relationship: "Grandmother, special guardian",
      child: """
        The chairs went because my head went. I said sorry to Miss with a card. I like it when there \
        is one table and no bell. I want to be with Nana and do the volcano project.
        """)
    referral.reasons = """
      Three times in a month furniture was thrown; a teaching assistant’s wrist was broken. The nurture \
      group where he did well closed in July.
      """
    referral.outcomeSought =
      "A small registered setting that takes primary age, and an assessment of needs begun."
    referral.parentsViews = """
      He came to me at four after what he saw. He has never had the therapy that the court was \
      promised. Do not put him with big lads.
      """
    referral.attendance = "96 %: he is there every day."
    referral.suspensions = "3 days this term in 2 suspensions."
    referral.socialCare = .earlyHelp
    referral.otherServices = "Post-order support; waiting since March for play therapy."
    referral.interventions = [
      Intervention(
        what: "Nurture group, mornings", when: "Year 3 and 4",
        impact: "No incident in two years of mornings."),
      Intervention(
        what: "One-to-one adult", when: "Since September",
        impact: "Helps until lunch; the adult is now on sick leave."),
      Intervention(
        what: "Educational psychologist, one visit", when: "October",
        impact: "Advises an EHC needs assessment; request not yet sent."),
    ]
    referral.risks =
      "Throws and runs when it is loud. Never hurt a child. Knows three signals to ask for out."
    referral.funding = "Authority."
    referral.reintegration = "Named school through an EHC plan; no earlier return."
    return PanelChild(draft: child, referral: referral, kind: .permanentExclusion)
  }

  /// Looked after by another authority, suspended, and one incident away from losing the school.
  private func malachi() -> PanelChild {
    let school = story.schools.secondary[3]
    var pupil = pupil(4, "Malachi", "Greaves", sex: "M", year: 8, born: 140, school: school)
    pupil.ethnicity = "BCRB"
    pupil.senProvision = "K"
    pupil.needs = ["SEMH"]
    pupil.isLookedAfter = true
    pupil.hasSocialWorker = true
    pupil.socialWorker = story.socialWorkers[1]
    pupil.authorities.caring = 612
    var child = ChildDraft(pupil: pupil, school: school)
    child.exclusions = [
      suspension(29, days: 3, ["VA"], school: school),
      suspension(3, days: 10, ["PP", "VA"], school: school),
    ]
    var referral = referral(
      4, .longSuspension, received: 2, by: "Tomasz Zieliński", role: "Virtual school",
      parent: "Carol Whitworth", relationship: "Foster carer, with delegated authority",
      child: """
        This is my fifth school. I don’t unpack any more. Mr Bell lets me do the bikes at dinner and I \
        never kick off with him. If I have to move again I want to see it first.
        """)
    referral.reasons = """
      Ten-day suspension. The head teacher has said that the next incident will be a permanent \
      exclusion. The school’s sixth day comes next week and it has nothing arranged.
      """
    referral.outcomeSought = """
      Twelve weeks off site, on the roll of his school, to keep the placement with his carers; a place \
      from the first day, as he is looked after.
      """
    referral.parentsViews = """
      He is no trouble here. Six months is the longest he has been anywhere and we mean to keep him. \
      He does well with his hands and with one adult.
      """
    referral.attendance = "In on nearly every day until the suspension."
    referral.suspensions = "13 days this term in 2 suspensions."
    referral.socialCare = .lookedAfter
    referral.otherServices = "CAMHS for looked-after children, fortnightly."
    referral.interventions = [
      Intervention(
        what: "Interim review of the personal education plan", when: "Last week",
        impact: "Agreed: no more than one change of adult; a named mentor."),
      Intervention(
        what: "Bike workshop at lunch", when: "Since September",
        impact: "No incident on the days when it runs."),
    ]
    referral.risks = "Leaves the site when told in front of others. Not to be held."
    referral.funding = "School and virtual school, half each."
    referral.reintegration = "Back to the same school after twelve weeks, mornings first."
    referral.openQuestions = "Does the authority that looks after him agree to the change?"
    return PanelChild(
      draft: child, register: register(schoolDays: 40, attendance: 0.9, .school),
      referral: referral, kind: .newReferral)
  }
}
