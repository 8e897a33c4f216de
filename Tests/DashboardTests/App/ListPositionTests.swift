import TerminalUI
import Testing

@testable import Dashboard

@Suite("Where one is in a list")
struct ListPositionTests {
  func list(_ height: Int, at row: Int) -> ListPosition {
    var position = ListPosition()
    position.fit(height: height, count: 100)
    position.select(row, of: 100)
    return position
  }

  @Test("a step out of the view moves the view by half its height, so that most steps move nothing")
  func halfPages() {
    var position = list(10, at: 9)
    #expect(position.top == 0)
    _ = position.move(.down, count: 100)
    #expect(position.selected == 10)
    #expect(position.top == 6)
    for _ in 0..<5 { _ = position.move(.down, count: 100) }
    #expect(position.top == 6)
    for _ in 0..<10 { _ = position.move(.up, count: 100) }
    #expect(position.selected == 5)
    #expect(position.top == 0)
  }

  @Test("the wheel goes by rows")
  func wheel() {
    var position = list(10, at: 0)
    _ = position.scroll(3, of: 100)
    #expect(position.top == 3)
  }

  @Test(
    "who looks at a list's head goes on seeing it while the row that is followed is in view there")
  func followed() {
    var position = list(10, at: 0)
    position.follow(to: 1, of: 100)
    #expect(position.top == 0 && position.selected == 1)
    position.follow(to: 40, of: 100)
    #expect(position.selected == 40 && position.top > 30)
  }

  @Test("what is revealed stands in the list's head where it can")
  func reveal() {
    var position = list(10, at: 60)
    position.reveal(4, of: 100)
    #expect(position.top == 0)
    position.reveal(50, of: 100)
    #expect(position.top == 45)
    #expect(position.selected == 50)
  }
}
