extension StandardRules {
  /// Education during exclusion, and how much exclusion a year allows.
  static let sixthDay: [ClockRule] = [
    ClockRule(
      kind: .sixthDayPermanent,
      title: "Full-time education begins by the sixth school day of a permanent exclusion",
      startsFrom: "the first day of exclusion that the notice states",
      counting: .schoolDays, length: 6, firstDayCounts: true, owner: .homeAuthority, basis: .law,
      reference: "EA 1996 s.19(3A)(a); SI 2007/1870",
      inForceFrom: day(2007, 9, 1), inForceThrough: guidance2026?.eve,
      remark: "Judged by the guidance before 26 July 2026."),
    ClockRule(
      kind: .sixthDayPermanent,
      title: "Full-time education begins by the sixth school day of a permanent exclusion",
      startsFrom: "the first day of exclusion that the notice states",
      counting: .schoolDays, length: 6, firstDayCounts: true, owner: .homeAuthority, basis: .law,
      reference: "EA 1996 s.19(3A)(a); SI 2007/1870",
      inForceFrom: guidance2026,
      remark: "The guidance in force from 26 July 2026 leaves the sixth day as it was."),
    ClockRule(
      kind: .sixthDaySuspension,
      title: "Full-time education begins by the sixth consecutive school day of suspension",
      startsFrom: "the first day of a suspension, or of an unbroken chain of them",
      counting: .schoolDays, length: 6, firstDayCounts: true, owner: .school, basis: .law,
      reference:
        "EIA 2006 s.100; EA 1996 s.19(3A)(b) for a PRU; SI 2007/1870 as amended by 2014/3216",
      schools: excluding, inForceFrom: day(2015, 1, 5),
      remark: "Counted across suspensions that follow each other without a school day between."),
    ClockRule(
      kind: .yearLimit45,
      title: "No more than 45 school days of suspension in a school year, across schools",
      startsFrom: "the first day of suspension in the school year",
      counting: .schoolDaysInAll, length: 45, firstDayCounts: true, owner: .school, basis: .law,
      reference: "ExReg (SI 2012/1033) regs 4, 13, 22",
      schools: excluding, inForceFrom: regulations2012,
      remark: "A limit, not a date. Lunchtimes count half a day each; cancelled days served count."),
  ]
}

extension ClockRule {
  /// The same duty when education that met it has ended: it is a continuing one, without further days.
  var resumed: ClockRule {
    var rule = self
    rule.isResumed = true
    rule.startsFrom = "the last day of the placement that ended"
    rule.counting = .schoolDays
    rule.length = 1
    rule.firstDayCounts = false
    switch kind {
    case .section19Illness:
      rule.title = "Education goes on while the child cannot be in school"
      rule.remark =
        "The duty that the authority accepted is to provide education, and not only to begin it: where "
        + "a placement ends, nothing allows another fifteen days."
    default:
      rule.title = "Full-time education goes on while the exclusion lasts"
      rule.remark =
        "The duty is to provide education from the sixth day on, and not only to begin it: where a "
        + "placement ends, no law allows six days more."
    }
    return rule
  }

  /// The duty of section 19 by the authority's own acceptance, where no fifteenth day is known.
  var accepted: ClockRule {
    var rule = self
    rule.title = "The authority arranges the education that it accepted it must"
    rule.startsFrom = "the day the authority accepted that it must"
    rule.counting = .schoolDays
    rule.length = 1
    rule.firstDayCounts = false
    rule.remark =
      "Guidance asks for education as soon as it is clear that the child will be away so long, and the "
      + "acceptance says that it is; neither law nor guidance sets a number of days from then."
    return rule
  }
}
