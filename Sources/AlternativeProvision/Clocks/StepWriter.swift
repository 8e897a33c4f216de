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
    var counted = 0
    walk(from: first, calendar, while: { _ in counted < length }) {
      counted += 1
      return .counted(counted)
    }
  }

  /// Counts school days forward through a day, or until nothing is known any more.
  mutating func count(from first: Day, through last: Day, _ calendar: SchoolCalendar?) {
    var counted = 0
    walk(from: first, calendar, while: { $0 <= last }) {
      counted += 1
      return .counted(counted)
    }
  }

  /// Goes from day to day and writes each down: a school day as it is marked, another with its reason.
  /// It ends where nothing is known any more.
  private mutating func walk(
    from first: Day, _ calendar: SchoolCalendar?, while goesOn: (Day) -> Bool,
    open: () -> ProofMark
  ) {
    var day = first
    while goesOn(day), steps.count < StepWriter.most {
      switch calendar?.status(of: day) ?? .unknown {
      case .open: add(day, open())
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
    var total = 0
    for day in spans.daysOfHalves(in: period) {
      total += day.halves
      add(day.day, .halfDays(day.halves, total: total))
    }
  }

  /// Writes half days away up to the limit, and among them the marks that do not count.
  mutating func write(_ away: AwayDays, limit: Int) {
    var left = away.leftOut[...]
    func marked(_ entry: AwayDays.Entry) -> ProofMark {
      .passedOver("marked \(entry.codes.joined(separator: " and "))")
    }
    var total = 0
    for entry in away.counted {
      while let other = left.first, other.day < entry.day {
        add(other.day, marked(other))
        left.removeFirst()
      }
      guard total < limit else { return }
      total += entry.halves
      let codes = entry.codes.joined(separator: " and ")
      add(
        entry.day,
        codes.isEmpty
          ? .halfDays(entry.halves, total: total)
          : .marked(codes, halves: entry.halves, total: total))
    }
    guard total < limit else { return }
    for other in left { add(other.day, marked(other)) }
  }

  /// Writes school days as if an absence goes on, up to the limit of half days.
  mutating func expect(
    from first: Day, _ calendar: SchoolCalendar?, halves: Int, limit: Int
  ) {
    var total = halves
    walk(from: first, calendar, while: { _ in total < limit }) {
      total += 2
      return .expected(2, total: total)
    }
  }

  /// Writes the days before a day that do not count.
  mutating func skip(from first: Day, to end: Day, _ calendar: SchoolCalendar?) {
    walk(from: first, calendar, while: { $0 < end }) { .passedOver("not excluded that day") }
  }
}

extension BankHolidays {
  /// Why a day is not a working day.
  func reason(on day: Day) -> ClosureReason {
    if day.weekday.isWeekend { return .weekend }
    return .bankHoliday(name(of: day) ?? "bank holiday")
  }
}
