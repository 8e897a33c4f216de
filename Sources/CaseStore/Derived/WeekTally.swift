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

  /// Attended and possible in the four weeks before the week of a Monday and in that week.
  static func recent(
    _ packed: Int64, latestWeek: Int32, monday: Int32
  ) -> (attended: Int, possible: Int) {
    var attended = 0
    var possible = 0
    for place in 0..<8 {
      let week = latestWeek - Int32(place * 7)
      guard week <= monday, week >= monday - 28 else { continue }
      let byte = UInt64(bitPattern: packed) >> UInt64(place * 8)
      attended += Int(byte & 15)
      possible += Int(byte >> 4 & 15)
    }
    return (attended, possible)
  }
}
