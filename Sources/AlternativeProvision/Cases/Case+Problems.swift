extension Case {
  /// Everything about it that cannot be; empty for a sound record.
  public func problems() -> [CaseProblem] {
    var found: [CaseProblem] = []
    if reference.allSatisfy(\.isWhitespace) { found.append(.referenceMissing) }
    if closingReason != nil, closedOn == nil { found.append(.reasonWithoutClosing) }
    if fairAccessPlacedOn != nil, fairAccessAgreedOn == nil {
      found.append(.placedWithoutAgreement)
    }
    if let days = direction?.schoolDays, days <= 0 { found.append(.directionWithoutDays) }
    let orders = [
      DatesOutOfOrder("the opening of the case", openedOn, "its closing", closedOn),
      DatesOutOfOrder(
        "the fair access agreement", fairAccessAgreedOn, "the place allocated under it",
        fairAccessPlacedOn),
      DatesOutOfOrder(
        "the place allocated under fair access", fairAccessPlacedOn, "the admission", admittedOn),
    ]
    return found + orders.compactMap { $0.map(CaseProblem.dates) }
  }
}

/// Something about a case that cannot be.
public enum CaseProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The reference is blank.
  case referenceMissing
  /// A reason for closing a case that is not closed.
  case reasonWithoutClosing
  /// A place under fair access that nobody agreed to seek.
  case placedWithoutAgreement
  /// An off-site direction for no day.
  case directionWithoutDays
  /// Two dates are out of order.
  case dates(DatesOutOfOrder)

  /// What is wrong, and what would be right.
  public var description: String {
    switch self {
    case .referenceMissing: "a case has a reference, as in AP-2026-0412"
    case .reasonWithoutClosing:
      "there is a reason for closing but no date; give the date or leave out the reason"
    case .placedWithoutAgreement:
      "a place was allocated under fair access; give the date on which fair access was agreed"
    case .directionWithoutDays: "an off-site direction lasts one school day at least"
    case .dates(let order): order.description
    }
  }
}
