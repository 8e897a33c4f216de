import Foundation

/// The `sqlite3` program, as another process that has the same file open.
enum Tool {
  struct Answer {
    var status: Int32
    var output: String
  }

  /// Runs SQL or dot commands on a file and waits for the answer.
  static func sqlite(_ file: String, _ commands: String) -> Answer {
    guard let running = Running(["sqlite3", "-bail", file]) else {
      return Answer(status: -1, output: "")
    }
    running.write(commands + "\n")
    return running.finish()
  }

  /// A started process with pipes to its standard input and from its standard output.
  final class Running {
    let process: pid_t
    private let input: Int32
    private let output: Int32
    private var isOver = false

    init?(_ arguments: [String]) {
      var toChild: [Int32] = [0, 0]
      var fromChild: [Int32] = [0, 0]
      guard pipe(&toChild) == 0, pipe(&fromChild) == 0 else { return nil }
      // Tests run side by side: a pipe's end that leaks into another child would never close.
      for end in toChild + fromChild { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      var actions = posix_spawn_file_actions_t()
      posix_spawn_file_actions_init(&actions)
      posix_spawn_file_actions_adddup2(&actions, toChild[0], 0)
      posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1)
      var attributes = posix_spawnattr_t()
      posix_spawnattr_init(&attributes)
      var none = sigset_t()
      sigemptyset(&none)
      var all = sigset_t()
      sigfillset(&all)
      posix_spawnattr_setsigmask(&attributes, &none)
      posix_spawnattr_setsigdefault(&attributes, &all)
      posix_spawnattr_setflags(
        &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
      var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
      defer { for word in words { free(word) } }
      var process: pid_t = 0
      let code = posix_spawnp(&process, arguments[0], &actions, &attributes, &words, environ)
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
      close(toChild[0])
      close(fromChild[1])
      guard code == 0 else { return nil }
      self.process = process
      input = toChild[1]
      output = fromChild[0]
    }

    func write(_ text: String) {
      let bytes = Array(text.utf8)
      var done = 0
      while done < bytes.count {
        let count = bytes[done...].withUnsafeBytes { Glibc.write(input, $0.baseAddress, $0.count) }
        guard count > 0 else { return }
        done += count
      }
    }

    /// Reads up to and including a line, which says that what came before it is done.
    func read(through line: String) -> Bool {
      var seen: [UInt8] = []
      var byte: UInt8 = 0
      while Glibc.read(output, &byte, 1) == 1 {
        seen.append(byte)
        if byte == 10 {
          if String(decoding: seen.dropLast(), as: UTF8.self) == line { return true }
          seen.removeAll()
        }
      }
      return false
    }

    /// Ends its input, reads the rest and waits for its end.
    func finish() -> Answer {
      close(input)
      var seen: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 4096)
      while true {
        let count = Glibc.read(output, &buffer, buffer.count)
        guard count > 0 else { break }
        seen += buffer[..<count]
      }
      close(output)
      return Answer(status: wait(), output: String(decoding: seen, as: UTF8.self))
    }

    /// Ends it as a pulled plug would.
    func kill() {
      Glibc.kill(process, SIGKILL)
      close(input)
      close(output)
      _ = wait()
    }

    private func wait() -> Int32 {
      var status: Int32 = 0
      isOver = true
      return waitpid(process, &status, 0) == process ? status : -1
    }
  }
}
