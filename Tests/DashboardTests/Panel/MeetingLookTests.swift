import Testing

@testable import Dashboard

@Suite("The meeting's looks")
struct MeetingLookTests {
  @Test(
    "one referral fits one screen, and shows more where there is room",
    arguments: [(80, 24), (120, 40), (160, 45)])
  func looks(_ width: Int, _ height: Int) throws {
    let seat = try Seat(width, height, at: PanelTable())
    Snapshot.check(seat.lines, "meeting-brief-\(width)x\(height)")
    seat.press("tab")
    Snapshot.check(seat.lines, "meeting-providers-\(width)x\(height)")
    seat.press("enter")
    seat.type("30/11/2026")
    seat.go(to: .rationale)
    seat.type("Aaliyah cannot go back to Larkfield, and she needs a place by day six. ")
    seat.type("Harbour Studio is small, and has the adult whom her grandmother asks for.")
    Snapshot.check(seat.lines, "meeting-form-\(width)x\(height)")
    seat.press("alt+c")
    Snapshot.check(seat.lines, "meeting-not-yet-\(width)x\(height)")
  }
}
