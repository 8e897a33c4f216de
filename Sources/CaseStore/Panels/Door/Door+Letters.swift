import AlternativeProvision

extension Door {
  /// Notes that a letter with a decision went out; recognised by the decision and to whom it went.
  ///
  /// - Throws: `StoreError` for a day before the decision, or one that has not come.
  @discardableResult
  public mutating func put(_ letter: SentLetter) throws(StoreError) -> PutOutcome {
    guard let decision: DecisionRecord = try caseload.read(letter.decision.number) else {
      throw .gone(.decision, letter.decision.number)
    }
    let decided = decision.recorded.confirmedOn
    guard letter.sentOn >= decided else {
      throw .refused(
        .letter, "\(letter.sentOn.medium) is before the decision, on \(decided.medium)",
        toDo: "give the day on which the letter went out")
    }
    guard letter.sentOn <= today else {
      throw .refused(
        .letter, "\(letter.sentOn.medium) has not come yet",
        toDo: "record the letter once it has gone out")
    }
    let by = MinuteText.cleaned(MinuteText.trimmed(letter.sentBy))
    guard !by.isEmpty else {
      throw .refused(.letter, "nobody is named who sent it", toDo: "say who sent it")
    }
    var cleaned = letter
    cleaned.sentBy = by
    cleaned.addressee = MinuteText.cleaned(MinuteText.trimmed(letter.addressee))
    return try put(record: LetterRecord(cleaned, file: decision.file)).outcome
  }
}
