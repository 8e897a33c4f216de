import Testing

/// Every clock with every option: what says nothing of a clock is refused, and what does is taken.
@Suite("The options of the clock command")
struct ClockOptionTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// An option as it is given, and the clocks for which it means something.
  struct Option: CustomTestStringConvertible, Sendable {
    var words: [String]
    var kinds: Set<String>
    var testDescription: String { words.joined(separator: " ") }
  }

  static let kinds: Set<String> = [
    "sixth-day-permanent", "sixth-day-suspension", "governors-15", "governors-50", "examination",
    "year-limit-45", "review-application", "review-hearing", "reconsideration", "section-19",
    "placement-review", "monitoring-visit", "annual-review", "direction-notice",
    "direction-review", "unexplained-mark", "fair-access",
  ]
  /// Those that are counted in days, weeks or months of the civil calendar.
  private static let elapsed: Set<String> = [
    "placement-review", "monitoring-visit", "annual-review", "direction-review",
  ]
  private static let oursWhoeverExcludes: Set<String> = [
    "sixth-day-permanent", "section-19", "placement-review", "monitoring-visit", "annual-review",
    "unexplained-mark", "fair-access",
  ]

  static let options: [Option] = [
    Option(words: ["--calendar", "terms.csv"], kinds: kinds.subtracting(elapsed)),
    Option(
      words: ["--calendar", "terms.csv", "--authority", "Lancashire"],
      kinds: kinds.subtracting(elapsed)),
    Option(
      words: ["--calendar", "terms.csv", "--urn", "900001"], kinds: kinds.subtracting(elapsed)),
    Option(words: ["--bank-holidays", "days.json"], kinds: kinds.subtracting(elapsed)),
    Option(words: ["--delivery", "hand"], kinds: ["review-application", "reconsideration"]),
    Option(
      words: ["--half-days", "12"],
      kinds: ["sixth-day-suspension", "governors-50", "year-limit-45"]),
    Option(
      words: ["--half-days", "31"],
      kinds: ["sixth-day-suspension", "governors-15", "year-limit-45"]),
    Option(
      words: ["--from-afternoon"],
      kinds: ["sixth-day-permanent", "sixth-day-suspension", "year-limit-45"]),
    Option(words: ["--day-one"], kinds: ["sixth-day-permanent", "sixth-day-suspension"]),
    Option(
      words: ["--school", "maintained"],
      kinds: kinds.subtracting(oursWhoeverExcludes)),
    Option(words: ["--examination", "2026-11-30"], kinds: ["examination"]),
    Option(words: ["--met", "2026-11-18"], kinds: kinds.subtracting(["year-limit-45"])),
    Option(words: ["--on", "2026-11-18"], kinds: kinds),
    Option(words: ["--format", "json"], kinds: kinds),
  ]

  @Test(
    "each clock takes each option that means something for it, and no other", arguments: options)
  func everyOption(option: Option) throws {
    let template = try sixthday("template", "calendars", in: scratch)
    let own = template.outputLines.dropFirst().map {
      $0.replacing("Lancashire,", with: ",900001", maxReplacements: 1)
    }
    _ = try scratch.write(
      "terms.csv",
      option.words.contains("--urn")
        ? ([template.outputLines[0]] + own).joined(separator: "\n") + "\n" : template.output)
    _ = try scratch.write(
      "days.json",
      #"{"england-and-wales": {"events": [{"title": "Christmas Day", "date": "2026-12-25"}]}}"#)
    for kind in Self.kinds.sorted() {
      var words = ["clock", kind, "--from", "2026-11-16"] + option.words
      // What these two cannot do without is given beside every other option.
      if kind == "examination", !words.contains("--examination") {
        words += ["--examination", "2026-11-30"]
      }
      if kind == "year-limit-45", !words.contains("--half-days") { words += ["--half-days", "4"] }
      let done = try run(
        BuiltProgram.path, words, environment: BuiltProgram.environment(home: scratch.path),
        folder: scratch.path)
      if option.kinds.contains(kind) {
        #expect(done.exitCode == 0, "\(words): \(done.errors)")
      } else {
        #expect(done.exitCode == 1 || done.exitCode == 2, "\(words)")
        #expect(done.output.isEmpty, "\(words)")
        let isTotal = option.words.first == "--half-days" && kind.hasPrefix("governors")
        #expect(
          done.errors.contains(isTotal ? ": ask for " : "says nothing of \(kind); it is for"),
          "\(words): \(done.errors)")
      }
    }
  }
}
