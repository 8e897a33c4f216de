import AlternativeProvision
import TerminalUI
import Testing

@testable import CaseStore
@testable import Dashboard

@Suite("Two people in one form")
struct TwoAtOnceTests {
  /// Forms of a panel's records, each with two fields that two people change.
  static let forms: [(kind: FormPlace.Kind, one: String, other: String)] = [
    (.action, "owner", "what"), (.meeting, "time", "venue"), (.panel, "name", "purpose"),
    (.child, "preferred", "address"),
  ]

  private func change(_ name: String, adding words: String, _ bench: Bench) {
    for _ in 0..<60 where bench.field?.name != name { bench.press("tab") }
    if bench.field?.name != name { Issue.record("there is no field \(name)") }
    bench.press("ctrl+end")
    bench.type(words)
  }

  private func text(_ name: String, in office: FormOffice) throws -> String {
    let bench = try office.open(author: "Reader")
    return bench.sheet?.fields.first { $0.name == name }?.text ?? ""
  }

  @Test("what each changed is kept where they are different fields", arguments: forms)
  func differentFields(kind: FormPlace.Kind, one: String, other: String) throws {
    let office = try FormOffice(for: kind)
    let (mine, theirs) = (try office.open(), try office.open(author: "B. Other"))
    change(one, adding: "AA", mine)
    change(other, adding: "BB", theirs)
    theirs.press("F9")
    #expect(theirs.sheet == nil, "\(theirs.text)")
    mine.press("F9")
    #expect(mine.sheet == nil, "\(mine.text)")
    #expect(try text(one, in: office).hasSuffix("AA"))
    #expect(try text(other, in: office).hasSuffix("BB"))
  }

  @Test("both versions are shown where it is the same field, and one is chosen", arguments: forms)
  func sameField(kind: FormPlace.Kind, one: String, other: String) throws {
    let office = try FormOffice(for: kind)
    let (mine, theirs) = (try office.open(), try office.open(author: "B. Other"))
    change(one, adding: "AA", mine)
    change(other, adding: "CC", theirs)
    change(one, adding: "BB", theirs)
    theirs.press("F9")
    mine.press("F9")
    #expect(mine.shows("B. Other changed this after you opened it."), "\(mine.text)")
    #expect(mine.lines.contains { $0.contains("on file now") && $0.contains("BB") })
    #expect(mine.lines.contains { $0.contains("yours") && $0.contains("AA") })
    mine.press("esc")
    #expect(try text(one, in: office).hasSuffix("BB"))
    #expect(mine.sheet != nil)
    mine.press("F9", "enter")
    #expect(mine.sheet == nil)
    #expect(try text(one, in: office).hasSuffix("AA"))
    // Only their own field went over the other's.
    #expect(try text(other, in: office).hasSuffix("CC"))
  }

  @Test("an action that somebody has noted as done stays done when its owner is changed")
  func doneMeanwhile() throws {
    let office = try FormOffice(for: .action)
    let mine = try office.open()
    let action = try #require(try office.small.caseload.openActions().first)
    change("owner", adding: " and Mr Bell", mine)
    try office.small.caseload.change(by: "B. Other", at: SmallCaseload.now, cause: "done") { door in
      try door.finish(action.id, on: SmallCaseload.today, result: "Rang twice.")
    }
    mine.press("F9")
    let now = try #require(try office.small.caseload.action(action.id))
    #expect(now.doneOn == SmallCaseload.today)
    #expect(now.owner == "Ms Ward and Mr Bell")
  }

  @Test("minutes given to an item keep the title that somebody else gave it meanwhile")
  func minutesOfAnItem() throws {
    let office = try FormOffice(for: .item)
    let bench = try office.open()
    bench.press("esc")
    let screen = try #require(bench.app.screens.last as? AgendaScreen)
    var item = try #require(screen.selected?.item)
    let minutes = item.value.minutesAllotted
    item.value.title = "What is left of last time"
    try office.small.caseload.change(by: "B. Other", at: SmallCaseload.now, cause: "title") {
      [item] door in try door.write(item)
    }
    bench.app.carryOut(.run(.panel(.moreTime)))
    let now = try #require(try office.small.caseload.agendaItem(item.id))
    #expect(now.title == "What is left of last time")
    #expect(now.minutesAllotted == minutes + 5)
  }

  /// Counts how often something was written.
  private final class Count {
    var number = 0
  }

  @Test("yours goes over theirs only once both versions of every field were on the screen")
  func longConflict() throws {
    let bench = try Bench(80, 24)
    let fields = (1...14).map { number in
      Conflict.Field(name: "field_\(number)", onFile: "theirs \(number)", yours: "mine \(number)")
    }
    let conflict = Conflict(
      kind: .exclusion, subject: 1, changedBy: "B. Other", changedAt: SmallCaseload.now,
      fields: fields)
    let written = Count()
    let change = Change(cause: "insist", done: "Written.") { _ in written.number += 1 }
    bench.app.carryOut(
      .push(ConflictScreen(change: change, conflict) { text, _, _ in text }))
    bench.press("tab")
    #expect(bench.shows("mine 4") && !bench.shows("mine 14"))
    #expect(bench.shows("rows below first"))
    var presses = 0
    while written.number == 0, presses < 9 {
      if bench.shows("writes yours over theirs") { #expect(bench.shows("mine 14")) }
      bench.press("enter")
      presses += 1
    }
    #expect(presses > 2 && written.number == 1)
  }

  @Test(
    "marked cases of which one was closed meanwhile are not said to be done, nor any of them done")
  func markedCases() throws {
    let bench = try Bench(120, 40)
    bench.press("m", "m", "a")
    let file = try #require(try bench.small.caseload.file(reference: "AP-2026-0001"))
    try bench.small.caseload.change(by: "B. Other", at: SmallCaseload.now, cause: "close") { door in
      try Closing(day: SmallCaseload.today, reason: "Settled").perform(file, [], since: nil, &door)
    }
    bench.type("patel")
    bench.press("enter")
    #expect(bench.shows("somebody else has closed AP-2026-0001 meanwhile"), "\(bench.text)")
    let other = try bench.small.caseload.file(reference: "AP-2026-0002")
    #expect(other?.value.officer == "R. Shah")
  }
}
