import Glibc
import Interchange
import TerminalUI

/// Writes whole texts to the standard streams, whatever the pipe takes at a time.
enum StandardOutput {
  /// Writes to standard output. A reader that has gone away ends the program quietly.
  static func write(_ text: String) {
    send(bytes(of: text, on: STDOUT_FILENO), to: STDOUT_FILENO)
  }

  /// Writes bytes to standard output.
  static func write(_ bytes: [UInt8]) {
    send(bytes, to: STDOUT_FILENO)
  }

  /// Writes one line to standard error, with the program's name before it.
  ///
  /// What it quotes, as the name of a file, does nothing to a terminal.
  static func complain(_ message: String) { remark("sixthday: \(harmless(message))\n") }

  /// Writes to standard error, for progress and remarks; on a terminal broken at words.
  static func remark(_ text: String) {
    let text = Wrapping.wrapped(text, to: width(of: STDERR_FILENO))
    send(bytes(of: text, on: STDERR_FILENO), to: STDERR_FILENO)
  }

  /// The width of the terminal behind a descriptor, or nil where there is none.
  static func width(of descriptor: Int32) -> Int? {
    guard isatty(descriptor) == 1 else { return nil }
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// The text as UTF-8; on a terminal whose locale knows less, as what stands for it there.
  private static func bytes(of text: String, on descriptor: Int32) -> [UInt8] {
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
    return isPlain || isatty(descriptor) == 0
      ? Array(text.utf8) : Repertoire.ofLocale.bytes(of: text)
  }

  private static func send(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { buffer in
      var sent = 0
      while sent < buffer.count {
        let count = Glibc.write(
          descriptor, buffer.baseAddress.map { $0 + sent }, buffer.count - sent)
        if count < 0 {
          if errno == EINTR { continue }
          if errno == EAGAIN {
            var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            poll(&ready, 1, -1)
            continue
          }
          // A reader that went away had enough; a full disk leaves half a file that looks whole.
          if descriptor == STDOUT_FILENO, errno != EPIPE {
            complain("the output could not be written: \(String(cString: strerror(errno)))")
          }
          exit(ExitStatus.refusal.rawValue)
        }
        sent += count
      }
    }
  }
}
