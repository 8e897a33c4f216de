import Testing

@testable import TerminalUI

@Suite("Pictures in text")
struct PictureTests {
  /// What a terminal that shows only ASCII makes of a row.
  private func plain(_ line: String) -> String {
    var result = ""
    for scalar in line.unicodeScalars {
      let byte = UInt8(PlainCharacter.standing(for: scalar.value, wide: false))
      result.append(Character(Unicode.Scalar(byte)))
    }
    return result
  }

  @Test("a sparkline reads as numbers too")
  func sparkline() {
    #expect(Sparkline.numbers([62.4, nil, 71, .nan]) == "62 – 71 –")
    #expect(Sparkline.level(100, from: 30, to: 100) == "█")
    #expect(Sparkline.level(nil, from: 30, to: 100) == "·")
    #expect(plain(Sparkline.text([0, 30, 50, 80, 100], from: 0, to: 100)) == "_-=%#")
  }

  @Test("a trend is a line of points, two weeks to a cell and four levels to a row, with its gaps")
  func trend() {
    let rows = TrendLine.rows([100, 100, 0, 0, nil, 50], height: 1, from: 0, to: 100)
    #expect(rows == ["⠉⣆⠐"])
    #expect(TrendLine.rows([0, 34, 67, 100], height: 1, from: 0, to: 100) == ["⡠⠊"])
    let tall = TrendLine.rows([100, 0, 0, 100], height: 2, from: 0, to: 100)
    #expect(tall == ["⢱⢸", "⢸⡸"])
    #expect(TrendLine.rows([], height: 2, from: 0, to: 100) == ["", ""])
    #expect(TrendLine.rows([1], height: 0, from: 0, to: 100).isEmpty)
    #expect(TrendLine.rows([.nan, nil], height: 1, from: 0, to: 100) == [" "])
  }

  @Test("in ASCII a trend still goes up and down")
  func plainTrend() {
    let rows = TrendLine.rows(
      [100, 100, 60, 60, 40, 40, 0, 0], height: 1, from: 0, to: 100)
    #expect(rows.map(plain) == ["''.."])
  }

  @Test("a histogram marks a column, shows the smallest, and reads as numbers too")
  func histogram() {
    let picture = Histogram(
      [1, 4, 0, 40, 8].enumerated().map { Histogram.Bucket("\($0.offset + 4)", $0.element) },
      marked: 2)
    var surface = Surface(width: 15, height: 4)
    picture.draw(on: &surface, in: surface.bounds)
    #expect(
      surface.lines == [
        "          40", " 1  4 ┊   ██ 8", " ▁▁ ▁▁┊   ██ ▃▃", " 4  5  6  7  8",
      ])
    #expect(picture.numbers(markedBy: "day six")[2] == "6   0  day six")
    #expect(picture.numbers()[3] == "7  40")
  }

  @Test("columns without room at the right become one")
  func gathered() {
    let picture = Histogram((1...9).map { Histogram.Bucket("\($0)", 1) })
    var surface = Surface(width: 4, height: 3)
    picture.draw(on: &surface, in: surface.bounds)
    #expect(surface.line(1).last == "█")
    #expect(surface.line(0) == "   █")
  }

  private let strip = TimelineStrip(
    [
      TimelineStrip.Event(0, "5 Oct", "●", .text, "Excluded", importance: 2),
      TimelineStrip.Event(8, "13 Oct", "■", Style(.error), "Day six", importance: 3),
      TimelineStrip.Event(40, "14 Nov", "○", .text, "Review", importance: 1),
    ], today: 20)

  @Test("a strip of time is solid as far as today, with its labels beneath")
  func timeline() {
    var surface = Surface(width: 41, height: 3)
    let used = strip.draw(on: &surface, in: surface.bounds)
    #expect(used == 3)
    #expect(surface.line(0) == "●───────■───────────┃╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌○")
    #expect(surface.line(1) == "        Day six                    Review")
    #expect(surface.line(2) == "Excluded")
    #expect(plain(surface.line(0)) == "*-------!-----------|-------------------o")
    #expect(
      strip.numbers(todayAs: "today") == [
        "5 Oct   ● Excluded", "13 Oct  ■ Day six", "today", "14 Nov  ○ Review",
      ])
  }

  @Test("of two things in one place the more important one shows")
  func crowded() {
    var strip = strip
    strip.events.append(TimelineStrip.Event(8, "13 Oct", "·", .text, "Note"))
    var surface = Surface(width: 41, height: 1)
    strip.draw(on: &surface, in: surface.bounds)
    #expect(surface.text(8, 0) == "■")
  }

  @Test("pictures survive any size and any values")
  func sizes() {
    for width in 0...9 {
      for height in 0...4 {
        var surface = Surface(width: width, height: height)
        Histogram([], marked: 3).draw(on: &surface, in: surface.bounds)
        Histogram([Histogram.Bucket("a long label", Int.max / 64)], marked: 0)
          .draw(on: &surface, in: surface.bounds)
        strip.draw(on: &surface, in: surface.bounds)
        TimelineStrip([], today: 0).draw(on: &surface, in: surface.bounds)
        #expect(surface.lines.count == height)
      }
    }
  }
}
