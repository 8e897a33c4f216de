import Glibc

/// What there is under a name.
enum FileName {
  /// Whether something has that name already.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// A path as a person types it: "~" leads to their home, where they have one.
  static func expanded(_ path: String, home: String?) -> String {
    guard let home, path == "~" || path.hasPrefix("~/") else { return path }
    return home + path.dropFirst()
  }

  /// The one name that every path to the same file comes to; the path itself where there is no file.
  static func canonical(_ path: String) -> String {
    guard let found = realpath(path, nil) else { return path }
    defer { free(found) }
    return String(cString: found)
  }
}
