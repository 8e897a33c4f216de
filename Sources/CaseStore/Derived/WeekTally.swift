import AlternativeProvision

/// What a child's marks of one week at one provider come to.
struct WeekTally: Hashable {
  var tally = AttendanceTally()
  /// Sessions marked I.
  var illness: Int32 = 0
  /// Sessions marked N.
  var unexplained: Int32 = 0

  var isEmpty: Bool { tally == AttendanceTally() && illness == 0 && unexplained == 0 }

  /// Whether any of it is less than nothing, as when marks were written over.
  var hasLoss: Bool {
    min(tally.attended, tally.authorised, tally.unauthorised, tally.notPossible) < 0
      || illness < 0 || unexplained < 0
  }

  /// Counts one mark; a code that means nothing counts as not possible.
  mutating func count(_ code: UnsafeBufferPointer<UInt8>, on day: Day) {
    guard let first = code.first else { return }
    count(first, code.count > 1 ? code[1] : 0, on: day, 1)
  }

  /// Counts one mark so many times, or takes it away for a negative number.
  mutating func count(_ first: UInt8, _ second: UInt8, on day: Day, _ times: Int32) {
    switch AttendanceClass(first: first, second: second, on: day) ?? .notPossible {
    case .attending: tally.attended &+= times
    case .authorised: tally.authorised &+= times
    case .unauthorised: tally.unauthorised &+= times
    case .notPossible, .administrative: tally.notPossible &+= times
    }
    if second == 0 {
      if first == UInt8(ascii: "I") { illness &+= times }
      if first == UInt8(ascii: "N") { unexplained &+= times }
    }
  }
}

extension MarkCode {
  /// I or N: the absences that set clocks running.
  var isOfAbsenceThatTells: Bool {
    second == 0 && (first == UInt8(ascii: "I") || first == UInt8(ascii: "N"))
  }
}

/// Sessions attended and possible in eight weeks, in one number: a byte a week, the latest lowest.
///
/// A week has at most fourteen sessions, so four bits hold either count.
enum PackedWeeks {
  /// Adds a week that is so many weeks before the latest.
  static func adding(_ tally: AttendanceTally, weeksAgo: Int, to packed: Int64) -> Int64 {
    guard (0..<8).contains(weeksAgo) else { return packed }
    let old = UInt64(bitPattern: packed) >> UInt64(weeksAgo * 8)
    let attended = min(15, old & 15 + UInt64(max(0, tally.attended)))
    let possible = min(15, old >> 4 & 15 + UInt64(max(0, tally.possible)))
    let others = UInt64(bitPattern: packed) & ~(0xFF << UInt64(weeksAgo * 8))
    return Int64(bitPattern: others | (possible << 4 | attended) << UInt64(weeksAgo * 8))
  }

  /// How a child attended in the last four weeks with marks, up to the week of a Monday, and how much
  /// that is less than in the weeks before.
  ///
  /// Weeks without marks do not count: a half term or the first hours of a Monday change no figure.
  static func recent(_ packed: Int64, latestWeek: Int32, monday: Int32) -> RecentAttendance {
    var weeks = RecentWeeks()
    for place in 0..<8 {
      let week = latestWeek - Int32(place * 7)
      guard week <= monday, week >= monday - 56 else { continue }
      let byte = UInt64(bitPattern: packed) >> UInt64(place * 8)
      weeks.add(attended: Int(byte & 15), possible: Int(byte >> 4 & 15))
    }
    return weeks.attendance
  }
}

/// Sessions attended of those possible lately, and by how many points that is less than before.
struct RecentAttendance: Hashable {
  var attended = 0
  var possible = 0
  /// Nought where attendance did not fall, or there are too few marks to say.
  var fall = 0
}

/// Divides weeks, the latest first, into the last four with marks and those before.
private struct RecentWeeks {
  private var count = 0
  private var attended = 0
  private var possible = 0
  private var attendedBefore = 0
  private var possibleBefore = 0

  mutating func add(attended: Int, possible: Int) {
    guard possible > 0 else { return }
    if count < 4 {
      self.attended += attended
      self.possible += possible
    } else {
      attendedBefore += attended
      possibleBefore += possible
    }
    count += 1
  }

  var attendance: RecentAttendance {
    var recent = RecentAttendance(attended: attended, possible: possible)
    // A fall from five sessions to three says nothing of a child.
    if possible >= 10, possibleBefore >= 10 {
      recent.fall = max(0, attendedBefore * 100 / possibleBefore - attended * 100 / possible)
    }
    return recent
  }
}
