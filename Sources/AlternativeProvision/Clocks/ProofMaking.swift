extension Proof {
  /// The proof of a reading: its count made again, this time writing down every day.
  init(of reading: ClockReading) {
    let reader = reading.rule
    rule = "\(reader.title): \(reader.countInWords)."
    reference = reader.reference
    basis = reader.basis
    let used = reading.count.calendar
    calendar = used?.name
    let lacksCalendar = reading.count.needsCalendar && used == nil
    // Without a calendar no day is known, and to say so of the first of them alone would mislead.
    steps = reading.count.steps(startingWith: reader.startsFrom)
      .filter { !lacksCalendar || $0.mark != .unknown }
    grounds = reading.grounds.steps(startingWith: "")
    conclusion = Proof.conclusion(of: reading, lacksCalendar: lacksCalendar)
    var remarks = reading.remarks.filter { !lacksCalendar || !$0.needsCalendar }.map(\.text)
    if let remark = reader.remark { remarks.append(remark) }
    if reading.count.needsCalendar {
      if let used, !used.namesInsetDays, reading.deadline != nil {
        remarks.append(
          "The calendar of \(used.name) names no INSET days: one that the school takes in this time "
            + "makes the day a school day later.")
      } else if used == nil {
        remarks.append(Proof.noCalendar)
      }
    }
    self.remarks = remarks
  }

  /// What is said where days could not be counted for want of a calendar.
  public static let noCalendar =
    "No calendar is known for this school or its authority: import one."

  private static func conclusion(of reading: ClockReading, lacksCalendar: Bool) -> String {
    if let tally = reading.tally {
      let used = "\(tally.daysUsed) of \(HalfDays.words(tally.limit)) school days"
      // Nothing here knows today: the day may be past or to come.
      return tally.breachedOn.map {
        "The notices of the school year take \(used): the limit is passed on \($0.long)."
      } ?? "\(used) are used."
    }
    switch reading.deadline {
    case .on(let day): return "The last day in time is \(day.long)."
    case .beyondCalendar where lacksCalendar:
      return "Provisional: without a calendar no school day can be counted, so no date is named."
    case .beyondCalendar(nil, _):
      let begin = reading.count.calendar?.knownFrom
      return "Provisional: the known calendar begins"
        + (begin.map { " on \($0.long)" } ?? " later")
        + ", so the days before cannot be counted, and no date is named."
    case .beyondCalendar(let end?, let counted):
      return "Provisional: \(counted) of \(reading.rule.length) counted by \(end.long), "
        + "where the known calendar ends."
    case .none: return "No date is set."
    }
  }
}

extension CountedDays {
  /// The calendar by which it counts.
  var calendar: SchoolCalendar? {
    switch self {
    case .schoolDays(let calendar, _, _, _), .afterService(let calendar, _, _, _, _),
      .schoolDaysBefore(let calendar, _, _), .absence(_, let calendar, _, _),
      .acceptance(_, let calendar, _, _), .untilExamination(let calendar, _, _, _):
      calendar
    case .chain(let chain, _): chain.members.last?.calendar
    case .exclusions(let spans, _): spans.last?.calendar
    case .nothing, .elapsed: nil
    }
  }

  /// Whether it counts school days, and so cannot do without a calendar.
  var needsCalendar: Bool {
    switch self {
    case .nothing, .elapsed: false
    default: true
    }
  }

  /// Every day of the count, in order.
  func steps(startingWith event: String) -> [ProofStep] {
    var writer = StepWriter()
    switch self {
    case .nothing: break
    case .schoolDays(let calendar, let from, let inclusive, let length):
      if !inclusive { writer.add(from, .start(event)) }
      writer.count(length, from: inclusive ? from : from.adding(days: 1), calendar)
    case .afterService(let calendar, let sent, let served, let holidays, let length):
      writer.serve(sent, served, holidays, event)
      writer.count(length, from: served.adding(days: 1), calendar)
    case .untilExamination(let calendar, let from, let last, let examination):
      writer.add(from, .start(event))
      writer.count(from: from.adding(days: 1), through: last, calendar)
      writer.skip(from: last.adding(days: 1), to: examination, calendar)
      writer.add(examination, .start("the examination"))
    case .schoolDaysBefore(let calendar, let day, let length):
      writer.countBack(length, from: day, calendar, event)
    case .elapsed(let from, _): writer.add(from, .start(event))
    case .chain(let chain, let length): writer.write(chain, length: length)
    case .exclusions(let spans, let period): writer.write(spans, in: period)
    case .absence(let away, let calendar, let limit, let expectedFrom):
      writer.write(away, limit: limit)
      if let expectedFrom {
        writer.expect(from: expectedFrom, calendar, halves: away.halves, limit: limit)
      }
    case .acceptance(let away, let calendar, let accepted, let length):
      writer.write(away, limit: .max)
      writer.add(accepted, .start(event))
      writer.count(length, from: accepted.adding(days: 1), calendar)
    }
    return writer.steps
  }
}
