import Glibc
import Interchange

/// A small file that a person wrote by hand: settings, keys, a theme. What is wrong with it is told
/// without its name, which whoever asks puts before it.
enum TextFile {
  /// The most that such a file may hold: what is longer was not written by hand.
  private static let limit = 1 << 20

  /// What is in the file; nil where there is none.
  ///
  /// - Throws: `Failure` saying why it cannot be read.
  static func read(_ path: String) throws(Failure) -> [UInt8]? {
    do throws(SourceProblem) {
      return try PrivateFile.read(path, atMost: limit)
    } catch {
      switch error.number {
      case ENOENT, ENOTDIR: return nil
      case EINVAL: throw .refusal("it is not a file that can be read")
      case EFBIG: throw .refusal("it is longer than a megabyte")
      default: throw .refusal("it cannot be read: \(error.reason)")
      }
    }
  }

  /// Puts a file in the place of the one of that name, whole or not at all.
  ///
  /// - Throws: `Failure` saying why it cannot be written.
  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    do throws(SourceProblem) {
      try PrivateFile.write(bytes, to: path, replacing: true)
    } catch {
      throw .refusal("it cannot be written: \(error.reason)")
    }
  }

  /// Whether files can be kept in a folder, or it can be made for them.
  static func canKeep(in folder: String) -> Bool {
    var path = folder
    while true {
      var facts = stat()
      if stat(path, &facts) == 0 {
        return facts.st_mode & S_IFMT == S_IFDIR && access(path, W_OK | X_OK) == 0
      }
      guard errno == ENOENT, path != "/", let slash = path.lastIndex(of: "/") else { return false }
      path = slash == path.startIndex ? "/" : String(path[..<slash])
    }
  }

  /// Makes a folder, and those above it; one that is there stays as it is.
  ///
  /// - Throws: `Failure` saying why it cannot be made.
  static func makeFolder(_ path: String) throws(Failure) {
    do throws(SourceProblem) {
      try PrivateFile.makeFolder(path)
    } catch {
      throw .refusal("it cannot be written: \(error.reason)")
    }
  }
}
