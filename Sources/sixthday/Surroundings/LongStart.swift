import Dashboard

/// Says once, before there is a screen to say it on, that a start takes long and why.
final class LongStart {
  private let now: () -> Duration
  private let say: (String) -> Void
  private let began: Duration
  private var isSaid = false

  init(
    now: @escaping () -> Duration = Stopwatch.now,
    say: @escaping (String) -> Void = StandardOutput.remark
  ) {
    self.now = now
    self.say = say
    began = now()
  }

  /// Hears that the work goes on; from half a second on it says so.
  func goesOn() {
    guard !isSaid, now() - began >= .milliseconds(500) else { return }
    isSaid = true
    say(
      "sixthday: laying out the calendars for this version's rules, once; Ctrl-C gives up, "
        + "and the file stays as it was\n")
  }
}
