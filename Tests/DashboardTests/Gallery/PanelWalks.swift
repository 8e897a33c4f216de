import AlternativeProvision
import CaseStore
import TerminalUI

@testable import Dashboard

extension Gallery {
  static let panels = [
    Walk(
      "the panels, and the form of one", shows: ["panels", "panel-terms", "panel-form"],
      wide: projector
    ) { width, height, album in
      let bench = try home(width, height)
      album.take("panels", bench.app)
      bench.press("1", "enter")
      album.take("panel-terms", bench.app)
      bench.press("esc", "e")
      album.take("panel-form", bench.app)
    },
    Walk(
      "the parts of the panels' first screen",
      shows: ["panels-meetings", "panels-referrals", "panels-actions", "panels-none"]
    ) { width, height, album in
      let bench = try home(width, height)
      for part in ["meetings", "referrals", "actions"] {
        bench.press("tab")
        album.take("panels-\(part)", bench.app)
      }
      let empty = try Bench(width, height, author: "Clerk")
      empty.press("M")
      album.take("panels-none", empty.app)
    },
    Walk(
      "a referral",
      shows: ["referral-whom", "referral-new", "referral-consent", "referral-lacking"],
      wide: projector
    ) { width, height, album in
      let bench = try PanelOffice.bench(width, height)
      bench.press("r")
      bench.type("mar")
      album.take("referral-whom", bench.app)
      bench.press("enter")
      album.take("referral-new", bench.app)
      bench.type("Mr Bell")
      bench.press("F8", "right")
      album.take("referral-consent", bench.app)
      bench.press("F9")
      album.take("referral-lacking", bench.app)
    },
    Walk(
      "the agenda, its lists and who is there",
      shows: [
        "agenda", "agenda-drop", "agenda-add", "attendance", "attendance-someone",
        "attendance-interest",
      ], wide: projector
    ) { width, height, album in
      let bench = try PanelOffice.agenda(width, height)
      album.take("agenda", bench.app)
      bench.press("d")
      album.take("agenda-drop", bench.app)
      bench.press("esc", "a")
      album.take("agenda-add", bench.app)
      bench.press("esc", "t", "p", "p", "p", "a")
      album.take("attendance", bench.app)
      bench.press("n")
      album.take("attendance-someone", bench.app)
      bench.press("esc", "i")
      album.take("attendance-interest", bench.app)
    },
    Walk(
      "closing a meeting, its minutes and papers",
      shows: ["closing", "minutes-draft", "minutes-approve", "papers", "paper-notes"],
      wide: projector
    ) { width, height, album in
      let bench = try ClosingScreenTests().open(width, height)
      album.take("closing", bench.app)
      bench.press("c", "c", "m")
      album.take("minutes-draft", bench.app)
      bench.press("a")
      album.take("minutes-approve", bench.app)
      bench.press("esc", "esc", "w")
      album.take("papers", bench.app)
      bench.press("ctrl+u")
      bench.type("/tmp/gaps")
      bench.press("F9")
      album.take("paper-notes", bench.app)
    },
  ]

  /// The panels' first screen, with two referrals on file.
  private static func home(_ width: Int, _ height: Int) throws -> Bench {
    let small = try PanelOffice.small()
    try PanelOffice.refer("S01", on: small)
    try PanelOffice.refer("S02", on: small) {
      $0.consent = ParentalConsent(
        parent: "Mrs Marlow", givenOn: SmallCaseload.day(2026, 11, 9), isWritten: true)
      $0.childsViews = "I want to go back."
    }
    return try PanelOffice.bench(width, height, small: small)
  }

  static let meetings = [
    Walk(
      "an item of a meeting, its options and its form",
      shows: ["meeting-brief", "meeting-providers", "meeting-form", "meeting-not-yet"],
      wide: projector
    ) { width, height, album in
      let seat = try Seat(width, height, at: PanelTable())
      album.take("meeting-brief", seat.app)
      seat.press("tab")
      album.take("meeting-providers", seat.app)
      seat.press("enter")
      seat.type("30/11/2026")
      seat.go(to: .rationale)
      seat.type("Aaliyah cannot go back to Larkfield, and she needs a place by day six. ")
      seat.type("Harbour Studio is small, and has the adult whom her grandmother asks for.")
      album.take("meeting-form", seat.app)
      seat.press("alt+c")
      album.take("meeting-not-yet", seat.app)
    },
    Walk(
      "what opens in a meeting, a decision and its reopening",
      shows: [
        "meeting-items", "meeting-covered", "meeting-names", "meeting-what", "meeting-confirm",
        "meeting-decided", "meeting-reopen",
      ], wide: projector
    ) { width, height, album in
      let seat = try Seat(width, height, at: PanelTable())
      seat.press("i")
      album.take("meeting-items", seat.app)
      seat.press("esc", "V")
      album.take("meeting-covered", seat.app)
      seat.press("esc", "x", "x")
      album.take("meeting-names", seat.app)
      seat.press("x", "d")
      album.take("meeting-what", seat.app)
      seat.press("esc", "esc", "esc")
      MeetingDecidingTests().fill(.decline, seat)
      seat.press("alt+c")
      album.take("meeting-confirm", seat.app)
      seat.press("enter", "p")
      album.take("meeting-decided", seat.app)
      seat.press("o")
      album.take("meeting-reopen", seat.app)
    },
  ]
}
