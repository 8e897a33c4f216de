import AlternativeProvision
import CaseStore
import Dashboard

extension OptionSpecification {
  /// `--plain`.
  static let plain = OptionSpecification(
    name: "plain", value: nil,
    help: "Print it in words, for a screen reader, a pipe or an email, instead of opening it.")
}

extension CommandSpecification {
  /// `sixthday board`: the dashboard, on the screen or in words.
  static let board = CommandSpecification(
    name: "board",
    summary: "Open the dashboard, or print the whole of it in words with --plain.",
    options: [.plain, .on, .limit] + OptionSpecification.narrowing + [.readOnly]
      + OptionSpecification.settings,
    notes: [
      "In words there are no columns and no signs: what matters now is told in sentences, and each row "
        + "of the four panes is a line in which every fact has its label. Where the output is no "
        + "terminal it is printed so without being asked.",
      "--on, --limit and what narrows the rows are for --plain; in the dashboard there are keys.",
    ],
    examples: [
      ("sixthday board --plain | less", "the whole dashboard, in words"),
      (
        "sixthday board --plain --urgency past-day-six --shared-view",
        "who is past day six, as initials, to read out or to send"
      ),
    ],
    run: { invocation, surroundings in
      let personal = try PersonalSettings(surroundings, invocation)
      let day = try invocation.day("on")
      let limit = try invocation.number("limit", in: 1...10_000_000) ?? .max
      guard invocation.has("plain") || !surroundings.outputIsTerminal else {
        let isForPrinting = OptionSpecification.narrowing.map(\.name) + ["on", "limit"]
        if let option = isForPrinting.first(where: invocation.has) {
          throw Failure.usage("--\(option) goes with --plain", about: invocation.command)
        }
        return try CommandSpecification.dashboard.run(invocation, surroundings)
      }
      let narrowed = try NarrowedBoard(invocation, surroundings, on: day)
      let plain = PlainBoard(
        narrowed.board, of: narrowed.caseload, limit: limit, part: narrowed.part,
        DashboardSetting(
          author: surroundings.author, settings: personal.settings, now: WallClock.now))
      let text = plain.text
      if let unread = plain.unread { throw unread }
      StandardOutput.write(Wrapping.wrapped(text, to: surroundings.outputWidth))
      return .success
    })

  /// `sixthday case`: one case, on the screen or in words.
  static let caseFile = CommandSpecification(
    name: "case",
    summary: "Open one case, or print the whole of it in words with --plain.",
    operands: [Operand(name: "REFERENCE", help: "The team's reference of the case.")],
    options: [.plain, .on, .readOnly] + OptionSpecification.settings,
    notes: [
      "In words: who the child is, each clock with its proof, the timeline, the placements, the "
        + "attendance, the views and who changed what. Where the output is no terminal it is printed "
        + "so without being asked. --on a past day leaves out what is dated later."
    ],
    examples: [
      ("sixthday case AP-2026-0412", "open it in the dashboard"),
      (
        "sixthday case AP-2026-0412 --plain --on 2026-03-31", "its clocks as if today were 31 March"
      ),
    ],
    run: { invocation, surroundings in
      let call = try DashboardCall(invocation, surroundings)
      let day = try invocation.day("on")
      let isPlain = invocation.has("plain") || !surroundings.outputIsTerminal
      if !isPlain, day != nil {
        throw Failure.usage("--on goes with --plain", about: invocation.command)
      }
      var (caseload, setting) = try call.open(isPlain ? .readOnly : .readWrite)
      let reference = invocation.word(0) ?? ""
      guard let file = try caseload.file(typed: reference) else {
        throw Failure.refusal(
          "no case has the reference '\(reference)' (see: sixthday list cases)")
      }
      guard isPlain else {
        setting.opens = .caseFile(file.id)
        return try call.show(caseload, setting)
      }
      let on = day ?? surroundings.today
      let plain = PlainCase(
        file.id, on: on, isPast: on < surroundings.today, of: caseload, setting)
      guard let text = try plain.text() else {
        throw Failure.refusal(
          "the case \(file.value.reference) was opened on \(file.value.openedOn.iso), after \(on.iso)"
        )
      }
      StandardOutput.write(Wrapping.wrapped(text, to: surroundings.outputWidth))
      return .success
    })
}
