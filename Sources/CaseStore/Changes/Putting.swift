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

  /// Adds a child who is not on file; one without a reference gets the next of the year, as in
  /// "C-2026-0001".
  ///
  /// - Throws: `StoreError` where the reference is another child's already.
  @discardableResult
  public mutating func add(_ pupil: Pupil) throws(StoreError) -> Identifier<Pupil> {
    var named = pupil
    if named.reference.isEmpty {
      named.reference = try nextReference(
        "C", year: today.year,
        highest: try connection.statement(
          "SELECT max(CAST(substr(reference, ?2) AS INTEGER)) FROM pupil WHERE reference GLOB ?1"))
    }
    if let known = try caseload.pupil(reference: named.reference) {
      throw .refused(
        .pupil, "\(named.reference) is the reference of another child, number \(known.id.number)",
        toDo: "choose that child, or give this one its own reference")
    }
    return try put(named).id
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

  /// Puts one school year of a calendar, recognised by its owner and label, with all its terms and
  /// closures: what it does not list is taken away.
  @discardableResult
  public mutating func put(
    _ year: SchoolYear, of owner: CalendarOwner
  ) throws(StoreError) -> PutResult<SchoolYear> {
    let result = try put(record: CalendarYearRecord(owner: owner, year: year))
    return PutResult(result.outcome, id: Identifier(result.id.number))
  }

  /// Puts the published bank holidays of England and Wales: adds and renames days, and removes those
  /// that fall in the years listed and are listed no more.
  ///
  /// - Returns: How many days were added, renamed or removed.
  @discardableResult
  public mutating func put(_ holidays: BankHolidays) throws(StoreError) -> Int {
    var differing = 0
    for (day, name) in holidays.listed.sorted(by: { $0.key < $1.key }) {
      let record = BankHolidayRecord(day: day, name: name)
      if try put(record: record).outcome != .unchanged { differing += 1 }
    }
    if let first = holidays.listed.keys.min(), let last = holidays.listed.keys.max() {
      let statements = try caseload.statements(for: BankHolidayRecord.table)
      for (number, day) in try bankHolidayNumbers(inYears: first.year...last.year)
      where holidays.listed[day] == nil {
        try remove(number: number, with: statements)
        differing += 1
      }
    }
    if let known = holidays.knownThrough {
      _ = try put(
        record: SettingRecord(
          name: SettingRecord.bankHolidaysKnownThrough, value: String(known.number)))
    }
    return differing
  }

  /// Sets a local target.
  @discardableResult
  public mutating func put(
    _ target: LocalTarget, value: Int
  ) throws(StoreError) -> PutOutcome {
    try put(record: LocalTargetRecord(name: target.rawValue, value: value)).outcome
  }

  private func bankHolidayNumbers(
    inYears years: ClosedRange<Int>
  ) throws(StoreError) -> [(Int64, Day)] {
    let rows = try connection.statement("SELECT id, day FROM bank_holiday")
    defer { rows.reset() }
    var found: [(Int64, Day)] = []
    while try rows.step() {
      let day = rows.day(1)
      if years.contains(day.year) { found.append((rows.integer(0), day)) }
    }
    return found
  }
}
