extension ClockEngine {
  /// The answer to a question about one clock, by the rule in force on the day of its event.
  ///
  /// Nil where no rule was in force that day, or none binds that sort of school.
  public func reading(for question: ClockQuestion) -> ClockReading? {
    guard let found = book.rule(question.kind, on: question.event) else { return nil }
    let rule = found.adjusted(by: question.targets)
    if let schools = rule.schools, let kind = question.schoolKind, !schools.contains(kind) {
      return nil
    }
    var reading = ClockReading(rule)
    let calendar = question.calendar
    switch question.kind {
    case .sixthDayPermanent, .sixthDaySuspension:
      reading.runSixthDay(
        from: question.event, firstSession: question.firstSession, calendar: calendar,
        expectsDayOne: question.expectsDayOne)
      if question.kind == .sixthDaySuspension, question.schoolKind == .pupilReferralUnit {
        reading.owner = .homeAuthority
      }
    case .reviewApplication, .reconsideration:
      reading.run(
        fromNoticeSentOn: question.event, by: question.delivery, calendar: calendar,
        bankHolidays: question.bankHolidays)
    default:
      reading.run(from: question.event, calendar: calendar, bankHolidays: question.bankHolidays)
    }
    switch question.kind {
    case .reviewHearing:
      if let kind = question.schoolKind {
        var school = School(urn: 0, authority: 0, name: "")
        school.kind = kind
        reading.owner = DutyHolder.ofReviews(school)
      }
    case .examination:
      if let examination = question.examinationOn {
        reading.bringForward(to: examination, from: question.event, calendar: calendar)
      }
    case .governors15, .governors50: reading.expectMore(in: question)
    case .yearLimit45:
      reading.runLimit(
        of: [question.span], in: ReferencePeriod.schoolYear(of: question.span.first))
    case .sixthDaySuspension: reading.limitToSuspension(of: question)
    case .directionNotice: reading.started = reading.deadline?.day ?? question.event
    default: break
    }
    reading.metOn = question.metOn
    return reading
  }
}

extension ClockReading {
  /// A total at the threshold does not pull a board's trigger: ExReg regs 6, 15 and 24 say "more than".
  fileprivate mutating func expectMore(in question: ClockQuestion) {
    guard let total = question.halfDays, let halves = rule.moreThan, total <= halves else { return }
    started = nil
    deadline = nil
    count = .nothing
    remarks.append(
      .words(
        "\(HalfDays.words(total)) school days in the term set no such clock: it takes more than "
          + "\(HalfDays.words(halves)), or a permanent exclusion."))
  }

  /// A suspension of known length that does not reach its sixth day starts no clock.
  fileprivate mutating func limitToSuspension(of question: ClockQuestion) {
    guard question.halfDays != nil else { return }
    let span = question.span
    guard let chain = SuspensionChain.chains(of: [span], attended: []).first else { return }
    count = .chain(chain, length: rule.length)
    if span.days < rule.length {
      started = nil
      deadline = nil
      remarks.append(
        .number("It takes", span.days, "school days out: the duty begins on the sixth."))
    } else if let last = span.last {
      end(on: last.adding(days: 1), because: .day("The last day of the suspension is", last, "."))
    }
  }
}

extension ClockQuestion {
  /// The exclusion that the question is about.
  fileprivate var span: ExclusionSpan {
    var exclusion = Exclusion(
      pupil: Identifier(0), school: Identifier(0), category: .suspension, firstDay: event,
      sessions: halfDays)
    exclusion.firstSession = firstSession
    return ExclusionSpan(
      ExclusionFacts(id: Identifier(0), exclusion: exclusion, school: nil), calendar: calendar)
  }
}
