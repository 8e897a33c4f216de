/// The days away that count towards section 19's fifteenth day, and those in the register that do not.
struct AwayDays: Sendable, Hashable {
  /// A day with the half days away on it and their codes.
  struct Entry: Sendable, Hashable {
    var day: Day
    var halves: Int
    /// The codes, once each; none where only illness counts.
    var codes: [String] = []
  }

  /// The days that count, in order.
  private(set) var counted: [Entry] = []
  /// The days with marks that do not, in order; one day may be in both.
  private(set) var leftOut: [Entry] = []

  /// No day at all.
  init() {}

  /// What a register says, by the marks that count.
  init(_ evidence: AttendanceEvidence, counting codes: [String]) {
    // Where illness alone counts, a day needs no code to be understood.
    let illness = codes.count > 1 ? "I" : nil
    for entry in evidence.illness { add(entry.day, entry.sessions, illness, to: &counted) }
    var isMixed = false
    for absence in evidence.otherAbsences {
      if codes.contains(absence.code) {
        add(absence.day, 1, absence.code, to: &counted)
        isMixed = true
      } else {
        add(absence.day, 1, absence.code, to: &leftOut)
      }
    }
    if isMixed || !AwayDays.isInOrder(counted) { counted = AwayDays.joined(counted) }
  }

  private init(_ counted: [Entry], _ leftOut: [Entry]) {
    self.counted = counted
    self.leftOut = leftOut
  }

  /// Half days away in all.
  var halves: Int { counted.reduce(0) { $0 + $1.halves } }

  /// The half days left out, by their codes.
  var halvesLeftOut: [(code: String, halves: Int)] {
    var sums: [String: Int] = [:]
    for entry in leftOut {
      for code in entry.codes { sums[code, default: 0] += max(1, entry.halves / entry.codes.count) }
    }
    return sums.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Those of a period.
  func within(_ period: ReferencePeriod) -> AwayDays {
    AwayDays(
      counted.filter { period.contains($0.day) }, leftOut.filter { period.contains($0.day) })
  }

  /// Those through a day.
  func through(_ day: Day) -> AwayDays {
    AwayDays(counted.filter { $0.day <= day }, leftOut.filter { $0.day <= day })
  }

  private func add(_ day: Day, _ halves: Int, _ code: String?, to entries: inout [Entry]) {
    let codes = code.map { [$0] } ?? []
    guard let last = entries.last, last.day == day else {
      entries.append(Entry(day: day, halves: min(2, halves), codes: codes))
      return
    }
    entries[entries.count - 1] = AwayDays.sum(last, Entry(day: day, halves: halves, codes: codes))
  }

  private static func isInOrder(_ entries: [Entry]) -> Bool {
    zip(entries, entries.dropFirst()).allSatisfy { $0.day < $1.day }
  }

  private static func joined(_ entries: [Entry]) -> [Entry] {
    var found: [Entry] = []
    for entry in entries.sorted(by: { $0.day < $1.day }) {
      if let last = found.last, last.day == entry.day {
        found[found.count - 1] = sum(last, entry)
      } else {
        found.append(entry)
      }
    }
    return found
  }

  private static func sum(_ one: Entry, _ other: Entry) -> Entry {
    var sum = one
    sum.halves = min(2, one.halves + other.halves)
    for code in other.codes where !sum.codes.contains(code) { sum.codes.append(code) }
    return sum
  }
}

extension CaseFacts {
  /// The half days away in the school year of a day, up to that day, that count towards section 19's fifteenth day: in the registers of a
  /// case of illness those marked I, of emotionally based absence others besides.
  public func halfDaysAway(through day: Day) -> Int {
    AwayDays(attendance, counting: StandardRules.marksOfAbsence(file.route))
      .within(ReferencePeriod.schoolYear(of: day)).through(day).halves
  }
}
