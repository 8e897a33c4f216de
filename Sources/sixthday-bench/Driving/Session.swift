import Glibc

/// One full-screen program in one pseudo-terminal, timed at the reads from its master side.
///
/// What a terminal does with the bytes afterwards is the same for every program, and is not counted.
final class Session {
  private let main: Int32
  private let process: pid_t
  private var isOver = false
  /// When the program was started.
  let startedAt: Double
  /// When the last byte came, and how many came in all.
  private(set) var lastByteAt: Double = 0
  private(set) var total = 0
  /// The last bytes, in which the marker is looked for.
  private var recent: [UInt8] = []
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  init(
    _ program: String, _ arguments: [String], environment: [String: String], folder: String? = nil,
    columns: UInt16 = 120, rows: UInt16 = 40
  ) throws(BenchProblem) {
    var main: Int32 = 0
    var other: Int32 = 0
    var name = [CChar](repeating: 0, count: 256)
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&main, &other, &name, nil, &size) == 0 else {
      throw BenchProblem("no pseudo-terminal")
    }
    _ = fcntl(main, F_SETFD, FD_CLOEXEC)
    _ = fcntl(other, F_SETFD, FD_CLOEXEC)
    self.main = main
    startedAt = now()
    process = try start(
      program, arguments, environment: environment, folder: folder, ownSession: true
    ) {
      posix_spawn_file_actions_addopen(&$0, 0, name, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&$0, 0, 1)
      posix_spawn_file_actions_adddup2(&$0, 0, 2)
    }
    close(other)
  }

  deinit { close(main) }

  /// Reads one chunk, waiting at most so many seconds; false when none came.
  func read(within seconds: Double) -> Bool {
    guard !isOver else { return false }
    var waiting = pollfd(fd: main, events: Int16(POLLIN), revents: 0)
    let limit = Int32(max(0, (seconds * 1000).rounded(.up)))
    guard poll(&waiting, 1, limit) > 0 else { return false }
    let count = Glibc.read(main, &buffer, buffer.count)
    guard count > 0 else {
      isOver = true
      return false
    }
    lastByteAt = now()
    total += count
    recent.append(contentsOf: buffer[0..<count])
    if recent.count > 1 << 17 { recent.removeFirst(1 << 16) }
    answer(buffer[0..<count])
    return true
  }

  /// Reads until nothing has come for so long.
  func settle(quiet: Double, limit: Double = 60) {
    let end = now() + limit
    while now() < end, read(within: quiet) {}
  }

  /// Reads until those bytes have come; false when they did not.
  func wait(for text: String, limit: Double) -> Bool {
    let pattern = Array(text.utf8)
    let end = now() + limit
    while true {
      if contains(pattern) { return true }
      guard now() < end, read(within: end - now()) else { return contains(pattern) }
    }
  }

  /// Forgets what came so far, for the next `wait`.
  func forget() { recent.removeAll(keepingCapacity: true) }

  /// Types; the moment before the write.
  @discardableResult
  func type(_ keys: String) -> Double {
    let bytes = Array(keys.utf8)
    let begin = now()
    bytes.withUnsafeBytes { _ = write(main, $0.baseAddress, $0.count) }
    return begin
  }

  /// One act: from the writing of the keys to the last byte that they caused.
  ///
  /// - Returns: milliseconds and bytes, or nil when nothing was written.
  func act(_ keys: String, quiet: Double, limit: Double = 5) -> (milliseconds: Double, bytes: Int)?
  {
    settle(quiet: 0.01, limit: 1)
    let before = total
    let begin = type(keys)
    // The first byte may be long in coming; after it, silence ends the frame.
    guard read(within: limit) else { return nil }
    settle(quiet: quiet, limit: limit)
    return ((lastByteAt - begin) * 1000, total - before)
  }

  /// Kibibytes that it has had the disk read so far.
  var readFromDisk: Double {
    let lines = (contents("/proc/\(process)/io") ?? "").split(separator: "\n")
    guard let line = lines.first(where: { $0.hasPrefix("read_bytes:") }) else { return 0 }
    return (Double(String(line.filter { $0.isNumber })) ?? 0) / 1024
  }

  /// Peak resident memory in mebibytes.
  var peakMemory: Double {
    guard let status = contents("/proc/\(process)/status"),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
    else { return 0 }
    let number = line.filter { $0.isNumber }
    return (Double(String(number)) ?? 0) / 1024
  }

  /// Processor time in milliseconds and voluntary switches, over all threads.
  var work: (milliseconds: Double, wakeUps: Int) {
    var nanoseconds = 0.0
    var switches = 0
    for thread in Session.threads(of: process) {
      let folder = "/proc/\(process)/task/\(thread)"
      if let first = contents(folder + "/schedstat")?.split(separator: " ").first {
        nanoseconds += Double(String(first)) ?? 0
      }
      for line in (contents(folder + "/status") ?? "").split(separator: "\n")
      where line.hasPrefix("voluntary_ctxt_switches:") {
        switches += Int(String(line.filter { $0.isNumber })) ?? 0
      }
    }
    return (nanoseconds / 1_000_000, switches)
  }

  /// Hangs up and waits for the end, killing what does not go.
  func end() {
    var status: Int32 = 0
    for (signal, patience) in [(SIGHUP, 1.0), (SIGKILL, 5.0)] {
      kill(process, signal)
      let limit = now() + patience
      while now() < limit {
        _ = read(within: 0.005)
        if waitpid(process, &status, WNOHANG) != 0 { return }
      }
    }
  }

  private func contains(_ pattern: [UInt8]) -> Bool {
    guard let first = pattern.first, recent.count >= pattern.count else { return false }
    for start in 0...(recent.count - pattern.count)
    where recent[start] == first
      && recent[start..<start + pattern.count].elementsEqual(pattern)
    {
      return true
    }
    return false
  }

  /// Answers what a program may ask of its terminal, so that none waits for an answer in vain.
  private func answer(_ bytes: ArraySlice<UInt8>) {
    let text = String(decoding: bytes, as: UTF8.self)
    if text.contains("\u{1b}[c") || text.contains("\u{1b}[0c") { type("\u{1b}[?62;22c") }
    if text.contains("\u{1b}[>c") || text.contains("\u{1b}[>0c") { type("\u{1b}[>0;276;0c") }
    if text.contains("\u{1b}[6n") { type("\u{1b}[1;1R") }
  }

  private static func threads(of process: pid_t) -> [String] {
    guard let folder = opendir("/proc/\(process)/task") else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }
}

extension Session {
  /// Opens a program, and waits until all of it is there: a large caseload goes on loading behind the
  /// first frame.
  ///
  /// - Parameter words: What stands before the subject's own arguments.
  static func loaded(
    _ subject: Subject, _ words: [String] = [], in workshop: Workshop
  ) throws(BenchProblem) -> Session {
    let session = try Session(
      subject.program, words + subject.arguments, environment: workshop.environment())
    guard session.read(within: 120) else {
      session.end()
      throw BenchProblem("\((words + [subject.name]).joined(separator: " ")) shows nothing")
    }
    session.settle(quiet: 1.5, limit: 120)
    return session
  }
}
