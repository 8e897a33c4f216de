import Glibc

/// A program in a real terminal: a tmux of its own, spoken to in control mode.
///
/// Nothing here sleeps for a while and hopes. The program, asked by `SIXTHDAY_FRAME_MARKER`, sets the
/// terminal's title to `S` and the number of events it has consumed after each painted frame; the
/// terminal reads in order, so that a title of at least `S7` proves the seventh event's frame is up.
final class Terminal {
  private let scratch: Scratch
  private let client: Child
  private let commands: Int32
  private let replies: Channel
  private let socket: String
  private let environment: [String: String]
  /// How many events of input the program must have consumed for all that was sent to be on screen.
  private var awaited = 0

  /// Starts the built program in a terminal of that size, and waits for its first whole frame.
  convenience init(
    sixthday arguments: [String], in scratch: Scratch, columns: Int = 120, rows: Int = 40,
    terminal: String = "tmux-256color", environment more: [String: String] = [:]
  ) throws {
    var settings = BuiltProgram.environment(home: scratch.path, terminal: terminal)
    settings["SIXTHDAY_FRAME_MARKER"] = "1"
    for (name, value) in more { settings[name] = value }
    let words = ([BuiltProgram.path] + arguments).map(Terminal.quoted).joined(separator: " ")
    try self.init(
      command: "exec " + words, in: scratch, columns: columns, rows: rows, environment: settings)
    try settle()
  }

  /// Starts any shell command in a terminal of that size.
  init(
    command: String, in scratch: Scratch, columns: Int, rows: Int, environment: [String: String]
  ) throws {
    self.scratch = scratch
    self.environment = environment
    // A socket's path may have no more than 107 bytes; the scratch folder's name keeps it short.
    socket = scratch.file("s\(Terminal.nextNumber())")
    var start = ["start-server", ";", "set", "-g", "status", "off", ";"]
    start += ["set", "-s", "escape-time", "0", ";", "set", "-g", "remain-on-exit", "on", ";"]
    start += ["set", "-g", "default-terminal", environment["TERM"] ?? "tmux-256color", ";"]
    start += ["set", "-g", "default-shell", "/bin/sh", ";", "set", "-g", "history-limit", "0", ";"]
    start += ["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)"]
    for (name, value) in environment where name != "TERM" { start += ["-e", "\(name)=\(value)"] }
    start += [command]
    let started = try run(
      "tmux", ["-S", socket, "-f", "/dev/null"] + start, environment: environment,
      folder: scratch.path)
    guard started.ending == .exited(0) else {
      throw HarnessProblem("tmux did not start: \(started.errors)")
    }
    let toClient = try Channel.pipe()
    let fromClient = try Channel.pipe()
    let arguments = ["-S", socket, "-C", "attach", "-f", "ignore-size,no-output"]
    client = try Child("tmux", arguments, environment: environment, folder: scratch.path) {
      posix_spawn_file_actions_adddup2(&$0, toClient.reading, 0)
      posix_spawn_file_actions_adddup2(&$0, fromClient.writing, 1)
      posix_spawn_file_actions_addopen(&$0, 2, "/dev/null", O_WRONLY, 0)
    }
    close(toClient.reading)
    close(fromClient.writing)
    commands = toClient.writing
    replies = Channel(fromClient.reading)
    _ = try reply()  // To the attach itself.
  }

  deinit {
    // Asking the server to end through the control client and waiting for the client hangs (tmux
    // 3.3a): an empty line detaches it, and another client ends the server.
    writeAll(commands, [10])
    let end = milliseconds() + 2000
    while !replies.isAtEnd && milliseconds() < end { _ = replies.fill(milliseconds: 50) }
    close(commands)
    _ = client.wait(milliseconds: 2000)
    _ = try? run("tmux", ["-S", socket, "kill-server"], environment: environment)
    unlink(socket)
  }

  // MARK: What a person does

