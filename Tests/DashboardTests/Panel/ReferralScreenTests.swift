import AlternativeProvision
import CaseStore
import Foundation
import TerminalUI
import Testing

@testable import Dashboard

@Suite("The form of a referral")
struct ReferralScreenTests {
  /// The form of a new referral of a child, found by words from the panels' first screen.
  private func form(
    _ words: String, _ width: Int = 80, _ height: Int = 24, small: SmallCaseload? = nil
  ) throws -> Bench {
    let bench = try PanelOffice.bench(width, height, small: small)
    bench.press("r")
    bench.type(words)
    bench.press("enter")
    return bench
  }

  private func referral(_ bench: Bench) throws -> Referral {
    try #require(try bench.small.caseload.referrals().first?.value)
  }

  @Test("a draft is kept when one leaves, and says what it still lacks")
  func draft() throws {
    let bench = try form("marlow")
    bench.type("Mr Bell")
    bench.press("esc")
    #expect(bench.shows("The draft is kept; it lacks consent, child's views."))
    let kept = try referral(bench)
    #expect(kept.referrer == "Mr Bell")
    #expect(kept.status == .draft)
    #expect(kept.reference == "R-2026-0001")
    #expect(kept.receivedOn == SmallCaseload.today)
    #expect(kept.school != nil)
  }

  @Test("nothing is kept of a form into which nobody typed")
  func untouched() throws {
    let bench = try form("marlow")
    bench.press("esc")
    #expect(try bench.small.caseload.referrals().isEmpty)
  }

  @Test("what is typed is on file two seconds later, though nobody saves it")
  func pause() throws {
    let bench = try form("marlow")
    bench.type("Mr Bell")
    #expect(try bench.small.caseload.referrals().isEmpty)
    bench.time += .seconds(3)
    bench.rest()
    #expect(try referral(bench).referrer == "Mr Bell")
    bench.type(" of Marsh Lane")
    bench.time += .seconds(3)
    bench.rest()
    #expect(try referral(bench).referrer == "Mr Bell of Marsh Lane")
    #expect(try bench.small.caseload.referrals().count == 1)
  }

  @Test("what could not be saved is tried again without a key")
  func triedAgain() throws {
    let bench = try form("marlow")
    bench.type("Mr Bell")
    bench.wait(.seconds(1))
    let path = bench.small.path
    try FileManager.default.moveItem(atPath: path, toPath: path + ".away")
    bench.type(" of Marsh Lane")
    bench.wait(.seconds(1))
    bench.wait(.seconds(2))
    #expect(bench.app.screens.last?.unsavedWords(desk: bench.app.desk) != nil)
    try FileManager.default.moveItem(atPath: path + ".away", toPath: path)
    bench.wait(.seconds(2))
    #expect(try referral(bench).referrer == "Mr Bell of Marsh Lane")
    #expect(bench.app.screens.last?.deadline == nil, "nothing wakes it any more")
  }

  @Test("a day of which half is typed is nothing that the caseload refused")
  func halfADay() throws {
    let bench = try form("marlow")
    bench.type("Mr Bell")
    bench.wait(.seconds(1))
    for _ in 1...60 where bench.app.screens.last.map({ !isAtDay($0) }) == true {
      bench.press("tab")
    }
    bench.type("next Whitsu")
    bench.wait(.seconds(1))
    bench.app.leave()
    #expect(bench.shows("next Whitsu"))
    #expect(try referral(bench).referrer == "Mr Bell")
    #expect(bench.app.screens.last?.unsavedWords(desk: bench.app.desk) == nil)
  }

  private func isAtDay(_ screen: any Screen) -> Bool {
    (screen as? ReferralScreen)?.sheet.current.map { ReferralFields.isDay($0.name) } == true
  }

