import AlternativeProvision
import TestSupport
import Testing

@Suite("Attendance")
struct AttendanceTests {
  @Test("dual registration, closures and the unable-to-attend codes stay out of the denominator")
  func notPossible() throws {
    let day = try Day("2026-11-23")
    for code in ["D", "Q", "X", "Y1", "Y2", "Y3", "Y4", "Y5", "Y6", "Y7"] {
      #expect(AttendanceClass(code: code, on: day) == .notPossible, "\(code)")
    }
    var tally = AttendanceTally()
    for code in ["/", "\\", "K", "B", "I", "O", "D", "Y4", "#"] {
      tally.count(try #require(AttendanceClass(code: code, on: day)))
    }
    #expect(tally == AttendanceTally(attended: 4, authorised: 1, unauthorised: 1, notPossible: 3))
    #expect(tally.possible == 6)
    #expect(tally.attendance.text == "66.6%")
  }

  @Test("withdrawn codes are read in old registers only")
  func withdrawn() throws {
    for code in ["H", "J", "Y", "F"] {
      #expect(AttendanceClass(code: code, on: try Day("2024-08-18")) != nil)
      #expect(AttendanceClass(code: code, on: try Day("2024-08-19")) == nil)
    }
    #expect(AttendanceClass(code: "J1", on: try Day("2024-08-18")) == nil)
    #expect(AttendanceClass(code: "J1", on: try Day("2024-08-19")) == .authorised)
  }

  @Test("the quick lookup agrees with the table for every code of two bytes on either side of 2024")
  func quickLookup() throws {
    for day in try ["2020-01-06", "2026-11-23"].map({ try Day($0) }) {
      for first in UInt8(0)...255 {
        for second in UInt8(0)...255 {
          let bytes = second == 0 ? [first] : [first, second]
          let text = String(decoding: bytes, as: UTF8.self)
          let expected =
            text.utf8.elementsEqual(bytes) ? Codes.attendance.entry(text, on: day)?.detail : nil
          #expect(AttendanceClass(first: first, second: second, on: day) == expected)
        }
      }
    }
  }

  @Test("nothing possible is no percentage, not nought per cent")
  func nothingPossible() {
    let tally = AttendanceTally(notPossible: 10)
    #expect(tally.percentage == nil)
    #expect(tally.absenceLevel == nil)
    #expect(tally.attendance.text == "–")
    #expect(AttendanceTally(unauthorised: 4).percentage == 0)
  }

  @Test(
    "persistent absence begins at exactly a tenth and severe at exactly a half",
    arguments: [
      (0, 10, AbsenceLevel.withinBounds), (99, 1000, .withinBounds), (1, 10, .persistent),
      (100, 1000, .persistent), (499, 1000, .persistent), (1, 2, .severe), (10, 10, .severe),
      (39, 390, .persistent), (38, 390, .withinBounds), (0, 1, .withinBounds),
    ])
  func thresholds(_ absent: Int, _ possible: Int, _ level: AbsenceLevel) {
    let tally = AttendanceTally(
      attended: Int32(possible - absent), unauthorised: Int32(absent))
    #expect(tally.absenceLevel == level)
  }

  @Test("a percentage is never rounded up past what was attended")
  func rounding() {
    #expect(Share(999, of: 1000).text == "99.9%")
    #expect(Share(9999, of: 10_000).text == "99.9%")
    #expect(Share(7, of: 8).text == "87.5%")
    #expect(Share(0, of: 3).text == "0.0%")
    #expect(Share(3, of: 3).text == "100.0%")
  }

  @Test("weeks added up are the marks counted at once, and taking one away undoes adding it")
  func sums() {
    var random = SeededGenerator(3)
    var whole = AttendanceTally()
    var sum = AttendanceTally()
    for _ in 0..<40 {
      var week = AttendanceTally()
      for _ in 0..<10 {
        let mark = AttendanceClass.allCases.randomElement(using: &random) ?? .attending
        week.count(mark)
        whole.count(mark)
      }
      var undone = sum + week
      undone -= week
      #expect(undone == sum)
      sum += week
    }
    #expect(sum == whole)
    #expect(sum.possible + sum.notPossible == 400)
  }

  @Test("a trend sets the later weeks against the earlier, and passes over holidays")
  func trend() {
    func week(_ attended: Int32) -> AttendanceTally {
      AttendanceTally(attended: attended, unauthorised: 10 - attended)
    }
    let holiday = AttendanceTally()
    #expect(AttendanceTrend(weeks: [week(5), week(5), holiday, week(7), week(7)]) == .rising)
    #expect(AttendanceTrend(weeks: [week(9), week(9), week(4), week(4)]) == .falling)
    #expect(AttendanceTrend(weeks: [week(9), week(9)]) == .level)
    #expect(AttendanceTrend(weeks: [week(9), holiday]) == .unknown)
    #expect(AttendanceTrend(weeks: []) == .unknown)
  }
}
