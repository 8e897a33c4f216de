/// What a transaction is for, which decides what it asks of the file.
enum Transaction {
  /// Several reads of one state of the file, which no other program's change can divide.
  case reading
  /// Writes what could be made again from the records.
  case upkeep
  /// Writes what people entered: into the file that is at its path, and into no other.
  case recording
}

extension Connection {
  /// Runs `body` in one transaction: all that it writes, or nothing.
  func transaction<T>(
    _ purpose: Transaction, _ body: () throws(StoreError) -> T
  ) throws(StoreError) -> T {
    try transaction(purpose, failing: { $0 }, body)
  }

  /// Runs a `body` with errors of its own in one transaction: all that it writes, or nothing.
  ///
  /// - Parameter failing: The error of the body's kind that says what the store's says.
  func transaction<T, Failure: Error>(
    _ purpose: Transaction, failing: (StoreError) -> Failure, _ body: () throws(Failure) -> T
  ) throws(Failure) -> T {
    do throws(StoreError) {
      if purpose == .recording { try requireInPlace() }
      try statement(purpose == .reading ? "BEGIN" : "BEGIN IMMEDIATE").run()
    } catch {
      throw failing(error)
    }
    let answer: T
    do throws(Failure) {
      answer = try body()
    } catch {
      rollBack()
      throw error
    }
    do throws(StoreError) {
      // An import takes minutes, in which the file may be deleted, or replaced by a copy.
      if purpose == .recording { try requireInPlace() }
      try statement("COMMIT").run()
    } catch {
      rollBack()
      throw failing(error)
    }
    return answer
  }

  /// Takes back what is not committed.
  private func rollBack() {
    // A full disk or a broken one may have rolled back already.
    if isInTransaction { try? run("ROLLBACK") }
  }
}
