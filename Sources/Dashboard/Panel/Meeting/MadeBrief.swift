import TerminalUI

/// A part of a brief: what it is about, and its lines, each in one role.
struct BriefPart {
  /// What a part is worth when there are not rows for all: those named first keep theirs the longest.
  enum Rank: Int, Comparable {
    // Nobody should decide without having read these: they are shown whole.
    case meeting, interest, decided, asked, clocks, risks, consent, why, covered
    // These have a row each, and as many more as there is room for.
    case needs, attendance, suspensions, child, open, parents, tried, before, health, account
    // This can be looked up.
    case contacts

    /// Whether it is shown whole before any other part has a second row.
    var isVital: Bool { self <= .covered }

    static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
  }

  var title: String
  var rank: Rank
  var texts: [(text: String, role: Role)]

  init(_ title: String, _ rank: Rank, _ text: String, _ role: Role = .text) {
    self.init(title, rank, [(text, role)])
  }

  init(_ title: String, _ rank: Rank, _ texts: [(String, Role)]) {
    self.title = title
    self.rank = rank
    self.texts = texts.map { (text: $0.0, role: $0.1) }
  }
}

/// A brief as lines of one width, cut so that what matters for the decision is whole in a room of so
/// many rows, as long as that can be.
struct MadeBrief {
  /// The room that it was made for.
  let width: Int
  let height: Int
  let lines: [TextLine]
  /// How many rows of it are not shown.
  let hidden: Int

  /// Whether there is more to read than is shown.
  var isCut: Bool { hidden > 0 }

  /// Columns that the names of the parts take.
  static let label = 11

  /// - Parameters:
  ///   - parts: The parts in the order in which they are read.
  ///   - width: The columns for names and words.
  ///   - height: The rows that there are.
  ///   - isCut: Whether what does not fit is cut; else all of it is there to be scrolled.
  init(_ parts: [BriefPart], width: Int, height: Int, isCut: Bool) {
    self.width = width
    self.height = height
    let room = max(12, width - MadeBrief.label)
    var blocks = parts.map { Block($0, width: room, packed: false) }
    if isCut, blocks.reduce(0, { $0 + $1.rows.count }) > height {
      blocks = MadeBrief.joined(parts.map { Block($0, width: room, packed: true) }, width: room)
    }
    var shares = blocks.map(\.rows.count)
    let wanted = shares.reduce(0, +)
    if isCut, wanted > height {
      shares = MadeBrief.shares(shares, blocks.map(\.rank), height)
    }
    hidden = wanted - shares.reduce(0, +)
    var lines: [TextLine] = []
    for (block, share) in zip(blocks, shares) {
      for row in 0..<share {
        let title = row == 0 ? block.title : ""
        let gap = String(repeating: " ", count: max(1, MadeBrief.label - TextWidth.of(title)))
        var line = TextLine(title + gap, .muted)
        let left = row == share - 1 ? block.rows.count - share : 0
        line.spans +=
          left > 0
          ? MadeBrief.marked(block.rows[row], left: left, width: room) : block.rows[row].spans
        lines.append(line)
      }
    }
    self.lines = lines
  }

  /// A part in rows of one width.
  private struct Block {
    let title: String
    var rank: BriefPart.Rank
    var rows: [TextLine]

    init(_ part: BriefPart, width: Int, packed: Bool) {
      title = part.title
      rank = part.rank
      rows = MadeBrief.rows(of: part, width: width, packed: packed)
    }
  }

  /// Puts parts of a few words behind one another on a row, each with its name; vital ones each begin a
  /// row of their own.
  private static func joined(_ blocks: [Block], width: Int) -> [Block] {
    var joined: [Block] = []
    for block in blocks {
      guard let last = joined.last, !block.rank.isVital, last.rows.count == 1,
        block.rows.count == 1, !block.title.isEmpty
      else {
        joined.append(block)
        continue
      }
      var row = last.rows[0].then(" · \(block.title): ", .muted)
      row.spans += block.rows[0].spans
      guard TextWidth.of(row.text) <= width else {
        joined.append(block)
        continue
      }
      joined[joined.count - 1].rows = [row]
      joined[joined.count - 1].rank = min(last.rank, block.rank)
    }
    return joined
  }

  /// The rows of a part. Packed, short words stand behind one another on a row.
  private static func rows(of part: BriefPart, width: Int, packed: Bool) -> [TextLine] {
    var rows: [TextLine] = []
    for text in part.texts {
      let wrapped = TextLine.wrapped(text.text, width: width, text.role)
      if packed, wrapped.count == 1, let last = rows.last,
        TextWidth.of(last.text) + 3 + TextWidth.of(text.text) <= width
      {
        rows[rows.count - 1] = last.then(" · ", .muted).then(text.text, text.role)
      } else {
        rows += wrapped
      }
    }
    return rows
  }

  /// A row after which so many are not shown, and which says so.
  private static func marked(_ row: TextLine, left: Int, width: Int) -> [Span] {
    let mark = " … +\(left)"
    var room = width - TextWidth.of(mark)
    var spans: [Span] = []
    for span in row.spans {
      var words = span.text
      while TextWidth.of(words) > room, !words.isEmpty { words.removeLast() }
      spans.append(Span(words, span.style))
      room -= TextWidth.of(words)
      if words != span.text { break }
    }
    return spans + [Span(mark, Style(.notice))]
  }

  /// How many rows each part has: the vital ones all that they want, then the others a row each, and
  /// what is left goes to them in turn until each is whole.
  private static func shares(
    _ wanted: [Int], _ ranks: [BriefPart.Rank], _ height: Int
  ) -> [Int] {
    let order = wanted.indices.sorted {
      ranks[$0] == ranks[$1] ? $0 < $1 : ranks[$0] < ranks[$1]
    }
    let vital = order.filter { ranks[$0].isVital }
    let others = order.filter { !ranks[$0].isVital }
    var shares = [Int](repeating: 0, count: wanted.count)
    var left = height
    func give(_ index: Int, _ rows: Int) {
      let given = max(0, min(rows, wanted[index] - shares[index], left))
      shares[index] += given
      left -= given
    }
    // Pages of risks must not hide that there is anything else.
    var room = max(height * 3 / 4, height - others.count)
    while room > 0,
      let next = vital.filter({ shares[$0] < wanted[$0] }).min(by: {
        (shares[$0], ranks[$0]) < (shares[$1], ranks[$1])
      })
    {
      give(next, 1)
      room -= 1
    }
    for index in others { give(index, 1) }
    for index in order { give(index, wanted[index]) }
    return shares
  }
}
