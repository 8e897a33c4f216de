import Glibc

/// What there is under a name.
enum FileName {
  /// Whether something has that name already.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