  /// A shell of its own, ready for a command, that takes nothing from the machine it runs on.
  ///
  /// - Parameter call: How it is called so that it asks with "ready>", as bash does by its environment.
  static func shell(
    _ call: String = "bash --norc --noprofile -i", in scratch: Scratch, columns: Int = 100,
    environment more: [String: String] = [:]
  ) throws -> Terminal {
    var settings = BuiltProgram.environment(
      home: scratch.path, terminal: "tmux-256color", ["PS1": "ready> ", "HISTFILE": ""])
    for (name, value) in more { settings[name] = value }
    let terminal = try Terminal(
      command: "exec " + call, in: scratch, columns: columns, rows: 30, environment: settings)
    try terminal.wait(for: "ready>")
    return terminal
  }

  /// Presses keys by tmux's names (`"j"`, `"Enter"`, `"C-z"`, `"PPage"`) and waits for the last's frame.
  func press(_ keys: String...) throws {
    // Escape with another key right behind it would be one key with Alt.
    for part in keys.split(separator: "Escape", omittingEmptySubsequences: false).enumerated() {
      for run in [part.offset > 0 ? ["Escape"] : [], Array(part.element)] where !run.isEmpty {
        try pressWithoutWaiting(run)
        awaited += run.count
        try settle()
      }
    }
  }

  /// Presses keys that may end or stop the program, so that no frame of theirs can be waited for.
  func pressWithoutWaiting(_ keys: [String]) throws {
    try command("send-keys " + keys.map(Terminal.quoted).joined(separator: " "))
  }

  /// Types a text character by character, and waits for the last one's frame.
  func type(_ text: String) throws {
    try command("send-keys -l " + Terminal.quoted(text))
    awaited += text.count
    try settle()
  }

  /// Sends bytes as they are, as a terminal's own reports come; `events` is what they amount to.
  func send(bytes: [UInt8], events: Int = 1) throws {
    let codes = bytes.map { String($0, radix: 16) }.joined(separator: " ")
    try command("send-keys -H " + codes)
    awaited += events
    try settle()
  }

  /// Clicks the first button on a cell, counted from nought.
  func click(column: Int, row: Int) throws {
    let press = "\u{1b}[<0;\(column + 1);\(row + 1)M"
    let release = "\u{1b}[<0;\(column + 1);\(row + 1)m"
    try send(bytes: Array((press + release).utf8))
  }

  /// Turns the wheel over a cell: down by default.
  func wheel(column: Int, row: Int, up: Bool = false) throws {
    try send(bytes: Array("\u{1b}[<\(up ? 64 : 65);\(column + 1);\(row + 1)M".utf8))
  }

  /// Pastes a text, as a terminal does for a program that asked to be told of it.
  func paste(_ text: String) throws {
    try send(bytes: Array(("\u{1b}[200~" + text + "\u{1b}[201~").utf8))
  }

  /// Goes to another window of the terminal's and comes back.
  func lookAway() throws {
    try command("new-window 'exec sleep 60'")
    try command("select-window -t :0")
    try command("kill-window -t :1")
  }

  /// Gives the window another size while nobody looks, as while the program is stopped.
  func resizeWithoutWaiting(columns: Int, rows: Int) throws {
    try command("resize-window -x \(columns) -y \(rows)")
  }

  /// Gives the window another size, and waits for the frame that fits it.
  func resize(columns: Int, rows: Int) throws {
    try command("resize-window -x \(columns) -y \(rows)")
    awaited += 1
    try settle()
  }

  // MARK: What a person sees

  /// The screen's text.
  func screen() throws -> Screen { Screen(lines: try command("capture-pane -p")) }

  /// The screen with each cell's style.
  func styledScreen() throws -> StyledScreen {
    StyledScreen(lines: try command("capture-pane -p -e -N"))
  }

  /// Waits until the screen holds a text, and answers with that screen.
  @discardableResult
  func wait(for text: String, milliseconds limit: Double = 10_000) throws -> Screen {
    try wait("for \(text.debugDescription)", milliseconds: limit) { $0.contains(text) }
  }

