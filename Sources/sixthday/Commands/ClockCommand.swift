import AlternativeProvision
import Interchange

extension CommandSpecification {
  /// `sixthday clock`: one deadline from an event, a date and a calendar, with its proof.
  static let clock = CommandSpecification(
    name: "clock",
    summary: "Work out one deadline, without a caseload, and show every day that was counted.",
    operands: [
      Operand(
        name: "KIND", help: "The clock.", choices: ClockKind.allCases.map(\.keyword))
    ],
    options: [
      OptionSpecification(
        name: "from", value: "DATE",
        help: "The day of the event from which the clock runs, as 2026-11-23."),
      OptionSpecification(
        name: "calendar", value: "FILE",
        help:
          "Term dates in CSV (see: sixthday template calendars); without it no school day can be "
          + "counted, unless --caseload names a caseload with calendars."),
      OptionSpecification(
        name: "authority", value: "NAME",
        help:
          "Whose term dates, where there are those of several: an authority's, by name or number."),
      OptionSpecification(
        name: "urn", value: "URN",
        help:
          "The school whose own term dates they are; where it gives only the days on which it is "
          + "closed within terms, --authority says within whose."),
      OptionSpecification(
        name: "bank-holidays", value: "FILE",
        help: "The bank holidays as GOV.UK publishes them in JSON; by statute where not given."),
      OptionSpecification(
        name: "delivery", value: "HOW", help: "How the notice was sent.",
        choices: DeliveryWord.allCases.map(\.rawValue)),
      OptionSpecification(
        name: "half-days", value: "N",
        help:
          "Half days of suspension: in the term for the governors' clocks, else of the suspension."
      ),
      OptionSpecification(
        name: "from-afternoon", value: nil, help: "The first session missed was the afternoon's."),
      OptionSpecification(
        name: "day-one", value: nil,
        help: "The child is looked after or has a social worker: guidance expects day one."),
      OptionSpecification(
        name: "school", value: "KIND", help: "The sort of school, which decides some owners.",
        choices: SchoolWord.allCases.map(\.rawValue)),
      OptionSpecification(
        name: "examination", value: "DATE", help: "The day of the examination, for that clock."),
      OptionSpecification(name: "met", value: "DATE", help: "When it was done, if it was."),
      .on,
      OptionSpecification(
        name: "format", value: "FORMAT", help: "How to print; table unless given.",
        choices: ["table", "json"]),
    ],
    notes: [
      "A deadline past the end of the term dates is not guessed: the answer is then provisional, "
        + "and says how far it could count.",
      "No caseload is needed or made. With --caseload FILE its calendars serve where no --calendar is "
        + "given, and its targets for reviews and visits.",
    ],
    examples: [
      (
        "sixthday clock sixth-day-permanent --from 2026-11-16 --calendar terms.csv",
        "the sixth school day, with each day counted and each day skipped"
      ),
      (
        "sixthday clock review-application --from 2026-11-20 --delivery post --calendar terms.csv",
        "fifteen school days from the second working day after posting"
      ),
      (
        "sixthday clock governors-15 --from 2026-11-20 --calendar terms.csv --urn 900001",
        "by the term dates of a school of its own"
      ),
    ],
    run: { invocation, surroundings in
      let question = try ClockCall(invocation, surroundings).question()
      let today = try invocation.day("on") ?? surroundings.today
      guard let reading = ClockEngine().reading(for: question) else {
        throw Failure.refusal(
          "no rule for \(question.kind.keyword) was in force on \(question.event.iso), or it does "
            + "not apply to that sort of school")
      }
      let text = ClockText(reading: reading, today: today, calendar: question.calendar)
      StandardOutput.write(
        invocation.value("format") == "json"
          ? text.json.written() + "\n"
          : Wrapping.wrapped(text.plain, to: surroundings.outputWidth))
      return .success
    })
}

/// Turns the words of `sixthday clock` into the question that the domain answers.
private struct ClockCall {
  let invocation: Invocation
  let surroundings: Surroundings

  init(_ invocation: Invocation, _ surroundings: Surroundings) {
    self.invocation = invocation
    self.surroundings = surroundings
  }

