import CaseStore

extension CommandSpecification {
  /// `sixthday check`: what is damaged, orphaned or cannot be.
  static let check = CommandSpecification(
    name: "check",
    summary: "Look through the caseload for damage, orphans and impossible dates.",
    options: [
      OptionSpecification(
        name: "quiet", value: nil, help: "Leave out what is only unlikely, and may be right.")
    ],
    notes: ["The exit status is 1 where a problem was found; notices alone leave it 0."],
    run: { invocation, surroundings in
      let caseload = try Caseload.open(surroundings.caseloadPath(invocation), access: .readOnly)
      let findings = try caseload.check(on: surroundings.today)
      let problems = findings.filter { $0.severity == .problem }
      let notices = invocation.has("quiet") ? [] : findings.filter { $0.severity == .notice }
      for finding in problems { StandardOutput.write("problem: \(finding)\n") }
      for finding in notices { StandardOutput.write("notice: \(finding)\n") }
      let count = findings.count - problems.count
      StandardOutput.write(
        "\(problems.count) \(problems.count == 1 ? "problem" : "problems"), "
          + "\(count) \(count == 1 ? "notice" : "notices")\n")
      return problems.isEmpty ? .success : .refusal
    })
}
