extension StandardRules {
  /// The governing board's consideration.
  static let governors: [ClockRule] =
    [
      consideration(from: regulations2012, through: amended2023?.eve),
      consideration(
        from: amended2023, through: nil,
        remark: "The relevant person may request that the meeting be held remotely (SI 2023/571)."),
    ].flatMap { $0 }

  private static func consideration(
    from: Day?, through: Day?, remark: String? = nil
  ) -> [ClockRule] {
    let amended = from == amended2023 ? ", as amended by 2023/571" : ""
    return [
      ClockRule(
        kind: .governors15,
        title: "The governing board meets to consider reinstatement within 15 school days",
        startsFrom: "the day the governing board received notice",
        counting: .schoolDays, length: 15, firstDayCounts: false, owner: .governingBoard,
        basis: .law,
        reference: "ExReg (SI 2012/1033) regs 6, 15, 24" + amended,
        schools: excluding, moreThan: 30, inForceFrom: from, inForceThrough: through, remark: remark
      ),
      ClockRule(
        kind: .governors50,
        title:
          "The governing board meets within 50 school days when a parent makes representations",
        startsFrom: "the day the governing board received notice",
        counting: .schoolDays, length: 50, firstDayCounts: false, owner: .governingBoard,
        basis: .law,
        reference: "ExReg (SI 2012/1033) regs 6, 15, 24" + amended,
        schools: excluding, moreThan: 10, inForceFrom: from, inForceThrough: through, remark: remark
      ),
      ClockRule(
        kind: .examination,
        title: "The governing board takes reasonable steps to meet before the examination",
        startsFrom: "the day the governing board received notice",
        counting: .schoolDays, length: 15, firstDayCounts: false, owner: .governingBoard,
        basis: .law,
        reference: "ExReg (SI 2012/1033) regs 6, 15, 24" + amended,
        schools: excluding, inForceFrom: from, inForceThrough: through,
        remark: "If that is not practicable, the chair may consider alone."),
    ]
  }
}
