import Glibc

/// The program under test: the one that was built along with the tests, beside their bundle.
enum BuiltProgram {
  /// The path of `sixthday`.
  static let path: String = folder + "/sixthday"

  /// The folder in which the build put its products.
  static let folder: String = {
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let bundle = String(
      decoding: buffer[0..<max(0, length)].map(UInt8.init(bitPattern:)), as: UTF8.self)
    for candidate in [bundle] + CommandLine.arguments {
      guard let slash = candidate.lastIndex(of: "/") else { continue }
      let folder = String(candidate[..<slash])
      if access(folder + "/sixthday", X_OK) == 0 { return folder }
    }
    return "."
  }()

  /// The day that tests pretend it is: a Monday in the autumn term.
  static let today = "2026-11-23"

  /// An environment that owes nothing to the machine: a home of its own, UTF-8, a fixed day.
  static func environment(
    home: String, terminal: String? = nil, _ more: [String: String] = [:]
  ) -> [String: String] {
    var values = [
      "PATH": String(environment: "PATH") ?? "/usr/bin:/bin",
      "HOME": home,
      "XDG_CONFIG_HOME": home + "/config",
      "XDG_DATA_HOME": home + "/data",
      "XDG_STATE_HOME": home + "/state",
      "XDG_CACHE_HOME": home + "/cache",
      "TMPDIR": home,
      "USER": "tester",
      "LC_ALL": "C.UTF-8",
      "SIXTHDAY_TODAY": today,
    ]
    if let library = String(environment: "LD_LIBRARY_PATH") { values["LD_LIBRARY_PATH"] = library }
    if let terminal { values["TERM"] = terminal }
    for (name, value) in more { values[name] = value }
    return values
  }
}
