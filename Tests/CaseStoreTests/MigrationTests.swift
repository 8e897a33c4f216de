import AlternativeProvision
import Testing

@testable import CaseStore

@Suite("bringing an older file up to date")
struct MigrationTests {
  let shelf = Shelf()

  /// A file as an older program would have left it, with one school in it.
  private func makeFile(ofLayout number: Int32) throws {
    #expect(Tool.sqlite(shelf.file(), "PRAGMA journal_mode = WAL;").status == 0)
    let connection = try CaseStore.Connection.existing(shelf.file())
    try Migration.bringUpToDate(connection, through: number)
    try connection.run(
      """
      INSERT INTO school(urn, authority, name, kind, type_name, phase, is_open)
      VALUES(999001, 888, 'Larkfield High School', 'maintained', '', 'secondary', 1)
      """)
  }

  @Test("steps are numbered from one without a gap")
  func numbers() {
    #expect(Migration.all.map(\.number) == Array(1...Migration.latest))
  }

  @Test(
    "a file of every earlier layout is brought up to date and keeps what it held",
    arguments: Migration.all.map(\.number))
  func everyLayout(number: Int32) throws {
    try makeFile(ofLayout: number)
    let caseload = try Caseload.open(shelf.file(), access: .readWrite)
    #expect(try caseload.connection.number("PRAGMA user_version") == Int64(Migration.latest))
    #expect(try caseload.school(urn: 999_001)?.value.name == "Larkfield High School")
    try caseload.change(by: "Ada", at: MadeUp.now, cause: "go on") { try $0.put(MadeUp.provider) }
  }

  @Test("every column that a record is written to is there, and every table is strict")
  func columns() throws {
    let caseload = try shelf.caseload()
    for table in Table.all { _ = try caseload.statements(for: table) }
    let loose = try caseload.connection.number(
      """
      SELECT count(*) FROM pragma_table_list
      WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'
      """)
    #expect(loose == 0)
  }

  @Test("a step that fails leaves the file in its old layout")
  func failing() throws {
    try makeFile(ofLayout: 1)
    let connection = try CaseStore.Connection.existing(shelf.file())
    let broken = [
      Migration(number: 2, sql: "CREATE TABLE half_done(x INTEGER) STRICT"),
      Migration(number: 3, sql: "CREATE TABLE school(x INTEGER) STRICT"),
    ]
    #expect(throws: StoreError.self) {
      try Migration.bringUpToDate(connection, steps: broken)
    }
    #expect(try connection.number("PRAGMA user_version") == 1)
    #expect(
      try connection.number("SELECT count(*) FROM sqlite_schema WHERE name = 'half_done'") == 0)
  }
}

extension CaseStore.Connection {
  static func existing(_ path: String) throws(StoreError) -> CaseStore.Connection {
    try CaseStore.Connection(path: path, flags: 2)
  }
}
