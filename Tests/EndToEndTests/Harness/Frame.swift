/// Where the frame of a pane stands on a screen, in cells counted from nought.
struct Frame: Equatable {
  let row: Int
  let column: Int
  let width: Int
  let height: Int
}

extension Screen {
  /// The frame whose top line holds a title; nil where no such frame is whole on the screen.
  func frame(_ title: String) -> Frame? {
    for (row, line) in lines.enumerated() {
      guard let range = line.firstRange(of: " \(title)") else { continue }
      let cells = Array(line)
      let start = line.distance(from: line.startIndex, to: range.lowerBound)
      guard let left = cells[..<start].lastIndex(where: { "┌┏".contains($0) }),
        let right = cells[start...].firstIndex(where: { "┐┓".contains($0) })
      else { continue }
      for (below, other) in lines.enumerated().dropFirst(row + 1) {
        let edge = Array(other)
        if edge.indices.contains(right), "┘┛".contains(edge[right]) {
          return Frame(
            row: row, column: left, width: right - left + 1, height: below - row + 1)
        }
      }
    }
    return nil
  }
}
