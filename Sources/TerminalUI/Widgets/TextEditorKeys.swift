extension TextEditor {
  /// Takes a key: arrows by character and, with Control or Alt, by word; Home and End; pages; the
  /// shell's and the plain editors' keys for deleting, undoing and moving.
  public mutating func press(_ key: Key) -> Answer {
    if let typed = key.typed {
      guard TypedText.takes(typed, after: cursor > 0 ? characters[cursor - 1] : nil) else {
        return .moved
      }
      return change(cursor..<cursor, to: String(Character(typed)), as: .typing)
    }
    let byWord = !key.modifiers.isDisjoint(with: [.control, .alt])
    switch key.code {
    case .left: return move(to: byWord ? wordStart : cursor - 1)
    case .right: return move(to: byWord ? wordEnd : cursor + 1)
    case .up: return byWord ? move(to: paragraphStart) : moveRows(by: -1)
    case .down: return byWord ? move(to: paragraphEnd) : moveRows(by: 1)
    case .pageUp: return moveRows(by: -max(1, height - 1))
    case .pageDown: return moveRows(by: max(1, height - 1))
    case .home: return move(to: byWord ? 0 : rowStart)
    case .end: return move(to: byWord ? characters.count : rowEnd)
    case .enter where limits.allowsLineBreaks && key.modifiers.isEmpty:
      return change(cursor..<cursor, to: "\n", as: .typing)
    case .backspace:
      return byWord
        ? change(wordStart..<cursor, to: "", as: .other)
        : change(max(0, cursor - 1)..<cursor, to: "", as: .deleting)
    case .delete:
      return byWord
        ? change(cursor..<wordEnd, to: "", as: .other)
        : change(cursor..<min(characters.count, cursor + 1), to: "", as: .deleting)
    case .character(let scalar) where key.modifiers == .control: return press(control: scalar)
    case .character(let scalar) where key.modifiers == .alt: return press(alt: scalar)
    default: return .ignored
    }
  }

  private mutating func press(control scalar: Unicode.Scalar) -> Answer {
    switch scalar {
    case "a": move(to: rowStart)
    case "e": move(to: rowEnd)
    case "b": move(to: cursor - 1)
    case "f": move(to: cursor + 1)
    case "d": change(cursor..<min(characters.count, cursor + 1), to: "", as: .deleting)
    case "w": change(wordStart..<cursor, to: "", as: .other)
    case "u": change(rowStart..<cursor, to: "", as: .other)
    case "k": deleteToEnd()
    case "x": deleteLine()
    case "_", "/": undo()
    case "y": redo()
    default: .ignored
    }
  }

  private mutating func press(alt scalar: Unicode.Scalar) -> Answer {
    switch scalar {
    case "b": move(to: wordStart)
    case "f": move(to: wordEnd)
    case "d": change(cursor..<wordEnd, to: "", as: .other)
    case "u": undo()
    case "e": redo()
    case "<": move(to: 0)
    case ">": move(to: characters.count)
    default: .ignored
    }
  }

  // MARK: Lines

  /// Removes what stands between the cursor and the end of its row, or the line break there.
  private mutating func deleteToEnd() -> Answer {
    let end = rowEnd > cursor ? rowEnd : min(characters.count, cursor + 1)
    return change(cursor..<end, to: "", as: .other)
  }

  /// Removes the row on which the cursor stands.
  private mutating func deleteLine() -> Answer {
    let row = wrapping.rows[cursorRow]
    var end = row.end
    if row.endsParagraph, end < characters.count { end += 1 }
    return change(row.start..<end, to: "", as: .other)
  }

  /// The row on which the cursor stands, from 0 at the top of the text.
  public var cursorRow: Int { wrapping.row(holding: cursor) }

  private var rowStart: Int { wrapping.rows[cursorRow].start }

  private var rowEnd: Int {
    let row = wrapping.rows[cursorRow]
    // A wrapped row ends before the space at which it was broken; after it the next row begins.
    return row.endsParagraph ? row.end : max(row.start, row.end - 1)
  }

  private mutating func moveRows(by count: Int) -> Answer {
    let here = cursorRow
    let column = goal ?? columns(wrapping.rows[here].start..<cursor)
    let wanted = here + count
    guard wanted >= 0, wanted < wrapping.rows.count else {
      // Beyond the first and the last row the cursor goes to the very end, as one expects.
      _ = move(to: wanted < 0 ? 0 : characters.count)
      goal = column
      return .moved
    }
    let row = wrapping.rows[wanted]
    let last = row.endsParagraph ? row.end : max(row.start, row.end - 1)
    var index = row.start
    var used = 0
    while index < last {
      let next = TextWrapping.columns(of: characters[index])
      if used + next > column { break }
      used += next
      index += 1
    }
    cursor = index
    goal = column
    history.pause()
    return .moved
  }

  // MARK: Words and paragraphs

  private var wordStart: Int { WordMotion.start(before: cursor, in: characters) }

  private var wordEnd: Int { WordMotion.end(after: cursor, in: characters) }

  private var paragraphStart: Int {
    var index = max(0, cursor - 1)
    while index > 0 && characters[index - 1] != "\n" { index -= 1 }
    return index
  }

  private var paragraphEnd: Int {
    var index = min(characters.count, cursor + 1)
    while index < characters.count && characters[index] != "\n" { index += 1 }
    return index
  }

  func columns(_ range: Range<Int>) -> Int {
    var columns = 0
    for index in range { columns += TextWrapping.columns(of: characters[index]) }
    return columns
  }
}
