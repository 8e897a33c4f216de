import AlternativeProvision
import Foundation
import Testing

@testable import CaseStore

@Suite("opening a caseload")
struct OpeningTests {
  let shelf = Shelf()

  private func refusal(_ access: Access, _ path: String? = nil) -> StoreError? {
    do throws(StoreError) {
      _ = try Caseload.open(path ?? shelf.file(), access: access)
      return nil
    } catch {
      return error
    }
  }

  @Test("a new caseload, its log and the folder made for it are their owner's alone")
  func permissions() throws {
    let path = shelf.file("new/folder/caseload.sqlite3")
    let caseload = try Caseload.open(path, access: .create)
    _ = try Scene(in: caseload)
    #expect(shelf.mode(path) == 0o600)
    #expect(shelf.mode(path + "-wal") == 0o600)
    #expect(shelf.mode(path + "-shm") == 0o600)
    #expect(shelf.mode(shelf.file("new")) == 0o700)
    #expect(shelf.mode(shelf.file("new/folder")) == 0o700)
  }

  @Test(
    "a caseload whose name means something else to SQLite is a file like any other",
    arguments: [":memory:", "file:caseload?mode=memory", "file::memory:", "a b\nc.sqlite3"])
  func oddNames(name: String) throws {
    let path = shelf.file(name)
    do { _ = try Scene(in: Caseload.open(path, access: .create)) }
    #expect(Tool.sqlite(path, "SELECT count(*) FROM case_file;").output == "1\n")
  }

  @Test("a caseload named without a folder is the file of that name here")
  func nameWithoutFolder() throws {
    #expect(Connection.fileName(":memory:") == "./:memory:")
    #expect(Connection.fileName("file:x?mode=memory") == "./file:x?mode=memory")
    #expect(Connection.fileName("/tmp/:memory:") == "/tmp/:memory:")
  }

