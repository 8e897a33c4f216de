/// Writes a frame look by look instead of line by line, since a change of colour costs more bytes than a
/// move of the cursor.
///
/// It reads what ncurses wrote, and gives nothing where it finds anything that it does not know, or that
/// depends on the order: the frame then goes out as it is.
struct FrameSorter {
  /// Cells side by side in one look, by where their bytes stand in what ncurses wrote.
  private struct Run {
    var row: Int
    var column: Int
    /// The column in which the cursor stands afterwards.
    var end: Int
    var look: Int
    var bytes: Range<Int>
  }

  private let size: Size
  private var runs: [Run] = []
  private var looks: [LookSqueezer.Look] = []
  /// The cells that were written, none of which may be written twice.
  private var isWritten: [Bool]
  private var row: Int
  private var column: Int
  /// What goes out before any cell, as the clearing of the screen, and after all of them.
  private var head: [UInt8] = []
  private var tail: [UInt8] = []

  /// Where no cell can be written until the cursor has been placed.
  private static let nowhere = -1

  private init(size: Size, from place: Point?) {
    self.size = size
    (row, column) = place.map { ($0.y, $0.x) } ?? (Self.nowhere, 0)
    isWritten = [Bool](repeating: false, count: size.width * size.height)
  }

  /// The frame in the order of its looks, shortened by a squeezer that knows what the terminal has; nil
  /// where it must keep its order. `place` is where the last frame left the cursor, if that is known.
  static func sorted(
    _ bytes: UnsafeBufferPointer<UInt8>, from place: Point?, on size: Size,
    squeezer: inout LookSqueezer
  ) -> [UInt8]? {
    var sorter = FrameSorter(size: size, from: place)
    guard sorter.read(bytes, &squeezer) else { return nil }
    return sorter.written(bytes, &squeezer)
  }

  // MARK: Reading

