import AlternativeProvision

extension Caseload {
  /// The school of that identifier; nil where there is none.
  public func school(_ id: Identifier<School>) throws(StoreError) -> School? { try read(id.number) }

  /// The provider of that identifier; nil where there is none.
  public func provider(_ id: Identifier<Provider>) throws(StoreError) -> Provider? {
    try read(id.number)
  }

  /// The pupil of that identifier; nil where there is none.
  public func pupil(_ id: Identifier<Pupil>) throws(StoreError) -> Pupil? { try read(id.number) }

  /// The exclusion of that identifier; nil where there is none.
  public func exclusion(_ id: Identifier<Exclusion>) throws(StoreError) -> Exclusion? {
    try read(id.number)
  }

  /// The case of that identifier; nil where there is none.
  public func file(_ id: Identifier<Case>) throws(StoreError) -> Case? { try read(id.number) }

  /// The placement of that identifier; nil where there is none.
  public func placement(_ id: Identifier<Placement>) throws(StoreError) -> Placement? {
    try read(id.number)
  }

  /// Every school, by name.
  public func schools() throws(StoreError) -> [Stored<School>] {
    try readAll("ORDER BY name, id")
  }

  /// Every provider, by name.
  public func providers() throws(StoreError) -> [Stored<Provider>] {
    try readAll("ORDER BY name, id")
  }

  /// A pupil's exclusions, earliest first.
  public func exclusions(of pupil: Identifier<Pupil>) throws(StoreError) -> [Stored<Exclusion>] {
    try readAll("WHERE pupil_id = ?1 ORDER BY first_day, first_session, id", pupil.number)
  }

  /// A pupil's cases, earliest first.
  public func files(of pupil: Identifier<Pupil>) throws(StoreError) -> [Stored<Case>] {
    try readAll("WHERE pupil_id = ?1 ORDER BY opened_on, id", pupil.number)
  }

  /// A case's placements, earliest first.
  public func placements(in file: Identifier<Case>) throws(StoreError) -> [Stored<Placement>] {
    try readAll("WHERE case_id = ?1 ORDER BY starts_on, id", file.number)
  }

  /// What was said in a case, earliest first.
  public func views(in file: Identifier<Case>) throws(StoreError) -> [Stored<View>] {
    try readAll("WHERE case_id = ?1 ORDER BY given_on, id", file.number)
  }

  /// The visits to a provider, latest first.
  public func visits(
    to provider: Identifier<Provider>
  ) throws(StoreError) -> [Stored<QualityVisit>] {
    try readAll("WHERE provider_id = ?1 ORDER BY visited_on DESC, id", provider.number)
  }

  /// The latest visit to a provider; nil before the first.
  func lastVisit(to provider: Identifier<Provider>) throws(StoreError) -> QualityVisit? {
    let found: [Stored<QualityVisit>] = try readAll(
      "WHERE provider_id = ?1 ORDER BY visited_on DESC LIMIT 1", provider.number)
    return found.first?.value
  }

  // MARK: By natural key

  /// The school of that URN.
  public func school(urn: Int) throws(StoreError) -> Stored<School>? {
    try readFirst("WHERE urn = ?1", Int64(urn))
  }

  /// The provider of that reference.
  public func provider(reference: String) throws(StoreError) -> Stored<Provider>? {
    try readFirst("WHERE reference = ?1", text: reference)
  }

  /// The pupil of that reference.
  public func pupil(reference: String) throws(StoreError) -> Stored<Pupil>? {
    try readFirst("WHERE reference = ?1", text: reference)
  }

  /// The pupils who have or once had that UPN; more than one only where the file is in disorder.
  public func pupils(upn: UPN) throws(StoreError) -> [Stored<Pupil>] {
    try readAll(
      """
      WHERE upn = ?1 OR id IN (SELECT pupil_id FROM pupil_former_upn WHERE upn = ?1) ORDER BY id
      """, text: upn.text)
  }

  /// The case of that reference.
  public func file(reference: String) throws(StoreError) -> Stored<Case>? {
    try readFirst("WHERE reference = ?1", text: reference)
  }

  // MARK: As a person types them

  /// The case of a reference that a person typed, whatever its capitals; nil where there is none, or where
  /// several differ from it only in capitals.
  public func file(typed reference: String) throws(StoreError) -> Stored<Case>? {
    if let exact = try file(reference: reference) { return exact }
    return try only("WHERE reference = ?1 COLLATE NOCASE LIMIT 2", text: reference)
  }

  /// The provider of a reference that a person typed, whatever its capitals; nil where there is none, or
  /// where several differ from it only in capitals.
  public func provider(typed reference: String) throws(StoreError) -> Stored<Provider>? {
    if let exact = try provider(reference: reference) { return exact }
    return try only("WHERE reference = ?1 COLLATE NOCASE LIMIT 2", text: reference)
  }

  // MARK: How

  func read<Value: Readable>(_ number: Int64) throws(StoreError) -> Value? {
    let row = try reading("WHERE \(Value.table.number) = ?1", of: Value.table)
    row.bind(1, number)
    defer { row.reset() }
    guard try row.step() else { return nil }
    var reader = CellReader(row, of: Value.table.kind)
    return try Value(&reader)
  }

  func readAll<Value: Readable>(
    _ clause: String, _ number: Int64? = nil, _ second: Int64? = nil, text: String? = nil
  ) throws(StoreError) -> [Stored<Value>] {
    let rows = try reading(clause, of: Value.table)
    if let number { rows.bind(1, number) }
    if let second { rows.bind(2, second) }
    if let text { rows.bind(1, text) }
    defer { rows.reset() }
    var found: [Stored<Value>] = []
    while try rows.step() {
      var reader = CellReader(rows, of: Value.table.kind)
      found.append(Stored(id: Identifier(rows.integer(0)), value: try Value(&reader)))
    }
    return found
  }

  private func readFirst<Value: Readable>(
    _ clause: String, _ number: Int64? = nil, text: String? = nil
  ) throws(StoreError) -> Stored<Value>? {
    let found: [Stored<Value>] = try readAll(clause, number, text: text)
    return found.first
  }

  private func only<Value: Readable>(
    _ clause: String, text: String
  ) throws(StoreError) -> Stored<Value>? {
    let found: [Stored<Value>] = try readAll(clause, text: text)
    return found.count == 1 ? found.first : nil
  }

  /// The statement that reads records of a kind, kept by its clause.
  func reading(_ clause: String, of table: Table) throws(StoreError) -> Statement {
    let key = table.name + " " + clause
    if let known = readings[key] { return known }
    let made = try connection.prepare(
      "SELECT \(table.selection()) FROM \(table.name) \(clause)")
    readings[key] = made
    return made
  }

  /// Runs several reads on one snapshot of the file, which no other program's change can divide.
  func snapshot<T>(_ body: () throws(StoreError) -> T) throws(StoreError) -> T {
    if connection.isInTransaction { return try body() }
    return try connection.transaction(.reading, body)
  }
}
