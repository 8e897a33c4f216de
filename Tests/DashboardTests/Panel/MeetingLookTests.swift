import Testing

@testable import Dashboard

@Suite("The meeting's looks")
struct MeetingLookTests {
  @Test(
    "one referral fits one screen, and shows more where there is room",
    arguments: [(80, 24), (160, 45), (200, 60)])
  func looks(_ width: Int, _ height: Int) throws {
    let seat = try Seat(width, height, at: PanelTable())
    Snapshot.check(seat.lines, "meeting-brief-\(width)x\(height)")
    seat.press("tab")
    Snapshot.check(seat.lines, "meeting-providers-\(width)x\(height)")
    seat.press("enter")
    seat.press("tab")
    seat.type("30/11/2026")
    Snapshot.check(seat.lines, "meeting-form-\(width)x\(height)")
    seat.press("alt+c")
    Snapshot.check(seat.lines, "meeting-not-yet-\(width)x\(height)")
  }
}
