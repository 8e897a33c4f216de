/// A moment, in whole seconds since the start of 1970 in Greenwich: what the journal dates by.
public struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1 January 1970, 00:00 UTC.
  public var seconds: Int64

  /// The moment that many seconds after the start of 1970.
  public init(seconds: Int64) {
    self.seconds = seconds
  }

  /// Orders moments by time.
  public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }
}
