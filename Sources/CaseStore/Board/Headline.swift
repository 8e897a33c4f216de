import AlternativeProvision

/// The figures that matter now, for the whole caseload.
public struct Headline: Hashable, Sendable {
  /// Open cases.
  public var open = 0
  /// Cases past the sixth school day without the education that is owed.
  public var pastDaySix = 0
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

  /// The figures of the rows in memory.
  func headline(redProviders: Int) -> Headline {
    var headline = Headline()
    headline.open = count
    headline.redProviders = redProviders
    for row in 0..<count {
      if CaseBits(rawValue: bits[row]).contains(.outOfEducation) {
        headline.outOfEducationToday += 1
      }
      switch StateGroup(rawValue: group[row]) {
      case .pastDaySix:
        headline.pastDaySix += 1
        headline.overdue += 1
      case .overdue: headline.overdue += 1
      case .dueToday, .dueWithinTwoSchoolDays: headline.dueWithinTwoSchoolDays += 1
      default: break
      }
    }
    return headline
  }
}
