import AlternativeProvision

/// The open cases as one pane shows them: filtered, narrowed and sorted, a row at a time.
///
/// Two lists can look at the same cases, each with a filter and an order of its own. Any change of
/// filter, order or narrowing takes a few milliseconds at 150,000 cases, and is made when the list is
/// next looked at.
public final class CaseList {
  private(set) var columns: CaseColumns
  private let excludedOnly: Bool
  private weak var names: (any NameReading)?
  private var order: [UInt32] = []
  private var visible: [UInt32] = []
  /// The state of the columns, filter and narrowing that `visible` shows, and `order` sorts.
  private var shownVersion = -1
  private var orderedVersion = -1
  /// How the cases of some identifiers were last found to stand, which is asked for with every frame.
  private var counted: (identifiers: Set<Int64>, groups: [StateGroup: Int])?

  init(columns: CaseColumns, excludedOnly: Bool, names: (any NameReading)?) {
    self.columns = columns
    self.excludedOnly = excludedOnly
    self.names = names
  }

  /// Looks at other columns from now on.
  func show(_ columns: CaseColumns) {
    self.columns = columns
    shownVersion = -1
    orderedVersion = -1
  }

  /// Words, each of which must stand in the child's name, the reference, the school, the officer, the
  /// provider or the route; small and capital letters and accents count alike.
  public var filter = "" {
    didSet { if filter != oldValue { shownVersion = -1 } }
  }

  /// What is left out besides, by agreement between the panes.
  public var narrowing = Narrowing() {
    didSet { if narrowing != oldValue { shownVersion = -1 } }
  }

  /// The columns to sort by, the most important first; the most urgent first where they are equal.
  public var sort: [SortKey<CaseColumn>] = [] {
    didSet {
      if sort != oldValue {
        shownVersion = -1
        orderedVersion = -1
      }
    }
  }

  /// The day on which it stands.
  public var today: Day { Day(number: columns.today) }

  /// How many cases are shown.
  public var count: Int {
    refresh()
    return visible.count
  }

  /// The case at a position.
  public subscript(position: Int) -> CaseRow {
    refresh()
    return columns.caseRow(Int(visible[position]), names: names)
  }

  /// The identifier of the case at a position, without its other columns.
  public func id(at position: Int) -> Identifier<Case> {
    refresh()
    return Identifier(Int64(columns.ids[Int(visible[position])]))
  }

  /// The position of a case; nil where it is not shown.
  public func position(of id: Identifier<Case>) -> Int? {
    refresh()
    guard let row = columns.row(of: id) else { return nil }
    return visible.firstIndex(of: UInt32(row))
  }

  /// The clocks of the exclusion of the case at a position, for drawing a ruler.
  public func ruler(at position: Int) -> ExclusionRuler? {
    refresh()
    return columns.exclusionRuler(Int(visible[position]))
  }

  /// How many of the cases shown are on each school day, the first being 1; those beyond the last
  /// together after it, those without a calendar nowhere.
  public func dayCounts(through last: Int) -> [Int] {
    refresh()
    var counts = [Int](repeating: 0, count: last + 1)
    for row in visible {
      guard let day = columns.dayNumber(row: Int(row)), day >= 1 else { continue }
      counts[min(day, last + 1) - 1] += 1
    }
    return counts
  }

  /// How many of the cases shown are in each state.
  public func counts() -> [StateGroup: Int] {
    refresh()
    var counts = [Int](repeating: 0, count: StateGroup.allCases.count)
    let groups = columns.group
    for row in visible { counts[Int(groups[Int(row)])] += 1 }
    return Dictionary(
      uniqueKeysWithValues: StateGroup.allCases.map { ($0, counts[Int($0.rawValue)]) })
  }

  /// How many of these cases are shown in each state; counted once for as long as neither they nor the
  /// list change.
  public func counts(of identifiers: Set<Int64>) -> [StateGroup: Int] {
    refresh()
    if let counted, counted.identifiers == identifiers { return counted.groups }
    var groups: [StateGroup: Int] = [:]
    for row in visible where identifiers.contains(Int64(columns.ids[Int(row)])) {
      groups[StateGroup(rawValue: columns.group[Int(row)]) ?? .safe, default: 0] += 1
    }
    counted = (identifiers, groups)
    return groups
  }

