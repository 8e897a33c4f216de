/// What is on a terminal's screen, as text.
struct Screen: CustomStringConvertible {
  let lines: [String]

  var text: String { lines.joined(separator: "\n") }
  var description: String { text }

  func contains(_ text: String) -> Bool { lines.contains { $0.contains(text) } }

  /// The first line that holds the text.
  func line(with text: String) -> String? { lines.first { $0.contains(text) } }

  /// Where the text first stands: its row and column, counted from nought.
  func position(of text: String) -> (row: Int, column: Int)? {
    for (row, line) in lines.enumerated() {
      guard let range = line.firstRange(of: text) else { continue }
      return (row, line[..<range.lowerBound].count)
    }
    return nil
  }
}

/// What is on a terminal's screen, cell by cell, each with its style.
struct StyledScreen {
  struct Style: Hashable {
    var bold = false
    var dim = false
    var italic = false
    var underlined = false
    var reversed = false
    /// As the sequence has it: `31`, `38;5;208` or `38;2;255;0;0`; empty for the terminal's own.
    var foreground = ""
    var background = ""

    var isPlain: Bool { self == Style() }
    /// Whether any colour is asked for.
    var isColoured: Bool { !foreground.isEmpty || !background.isEmpty }
  }

  struct Cell: Hashable {
    var character: Character
    var style: Style
  }

  let rows: [[Cell]]

  /// Reads `capture-pane -e`, in which a style holds on over cells and lines until it is changed.
  init(lines: [String]) {
    var style = Style()
    rows = lines.map { line in
      var cells: [Cell] = []
      var rest = Substring(line)
      while let character = rest.first {
        if character == "\u{1b}" {
          rest = StyledScreen.apply(rest, to: &style)
        } else if character == "\u{0e}" || character == "\u{0f}" {
          rest.removeFirst()  // Into and out of the line-drawing set.
        } else {
          cells.append(Cell(character: character, style: style))
          rest.removeFirst()
        }
      }
      return cells
    }
  }

  /// The text without the styles.
  var text: Screen {
    Screen(lines: rows.map { String($0.map(\.character)) })
  }

  /// The style in which a text first stands.
  func style(of text: String) -> Style? {
    guard let place = self.text.position(of: text) else { return nil }
    return rows[place.row][place.column].style
  }

  /// Every style on the screen.
  var styles: Set<Style> { Set(rows.joined().map(\.style)) }

  private static func apply(_ text: Substring, to style: inout Style) -> Substring {
    guard text.dropFirst().first == "[",
      let final = text.dropFirst(2).firstIndex(where: { $0.isLetter })
    else { return text.dropFirst() }
    let rest = text[text.index(after: final)...]
    guard text[final] == "m" else { return rest }
    let body = text[text.index(text.startIndex, offsetBy: 2)..<final]
    var codes = body.split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0) ?? 0 }[...]
    while let code = codes.popFirst() {
      switch code {
      case 0: style = Style()
      case 1: style.bold = true
      case 2: style.dim = true
      case 3: style.italic = true
      case 4: style.underlined = true
      case 7: style.reversed = true
      case 22: (style.bold, style.dim) = (false, false)
      case 23: style.italic = false
      case 24: style.underlined = false
      case 27: style.reversed = false
      case 38, 48:
        let count = codes.first == 5 ? 2 : 4
        let colour = ([code] + codes.prefix(count)).map(String.init).joined(separator: ";")
        codes = codes.dropFirst(count)
        if code == 38 { style.foreground = colour } else { style.background = colour }
      case 39: style.foreground = ""
      case 49: style.background = ""
      case 30...37, 90...97: style.foreground = String(code)
      case 40...47, 100...107: style.background = String(code)
      default: break
      }
    }
    return rest
  }
}

extension StyledScreen {
  /// The text of the selected line in the list that has the keys: bold on a ground of its own, with few
  /// colours on white, where bold black would be grey, or reversed where there is no colour.
  var selection: String? {
    var grounds: [String: Int] = [:]
    for cell in rows.joined() { grounds[cell.style.background, default: 0] += 1 }
    let usual = grounds.max { $0.value < $1.value }?.key ?? ""
    var best = ""
    for row in rows {
      var run = ""
      for cell in row + [Cell(character: " ", style: Style())] {
        let stands =
          cell.style.reversed
          || (cell.style.background != usual
            && (cell.style.bold || cell.style.background == "47"))
        if stands {
          run.append(cell.character)
        } else {
          if run.count > best.count { best = run }
          run = ""
        }
      }
    }
    return best.count > 8 ? best : nil
  }
}
