import AlternativeProvision
import TestSupport

@testable import CaseStore

/// Made-up rows for a board that has no file.
struct MadeUpRows {
  static let today = MadeUp.day(2026, 11, 23)
  static let surnames = [
    "Okafor", "Ashdown", "Núñez", "O’Brien", "Łukasik", "Bright-Vale", "Strøm", "Zoë", "Müller",
    "Ashdown-Strøm", "de la Cruz", "ÖZTÜRK", "Penhaligon-Featherstonehaugh",
  ]
  static let forenames = ["Wren", "José", "Temi", "Zoë", "Ffion", "Anaïs", "Kit", "wren", "Đorđe"]
  static let schools = [
    "Larkfield High School", "St Edda’s", "École Bright", "Coppice Road Primary", "Larkfield High",
  ]
  static let officers = ["Ada Marsh", "Bo Quill", "Zoë Field"]
  static let providers = ["The Boatyard", "Larkfield Tuition", "Forge & Field", "Öppen Dörr"]

  static func rows(_ count: Int, seed: UInt64 = 1) -> [CaseRow] {
    var chance = SeededGenerator(seed)
    return (0..<count).map { row($0, &chance) }
  }

  static func providerRows() -> [ProviderRow] {
    providers.enumerated().map { number, name in
      var row = ProviderRow(
        id: Identifier(Int64(number + 1)), reference: "P\(number)", name: name, kind: .nonSchool,
        isRegistered: number % 2 == 0, isInDirectory: true)
      row.overall = [Rating.red, .amber, .green, nil][number]
      return row
    }
  }

  private static func row(_ number: Int, _ chance: inout SeededGenerator) -> CaseRow {
    var row = CaseRow(
      id: Identifier(Int64(number + 1)), reference: "AP-2026-\(1000 + chance.below(9000))",
      name: "\(chance.one(of: surnames)), \(chance.one(of: forenames))",
      yearGroup: chance.one(of: ["R", "3", "7", "9", "10", "11", "X", "9½"]),
      route: chance.one(of: CaseRoute.allCases), tier: chance.one(of: CaseTier.allCases),
      openedOn: today.adding(days: -chance.below(700)))
    func day(_ chance: inout SeededGenerator) -> Day? {
      chance.happens(70) ? today.adding(days: chance.below(60) - 30) : nil
    }
    if chance.happens(90) {
      let school = chance.below(schools.count)
      row.schoolID = Identifier(Int64(school + 1))
      row.school = schools[school]
    }
    row.officer = chance.happens(80) ? chance.one(of: officers) : nil
    row.outSince = day(&chance)
    if let since = row.outSince, since <= today {
      row.dayNumber = chance.happens(90) ? chance.below(80) + 1 : nil
    }
    row.sixthDayDue = day(&chance)
    row.educationBeganOn = day(&chance)
    // Open marks are counted apart, so some must be due soon.
    let kinds = ClockKind.allCases + Array(repeating: .unexplainedMark, count: 12)
    if chance.happens(90) {
      row.nextClock = NextClock(kind: chance.one(of: kinds), due: day(&chance))
    }
    if chance.happens(60) {
      let provider = chance.below(providers.count)
      row.placement = PlacementNow(
        providerID: Identifier(Int64(provider + 1)), provider: providers[provider],
        startsOn: today.adding(days: -chance.below(90)), endsOn: day(&chance))
    }
    if chance.happens(80) {
      let possible = chance.below(50)
      row.attendance = Share(possible == 0 ? 0 : chance.below(possible + 1), of: possible)
    }
    row.flags = CaseFlags(rawValue: UInt8(chance.below(8)))
    row.isOutOfEducation = row.placement == nil
    row.hasMissed = chance.happens(20)
    row.group = state(of: row, &chance)
    return row
  }

  /// The state that the dates of a row make, worked out apart from the board.
  private static func state(of row: CaseRow, _ chance: inout SeededGenerator) -> StateGroup {
    if let due = row.sixthDayDue, due < today, row.educationBeganOn.map({ $0 > today }) ?? true,
      row.nextClock != nil, chance.happens(50)
    {
      return .pastDaySix
    }
    let quiet: StateGroup =
      row.route == .educationOtherwiseThanAtSchool && row.isOutOfEducation
      ? .withoutProvision : .safe
    guard let clock = row.nextClock else { return quiet }
    guard let due = clock.due else {
      let isSixthDay = clock.kind == .sixthDayPermanent || clock.kind == .sixthDaySuspension
      return isSixthDay && row.isOutOfEducation ? .daySixUnknown : .provisional
    }
    if due < today { return .overdue }
    if due == today { return .dueToday }
    if due.days(since: today) <= 2 { return .dueWithinTwoSchoolDays }
    return due <= MadeUp.day(2026, 11, 29) ? .dueThisWeek : quiet
  }
}

/// What a list should show, worked out in the plainest way.
enum Plainly {
  static func shown(
    _ rows: [CaseRow], filter: String, narrowing: Narrowing, ratings: [ProviderRow]
  ) -> [CaseRow] {
    rows.filter { row in
      let fields = [
        row.name, row.reference, row.school, row.officer ?? "", row.placement?.provider ?? "",
        words(row.route),
      ].map { String(decoding: Folding.fold($0), as: UTF8.self) }
      let wanted = Folding.fold(filter).split(separator: 32).map {
        String(decoding: $0, as: UTF8.self)
      }
      let clock = row.nextClock.map { clock in
        let keyword = clock.kind.keyword.replacing("-", with: " ")
        return " " + String(decoding: Folding.fold(clock.kind.title), as: UTF8.self) + " " + keyword
          + " "
      }
      guard
        wanted.allSatisfy({ word in
          fields.contains { $0.contains(word) }
            || clock?.contains(word.utf8.count >= 5 ? " " + word : " " + word + " ") == true
        })
      else { return false }
      if let figure = narrowing.figure {
        switch figure {
        case .pastDaySix: if row.group != .pastDaySix { return false }
        case .daySixUnknown: if row.group != .daySixUnknown { return false }
        case .otherOverdue: if row.group != .overdue { return false }
        case .dueWithinTwoSchoolDays:
          if row.group != .dueToday, row.group != .dueWithinTwoSchoolDays { return false }
          if row.nextClock?.kind == .unexplainedMark { return false }
        case .openMarks:
          if row.group != .dueToday, row.group != .dueWithinTwoSchoolDays { return false }
          if row.nextClock?.kind != .unexplainedMark { return false }
        case .missed: if !row.hasMissed { return false }
        case .reachingDaySix, .outOfEducation, .collapsed: break
        }
      }
      if let provider = narrowing.provider, row.placement?.providerID != provider { return false }
      if let officer = narrowing.officer, row.officer ?? "" != officer { return false }
      if let school = narrowing.school, row.schoolID != school { return false }
      if let group = narrowing.group, row.group != group { return false }
      if let route = narrowing.route, row.route != route { return false }
      if let rating = narrowing.rating {
        let provider = ratings.first { $0.id == row.placement?.providerID }
        if provider?.overall != rating { return false }
      }
      return true
    }
  }

  /// A route as it is searched: "permanentExclusion" is "permanent exclusion".
  static func words(_ route: CaseRoute) -> String {
    route.rawValue.reduce(into: "") { $0 += $1.isUppercase ? " " + $1.lowercased() : String($1) }
  }
}
