extension StandardRules {
  /// Education for children out of school for illness or otherwise.
  static let section19: [ClockRule] = [
    ClockRule(
      kind: .section19Illness,
      title:
        "The authority arranges education by the fifteenth day away, consecutive or cumulative",
      startsFrom: "the first day away",
      counting: .schoolDaysInAll, length: 15, firstDayCounts: true, owner: .homeAuthority,
      basis: .statutoryGuidance,
      reference: "EA 1996 s.19(1); DfE, Arranging education for children with health needs (2023)",
      remark:
        "Arranged as soon as it is clear that the child will be away so long: the duty does not "
        + "wait for fifteen days to pass.")
  ]

  /// The register codes that count towards the fifteenth day away, by what keeps the child away.
  ///
  /// Illness by the code of illness, as in the sickness return that a school makes to the authority.
  /// What keeps a child away "otherwise" (EA 1996 s.19(1)) is not asked by its label, but by whether
  /// education was to be had: general knowledge, the line of the Ombudsman's decisions. So every code of
  /// absence counts under which the school taught the child nothing; left out are those by which the
  /// family was elsewhere by leave or choice (C1, G, J1, R, S, T), a late arrival (U), and exclusion (E),
  /// which has clocks of its own.
  static func marksOfAbsence(_ route: CaseRoute) -> [String] {
    switch route {
    case .emotionallyBasedAbsence: ["I", "M", "O", "N", "C", "C2"]
    case .medical, .offSiteDirection, .managedMove, .outreach: ["I"]
    case .safeguardingSeparation, .permanentExclusion, .longSuspension,
      .educationOtherwiseThanAtSchool:
      []
    }
  }

  /// Reviews of placements and plans.
  static let placements: [ClockRule] = [
    ClockRule(
      kind: .placementReview, title: "The placement is reviewed",
      startsFrom: "the day the placement began or was last reviewed",
      counting: .calendarDays, length: LocalTarget.placementReviewDays.usual,
      firstDayCounts: false, owner: .homeAuthority, basis: .localTarget,
      reference: "Local target; KCSIE expects review at least half-termly",
      localTarget: .placementReviewDays),
    ClockRule(
      kind: .monitoringVisit, title: "The placement is visited to monitor progress",
      startsFrom: "the day the placement began or was last visited",
      counting: .calendarDays, length: LocalTarget.monitoringVisitDays.usual,
      firstDayCounts: false, owner: .homeAuthority, basis: .localTarget,
      reference: "Local target: six-weekly contract monitoring",
      localTarget: .monitoringVisitDays),
    ClockRule(
      kind: .annualReview, title: "The EHC plan is reviewed within 12 months",
      startsFrom: "the day the plan was made or last reviewed",
      counting: .months, length: 12, firstDayCounts: true, owner: .planAuthority, basis: .law,
      reference: "CFA 2014 s.44(1)", inForceFrom: day(2014, 9, 1),
      remark: "The 12 months start with the day itself, so the last of them is the day before its "
        + "anniversary."),
  ]

  /// Directions to be educated off site.
  static let direction: [ClockRule] = [
    ClockRule(
      kind: .directionNotice,
      title: "Written notice is given at least two school days before the first day off site",
      startsFrom: "the first day off site",
      counting: .schoolDaysBefore, length: 2, firstDayCounts: false, owner: .school, basis: .law,
      reference: "EA 2002 s.29A; SI 2010/1156 reg 3", schools: [.maintained, .special],
      inForceFrom: day(2010, 9, 1), inForceThrough: guidance2026?.eve,
      remark: "Before 26 July 2026 the regulations bound maintained schools only."),
    ClockRule(
      kind: .directionNotice,
      title: "Written notice is given at least two school days before the first day off site",
      startsFrom: "the first day off site",
      counting: .schoolDaysBefore, length: 2, firstDayCounts: false, owner: .school, basis: .law,
      reference: "EA 2002 s.29A; SI 2010/1156 reg 3; the 2026 Regulations for academies and PRUs",
      schools: [
        .maintained, .special, .academy, .alternativeProvisionAcademy, .pupilReferralUnit,
      ],
      inForceFrom: guidance2026,
      remark: "Academies and PRUs are bound from 26 July 2026."),
    ClockRule(
      kind: .directionReview,
      title:
        "A requested review is held as soon as practicable, unless one was held in the 10 weeks "
        + "before",
      startsFrom: "the day the last review was held",
      counting: .weeks, length: 10, firstDayCounts: false, owner: .school, basis: .law,
      reference: "SI 2010/1156 as amended by SI 2012/2532 reg 5", isWindow: true,
      schools: [.maintained, .special],
      inForceFrom: day(2013, 1, 1), inForceThrough: guidance2026?.eve),
    ClockRule(
      kind: .directionReview,
      title:
        "A requested review is held as soon as practicable, unless one was held in the 10 weeks "
        + "before",
      startsFrom: "the day the last review was held",
      counting: .weeks, length: 10, firstDayCounts: false, owner: .school, basis: .law,
      reference: "SI 2010/1156 as amended by SI 2012/2532 reg 5 and the 2026 Regulations",
      isWindow: true,
      schools: [
        .maintained, .special, .academy, .alternativeProvisionAcademy, .pupilReferralUnit,
      ],
      inForceFrom: guidance2026),
  ]

  /// Marks in registers.
  static let attendance: [ClockRule] = [
    ClockRule(
      kind: .unexplainedMark,
      title: "An N becomes the reason for absence, or an O, within five school days",
      startsFrom: "the session marked N",
      counting: .schoolDays, length: 5, firstDayCounts: false, owner: .school, basis: .law,
      reference: "SI 2024/208 reg 10(7) to (9)", inForceFrom: day(2024, 8, 19),
      remark:
        "The July 2026 guidance says working days at one place: the regulation says school days.")
  ]

  /// Places under the fair access protocol.
  static let fairAccess: [ClockRule] = [
    ClockRule(
      kind: .fairAccess, title: "A school place is allocated within 20 school days",
      startsFrom: "the day it was agreed to consider the child under the protocol",
      counting: .schoolDays, length: 20, firstDayCounts: false, owner: .homeAuthority,
      basis: .statutoryGuidance,
      reference: "School Admissions Code 2021 paras 3.14 to 3.22", inForceFrom: day(2021, 9, 1))
  ]
}
