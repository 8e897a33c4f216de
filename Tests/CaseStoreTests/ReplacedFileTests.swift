import AlternativeProvision
import CSQLite
import Foundation
import Testing

@testable import CaseStore

/// What a program may take away beside a path, or at it: its own, and nothing that has come there since.
@Suite("a file that goes, and another one in its place")
struct ReplacedFileTests {
  let shelf = Shelf()

  /// A closed caseload in one file, with so many schools.
  private func made(_ name: String, schools: Int) throws -> String {
    let path = shelf.file(name)
    try put(schools, into: try Caseload.open(path, access: .create))
    #expect(FileIdentity(logBeside: path) == nil)
    return path
  }

  private func put(_ schools: Int, into caseload: Caseload, from first: Int = 0) throws {
    try caseload.change(by: "Bel", at: MadeUp.now, cause: "import") { door in
      for number in first..<(first + schools) {
        try door.put(School(urn: 800_000 + number, authority: 888, name: "School \(number)"))
      }
    }
  }

  private func schools(_ path: String) throws -> Int {
    try Caseload.open(path, access: .readOnly).schools().count
  }

  private func isSound(_ path: String) throws -> Bool {
    let caseload = try Caseload.open(path, access: .readWrite)
    let answer = try caseload.connection.prepare("PRAGMA integrity_check")
    return try answer.step() && answer.text(0) == "ok"
  }

