import AlternativeProvision

extension Door {
  /// Puts one mark, recognised by pupil, day and session: the fast way in for whole registers.
  ///
  /// Marks are gathered and written in batches, without an allocation for each; `finishMarks` writes
  /// the rest. The journal holds one entry for all of them with the counts, and one for each mark
  /// whose code or provider changed.
  ///
  /// - Parameter line: where it stands in its file, to name it if it contradicts another; of two that
  ///   do, the one of the lower line is written.
  /// - Throws: `StoreError` for a code that no register ever had, or for a pupil or provider who is
  ///   not on file.
  public mutating func putMark(
    pupil: Identifier<Pupil>, provider: Identifier<Provider>, day: Day, session: Session,
    code: MarkCode, line: Int = 0
  ) throws(StoreError) {
    let stage = try openStage()
    let isFull = try stage.add(
      pupil: pupil.number, provider: provider.number, day: day.number, session: session,
      code: code, line: line)
    if isFull { try write(stage) }
  }

  /// Puts one mark.
  public mutating func put(_ mark: AttendanceMark) throws(StoreError) {
    guard let code = MarkCode(mark.code) else {
      throw .refused(
        .mark, "'\(mark.code)' is no register code", toDo: "use a code of the 2024 regulations")
    }
    try putMark(
      pupil: mark.pupil, provider: mark.provider, day: mark.day, session: mark.session, code: code)
  }

  /// Writes the marks put so far, and says what became of all of them in this change.
  ///
  /// Without a call, they are written when the door closes.
  @discardableResult
  public mutating func finishMarks() throws(StoreError) -> MarkCounts {
    guard let stage = marks else { return MarkCounts() }
    try write(stage)
    marks = nil
    try stage.end()
    let counts = stage.counts
    if counts.added + counts.changed > 0 {
      var json = JSONText()
      json.raw("{")
      json.member("added")
      json.number(Int64(counts.added))
      json.member("changed")
      json.number(Int64(counts.changed))
      json.member("unchanged")
      json.number(Int64(counts.unchanged))
      json.raw("}")
      try journal(
        kind: .marks, subject: stage.changeNumber, caseNumber: nil, before: nil, after: json)
    }
    return counts
  }

  private mutating func openStage() throws(StoreError) -> MarkStage {
    if let marks { return marks }
    let stage = try MarkStage(connection: connection, changeNumber: foreseenChangeNumber())
    marks = stage
    return stage
  }

  private mutating func write(_ stage: MarkStage) throws(StoreError) {
    markedProviders = nil
    try stage.write(into: &self)
  }

  /// The sums that follow the marks of this change.
  mutating func attendanceSums() throws(StoreError) -> AttendanceSums {
    if let sums = touched.sums { return sums }
    let sums = try AttendanceSums(connection)
    touched.sums = sums
    return sums
  }

  /// The number that this change will have; no other program can take it while the door is open.
  private func foreseenChangeNumber() throws(StoreError) -> Int64 {
    if let changeNumber { return changeNumber }
    return try connection.number("SELECT coalesce(max(id), 0) + 1 FROM change") ?? 1
  }
}

extension Touched {
  /// Sorts the weeks and drops repetitions.
  mutating func settleWeeks() {
    weeks.sort()
    var kept = 0
    for index in weeks.indices where index == 0 || weeks[index] != weeks[kept - 1] {
      weeks[kept] = weeks[index]
      kept += 1
    }
    weeks.removeLast(weeks.count - kept)
  }
}
