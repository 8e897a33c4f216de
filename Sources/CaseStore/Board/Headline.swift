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
  /// Cases with a clock that has run out, those past day six included.
  public var overdue = 0
  /// Cases whose next clock runs out today or by the second school day after it.
  public var dueWithinTwoSchoolDays = 0
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
    for row in 0..<count where mask?[row] != 0 {
      headline.open += 1
      let bits = CaseBits(rawValue: bits[row])
      if bits.contains(.outOfEducation) { headline.outOfEducationToday += 1 }
      let group = StateGroup(rawValue: group[row])
      switch group {
      case .pastDaySix:
        headline.pastDaySix += 1
        headline.overdue += 1
        if placementStart[row] > today, provider[row] != 0 { headline.pastDaySixWithStart += 1 }
      case .overdue: headline.overdue += 1
      case .dueToday, .dueWithinTwoSchoolDays: headline.dueWithinTwoSchoolDays += 1
      default: break
      }
      switch group {
      case .dueToday, .dueWithinTwoSchoolDays, .dueThisWeek:
        if bits.contains(.sixthDayOwed) { headline.reachingDaySix += 1 }
      default: break
      }
    }
    return headline
  }
}

extension Board {
  /// The figures of what the narrowing leaves; of the whole caseload where nothing is left out.
  public var narrowedHeadline: Headline {
    if narrowing.isEmpty { return headline }
    var mask = CaseMask()
    let left = mask.rows(
      of: columns, filter: "", narrowing: narrowing, excludedOnly: false)
    return columns.headline(
      redProviders: providers.redCount(leftBy: narrowing), of: left)
  }

  /// The children whose attendance collapsed, of those that the narrowing leaves: how many, and the
  /// worst of them; nil while cases are still being read.
  public func collapsed(limit: Int) -> (count: Int, worst: [CaseRow])? {
    guard isLoaded else { return nil }
    var mask = CaseMask()
    let left = mask.rows(
      of: columns, filter: "", narrowing: narrowing, excludedOnly: false)
    let (fall, ids) = (columns.fall, columns.ids)
    let least = UInt8(CaseRow.collapse)
    // The deepest fall first, then the older case: as one number, so that thousands sort at once.
    var found: [(key: UInt64, row: Int)] = []
    let (attended, possible) = (columns.attended, columns.possible)
    for row in fall.indices where fall[row] >= least && left?[row] != 0 {
      guard UInt16(attended[row]) * 2 <= UInt16(possible[row]) else { continue }
      found.append((UInt64(255 - fall[row]) << 32 | UInt64(ids[row]), row))
    }
    guard limit > 0 else { return (found.count, []) }
    found.sort { $0.key < $1.key }
    let worst = found.prefix(limit).map { columns.caseRow($0.row, names: source) }
    return (found.count, worst)
  }
}
