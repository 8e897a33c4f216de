import CaseStore
import Dashboard
import MadeUpCaseload

extension CommandSpecification {
  /// `sixthday demo`: the dashboard on a caseload of nobody, kept nowhere.
  static let demo = CommandSpecification(
    name: "demo",
    summary: "Open the dashboard on a made-up caseload, which is thrown away afterwards.",
    options: [
      OptionSpecification(
        name: "save", value: "FILE",
        help: "Write the made-up caseload to a new file and stop, instead of opening it.")
    ] + OptionSpecification.settings,
    notes: [
      "Every child, officer, school, provider and authority in it is invented. Dates follow today, "
        + "so there is always somebody who reaches the sixth day this week."
    ],
    examples: [
      ("sixthday demo", "1,200 open cases of children who do not exist"),
      ("sixthday demo --save demo.sqlite3", "the same in a file, for list, check and import"),
    ],
    run: { invocation, surroundings in
      let made = MadeUpCaseload(.team, today: surroundings.today)
      if let path = invocation.value("save") {
        guard !FileName.exists(path) else {
          throw Failure.refusal("\(path) exists already; name a new file")
        }
        try NewCaseload.with(path, stopped: "stopped: no caseload was made") { caseload in
          (try made.fill(caseload), true)
        }
        StandardOutput.write("a made-up caseload is in \(path): sixthday --caseload \(path)\n")
        return .success
      }
      let call = try DashboardCall(invocation, surroundings)
      if surroundings.errorIsTerminal { StandardOutput.remark("making up a caseload…\r") }
      let temporary = try TemporaryCaseload(surroundings)
      defer { temporary.remove() }
      try made.fill(temporary.caseload)
      let setting = DashboardSetting(
        author: surroundings.author, isDemo: true, now: WallClock.now)
      return try call.show(temporary.caseload, setting, isKept: false)
    })
}
