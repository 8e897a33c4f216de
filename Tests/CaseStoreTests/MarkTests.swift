import AlternativeProvision
import Testing

@testable import CaseStore

@Suite("attendance marks")
struct MarkTests {
  let shelf = Shelf()
  let monday = MadeUp.day(2025, 11, 10)

  /// Two weeks of marks for a child, day by day, both sessions.
  private func putFortnight(_ door: inout Door, _ scene: Scene, code: MarkCode) throws {
    for day in 0..<14 where day % 7 < 5 {
      for session in Session.allCases {
        try door.putMark(
          pupil: scene.pupil, provider: scene.provider, day: monday.adding(days: day),
          session: session, code: code)
      }
    }
  }

  @Test("a register put twice changes nothing the second time")
  func idempotent() throws {
    let caseload = try shelf.caseload()
    let scene = try Scene(in: caseload)
    let code = try #require(MarkCode("K"))
    let first = try caseload.change(by: "Ada", at: MadeUp.now, cause: "register") { door in
      try putFortnight(&door, scene, code: code)
      return try door.finishMarks()
    }
    #expect(first.added == 20 && first.changed == 0 && first.unchanged == 0)
    let position = try caseload.journalPosition()
    let second = try caseload.change(by: "Ada", at: MadeUp.now, cause: "register") { door in
      try putFortnight(&door, scene, code: code)
      return try door.finishMarks()
    }
    #expect(second.added == 0 && second.changed == 0 && second.unchanged == 20)
    #expect(try caseload.journalPosition() == position)
    let marks = try caseload.marks(
      of: scene.pupil, from: monday, through: monday.adding(days: 4))
    #expect(marks.count == 10)
    #expect(marks.first?.code.text == "K")
    #expect(marks.map(\.session).prefix(2) == [.morning, .afternoon])
  }

  @Test("a changed code is journalled with the old one; the batch with its counts")
  func changed() throws {
    let caseload = try shelf.caseload()
    let scene = try Scene(in: caseload)
    let present = try #require(MarkCode("/"))
    let transport = try #require(MarkCode("Y1"))
    try caseload.change(by: "Ada", at: MadeUp.now, cause: "register") { door in
      try putFortnight(&door, scene, code: present)
    }
    let counts = try caseload.change(by: "Bel", at: MadeUp.now, cause: "mend") { door in
      try door.putMark(
        pupil: scene.pupil, provider: scene.provider, day: monday, session: .morning,
        code: transport)
      return try door.finishMarks()
    }
    #expect(counts.changed == 1)
    let entries = try caseload.journal(latest: 3)
    #expect(entries.map(\.kind) == [.marks, .mark, .marks])
    #expect(entries[0].fields.first { $0.name == "changed" }?.after == "1")
    #expect(
      entries[1].fields.first { $0.name == "code" }
        == .init(name: "code", before: "/", after: "Y1"))
    #expect(entries[2].fields.first { $0.name == "added" }?.after == "20")
  }

  @Test("of two marks for one session in one file the earlier line stands and the later is named")
  func contradiction() throws {
    let caseload = try shelf.caseload()
    let scene = try Scene(in: caseload)
    let codes = try ["I", "N"].map { try #require(MarkCode($0)) }
    let counts = try caseload.change(by: "Ada", at: MadeUp.now, cause: "register") { door in
      for (index, code) in codes.enumerated() {
        try door.putMark(
          pupil: scene.pupil, provider: scene.provider, day: monday, session: .morning,
          code: code, line: 7 + index)
      }
      return try door.finishMarks()
    }
    #expect(counts.added == 1)
    #expect(counts.contradictions.map(\.line) == [8])
    #expect(
      try caseload.marks(of: scene.pupil, from: monday, through: monday).map(\.code.text)
        == ["I"])
  }

  @Test(
    "of two marks for one session the later is named too where the earlier is on file already",
    arguments: [false, true])
  func contradictionOfWhatIsOnFile(inAnotherBatch: Bool) throws {
    let caseload = try shelf.caseload()
    let scene = try Scene(in: caseload)
    let codes = try ["I", "N"].map { try #require(MarkCode($0)) }
    func put(_ codes: [MarkCode]) throws -> MarkCounts {
      try caseload.change(by: "Ada", at: MadeUp.now, cause: "register") { door in
        for (index, code) in codes.enumerated() {
          try door.putMark(
            pupil: scene.pupil, provider: scene.provider, day: monday, session: .morning,
            code: code, line: 7 + index)
          for day in 1...(inAnotherBatch && index == 0 ? MarkStage.capacity : 1) {
            try door.putMark(
              pupil: scene.pupil, provider: scene.provider, day: monday.adding(days: day),
              session: .morning, code: code)
          }
        }
        return try door.finishMarks()
      }
    }
    _ = try put([codes[0]])
    let counts = try put(codes)
    #expect(counts.contradictions.first?.line == 8)
    #expect(counts.changed == 0)
    #expect(
      try caseload.marks(of: scene.pupil, from: monday, through: monday).map(\.code.text) == ["I"])
    // A register of its own may correct the earlier one.
    #expect(try put([codes[1]]).changed > 0)
  }

  @Test("a code that is none on that day, and a child who is not on file, are refused")
  func refused() throws {
    let caseload = try shelf.caseload()
    let scene = try Scene(in: caseload)
    let cases: [(String, Identifier<Pupil>, Identifier<Provider>, Day)] = [
      ("?", scene.pupil, scene.provider, monday),
      ("K", scene.pupil, scene.provider, MadeUp.day(2023, 11, 6)),
      ("K", Identifier(999), scene.provider, monday),
      ("K", scene.pupil, Identifier(999), monday),
    ]
    for (text, pupil, provider, day) in cases {
      let code = try #require(MarkCode(text))
      #expect(throws: StoreError.self, "\(text)") {
        try caseload.change(by: "Ada", at: MadeUp.now, cause: "register") { door in
          try door.putMark(
            pupil: pupil, provider: provider, day: day, session: .morning, code: code)
        }
      }
    }
    #expect(try caseload.connection.number("SELECT count(*) FROM attendance_mark") == 0)
  }

  @Test("marks in any order, more than one batch of them, are all there and sum up the same weeks")
  func shuffled() throws {
    let caseload = try shelf.caseload()
    let scene = try Scene(in: caseload)
    let code = try #require(MarkCode("/"))
    let pupils = 800
    var numbers: [Identifier<Pupil>] = []
    let days = 100
    let counts = try caseload.change(by: "Ada", at: MadeUp.now, cause: "register") { door in
      for index in 0..<pupils { numbers.append(try door.put(MadeUp.pupil("T\(index)")).id) }
      for day in 0..<days {
        for pupil in numbers.reversed() {
          for session in Session.allCases {
            try door.putMark(
              pupil: pupil, provider: scene.provider, day: monday.adding(days: day),
              session: session, code: code)
          }
        }
      }
      return try door.finishMarks()
    }
    // A hundred days from a Monday reach into fifteen weeks.
    let weeks = try caseload.connection.number("SELECT count(*) FROM attendance_week")
    #expect(weeks == Int64(pupils * 15))
    let attended = try caseload.connection.number("SELECT sum(attended) FROM attendance_week")
    #expect(attended == Int64(pupils * days * 2))
    #expect(counts.added == pupils * days * 2)
    #expect(counts.added > MarkStage.capacity)
    let stored = try caseload.connection.number(
      "SELECT count(*) FROM attendance_mark WHERE code = '/'")
    #expect(stored == Int64(counts.added))
  }
}
