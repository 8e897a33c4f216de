import Glibc
import TerminalUI

/// Lends the terminal to the person's own editor, with a text in a private file.
public enum ExternalEditor {
  /// Edits a text, and hands on what the editor left in the file, or why it could not be done.
  ///
  /// The file is the owner's only, in memory where the system has such a folder, and is gone afterwards:
  /// what is said of a child does not stay behind.
  ///
  /// - Parameters:
  ///   - opening: Told of the file before the editor has it.
  ///   - taking: Takes the text in. The file goes only then, so that at no moment it is nowhere; what is
  ///     more than any field takes stays in it.
  static func edit(
    _ text: String, with editor: String?, on terminal: Terminal, opening: (String) -> Void,
    taking: (Result<String, EditorFailure>) -> Void
  ) {
    guard let editor else { return taking(.failure(.noneSet)) }
    guard let file = ScratchFile(text) else { return taking(.failure(.noFile)) }
    opening(file.path)
    let status = terminal.lend { run(editor, on: file.path) }
    // An editor that goes down with the connection ends with a fault, and what was saved in it counts.
    guard status == 0 || terminal.isToldToEnd else {
      taking(.failure(.failed(editor)))
      return file.remove()
    }
    if file.isLongerThanAnyField { return taking(.failure(.tooLong(file.path))) }
    taking(file.read(over: text).map { .success($0) } ?? .failure(.failed(editor)))
    file.remove()
  }

  /// Runs it as a shell would, so that "code --wait" works too, on the terminal as it is; its exit
  /// status, or -1 where it could not be run.
  public static func run(_ editor: String, on path: String) -> Int32 {
    let words = ["/bin/sh", "-c", editor + " \"$1\"", "sh", path]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    guard posix_spawn(&child, "/bin/sh", nil, nil, arguments, environ) == 0 else { return -1 }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { return -1 }
    }
    return status
  }
}

/// Why a text could not be edited outside.
enum EditorFailure: Error {
  case noneSet, noFile
  case failed(String)
  /// What was written is more than any field takes, and stays in this file.
  case tooLong(String)

  var advice: String {
    switch self {
    case .noneSet: "No editor is set: set EDITOR, for example to nano, or editor in your settings."
    case .noFile: "The editor needs a private file, and none could be made: see that /tmp has room."
    case .failed(let editor): "\(editor) ended with a fault; the text stays as it was."
    case .tooLong(let path):
      // The path first, since a narrow line has no room for its end.
      "Too long for a field, and left in \(path): at most \(TextEditor.Limits().characters) characters."
    }
  }
}

/// A file that only its owner may read, made for a moment.
struct ScratchFile {
  let path: String

  /// Makes one with a text in it; nil where no folder takes it.
  init?(_ text: String) {
    let memory = "/dev/shm"
    let folder = access(memory, W_OK | X_OK) == 0 ? memory : "/tmp"
    // mkstemp makes the file with mode 0600, and never opens one that is there. By the process in its name
    // a file that was left is told from one that somebody is writing in.
    var template = Array("\(folder)/\(ScratchFile.name)\(getpid())-XXXXXX.txt".utf8CString)
    let descriptor = mkstemps(&template, 4)
    guard descriptor >= 0 else { return nil }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { break }
      written += count
    }
    close(descriptor)
    guard written == bytes.count else {
      remove()
      return nil
    }
  }

  private static let name = "sixthday-"

  /// A file that an earlier program left; nil for a path that is none of these, whoever says so, or one at
  /// which nothing of this person's own is.
  init?(left path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 3, let last = parts.last, last.hasPrefix(ScratchFile.name),
      ["/dev/shm", "/tmp"].contains(parts.dropLast().joined(separator: "/"))
    else { return nil }
    var found = stat()
    guard lstat(path, &found) == 0, found.st_mode & S_IFMT == S_IFREG, found.st_uid == getuid()
    else { return nil }
    self.path = path
  }

  /// Whether the program that made it is still there.
  var isInUse: Bool {
    let last = path.split(separator: "/").last ?? ""
    guard let number = pid_t(last.dropFirst(ScratchFile.name.count).prefix { $0 != "-" }),
      number > 0
    else { return false }
    return kill(number, 0) == 0 || errno == EPERM
  }

  /// Whether it holds more characters than any field takes, or nothing that is text.
  var isLongerThanAnyField: Bool {
    let most = TextEditor.Limits().characters
    var found = stat()
    guard lstat(path, &found) == 0, Int(found.st_size) > most else { return false }
    // A character takes at most so many bytes, but for marks upon marks, of which no text has that many.
    guard Int(found.st_size) <= 4 * most, let text = read() else { return true }
    return text.count > most
  }

  /// What an editor made of a text, without the line end that editors put at the end and nobody typed.
  func read(over text: String) -> String? {
    guard let edited = read() else { return nil }
    return !text.hasSuffix("\n") && edited.hasSuffix("\n") ? String(edited.dropLast()) : edited
  }

  /// What is in it now; nil where it can't be read.
  func read() -> String? {
    // A pipe that an editor put in its place would be waited for without end.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var found = stat()
    guard fstat(descriptor, &found) == 0, found.st_mode & S_IFMT == S_IFREG else { return nil }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return count == 0 ? String(decoding: bytes, as: UTF8.self) : nil }
      bytes.append(contentsOf: buffer[0..<count])
      if bytes.count > 4_194_304 { return nil }
    }
  }

  /// Removes it, with what editors leave beside it.
  func remove() {
    unlink(path)
    unlink(path + "~")
    // An editor that was killed leaves what it had not saved in a file of its own.
    let cut = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    unlink("\(path[..<cut]).\(path[cut...]).swp")
  }
}