  private mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ squeezer: inout LookSqueezer
  ) -> Bool {
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x0D:
        column = 0
        index += 1
      case 0x08:
        column = max(0, column - 1)
        index += 1
      case 0x0F:
        guard squeezer.hasPlainLetters else { return false }
        index += 1
      case 0x1B:
        guard let next = escape(bytes, at: index, &squeezer) else { return false }
        index = next
      case 0..<0x20, 0x7F: return false
      default:
        guard let next = text(bytes, at: index, squeezer.wanted) else { return false }
        index = next
      }
    }
    return true
  }

  /// Text as far as the next control character.
  private mutating func text(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, _ look: LookSqueezer.Look
  ) -> Int? {
    var end = start
    while end < bytes.count && bytes[end] >= 0x20 { end += 1 }
    let width = TextWidth.of(UnsafeBufferPointer(rebasing: bytes[start..<end]))
    guard add(start..<end, columns: width, moves: true, look) else { return nil }
    return end
  }

  /// Takes cells as a run of their own, or on to the one that they go on from.
  private mutating func add(
    _ bytes: Range<Int>, columns: Int, moves: Bool, _ look: LookSqueezer.Look
  ) -> Bool {
    guard row >= 0, row < size.height, column >= 0, column + columns <= size.width else {
      return false
    }
    for cell in row * size.width + column..<row * size.width + column + columns {
      guard !isWritten[cell] else { return false }
      isWritten[cell] = true
    }
    let number = looks.firstIndex(of: look) ?? looks.count
    if number == looks.count { looks.append(look) }
    runs.append(
      Run(
        row: row, column: column, end: moves ? column + columns : column, look: number,
        bytes: bytes))
    if moves { column += columns }
    return true
  }

  /// One escape sequence; where the next thing begins, nil for one that depends on its order.
  private mutating func escape(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, _ squeezer: inout LookSqueezer
  ) -> Int? {
    guard start + 1 < bytes.count else { return nil }
    var end = start + 1
    if bytes[end] != UInt8(ascii: "[") {
      // A choice of letters, or of a keypad.
      while end < bytes.count, (0x20..<0x30).contains(bytes[end]) { end += 1 }
      let isPlain = bytes[start + 1] == UInt8(ascii: "(") && end < bytes.count
      if isPlain, bytes[end] == UInt8(ascii: "B"), squeezer.hasPlainLetters { return end + 1 }
      return passOn(bytes, start, end, &squeezer)
    }
    end += 1
    while end < bytes.count, (0x20..<0x40).contains(bytes[end]) { end += 1 }
    guard end < bytes.count else { return nil }
    let inside = bytes[(start + 2)..<end]
    if bytes[end] == UInt8(ascii: "m") { return squeezer.take(inside) ? end + 1 : nil }
    if inside.first == UInt8(ascii: "?") {
      guard bytes[end] == UInt8(ascii: "h") || bytes[end] == UInt8(ascii: "l") else { return nil }
      if runs.isEmpty { return passOn(bytes, start, end, &squeezer) }
      tail.append(contentsOf: bytes[start...end])
      return end + 1
    }
    guard let (first, second) = Self.numbers(inside) else {
      return passOn(bytes, start, end, &squeezer)
    }
    let count = max(1, first)
    switch bytes[end] {
    case UInt8(ascii: "H"): (row, column) = (count - 1, max(1, second) - 1)
    case UInt8(ascii: "G"): column = count - 1
    case UInt8(ascii: "d"): row = count - 1
    case UInt8(ascii: "A"): row = max(0, row - count)
    case UInt8(ascii: "B"): row = min(size.height - 1, row + count)
    case UInt8(ascii: "C"): column = min(size.width - 1, column + count)
    case UInt8(ascii: "D"): column = max(0, column - count)
    case UInt8(ascii: "b"):
      // Repeats the character before it, with which it must stay.
      guard let last = runs.indices.last, runs[last].bytes.upperBound == start,
        add(start..<(end + 1), columns: count, moves: true, looks[runs[last].look])
      else { return nil }
      let rest = runs.removeLast()
      runs[last].bytes = runs[last].bytes.lowerBound..<rest.bytes.upperBound
      runs[last].end = rest.end
    case UInt8(ascii: "X"):
      let columns = min(count, size.width - column)
      guard add(start..<(end + 1), columns: columns, moves: false, squeezer.wanted) else {
        return nil
      }
    case UInt8(ascii: "K") where first == 0:
      let columns = size.width - column
      guard add(start..<(end + 1), columns: columns, moves: false, squeezer.wanted) else {
        return nil
      }
    case UInt8(ascii: "J"):
      // The whole screen may be cleared first; less of it hangs on where the cursor stands.
      return first == 2 ? passOn(bytes, start, end, &squeezer) : nil
    default:
      guard let next = passOn(bytes, start, end, &squeezer) else { return nil }
      row = Self.nowhere
      return next
    }
    return end + 1
  }

  /// Lets a sequence go out as it came, in the look that it came in, before all cells; nil where some have
  /// come before it.
  private mutating func passOn(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ squeezer: inout LookSqueezer
  ) -> Int? {
    guard runs.isEmpty, end < bytes.count else { return nil }
    let sequence = UnsafeBufferPointer(rebasing: bytes[start...end])
    squeezer.squeeze(sequence, into: &head)
    return end + 1
  }

  /// Up to two numbers of a sequence, 0 where one is left out; nil where there is anything else.
  private static func numbers(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> (Int, Int)? {
    var values = (0, 0)
    var isSecond = false
    for byte in text {
      switch byte {
      case 0x30...0x39:
        if isSecond {
          values.1 = min(values.1 * 10 + Int(byte - 0x30), 99_999)
        } else {
          values.0 = min(values.0 * 10 + Int(byte - 0x30), 99_999)
        }
      case UInt8(ascii: ";") where !isSecond: isSecond = true
      default: return nil
      }
    }
    return values
  }

  // MARK: Writing

  private func written(
    _ bytes: UnsafeBufferPointer<UInt8>, _ squeezer: inout LookSqueezer
  ) -> [UInt8] {
    let last = squeezer.wanted
    var out = head
    out.reserveCapacity(bytes.count)
    var place: (row: Int, column: Int)?
    // In the order in which looks first came; that of the last frame's end is among the first.
    for (number, look) in looks.enumerated() {
      squeezer.want(look)
      for run in runs where run.look == number {
        Self.move(from: place, to: (run.row, run.column), &out)
        squeezer.flush(&out)
        out.append(contentsOf: bytes[run.bytes])
        // At the right edge terminals differ in where the cursor stands.
        place = run.end < size.width ? (run.row, run.end) : nil
      }
    }
    Self.move(from: place, to: (row, column), &out)
    squeezer.want(last)
    out.append(contentsOf: tail)
    return out
  }

  /// Moves the cursor by the shortest way there is.
  private static func move(
    from: (row: Int, column: Int)?, to: (row: Int, column: Int), _ out: inout [UInt8]
  ) {
    if let from, from == to { return }
    var best = sequence([to.row + 1, to.column + 1], "H")
    if to.column == 0 { best = sequence([to.row + 1], "H") }
    if let from, from.row == to.row {
      let across =
        to.column > from.column
        ? sequence([to.column - from.column], "C") : sequence([to.column + 1], "G")
      if across.count < best.count { best = across }
    } else if let from, from.column == to.column {
      let down = sequence([to.row + 1], "d")
      if down.count < best.count { best = down }
    }
    out.append(contentsOf: best)
  }

  private static func sequence(_ numbers: [Int], _ final: Unicode.Scalar) -> [UInt8] {
    let text = numbers.map(String.init).joined(separator: ";")
    return [0x1B, UInt8(ascii: "[")] + Array((text == "1" ? "" : text).utf8) + [
      UInt8(ascii: final)
    ]
  }
}
