import AlternativeProvision

/// What a child's marks of one week at one provider come to.
struct WeekTally: Hashable {
  var tally = AttendanceTally()
  /// Sessions marked I.
  var illness: Int32 = 0
  /// Sessions marked N.
  var unexplained: Int32 = 0

  var isEmpty: Bool { tally == AttendanceTally() && illness == 0 && unexplained == 0 }

  /// Counts one mark; a code that means nothing counts as not possible.
  mutating func count(_ code: UnsafeBufferPointer<UInt8>, on day: Day) {
    guard let first = code.first else { return }
    let second = code.count > 1 ? code[1] : 0
    tally.count(AttendanceClass(first: first, second: second, on: day) ?? .notPossible)
    if second == 0 {
      if first == UInt8(ascii: "I") { illness += 1 }
      if first == UInt8(ascii: "N") { unexplained += 1 }
    }
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
