import AlternativeProvision

extension Caseload {
  /// Adds the full names of children who have or had a case or a referral to a book, a slice at a time.
  ///
  /// - Parameters:
  ///   - last: The number of the last child that was read; 0 for none.
  ///   - limit: The most children to read.
  /// - Returns: The number of the last child read now; nil where there are no more.
  public func readNames(
    into book: inout FullNames, after last: Int64, atMost limit: Int
  ) throws(StoreError) -> Int64? {
    let rows = try connection.statement(
      """
      SELECT id, forename, surname, preferred_name FROM pupil
      WHERE id > ?1 AND (EXISTS (SELECT 1 FROM case_file WHERE pupil_id = pupil.id)
        OR EXISTS (SELECT 1 FROM referral WHERE pupil_id = pupil.id))
      ORDER BY id LIMIT ?2
      """)
    rows.bind(1, last)
    rows.bind(2, Int64(limit))
    defer { rows.reset() }
    var found: Int64?
    while try rows.step() {
      found = rows.integer(0)
      book.add(forename: rows.text(1), surname: rows.text(2), preferred: rows.textOrNil(3))
    }
    return found
  }

  /// The full names of all children who have or had a case or a referral.
  public func fullNames() throws(StoreError) -> FullNames {
    var book = FullNames()
    var last: Int64 = 0
    while let next = try readNames(into: &book, after: last, atMost: 10_000) { last = next }
    return book
  }
}
