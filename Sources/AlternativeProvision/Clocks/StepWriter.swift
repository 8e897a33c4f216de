/// Writes the days of a count down, one by one.
///
/// It asks the calendar for the status of each day in turn, where deadlines are found by position: so a
/// proof is also a check of the deadline that it explains.
struct StepWriter {
  private(set) var steps: [ProofStep] = []
  /// More days than any proof has, so that a broken calendar cannot make an endless one.
  private static let most = 1500

  mutating func add(_ day: Day, _ mark: ProofMark) {
    steps.append(ProofStep(day: day, mark: mark))
  }

  /// Counts school days forward until there are enough, or nothing is known any more.
  mutating func count(_ length: Int, from first: Day, _ calendar: SchoolCalendar?) {
    var day = first
    var counted = 0
    while counted < length, steps.count < StepWriter.most {
      switch calendar?.status(of: day) ?? .unknown {
      case .open:
        counted += 1
        add(day, .counted(counted))
      case .closed(let reason): add(day, .skipped(reason))
      case .unknown:
        add(day, .unknown)
        return
      }
      day = day.adding(days: 1)
    }
  }

  /// Counts school days forward through a day, or until nothing is known any more.
  mutating func count(from first: Day, through last: Day, _ calendar: SchoolCalendar?) {
    var day = first
    var counted = 0
    while day <= last, steps.count < StepWriter.most {
      switch calendar?.status(of: day) ?? .unknown {
      case .open:
        counted += 1
        add(day, .counted(counted))
      case .closed(let reason): add(day, .skipped(reason))
      case .unknown:
        add(day, .unknown)
        return
      }
      day = day.adding(days: 1)
    }
  }

  /// Counts school days backwards, and puts them in the order of time.
  mutating func countBack(
    _ length: Int, from event: Day, _ calendar: SchoolCalendar?, _ name: String
  ) {
    var back: [ProofStep] = [ProofStep(day: event, mark: .start(name))]
    var day = event.adding(days: -1)
    var counted = 0
    search: while counted < length, back.count < StepWriter.most {
      switch calendar?.status(of: day) ?? .unknown {
      case .open:
        counted += 1
        back.append(ProofStep(day: day, mark: .counted(counted)))
      case .closed(let reason): back.append(ProofStep(day: day, mark: .skipped(reason)))
      case .unknown:
        back.append(ProofStep(day: day, mark: .unknown))
        break search
      }
      day = day.adding(days: -1)
    }
    steps += back.reversed()
  }

  /// Writes the sending of a notice and the working days until it counts as given.
  mutating func serve(_ sent: Day, _ served: Day, _ holidays: BankHolidays, _ event: String) {
    guard served > sent else { return add(sent, .start(event)) }
    add(sent, .start("notice posted"))
    var working = 0
    var day = sent.adding(days: 1)
    while day <= served {
      if holidays.isWorkingDay(day) {
        working += 1
        add(day, .workingDay(working))
      } else {
        add(day, .skipped(holidays.reason(on: day)))
      }
      day = day.adding(days: 1)
    }
  }

  /// Counts working days forward.
  mutating func countWorking(_ length: Int, from first: Day, _ holidays: BankHolidays) {
    var day = first
    var counted = 0
    while counted < length, steps.count < StepWriter.most {
      if holidays.isWorkingDay(day) {
        counted += 1
        add(day, .counted(counted))
      } else {
        add(day, .skipped(holidays.reason(on: day)))
      }
      day = day.adding(days: 1)
    }
  }

  /// Writes the days of a chain of suspensions up to the one that matters.
  mutating func write(_ chain: SuspensionChain, length: Int) {
    let calendar = chain.members.last?.calendar
    var previous: Day?
    for (index, day) in chain.days.prefix(length).enumerated() {
      if let previous { skip(from: previous.adding(days: 1), to: day, calendar) }
      add(day, .counted(index + 1))
      previous = day
    }
    guard chain.days.count < length, chain.daysBeyond > 0 else { return }
    var day = previous?.adding(days: 1) ?? chain.members.first?.first ?? Day(number: 0)
    while steps.count < StepWriter.most {
      guard case .closed(let reason)? = calendar?.status(of: day) else { break }
      add(day, .skipped(reason))
      day = day.adding(days: 1)
    }
    add(day, .unknown)
  }

  /// Writes half days of exclusion with their running total; days between are not of interest.
  mutating func write(_ spans: [ExclusionSpan], in period: ReferencePeriod) {
    let days = spans.flatMap { $0.daysOfHalves(in: period) }.sorted { $0.day < $1.day }
    var total = 0
    for day in days {
      total += day.halves
      add(day.day, .halfDays(day.halves, total: total))
    }
  }

  /// Writes half days of illness, then school days as if the absence goes on, up to the limit.
  mutating func write(
    _ illness: [AttendanceEvidence.IllnessDay], _ calendar: SchoolCalendar?, limit: Int,
    expectedFrom: Day?
  ) {
    var total = 0
    for entry in illness where total < limit {
      total += min(2, entry.sessions)
      add(entry.day, .halfDays(min(2, entry.sessions), total: total))
    }
    guard var day = expectedFrom else { return }
    while total < limit, steps.count < StepWriter.most {
      switch calendar?.status(of: day) ?? .unknown {
      case .open:
        total += 2
        add(day, .expected(2, total: total))
      case .closed(let reason): add(day, .skipped(reason))
      case .unknown:
        add(day, .unknown)
        return
      }
      day = day.adding(days: 1)
    }
  }

  /// Writes the days before a day that do not count.
  mutating func skip(from first: Day, to end: Day, _ calendar: SchoolCalendar?) {
    var day = first
    while day < end, steps.count < StepWriter.most {
      switch calendar?.status(of: day) ?? .unknown {
      case .open: add(day, .passedOver("not excluded that day"))
      case .closed(let reason): add(day, .skipped(reason))
      case .unknown: add(day, .unknown)
      }
      day = day.adding(days: 1)
    }
  }
}

extension BankHolidays {
  /// Why a day is not a working day.
  func reason(on day: Day) -> ClosureReason {
    if day.weekday.isWeekend { return .weekend }
    return .bankHoliday(name(of: day) ?? "bank holiday")
  }
}
