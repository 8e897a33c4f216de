import AlternativeProvision
import CaseStore

/// A case that closes, and what ends with it: the one way in which cases are closed by hand.
struct Closing {
  let day: Day
  let reason: String

  /// Closes a case.
  ///
  /// - Parameters:
  ///   - file: The case, open.
  ///   - placements: Its placements. One that has begun does not go on under a case that is over.
  ///   - since: The place in the journal at which they were read; nil to write whatever happened since.
  /// - Throws: `StoreError`, of kind `.conflict` where someone was quicker.
  func perform(
    _ file: Stored<Case>, _ placements: [Stored<Placement>], since: Int64?, _ door: inout Door
  ) throws(StoreError) {
    var closed = file
    closed.value.closedOn = day
    closed.value.closingReason = reason
    try door.write(closed, ifUnchangedSince: since)
    for var placement in placements where placement.value.endedOn == nil {
      guard placement.value.startsOn <= day else { continue }
      placement.value.endedOn = day
      try door.write(placement, ifUnchangedSince: since)
    }
  }
}
