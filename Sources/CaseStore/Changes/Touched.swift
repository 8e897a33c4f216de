import AlternativeProvision

/// A child's week in the registers: the unit in which attendance is summed up.
public struct PupilWeek: Hashable, Comparable, Sendable {
  /// The number of the pupil.
  public var pupil: Int64
  /// The week's Monday, in days since 1 January 1970.
  public var monday: Int32

  /// Orders by pupil, then by week.
  public static func < (left: PupilWeek, right: PupilWeek) -> Bool {
    left.pupil == right.pupil ? left.monday < right.monday : left.pupil < right.pupil
  }
}

/// What a change touched, from which follows what must be worked out again before it is committed.
struct Touched {
  var pupils: Set<Int64> = []
  var cases: Set<Int64> = []
  var schools: Set<Int64> = []
  var providers: Set<Int64> = []
  /// Weeks in which marks were taken away or put back, sorted and each once when the derivations see
  /// them: their marks are to be counted again.
  var weeks: [PupilWeek] = []
  /// The sums of attendance, which followed the marks as they were put.
  var sums: AttendanceSums?
  /// Some school's or authority's terms, or the bank holidays, changed: every count of days may have.
  var calendars = false
  /// A local target changed: every target date may have.
  var targets = false

  /// The day of the change, for which the clock to watch is chosen.
  var day = Day(number: 0)

  var isEmpty: Bool {
    pupils.isEmpty && cases.isEmpty && schools.isEmpty && providers.isEmpty && weeks.isEmpty
      && sums == nil
      && !calendars && !targets
  }
}
