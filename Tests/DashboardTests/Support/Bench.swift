import AlternativeProvision
import CaseStore
import Foundation
import Interchange
import TerminalUI
import Testing

@testable import Dashboard

/// The dashboard on a surface, with a hand to press its keys.
final class Bench {
  let small: SmallCaseload
  let app: DashboardApp
  private(set) var surface: Surface
  private let watch = Watch()

  /// The stopwatch, moved by hand.
  private final class Watch {
    var time = Duration.seconds(1000)
  }

  /// The time on the stopwatch.
  var time: Duration {
    get { watch.time }
    set { watch.time = newValue }
  }

  init(
    _ width: Int = 80, _ height: Int = 24, small: SmallCaseload? = nil, author: String = "A. Lead",
    isDemo: Bool = false, isReadOnly: Bool = false, papers: PanelPapers? = nil,
    keys: KeyTable<DashboardCommand> = DashboardKeys.table,
    themes: ThemeChoice = ThemeChoice()
  ) throws {
    let small = try small ?? SmallCaseload()
    self.small = small
    let caseload =
      isReadOnly ? try Caseload.open(small.path, access: .readOnly) : small.caseload
    var setting = DashboardSetting(
      author: author, isDemo: isDemo, isReadOnly: isReadOnly, now: { SmallCaseload.now },
      stopwatch: { [watch] in watch.time })
    setting.papers = papers
    setting.keys = keys
    setting.importKinds = ImportKind.allCases.map(\.rawValue)
    setting.themes = themes
    app = try DashboardApp(
      caseload: caseload, today: SmallCaseload.today, size: Size(width: width, height: height),
      setting: setting)
    while app.hasWork { app.work() }
    surface = app.draw()
  }

  /// Presses keys, written as in the key table.
  func press(_ keys: String...) {
    for key in keys {
      guard let key = Key(key) else {
        Issue.record("\(key) is not a key")
        continue
      }
      app.handle(.key(key))
    }
    surface = app.draw()
  }

  /// Types a text.
  func type(_ text: String) {
    for scalar in text.unicodeScalars { app.handle(.key(Key(.character(scalar)))) }
    surface = app.draw()
  }

  /// Has something said, or what is said taken away.
  func say(_ message: Message?) {
    app.say(message)
    surface = app.draw()
  }

  func send(_ event: Event) {
    app.handle(event)
    surface = app.draw()
  }

  /// Lets time go by, as far as the loop would sleep.
  func wait(_ duration: Duration) {
    watch.time += duration
    app.passTime()
    surface = app.draw()
  }

  var lines: [String] { surface.lines }
  var text: String { lines.joined(separator: "\n") }
  func shows(_ words: String) -> Bool { lines.contains { $0.contains(words) } }

  /// The line with the selected row of the pane with the focus, by its style.
  var selectedLine: String? {
    for y in 0..<surface.height {
      for x in 0..<surface.width where surface.style(x, y).role == Role.selection.number {
        return (x..<surface.width).prefix { surface.style($0, y).role == Role.selection.number }
          .map { surface.text($0, y) }.joined()
      }
    }
    return nil
  }
}

/// What is kept as text beside the tests; run with SIXTHDAY_RECORD=1 to write it anew.
enum Snapshot {
  static let isRecording = ProcessInfo.processInfo.environment["SIXTHDAY_RECORD"] == "1"

  /// Where something of that name is kept, without its ending.
  static func path(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Snapshots").appendingPathComponent(name).path
  }

  /// What is kept; empty where nothing is.
  static func text(_ name: String) -> String {
    (try? String(contentsOfFile: path(name) + ".txt", encoding: .utf8)) ?? ""
  }

  static func write(_ text: String, _ name: String) {
    let file = URL(fileURLWithPath: path(name) + ".txt")
    try? FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? text.write(to: file, atomically: true, encoding: .utf8)
  }

  static func check(
    _ lines: [String], _ name: String, location: SourceLocation = #_sourceLocation
  ) {
    if isRecording { return write(lines.joined(separator: "\n") + "\n", name) }
    let kept = text(name)
    guard !kept.isEmpty else {
      Issue.record("there is no snapshot \(name)", sourceLocation: location)
      return
    }
    var wanted = kept.split(separator: "\n", omittingEmptySubsequences: false)
    wanted.removeLast()
    for row in 0..<max(wanted.count, lines.count) {
      let one = row < wanted.count ? String(wanted[row]) : "(none)"
      let other = row < lines.count ? lines[row] : "(none)"
      if one != other {
        Issue.record(
          "\(name), row \(row):\n\(one)\nis now\n\(other)", sourceLocation: location)
      }
    }
  }
}

extension Bench {
  /// The placements of a case, as they stand on file.
  func placements(of reference: String) throws -> [Placement] {
    guard let file = try small.caseload.file(reference: reference) else { return [] }
    return try small.caseload.placements(in: file.id).map(\.value)
  }
}
