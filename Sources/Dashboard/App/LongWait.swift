import CaseStore
import TerminalUI

/// What a person sees, and can do, while the store keeps them waiting for one event's answer.
///
/// It is asked from inside the store, while screens are in the middle of their work: it may look at none
/// of them, and shows one line over whatever stands there.
final class LongWait {
  /// After how long another program's write is said to be waited for.
  static let saysLock = Duration.milliseconds(150)
  /// After how long work is said to go on.
  static let saysWork = Duration.milliseconds(500)

  /// Shows a line; set by whoever has a terminal.
  var show: (Message) -> Void = { _ in }
  /// Gives what has happened since the last time, without waiting for it.
  var heard: () -> [Event] = { [] }
  private let now: () -> Duration
  private var began = Duration.zero
  private var said: String?
  /// Whether there is still something that can be given up.
  private var canGiveUp = false
  /// Whether the person gave up while this event was answered.
  private(set) var wasGivenUp = false
  /// What must still be answered once the wait is over.
  private var later: [Event] = []

  /// - Parameter now: a clock that only ever goes forward.
  init(now: @escaping () -> Duration) { self.now = now }

  /// Whether keys were pressed upon nothing but the line since an event began to be answered.
  private(set) var tookKeys = false

  /// Something begins that may take its time.
  func begin(canGiveUp: Bool) {
    began = now()
    said = nil
    tookKeys = false
    wasGivenUp = false
    self.canGiveUp = canGiveUp
  }

  /// Goes on with what must come to its end, as taking in what was already changed.
  func goesOnToTheEnd() { canGiveUp = false }

  /// Takes what must be answered now that the wait is over.
  func takeLater() -> [Event] {
    defer { later = [] }
    return later
  }

  /// Whether the store shall go on; answers what it asks again and again.
  func goesOn(_ waiting: Waiting) -> Bool {
    if wasGivenUp { return !canGiveUp }
    guard let words = words(for: waiting) else { return true }
    let text = words + (canGiveUp ? " Esc gives up." : "")
    if text != said { show(Message(.notice, text)) }
    said = text
    // What can't be given up leaves the keys where they are: they are meant for what comes then.
    guard canGiveUp else { return true }
    tookKeys = true
    for event in heard() { take(event) }
    return !wasGivenUp
  }

  /// What there is to say by now; nil where it is too early.
  private func words(for waiting: Waiting) -> String? {
    switch waiting {
    case .forAnotherProgram(let milliseconds):
      guard Duration.milliseconds(milliseconds) >= LongWait.saysLock else { return nil }
      let seconds = milliseconds / 1000
      return "Another program is writing; waiting…" + (seconds > 0 ? " \(seconds) s." : "")
    case .forWork:
      let passed = now() - began
      guard passed >= LongWait.saysWork else { return nil }
      let seconds = passed.components.seconds
      return "Working…" + (seconds > 0 ? " \(seconds) s." : "")
    }
  }

  /// Keys that are typed meanwhile do nothing: nobody can see what they would meet.
  private func take(_ event: Event) {
    switch event {
    case .key(Key(.escape)), .key(Key(.character("c"), .control)): wasGivenUp = true
    case .quit:
      wasGivenUp = true
      later.append(event)
    case .resize, .wake: later.append(event)
    case .key, .mouse, .paste, .focus: break
    }
  }
}
