extension ClockContext {
  /// The governing board's clocks: 15 days, 50 days on representations, and before an examination.
  ///
  /// ExReg regs 6, 15, 24. A permanent exclusion always; otherwise by days in the term, strictly more
  /// than 15, or more than 5 where a parent makes representations. They run from when the board
  /// received notice.
  func addGovernors(to readings: inout [ClockReading]) {
    for (index, span) in spans.enumerated() where isRelevant(span) {
      let trigger = trigger(of: index)
      if span.isPermanent || isTriggered(.governors15, by: trigger, span) {
        add(.governors15, span, trigger, to: &readings)
      } else if isTriggered(.governors50, by: trigger, span) {
        add(.governors50, span, trigger, to: &readings)
      }
      if span.exclusion.examinationOn != nil {
        add(.examination, span, trigger, to: &readings)
      }
    }
  }

  /// What an exclusion brings a term to.
  private struct Trigger {
    var halves = 0
    var term: ReferencePeriod
    /// The exclusions added up.
    var counted: [ExclusionSpan]
  }

  private func isTriggered(_ kind: ClockKind, by trigger: Trigger, _ span: ExclusionSpan) -> Bool {
    guard let most = rule(kind, for: span)?.moreThan else { return false }
    return trigger.halves > most
  }

  /// The most half days that an exclusion brings any one term to, and that term: of the exclusions up to
  /// it, those by schools that the regulations bind.
  private func trigger(of index: Int) -> Trigger {
    let span = spans[index]
    let rule = rule(.governors15, for: span)
    var term = ReferencePeriod.term(of: span.first, in: span.calendar)
    var most = Trigger(
      term: term,
      counted: spans[0...index].filter {
        !$0.isPermanent && rule?.applies(to: $0.facts.school) ?? false
      })
    let end = span.schoolDays.last ?? span.first
    while true {
      if span.halves(in: term) > 0 {
        let total = most.counted.halves(in: term)
        if total > most.halves { (most.halves, most.term) = (total, term) }
      }
      if term.last >= end { return most }
      term = ReferencePeriod.term(of: term.last.adding(days: 1), in: span.calendar)
    }
  }

  private func add(
    _ kind: ClockKind, _ span: ExclusionSpan, _ trigger: Trigger,
    to readings: inout [ClockReading]
  ) {
    guard let rule = rule(kind, for: span) else { return }
    let governors = span.exclusion.governors
    var reading = ClockReading(rule, exclusion: span.facts.id)
    if !span.isPermanent {
      reading.grounds = .exclusions(trigger.counted, trigger.term)
      reading.remarks.append(
        .halves("It brings the term's total to", trigger.halves, "school days."))
      if trigger.counted.contains(where: {
        $0.exclusion.school != span.exclusion.school && $0.halves(in: trigger.term) > 0
      }) {
        reading.remarks.append(.words("Days at another school in the term are counted too."))
      }
    }
    if let notified = governors.notifiedOn {
      reading.run(from: notified, calendar: span.calendar, bankHolidays: bankHolidays)
    } else {
      reading.remarks.append(
        .words("It runs from when the board receives notice, which is not on record."))
    }
    if kind == .governors50 { wait(for: governors.representationsOn, &reading) }
    if kind == .examination, let examination = span.exclusion.examinationOn {
      reading.bringForward(to: examination, from: span.first, calendar: span.calendar)
    }
    reading.metOn = governors.metOn
    if span.exclusion.outcome == .cancelled, let ending = ExclusionEnding.of(span.exclusion) {
      reading.end(on: ending.day, because: ending.remark)
    }
    readings.append(reading)
  }

  /// A board must meet on 5½ to 15 days only if the parent makes representations.
  private func wait(for representations: Day?, _ reading: inout ClockReading) {
    guard let representations else {
      reading.started = nil
      reading.remarks.append(
        .words("It runs only if the parent makes representations; none are on record."))
      return
    }
    if let started = reading.started { reading.started = max(started, representations) }
    reading.remarks.append(.day("The parent made representations on", representations, "."))
  }
}

extension ClockReading {
  /// Brings a board's deadline forward to the last school day before an examination.
  mutating func bringForward(to examination: Day, from first: Day, calendar: SchoolCalendar?) {
    let eve = calendar?.schoolDay(1, before: examination) ?? examination.adding(days: -1)
    remarks.append(.day("The examination is on", examination, "."))
    let start = started ?? first
    started = start
    if let usual = deadline {
      remarks.append(.deadline("Without it the board would have until", usual))
      if let day = usual.day, day <= eve { return }
    }
    deadline = .on(eve)
    count =
      start <= eve
      ? .untilExamination(calendar, from: start, through: eve, examination: examination) : .nothing
  }
}
