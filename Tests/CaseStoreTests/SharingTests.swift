import AlternativeProvision
import Foundation
import Testing

@testable import CaseStore

@Suite("several programs on one caseload")
struct SharingTests {
  let shelf = Shelf()

  @Test("a reader goes on reading the old state until a writer commits, then sees the new")
  func twoConnections() throws {
    let writer = try shelf.caseload()
    let scene = try Scene(in: writer)
    let reader = try Caseload.open(shelf.file(), access: .readOnly)
    let before = try reader.connection.number("PRAGMA data_version")
    var file = try #require(try writer.file(scene.file))
    file.officer = "Bel"
    try writer.change(by: "Bel", at: MadeUp.now, cause: "assign") { door in
      try door.put(file)
      #expect(try reader.file(scene.file)?.officer == nil)
      #expect(try reader.connection.number("PRAGMA data_version") == before)
    }
    #expect(try reader.file(scene.file)?.officer == "Bel")
    #expect(try reader.connection.number("PRAGMA data_version") != before)
  }

  @Test(
    "nothing is written into a file that was deleted or replaced while it was open",
    arguments: [false, true])
  func movedAway(isReplaced: Bool) throws {
    let caseload = try shelf.caseload()
    let scene = try Scene(in: caseload)
    try FileManager.default.removeItem(atPath: shelf.file())
    if isReplaced { try Data().write(to: URL(fileURLWithPath: shelf.file())) }
    var file = try #require(try caseload.file(scene.file))
    file.officer = "Bel"
    let refused = #expect(throws: StoreError.self) {
      try caseload.change(by: "Bel", at: MadeUp.now, cause: "assign") { try $0.put(file) }
    }
    #expect(refused?.kind == .missing)
    #expect(refused?.description.contains("put the file back") == true)
    #expect(try caseload.file(scene.file)?.officer == nil)
  }

  @Test(
    "nothing is said to be written where the file was deleted or replaced during a long change",
    arguments: [false, true])
  func movedAwayMeanwhile(isReplaced: Bool) throws {
    let caseload = try shelf.caseload()
    let scene = try Scene(in: caseload)
    var file = try #require(try caseload.file(scene.file))
    file.officer = "Bel"
    let refused = #expect(throws: StoreError.self) {
      try caseload.change(by: "Bel", at: MadeUp.now, cause: "assign") { door in
        try door.put(file)
        try FileManager.default.removeItem(atPath: shelf.file())
        if isReplaced { try Data().write(to: URL(fileURLWithPath: shelf.file())) }
      }
    }
    #expect(refused?.kind == .missing)
    #expect(try caseload.file(scene.file)?.officer == nil)
  }

  @Test("many processes and this one write at once, and every change arrives whole")
  func manyWriters() throws {
    let caseload = try shelf.caseload()
    let scene = try Scene(in: caseload)
    let processes = 4
    let rounds = 25
    let running = try (0..<processes).map { number in
      let tool = try #require(Tool.Running(["sqlite3", "-bail", shelf.file()]))
      var commands = ".timeout 20000\n"
      for round in 0..<rounds {
        commands += """
          BEGIN IMMEDIATE;
          INSERT INTO provider(reference, name, kind, is_in_directory, needs_met)
            VALUES('W\(number)-\(round)', 'Writer', 'nonSchool', 0, '[]');
          INSERT INTO quality_visit(provider_id, visited_on, overall)
            VALUES(last_insert_rowid(), 20000, 1);
          COMMIT;

          """
      }
      tool.write(commands)
      return tool
    }
    for round in 0..<rounds {
      try caseload.change(by: "Ada", at: MadeUp.now, cause: "write along") { door in
        let provider = try door.put(
          Provider(reference: "M-\(round)", name: "Mine", kind: .nonSchool))
        try door.put(
          Placement(
            file: scene.file, provider: provider.id,
            startsOn: MadeUp.day(2025, 11, 1).adding(days: round), sessionsPerWeek: 5))
      }
    }
    for tool in running { #expect(tool.finish().status == 0) }
    let total = Int64((processes + 1) * rounds + 1)
    #expect(try caseload.connection.number("SELECT count(*) FROM provider") == total)
    #expect(
      try caseload.connection.number("SELECT count(*) FROM quality_visit")
        == Int64(processes * rounds))
    #expect(
      try caseload.check(on: MadeUp.day(2026, 11, 22)).filter { $0.severity == .problem } == [])
  }

  @Test("a program killed in the middle of its change leaves the caseload as it was")
  func pulledPlug() throws {
    let caseload = try shelf.caseload()
    let scene = try Scene(in: caseload)
    let position = try caseload.journalPosition()
    let tool = try #require(Tool.Running(["sqlite3", "-bail", shelf.file()]))
    // A cache of a few pages makes the half-done change spill into the log before it is committed.
    tool.write(
      """
      PRAGMA cache_size = 5;
      BEGIN IMMEDIATE;
      UPDATE pupil SET surname = 'Lost';
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
        INSERT INTO provider(reference, name, kind, is_in_directory, needs_met)
        SELECT 'X' || i, 'Half done', 'nonSchool', 0, '[]' FROM n;
      SELECT 'in the middle';

      """)
    #expect(tool.read(through: "in the middle"))
    tool.kill()

    #expect(try caseload.pupil(scene.pupil)?.surname == "Ashdown")
    let again = try Caseload.open(shelf.file(), access: .readWrite)
    #expect(try again.connection.number("SELECT count(*) FROM provider") == 1)
    #expect(try again.journalPosition() == position)
    try again.change(by: "Ada", at: MadeUp.now, cause: "go on") { door in
      try door.put(Provider(reference: "P02", name: "The Forge", kind: .nonSchool))
    }
    #expect(try caseload.provider(reference: "P02") != nil)
  }

  @Test("who opens a file that another program has for itself hears of the wait")
  func heldForItself() throws {
    do { _ = try Scene(in: shelf.caseload()) }
    let tool = try #require(Tool.Running(["sqlite3", "-bail", shelf.file()]))
    tool.write("PRAGMA locking_mode = EXCLUSIVE;\nBEGIN EXCLUSIVE;\nSELECT 'held';\n")
    #expect(tool.read(through: "held"))
    var heard: [SlowStart] = []
    let refused = #expect(throws: StoreError.self) {
      try Caseload.open(shelf.file(), access: .readOnly, goingOn: { heard.append($0) })
    }
    #expect(refused?.kind == .busy)
    #expect(heard.count > 10)
    tool.kill()
  }

  @Test("a writer that must wait too long says who is to blame and what to do")
  func busy() throws {
    let caseload = try shelf.caseload()
    let tool = try #require(Tool.Running(["sqlite3", "-bail", shelf.file()]))
    tool.write("BEGIN IMMEDIATE;\nSELECT 'held';\n")
    #expect(tool.read(through: "held"))
    try caseload.connection.run("PRAGMA busy_timeout = 20")
    do {
      try caseload.change(by: "Ada", at: MadeUp.now, cause: "write") { door in
        try door.put(MadeUp.provider)
      }
      Issue.record("two programs wrote at once")
    } catch let error as StoreError {
      #expect(error.kind == .busy)
      #expect(error.whatToDo.contains("wait"))
    }
    #expect(try caseload.provider(reference: "P01") == nil)
    tool.kill()
    try caseload.change(by: "Ada", at: MadeUp.now, cause: "write") { try $0.put(MadeUp.provider) }
  }
}
