import AlternativeProvision

/// The panels of the made-up authority, with who sits on them.
enum PanelPeople {
  static let chair = "Marian Holroyd"
  static let clerk = "Rosalind Peake"
  static let headOnThePanel = "Graham Unsworth"

  /// The panel that sits today: section 19, EOTAS and placements, each fortnight.
  static func inclusion(_ authority: String, today: Day) -> Panel {
    var panel = Panel(name: "\(authority) Section 19 and Inclusion Panel", kind: .section19)
    panel.terms.purpose = """
      Decides on education for children who are out of school or about to be: section 19, EOTAS, \
      permanent exclusions and placements that are to be reviewed or end.
      """
    let weekday = today.weekday.isWeekend ? Weekday.thursday : today.weekday
    panel.terms.cycle = PanelCycle(.fortnightly, on: weekday, anchor: today)
    panel.terms.startsAt = "14:00"
    panel.terms.minutesPerItem = 8
    panel.members = [
      PanelMember(name: chair, agency: .educationInclusion, role: .chair),
      PanelMember(name: "Dev Fairclough", agency: .specialNeeds, role: .deputy),
      PanelMember(name: headOnThePanel, agency: .school),
      PanelMember(name: "Nasreen Qadir", agency: .school),
      PanelMember(name: "Abena Mensah", agency: .mentalHealth),
      PanelMember(name: "Paula Kershaw", agency: .socialCare),
      PanelMember(name: "Tomasz Zieliński", agency: .virtualSchool),
      PanelMember(name: "Jo Lindley", agency: .attendance),
      PanelMember(name: "Hollie Marsden", agency: .commissioning, role: .observer),
    ]
    return panel
  }

  /// The weekly panel for permanent exclusions, which votes.
  static func exclusion(_ authority: String) -> Panel {
    var panel = Panel(name: "\(authority) Exclusion Panel", kind: .exclusion)
    panel.terms.purpose =
      "Sees every permanent exclusion before its sixth day, and every referral by a head teacher."
    panel.terms.cycle = PanelCycle(.weekly, on: .tuesday)
    panel.terms.startsAt = "09:30"
    panel.terms.decides = .majority
    panel.terms.decisionMaker = chair
    panel.members = [
      PanelMember(name: chair, agency: .educationInclusion, role: .chair),
      PanelMember(name: headOnThePanel, agency: .school),
      PanelMember(name: "Hilary Postlethwaite", agency: .school),
      PanelMember(name: "Bethan Rees", agency: .youthJustice),
      PanelMember(name: "Paula Kershaw", agency: .socialCare),
      PanelMember(name: "Jo Lindley", agency: .attendance),
    ]
    return panel
  }

  /// The monthly board that looks at providers.
  static func assurance(_ authority: String) -> Panel {
    var panel = Panel(name: "\(authority) Alternative Provision Assurance Board", kind: .assurance)
    panel.terms.purpose = "Looks at every provider that is not green, and at every visit overdue."
    panel.terms.cycle = PanelCycle(.monthly, on: .wednesday, week: 2)
    panel.terms.startsAt = "13:00"
    panel.terms.quorum = Quorum(members: 2, requiredAgencies: [], needsOutsideEducation: true)
    panel.members = [
      PanelMember(name: "Dev Fairclough", agency: .specialNeeds, role: .chair),
      PanelMember(name: "Hollie Marsden", agency: .commissioning),
      PanelMember(name: "Tomasz Zieliński", agency: .virtualSchool),
      PanelMember(name: "Paula Kershaw", agency: .socialCare),
    ]
    return panel
  }
}
