/// When to look again whether another program has changed the caseload.
///
/// SQLite writes a change's pages to the log first and makes them visible afterwards, in shared memory
/// of which no watch tells. Who looks at the wake that the writing caused often looks too early, so
/// there are a few more looks, ever further apart, and then rest. It never asks the time itself.
struct ChangeWatch {
  /// How long after the last wake to look again: the last for a disk that takes its time.
  static let looks: [Duration] = [
    .milliseconds(10), .milliseconds(60), .milliseconds(300), .milliseconds(1_200),
  ]
  private var woken: Duration?
  private var done = 0

  /// Hears that the file was written to; the looks begin anew.
  mutating func wake(at now: Duration) {
    woken = now
    done = 0
  }

  /// How long until the next look; nil where none is to come, so that nothing wakes for nothing.
  func wait(at now: Duration) -> Duration? {
    guard let woken else { return nil }
    return max(.zero, woken + ChangeWatch.looks[done] - now)
  }

  /// Whether it is time to look; each look is answered for once.
  mutating func isTimeToLook(at now: Duration) -> Bool {
    guard let woken, now >= woken + ChangeWatch.looks[done] else { return false }
    // Looks that were slept through are as good as one.
    while done < ChangeWatch.looks.count, now >= woken + ChangeWatch.looks[done] { done += 1 }
    if done == ChangeWatch.looks.count { self.woken = nil }
    return true
  }
}
