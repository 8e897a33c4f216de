import Glibc

/// Reads and writes files that hold what children and families said, or how a person wants the program:
/// only their owner may read them.
public enum PrivateFile {
  /// What is in an ordinary file.
  ///
  /// - Parameters:
  ///   - path: Where.
  ///   - limit: The most bytes that it may hold.
  /// - Throws: `SourceProblem`: with `ENOENT` or `ENOTDIR` where there is none, `EINVAL` for a pipe or
  ///   another thing that is no file, `EFBIG` for one that is longer.
  public static func read(_ path: String, atMost limit: Int) throws(SourceProblem) -> [UInt8] {
    // A pipe under that name would be waited for, and a terminal would be taken over.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw SourceProblem(path: path, number: errno) }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      throw SourceProblem(path: path, number: EINVAL)
    }
    guard facts.st_size <= limit else { throw SourceProblem(path: path, number: EFBIG) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while bytes.count <= limit {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw SourceProblem(path: path, number: errno) }
      if count == 0 { break }
      bytes.append(contentsOf: buffer[0..<count])
    }
    return bytes
  }

  /// Writes a whole file, which is on the disk when this returns; where that fails, all is as before.
  ///
  /// - Parameters:
  ///   - bytes: What it holds.
  ///   - path: Where.
  ///   - replacing: Whether it takes the place of a file of that name.
  /// - Throws: `SourceProblem`, with `EEXIST` for a file that may not be replaced.
  public static func write(
    _ bytes: [UInt8], to path: String, replacing: Bool = false
  ) throws(SourceProblem) {
    var written = path
    let descriptor: Int32
    if replacing {
      // Beside the old one, of which nothing is lost until the new one is whole. Its mode is 0600.
      var pattern = Array("\(path).XXXXXX".utf8CString)
      descriptor = mkstemp(&pattern)
      written = String(decoding: pattern.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    } else {
      descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_EXCL, 0o600)
    }
    guard descriptor >= 0 else {
      throw SourceProblem(path: path, number: errno, isWriting: true)
    }
    var number = fill(descriptor, with: bytes)
    close(descriptor)
    if number == 0, replacing, rename(written, path) != 0 { number = errno }
    guard number == 0 else {
      unlink(written)
      throw SourceProblem(path: path, number: number, isWriting: true)
    }
  }

  /// Writes all bytes and has them on the disk; the system's error number, or 0.
  private static func fill(_ descriptor: Int32, with bytes: [UInt8]) -> Int32 {
    var done = 0
    while done < bytes.count {
      let wrote = bytes[done...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if wrote > 0 {
        done += wrote
      } else if errno != EINTR {
        return errno
      }
    }
    // Some file systems have no way to be asked.
    return fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS ? 0 : errno
  }

  /// Makes a folder that only its owner may look into, with those above it that are missing; what is
  /// there already stays as it is.
  ///
  /// - Throws: `SourceProblem` where it cannot be made, or something else has its name.
  public static func makeFolder(_ path: String) throws(SourceProblem) {
    if mkdir(path, 0o700) == 0 { return }
    if errno == ENOENT, let cut = path.utf8.lastIndex(of: UInt8(ascii: "/")), cut > path.startIndex
    {
      try makeFolder(String(path[..<cut]))
      if mkdir(path, 0o700) == 0 { return }
    }
    let number = errno
    var found = stat()
    if number == EEXIST, stat(path, &found) == 0 {
      if found.st_mode & S_IFMT == S_IFDIR { return }
      throw SourceProblem(path: path, number: ENOTDIR, isWriting: true)
    }
    throw SourceProblem(path: path, number: number, isWriting: true)
  }
}
