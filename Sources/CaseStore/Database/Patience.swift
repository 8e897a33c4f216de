import CSQLite

/// Why the store keeps whoever called it waiting.
public enum Waiting: Sendable, Hashable {
  /// Another program is writing, and has been waited for so many milliseconds.
  case forAnotherProgram(milliseconds: Int)
  /// The store itself has much to do.
  case forWork
}

/// Decides how long a connection waits, and lets whoever shows the wait give up.
final class Patience {
  /// How long to wait for another program's write where nobody is asked, in milliseconds.
  static let usual = 5000
  /// SQLite's own pauses between two looks whether the other program is done, in milliseconds.
  private static let pauses: [Int32] = [1, 2, 5, 10, 15, 20, 25, 25, 25, 50, 50, 50]
  /// How many of SQLite's steps lie between two questions: a few milliseconds' worth.
  private static let stepsBetween: Int32 = 100_000

  /// Asked again and again while something takes its time: false gives up.
  var ask: ((Waiting) -> Bool)?
  /// Told again and again while another program is waited for and nobody is asked.
  var tell: (() -> Void)?
  /// The most milliseconds to wait, where that is less than usual: nobody is asked then.
  fileprivate var limit = Patience.usual
  private var waited = 0
  private var hasGivenUp = false

  /// Makes a connection wait this way.
  func govern(_ handle: OpaquePointer) {
    let context = Unmanaged.passUnretained(self).toOpaque()
    sqlite3_busy_handler(
      handle,
      { context, attempt in
        guard let context else { return 0 }
        let patience = Unmanaged<Patience>.fromOpaque(context).takeUnretainedValue()
        return patience.waitsOn(attempt: Int(attempt)) ? 1 : 0
      }, context)
    guard ask != nil else { return sqlite3_progress_handler(handle, 0, nil, nil) }
    sqlite3_progress_handler(
      handle, Patience.stepsBetween,
      { context in
        guard let context else { return 0 }
        return Unmanaged<Patience>.fromOpaque(context).takeUnretainedValue().worksOn() ? 0 : 1
      }, context)
  }

  /// Whether somebody gave up since this was last asked.
  func takeGivingUp() -> Bool {
    defer { hasGivenUp = false }
    return hasGivenUp
  }

  private func waitsOn(attempt: Int) -> Bool {
    if attempt == 0 { waited = 0 }
    let pause = Patience.pauses[min(attempt, Patience.pauses.count - 1)]
    if let ask, limit == Patience.usual {
      hasGivenUp = !ask(.forAnotherProgram(milliseconds: waited))
      if hasGivenUp { return false }
    } else if waited + Int(pause) > limit {
      return false
    } else if limit == Patience.usual {
      tell?()
    }
    sqlite3_sleep(pause)
    waited += Int(pause)
    return true
  }

  /// Asks whether long work shall go on, as SQLite does of itself in the middle of a long statement.
  fileprivate func worksOn() -> Bool {
    guard let ask, limit == Patience.usual else { return true }
    hasGivenUp = !ask(.forWork)
    return !hasGivenUp
  }
}

extension Connection {
  /// Lets who waits give up between two pieces of work, much of which may be no statement's.
  ///
  /// - Throws: `StoreError` of kind `.givenUp`; a transaction that is open is then taken back.
  func goOn() throws(StoreError) {
    guard !patience.worksOn() else { return }
    _ = patience.takeGivingUp()
    throw .givenUp
  }

  /// Does something for which another program is waited for only so many milliseconds, and nobody is
  /// asked.
  func waiting<T>(
    atMost milliseconds: Int, _ body: () throws(StoreError) -> T
  ) throws(StoreError) -> T {
    let before = patience.limit
    patience.limit = milliseconds
    defer { patience.limit = before }
    return try body()
  }
}

extension Caseload {
  /// Asked again and again while another program's write is waited for, or while a long piece of work
  /// goes on: false gives up, and the store then throws an error of kind `.givenUp` and has changed
  /// nothing.
  ///
  /// Where nobody is asked, another program is waited for five seconds and no work is ever given up.
  public var whileWaiting: ((Waiting) -> Bool)? {
    get { connection.patience.ask }
    set { connection.ask(newValue) }
  }
}
