/// How much is made up: the sizes at which the program is shown and measured.
///
/// The figures are the handbook's: one team's 600 to 1,500 open cases and 250,000 attendance sessions
/// a year; a large authority's 30,000 suspensions, 450 permanent exclusions and 150 providers; and
/// England's million suspensions, 11,000 permanent exclusions, 100,000 placements, 24,000 schools and
/// 40 million sessions over 153 authorities.
public enum CaseloadSize: String, CaseIterable, Sendable {
  /// A handful of everything, for tests that need a caseload at once.
  case sample
  /// One team's caseload, which the demonstration shows.
  case team
  /// A large authority's.
  case largeAuthority = "large"
  /// Every authority's in one file, to see where the program ends.
  case england
}

/// The numbers that make an authority of a size.
struct Scale {
  var openCases: Int
  var closedCases: Int
  /// Children with suspensions of whom the team holds no case.
  var otherSuspendedChildren: Int
  var primarySchools: Int
  var secondarySchools: Int
  var specialSchools: Int
  var referralUnits: Int
  var providers: Int
  var officers: Int
  /// The share of permanent exclusions among the cases: a team that was set up for them has more.
  var permanentShare = 0.18

  /// How many authorities a caseload of that size covers.
  static func authorities(_ size: CaseloadSize) -> Int { size == .england ? 153 : 1 }

  /// The numbers of one authority; `dice` tell the large ones of England from the small.
  init(_ size: CaseloadSize, _ dice: inout Dice) {
    switch size {
    case .sample:
      self.init(
        openCases: 60, closedCases: 20, otherSuspendedChildren: 20, primarySchools: 8,
        secondarySchools: 8, specialSchools: 1, referralUnits: 1, providers: 14, officers: 4)
    case .team:
      self.init(
        openCases: 1200, closedCases: 900, otherSuspendedChildren: 900, primarySchools: 72,
        secondarySchools: 45, specialSchools: 6, referralUnits: 4, providers: 60, officers: 10)
    case .largeAuthority:
      self.init(
        openCases: 4800, closedCases: 6000, otherSuspendedChildren: 9000, primarySchools: 520,
        secondarySchools: 98, specialSchools: 22, referralUnits: 10, providers: 150, officers: 32)
      permanentShare = 0.06
    case .england:
      // Authorities run from a fifth of the mean to some three times it.
      let weight = 0.22 + dice.fraction() * dice.fraction() * 3.12
      func part(_ mean: Double) -> Int { max(1, Int(mean * weight + 0.5)) }
      self.init(
        openCases: part(980), closedCases: part(1250), otherSuspendedChildren: part(2300),
        primarySchools: part(120), secondarySchools: part(27), specialSchools: part(8),
        referralUnits: part(2.4), providers: max(14, part(33)), officers: max(2, part(8)))
      permanentShare = 0.05
    }
  }

  private init(
    openCases: Int, closedCases: Int, otherSuspendedChildren: Int, primarySchools: Int,
    secondarySchools: Int, specialSchools: Int, referralUnits: Int, providers: Int, officers: Int
  ) {
    self.openCases = openCases
    self.closedCases = closedCases
    self.otherSuspendedChildren = otherSuspendedChildren
    self.primarySchools = primarySchools
    self.secondarySchools = secondarySchools
    self.specialSchools = specialSchools
    self.referralUnits = referralUnits
    self.providers = providers
    self.officers = officers
  }
}
