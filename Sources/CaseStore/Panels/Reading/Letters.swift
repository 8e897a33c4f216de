import AlternativeProvision

extension Caseload {
  /// The letters that went out on a case, earliest first.
  public func letters(of file: Identifier<Case>) throws(StoreError) -> [SentLetter] {
    let found: [Stored<LetterRecord>] = try readAll(
      "WHERE case_id = ?1 ORDER BY sent_on, id", file.number)
    return found.map(\.value.letter)
  }

  /// The letters that went out after a meeting, earliest first.
  func letters(after meeting: Identifier<Meeting>) throws(StoreError) -> [SentLetter] {
    let found: [Stored<LetterRecord>] = try readAll(
      """
      WHERE decision_id IN (SELECT decision.id FROM decision
        JOIN agenda_item ON agenda_item.id = decision.item_id WHERE meeting_id = ?1)
      ORDER BY sent_on, id
      """, meeting.number)
    return found.map(\.value.letter)
  }

  /// Whom a letter on an item addresses: the school, or the parent; empty where nobody is named.
  public func addressee(
    of kind: NoticeKind, on item: AgendaItem
  ) throws(StoreError) -> String {
    let referral = try item.referral.flatMap { (id) throws(StoreError) in try self.referral(id) }
    switch kind {
    case .parent: return referral?.parentsName ?? ""
    case .school:
      let file = try item.file.flatMap { (id) throws(StoreError) in try self.file(id) }
      guard let number = file?.pupil ?? referral?.pupil, let pupil = try pupil(number),
        let school = referral?.school ?? pupil.school
      else { return "" }
      return try self.school(school)?.name ?? ""
    }
  }
}
