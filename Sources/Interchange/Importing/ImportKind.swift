/// The sorts of file that can be imported, in the order in which a new caseload needs them.
public enum ImportKind: String, CaseIterable, Sendable {
  case schools, calendars, providers, pupils, exclusions, cases, placements, marks, visits, views
  case referrals

  /// One record of the kind, as in "school".
  public var singular: String { String(rawValue.dropLast()) }

  /// What the kind holds, in a line.
  public var summary: String {
    switch self {
    case .schools: "schools, as GIAS publishes them or in a file of your own"
    case .calendars: "term dates of authorities and schools, or the GOV.UK bank holidays file"
    case .providers: "providers of alternative provision"
    case .pupils: "pupils"
    case .exclusions: "suspensions and permanent exclusions, with what followed them"
    case .cases: "cases: the children for whom the team answers"
    case .placements: "placements with providers"
    case .marks: "attendance marks from providers' registers"
    case .visits: "quality visits to providers, with their ratings"
    case .views: "what children and parents said"
    case .referrals: "referrals to a panel, with the fields of the referral form"
    }
  }

  /// The columns that a file of this kind may have.
  public var columns: [ImportColumn] { columnList.columns }
}

/// A column that a kind of file may have: its names and what it takes.
public struct ImportColumn: Sendable, Hashable {
  /// The name in a template, in snake case.
  public let name: String
  /// Other names under which the DfE and schools' systems export it.
  public let aliases: [String]
  /// Whether a file must have it.
  public let isRequired: Bool
  /// What it takes, in words.
  public let takes: String
  /// A made-up value that would do.
  public let example: String
}

/// A column's name without what exports write differently: small letters and digits only.
func headerKey(_ name: some StringProtocol) -> String {
  String(
    decoding: name.utf8.compactMap { byte -> UInt8? in
      switch byte {
      case 48...57, 97...122: byte
      case 65...90: byte + 32
      default: nil
      }
    }, as: UTF8.self)
}
