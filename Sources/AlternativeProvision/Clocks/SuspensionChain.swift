/// Suspensions that follow each other without a school day between: one unbroken absence.
///
/// SI 2007/1870 reg 3(3), as amended by SI 2014/3216: the sixth consecutive school day counts
/// "regardless of whether the pupil has been excluded for a single fixed period or more than one". One
/// school day on which the pupil was not excluded breaks the chain; a lunchtime never builds one.
struct SuspensionChain: Sendable {
  /// The suspensions, in order.
  var members: [ExclusionSpan] = []
  /// The school days out, in order.
  var days: [Day] = []
  /// School days out that lie past the known calendar.
  var daysBeyond = 0

  /// The last known day out.
  var last: Day? { days.last }

  /// The chains of a pupil's exclusions, which come in order.
  ///
  /// - Parameter attended: days in the excluding school's own lessons, which break a chain though the
  ///   notice covered them.
  static func chains(of spans: [ExclusionSpan], attended: [Day]) -> [SuspensionChain] {
    var chains: [SuspensionChain] = []
    var current = SuspensionChain()
    func close() {
      if !current.members.isEmpty { chains.append(current) }
      current = SuspensionChain()
    }
    for span in spans where span.buildsChain {
      if !current.isFollowedAtOnce(by: span) { close() }
      current.members.append(span)
      for day in span.schoolDays where day > current.last ?? Day(number: .min) {
        if attended.contains(day) {
          close()
          current.members.append(span)
        } else {
          current.days.append(day)
        }
      }
      current.daysBeyond += span.days - span.knownDays
    }
    close()
    return chains.filter { !$0.days.isEmpty || $0.daysBeyond > 0 }
  }

  /// Whether an exclusion begins before the pupil would have had a school day between.
  func isFollowedAtOnce(by span: ExclusionSpan) -> Bool {
    guard let latest = members.last else { return true }
    // A chain whose end is not known cannot be said to be broken or carried on: it stands alone.
    guard daysBeyond == 0, let last else { return false }
    if span.first <= last { return true }
    guard let calendar = span.calendar ?? latest.calendar else { return false }
    guard calendar.span(of: last)?.first == calendar.span(of: span.first)?.first else {
      return false
    }
    return calendar.openDays(from: last.adding(days: 1), through: span.first.adding(days: -1)) == 0
  }
}