  /// Where these cases stand, from the top; those that are not shown are left out.
  public func positions(of identifiers: Set<Int64>) -> [Int] {
    refresh()
    return visible.indices.filter {
      identifiers.contains(Int64(columns.ids[Int(visible[$0])]))
    }
  }

  /// How many of the cases shown a figure counts.
  public func count(of figure: HeadlineFigure) -> Int {
    refresh()
    let figures = FigureColumns(columns)
    return visible.count { figures.counts(figure, row: Int($0)) }
  }

  /// The rows shown, in their order.
  var shownRows: [UInt32] {
    refresh()
    return visible
  }

  /// Reads every name that rows mention and that is not known yet.
  func readAllNames() { names?.readAllNames(in: columns) }

  private func refresh() {
    if shownVersion == columns.version { return }
    counted = nil
    if needsNames { names?.readAllNames(in: columns) }
    if orderedVersion != columns.version {
      order = CaseOrder.rows(of: columns, by: sort, excludedOnly: excludedOnly)
      orderedVersion = columns.version
    }
    let shown = CaseMask.rows(of: columns, filter: filter, narrowing: narrowing)
    if let shown {
      visible = CaseList.kept(order, shown)
    } else {
      visible = order
    }
    shownVersion = columns.version
  }

  /// The rows of an order that a mask shows.
  private static func kept(_ order: [UInt32], _ shown: [UInt8]) -> [UInt32] {
    [UInt32](unsafeUninitializedCapacity: order.count) { kept, count in
      var next = 0
      shown.withUnsafeBufferPointer { shown in
        for row in order {
          // Written in any case and passed only when shown, which needs no branch.
          kept[next] = row
          next += Int(shown[Int(row)])
        }
      }
      count = next
    }
  }

  /// Whether names are searched or sorted, or read for narrowing, so that all must be known.
  private var needsNames: Bool {
    if !Folding.words(of: filter).isEmpty || narrowing.rating != nil { return true }
    return sort.contains { [.school, .officer, .provider].contains($0.column) }
  }
}

/// Reads the names that rows mention, when they are wanted.
///
/// The columns are those of who asks: while everything is read again, a list goes on showing the old
/// ones, and its rows mean nothing among the new.
protocol NameReading: AnyObject {
  /// Reads every name that is not known yet.
  func readAllNames(in columns: CaseColumns)
  /// Reads the names that one row mentions.
  func readNames(row: Int, in columns: CaseColumns)
}

/// An exclusion's clocks as days and as school days since it began, for drawing a ruler.
public struct ExclusionRuler: Hashable, Sendable {
  /// One clock on the ruler.
  public struct Mark: Hashable, Sendable {
    /// Which clock.
    public var kind: ClockKind
    /// The day on which it runs out.
    public var due: Day
    /// Whether what it is for has been done.
    public var isMet: Bool
  }

  /// The first day of the exclusion or of the chain of suspensions.
  public var firstDay: Day
  /// Whether it is permanent.
  public var isPermanent: Bool
  /// Today as a school day of the exclusion, the first being 1; nil where the calendar ends before.
  public var dayNumber: Int?
  /// The day from which education is owed.
  public var sixthDayDue: Day?
  /// When education began.
  public var educationBeganOn: Day?
  /// The later clocks, earliest first: governors, application for review, hearing.
  public var marks: [Mark]
  /// Whether day six has passed without the education that is owed.
  public var isPastDaySix: Bool
  /// Whether the exclusion is over, and the child back in school.
  public var isOver = false

  /// Whether the exclusion is over and lasted past a sixth day by which no education had begun.
  public var isDaySixMissed: Bool {
    guard isOver, let sixthDayDue else { return false }
    return educationBeganOn.map { $0 > sixthDayDue } ?? true
  }
}

