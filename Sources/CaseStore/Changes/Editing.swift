import AlternativeProvision

extension Door {
  /// Writes a school over the record of that identifier; see `write(_: Stored<Case>, …)`.
  @discardableResult
  public mutating func write(
    _ edited: Stored<School>, ifUnchangedSince since: Int64? = nil
  ) throws(StoreError) -> PutResult<School> {
    try put(record: edited.value, over: edited.id.number, ifUnchangedSince: since)
  }

  /// Writes a provider over the record of that identifier; see `write(_: Stored<Case>, …)`.
  @discardableResult
  public mutating func write(
    _ edited: Stored<Provider>, ifUnchangedSince since: Int64? = nil
  ) throws(StoreError) -> PutResult<Provider> {
    try put(record: edited.value, over: edited.id.number, ifUnchangedSince: since)
  }

  /// Writes a pupil over the record of that identifier; see `write(_: Stored<Case>, …)`.
  @discardableResult
  public mutating func write(
    _ edited: Stored<Pupil>, ifUnchangedSince since: Int64? = nil
  ) throws(StoreError) -> PutResult<Pupil> {
    try put(record: edited.value, over: edited.id.number, ifUnchangedSince: since)
  }

  /// Writes an exclusion over the record of that identifier; see `write(_: Stored<Case>, …)`.
  @discardableResult
  public mutating func write(
    _ edited: Stored<Exclusion>, ifUnchangedSince since: Int64? = nil
  ) throws(StoreError) -> PutResult<Exclusion> {
    try put(record: edited.value, over: edited.id.number, ifUnchangedSince: since)
  }

  /// Writes a case over the record of that identifier, whatever its natural key says now.
  ///
  /// This is how a person's edit comes in, who had the record before their eyes: it can correct the
  /// very facts by which a record is recognised.
  ///
  /// - Parameter since: the `Caseload.journalPosition` at which the record was read; nil to write
  ///   whatever happened since.
  /// - Throws: a `StoreError` of kind `.conflict`, which carries both versions, if someone changed the
  ///   record after `since` and the two differ.
  @discardableResult
  public mutating func write(
    _ edited: Stored<Case>, ifUnchangedSince since: Int64? = nil
  ) throws(StoreError) -> PutResult<Case> {
    try put(record: edited.value, over: edited.id.number, ifUnchangedSince: since)
  }

  /// Writes a placement over the record of that identifier; see `write(_: Stored<Case>, …)`.
  @discardableResult
  public mutating func write(
    _ edited: Stored<Placement>, ifUnchangedSince since: Int64? = nil
  ) throws(StoreError) -> PutResult<Placement> {
    try put(record: edited.value, over: edited.id.number, ifUnchangedSince: since)
  }

  /// Writes a view over the record of that identifier; see `write(_: Stored<Case>, …)`.
  @discardableResult
  public mutating func write(
    _ edited: Stored<View>, ifUnchangedSince since: Int64? = nil
  ) throws(StoreError) -> PutResult<View> {
    try put(record: edited.value, over: edited.id.number, ifUnchangedSince: since)
  }

  /// Writes a quality visit over the record of that identifier; see `write(_: Stored<Case>, …)`.
  @discardableResult
  public mutating func write(
    _ edited: Stored<QualityVisit>, ifUnchangedSince since: Int64? = nil
  ) throws(StoreError) -> PutResult<QualityVisit> {
    try put(record: edited.value, over: edited.id.number, ifUnchangedSince: since)
  }

  /// Removes a placement that was entered by mistake; the journal keeps it.
  public mutating func remove(_ placement: Identifier<Placement>) throws(StoreError) {
    try remove(number: placement.number, with: caseload.statements(for: Placement.table))
  }

  /// Removes a view that was entered by mistake; the journal keeps it.
  public mutating func remove(_ view: Identifier<View>) throws(StoreError) {
    try remove(number: view.number, with: caseload.statements(for: View.table))
  }

  /// Removes a quality visit that was entered by mistake; the journal keeps it.
  public mutating func remove(_ visit: Identifier<QualityVisit>) throws(StoreError) {
    try remove(number: visit.number, with: caseload.statements(for: QualityVisit.table))
  }

  /// Removes a case that nothing belongs to; the journal keeps it.
  ///
  /// - Throws: `StoreError` while placements or views belong to it. A case that is over is closed,
  ///   not removed.
  public mutating func remove(_ file: Identifier<Case>) throws(StoreError) {
    try remove(number: file.number, with: caseload.statements(for: Case.table))
  }

  /// Removes an exclusion that was entered by mistake; the journal keeps it.
  ///
  /// - Throws: `StoreError` while a case arises from it.
  public mutating func remove(_ exclusion: Identifier<Exclusion>) throws(StoreError) {
    try remove(number: exclusion.number, with: caseload.statements(for: Exclusion.table))
  }
}
