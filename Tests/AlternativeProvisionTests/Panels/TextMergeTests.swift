import AlternativeProvision
import TestSupport
import Testing

@Suite("Merging what two people type")
struct TextMergeTests {
  @Test(
    "two people's words are merged",
    arguments: [
      // base, theirs, mine, merged
      ("", "", "", ""),
      ("a", "a", "a b", "a b"),
      ("a", "a b", "a", "a b"),
      ("one two", "one x two", "one two y", "one x two y"),
      ("one two", "two", "one two three", "two three"),
      ("", "theirs", "mine", "theirs mine"),
      ("The panel", "The panel agreed", "The panel heard", "The panel agreed heard"),
      ("same", "same new", "same new", "same new"),
      (
        "first\nsecond", "first\nzero\nsecond", "first\nsecond\nthird", "first\nzero\nsecond\nthird"
      ),
      ("old word here", "new word here", "old word there", "new word there"),
    ])
  func merges(base: String, theirs: String, mine: String, merged: String) {
    #expect(TextMerge.merge(base: base, theirs: theirs, mine: mine).text == merged)
  }

  @Test("the cursor stays with the words around it")
  func cursor() {
    let after = TextMerge.merge(
      base: "we agree", theirs: "today we agree", mine: "we all agree", cursor: 6)
    #expect(after == .init(text: "today we all agree", cursor: 12))
    let end = TextMerge.merge(base: "we", theirs: "we agree", mine: "we meet", cursor: 7)
    #expect(end == .init(text: "we agree meet", cursor: 13))
    let untouched = TextMerge.merge(base: "we", theirs: "we agree", mine: "we", cursor: 2)
    #expect(untouched == .init(text: "we agree", cursor: 2))
  }

  @Test("no word that either typed is lost, whatever they type at once")
  func losesNothing() {
    var generator = SeededGenerator(3)
    for round in 0..<1000 {
      let words = [
        "the", "child", "panel", "agreed", "not", "and", "school", "zoë",
        "\u{1F469}\u{200D}\u{1F4BB}",
      ]
      let base = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        words.randomElement(using: &generator) ?? ""
      }
      func edited(_ mark: String) -> [String] {
        var text = base
        for number in 0..<Int.random(in: 0...5, using: &generator) {
          let place = Int.random(in: 0...text.count, using: &generator)
          if Bool.random(using: &generator) || text.isEmpty || place == text.count {
            text.insert("\(mark)\(number)", at: place)
          } else if Bool.random(using: &generator) {
            text[place] = "\(mark)\(number)"
          } else {
            text.remove(at: place)
          }
        }
        return text
      }
      let theirs = edited("T")
      let mine = edited("M")
      let separator = ["\n", " ", "  "].randomElement(using: &generator) ?? " "
      let result = TextMerge.merge(
        base: base.joined(separator: separator), theirs: theirs.joined(separator: separator),
        mine: mine.joined(separator: separator),
        cursor: Int.random(in: 0...20, using: &generator))
      let merged = result.text.split(whereSeparator: \.isWhitespace).map(String.init)
      let typed = (theirs + mine).filter { $0.hasPrefix("T") || $0.hasPrefix("M") }
      #expect(Set(typed).isSubset(of: Set(merged)), "round \(round): \(base) \(theirs) \(mine)")
      // A word of the base that both left where it was is still there.
      for word in Set(base)
      where theirs.filter({ $0 == word }) == base.filter({ $0 == word })
        && mine.filter({ $0 == word }) == base.filter({ $0 == word })
      {
        #expect(merged.filter { $0 == word }.count >= base.filter { $0 == word }.count)
      }
      #expect((0...result.text.count).contains(result.cursor))
    }
  }

  @Test("where only one has typed, the result is what they typed, to the letter")
  func oneAlone() {
    var generator = SeededGenerator(4)
    let signs = Array(" \n\tabcé☂️.,")
    for _ in 0..<800 {
      func text() -> String {
        String(
          (0..<Int.random(in: 0...30, using: &generator)).map { _ in
            signs.randomElement(using: &generator) ?? " "
          })
      }
      let base = text()
      let other = text()
      #expect(TextMerge.merge(base: base, theirs: base, mine: other).text == other)
      #expect(TextMerge.merge(base: base, theirs: other, mine: base).text == other)
      #expect(TextMerge.merge(base: base, theirs: other, mine: other).text == other)
    }
  }

  @Test("a page pasted into a page takes no time to speak of")
  func large() {
    let base = (0..<4000).map { "word\($0)" }.joined(separator: " ")
    let theirs = "start " + base
    let mine = base.split(separator: " ").enumerated()
      .map { $0 % 100 == 7 ? "\($1) new\($0)" : String($1) }.joined(separator: " ")
    let merged = TextMerge.merge(base: base, theirs: theirs, mine: mine).text
    #expect(
      merged.hasPrefix("start word0") && merged.contains("new3907") && merged.hasSuffix("word3999"))
    #expect(merged.split(separator: " ").count == 4041)
  }
}
