import AlternativeProvision
import CaseStore
import Glibc
import Testing

@testable import MadeUpCaseload

/// What a visitor must see in the demonstration: pressure, but a team that is on top of most of it.
@Suite("The story that the demonstration tells")
struct StoryTests {
  @Test(
    "most clocks are kept, a few are past, and the store finds nothing impossible",
    arguments: ["2026-11-23", "2027-03-02", "2026-08-12"])
  func pressure(date: String) throws {
    let today = try #require(Day(iso: date))
    let store = try TemporaryStore()
    let caseload = try Caseload.open(store.path, access: .create)
    try MadeUpCaseload(.sample, today: today).fill(caseload)
    let problems = try caseload.check(on: today).filter { $0.severity == .problem }
    #expect(problems.isEmpty, "\(problems)")

    var clocks = 0
    var overdue = 0
    var sixthDays: Set<ClockState> = []
    for number in 1...60 {
      let facts = try #require(try caseload.facts(for: Identifier(Int64(number))))
      for reading in ClockEngine().readings(for: facts, asAt: today) {
        clocks += 1
        if reading.state(on: today) == .overdue { overdue += 1 }
        if reading.kind == .sixthDayPermanent { sixthDays.insert(reading.state(on: today)) }
      }
    }
    #expect(clocks > 120)
    #expect(overdue > 0)
    #expect(overdue * 8 < clocks)
    #expect(sixthDays.isSuperset(of: [.met, .overdue]))
    #expect(!sixthDays.isDisjoint(with: [.running, .dueToday]))
  }
}

/// A store in a folder of its own, gone when the test is.
final class TemporaryStore {
  let path: String
  private let folder: String

  init() throws {
    var template = Array("/tmp/made-up.XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    path = folder + "/caseload.sqlite3"
  }

  deinit {
    for ending in ["", "-wal", "-shm"] { unlink(path + ending) }
    rmdir(folder)
  }
}
