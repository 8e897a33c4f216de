import AlternativeProvision
import CaseStore
import TerminalUI
import Testing

@testable import Dashboard

@Suite("Correcting what is on file")
struct EditingTests {
  /// The form of what is found by some words, for the child who is found by others.
  private func form(_ child: String, _ words: String, _ bench: Bench) -> Bench {
    bench.press("/")
    bench.type(child)
    bench.press("enter", "e")
    bench.type(words)
    bench.press("enter")
    return bench
  }

  /// Goes to the field of a label and types into it, in the place of what it held.
  private func fill(_ label: String, _ text: String, _ bench: Bench) {
    for _ in 0..<40 where !bench.lines.contains(where: { isFocused($0, label, bench) }) {
      bench.press("tab")
    }
    bench.press("end", "ctrl+u")
    bench.type(text)
  }

  private func isFocused(_ line: String, _ label: String, _ bench: Bench) -> Bool {
    guard let y = bench.lines.firstIndex(of: line), let range = line.range(of: label) else {
      return false
    }
    let x = line.distance(from: line.startIndex, to: range.lowerBound)
    return bench.surface.style(x, y).role == Role.key.number
  }

  @Test("the admission of a child to a school is typed, journalled, and undone")
  func admission() throws {
    let bench = try form("fox", "case", Bench(120, 40))
    #expect(bench.shows("Aaliyah Fox: the case AP-2026-0001"))
    fill("Admitted to a school", "20/11", bench)
    #expect(bench.shows("Fri 20 Nov 2026"))
    bench.press("ctrl+s")
    #expect(bench.shows("The case is changed. u undoes it."))
    func admitted() throws -> Day? {
      try bench.small.caseload.file(reference: "AP-2026-0001")?.value.admittedOn
    }
    #expect(try admitted() == SmallCaseload.day(2026, 11, 20))
    let file = try #require(try bench.small.caseload.file(reference: "AP-2026-0001"))
    #expect(
      try bench.small.caseload.journal(of: file.id).first?.cause
        == "change the dates of AP-2026-0001")
    #expect(!bench.shows("█ FOX"), "the authority's duty ends with the admission")
    bench.press("u")
    #expect(try admitted() == nil)
    #expect(bench.shows("█ FOX"))
  }

  @Test(
    "the last public examination, the social worker and the rest of the child's record are typed")
  func child() throws {
    let bench = try form("marlow", "exam", Bench(120, 60))
    fill("Last examination", "19/6/2026", bench)
    fill("Whose name is", "Ms Achebe", bench)
    bench.press("ctrl+s")
    let file = try #require(try bench.small.caseload.file(reference: "AP-2026-0002"))
    let pupil = try #require(try bench.small.caseload.pupil(file.value.pupil))
    #expect(pupil.examinationsFinishedOn == SmallCaseload.day(2026, 6, 19))
    #expect(pupil.socialWorker == "Ms Achebe")
  }

  @Test("two people correct different facts of one case, and both stand without a question")
  func besideOthers() throws {
    let bench = try form("fox", "case", Bench(120, 40))
    fill("Admitted to a school", "20/11", bench)
    var file = try #require(try bench.small.caseload.file(reference: "AP-2026-0001"))
    try bench.small.caseload.change(by: "B. Other", at: SmallCaseload.now, cause: "assign") {
      door in
      file.value.officer = "B. Other"
      try door.write(file)
    }
    bench.press("ctrl+s")
    #expect(!bench.shows("Changed by someone else"))
    let now = try #require(try bench.small.caseload.file(reference: "AP-2026-0001")).value
    #expect(now.admittedOn == SmallCaseload.day(2026, 11, 20))
    #expect(now.officer == "B. Other")
  }

  @Test("what the governing board decided ends its clock")
  func governors() throws {
    let bench = try form("pike", "exclusion", Bench(120, 40))
    #expect(bench.shows(": the permanent exclusion of 5 Oct 2026"))
    fill("Met on", "30/10", bench)
    bench.press("tab")
    bench.type("d")
    bench.press("ctrl+s")
    #expect(bench.shows("The exclusion is changed"))
    let file = try #require(try bench.small.caseload.file(reference: "AP-2026-0004"))
    let exclusion = try #require(try bench.small.caseload.exclusions(of: file.value.pupil).first)
    #expect(exclusion.value.governors.metOn == SmallCaseload.day(2026, 10, 30))
    #expect(exclusion.value.governors.decision == .declinedToReinstate)
    #expect(!bench.shows("Governors"))
  }

  @Test("an exclusion can't have ended before it began")
  func endedBefore() throws {
    let bench = try form("pike", "exclusion", Bench(120, 40))
    fill("Ended on", "4/10", bench)
    bench.press("ctrl+s")
    #expect(bench.shows("It cannot have ended before its first day, 5 Oct 2026."))
    #expect(!bench.shows("The exclusion is changed"))
  }

  @Test("a first day that was entered wrong is put right, and every clock with it")
  func firstDay() throws {
    let bench = try form("fox", "exclusion", Bench(120, 60))
    let file = try #require(try bench.small.caseload.file(reference: "AP-2026-0001"))
    func sixthDay() throws -> Day? {
      let facts = try #require(try bench.small.caseload.facts(for: file.id))
      return ClockEngine().readings(for: facts).first { $0.kind == .sixthDayPermanent }?
        .deadline?.day
    }
    let before = try #require(try sixthDay())
    fill("First day out", "10/11", bench)
    bench.press("ctrl+s")
    #expect(bench.shows("The exclusion is changed"))
    let held = try bench.small.caseload.exclusions(of: file.value.pupil)
    #expect(held.map(\.value.firstDay) == [SmallCaseload.day(2026, 11, 10)])
    #expect(try #require(try sixthDay()) > before)
    bench.press("u")
    #expect(try sixthDay() == before)
  }

  @Test("a discrimination claim finally determined opens the time to apply for a review once more")
  func claim() throws {
    let bench = try form("pike", "exclusion", Bench(120, 60))
    fill("Met on", "30/10", bench)
    bench.press("tab")
    bench.type("d")
    fill("Notice sent on", "2/11", bench)
    fill("Claim determined", "20/11", bench)
    bench.press("ctrl+s")
    #expect(bench.shows("The exclusion is changed"))
    let file = try #require(try bench.small.caseload.file(reference: "AP-2026-0004"))
    let exclusion = try #require(try bench.small.caseload.exclusions(of: file.value.pupil).first)
    #expect(exclusion.value.review.claimDeterminedOn == SmallCaseload.day(2026, 11, 20))
    let facts = try #require(try bench.small.caseload.facts(for: file.id))
    let window = try #require(
      ClockEngine().readings(for: facts).first { $0.kind == .reviewApplication })
    #expect(window.started == SmallCaseload.day(2026, 11, 20))
  }

  @Test("a review and a monitoring visit are noted, and a day that cannot be is refused")
  func placement() throws {
    let bench = try form("pike", "boatyard", Bench(120, 40))
    fill("Last reviewed", "31/11", bench)
    bench.press("ctrl+s")
    #expect(bench.shows("There is no such day; November 2026 has 30 days."))
    fill("Last reviewed", "1/10", bench)
    bench.press("ctrl+s")
    #expect(bench.lines.contains { $0.contains("before the first day of the placement") })
    fill("Last reviewed", "20/11", bench)
    fill("Last visited", "today", bench)
    bench.press("ctrl+s")
    let placement = try #require(try bench.placements(of: "AP-2026-0004").first)
    #expect(placement.lastReviewedOn == SmallCaseload.day(2026, 11, 20))
    #expect(placement.lastVisitedOn == SmallCaseload.today)
    #expect(placement.sessionsPerWeek == 10)
  }

  @Test("what the child said is noted with the day")
  func view() throws {
    let bench = try form("fox", "said", Bench(120, 40))
    bench.press("tab", "tab")
    bench.type("I want to sit my exams.")
    bench.press("ctrl+s")
    let file = try #require(try bench.small.caseload.file(reference: "AP-2026-0001"))
    let views = try bench.small.caseload.views(in: file.id).map(\.value)
    #expect(views.map(\.words) == ["I want to sit my exams."])
    #expect(views.map(\.voice) == [.child] && views.map(\.givenOn) == [SmallCaseload.today])
  }

  @Test(
    "both versions are shown where someone else was quicker, and only the own fields are written")
  func conflict() throws {
    let bench = try form("fox", "case", Bench(120, 40))
    let other = try Caseload.open(bench.small.path, access: .readWrite)
    try other.change(by: "R. Shah", at: SmallCaseload.now, cause: "take over") { door in
      var file = try #require(try other.file(reference: "AP-2026-0001"))
      file.value.officer = "R. Shah"
      file.value.section19AcceptedOn = SmallCaseload.day(2026, 11, 12)
      file.value.admittedOn = SmallCaseload.day(2026, 11, 18)
      try door.write(file)
    }
    fill("Admitted to a school", "20/11", bench)
    bench.press("ctrl+s")
    #expect(bench.shows("R. Shah changed this case after you opened it"))
    #expect(!bench.shows("Officer") && !bench.shows("Section 19"), "that is theirs alone")
    bench.press("enter")
    let file = try #require(try bench.small.caseload.file(reference: "AP-2026-0001")).value
    #expect(file.admittedOn == SmallCaseload.day(2026, 11, 20))
    #expect(file.officer == "R. Shah", "what this person did not touch stays the other's")
    #expect(file.section19AcceptedOn == SmallCaseload.day(2026, 11, 12))
  }
}