  func question() throws -> ClockQuestion {
    guard let kind = invocation.word(0).flatMap(ClockKind.init(keyword:)) else {
      throw Failure.usage("clock needs a KIND", about: invocation.command)
    }
    if let problem = ClockOptions.problem(of: kind, isGiven: invocation.has) {
      throw Failure.usage(problem, about: invocation.command)
    }
    guard let event = try invocation.day("from") else {
      throw Failure.usage(
        "clock needs the day of the event: --from DATE", about: invocation.command)
    }
    let (terms, caseload) = (invocation.value("calendar"), invocation.value("caseload"))
    if terms == nil, caseload == nil,
      let option = ["authority", "urn"].first(where: invocation.has)
    {
      throw Failure.usage(
        "--\(option) says whose term dates of several: give them with --calendar FILE",
        about: invocation.command)
    }
    let calendars = try ClockCalendars(
      terms: terms, bankHolidays: invocation.value("bank-holidays"), caseload: caseload)
    var question = ClockQuestion(
      kind: kind, event: event,
      calendar: try calendars.calendar(
        for: kind, of: invocation.value("authority"),
        urn: try invocation.number("urn", in: 100_000...999_999)),
      bankHolidays: calendars.bankHolidays)
    question.targets = calendars.targets
    if let word = invocation.value("delivery").flatMap(DeliveryWord.init(rawValue:)) {
      question.delivery = word.delivery
    }
    if invocation.has("from-afternoon") { question.firstSession = .afternoon }
    question.halfDays = try invocation.number("half-days", in: 1...400)
    question.expectsDayOne = invocation.has("day-one")
    question.schoolKind = invocation.value("school").flatMap(SchoolWord.init(rawValue:))?.kind
    question.examinationOn = try invocation.day("examination")
    question.metOn = try invocation.day("met")
    try check(question)
    return question
  }

  /// Refuses what would be answered with a day that means nothing.
  private func check(_ question: ClockQuestion) throws {
    if question.kind == .yearLimit45, question.halfDays == nil {
      throw Failure.usage(
        "\(question.kind.keyword) needs the length of the suspension: --half-days N",
        about: invocation.command)
    }
    if question.kind == .examination {
      guard let examination = question.examinationOn else {
        throw Failure.usage(
          "examination needs the day of the examination: --examination DATE",
          about: invocation.command)
      }
      guard examination > question.event else {
        throw Failure.usage(
          "--examination \(examination.iso) is not after --from \(question.event.iso)",
          about: invocation.command)
      }
    }
    // Notice of a direction is given before the day from which it is counted.
    if let met = question.metOn, met < question.event, question.kind != .directionNotice {
      throw Failure.usage(
        "--met \(met.iso) is before --from \(question.event.iso)", about: invocation.command)
    }
    try checkTrigger(question)
  }

  /// ExReg regs 6, 15, 24: how many half days in the term make the board meet, and by when.
  private func checkTrigger(_ question: ClockQuestion) throws {
    guard let halves = question.halfDays,
      question.kind == .governors15 || question.kind == .governors50,
      let some = RuleBook.standard.rule(.governors50, on: question.event)?.moreThan,
      let many = RuleBook.standard.rule(.governors15, on: question.event)?.moreThan
    else { return }
    if halves <= some {
      throw Failure.refusal(
        "\(halves) half days in the term set the board no day: it considers a parent's "
          + "representations, and must meet only for more than \(some)")
    }
    if question.kind == .governors15, halves <= many {
      throw Failure.refusal(
        "\(halves) half days in the term do not make the board meet within 15 school days, which "
          + "takes more than \(many): ask for governors-50, which runs if the parent makes "
          + "representations")
    }
    if question.kind == .governors50, halves > many {
      throw Failure.refusal(
        "\(halves) half days in the term make the board meet within 15 school days, whatever the "
          + "parent says: ask for governors-15")
    }
  }
}

/// How a notice was sent, as the command line words it.
private enum DeliveryWord: String, CaseIterable {
  case post, hand, email

  var delivery: Delivery {
    switch self {
    case .post: .firstClassPost
    case .hand: .byHand
    case .email: .email
    }
  }
}

/// The sorts of school, as the command line words them.
private enum SchoolWord: String, CaseIterable {
  case maintained, academy, pru, special, independent

  var kind: SchoolKind {
    switch self {
    case .maintained: .maintained
    case .academy: .academy
    case .pru: .pupilReferralUnit
    case .special: .special
    case .independent: .independent
    }
  }
}