  @Test("a caseload is kept with a write-ahead log, foreign keys and our mark")
  func pragmas() throws {
    let caseload = try shelf.caseload()
    let mode = try caseload.connection.statement("PRAGMA journal_mode")
    #expect(try mode.step())
    #expect(mode.text(0) == "wal")
    mode.reset()
    #expect(try caseload.connection.number("PRAGMA foreign_keys") == 1)
    #expect(try caseload.connection.number("PRAGMA synchronous") == 1)
    #expect(
      try caseload.connection.number("PRAGMA application_id") == Migration.applicationNumber)
    #expect(try caseload.connection.number("PRAGMA user_version") == Int64(Migration.latest))
  }

  @Test("a file that is not there is only made when it may be")
  func missing() throws {
    let error = try #require(refusal(.readWrite))
    #expect(error.kind == .missing)
    #expect(error.whatToDo.contains("import"))
    #expect(!FileManager.default.fileExists(atPath: shelf.file()))
  }

  @Test("another program's files are refused and left as they were")
  func strangers() throws {
    let text = shelf.file("notes.txt")
    try "dear diary, this is not a database at all".write(
      toFile: text, atomically: true, encoding: .utf8)
    #expect(refusal(.create, text)?.kind == .notACaseload)
    #expect(
      try String(contentsOfFile: text, encoding: .utf8)
        == "dear diary, this is not a database at all")

    let other = shelf.file("other.sqlite3")
    #expect(Tool.sqlite(other, "CREATE TABLE t(x); INSERT INTO t VALUES(1)").status == 0)
    #expect(refusal(.create, other)?.kind == .notACaseload)
    #expect(Tool.sqlite(other, ".tables").output == "t\n")
    #expect(refusal(.create, shelf.path)?.kind == .notACaseload)
  }

  @Test("a caseload of a newer program is refused with what to do")
  func newer() throws {
    _ = try shelf.caseload()
    #expect(Tool.sqlite(shelf.file(), "PRAGMA user_version = 999").status == 0)
    let error = try #require(refusal(.readWrite))
    #expect(error.kind == .newerVersion)
    #expect(error.description.contains("install the newest"))
  }

  @Test("a damaged caseload says so when it is read")
  func damaged() throws {
    do {
      let caseload = try shelf.caseload()
      _ = try Scene(in: caseload)
    }
    let handle = try #require(FileHandle(forUpdatingAtPath: shelf.file()))
    let length = try handle.seekToEnd()
    try handle.seek(toOffset: 4096)
    try handle.write(contentsOf: Data(repeating: 0xAB, count: Int(length) - 4096))
    try handle.close()
    do throws(StoreError) {
      let caseload = try Caseload.open(shelf.file(), access: .readOnly)
      _ = try caseload.providers()
      Issue.record("a damaged file was read as if it were whole")
    } catch {
      #expect(error.kind == .damaged)
      #expect(error.whatToDo.contains("restore"))
    }
  }

  @Test("a caseload opened for reading is read, and refuses a change with what to do")
  func readOnly() throws {
    let writer = try shelf.caseload()
    let scene = try Scene(in: writer)
    let reader = try Caseload.open(shelf.file(), access: .readOnly)
    #expect(try reader.pupil(scene.pupil)?.surname == "Ashdown")
    do {
      try reader.change(by: "Ada", at: MadeUp.now, cause: "try") { door in
        try door.put(Provider(reference: "P02", name: "The Forge", kind: .nonSchool))
      }
      Issue.record("a change went through a read-only caseload")
    } catch let error as StoreError {
      #expect(error.kind == .notPermitted)
    }
  }

  @Test("who only read a caseload leaves nothing beside it, unless somebody else has it open")
  func leavesNothing() throws {
    let path = shelf.file()
    func beside() -> [String] {
      ["-wal", "-shm"].filter { FileManager.default.fileExists(atPath: path + $0) }
    }
    do { _ = try Scene(in: shelf.caseload()) }
    #expect(beside() == [])
    do {
      let reader = try Caseload.open(path, access: .readOnly)
      #expect(try reader.providers().count == 1)
      #expect(!beside().isEmpty)
    }
    #expect(beside() == [])
    // Another who came meanwhile, and wrote, keeps the log; so does who had it open before.
    do {
      var reader: Caseload? = try Caseload.open(path, access: .readOnly)
      _ = try reader?.providers()
      let writer = try Caseload.open(path, access: .readWrite)
      try writer.change(by: "Ada", at: MadeUp.now, cause: "meanwhile") { door in
        try door.put(Provider(reference: "P02", name: "The Forge", kind: .nonSchool))
      }
      reader = nil
      #expect(beside() == ["-wal", "-shm"])
      #expect(try writer.providers().count == 2)
    }
    #expect(beside() == [])
    #expect(try Caseload.open(path, access: .readOnly).providers().count == 2)
  }

  @Test("a caseload in a folder where nothing may be written is read, when no log lies beside it")
  func immutable() throws {
    let path = shelf.file("a b?c%.sqlite3")
    do { _ = try Scene(in: Caseload.open(path, access: .create)) }
    #expect(CaseloadFile.isWithoutLog(path))
    let connection = try Connection(path: path, flags: 1, isImmutable: true)
    #expect(try connection.number("SELECT count(*) FROM case_file") == 1)
    #expect(!FileManager.default.fileExists(atPath: path + "-shm"))
    let writer = try Caseload.open(path, access: .readWrite)
    try writer.change(by: "Ada", at: MadeUp.now, cause: "try") { door in
      try door.put(Provider(reference: "P02", name: "The Forge", kind: .nonSchool))
    }
    #expect(!CaseloadFile.isWithoutLog(path))
    // Only root may write where nobody may, so for root this says nothing of the folder.
    guard getuid() != 0 else { return }
    let other = shelf.file("shut/caseload.sqlite3")
    do { _ = try Scene(in: Caseload.open(other, access: .create)) }
    chmod(shelf.file("shut"), 0o500)
    defer { chmod(shelf.file("shut"), 0o700) }
    #expect(try Caseload.open(other, access: .readOnly).providers().count == 1)
  }

  @Test("opening an existing caseload again changes nothing in it")
  func reopening() throws {
    do { _ = try Scene(in: shelf.caseload()) }
    let before = try Data(contentsOf: URL(fileURLWithPath: shelf.file()))
    for access in [Access.readOnly, .readWrite, .create] {
      _ = try Caseload.open(shelf.file(), access: access)
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: shelf.file())) == before)
  }

  @Test("a drive that several machines have is told from one's own")
  func networkDrive() throws {
    #expect(!(try shelf.caseload().isOnNetworkDrive))
    #expect(NetworkDrive.isOne(kind: 0x6969))
    #expect(NetworkDrive.isOne(kind: UInt32(truncatingIfNeeded: Int(-11_317_950))))
    #expect(!NetworkDrive.isOne(kind: 0xEF53))
  }
}
