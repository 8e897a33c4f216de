import Glibc

/// A process that a test started.
///
/// Swift Testing's threads block nearly every signal and a child inherits that, so that it would see
/// no SIGTERM and no SIGWINCH: every child is started with an empty mask and the default handlers.
final class Child {
  let process: pid_t
  private var status: Int32?

  /// Starts `program`, with `wiring` to say what its descriptors are.
  ///
  /// - Parameter ownSession: makes it the leader of a session, so that the first terminal it opens
  ///   becomes its controlling terminal.
  init(
    _ program: String, _ arguments: [String], environment: [String: String],
    folder: String? = nil, ownSession: Bool = false,
    wiring: (inout posix_spawn_file_actions_t) -> Void
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    wiring(&actions)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let setSession: Int32 = 0x80  // POSIX_SPAWN_SETSID, which Swift's Glibc module hides.
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | (ownSession ? setSession : 0)))

    // Swift's Glibc module hides the action that changes the folder; `env` does it and becomes the
    // program.
    let line = (folder.map { ["env", "-C", $0] } ?? []) + [program] + arguments
    var words = line.map { strdup($0) } + [nil]
    var settings = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (words + settings).forEach { free($0) } }
    var identifier = pid_t()
    let code = posix_spawnp(&identifier, line[0], &actions, &attributes, &words, &settings)
    guard code == 0 else {
      throw HarnessProblem("cannot start \(program): \(String(cString: strerror(code)))")
    }
    process = identifier
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      _ = wait(milliseconds: 5000)
    }
  }

  /// How it ended, or nil while it runs.
  func ended() -> Ending? {
    if status == nil {
      var value: Int32 = 0
      if waitpid(process, &value, WNOHANG) == process { status = value }
    }
    return status.map(Ending.init)
  }

  /// Waits for the end; nil when it has not come in that time.
  func wait(milliseconds limit: Double) -> Ending? {
    let end = milliseconds() + limit
    while true {
      if let ending = ended() { return ending }
      if milliseconds() > end { return nil }
      poll(nil, 0, 1)
    }
  }
}

/// How a process ended.
enum Ending: Equatable {
  case exited(Int32)
  case killed(by: Int32)

  init(_ status: Int32) {
    let signal = status & 0x7f
    self = signal == 0 ? .exited((status >> 8) & 0xff) : .killed(by: signal)
  }
}

/// One end of a pipe, read with a limit in time.
final class Channel {
  let descriptor: Int32
  private(set) var pending: [UInt8] = []
  private(set) var isAtEnd = false

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  deinit { close(descriptor) }

  /// Reads what has come; false when nothing came within the limit.
  func fill(milliseconds limit: Double) -> Bool {
    if isAtEnd { return false }
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, Int32(max(0, limit.rounded(.up)))) > 0 else { return false }
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = read(descriptor, &chunk, chunk.count)
    guard count > 0 else {
      isAtEnd = true  // A pty's master says EIO when the last program has closed the other side.
      return false
    }
    pending.append(contentsOf: chunk[0..<count])
    return true
  }

  /// The next line without its end, or nil when none came within the limit.
  func line(milliseconds limit: Double) -> String? {
    let end = milliseconds() + limit
    var searched = 0
    while true {
      if let newline = pending[searched...].firstIndex(of: 10) {
        let text = String(decoding: pending[..<newline], as: UTF8.self)
        pending.removeSubrange(...newline)
        return text
      }
      searched = pending.count
      let left = end - milliseconds()
      guard left > 0, fill(milliseconds: left) else { return nil }
    }
  }

  /// Everything that came and was not taken yet.
  func take() -> [UInt8] {
    defer { pending = [] }
    return pending
  }

  /// Two ends of a new pipe: one to read, one to hand to a child.
  static func pipe() throws -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [0, 0]
    guard Glibc.pipe(&ends) == 0 else { throw HarnessProblem("no pipe: \(errno)") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }
}

/// Writes all the bytes, waiting where the other side is slow.
func writeAll(_ descriptor: Int32, _ bytes: [UInt8]) {
  var sent = 0
  while sent < bytes.count {
    let count = bytes[sent...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count <= 0 { return }
    sent += count
  }
}
