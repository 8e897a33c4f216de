/// The stages into which the National Curriculum divides the years of school: EA 2002 s.82.
public enum KeyStage: String, CaseIterable, Sendable, Titled {
  case earlyYears, one, two, three, four, sixteenPlus
  /// Not following the National Curriculum by year.
  case none

  /// The stage of a year from 1 to 14.
  init(year: Int) {
    switch year {
    case 1...2: self = .one
    case 3...6: self = .two
    case 7...9: self = .three
    case 10...11: self = .four
    case 12...14: self = .sixteenPlus
    default: self = .none
    }
  }

  /// The name in full.
  public var title: String {
    switch self {
    case .earlyYears: "Early years"
    case .one: "Key stage 1"
    case .two: "Key stage 2"
    case .three: "Key stage 3"
    case .four: "Key stage 4"
    case .sixteenPlus: "16 plus"
    case .none: "No key stage"
    }
  }

  /// The name as schools abbreviate it.
  public var shortTitle: String {
    switch self {
    case .earlyYears: "EYFS"
    case .one: "KS1"
    case .two: "KS2"
    case .three: "KS3"
    case .four: "KS4"
    case .sixteenPlus: "16+"
    case .none: "–"
    }
  }
}
