/// Merges what two people typed into the same text, word by word, so that no word of either is lost.
public enum TextMerge {
  /// A merged text, and where the cursor that was in mine now stands.
  public struct Result: Hashable, Sendable {
    /// The text.
    public var text: String
    /// The number of characters before the cursor.
    public var cursor: Int

    /// A text and a place in it.
    public init(text: String, cursor: Int) {
      self.text = text
      self.cursor = cursor
    }
  }

  /// Merges two texts that were both made from `base`.
  ///
  /// What one of them added is in the result, and what one of them took away is gone, unless the other
  /// changed it meanwhile: then both versions stay, theirs first. A word is a run of letters or a run
  /// of spaces, so a change to part of a word counts as a change to all of it.
  ///
  /// - Parameters:
  ///   - base: The text from which both began.
  ///   - theirs: What is on file by now.
  ///   - mine: What is to be saved.
  ///   - cursor: The number of characters before the cursor in `mine`; nil for its end.
  public static func merge(
    base: String, theirs: String, mine: String, cursor: Int? = nil
  ) -> Result {
    let length = mine.count
    let cursor = min(max(0, cursor ?? length), length)
    if theirs == base || theirs == mine { return Result(text: mine, cursor: cursor) }
    let words = (base: Words(base), theirs: Words(theirs), mine: Words(mine))
    let left = WordDifference.matches(words.base, words.theirs)
    let right = WordDifference.matches(words.base, words.mine)
    var merging = Merging(
      base: words.base, theirs: words.theirs, mine: words.mine, cursor: cursor)
    var place = (base: 0, theirs: 0, mine: 0)
    for index in words.base.indices {
      guard let inTheirs = left[index], let inMine = right[index] else { continue }
      merging.section(
        place.base..<index, place.theirs..<inTheirs, place.mine..<inMine, isLast: false)
      merging.keep(inMine)
      place = (index + 1, inTheirs + 1, inMine + 1)
    }
    merging.section(
      place.base..<words.base.count, place.theirs..<words.theirs.count,
      place.mine..<words.mine.count, isLast: true)
    return merging.result
  }
}

/// Puts a merged text together, section by section, and follows the cursor.
private struct Merging {
  let base: Words
  let theirs: Words
  let mine: Words
  let cursor: Int
  private var text = ""
  private var length = 0
  private var consumed = 0
  private var cursorInText: Int?

  init(base: Words, theirs: Words, mine: Words, cursor: Int) {
    self.base = base
    self.theirs = theirs
    self.mine = mine
    self.cursor = cursor
  }

  var result: TextMerge.Result {
    TextMerge.Result(text: text, cursor: min(cursorInText ?? length, text.count))
  }

  /// A word that all three have.
  mutating func keep(_ index: Int) { add(mine: index..<(index + 1)) }

  /// A stretch between two words that all three have.
  mutating func section(
    _ inBase: Range<Int>, _ inTheirs: Range<Int>, _ inMine: Range<Int>, isLast: Bool
  ) {
    if inTheirs.isEmpty, inMine.isEmpty { return }
    let isTheirsSame = theirs[inTheirs].elementsEqual(base[inBase])
    let isMineSame = mine[inMine].elementsEqual(base[inBase])
    if isTheirsSame || theirs[inTheirs].elementsEqual(mine[inMine]) {
      add(mine: inMine)
    } else if isMineSame {
      skip(inMine)
      add(theirs: inTheirs)
    } else {
      addBoth(inTheirs, inMine)
    }
  }

  /// Both changed it: theirs, then mine, kept apart by a space where neither brings one.
  private mutating func addBoth(_ inTheirs: Range<Int>, _ inMine: Range<Int>) {
    var inTheirs = inTheirs
    var inMine = inMine
    // What both begin with alike is said once.
    while let first = inTheirs.first, let own = inMine.first, theirs[first] == mine[own] {
      add(mine: own..<(own + 1))
      inTheirs.removeFirst()
      inMine.removeFirst()
    }
    add(theirs: inTheirs)
    if let last = text.last, let first = inMine.first, !last.isWhitespace,
      !(mine[first].first?.isWhitespace ?? true)
    {
      append(" ")
    }
    add(mine: inMine)
  }

  private mutating func add(mine range: Range<Int>) {
    for index in range {
      let word = mine[index]
      let count = word.count
      if cursorInText == nil, cursor <= consumed + count {
        cursorInText = length + max(0, cursor - consumed)
      }
      consumed += count
      append(word)
    }
  }

  private mutating func add(theirs range: Range<Int>) {
    // A cursor at the end of what comes before stays there, and does not wander past their words.
    if !range.isEmpty, cursorInText == nil, cursor <= consumed { cursorInText = length }
    // Where their words would run into the word before, a space keeps them apart.
    if let first = range.first, let last = text.last, !last.isWhitespace,
      !(theirs[first].first?.isWhitespace ?? true)
    {
      append(" ")
    }
    for index in range { append(theirs[index]) }
  }

  private mutating func skip(_ range: Range<Int>) {
    for index in range {
      let count = mine[index].count
      if cursorInText == nil, cursor <= consumed + count { cursorInText = length }
      consumed += count
    }
  }

  private mutating func append(_ word: Substring) {
    text += word
    length += word.count
  }
}

/// A text in words: runs of spaces and runs of everything else.
struct Words {
  private let words: [Substring]

  init(_ text: String) {
    var words: [Substring] = []
    var start = text.startIndex
    while start < text.endIndex {
      let isSpace = text[start].isWhitespace
      let end = text[start...].firstIndex { $0.isWhitespace != isSpace } ?? text.endIndex
      words.append(text[start..<end])
      start = end
    }
    self.words = words
  }

  var count: Int { words.count }
  var indices: Range<Int> { words.indices }
  subscript(_ index: Int) -> Substring { words[index] }
  subscript(_ range: Range<Int>) -> ArraySlice<Substring> { words[range] }
}
