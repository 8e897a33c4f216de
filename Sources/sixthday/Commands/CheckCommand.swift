import CaseStore

extension CommandSpecification {
  /// `sixthday check`: what is damaged, orphaned or cannot be.
  static let check = CommandSpecification(
    name: "check",
    summary: "Look through the caseload for damage, orphans and impossible dates.",
    options: [
      OptionSpecification(
        name: "quiet", value: nil, help: "Leave out what is only unlikely, and may be right."),
      OptionSpecification(
        name: "repair", value: nil,
        help: "First work out anew what the board shows of each case; no record is changed."),
    ],
    notes: ["The exit status is 1 where a problem was found; notices alone leave it 0."],
    examples: [
      ("sixthday check --quiet", "damage, orphans and what cannot be; nothing that may be right"),
      ("sixthday check --repair", "when the board and a case disagree, as after a crash"),
    ],
    run: { invocation, surroundings in
      let repairs = invocation.has("repair")
      let caseload = try Caseload.opened(
        surroundings.caseloadPath(invocation), access: repairs ? .readWrite : .readOnly)
      if repairs {
        if let damage = try caseload.damage().first {
          throw Failure.refusal("\(damage); nothing was repaired")
        }
        try caseload.rebuildDerived(on: surroundings.today)
        StandardOutput.write("what the board shows was worked out anew\n")
      }
      let findings = try caseload.check(on: surroundings.today)
      let problems = findings.filter { $0.severity == .problem }
      let notices = invocation.has("quiet") ? [] : findings.filter { $0.severity == .notice }
      for line in problems.map({ "problem: \($0)\n" }) + notices.map({ "notice: \($0)\n" }) {
        StandardOutput.write(Wrapping.wrapped(line, to: surroundings.outputWidth))
      }
      let count = findings.count - problems.count
      StandardOutput.write(
        "\(problems.count) \(problems.count == 1 ? "problem" : "problems"), "
          + "\(count) \(count == 1 ? "notice" : "notices")\n")
      return problems.isEmpty ? .success : .refusal
    })
}
