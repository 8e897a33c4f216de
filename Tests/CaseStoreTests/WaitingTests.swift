import Testing

@testable import CaseStore

@Suite("waiting for the store")
struct WaitingTests {
  let shelf = Shelf()

  @Test("who shows the wait is asked while another program writes, and may give up at any time")
  func givingUp() throws {
    let caseload = try shelf.caseload()
    let scene = try Scene(in: caseload)
    let other = try Caseload.open(shelf.file(), access: .readWrite)
    var file = try #require(try caseload.file(scene.file))
    file.officer = "Bel"
    var asked: [Int] = []
    caseload.whileWaiting = { waiting in
      guard case .forAnotherProgram(let milliseconds) = waiting else { return true }
      asked.append(milliseconds)
      return milliseconds < 100
    }
    let refused = #expect(throws: StoreError.self) {
      try other.change(by: "Ada", at: MadeUp.now, cause: "a long import") { _ in
        try caseload.change(by: "Bel", at: MadeUp.now, cause: "assign") { try $0.put(file) }
      }
    }
    #expect(refused?.kind == .givenUp)
    #expect(asked.first == 0 && asked == asked.sorted() && asked.count > 5)
    #expect(try caseload.file(scene.file)?.officer == nil)
    try caseload.change(by: "Bel", at: MadeUp.now, cause: "assign") { try $0.put(file) }
    #expect(try caseload.file(scene.file)?.officer == "Bel")
  }

  @Test("words being typed never wait for long, and nobody is asked about them")
  func short() throws {
    let caseload = try shelf.caseload()
    caseload.whileWaiting = { _ in
      Issue.record("asked")
      return true
    }
    let other = try Caseload.open(shelf.file(), access: .readWrite)
    let refused = #expect(throws: StoreError.self) {
      try other.change(by: "Ada", at: MadeUp.now, cause: "a long import") { _ in
        try caseload.connection.waiting(atMost: 20) { () throws(StoreError) in
          try caseload.connection.run("BEGIN IMMEDIATE")
        }
      }
    }
    #expect(refused?.kind == .busy)
  }

  @Test("what is worked out anew is given up between two cases, and the file stays as it was")
  func rebuilding() throws {
    let caseload = try shelf.caseload()
    _ = try Scene(in: caseload)
    var questions = 0
    caseload.whileWaiting = { _ in
      questions += 1
      return false
    }
    let before = try caseload.connection.number("SELECT count(*) FROM board_case")
    let refused = #expect(throws: StoreError.self) {
      try caseload.rebuildDerived(on: MadeUp.day(2025, 11, 24))
    }
    #expect(refused?.kind == .givenUp)
    #expect(questions == 1)
    caseload.whileWaiting = nil
    #expect(try caseload.connection.number("SELECT count(*) FROM board_case") == before)
    #expect(before ?? 0 > 0)
    try caseload.rebuildDerived(on: MadeUp.day(2025, 11, 24))
  }

  @Test("long work is given up in the middle, and takes back what it had changed")
  func longWork() throws {
    let caseload = try shelf.caseload()
    let scene = try Scene(in: caseload)
    var file = try #require(try caseload.file(scene.file))
    file.officer = "Bel"
    var questions = 0
    caseload.whileWaiting = { waiting in
      questions += 1
      return waiting == .forWork && questions < 3
    }
    let refused = #expect(throws: StoreError.self) {
      try caseload.change(by: "Bel", at: MadeUp.now, cause: "assign") { door in
        try door.put(file)
        // Ten million steps or so.
        _ = try caseload.connection.number(
          """
          WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
          SELECT count(*) FROM (SELECT i FROM n LIMIT 1000000)
          """)
      }
    }
    #expect(refused?.kind == .givenUp)
    #expect(questions == 3)
    #expect(try caseload.file(scene.file)?.officer == nil)
    caseload.whileWaiting = nil
    try caseload.change(by: "Bel", at: MadeUp.now, cause: "assign") { try $0.put(file) }
    #expect(try caseload.file(scene.file)?.officer == "Bel")
  }
}
