import AlternativeProvision

/// The figures that matter now, for the whole caseload.
public struct Headline: Hashable, Sendable {
  /// Open cases.
  public var open = 0
  /// Cases past the sixth school day without the education that is owed.
  public var pastDaySix = 0
  /// Of those past the sixth school day, how many are to start somewhere on a later day.
  public var pastDaySixWithStart = 0
  /// Cases that reach the sixth school day this week or within two school days, and in which the
  /// education that will be owed has not begun.
  public var reachingDaySix = 0
  /// Of those that reach it, how many do so after the Sunday by which this week ends.
  public var reachingDaySixLater = 0
  /// Cases whose sixth school day nobody can say, and in which no education is in place.
  public var daySixUnknown = 0
  /// Cases with a clock that has run out, those past day six included.
  public var overdue = 0
  /// Cases whose next clock runs out today or by the second school day after it, open marks apart.
  public var dueWithinTwoSchoolDays = 0
  /// Cases in which a mark of unexplained absence is to have its reason by then, before any other clock.
  public var openMarks = 0
  /// Children to whom education is owed and who have no place today.
  public var outOfEducationToday = 0
  /// Providers whose latest visit rated them red.
  public var redProviders = 0

  /// Nothing at all.
  public init() {}
}

extension CaseColumns {
  /// Notes the overall rating of a provider, by which cases can be narrowed.
  func note(rating: Rating?, of provider: Identifier<Provider>) {
    let place = Int(providers.place(of: provider.number))
    while ratings.count <= place { ratings.append(.max) }
    ratings[place] = rating.map { UInt8($0.rawValue) } ?? .max
  }

  /// The figures of the rows in memory, or of those that a mask leaves.
  func headline(redProviders: Int, of mask: [UInt8]? = nil) -> Headline {
    var headline = Headline()
    headline.redProviders = redProviders
    let (groups, allBits, starts, places) = (group, bits, placementStart, provider)
    let (dues, clocks) = (clockDue, clock)
    let dueToday = StateGroup.dueToday.rawValue
    let withinTwo = StateGroup.dueWithinTwoSchoolDays.rawValue
    let owed = CaseBits.sixthDayOwed.rawValue
    let out = CaseBits.outOfEducation.rawValue
    // Counted by state first, with and without a sixth day owed: each row is looked at once.
    var counts = [Int](repeating: 0, count: StateGroup.allCases.count * 2)
    for row in groups.indices {
      if let mask, mask[row] == 0 { continue }
      let bits = allBits[row]
      headline.open += 1
      if bits & out != 0 { headline.outOfEducationToday += 1 }
      counts[Int(groups[row]) * 2 + (bits & owed != 0 ? 1 : 0)] += 1
      if groups[row] == StateGroup.pastDaySix.rawValue, starts[row] > today, places[row] != 0 {
        headline.pastDaySixWithStart += 1
      }
      if clocks[row] == CaseColumns.openMark, groups[row] == withinTwo || groups[row] == dueToday {
        headline.openMarks += 1
      }
      if groups[row] == withinTwo, bits & owed != 0, dues[row] > endOfWeek {
        headline.reachingDaySixLater += 1
      }
    }
    func count(_ group: StateGroup) -> Int {
      counts[Int(group.rawValue) * 2] + counts[Int(group.rawValue) * 2 + 1]
    }
    headline.pastDaySix = count(.pastDaySix)
    headline.daySixUnknown = count(.daySixUnknown)
    headline.overdue = headline.pastDaySix + count(.overdue)
    headline.dueWithinTwoSchoolDays =
      count(.dueToday) + count(.dueWithinTwoSchoolDays) - headline.openMarks
    for group in [StateGroup.dueToday, .dueWithinTwoSchoolDays, .dueThisWeek] {
      headline.reachingDaySix += counts[Int(group.rawValue) * 2 + 1]
    }
    return headline
  }
}

extension Board {
  /// The figures of what the narrowing leaves; of the whole caseload where nothing is left out.
  public var narrowedHeadline: Headline {
    if narrowing.isEmpty { return headline }
    return columns.headline(
      redProviders: providers.redCount(leftBy: narrowing), of: columns.mask(of: narrowing))
  }

  /// Whether the second school day after today lies past the Sunday by which this week ends, by every
  /// calendar that was asked: in holidays nothing that comes within two school days is of this week.
  public var reachesPastWeek: Bool {
    let moments = columns.moments.dropFirst()
    return !moments.isEmpty
      && moments.allSatisfy { $0.secondSchoolDay > today.endOfWeekAhead.number }
  }

  /// The figures of what the lists show: what the narrowing leaves and the filters find.
  public var shownHeadline: Headline {
    var mask = [UInt8](repeating: 0, count: columns.count)
    for row in cases.shownRows { mask[Int(row)] = 1 }
    return columns.headline(
      redProviders: (0..<quality.count).count { quality[$0].isRed }, of: mask)
  }

  /// The children whose attendance collapsed, of those that the narrowing leaves: how many, and the
  /// worst of them; nil while cases are still being read.
  public func collapsed(limit: Int) -> (count: Int, worst: [CaseRow])? {
    guard isLoaded else { return nil }
    let rows = collapsedRows()
    return (rows.count, rows.prefix(limit).map { columns.caseRow($0, names: source) })
  }

  /// The rows of those children, the deepest fall first, then the older case; kept until something
  /// changes, since the headline and a pane ask for them with every frame.
  private func collapsedRows() -> [Int] {
    if let known = knownCollapsed, known.version == columns.version, known.narrowing == narrowing {
      return known.rows
    }
    let left = columns.mask(of: narrowing)
    let (fall, ids, figures) = (columns.fall, columns.ids, FigureColumns(columns))
    var found: [Int] = []
    var keys: [UInt64] = []
    for row in fall.indices where figures.counts(.collapsed, row: row) {
      if let left, left[row] == 0 { continue }
      found.append(row)
      keys.append(UInt64(255 - fall[row]) << 32 | UInt64(ids[row]))
    }
    var order = RadixSort.identity(found.count)
    RadixSort.sort(&order, by: keys)
    let rows = order.map { found[Int($0)] }
    knownCollapsed = (columns.version, narrowing, rows)
    return rows
  }
}
