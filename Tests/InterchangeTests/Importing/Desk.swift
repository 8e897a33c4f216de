import AlternativeProvision
import CaseStore
import Foundation
import Testing

@testable import Interchange

/// A caseload of its own for one test, with a folder for files, taken away when the test is done.
final class Desk {
  let folder: String
  let caseload: Caseload
  let today = Day(year: 2026, month: 11, day: 23) ?? Day(number: 0)

  init() throws {
    folder = NSTemporaryDirectory() + "sixthday-import-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    caseload = try Caseload.open(folder + "/caseload.sqlite3", access: .create)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  func options() -> ImportOptions {
    ImportOptions(author: "test", time: Instant(seconds: 1_795_000_000), today: today)
  }

  /// Writes a file and gives its path.
  func file(_ text: String, name: String = "file.csv") throws -> String {
    try file(Array(text.utf8), name: name)
  }

  func file(_ bytes: [UInt8], name: String = "file.csv") throws -> String {
    let path = folder + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  @discardableResult
  func take(
    _ kind: ImportKind, _ text: String, _ change: (inout ImportOptions) -> Void = { _ in }
  ) throws -> ImportReport {
    try take(kind, path: try file(text, name: "\(kind.rawValue).csv"), change)
  }

  @discardableResult
  func take(
    _ kind: ImportKind, path: String, _ change: (inout ImportOptions) -> Void = { _ in }
  ) throws -> ImportReport {
    var options = options()
    change(&options)
    return try Importer.run(ImportSource(kind, file: path), into: caseload, options: options)
  }

  /// Every problem's line, as a person reads it.
  func problems(_ kind: ImportKind, _ text: String) throws -> [String] {
    try take(kind, text).problems.map(\.description)
  }

  /// Expects just these problems, told line by line where they differ.
  func expect(
    _ kind: ImportKind, _ text: String, _ wanted: [String],
    _ place: SourceLocation = #_sourceLocation
  ) throws {
    let found = try problems(kind, text)
    for (left, right) in zip(found, wanted) { #expect(left == right, sourceLocation: place) }
    #expect(found.count == wanted.count, "\(found)", sourceLocation: place)
  }

  /// The one line with which a file is refused altogether; nil where it is not.
  func refusal(_ kind: ImportKind, _ text: String) throws -> String? {
    do {
      try take(kind, text)
      return nil
    } catch let refusal as ImportRefusal {
      return refusal.description.replacingOccurrences(of: folder + "/", with: "")
    }
  }

  /// A caseload with what marks, cases and placements refer to.
  static func stocked() throws -> Desk {
    let desk = try Desk()
    for kind in ImportKind.allCases where kind != .marks && kind != .views {
      try desk.take(kind, ImportTemplate.csv(for: kind))
    }
    return desk
  }

  /// How many journal entries there are: what any change at all would raise.
  func journalPosition() throws -> Int64 { try caseload.journalPosition() }
}
