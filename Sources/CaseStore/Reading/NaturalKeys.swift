import AlternativeProvision

/// Providers and pupils by the names that registers use, read in one go for an import.
public struct NaturalKeys: Sendable {
  /// Providers by reference.
  public var providersByReference: [String: Identifier<Provider>] = [:]
  /// Pupils by reference.
  public var pupilsByReference: [String: Identifier<Pupil>] = [:]
  /// Pupils by UPN, the number in use before former ones.
  public var pupilsByUPN: [String: Identifier<Pupil>] = [:]
}

extension Caseload {
  /// A pupil's reference that differs from the given one only in capitals of the English alphabet; nil
  /// where the given one is on file itself, or no such other is.
  public func pupilReference(like reference: String) throws(StoreError) -> String? {
    let rows = try connection.statement(
      """
      SELECT reference FROM pupil WHERE reference = ?1 COLLATE NOCASE
      ORDER BY reference = ?1 DESC LIMIT 1
      """)
    rows.bind(1, reference)
    defer { rows.reset() }
    guard try rows.step(), rows.text(0) != reference else { return nil }
    return rows.text(0)
  }

  /// Reads the names of every provider and pupil.
  public func naturalKeys() throws(StoreError) -> NaturalKeys {
    var keys = NaturalKeys()
    keys.providersByReference = try texts("SELECT id, reference FROM provider")
    keys.pupilsByReference = try texts("SELECT id, reference FROM pupil")
    keys.pupilsByUPN = try texts(
      """
      SELECT pupil_id, upn FROM pupil_former_upn UNION ALL
      SELECT id, upn FROM pupil WHERE upn IS NOT NULL
      """)
    return keys
  }

  private func texts<Kind>(_ sql: StaticString) throws(StoreError) -> [String: Identifier<Kind>] {
    let rows = try connection.statement(sql)
    defer { rows.reset() }
    var found: [String: Identifier<Kind>] = [:]
    while try rows.step() { found[rows.text(1)] = Identifier(rows.integer(0)) }
    return found
  }
}