  @Test("it is handed in only with written, dated consent and the child's views, or why not")
  func handingIn() throws {
    let bench = try form("marlow")
    bench.type("Mr Bell")
    bench.press("F9")
    #expect(bench.shows("Not ready: no parent has consented"))
    bench.press("right", "right", "F9")
    #expect(bench.shows("Not ready: consent was not given in writing"))
    bench.press("left", "F9")
    #expect(bench.shows("Not ready: consent is not dated"))
    bench.type("24/11")
    bench.press("F9")
    #expect(bench.shows("consent is dated 24 Nov 2026, which has not come yet"))
    bench.press("ctrl+u")
    bench.type("12/11")
    bench.press("F9")
    #expect(bench.shows("Not ready: the child's views are missing"))
    bench.press("tab")
    bench.type("He does not want to say.")
    bench.press("F9")
    #expect(bench.shows("Handed in: it comes onto the next agenda"))
    let handed = try referral(bench)
    #expect(handed.status == .submitted)
    #expect(handed.noViewsBecause == "He does not want to say.")
    #expect(
      handed.consent
        == ParentalConsent(parent: "", givenOn: SmallCaseload.day(2026, 11, 12), isWritten: true))
    bench.press("2", "enter")
    let items = try PanelOffice.meeting(bench).items.map(\.item.value)
    #expect(items.contains { $0.title == "R-2026-0001" || $0.title == "AP-2026-0002" })
  }

  @Test("lists grow as they are filled in: contacts, what was tried, evidence")
  func lists() throws {
    let bench = try form("marlow", 120, 40)
    bench.press("F8", "F8")
    bench.type("Rosa Marlow")
    bench.press("tab")
    bench.type("Mother")
    bench.press("tab", "tab", "right", "tab")
    bench.type("Joe Marlow")
    bench.press("F8", "F8", "F8", "F8")
    bench.type("Learning mentor")
    bench.press("tab")
    bench.type("Spring 2026")
    bench.press("tab")
    bench.type("fewer incidents")
    bench.press("F2")
    #expect(bench.shows("The draft is kept."))
    let kept = try referral(bench)
    #expect(
      kept.contacts == [
        ReferralContact(name: "Rosa Marlow", relationship: "Mother", hasResponsibility: true),
        ReferralContact(name: "Joe Marlow"),
      ])
    #expect(
      kept.interventions == [
        Intervention(what: "Learning mentor", when: "Spring 2026", impact: "fewer incidents")
      ])
  }

  @Test("two people fill in one referral, and neither overwrites the other")
  func together() throws {
    let small = try PanelOffice.small()
    try PanelOffice.refer("S02", on: small) { $0.reasons = "Fights at school." }
    let bench = try PanelOffice.bench(small: small)
    bench.press("3", "enter")
    for _ in 1...7 { bench.press("tab") }
    bench.type(" He is calm at home.")
    let other = try Caseload.open(small.path, access: .readWrite)
    var theirs = try #require(try other.referrals().first)
    theirs.value.reasons = "Since October: Fights at school."
    theirs.value.funding = "The school pays."
    theirs.value.referrerRole = "Head of year"
    try other.change(by: "Officer", at: SmallCaseload.now, cause: "fill in") { [theirs] door in
      try door.write(theirs)
    }
    bench.press("esc")
    let kept = try referral(bench)
    #expect(kept.reasons == "Since October: Fights at school. He is calm at home.")
    #expect(kept.funding == "The school pays.")
    #expect(kept.referrerRole == "Head of year")
  }

  @Test(
    "two people type at the end of one field for a while: each word stands once, each in its order")
  func interleaved() throws {
    let small = try PanelOffice.small()
    try PanelOffice.refer("S02", on: small) { $0.reasons = "Fights." }
    let clerk = try PanelOffice.bench(small: small)
    let other = try Caseload.open(small.path, access: .readWrite)
    clerk.press("3", "enter")
    for _ in 1...7 { clerk.press("tab") }
    for round in 1...6 {
      clerk.type(" mine\(round)")
      var theirs = try #require(try other.referrals().first)
      theirs.value.reasons += " theirs\(round)"
      try other.change(by: "Officer", at: SmallCaseload.now, cause: "fill in") { [theirs] door in
        try door.write(theirs)
      }
      // Each looks, pauses and saves at moments of their own.
      if round % 2 == 0 { clerk.app.caseloadMayHaveChanged() }
      clerk.time += .seconds(3)
      clerk.rest()
    }
    clerk.type(" end")
    clerk.press("esc")
    let words = try referral(clerk).reasons.split(separator: " ").map(String.init)
    #expect(words.filter { $0.hasPrefix("mine") } == (1...6).map { "mine\($0)" })
    #expect(words.filter { $0.hasPrefix("theirs") } == (1...6).map { "theirs\($0)" })
    #expect(words.count == 14)
  }

  @Test("where both fill in a line, theirs stays, and one is told")
  func conflict() throws {
    let small = try PanelOffice.small()
    try PanelOffice.refer("S02", on: small)
    let bench = try PanelOffice.bench(small: small)
    bench.press("3", "enter", "tab")
    bench.type("Teacher")
    let other = try Caseload.open(small.path, access: .readWrite)
    var theirs = try #require(try other.referrals().first)
    theirs.value.referrerRole = "Head of year"
    try other.change(by: "Officer", at: SmallCaseload.now, cause: "fill in") { [theirs] door in
      try door.write(theirs)
    }
    bench.press("esc")
    #expect(bench.shows("somebody else has written “Head of year” meanwhile"))
    #expect(try referral(bench).referrerRole == "Head of year")
    bench.press("ctrl+u")
    bench.type("Teacher")
    bench.press("esc")
    #expect(try referral(bench).referrerRole == "Teacher")
  }

  @Test("attendance and suspensions stand on the form as the caseload knows them, as at their day")
  func schoolRecord() throws {
    let small = try PanelOffice.small()
    try PanelOffice.refer("S02", on: small)
    let child = try #require(try small.caseload.pupil(reference: "S02"))
    let provider = try #require(try small.caseload.providers().first)
    let school = try #require(try small.caseload.schools().first)
    try small.caseload.change(by: "Clerk", at: SmallCaseload.now, cause: "register") { door in
      for (offset, code) in [(0, "/"), (1, "I"), (2, "O"), (3, "I")] {
        for session in Session.allCases {
          try door.put(
            AttendanceMark(
              pupil: child.id, provider: provider.id,
              day: SmallCaseload.day(2026, 11, 16).adding(days: offset), session: session,
              code: code))
        }
      }
      var suspension = Exclusion(
        pupil: child.id, school: school.id, category: .suspension,
        firstDay: SmallCaseload.day(2026, 10, 5))
      suspension.sessions = 5
      suspension.reasons = ["PP"]
      try door.put(suspension)
    }
    let bench = try PanelOffice.bench(160, 60, small: small)
    bench.press("3", "enter")
    #expect(bench.shows("25.0% of 8 sessions, as at 19 Nov 2026") && bench.shows("I 4, O 2"))
    #expect(bench.shows("1 suspension, 2½ days this year; 1 of them this term, 2½ days, as at"))
    #expect(bench.shows("Physical"))
    #expect(bench.text.contains("what the school says besides"))
    #expect(!bench.text.contains("the attendance,"))
  }

  @Test("where the caseload knows neither, the school's own figures are asked for")
  func noSchoolRecord() throws {
    let small = try PanelOffice.small()
    let pupil = Pupil(
      reference: "S77", surname: "Quickly", forename: "Zed",
      dateOfBirth: SmallCaseload.day(2012, 3, 4), yearGroup: "10")
    try small.caseload.change(by: "Clerk", at: SmallCaseload.now, cause: "pupil") { door in
      try door.put(pupil)
    }
    try PanelOffice.refer("S77", on: small)
    let bench = try PanelOffice.bench(160, 60, small: small)
    bench.press("3", "enter")
    #expect(bench.shows("the school's figures: per cent, and codes"))
    #expect(bench.text.contains("the attendance,"))
  }

  @Test("a day that cannot be read is named, and what was on file stays")
  func wrongDay() throws {
    let bench = try form("marlow")
    bench.type("Mr Bell")
    bench.press("shift+tab", "ctrl+u")
    bench.type("31/2")
    #expect(bench.shows("There is no such day; February 2026 has 28 days."))
    bench.press("esc")
    #expect(bench.shows("but not the day under “Received on”"))
    #expect(try referral(bench).receivedOn == SmallCaseload.today)
  }

  @Test("a child who is not on file is put there first")
  func newChild() throws {
    let bench = try form("Zed Quickly")
    #expect(bench.shows("A child who is not on file"))
    bench.press("F9")
    #expect(bench.shows("Give the date of birth, with its year."))
    bench.type("4/3/2032")
    bench.press("F9")
    #expect(bench.shows("4 Mar 2032 has not come yet."))
    for guess in ["4/3", "4/3/12", "today"] {
      bench.press("ctrl+u")
      bench.type(guess)
      bench.press("F9")
      #expect(bench.shows(guess == "4/3/12" ? "The year needs four digits" : "This is not a date"))
    }
    bench.press("ctrl+u")
    bench.type("4/3/2012")
    #expect(bench.shows("Sun 4 Mar 2012, aged 14"))
    // The year follows from it; another is taken, and asked about.
    #expect(bench.shows("Year 10"))
    bench.press("tab", "right")
    #expect(bench.shows("Year 10 by the date of birth"))
    bench.press("left", "shift+tab")
    for _ in 1...6 { bench.press("tab") }
    bench.type("X12")
    bench.press("F9")
    #expect(bench.shows("a UPN has 13 characters"))
    bench.press("ctrl+u", "F9")
    #expect(bench.shows("Referral · QUICKLY, Zed"))
    let child = try #require(try bench.small.caseload.findPupils("quickly", atMost: 2).first?.value)
    #expect(child.reference == "C-2026-0001" && child.yearGroup == "10")
    bench.type("Mr Bell")
    bench.press("esc")
    #expect(try referral(bench).referrer == "Mr Bell")
  }

  @Test("the child's language is among the facts, and is mended on the child's record")
  func language() throws {
    let bench = try form("marlow", 160, 60)
    #expect(bench.text.contains("whether English is an additional"))
    bench.press("F3")
    for _ in 1...7 { bench.press("tab") }
    bench.press("right", "tab")
    bench.type("Polish")
    bench.press("F9")
    #expect(bench.shows("English is an additional language (Polish)"))
    let child = try #require(try bench.small.caseload.pupil(reference: "S02")).value
    #expect(child.englishIsAdditional == true && child.firstLanguage == "POL")
  }

  @Test("the school stands with its numbers, and the form says where a slip in the child is mended")
  func schoolNumbers() throws {
    let bench = try form("marlow", 120, 60)
    #expect(bench.shows("Marsh Lane Academy, URN 999002"))
    #expect(bench.shows("The child, as on file: F3 mends it"))
    bench.press("F3")
    bench.press("ctrl+u")
    bench.type("Marlowe")
    bench.press("F9")
    #expect(bench.shows("Ben Marlowe"))
  }

  @Test("from a case the child, the route and the school are known")
  func fromCase() throws {
    let bench = try Bench(small: PanelOffice.small(), author: "Clerk")
    bench.press("/")
    bench.type("quill")
    bench.press("enter", "r")
    #expect(bench.shows("Referral · QUILL, Erin"))
    bench.type("Dr Ode")
    bench.press("esc")
    let kept = try referral(bench)
    #expect(kept.route == .medical)
    #expect(kept.file != nil)
    bench.press("enter", "r")
    #expect(bench.shows("R-2026-0001"))
    #expect(try bench.small.caseload.referrals().count == 1)
  }

  @Test("in the shared view what a referral tells of a child is covered, and dots as it is typed")
  func shared() throws {
    let small = try PanelOffice.small()
    try PanelOffice.refer("S02", on: small) {
      $0.reasons = "Ben Marlow fought at the gate."
      $0.risks = "Ben was hurt."
    }
    let bench = try PanelOffice.bench(160, 60, small: small)
    bench.press("3", "enter", "alt+s")
    #expect(!bench.text.lowercased().contains("marlow"))
    #expect(bench.shows("(covered)"))
    #expect(!bench.shows("fought at the gate") && !bench.shows("was hurt"))
    for _ in 1...7 { bench.press("tab") }
    #expect(!bench.shows("•••"), "not even how much there is")
    bench.type("Then he left.")
    #expect(bench.shows("••• •••••• •••••• •• ••• •••••"), "in the field one types in, too")
    #expect(!bench.shows("he left"))
    bench.press("alt+s")
    #expect(bench.shows("Ben Marlow fought at the gate.Then he left."))
    bench.press("alt+s", "esc", "r")
    bench.type("marlow")
    #expect(bench.shows("••••••") && !bench.text.lowercased().contains("marlow"))
  }

  @Test("a referral is withdrawn when asked twice")
  func withdraw() throws {
    let small = try PanelOffice.small()
    try PanelOffice.refer("S02", on: small)
    let bench = try PanelOffice.bench(small: small)
    bench.press("3", "enter", "alt+w")
    #expect(bench.shows("Alt-w again withdraws it"))
    bench.press("alt+w")
    #expect(try referral(bench).status == .withdrawn)
    #expect(bench.shows("No referral waits."))
  }
}
