import AlternativeProvision
import CaseStore
import Glibc
import TerminalUI

/// What the loop asks of the clock on the wall, passed in so that a test can pin it.
public struct WallClock {
  /// The day that it is.
  public var today: () -> Day
  /// How long until the next day begins; nil where the day is pinned.
  public var untilTomorrow: () -> Duration?

  /// A clock.
  public init(today: @escaping () -> Day, untilTomorrow: @escaping () -> Duration?) {
    self.today = today
    self.untilTomorrow = untilTomorrow
  }
}

extension DashboardApp {
  /// Shows the dashboard on a terminal until the person leaves.
  ///
  /// It sleeps in one wait for keys, the caseload's file, midnight and the time that a screen asked for,
  /// and never wakes for nothing: only after a write by another program does it look a few times more,
  /// as `ChangeWatch` says.
  public func run(on terminal: Terminal, clock: WallClock) {
    let watch = desk.board.watchedPath.flatMap { FileWatch(path: $0) }
    var changes = ChangeWatch()
    let elapsed = desk.setting.stopwatch
    terminal.setTitle("Sixthday")
    try? desk.caseload.tidiesLater()
    letWait(on: terminal)
    while !isFinished {
      for effect in takeEffects() { carryOut(effect, on: terminal) }
      if needsDrawing { terminal.show(draw()) }
      let untilDeadline = deadline.map { max(.zero, $0 - elapsed()) }
      let next = [clock.untilTomorrow(), changes.wait(at: elapsed()), untilDeadline]
        .compactMap { $0 }.min()
      let descriptors = watch.map { [$0.descriptor] } ?? []
      let events = terminal.wait(for: descriptors, atMost: hasWork ? .zero : next)
      for case .wake in events {
        watch?.drain()
        changes.wake(at: elapsed())
      }
      answer(events)
      if changes.isTimeToLook(at: elapsed()) { caseloadMayHaveChanged() }
      if events.isEmpty {
        if hasWork { work() }
        turn(to: clock.today())
      }
      // After every batch, not only in silence: somebody who types without a pause is saved too.
      passTime()
      if let text = takeTextToEdit() {
        edit(text, on: terminal)
      }
    }
    leave()
    // It would hold this, and with it the file, open for ever.
    desk.caseload.whileWaiting = nil
  }
}

extension DashboardApp {
  /// Has a long wait shown on a terminal, and Escape heard there.
  private func letWait(on terminal: Terminal) {
    longWait.heard = { [unowned terminal] in terminal.wait(atMost: .zero) }
    longWait.show = { [unowned terminal, desk] message in
      var line = Surface(width: terminal.size.width, height: 1)
      StatusLine.draw(on: &line, in: line.bounds, desk: desk)
      message.draw(on: &line, in: StatusLine.room(in: line.bounds, for: message, desk: desk))
      StatusLine.drawShared(on: &line, in: line.bounds, desk: desk)
      terminal.show(line: line, at: terminal.size.height - 2)
    }
  }

  /// Opens a text in the person's own editor, and takes it back.
  private func edit(_ text: String, on terminal: Terminal) {
    let place = screens.last?.editing
    ExternalEditor.edit(
      text, with: desk.setting.editor, on: terminal,
      opening: { place?.note(text, in: $0, desk) }, taking: { receive(edited: $0) })
    place?.forget(desk)
  }

  private func carryOut(_ effect: TerminalEffect, on terminal: Terminal) {
    switch effect {
    case .use(let theme): terminal.use(theme)
    case .copy(let text): if !terminal.copy(text) { copyFailed() }
    case .ring: terminal.ring()
    case .repaint: terminal.repaint()
    case .mouse(let isOurs): terminal.usesMouse = isOurs
    }
  }
}

/// How long the machine has been up, by a clock that nobody sets.
public enum Stopwatch {
  /// The time since the machine was started.
  public static func now() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}

/// Hears of writes to a file, and of files that come and go in the folder that holds it.
final class FileWatch {
  /// What to wait for.
  let descriptor: Int32
  private let path: String

  /// Watches a file; nil where the system can't.
  init?(path: String) {
    let cut = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = cut.map { String(path[..<$0]) } ?? "."
    self.path = path
    let opened = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard opened >= 0 else { return nil }
    // Of the folder only that files come and go: it may be full of others that are written to.
    let made = UInt32(IN_CREATE | IN_MOVED_TO | IN_DELETE | IN_MOVED_FROM)
    guard inotify_add_watch(opened, folder.isEmpty ? "/" : folder, made) >= 0 else {
      close(opened)
      return nil
    }
    descriptor = opened
    watchFile()
  }

  /// Watches the file itself, if it is there; twice is the same as once.
  private func watchFile() {
    _ = inotify_add_watch(descriptor, path, UInt32(IN_MODIFY))
  }

  deinit { close(descriptor) }

  /// Takes what was heard, so that the wait does not end at once again.
  func drain() {
    var bytes = [UInt8](repeating: 0, count: 4096)
    while read(descriptor, &bytes, bytes.count) > 0 {}
    watchFile()
  }
}
