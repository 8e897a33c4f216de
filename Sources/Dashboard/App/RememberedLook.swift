import AlternativeProvision
import CaseStore

/// What of the board is there again the next time: where the panes stand, how they are sorted, what is
/// selected.
///
/// Nothing in it says who anybody is: it holds numbers and the names of columns, and never a name, a
/// reference or a word that was typed.
struct RememberedLook: Hashable {
  /// One pane.
  struct Pane: Hashable {
    /// The number of the case or provider that was selected.
    var selected: Int64?
    /// The columns it was sorted by, each with its direction behind it: "name+", "urgency-".
    var sort: [String] = []
    /// The columns as the person wants them, as `ColumnChoice.text` says it.
    var columns = ""
  }

  /// The pane in use, counted from 0.
  var focus = 0
  /// The day on which it was, by its number; nil where that was not kept.
  var day: Int32?
  /// Whether it had the whole screen.
  var isZoomed = false
  /// Whether pictures were shown as numbers.
  var showsNumbers = false
  /// How the panes were arranged.
  var shape = BoardShape()
  /// How the parts of a case were arranged, and those of a meeting.
  var others = ArrangedScreens()
  /// What the panes were narrowed to, by numbers and kinds, in the order of the trail.
  var narrowing: [String] = []
  /// The panes.
  var panes = [Pane](repeating: Pane(), count: 4)

  /// The look in lines, as the state file has it.
  var lines: [String] {
    var lines = ["focus \(focus)"]
    if let day { lines.append("day \(day)") }
    if isZoomed { lines.append("zoomed") }
    if showsNumbers { lines.append("numbers") }
    lines += shape.lines
    lines += others.caseFile.lines.map { "case " + $0 }
    lines += others.meeting.lines.map { "meeting " + $0 }
    lines += narrowing.map { "narrow \($0)" }
    for (number, pane) in panes.enumerated() {
      if let selected = pane.selected { lines.append("pane \(number) selected \(selected)") }
      if !pane.sort.isEmpty {
        lines.append("pane \(number) sort " + pane.sort.joined(separator: " "))
      }
      if !pane.columns.isEmpty { lines.append("pane \(number) columns " + pane.columns) }
    }
    return lines
  }

  /// Takes in one line; what it does not know it leaves.
  mutating func take(_ line: Substring) {
    let words = line.split(separator: " ")
    guard let first = words.first else { return }
    let rest = words.dropFirst()
    let number = rest.first.flatMap { Int($0) }
    switch first {
    case "focus": focus = number.flatMap { (0..<4).contains($0) ? $0 : nil } ?? focus
    case "day": day = rest.first.flatMap { Int32($0) }
    case "zoomed": isZoomed = true
    case "numbers": showsNumbers = true
    case "case": _ = others.caseFile.take(rest)
    case "meeting": _ = others.meeting.take(rest)
    case "narrow": if rest.count == 2 { narrowing.append(rest.joined(separator: " ")) }
    case "pane":
      guard let number, panes.indices.contains(number), rest.count >= 3 else { return }
      let values = rest.dropFirst(2)
      switch rest.dropFirst().first {
      case "selected": panes[number].selected = values.first.flatMap { Int64($0) }
      case "sort": panes[number].sort = values.prefix(8).map(String.init)
      case "columns": panes[number].columns = values.prefix(40).joined(separator: " ")
      default: return
      }
    default: _ = shape.take(words)
    }
  }
}

/// How the screens behind the board are arranged, each alike whatever it shows.
struct ArrangedScreens: Hashable {
  /// The parts of a case.
  var caseFile = PaneShape<CasePanel>()
  /// The parts of a meeting.
  var meeting = PaneShape<MeetingScreen.Part>()
}

/// The looks of the caseloads that were open lately, as the state file holds them.
struct LookBook: Equatable {
  /// The theme that was chosen while the dashboard was open; nil where none was.
  var theme: String?
  /// The looks, the latest first, each under the number of its caseload.
  private(set) var looks: [(caseload: String, look: RememberedLook)] = []

  private static let head = "sixthday look 1"
  /// How many caseloads are remembered.
  private static let most = 20

  /// A book with nothing in it.
  init() {}

  /// Reads a state file; nil where it is none.
  init?(_ bytes: [UInt8]) {
    guard bytes.count <= 100_000 else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    guard lines.first == LookBook.head[...] else { return nil }
    for line in lines.dropFirst() {
      let words = line.split(separator: " ", maxSplits: 1)
      switch words.first {
      case "theme" where words.count == 2: theme = String(words[1])
      case "caseload" where words.count == 2:
        looks.append((String(words[1]), RememberedLook()))
      default: if !looks.isEmpty { looks[looks.count - 1].look.take(line) }
      }
    }
  }

  /// The look of a caseload; nil where it is new.
  func look(of path: String) -> RememberedLook? {
    looks.first { $0.caseload == LookBook.number(of: path) }?.look
  }

  /// Keeps the look of a caseload, as the latest.
  mutating func put(_ look: RememberedLook, of path: String) {
    let number = LookBook.number(of: path)
    looks.removeAll { $0.caseload == number }
    looks.insert((number, look), at: 0)
    looks = Array(looks.prefix(LookBook.most))
  }

  /// The state file.
  var bytes: [UInt8] {
    var lines = [LookBook.head]
    if let theme { lines.append("theme \(theme)") }
    for (caseload, look) in looks { lines += ["caseload \(caseload)"] + look.lines }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// A number for a caseload's path, from which the path can't be read.
  private static func number(of path: String) -> String {
    var sum = Fingerprint()
    sum.add(path)
    return String(sum.value, radix: 16)
  }

  static func == (left: LookBook, right: LookBook) -> Bool {
    left.theme == right.theme && left.looks.elementsEqual(right.looks) { $0 == $1 }
  }
}
