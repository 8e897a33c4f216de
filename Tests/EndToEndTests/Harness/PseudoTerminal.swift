import Glibc

/// A program on a bare pseudo-terminal: its raw bytes, its signals, and the terminal's modes.
///
/// For what no emulator shows: whether the alternate screen was left and the modes restored.
final class PseudoTerminal {
  let child: Child
  /// Everything that the program has written so far.
  private(set) var bytes: [UInt8] = []
  private let channel: Channel
  /// Keeps the terminal open, so that its modes can be asked after the program is gone.
  private let ours: Int32
  /// The modes before the program was started.
  let modesBefore: termios

  init(
    _ program: String, _ arguments: [String], environment: [String: String], folder: String,
    columns: Int = 120, rows: Int = 40
  ) throws {
    var main: Int32 = 0
    var other: Int32 = 0
    var name = [CChar](repeating: 0, count: 256)
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&main, &other, &name, nil, &size) == 0 else {
      throw HarnessProblem("no pseudo-terminal: \(errno)")
    }
    ours = other
    _ = fcntl(other, F_SETFD, FD_CLOEXEC)
    channel = Channel(main)
    var modes = termios()
    tcgetattr(other, &modes)
    modesBefore = modes
    child = try Child(
      program, arguments, environment: environment, folder: folder, ownSession: true
    ) { actions in
      posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, 0, 1)
      posix_spawn_file_actions_adddup2(&actions, 0, 2)
    }
  }

  deinit { close(ours) }

  /// Starts the built program.
  convenience init(
    sixthday arguments: [String], in scratch: Scratch, terminal: String = "xterm-256color",
    environment more: [String: String] = [:], columns: Int = 120, rows: Int = 40
  ) throws {
    var settings = ["SIXTHDAY_FRAME_MARKER": "1"]
    for (name, value) in more { settings[name] = value }
    try self.init(
      BuiltProgram.path, arguments,
      environment: BuiltProgram.environment(home: scratch.path, terminal: terminal, settings),
      folder: scratch.path, columns: columns, rows: rows)
  }

  /// What was written so far, as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  func type(_ text: String) { send(Array(text.utf8)) }

  func send(_ bytes: [UInt8]) { writeAll(channel.descriptor, bytes) }

  func signal(_ number: Int32) { kill(child.process, number) }

  func resize(columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(channel.descriptor, UInt(TIOCSWINSZ), &size)
  }

  /// Reads until these bytes have been written after `start`; the position just after them.
  @discardableResult
  func expect(
    _ wanted: String, after start: Int = 0, milliseconds limit: Double = 20_000
  ) throws -> Int {
    let pattern = Array(wanted.utf8)
    let end = milliseconds() + limit
    var from = start
    while true {
      if let found = PseudoTerminal.position(of: pattern, in: bytes, from: from) {
        return found + pattern.count
      }
      from = max(start, bytes.count - pattern.count)
      let left = end - milliseconds()
      guard left > 0, channel.fill(milliseconds: left) else {
        throw HarnessProblem("\(wanted.debugDescription) was not written; was: \(tail)")
      }
      bytes.append(contentsOf: channel.take())
    }
  }

  /// Reads what comes until the program has ended.
  func ending(milliseconds limit: Double = 20_000) throws -> Ending {
    let end = milliseconds() + limit
    while milliseconds() < end {
      _ = channel.fill(milliseconds: 2)
      bytes.append(contentsOf: channel.take())
      if let ending = child.ended() {
        while channel.fill(milliseconds: 0) {}
        bytes.append(contentsOf: channel.take())
        return ending
      }
    }
    throw HarnessProblem("the program did not end; last it wrote: \(tail)")
  }

  /// Reads until the program has been stopped, as by Ctrl-Z.
  func waitUntilStopped(milliseconds limit: Double = 20_000) throws {
    let end = milliseconds() + limit
    while milliseconds() < end {
      _ = channel.fill(milliseconds: 2)
      bytes.append(contentsOf: channel.take())
      let status = Scratch.read("/proc/\(child.process)/stat") ?? ""
      if let close = status.lastIndex(of: ")"), status[close...].hasPrefix(") T") {
        while channel.fill(milliseconds: 0) {}
        bytes.append(contentsOf: channel.take())
        return
      }
    }
    throw HarnessProblem("the program was not stopped; last it wrote: \(tail)")
  }

  /// The modes now.
  var modes: termios {
    var modes = termios()
    tcgetattr(ours, &modes)
    return modes
  }

  /// Whether typing is echoed, line by line, with newlines mended: a terminal as a shell wants it.
  var isWhole: Bool {
    let now = modes
    return now.c_lflag == modesBefore.c_lflag && now.c_iflag == modesBefore.c_iflag
      && now.c_oflag == modesBefore.c_oflag && now.c_cc.0 == modesBefore.c_cc.0
  }

  /// The end of what was written, made readable for a failing test.
  var tail: String { String(decoding: bytes.suffix(400), as: UTF8.self).debugDescription }

  static func position(of pattern: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard !pattern.isEmpty, bytes.count >= pattern.count else { return nil }
    var index = max(0, start)
    while index + pattern.count <= bytes.count {
      if bytes[index] == pattern[0] && bytes[index..<index + pattern.count].elementsEqual(pattern) {
        return index
      }
      index += 1
    }
    return nil
  }
}
