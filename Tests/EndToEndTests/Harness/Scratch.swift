import Glibc

/// A folder for one test, gone with everything in it when the test lets go of it.
final class Scratch {
  let path: String

  init() throws {
    let parent = String(environment: "TMPDIR") ?? "/tmp"
    var template = Array((parent + "/sixthday-test.XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw HarnessProblem("no folder for the test: \(errno)")
    }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { Scratch.remove(path) }

  /// The path of a file in the folder, whether it exists or not.
  func file(_ name: String) -> String { path + "/" + name }

  /// Writes a file into the folder, and answers with its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, bytes: Array(text.utf8))
  }

  @discardableResult
  func write(_ name: String, bytes: [UInt8]) throws -> String {
    let target = file(name)
    guard let handle = fopen(target, "w") else { throw HarnessProblem("cannot write \(target)") }
    defer { fclose(handle) }
    guard fwrite(bytes, 1, bytes.count, handle) == bytes.count else {
      throw HarnessProblem("cannot write \(target)")
    }
    return target
  }

  /// The bytes of a file as text, or nil where there is none.
  static func read(_ path: String) -> String? {
    readBytes(path).map { String(decoding: $0, as: UTF8.self) }
  }

  static func readBytes(_ path: String) -> [UInt8]? {
    guard let handle = fopen(path, "r") else { return nil }
    defer { fclose(handle) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&chunk, 1, chunk.count, handle)
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[0..<count])
    }
  }

  private static func remove(_ path: String) {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != "." && name != ".." { remove(path + "/" + name) }
      }
      closedir(folder)
      rmdir(path)
    } else {
      unlink(path)
    }
  }
}

/// What went wrong in the harness itself, as against in the program that it drives.
struct HarnessProblem: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

extension String {
  /// The value of a variable of this process's environment.
  init?(environment name: String) {
    guard let value = getenv(name) else { return nil }
    self.init(cString: value)
  }
}

/// Milliseconds of a clock that only goes forward.
func milliseconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
}
