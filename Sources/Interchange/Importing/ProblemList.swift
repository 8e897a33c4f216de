/// Problems as a person reads them: one by one at first, and what says the same again and again in sum.
struct ProblemList {
  /// After so many that say the same of the same value, the others are summed up.
  static let mostAlike = 100

  private let listed: [ImportProblem]
  /// What is not listed one by one, by what it says, in the order of the file.
  private let sums: [Sum]
  private let limit: Int

  private struct Sum {
    var problem: ImportProblem
    var lines: [Int]
  }

  private struct Words: Hashable {
    var column: String?
    var value: String?
    var expected: String
  }

  /// - Parameter limit: how many are listed one by one at most, and how many sums.
  init(_ problems: [ImportProblem], limit: Int) {
    var listed: [ImportProblem] = []
    var alike: [Words: Int] = [:]
    var places: [Words: Int] = [:]
    var sums: [Sum] = []
    for problem in problems {
      let words = Words(
        column: problem.column, value: problem.value, expected: problem.expected)
      if listed.count < limit, alike[words, default: 0] < ProblemList.mostAlike {
        alike[words, default: 0] += 1
        listed.append(problem)
      } else if let place = places[words] {
        sums[place].lines.append(problem.line)
      } else {
        places[words] = sums.count
        sums.append(Sum(problem: problem, lines: [problem.line]))
      }
    }
    self.listed = listed
    self.sums = sums
    self.limit = limit
  }

  /// A line each, the sums last.
  func lines(in place: String, _ noun: String) -> [String] {
    var lines = listed.map { "\(place)\($0)" }
    // A sum of one would only be another line of the list, which is full.
    let told = sums.filter { $0.lines.count > 1 }.prefix(limit)
    for sum in told {
      lines.append(
        "\(place)\(sum.lines.count) more rows, \(sum.problem.words) "
          + "(\(ProblemList.ranges(sum.lines)))")
    }
    let others = sums.reduce(0) { $0 + $1.lines.count } - told.reduce(0) { $0 + $1.lines.count }
    if others > 0 { lines.append("… and \(ImportReport.counted(others, "more \(noun)"))") }
    return lines
  }

  /// Lines in order as ranges: "lines 12–40, 44, 60–90"; of many ranges the first and the end.
  private static func ranges(_ lines: [Int]) -> String {
    var ranges: [(first: Int, last: Int)] = []
    for line in lines {
      if let last = ranges.last, line <= last.last + 1 {
        ranges[ranges.count - 1].last = line
      } else {
        ranges.append((line, line))
      }
    }
    let most = 6
    var words = ranges.prefix(most).map {
      $0.first == $0.last ? "\($0.first)" : "\($0.first)–\($0.last)"
    }
    if ranges.count > most, let end = lines.last { words.append("and others up to \(end)") }
    return "lines " + words.joined(separator: ", ")
  }
}
