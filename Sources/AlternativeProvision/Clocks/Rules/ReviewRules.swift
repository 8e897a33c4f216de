extension StandardRules {
  /// The independent review of a permanent exclusion.
  static let review: [ClockRule] = [
    ClockRule(
      kind: .reviewApplication,
      title: "A parent may apply for an independent review within 15 school days",
      startsFrom: "the day written notice of the board's decision was given",
      counting: .schoolDays, length: 15, firstDayCounts: false, owner: .parent, basis: .law,
      reference: "ExReg (SI 2012/1033) Sch 1 paras 1(2), 2(1)", isWindow: true,
      schools: excluding, inForceFrom: regulations2012,
      remark:
        "An application out of time must be rejected. The final determination of a discrimination claim "
        + "about the exclusion opens another 15 school days (Sch 1 para 2(1)). Notice by first-class "
        + "post counts as given on the second working day after posting."),
    ClockRule(
      kind: .reviewHearing,
      title: "The review begins by the fifteenth school day after the application",
      startsFrom: "the day the application was made",
      counting: .schoolDays, length: 15, firstDayCounts: false, owner: .schoolAuthority,
      basis: .law,
      reference: "ExReg (SI 2012/1033) Sch 1 para 1(1)",
      schools: excluding, inForceFrom: regulations2012,
      remark:
        "Arranged by the authority for a maintained school or PRU, by the trust for an academy. An "
        + "application posted first class is made on the second working day after (para 1(2))."),
    ClockRule(
      kind: .reconsideration,
      title: "The governing board reconsiders within 10 school days",
      startsFrom: "the day notice of the panel's decision was given",
      counting: .schoolDays, length: 10, firstDayCounts: false, owner: .governingBoard,
      basis: .law,
      reference: "ExReg (SI 2012/1033) regs 8, 17, 26",
      schools: excluding, inForceFrom: regulations2012,
      remark: "Both after a recommendation and after a decision is quashed."),
  ]
}

extension ClockRule {
  /// The same right once a discrimination claim about the exclusion has been finally determined: ExReg
  /// Sch 1 para 2(1).
  var afterClaim: ClockRule {
    var rule = self
    rule.startsFrom = "the day a discrimination claim about the exclusion was finally determined"
    return rule
  }
}
