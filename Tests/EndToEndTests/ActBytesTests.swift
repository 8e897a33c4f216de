import Glibc
import Testing

/// What each thing that one does all day costs on a slow line.
@Suite("Bytes for an act")
struct ActBytesTests {
  /// What a page of a list may cost, and whatever else changes part of a screen.
  private static let page = 3200
  /// What a screen that is wholly another may cost: two bytes a cell, of which a frame takes three.
  private static let screenful = 2 * 120 * 40

  /// A key or several, what it is, and the bytes that it may cost.
  private struct Step {
    let what: String
    let keys: String
    let most: Int
    /// Keys that lead there and are not counted.
    var before: [String] = []
  }

  @Test(
    "no act at 120 by 40 sends more than 3,200 bytes, nor one that changes the whole screen two a cell",
    arguments: ["true", "256", "16", "none"])
  func acts(depth: String) throws {
    let scratch = try Scratch()
    let session = try PseudoTerminal(
      sixthday: ["--caseload", SampleCaseload.copy(into: scratch), "--colours", depth],
      in: scratch)
    var end = try session.expect("\u{1b}]2;S0\u{7}")
    var number = 0
    func cost(_ keys: String) throws -> Int {
      session.type(keys)
      number += 1
      let marker = "\u{1b}]2;S\(number)\u{7}"
      let next = try session.expect(marker, after: end)
      defer { end = next }
      return next - end - marker.utf8.count
    }
    let steps = [
      Step(what: "page", keys: "\u{1b}[6~", most: ActBytesTests.page),
      Step(what: "top", keys: "g", most: ActBytesTests.page),
      Step(what: "filter", keys: "/", most: ActBytesTests.page),
      Step(what: "a letter", keys: "a", most: ActBytesTests.page),
      Step(what: "another", keys: "r", most: ActBytesTests.page),
      Step(what: "widen", keys: "\u{1b}", most: ActBytesTests.page),
      Step(what: "sort: the list", keys: "s", most: ActBytesTests.page),
      Step(what: "sort", keys: "\r", most: ActBytesTests.page, before: ["\u{1b}[B"]),
      Step(what: "another pane", keys: "2", most: ActBytesTests.page),
      Step(what: "zoom", keys: "z", most: ActBytesTests.screenful),
      Step(what: "zoom back", keys: "z", most: ActBytesTests.screenful),
      Step(what: "mark", keys: "m", most: ActBytesTests.page, before: ["1"]),
      Step(what: "assign: the list", keys: "a", most: ActBytesTests.page, before: ["m"]),
      Step(what: "assign", keys: "\r", most: ActBytesTests.page),
      Step(what: "undo", keys: "u", most: ActBytesTests.page),
      Step(what: "narrow: the list", keys: "f", most: ActBytesTests.page),
      Step(what: "cancel", keys: "\u{1b}", most: ActBytesTests.page),
      Step(what: "open", keys: "\r", most: ActBytesTests.screenful),
      Step(what: "a part", keys: "2", most: ActBytesTests.screenful),
      Step(what: "next case", keys: "]", most: ActBytesTests.screenful),
      Step(what: "back", keys: "q", most: ActBytesTests.screenful),
      Step(what: "help", keys: "?", most: ActBytesTests.screenful),
      Step(what: "help closed", keys: "q", most: ActBytesTests.screenful),
      Step(what: "palette", keys: ":", most: ActBytesTests.screenful),
      Step(what: "palette closed", keys: "\u{1b}", most: ActBytesTests.screenful),
      Step(what: "numbers", keys: "#", most: ActBytesTests.page),
      Step(what: "shared view", keys: "x", most: ActBytesTests.page),
      Step(what: "wider", keys: ">", most: ActBytesTests.screenful),
    ]
    _ = try cost("j")
    var costs: [(String, Int)] = []
    for step in steps {
      for key in step.before { _ = try cost(key) }
      let bytes = try cost(step.keys)
      costs.append((step.what, bytes))
      #expect(bytes <= step.most, "\(depth), \(step.what): \(bytes) bytes")
    }
    #expect(costs.allSatisfy { $0.1 > 0 }, "\(costs)")
  }
}
