import CaseStore
import Glibc

/// A caseload in a folder of its own that is gone when this value is.
final class TemporaryCaseload {
  /// The open caseload.
  let caseload: Caseload
  /// The folder, for what else must not last.
  let folder: String

  /// Makes an empty caseload in the folder for temporary files.
  ///
  /// - Throws: `Failure` where no folder can be made, or `StoreError`.
  init(_ surroundings: Surroundings) throws {
    let parent = surroundings.variable("TMPDIR") ?? "/tmp"
    var pattern = Array("\(parent)/sixthday-XXXXXX".utf8CString)
    guard mkdtemp(&pattern) != nil else {
      throw Failure.refusal(
        "no temporary folder can be made in \(parent): \(String(cString: strerror(errno)))")
    }
    folder = String(decoding: pattern.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    caseload = try Caseload.open(folder + "/caseload.sqlite3", access: .create)
    TemporaryFolder.removeOnSignal(folder)
  }

  deinit { remove() }

  /// Deletes the folder and what is in it; the open file lives on until it is closed.
  func remove() { TemporaryFolder.remove(folder) }
}
