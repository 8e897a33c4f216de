import AlternativeProvision

extension PanelStory {
  /// One whose head teacher sits on the panel, and one who must be kept apart from another child.
  func others() -> [PanelChild] { [dominic(), ewan()] }

  /// On the roll of a panel member's own school, which could provide itself.
  private func dominic() -> PanelChild {
    let school = story.schools.secondary[0]
    var pupil = pupil(13, "Dominic", "Farrow", sex: "M", year: 9, born: 121, school: school)
    pupil.senProvision = "N"
    var child = ChildDraft(pupil: pupil, school: school)
    child.exclusions = [
      suspension(36, days: 1, ["DM"], school: school),
      suspension(14, days: 2, ["VA"], school: school),
    ]
    var referral = referral(
      13, .offSiteDirection, received: 8, by: PanelPeople.headOnThePanel, role: "Head teacher",
      parent: "Louise Farrow", relationship: "Mother",
      child: "I get bored and then I get loud. I’d stay if they let me do triple tech.")
    referral.reasons = """
      Low-level disruption in most lessons; two suspensions. The school asks the authority to pay for \
      six weeks off site.
      """
    referral.outcomeSought = "Six weeks’ off-site direction at the authority’s cost."
    referral.parentsViews = "He is not a bad lad. Nobody has tested his hearing since he was six."
    referral.attendance = "Rarely away."
    referral.suspensions = "3 days this term in 2 suspensions."
    referral.interventions = [
      Intervention(what: "Report card", when: "Year 8 and 9", impact: "Lost four times."),
      Intervention(
        what: "Moved set in science", when: "October", impact: "No incident in science since."),
    ]
    referral.risks = "None beyond the classroom."
    referral.funding = "Authority is asked; the school’s own budget has not been considered."
    referral.reintegration = "After six weeks, same timetable."
    referral.openQuestions = "Has his hearing been tested? What would the school do on his return?"
    return PanelChild(
      draft: child, register: register(schoolDays: 40, attendance: 0.95, .school),
      referral: referral, kind: .newReferral)
  }

  /// Kept from the premises while an allegation is looked into: no exclusion, but section 19 applies.
  private func ewan() -> PanelChild {
    let school = story.schools.secondary[1]
    let pupil = pupil(14, "Ewan", "Blackledge", sex: "M", year: 10, born: 264, school: school)
    let child = ChildDraft(pupil: pupil, school: school)
    var referral = referral(
      14, .safeguardingSeparation, received: 5, by: "Helen Nuttall",
      role: "Designated safeguarding lead", parent: "Craig Blackledge", relationship: "Father",
      child: "I’m not allowed to talk about it. I want my coursework and I want it to be over.")
    referral.reasons = """
      An allegation of harm by another pupil. He is kept from the premises while it is looked into; it \
      is not an exclusion and says nothing of what happened.
      """
    referral.outcomeSought = "Tuition away from the school, all subjects, until the inquiry ends."
    referral.parentsViews = "He has been told that he is not accused and not allowed in. Which?"
    referral.attendance = "Never away until then; none for five days."
    referral.otherServices = "Police inquiry; social care has allocated both children."
    referral.socialCare = .childInNeed
    referral.interventions = [
      Intervention(
        what: "Work by the school’s online platform", when: "Five days",
        impact: "Handed in all of it; no teaching.")
    ]
    referral.risks = "No contact with the other child or that child’s friends, online included."
    referral.examinations = "Coursework in two subjects is due before half term."
    referral.funding = "Authority, section 19."
    referral.reintegration = "Decided with the police and social care; reviewed every two weeks."
    return PanelChild(
      draft: child, register: register(schoolDays: 30, until: 6, attendance: 0.97, .school),
      referral: referral, kind: .newReferral)
  }

  // MARK: Not on today's agenda

  /// Children of earlier meetings, and one whose referral nobody has finished.
  func elsewhere() -> [PanelChild] { [nathan(), corey(), poppy()] }

  /// When the chair acted for Nathan, and his place began.
  var actionBegan: Day { schoolDay(7) }

  /// Placed by chair's action, which today's meeting is to ratify.
  private func nathan() -> PanelChild {
    let school = story.schools.secondary[4]
    var pupil = pupil(15, "Nathan", "Sowerby", sex: "M", year: 8, born: 48, school: school)
    pupil.needs = ["SEMH"]
    pupil.senProvision = "K"
    var child = ChildDraft(pupil: pupil, school: school)
    child.exclusions = [permanent(12, ["PA"], school: school)]
    var file = file(.permanentExclusion, opened: schoolDay(12), officer: 1, exclusion: 0)
    var place = placement(
      registeredSchool, from: actionBegan, sessions: 10, hours: 25, weeklyCost: 52_000,
      attendance: 0.9)
    place.value.reason = "PEX"
    file.placements = [place]
    child.cases = [file]
    return PanelChild(draft: child)
  }

  /// Declined by the exclusion panel: an assessment of needs is the way that is open.
  private func corey() -> PanelChild {
    let school = story.schools.primary[4]
    var pupil = pupil(16, "Corey", "Lathom", sex: "M", year: 3, born: 77, school: school)
    pupil.needs = ["SLCN"]
    pupil.senProvision = "K"
    var child = ChildDraft(pupil: pupil, school: school)
    child.exclusions = [suspension(21, days: 2, ["PA"], school: school)]
    var referral = referral(
      16, .outreach, received: today.days(since: schoolDay(4)) + 9, by: "Beth Ormerod",
      role: "SENCO", parent: "Kelly Lathom",
      relationship: "Mother", child: "I like Lego club. I don’t like the bell.")
    referral.panel = .exclusion
    referral.reasons = "Bites when interrupted; two staff hurt since September."
    referral.outcomeSought = "A term in the primary centre."
    referral.interventions = [
      Intervention(
        what: "Visual timetable", when: "Since September",
        impact: "Halves incidents on the days when it is used.")
    ]
    return PanelChild(draft: child, referral: referral)
  }

  /// A draft: consent was given on the telephone, and nobody has asked the child yet.
  private func poppy() -> PanelChild {
    let school = story.schools.primary[5]
    let pupil = pupil(17, "Poppy", "Lockwood", sex: "F", year: 6, born: 230, school: school)
    var referral = referral(
      17, .emotionallyBasedAbsence, received: 2, by: "Denise Heyes", role: "Head teacher",
      parent: "Ian Lockwood", relationship: "Father", child: "")
    referral.status = .draft
    referral.childsViews = nil
    referral.consent?.isWritten = false
    referral.declaredOn = nil
    referral.reasons = "Has not come in since the half-term holiday; was a keen attender."
    referral.attendance = "61 % since September."
    referral.risksAssessedOn = nil
    return PanelChild(draft: ChildDraft(pupil: pupil, school: school), referral: referral)
  }
}
