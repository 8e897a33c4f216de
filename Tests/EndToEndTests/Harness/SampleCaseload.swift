import AlternativeProvision
import CaseStore
import Glibc
import MadeUpCaseload

/// A small made-up caseload, made once for all tests, of which each test gets a copy of its own.
enum SampleCaseload {
  private static let made = Result { try bytes(withPanels: false) }
  private static let madeWithPanels = Result { try bytes(withPanels: true) }

  /// The path of a fresh copy in a test's folder.
  ///
  /// - Parameter withPanels: true for one with the panels and a meeting that is ready, and with the
  ///   children whom they speak about.
  static func copy(into scratch: Scratch, withPanels: Bool = false) throws -> String {
    let bytes = try withPanels ? madeWithPanels.get() : made.get()
    let path = try scratch.write("caseload.sqlite3", bytes: bytes)
    chmod(path, 0o600)
    return path
  }

  private static func bytes(withPanels: Bool) throws -> [UInt8] {
    let scratch = try Scratch()
    let path = scratch.file("sample.sqlite3")
    guard let today = Day(iso: BuiltProgram.today) else { throw HarnessProblem("no today") }
    try fill(path, today: today, withPanels: withPanels)
    guard let bytes = Scratch.readBytes(path) else { throw HarnessProblem("no sample was made") }
    return bytes
  }

  // In a function of its own, so that the file is closed, and whole, when it returns.
  private static func fill(_ path: String, today: Day, withPanels: Bool) throws {
    try MadeUpCaseload(.sample, today: today).fill(
      try Caseload.open(path, access: .create), withPanels: withPanels)
  }
}

/// The real files beside the repository, for tests that want them.
enum SharedData {
  /// The path of a file in `../shared/data`, or nil where the repository stands alone.
  static func file(_ name: String) -> String? {
    var path = #filePath
    for _ in 0..<4 { path = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) }
    let file = path + "/../shared/data/" + name
    return access(file, R_OK) == 0 ? file : nil
  }

  static let isThere = file("SOURCES.md") != nil
}
