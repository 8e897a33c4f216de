import TerminalUI

/// How many excluded children are out how many school days, day six marked: as a picture or in numbers.
struct HistogramScreen: Screen {
  private static let last = 40
  private var page = TextPage()

  var contexts: [KeyContext] { [.reading, .moving, .everywhere] }
  var isOverlay: Bool { true }

  func drawsPictures(desk: Desk) -> Bool { true }

  mutating func handle(_ input: Input, desk: Desk) -> Outcome {
    switch input {
    case .command(.back): return .pop
    case .key(let key) where desk.calls(.histogram, by: key): return .pop
    case .command(let command):
      return desk.showsNumbers && page.move(command, count: HistogramScreen.last + 1)
        ? .redraw : .stay
    case .mouse(let mouse):
      return desk.showsNumbers ? page.answer(mouse, count: HistogramScreen.last + 1) : .stay
    default: return .stay
    }
  }

  mutating func draw(on surface: inout Surface, desk: Desk) {
    guard surface.fitsPopup else { return }
    let counts = desk.board.days.dayCounts(through: HistogramScreen.last)
    // Those beyond are said in words: together they would dwarf every day that matters.
    let buckets = counts.dropLast().enumerated().map { index, count in
      Histogram.Bucket(
        String(index + 1), count, Style(index + 1 > DayRuler.daySix ? .overdue : .safe))
    }
    let beyond = NumberText.grouped(counts.last ?? 0)
    let chart = Histogram(buckets, marked: DayRuler.daySix - 1, markStyle: Style(.daySix))
    let area = surface.popupRoom(desk).centred(Size(width: 130, height: 24))
    let title = "Excluded children by school days out; \(beyond) more than \(HistogramScreen.last)"
    let inside = Popup.draw(
      on: &surface, in: area,
      title: TextWidth.of(title) + 6 <= area.width
        ? title : "Children by days out; \(beyond) beyond \(HistogramScreen.last)",
      bottomTitle:
        "┊ day six   \(desk.key(.numbers)) \(desk.showsNumbers ? "picture" : "numbers"), \(desk.key(.back, in: .reading)) closes"
    )
    guard counts.contains(where: { $0 > 0 }) else {
      surface.put(
        "No excluded child is out of school.", x: inside.x, y: inside.y, style: Style(.popup),
        width: inside.width)
      return
    }
    if desk.showsNumbers {
      let lines = chart.numbers(markedBy: "day six").map { TextLine($0, .popup) }
      page.draw(lines, on: &surface, in: inside, scrollBarAt: area.right - 1)
    } else {
      chart.draw(on: &surface, in: inside)
    }
  }
}