  /// Waits until the screen is as wished, and answers with that screen.
  @discardableResult
  func wait(
    _ wish: String, milliseconds limit: Double = 10_000, until holds: (Screen) -> Bool
  ) throws -> Screen {
    let end = milliseconds() + limit
    while true {
      let now = try screen()
      if holds(now) { return now }
      if milliseconds() > end {
        throw HarnessProblem("waited \(wish) in vain; the screen:\n\(now)")
      }
      poll(nil, 0, 1)
    }
  }

  /// Waits until the frame of everything sent so far is on the screen.
  func settle(milliseconds limit: Double = 20_000) throws {
    let end = milliseconds() + limit
    while true {
      if let seen = try eventsConsumed(), seen >= awaited {
        awaited = seen
        return
      }
      if milliseconds() > end {
        throw HarnessProblem("no frame of event \(awaited) came; the screen:\n\(try screen())")
      }
      poll(nil, 0, 1)
    }
  }

  /// The number in the marker, or nil before the first frame.
  func eventsConsumed() throws -> Int? {
    guard let title = try ask("pane_title"), title.hasPrefix("S") else { return nil }
    return Int(title.dropFirst())
  }

  /// A variable of tmux's about the pane, as `alternate_on`, `cursor_flag` or `pane_dead_status`.
  func ask(_ variable: String) throws -> String? {
    try command("display-message -p '#{\(variable)}'").first
  }

  /// Sets an option of tmux's, as `-s set-clipboard on`.
  func set(_ option: String) throws { try command("set " + option) }

  /// What tmux holds as its clipboard.
  func clipboard() throws -> String { try command("show-buffer").joined(separator: "\n") }

  /// The columns that a text takes as tmux counts them.
  func width(of text: String) throws -> Int? {
    try command("set -g @text " + Terminal.quoted(text))
    return try ask("w:@text").flatMap { Int($0) }
  }

  /// Waits for the program's end; its exit code, or nil if a signal ended it.
  func exitCode(milliseconds limit: Double = 10_000) throws -> Int32? {
    let end = milliseconds() + limit
    var reminded = milliseconds() + 100
    while true {
      if let code = try ask("pane_dead_status").flatMap({ Int32($0) }) { return code }
      if try ask("pane_dead_signal")?.isEmpty == false { return nil }
      let now = milliseconds()
      if now > reminded, try ask("pane_dead") == "1", let server = try ask("pid"),
        let number = pid_t(server)
      {
        // tmux 3.3a at times misses the news that its child has ended, and keeps it a zombie.
        kill(number, SIGCHLD)
        reminded = now + 100
      }
      if now > end {
        throw HarnessProblem("the program did not end; the screen:\n\(try screen())")
      }
      poll(nil, 0, 1)
    }
  }

  /// The identifier of the program's process.
  func process() throws -> pid_t {
    guard let text = try ask("pane_pid"), let number = pid_t(text) else {
      throw HarnessProblem("tmux knows no process")
    }
    return number
  }

  // MARK: tmux

  @discardableResult
  private func command(_ line: String) throws -> [String] {
    writeAll(commands, Array((line + "\n").utf8))
    return try reply()
  }

  private func reply() throws -> [String] {
    func next() throws -> String {
      guard let line = replies.line(milliseconds: 20_000) else {
        throw HarnessProblem("tmux did not answer")
      }
      return line
    }
    while !(try next()).hasPrefix("%begin ") {}
    var lines: [String] = []
    while true {
      let line = try next()
      if line.hasPrefix("%end ") { return lines }
      if line.hasPrefix("%error ") { throw HarnessProblem("tmux: \(lines.joined(separator: " "))") }
      lines.append(line)
    }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }

  private static func nextNumber() -> Int {
    counter.next()
  }

  private static let counter = Counter()
}

/// Numbers that no two tests share.
private final class Counter: @unchecked Sendable {
  // Guarded by the mutex: tests run side by side.
  private var value = 0
  private var mutex = pthread_mutex_t()

  init() { pthread_mutex_init(&mutex, nil) }

  func next() -> Int {
    pthread_mutex_lock(&mutex)
    defer { pthread_mutex_unlock(&mutex) }
    value += 1
    return value
  }
}
