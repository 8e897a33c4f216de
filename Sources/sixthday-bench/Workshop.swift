import AlternativeProvision
import CaseStore
import Glibc
import MadeUpCaseload

/// A temporary folder for one run of the bench, with the caseloads made up for it.
final class Workshop {
  /// A caseload that was made up, and what it took.
  struct Made {
    let path: String
    let marks: Int
    let seconds: Double
  }

  let folder: String
  let today: Day

  init() throws(BenchProblem) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((parent + "/sixthday-bench.XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw BenchProblem("no temporary folder in \(parent)") }
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    today = Day(number: Int32(time(nil) / 86_400))
  }

  /// The environment of everything that is measured: nothing of the machine's own.
  func environment(_ more: [String: String] = [:]) -> [String: String] {
    var values = [
      "PATH": getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin", "HOME": folder,
      "XDG_CONFIG_HOME": folder + "/config", "XDG_DATA_HOME": folder + "/data",
      "XDG_STATE_HOME": folder + "/state", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8",
      "USER": "bench",
    ]
    for (name, value) in more { values[name] = value }
    return values
  }

  /// Makes up a caseload of that size.
  func caseload(of size: CaseloadSize, at path: String? = nil) throws -> Made {
    let path = path ?? folder + "/\(size.rawValue).sqlite3"
    let begin = now()
    var marks = 0
    let caseload = try Caseload.open(path, access: .create)
    try MadeUpCaseload(size, today: today).fill(caseload) { progress in
      marks = progress.marks
      guard progress.ofAuthorities > 1, isatty(2) == 1 else { return }
      let line = "\r\(progress.authorities) of \(progress.ofAuthorities) authorities made up"
      Bench.remark(line + (progress.authorities == progress.ofAuthorities ? "\n" : ""))
    }
    return Made(path: path, marks: marks, seconds: now() - begin)
  }

  func discard(_ path: String) {
    for ending in ["", "-wal", "-shm"] { unlink(path + ending) }
  }

  /// Has the kernel forget every file, program and folder that nobody has mapped.
  ///
  /// - Returns: false where the kernel will not: only root may ask for it.
  func emptyPageCache() -> Bool {
    sync()
    let file = open("/proc/sys/vm/drop_caches", O_WRONLY)
    guard file >= 0 else { return false }
    defer { close(file) }
    return write(file, "3", 1) == 1
  }

  /// Has the kernel read a file, so that what follows does not measure the disk.
  func warm(_ path: String) {
    _ = try? run("cat", [path], environment: environment())
  }

  func remove() {
    _ = try? run("rm", ["-rf", folder], environment: environment())
  }
}
