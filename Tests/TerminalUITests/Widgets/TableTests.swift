import Testing

@testable import TerminalUI

@Suite("A table")
struct TableTests {
  private static let columns = [
    TableColumn("child", "Child", minimum: 6, preferred: 10, weight: 1),
    TableColumn("day", "Day", alignment: .trailing, minimum: 4, importance: 5),
    TableColumn("officer", "Officer", minimum: 8, preferred: 12, importance: 1),
  ]

  private func table(rows: Int) -> Table {
    var table = Table(columns: Self.columns)
    table.refresh(count: rows)
    return table
  }

  private func draw(_ table: inout Table, width: Int = 30, height: Int = 6) -> Surface {
    var surface = Surface(width: width, height: height)
    table.draw(on: &surface, in: surface.bounds, isFocused: true) { row in
      TableRow([
        .text("child \(row)", .text), .text("\(row)", .text), .text("officer", .text),
      ])
    }
    return surface
  }

  @Test("rows, headings and a scroll bar")
  func drawn() {
    var table = table(rows: 9)
    table.sort = [SortKey("day", isDescending: true)]
    let surface = draw(&table)
    #expect(
      surface.lines == [
        "Child       Day▼ Officer",
        "child 0        0 officer     ▐",
        "child 1        1 officer     ▐",
        "child 2        2 officer     │",
        "child 3        3 officer     │",
        "child 4        4 officer     │",
      ])
    #expect(surface.style(0, 1) == Style(.selection))
    #expect(surface.style(0, 2) == .text)
  }

  @Test("columns give way by importance, the first never")
  func narrow() {
    func ids(_ width: Int) -> [String] {
      PlacedColumn.place(Self.columns, in: width).map { Self.columns[$0.index].id }
    }
    #expect(ids(30) == ["child", "day", "officer"])
    #expect(ids(20) == ["child", "day", "officer"])
    #expect(ids(19) == ["child", "day"])
    #expect(ids(10) == ["child"])
    #expect(ids(3) == ["child"])
    #expect(ids(0) == [])
  }

  @Test("columns never overlap and never leave the width")
  func placed() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      let columns = (0..<Int.random(in: 1...9, using: &random)).map { index in
        TableColumn(
          "\(index)", "", minimum: Int.random(in: 1...12, using: &random),
          preferred: Int.random(in: 1...30, using: &random),
          weight: Int.random(in: 0...3, using: &random),
          importance: Int.random(in: 0...5, using: &random))
      }
      let width = Int.random(in: 1...150, using: &random)
      var end = -1
      for place in PlacedColumn.place(columns, in: width) {
        #expect(place.x > end && place.width > 0)
        end = place.x + place.width
      }
      #expect(end <= width)
    }
  }

  @Test("only the rows that show are asked for")
  func lazily() {
    var table = table(rows: 1_000_000)
    table.moveToEnd()
    var asked: [Int] = []
    var surface = Surface(width: 30, height: 11)
    for _ in 0..<2 {
      asked = []
      table.draw(on: &surface, in: surface.bounds, isFocused: true) { row in
        asked.append(row)
        return TableRow([])
      }
    }
    #expect(asked == Array(999_990..<1_000_000))
  }

  @Test("whatever moves, the selection shows and the page is full")
  func scrolling() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      var table = table(rows: Int.random(in: 0...60, using: &random))
      for _ in 0..<30 {
        let height = Int.random(in: 2...25, using: &random)
        switch Int.random(in: 0...7, using: &random) {
        case 0: table.move(by: Int.random(in: -5...5, using: &random))
        case 1: table.page(by: Bool.random(using: &random) ? 1 : -1)
        case 2: table.moveToEnd()
        case 3: table.moveToStart()
        case 4: table.scroll(by: Int.random(in: -9...9, using: &random))
        case 5: table.refresh(count: Int.random(in: 0...60, using: &random))
        case 6: table.select(Int.random(in: -10...100, using: &random))
        default: break
        }
        _ = draw(&table, height: height)
        let page = table.pageHeight
        #expect(table.offset >= 0)
        #expect(table.offset <= max(0, table.count - page))
        if table.count > 0 {
          #expect((table.offset..<table.offset + page).contains(table.selected))
          #expect(table.selected < table.count)
        } else {
          #expect(table.selected == 0)
        }
      }
    }
  }

  @Test("a move down and up again comes back to the same screen")
  func margins() {
    var table = table(rows: 50)
    _ = draw(&table, height: 11)
    table.select(20)
    _ = draw(&table, height: 11)
    let before = table.offset
    table.move(by: 1)
    table.move(by: -1)
    _ = draw(&table, height: 11)
    #expect(table.selected == 20 && abs(table.offset - before) <= 1)
    #expect(table.offset + 10 - 1 - table.selected >= 2)
  }

  @Test("the place is kept by the row's identity through a sort, on the same line of the screen")
  func identity() {
    var table = table(rows: 100)
    _ = draw(&table, height: 11)
    table.select(50)
    _ = draw(&table, height: 11)
    table.remember(7007)
    let line = table.selected - table.offset
    table.refresh(count: 100) { $0 == 7007 ? 30 : nil }
    #expect(table.selected == 30 && table.selected - table.offset == line)
    table.refresh(count: 20) { _ in nil }
    #expect(table.selected == 19)
    table.refresh(count: 0)
    #expect(table.selected == 0 && table.offset == 0)
  }

  @Test("the mouse finds rows and headings where they are drawn")
  func hits() {
    var table = table(rows: 100)
    table.select(50)
    let surface = draw(&table, width: 30, height: 6)
    let rect = surface.bounds
    #expect(table.hit(Point(x: 1, y: 2), in: rect) == .row(table.offset + 1))
    #expect(table.hit(Point(x: 1, y: 0), in: rect) == .header("child"))
    #expect(table.hit(Point(x: 1, y: 9), in: rect) == .nothing)
  }

  @Test("an empty table says why")
  func empty() {
    var table = Table(columns: Self.columns)
    table.emptyText = "no open case matches"
    #expect(draw(&table).line(1) == "no open case matches")
  }

  @Test("the thumb stands at an end only at the end")
  func thumb() {
    for count in [11, 40, 1000, 1_000_000] {
      for offset in [0, 1, count / 2, count - 11, count - 10] {
        let (start, length) = ScrollBar.thumb(track: 10, offset: offset, page: 10, of: count)
        #expect(length >= 1 && start >= 0 && start + length <= 10)
        if length < 9 {
          #expect((start == 0) == (offset == 0))
          #expect((start + length == 10) == (offset == count - 10))
        }
      }
    }
  }
}
