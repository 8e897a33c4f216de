import AlternativeProvision
import CaseStore

/// What speaks against a placement: what the law forbids, and what a person may do all the same.
struct PlacingChecks: Equatable {
  /// Why it can't be.
  private(set) var refusal: String?
  /// What must be said before it is.
  private(set) var warnings: [String] = []
  /// Why it can't be, where that hangs on what the shared view covers: it is said only to who insists.
  private(set) var coveredRefusal: String?
  private let shared: SharedView

  /// A session is a half day; five of them are about 13 hours, as registers reckon it.
  private static let hoursPerSession = 2.5

  /// Looks at a placement, with those that go on beside it and are not to end.
  init(
    of placement: Placement, at provider: Provider, row: ProviderRow?, for file: CaseFile,
    beside others: [Placement], shared: SharedView
  ) {
    self.shared = shared
    let inAll = others.reduce(placement.sessionsPerWeek) { $0 + $1.sessionsPerWeek }
    if inAll > 10 {
      refusal =
        "That makes \(inAll) sessions a week with the placement that goes on: a week has 10."
    }
    test(placement, provider, row, file)
    if let row, row.isRed {
      refusal = "\(provider.name) is rated red, and takes no new referrals."
    }
    if let places = provider.places, let there = row?.pupilsNow, there >= places {
      warnings.append("It is full: \(there) there, and room for \(places).")
    }
    if !provider.isInDirectory {
      warnings.append("It is not in the directory: no due diligence is on record.")
    }
  }

  private mutating func test(
    _ placement: Placement, _ provider: Provider, _ row: ProviderRow?, _ file: CaseFile
  ) {
    var asked = placement
    asked.hoursPerWeek =
      placement.hoursPerWeek ?? Double(placement.sessionsPerWeek) * PlacingChecks.hoursPerSession
    let test = RegistrationTest(
      provider: provider,
      pupils: [.init(file.pupil, placement: asked, on: placement.startsOn)])
    guard test.fullTime > 0, test.verdict != .notApplicable else { return }
    let most = Int(Double(test.rule.fullTimeAbove) / PlacingChecks.hoursPerSession)
    let name = provider.isRegistered ? "No school by law" : "Unregistered"
    guard test.verdict != .reached else {
      let child = file.pupil.value.isLookedAfter ? "is looked after" : "has an EHC plan"
      guard !shared.covers(.objection) else {
        coveredRefusal = "The child can't be placed there full time; the shared view covers why."
        return
      }
      refusal =
        "\(name): one full-time child who \(child) makes it a school that must register. "
        + "At most \(most) sessions. \(test.rule.reference)."
      return
    }
    guard !shared.covers(.objection) else { return }
    let there = row.map { ", and \($0.pupilsNow) are there" } ?? ""
    warnings.append(
      "\(name), and more than \(Int(test.rule.fullTimeAbove)) hours a week: "
        + "\(test.rule.pupils) such children make it a school that must register\(there). "
        + "\(test.rule.reference).")
  }
}
