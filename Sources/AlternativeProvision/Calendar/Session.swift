/// One of the two halves into which a school day is divided.
///
/// Education (School Day and School Year) (England) Regulations 1999: a school day has two sessions
/// with a break in the middle, so a session is the half day in which exclusions are counted.
public enum Session: UInt8, CaseIterable, Sendable, Comparable {
  case morning = 0
  case afternoon = 1

  /// Orders the morning before the afternoon.
  public static func < (left: Session, right: Session) -> Bool { left.rawValue < right.rawValue }
}
