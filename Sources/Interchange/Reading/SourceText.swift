import Glibc

/// A file's text, as well-formed UTF-8 in one stretch of memory that readers can point into.
///
/// A class, because it owns memory that must be given back once, after the last reader is gone.
public final class SourceText {
  /// How the file was encoded.
  public let encoding: TextEncoding
  /// How many places could not be read and stand as U+FFFD.
  public let unreadable: Int
  /// The text without its byte-order mark.
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where the text begins; an address even when there is no text.
  let start: UnsafePointer<UInt8>
  private let release: () -> Void

  /// Files up to this size are read whole; larger ones are mapped, so that the machine may drop
  /// pages already read. A mapped file that shrinks meanwhile ends the program, a read one does not.
  private static let mappedFrom = 64 << 20

  /// Reads a file; `-` is standard input.
  ///
  /// - Throws: `SourceProblem`, where it cannot be opened or read.
  public static func load(_ path: String) throws(SourceProblem) -> SourceText {
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SourceProblem(path: path, number: errno) }
    defer { if path != "-" { close(descriptor) } }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SourceProblem(path: path, number: errno) }
    if status.st_mode & S_IFMT == S_IFREG, status.st_size >= mappedFrom {
      let size = Int(status.st_size)
      let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0)
      if let address, address != UnsafeMutableRawPointer(bitPattern: -1) {
        madvise(address, size, MADV_SEQUENTIAL)
        return SourceText(
          UnsafeRawBufferPointer(start: address, count: size), release: { munmap(address, size) })
      }
    }
    let memory = try readAll(descriptor, path: path, expecting: Int(status.st_size))
    return SourceText(UnsafeRawBufferPointer(memory), release: { free(memory.baseAddress) })
  }

  /// Text from bytes in memory, in whatever encoding.
  public convenience init(_ bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
    copy.copyBytes(from: bytes)
    self.init(UnsafeRawBufferPointer(copy), release: { copy.deallocate() })
  }

  private init(_ raw: UnsafeRawBufferPointer, release: @escaping () -> Void) {
    let found = raw.bindMemory(to: UInt8.self)
    let finding = EncodingFinding(of: found)
    let body = UnsafeBufferPointer(rebasing: found.dropFirst(finding.markLength))
    encoding = finding.encoding
    if finding.isPlainUTF8 {
      bytes = body
      unreadable = 0
      self.release = release
    } else {
      let result = Transcoding.utf8(from: body, in: finding.encoding)
      let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: result.bytes.count)
      _ = copy.initialize(from: result.bytes)
      bytes = UnsafeBufferPointer(copy)
      unreadable = result.unreadable
      self.release = { copy.deallocate() }
      release()
    }
    start = bytes.baseAddress ?? UnsafePointer(UnsafeMutablePointer<UInt8>.allocate(capacity: 1))
  }

  deinit { release() }

  /// The text as a string.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// All that a descriptor gives, in memory from `malloc`, straight from the system.
  private static func readAll(
    _ descriptor: Int32, path: String, expecting size: Int
  ) throws(SourceProblem) -> UnsafeMutableRawBufferPointer {
    // One byte more than the size, so that the end is met without growing.
    var capacity = max(size, 0) + 1
    guard var memory = malloc(capacity) else { throw SourceProblem(path: path, number: ENOMEM) }
    var count = 0
    while true {
      if count == capacity {
        capacity = max(capacity * 2, 1 << 16)
        guard let larger = realloc(memory, capacity) else {
          free(memory)
          throw SourceProblem(path: path, number: ENOMEM)
        }
        memory = larger
      }
      let got = read(descriptor, memory + count, capacity - count)
      if got == 0 { return UnsafeMutableRawBufferPointer(start: memory, count: count) }
      if got > 0 {
        count += got
      } else if errno != EINTR {
        let number = errno
        free(memory)
        throw SourceProblem(path: path, number: number)
      }
    }
  }
}

/// Why a file could not be read or written, in the system's words.
public struct SourceProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file as it was named.
  public let path: String
  /// The system's error number.
  public let number: Int32
  /// Whether it was to be written rather than read.
  public let isWriting: Bool

  init(path: String, number: Int32, isWriting: Bool = false) {
    self.path = path
    self.number = number
    self.isWriting = isWriting
  }

  /// Why, in the system's words.
  public var reason: String { String(cString: strerror(number)) }

  /// One line to show.
  public var description: String {
    "cannot \(isWriting ? "write" : "read") \(harmless(path, limit: 200)): \(reason)"
  }
}
