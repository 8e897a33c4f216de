import AlternativeProvision
import Testing

@Suite("English time")
struct EnglishTimeTests {
  private func words(_ seconds: Int64) -> String? {
    EnglishTime(secondsSince1970: seconds).map { "\($0.day.iso) \($0.time)" }
  }

  @Test("clocks go forward on the last Sunday in March and back on the last Sunday in October")
  func summer() {
    // 28 March 2027, a Sunday, 00:59 and 01:00 in Greenwich.
    #expect(words(1_806_195_540) == "2027-03-28 00:59")
    #expect(words(1_806_195_600) == "2027-03-28 02:00")
    // 31 October 2027, a Sunday.
    #expect(words(1_824_944_340) == "2027-10-31 01:59")
    #expect(words(1_824_944_400) == "2027-10-31 01:00")
  }

  @Test("a late evening in summer belongs to the next day, and winter is Greenwich's time")
  func days() {
    #expect(words(0) == "1970-01-01 00:00")
    #expect(words(1_795_617_900) == "2026-11-25 14:45")
    #expect(words(1_813_793_400) == "2027-06-24 00:30")
    #expect(EnglishTime(secondsSince1970: .max) == nil)
  }
}
