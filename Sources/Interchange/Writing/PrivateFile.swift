import Glibc

/// Writes files that hold what children and families said: only their owner may read them.
public enum PrivateFile {
  /// Writes a whole file, which is on the disk when this returns.
  ///
  /// - Parameters:
  ///   - bytes: What it holds.
  ///   - path: Where.
  ///   - replacing: Whether a file of that name may be overwritten.
  /// - Throws: `SourceProblem`, with `EEXIST` for a file that may not be overwritten.
  public static func write(
    _ bytes: [UInt8], to path: String, replacing: Bool = false
  ) throws(SourceProblem) {
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC | (replacing ? O_TRUNC : O_EXCL)
    let descriptor = open(path, flags, 0o600)
    guard descriptor >= 0 else {
      throw SourceProblem(path: path, number: errno, isWriting: true)
    }
    defer { close(descriptor) }
    // A file that is replaced may have been others' to read.
    if replacing { fchmod(descriptor, 0o600) }
    var done = 0
    while done < bytes.count {
      let wrote = bytes[done...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if wrote > 0 {
        done += wrote
      } else if errno != EINTR {
        throw SourceProblem(path: path, number: errno, isWriting: true)
      }
    }
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS else {
      throw SourceProblem(path: path, number: errno, isWriting: true)
    }
  }

  /// Makes a folder that only its owner may look into; one that is there already stays as it is.
  ///
  /// - Throws: `SourceProblem` where it cannot be made, or something else has its name.
  public static func makeFolder(_ path: String) throws(SourceProblem) {
    if mkdir(path, 0o700) == 0 { return }
    let number = errno
    var found = stat()
    if number == EEXIST, stat(path, &found) == 0 {
      if found.st_mode & S_IFMT == S_IFDIR { return }
      throw SourceProblem(path: path, number: ENOTDIR, isWriting: true)
    }
    throw SourceProblem(path: path, number: number, isWriting: true)
  }
}
