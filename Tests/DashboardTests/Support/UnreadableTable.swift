@testable import CaseStore

extension Caseload {
  /// Does something while a table can't be read, as where the pages that hold it are damaged.
  func unable<T>(toRead table: String, _ body: () throws -> T) throws -> T {
    try connection.run("ALTER TABLE \(table) RENAME TO \(table)_unread")
    defer { try? connection.run("ALTER TABLE \(table)_unread RENAME TO \(table)") }
    return try body()
  }
}
