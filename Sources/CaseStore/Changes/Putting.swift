import AlternativeProvision

extension Door {
  /// Puts a school, recognised by its URN.
  @discardableResult
  public mutating func put(_ school: School) throws(StoreError) -> PutResult<School> {
    try put(record: school)
  }

  /// Puts a provider, recognised by its reference.
  @discardableResult
  public mutating func put(_ provider: Provider) throws(StoreError) -> PutResult<Provider> {
    try put(record: provider)
  }

  /// Puts a pupil, recognised by the reference; by the UPN where the reference is empty.
  ///
  /// A pupil without a reference who is not on file is added under the UPN.
  @discardableResult
  public mutating func put(_ pupil: Pupil) throws(StoreError) -> PutResult<Pupil> {
    guard pupil.reference.isEmpty else { return try put(record: pupil) }
    guard let upn = pupil.upn else {
      throw .refused(
        .pupil, "it has neither a reference nor a UPN", toDo: "give it one of the two")
    }
    var named = pupil
    named.reference = upn.text
    let known = try connection.statement(
      """
      SELECT id, reference FROM pupil WHERE upn = ?1 UNION ALL
      SELECT id, reference FROM pupil_former_upn JOIN pupil ON pupil.id = pupil_id
        WHERE pupil_former_upn.upn = ?1 LIMIT 1
      """)
    known.bind(1, upn.text)
    let number = try known.step() ? known.integer(0) : nil
    if number != nil { named.reference = known.text(1) }
    known.reset()
    return try put(record: named, over: number)
  }

  /// Puts an exclusion, recognised by pupil, category, first day and first session.
  @discardableResult
  public mutating func put(_ exclusion: Exclusion) throws(StoreError) -> PutResult<Exclusion> {
    try put(record: exclusion)
  }

  /// Puts a case, recognised by its reference.
  @discardableResult
  public mutating func put(_ file: Case) throws(StoreError) -> PutResult<Case> {
    try put(record: file)
  }

  /// Puts a placement, recognised by case, provider and first day.
  @discardableResult
  public mutating func put(_ placement: Placement) throws(StoreError) -> PutResult<Placement> {
    try put(record: placement)
  }

  /// Puts a view; the same words of the same voice on the same day are put once.
  @discardableResult
  public mutating func put(_ view: View) throws(StoreError) -> PutResult<View> {
    try put(record: view)
  }

  /// Puts a quality visit, recognised by provider and day.
  @discardableResult
  public mutating func put(_ visit: QualityVisit) throws(StoreError) -> PutResult<QualityVisit> {
    try put(record: visit)
  }
}
