import Glibc

/// Writes whole texts to the standard streams, whatever the pipe takes at a time.
enum StandardOutput {
  /// Writes to standard output. A reader that has gone away ends the program quietly.
  static func write(_ text: String) {
    send(Array(text.utf8), to: STDOUT_FILENO)
  }

  /// Writes bytes to standard output.
  static func write(_ bytes: [UInt8]) {
    send(bytes, to: STDOUT_FILENO)
  }

  /// Writes one line to standard error, with the program's name before it.
  static func complain(_ message: String) {
    send(Array("sixthday: \(message)\n".utf8), to: STDERR_FILENO)
  }

  /// Writes to standard error as it is, for progress and remarks.
  static func remark(_ text: String) {
    send(Array(text.utf8), to: STDERR_FILENO)
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
