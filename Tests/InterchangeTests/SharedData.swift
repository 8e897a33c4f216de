import Foundation
import Testing

@testable import Interchange

/// The real files that lie beside the repository, which a stranger's machine may not have.
enum SharedData {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("shared/data")

  static var isMissing: Bool { !FileManager.default.fileExists(atPath: folder.path) }

  static func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  static func load(_ name: String) throws -> SourceText {
    try SourceText.load(path(name))
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips where the real files are not there.
  static var needsSharedData: Self {
    .disabled(if: SharedData.isMissing, "the real files of ../shared/data are not there")
  }
}

/// All records of a text as strings, the header included.
func records(_ text: String) -> [[String]] {
  records(SourceText(Array(text.utf8)))
}

func records(_ source: SourceText) -> [[String]] {
  var reader = CSVReader(source)
  var all: [[String]] = []
  while reader.next() { all.append(reader.strings) }
  return all
}
