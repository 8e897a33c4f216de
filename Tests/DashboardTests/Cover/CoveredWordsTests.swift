import AlternativeProvision
import CaseStore
import TerminalUI
import Testing

@testable import Dashboard

@Suite("Words that the room need not see are not told by the way")
struct CoveredWordsTests {
  @Test("minutes that are covered can't be searched, and are once they are shown")
  func minutes() throws {
    let office = try FormOffice(for: .approval)
    let bench = try Bench(
      120, 50, small: office.small, author: "Clerk", papers: ClosingScreenTests.Papers().papers)
    let meeting = try #require(try office.small.caseload.meetings().first?.id)
    let desk = bench.app.desk
    desk.sharedView.isOn = true
    bench.app.carryOut(MinutesScreen.opening(meeting, desk: desk))
    bench.surfaceAgain()
    #expect(bench.shows("The minutes tell of each child"))
    func look() {
      bench.press("/")
      bench.type("Okafor")
      bench.press("enter")
    }
    look()
    #expect(bench.shows("Nothing here holds these words."), "\(bench.text)")
    bench.app.carryOut(.run(.panel(.full)))
    look()
    #expect(bench.shows("line 1 of 1"), "\(bench.text)")
  }

  @Test("of a covered field that somebody else filled in too only its name is said")
  func referral() throws {
    let small = try PanelOffice.small()
    try PanelOffice.refer("S02", on: small) { referral in
      referral.contacts = [ReferralContact(name: "Mrs Marlow", reachedAt: "01632 960 001")]
    }
    let bench = try PanelOffice.bench(120, 50, small: small)
    bench.press("3", "enter")
    func current() -> String? {
      (bench.app.screens.last as? ReferralScreen)?.sheet.current?.name
    }
    for _ in 0..<60 where current() != "contact0.reached" { bench.press("tab") }
    #expect(current() == "contact0.reached")
    bench.type(" or mine")
    let other = try Caseload.open(small.path, access: .readWrite)
    var theirs = try #require(try other.referrals().first)
    theirs.value.contacts[0].reachedAt = "07700 900 214 theirs"
    try other.change(by: "Officer", at: SmallCaseload.now, cause: "fill in") { [theirs] door in
      try door.write(theirs)
    }
    bench.app.desk.sharedView.isOn = true
    bench.press("esc")
    #expect(bench.shows("somebody else has filled it in meanwhile"), "\(bench.text)")
    for words in ["07700", "theirs”", "or mine"] { #expect(!bench.shows(words)) }
  }
}