extension CaseColumns {
  func caseRow(_ row: Int, names: (any NameReading)?) -> CaseRow {
    names?.readNames(row: row, in: self)
    let bits = CaseBits(rawValue: bits[row])
    var found = CaseRow(
      id: Identifier(Int64(ids[row])), reference: texts.text(row: row, field: 1),
      name: texts.text(row: row, field: 0), yearGroup: yearGroups.name(yearGroup[row]),
      route: RouteTable.routes[Int(route[row])], tier: RouteTable.tiers[Int(tier[row])],
      openedOn: Day(number: openedOn[row]), group: StateGroup(rawValue: group[row]) ?? .safe)
    if school[row] != 0 {
      found.schoolID = Identifier(schools.ids[Int(school[row])])
      found.school = schools.name(school[row])
    }
    if officer[row] != 0 { found.officer = officers.name(officer[row]) }
    found.outSince = ordinal[row] == CaseValues.backInSchool ? nil : day(outSince[row])
    found.dayNumber = dayNumber(row: row)
    found.sixthDayDue = day(sixthDayDue[row])
    found.educationBeganOn = day(educationBeganOn[row])
    found.nextClock = nextClock(row)
    if let placement = placement(row) {
      if placement.startsOn.number <= today {
        found.placement = placement
      } else {
        found.plannedPlacement = placement
      }
    }
    found.attendance = Share(Int(attended[row]), of: Int(possible[row]))
    found.attendanceFall = Int(fall[row])
    found.flags = CaseFlags(rawValue: bits.rawValue & CaseBits.flags)
    found.isOutOfEducation = bits.contains(.outOfEducation)
    found.hasMissed = missed[row] & CaseColumns.missedBit != 0
    return found
  }

  func exclusionRuler(_ row: Int) -> ExclusionRuler? {
    guard ruler[row] != 0, outSince[row] != CaseValues.noDay else { return nil }
    let ruler = rulers[Int(ruler[row])]
    var marks: [ExclusionRuler.Mark] = []
    if let due = day(ruler.governorsDue) {
      marks.append(
        ExclusionRuler.Mark(
          kind: .governors15, due: due, isMet: ruler.governorsMetOn <= today))
    }
    // A window that has closed is nobody's lateness.
    if let due = day(ruler.applicationDue), due.number >= today {
      marks.append(ExclusionRuler.Mark(kind: .reviewApplication, due: due, isMet: false))
    }
    if let due = day(ruler.hearingDue) {
      marks.append(ExclusionRuler.Mark(kind: .reviewHearing, due: due, isMet: false))
    }
    return ExclusionRuler(
      firstDay: Day(number: outSince[row]), isPermanent: ruler.isPermanent,
      dayNumber: dayNumber(row: row), sixthDayDue: day(sixthDayDue[row]),
      educationBeganOn: day(educationBeganOn[row]), marks: marks,
      isPastDaySix: group[row] == StateGroup.pastDaySix.rawValue,
      isOver: ordinal[row] == CaseValues.backInSchool)
  }

  private func nextClock(_ row: Int) -> NextClock? {
    guard clock[row] != CaseValues.noClock, let kind = ClockKind(rawValue: Int(clock[row])) else {
      return nil
    }
    let isProvisional = CaseBits(rawValue: bits[row]).contains(.provisional)
    var clock = NextClock(kind: kind, due: isProvisional ? nil : day(clockDue[row]))
    clock.isResumed = missed[row] & CaseColumns.resumedBit != 0
    return clock
  }

  private func placement(_ row: Int) -> PlacementNow? {
    guard provider[row] != 0 else { return nil }
    return PlacementNow(
      providerID: Identifier(providers.ids[Int(provider[row])]),
      provider: providers.name(provider[row]), startsOn: Day(number: placementStart[row]),
      endsOn: day(placementEnd[row]))
  }

  private func day(_ number: Int32) -> Day? {
    number == CaseValues.noDay ? nil : Day(number: number)
  }
}
