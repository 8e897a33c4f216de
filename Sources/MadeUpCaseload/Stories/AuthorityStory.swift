import AlternativeProvision

/// What happens in one made-up authority: its providers and its children.
struct AuthorityStory {
  let setting: AuthoritySetting
  var providers: ProviderList
  let officers: [String]
  let socialWorkers: [String]
  var children: [ChildDraft] = []
  var dice: Dice
  private var lastPupil = 0

  var number: Int { setting.number }
  var places: PlaceNames { setting.places }
  var days: SchoolDays { setting.days }
  var schools: SchoolList { setting.schools }
  var prefix: String { setting.prefix }

  init(in setting: AuthoritySetting) {
    self.setting = setting
    var dice = setting.dice
    let scale = setting.scale
    providers = ProviderList(
      count: scale.providers, prefix: setting.prefix + "P", schools: setting.schools,
      places: setting.places, days: setting.days, &dice)
    officers = (0..<scale.officers).map { _ in PeopleNames.adult(&dice) }
    socialWorkers = (0..<max(6, scale.officers * 2)).map { _ in PeopleNames.adult(&dice) }
    self.dice = dice
    writeOpenCases(scale.openCases)
    writeClosedCases(scale.closedCases)
    for _ in 0..<scale.otherSuspendedChildren { writeSuspendedChild() }
    writeMessyRecords()
    numberCases()
  }

  /// The shares of the other routes among open cases that are not permanent exclusions.
  static let mix: [(route: CaseRoute, share: Double)] = [
    (.emotionallyBasedAbsence, 0.27), (.medical, 0.21), (.offSiteDirection, 0.18),
    (.educationOtherwiseThanAtSchool, 0.15), (.outreach, 0.095), (.managedMove, 0.06),
    (.longSuspension, 0.022), (.safeguardingSeparation, 0.013),
  ]

  private mutating func writeOpenCases(_ count: Int) {
    let permanent = max(1, Int(Double(count) * setting.scale.permanentShare + 0.5))
    writePermanentExclusions(permanent, ofCases: count)
    for (route, share) in AuthorityStory.mix {
      for turn in 0..<max(1, Int(Double(count - permanent) * share + 0.5)) {
        switch route {
        case .longSuspension: writeLongSuspension(turn: turn)
        case .medical, .emotionallyBasedAbsence: writeHealthCase(route, turn: turn, closed: false)
        default: writeOtherCase(route, turn: turn, closed: false)
        }
      }
    }
  }

  private mutating func writeClosedCases(_ count: Int) {
    for turn in 0..<count {
      if dice.chance(setting.scale.permanentShare) {
        writeClosedPermanentExclusion()
        continue
      }
      switch dice.weighted([32, 34, 34]) {
      case 0: writeHealthCase(.medical, turn: turn, closed: true)
      case 1: writeHealthCase(.emotionallyBasedAbsence, turn: turn, closed: true)
      default:
        writeOtherCase(
          dice.pick([.offSiteDirection, .outreach, .managedMove]), turn: turn, closed: true)
      }
    }
  }

  /// Gives references in the order in which cases were opened, year by year.
  private mutating func numberCases() {
    var order: [(opened: Day, child: Int, file: Int)] = []
    for (child, draft) in children.enumerated() {
      for (file, value) in draft.cases.enumerated() {
        order.append((value.value.openedOn, child, file))
      }
    }
    order.sort { ($0.opened, $0.child, $0.file) < ($1.opened, $1.child, $1.file) }
    var next: [Int: Int] = [:]
    for (opened, child, file) in order {
      let number = next[opened.year, default: 1]
      next[opened.year] = number + 1
      let digits = String(number)
      let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      children[child].cases[file].value.reference = "\(prefix)AP-\(opened.year)-\(padded)"
    }
  }

  /// The reference of the next child, as a council's system gives them.
  mutating func nextPupilReference() -> String {
    lastPupil += 1
    return prefix + "C" + String(104_000 + lastPupil)
  }

  /// The officer who takes the next case.
  mutating func officer() -> String {
    // Two leads hold few cases; the rest are shared out.
    officers[max(dice.below(officers.count), dice.below(officers.count))]
  }
}
