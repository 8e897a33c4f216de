import Glibc

/// A small file that a person wrote by hand: settings, keys, a theme.
enum TextFile {
  /// The most that such a file may hold: what is longer was not written by hand.
  private static let limit = 1 << 20

  /// What is in the file; nil where there is none.
  ///
  /// - Throws: `Failure` saying why it cannot be read, without its name.
  static func read(_ path: String) throws(Failure) -> [UInt8]? {
    // A pipe under that name would be waited for, and a terminal would be taken over.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw .refusal("it cannot be read: \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      throw .refusal("it is not a file that can be read")
    }
    guard facts.st_size <= limit else { throw .refusal("it is longer than a megabyte") }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while bytes.count <= limit {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else {
        throw .refusal("it cannot be read: \(String(cString: strerror(errno)))")
      }
      if count == 0 { break }
      bytes.append(contentsOf: buffer[0..<count])
    }
    return bytes
  }

  /// Puts a file in the place of the one of that name, whole or not at all, readable by its owner only.
  ///
  /// - Throws: `Failure` saying why it cannot be written, without its name.
  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    var pattern = Array("\(path).XXXXXX".utf8CString)
    let descriptor = mkstemp(&pattern)
    guard descriptor >= 0 else { throw reason() }
    let temporary = String(decoding: pattern.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { break }
      sent += count
    }
    let isWhole = sent == bytes.count && fsync(descriptor) == 0
    let failure = reason()
    close(descriptor)
    guard isWhole, rename(temporary, path) == 0 else {
      let failure = isWhole ? reason() : failure
      unlink(temporary)
      throw failure
    }
  }

  /// Makes a folder, and those above it, for its owner only; one that is there stays as it is.
  ///
  /// - Throws: `Failure` saying why it cannot be made.
  static func makeFolder(_ path: String) throws(Failure) {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let cut = path.lastIndex(of: "/"), cut > path.startIndex else {
      throw reason()
    }
    try makeFolder(String(path[..<cut]))
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw reason() }
  }

  private static func reason() -> Failure {
    .refusal("it cannot be written: \(String(cString: strerror(errno)))")
  }
}
