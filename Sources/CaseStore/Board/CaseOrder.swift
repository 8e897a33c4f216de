import AlternativeProvision

/// Puts the rows of the case columns into an order, by integer keys throughout.
enum CaseOrder {
  private static let none = RadixSort.none

  /// All rows, or those of exclusions, by the keys given; rows that they leave equal stay in order of
  /// urgency.
  static func rows(
    of columns: CaseColumns, by sort: [SortKey<CaseColumn>], excludedOnly: Bool = false
  ) -> [UInt32] {
    var order = columns.urgencyOrder
    if excludedOnly {
      let rulers = columns.ruler
      order = order.filter { rulers[Int($0)] != 0 }
    }
    for key in sort.reversed() where key.column != .urgency || !key.isAscending {
      var keys = Self.keys(of: key.column, in: columns)
      RadixSort.settle(&keys, ascending: key.isAscending)
      RadixSort.sort(&order, by: keys)
    }
    return order
  }

  /// The order of urgency: past day six, a sixth day that nobody knows, a sixth day that is on its way, then
  /// all others; by the day due, then by the number of the case.
  static func urgency(_ columns: CaseColumns) -> [UInt32] {
    var order = RadixSort.identity(columns.count)
    if columns.isInUrgencyOrder { return order }
    RadixSort.sort(&order, by: columns.ids)
    var keys = urgencyKeys(columns)
    RadixSort.settle(&keys, ascending: true)
    RadixSort.sort(&order, by: keys)
    return order
  }

  private static func urgencyKeys(_ columns: CaseColumns) -> [UInt32] {
    // The columns by themselves: each look through their owner would be checked anew.
    let (groups, bits, due) = (columns.group, columns.bits, columns.clockDue)
    let sixthDay = columns.sixthDayDue
    return due.indices.map { row in
      urgencyKey(group: groups[row], bits: bits[row], sixthDay: sixthDay[row], due: due[row])
    }
  }

  /// The key by which one row comes in the order of urgency, which its number settles further.
  static func urgencyKey(_ columns: CaseColumns, _ row: Int) -> UInt32 {
    urgencyKey(
      group: columns.group[row], bits: columns.bits[row], sixthDay: columns.sixthDayDue[row],
      due: columns.clockDue[row])
  }

  @inline(__always)
  private static func urgencyKey(
    group: UInt8, bits: UInt8, sixthDay: Int32, due: Int32
  ) -> UInt32 {
    // A day takes seventeen bits at most; each stretch begins beyond the one before, and few bits in all
    // are few passes of the sort.
    let stretch: UInt32 = 1 << 17
    if group == StateGroup.pastDaySix.rawValue { return UInt32(bitPattern: max(sixthDay, 0)) }
    if group == StateGroup.daySixUnknown.rawValue { return stretch }
    if bits & CaseBits.provisional.rawValue != 0 { return stretch * 4 }
    if due == CaseValues.noDay { return none }
    let day = min(UInt32(bitPattern: max(due, 0)), stretch - 1)
    return day + (bits & CaseBits.sixthDayOwed.rawValue != 0 ? stretch * 2 : stretch * 3)
  }

  /// Past day six without any education first, then with education that is not full time, then those
  /// whose sixth day is ahead; all by that day. Last, the latest first, those who watch another clock.
  private static func daySixKeys(_ columns: CaseColumns) -> [UInt32] {
    var keys = days(columns.sixthDayDue)
    let (watched, groups, today) = (columns.clock, columns.group, columns.today)
    let sixthDays = (
      UInt8(ClockKind.sixthDayPermanent.rawValue), UInt8(ClockKind.sixthDaySuspension.rawValue)
    )
    // A day takes seventeen bits at most, and each of the four stretches has that many.
    let stretch: UInt32 = 1 << 17
    keys.withUnsafeMutableBufferPointer { keys in
      for row in keys.indices where keys[row] != none {
        let day = min(keys[row], stretch - 1)
        if groups[row] == StateGroup.pastDaySix.rawValue {
          keys[row] = day
        } else if watched[row] != sixthDays.0 && watched[row] != sixthDays.1 {
          keys[row] = stretch * 4 - 1 - day
        } else {
          keys[row] = (Int32(day) < today ? stretch : stretch * 2) + day
        }
      }
    }
    return keys
  }

  private static func keys(of column: CaseColumn, in columns: CaseColumns) -> [UInt32] {
    switch column {
    case .urgency: return urgencyKeys(columns)
    case .daySix: return daySixKeys(columns)
    case .reference: return columns.referenceRanks
    case .name: return columns.nameRanks
    case .yearGroup: return columns.yearGroup.map(UInt32.init)
    case .school: return ranks(columns.schools.ranks(), columns.school)
    case .officer: return ranks(columns.officers.ranks(), columns.officer)
    case .provider: return ranks(columns.providers.ranks(), columns.provider)
    case .route: return columns.route.map(UInt32.init)
    case .tier: return columns.tier.map(UInt32.init)
    case .openedOn: return days(columns.openedOn)
    case .outSince:
      return zip(days(columns.outSince), columns.ordinal).map { day, ordinal in
        ordinal == CaseValues.backInSchool ? none : day
      }
    case .sixthDayDue: return days(columns.sixthDayDue)
    case .educationBeganOn: return days(columns.educationBeganOn)
    case .nextDue: return days(columns.clockDue)
    case .placementStart: return days(columns.placementStart)
    case .placementEnd: return days(columns.placementEnd)
    case .nextClock: return columns.clock.map { $0 == CaseValues.noClock ? none : UInt32($0) }
    case .flags:
      return columns.bits.map { bits in
        let flags = bits & CaseBits.flags
        return flags == 0 ? none : UInt32(flags)
      }
    case .dayNumber: return dayNumbers(columns)
    case .attendance:
      return zip(columns.attended, columns.possible).map { attended, possible in
        // Fine enough to tell any two shares of up to 255 sessions apart.
        possible == 0 ? none : UInt32(attended) << 17 / UInt32(possible)
      }
    }
  }

  private static func dayNumbers(_ columns: CaseColumns) -> [UInt32] {
    let (ordinals, since, calendars) = (columns.ordinal, columns.outSince, columns.calendar)
    let through = columns.moments.map { $0.openDaysThroughToday ?? CaseValues.noDay }
    let today = columns.today
    return ordinals.indices.map { row in
      let open = through[Int(calendars[row])]
      guard ordinals[row] != CaseValues.noDay, ordinals[row] != CaseValues.backInSchool,
        open != CaseValues.noDay, since[row] <= today
      else { return none }
      return UInt32(bitPattern: open - ordinals[row]) &+ (1 << 16)
    }
  }

  private static func days(_ column: [Int32]) -> [UInt32] {
    // Days are brought near nought, so that they differ in few digits: 2000-01-01 is 10,957.
    column.map { $0 == CaseValues.noDay ? none : UInt32(bitPattern: max($0, 0)) }
  }

  private static func ranks(_ ranks: [UInt32], _ places: [UInt32]) -> [UInt32] {
    places.map { $0 == 0 ? none : ranks[Int($0)] }
  }
}

extension CaseColumns {
  /// Today as a school day since the child was out, the first being 1.
  func dayNumber(row: Int) -> Int? {
    let ordinal = ordinal[row]
    guard ordinal != CaseValues.noDay, ordinal != CaseValues.backInSchool,
      let through = moments[Int(calendar[row])].openDaysThroughToday, outSince[row] <= today
    else { return nil }
    return Int(through - ordinal)
  }
}
