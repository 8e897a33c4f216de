extension Referral {
  /// The case that this referral becomes once a panel decides to provide: the one rule by which the case
  /// is opened, the brief shows its clocks, and an agenda is put in order.
  ///
  /// Only a case that arises from an exclusion names one; an old suspension of a child who was referred
  /// as ill starts no clock of an exclusion.
  ///
  /// - Parameters:
  ///   - reference: The case's own reference; that of the referral while there is no case.
  ///   - day: The day on which it would be opened; the authority has known since the referral came, which
  ///     is what the Ombudsman asks first, so it is never later than that.
  ///   - exclusions: The child's exclusions, earliest first.
  public func prospectiveCase(
    reference: String? = nil, on day: Day? = nil, exclusions: [Stored<Exclusion>]
  ) -> Case {
    var file = Case(
      reference: reference ?? self.reference, pupil: pupil, route: route,
      openedOn: min(receivedOn, day ?? receivedOn))
    let category: ExclusionCategory? =
      switch route {
      case .permanentExclusion: .permanent
      case .longSuspension: .suspension
      default: nil
      }
    file.exclusion = exclusions.last { $0.value.category == category }?.id
    return file
  }
}
