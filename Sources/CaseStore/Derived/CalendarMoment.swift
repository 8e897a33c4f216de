import AlternativeProvision

/// What a calendar says of the board's day.
struct CalendarMoment: Hashable {
  /// How many school days it has up to and including the day; nil where it does not reach so far.
  var openDaysThroughToday: Int32?
  /// The second school day after the day.
  var secondSchoolDay: Int32

  /// What stands in for a calendar where there is none for the day: weekdays are school days.
  init(weekdaysAfter today: Day) {
    var second = today
    for _ in 0..<2 {
      repeat { second = second.adding(days: 1) } while second.weekday.isWeekend
    }
    openDaysThroughToday = nil
    secondSchoolDay = second.number
  }

  init(openDaysThroughToday: Int32?, secondSchoolDay: Int32) {
    self.openDaysThroughToday = openDaysThroughToday
    self.secondSchoolDay = secondSchoolDay
  }

  /// What a calendar, if there is one, says of a day.
  init(_ calendar: SchoolCalendar?, today: Day) {
    guard let calendar, let first = calendar.knownFrom, let last = calendar.knownThrough,
      first <= today, today <= last
    else {
      self.init(weekdaysAfter: today)
      return
    }
    let second =
      switch calendar.schoolDay(2, after: today) {
      case .on(let day): day
      case .beyondCalendar(let through, _): through ?? today
      }
    self.init(
      openDaysThroughToday: Int32(calendar.openDays(from: first, through: today)),
      secondSchoolDay: second.number)
  }
}

/// Works out a calendar's moment from its known stretches, handed over in order.
///
/// It answers as `SchoolCalendar` does, from a bit a day.
struct CalendarMomentReading {
  private let today: Int32
  private var knownFrom: Int32?
  private var knownThrough = Int32.min
  private var opened: Int32 = 0
  private var second: Int32?
  private var lastKnown: Int32?

  init(today: Day) { self.today = today.number }

  /// Takes in a stretch: its days, how many school days come before it, and a bit for each day of it,
  /// set on school days.
  mutating func take(
    from first: Int32, through last: Int32, openedBefore: Int32, _ bits: UnsafeRawBufferPointer
  ) {
    if knownFrom == nil { knownFrom = first }
    knownThrough = last
    if first <= today {
      opened = openedBefore &+ Self.count(bits, below: Int(min(today, last) &- first) + 1)
    }
    let next = today &+ 1
    if first <= next, next <= last {
      second = Self.day(2, in: bits, from: Int(next &- first)).map { first &+ Int32($0) } ?? last
    } else if last <= today {
      lastKnown = last
    }
  }

  /// The moment, once every stretch was taken.
  var moment: CalendarMoment {
    guard let knownFrom, knownFrom <= today, today <= knownThrough else {
      return CalendarMoment(weekdaysAfter: Day(number: today))
    }
    return CalendarMoment(
      openDaysThroughToday: opened, secondSchoolDay: second ?? lastKnown ?? today)
  }

  /// How many of the first bits are set.
  static func count(_ bits: UnsafeRawBufferPointer, below end: Int) -> Int32 {
    var count = 0
    var place = 0
    let end = min(end, bits.count * 8)
    while place + 64 <= end {
      let word = bits.loadUnaligned(fromByteOffset: place / 8, as: UInt64.self)
      count &+= word.nonzeroBitCount
      place += 64
    }
    while place < end {
      if bits[place / 8] & (1 << UInt8(place % 8)) != 0 { count += 1 }
      place += 1
    }
    return Int32(count)
  }

  /// The place of the n-th set bit from a place on.
  private static func day(_ wanted: Int, in bits: UnsafeRawBufferPointer, from start: Int) -> Int? {
    var left = wanted
    var place = start
    while place < bits.count * 8 {
      if bits[place / 8] & (1 << UInt8(place % 8)) != 0 {
        left -= 1
        if left == 0 { return place }
      }
      place += 1
    }
    return nil
  }
}
