import AlternativeProvision
import CaseStore

/// Puts a published year together with what is known of it, so that neither file takes away what the
/// other gave: INSET days come apart from terms, from each school on its own.
struct CalendarMerge {
  private var known: [(owner: CalendarOwner, year: SchoolYear)]

  init(_ known: [(owner: CalendarOwner, year: SchoolYear)]) { self.known = known }

  private func year(_ wanted: SchoolYear, of owner: CalendarOwner) -> SchoolYear? {
    known.first {
      $0.owner == owner && $0.year.startYear == wanted.startYear && !$0.year.terms.isEmpty
    }?.year
  }

  /// Whether the terms of a year are known, of its owner or of the owner's authority.
  func knows(_ wanted: SchoolYear, of owner: CalendarOwner, in authority: Int?) -> Bool {
    year(wanted, of: owner) != nil
      || authority.flatMap { year(wanted, of: .authority($0)) } != nil
  }

  /// The year to be kept, and what a person should know of how it came to be.
  mutating func merged(
    _ published: PublishedYear, of owner: CalendarOwner, in authority: Int?
  ) -> (SchoolYear, String?) {
    var year = published.year
    var remark: String?
    let own = self.year(year, of: owner)
    if published.addsClosuresOnly {
      let given = year.closures
      if let base = own ?? authority.flatMap({ self.year(year, of: .authority($0)) }) {
        if own == nil, let authority {
          remark =
            "the terms are those of \(Codes.authorityName(authority)) as they are known today"
        }
        year = CalendarMerge.adding(given, to: base)
      }
    } else if let own {
      let kept = own.closures.filter { $0.kind == .inset || $0.kind == .closure }
      let lost = kept.filter { !CalendarMerge.holds($0, year.closures) }
      if !lost.isEmpty {
        let days = lost.map(CalendarMerge.words).joined(separator: ", ")
        // Terms come without INSET days more often than a school gives all of its own up.
        if year.closures.contains(where: { $0.kind == .inset || $0.kind == .closure }) {
          remark = "it takes away \(days), which was known before and is not in the file"
        } else {
          year.closures += lost
          remark = "it keeps \(days), known before: the file names no such day"
        }
      }
    }
    year.closures.sort { ($0.first, $0.name) < ($1.first, $1.name) }
    known.removeAll { $0.owner == owner && $0.year.startYear == year.startYear }
    known.append((owner, year))
    return (year, remark)
  }

  /// A year whose terms are known, closed on further days.
  static func adding(_ closures: [Closure], to year: SchoolYear) -> SchoolYear {
    var year = year
    year.closures += closures.filter { !holds($0, year.closures) }
    year.closures.sort { ($0.first, $0.name) < ($1.first, $1.name) }
    return year
  }

  private static func holds(_ closure: Closure, _ closures: [Closure]) -> Bool {
    closures.contains {
      $0.kind == closure.kind && $0.first == closure.first && $0.last == closure.last
    }
  }

  /// "INSET day 2 Nov 2026".
  private static func words(_ closure: Closure) -> String {
    let days =
      closure.first == closure.last
      ? closure.first.medium : "\(closure.first.short) to \(closure.last.medium)"
    return "\(closure.name) \(days)"
  }
}