  @Test("a new file is discarded only while nobody else has put anything into it, or is about to")
  func discarded() throws {
    let first = try shelf.caseload()
    let second = try shelf.caseload()
    try second.change(by: "Bel", at: MadeUp.now, cause: "import") { door in
      first.discardUnlessOthersUsedIt()
      try door.put(MadeUp.school)
    }
    first.discardUnlessOthersUsedIt()
    #expect(try schools(shelf.file()) == 1)

    let other = try Caseload.open(shelf.file("other"), access: .create)
    try put(1, into: other)
    let waiting = try Caseload.open(shelf.file("other"), access: .readWrite)
    other.discardUnlessOthersUsedIt()
    #expect(!FileManager.default.fileExists(atPath: shelf.file("other")))
    let refused = #expect(throws: StoreError.self) {
      try waiting.change(by: "Bel", at: MadeUp.now, cause: "import") { try $0.put(MadeUp.school) }
    }
    #expect(refused?.kind == .missing)
  }

  @Test("what came to nothing takes away no file that was put in its place meanwhile")
  func discardsItsOwn() throws {
    let backup = try made("backup", schools: 3)
    let caseload = try shelf.caseload()
    #expect(rename(backup, shelf.file()) == 0)
    caseload.discardUnlessOthersUsedIt()
    #expect(FileManager.default.fileExists(atPath: shelf.file()))
  }

  @Test(
    "a reader that ends clears away no log beside a file that has come into the place of its own")
  func readerEnds() throws {
    let path = try made("caseload", schools: 3)
    let backup = try made("backup", schools: 50)
    var reader: Caseload? = try Caseload.open(path, access: .readOnly)
    try put(20, into: try Caseload.open(path, access: .readWrite), from: 100)
    // The writer left its log for the reader's sake.
    let log = try #require(FileIdentity(logBeside: path))
    #expect(rename(backup, path) == 0)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let refused = #expect(throws: StoreError.self) { try reader?.successor(.readOnly) }
    #expect(refused?.description.contains("delete \(path)-wal and \(path)-shm") == true)
    reader = nil
    #expect(FileIdentity(logBeside: path) == log)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    for ending in ["-wal", "-shm"] { unlink(path + ending) }
    #expect(try schools(path) == 50)
    #expect(try isSound(path))
  }

  @Test("of two programs that hear of the new file at once, the second leaves its log alone")
  func together() throws {
    let path = try made("caseload", schools: 3)
    let backup = try made("backup", schools: 50)
    let first = try Caseload.open(path, access: .readWrite)
    let second = try Caseload.open(path, access: .readWrite)
    try put(20, into: first, from: 100)
    #expect(rename(path, shelf.file("old")) == 0)
    #expect(rename(backup, path) == 0)
    let taken = try #require(try first.successor(.readWrite))
    try put(5, into: taken, from: 500)
    let log = try #require(FileIdentity(logBeside: path))
    // As if it had looked for the old log before the first one took that away.
    #expect(second.connection.file.takeAwayLog())
    #expect(FileIdentity(logBeside: path) == log)
    let other = try #require(try second.successor(.readWrite))
    try put(5, into: other, from: 600)
    #expect(try taken.schools().count == 60)
    #expect(try isSound(path))
    // The old file, wherever it is, has all that its log held.
    #expect(try schools(shelf.file("old")) == 23)
  }

  @Test(
    "who is left only to close takes its log from beside the new file too",
    arguments: [false, true])
  func closes(isGone: Bool) throws {
    let path = try made("caseload", schools: 3)
    let backup = try made("backup", schools: 50)
    do {
      let caseload = try Caseload.open(path, access: .readWrite)
      try put(20, into: caseload, from: 100)
      #expect(rename(path, shelf.file("old")) == 0)
      if !isGone { #expect(rename(backup, path) == 0) }
    }
    #expect(FileIdentity(logBeside: path) == nil)
    if isGone { #expect(rename(backup, path) == 0) }
    #expect(try schools(path) == 50)
    #expect(try isSound(path))
    #expect(try schools(shelf.file("old")) == 23)
  }

  @Test("a log that somebody has taken up with the new file is left, and it is said what to do")
  func takenUp() throws {
    let path = try made("caseload", schools: 3)
    let backup = try made("backup", schools: 50)
    let caseload = try Caseload.open(path, access: .readWrite)
    try put(20, into: caseload, from: 100)
    // Another program reads the new file before anybody could take the log away.
    let reader = try #require(Tool.Running(["sqlite3", "-bail", backup]))
    reader.write("BEGIN;\nSELECT 'reading' FROM sqlite_schema LIMIT 1;\n")
    #expect(reader.read(through: "reading"))
    #expect(rename(backup, path) == 0)
    let log = FileIdentity(logBeside: path)
    let refused = #expect(throws: StoreError.self) { try caseload.successor(.readWrite) }
    #expect(refused?.description.contains("delete \(path)-wal") == true)
    #expect(FileIdentity(logBeside: path) == log)
    reader.kill()
    #expect(try caseload.successor(.readWrite)?.schools().count == 50)
  }

  @Test("a copy that SQLite's own tools made is given its log again")
  func copied() throws {
    let path = try made("caseload", schools: 3)
    let copy = shelf.file("copy")
    do {
      let caseload = try Caseload.open(path, access: .readWrite)
      try caseload.connection.run("VACUUM INTO '\(copy)'")
    }
    let caseload = try Caseload.open(copy, access: .readWrite)
    let mode = try caseload.connection.prepare("PRAGMA journal_mode")
    #expect(try mode.step() && mode.text(0) == "wal")
    #expect(try caseload.schools().count == 3)
  }

  @Test("a file that was read as one that nobody changes is read again once somebody changes it")
  func writtenAfterAll() throws {
    let path = try made("caseload", schools: 3)
    let reader = Caseload(
      connection: try Connection(path: path, flags: SQLITE_OPEN_READONLY, isImmutable: true))
    #expect(reader.standing == .inPlace)
    #expect(try reader.schools().count == 3)
    do {
      let writer = try Caseload.open(path, access: .readWrite)
      try put(2000, into: writer, from: 100)
      #expect(reader.standing == .written)
      #expect(try reader.successor(.readOnly)?.schools().count == 2003)
    }
    #expect(reader.standing == .written)
    // The half that it remembers of before does not fit the half of now: nobody may take the file for damaged.
    do throws(StoreError) {
      _ = try reader.schools()
      _ = try reader.providers()
    } catch {
      #expect(error.kind == .busy)
    }
    #expect(try reader.successor(.readOnly)?.standing == .inPlace)
    #expect(rename(path, shelf.file("elsewhere")) == 0)
    #expect(reader.standing == .gone)
  }

  @Test("a pipe that stands in a file's place is not waited for")
  func pipe() throws {
    let path = try made("caseload", schools: 1)
    let caseload = try Caseload.open(path, access: .readWrite)
    unlink(path)
    #expect(mkfifo(path, 0o600) == 0)
    #expect(try caseload.successor(.readWrite) == nil)
  }
}
