import Testing

@testable import Dashboard

@Suite("Looking again for other people's changes")
struct ChangeWatchTests {
  /// The moments of the looks, for somebody who sleeps as long as the watch says.
  func looks(_ watch: inout ChangeWatch, from start: Duration) -> [Duration] {
    var now = start
    var looks: [Duration] = []
    while let pause = watch.wait(at: now), looks.count < 100 {
      now += pause
      if watch.isTimeToLook(at: now) { looks.append(now) }
    }
    return looks
  }

  @Test("nothing is looked at, and nothing wakes, while nobody writes")
  func rest() {
    var watch = ChangeWatch()
    #expect(watch.wait(at: .seconds(5)) == nil)
    let isTime = watch.isTimeToLook(at: .seconds(5))
    #expect(!isTime)
  }

  @Test("a wake that came before the change was visible is followed by later looks, then by rest")
  func after() {
    var watch = ChangeWatch()
    watch.wake(at: .seconds(5))
    let looks = looks(&watch, from: .seconds(5))
    #expect(looks == ChangeWatch.looks.map { .seconds(5) + $0 })
    #expect(watch.wait(at: .seconds(60)) == nil)
  }

  @Test("in a burst of wakes the looks are counted from the last")
  func burst() {
    var watch = ChangeWatch()
    for wake in 0..<20 {
      watch.wake(at: .milliseconds(wake * 40))
      _ = watch.isTimeToLook(at: .milliseconds(wake * 40 + 15))
    }
    let looks = looks(&watch, from: .milliseconds(775))
    #expect(looks.last == .milliseconds(760) + (ChangeWatch.looks.last ?? .zero))
  }

  @Test("looks that were slept through are made up for by one")
  func late() {
    var watch = ChangeWatch()
    watch.wake(at: .zero)
    let isTime = watch.isTimeToLook(at: .seconds(9))
    #expect(isTime)
    #expect(watch.wait(at: .seconds(9)) == nil)
  }
}
