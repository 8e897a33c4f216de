/// The rows into which a text is wrapped at a width.
///
/// A row ends after the last space that fits, or within a word that is longer than a row, and at every
/// line break. A space at which a row ends hangs over its edge. After an edit only the paragraph that
/// was edited is wrapped again.
struct TextWrapping: Sendable {
  /// A row: the characters that stand on it, a line break at its end not among them.
  struct Row: Hashable, Sendable {
    var start: Int
    var end: Int
    /// Whether a line break or the end of the text ends it.
    var endsParagraph: Bool
  }

  private(set) var width = 80
  private(set) var rows: [Row] = [Row(start: 0, end: 0, endsParagraph: true)]

  /// Wraps a whole text.
  mutating func wrap(_ text: [Character], width: Int) {
    self.width = max(1, width)
    rows = []
    var start = 0
    repeat {
      let end = Self.paragraphEnd(text, from: start)
      appendRows(of: start..<end, text, to: &rows)
      start = end + 1
    } while start <= text.count
  }

  /// Wraps again what an edit changed; the rows that look different now.
  mutating func update(
    _ text: [Character], from: Int, removed: Int, inserted: Int
  ) -> Range<Int> {
    var first = row(holding: from)
    // The paragraph's first row: what is typed into a word may let it move up a row.
    while first > 0, !rows[first - 1].endsParagraph { first -= 1 }
    var last = row(holding: from + removed)
    while last < rows.count - 1, !rows[last].endsParagraph { last += 1 }
    let start = rows[first].start
    let delta = inserted - removed
    let end = Self.paragraphEnd(text, from: max(rows[last].end + delta, start))
    var fresh: [Row] = []
    var next = start
    repeat {
      let stop = min(Self.paragraphEnd(text, from: next), end)
      appendRows(of: next..<stop, text, to: &fresh)
      next = stop + 1
    } while next <= end
    let old = rows[first...last]
    // Rows before the edit that came out as they were look the same.
    var same = 0
    for (row, former) in zip(fresh, old) {
      guard row == former, row.end < from || (row.end == from && !row.endsParagraph) else { break }
      same += 1
    }
    let isShifted = fresh.count != old.count
    var changedEnd = first + fresh.count
    if !isShifted {
      // Rows after it that hold the same characters, only moved along, look the same too.
      var tail = fresh.count
      while tail > same {
        let row = fresh[tail - 1]
        let former = old[old.startIndex + tail - 1]
        guard row.start - delta == former.start, row.end - delta == former.end,
          former.start >= from + removed
        else { break }
        tail -= 1
      }
      changedEnd = first + max(tail, same + 1)
    }
    rows.replaceSubrange(first...last, with: fresh)
    if delta != 0 {
      for index in (first + fresh.count)..<max(rows.count, first + fresh.count) {
        rows[index].start += delta
        rows[index].end += delta
      }
    }
    return (first + same)..<(isShifted ? Int.max : changedEnd)
  }

  /// The row on which a character, or the place before it, stands.
  func row(holding index: Int) -> Int {
    var low = 0
    var high = rows.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if rows[middle].start <= index { low = middle } else { high = middle - 1 }
    }
    return low
  }

  private static func paragraphEnd(_ text: [Character], from start: Int) -> Int {
    var index = start
    while index < text.count, text[index] != "\n" { index += 1 }
    return index
  }

  private func appendRows(of range: Range<Int>, _ text: [Character], to rows: inout [Row]) {
    var start = range.lowerBound
    var columns = 0
    var afterSpace: Int?
    var index = start
    while index < range.upperBound {
      let character = text[index]
      let wide = Self.columns(of: character)
      if columns + wide > width, character != " " || columns > width {
        // Where a word is longer than the row it is broken within.
        let end = afterSpace ?? max(index, start + 1)
        rows.append(Row(start: start, end: end, endsParagraph: false))
        start = end
        index = end
        columns = 0
        afterSpace = nil
        continue
      }
      columns += wide
      index += 1
      if character == " " { afterSpace = index }
    }
    rows.append(Row(start: start, end: range.upperBound, endsParagraph: true))
  }

  /// The columns of one character.
  static func columns(of character: Character) -> Int {
    if let byte = character.asciiValue { return byte == 10 ? 0 : 1 }
    return TextWidth.of(String(character))
  }
}
