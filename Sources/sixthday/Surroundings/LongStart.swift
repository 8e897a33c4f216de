import CaseStore
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

  /// Hears that it goes on; from half a second on it says so.
  func goesOn(_ what: SlowStart) {
    guard !isSaid, now() - began >= .milliseconds(500) else { return }
    isSaid = true
    switch what {
    case .layingOutCalendars:
      say(
        "sixthday: laying out the calendars for this version's rules, once; Ctrl-C gives up, "
          + "and the file stays as it was\n")
    case .waitingForAnotherProgram:
      say("sixthday: waiting for another program that is writing; Ctrl-C gives up\n")
    }
  }
}

extension Caseload {
  /// Opens a caseload, and says on standard error what keeps one waiting for over half a second.
  ///
  /// - Throws: `StoreError`.
  static func opened(_ path: String, access: Access) throws(StoreError) -> Caseload {
    try open(path, access: access, goingOn: LongStart().goesOn)
  }
}
