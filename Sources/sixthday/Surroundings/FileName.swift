import Glibc

/// What there is under a name.
enum FileName {
  /// Whether something has that name already.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The one name that every path to the same file comes to; the path itself where there is no file.
  static func canonical(_ path: String) -> String {
    guard let found = realpath(path, nil) else { return path }
    defer { free(found) }
    return String(cString: found)
  }
}
