import CaseStore
import Testing

@testable import sixthday

@Suite("A start that takes long")
struct LongStartTests {
  @Test(
    "nothing is said in the first half second, and once after it what is done and the way out",
    arguments: [SlowStart.layingOutCalendars, .waitingForAnotherProgram])
  func said(what: SlowStart) {
    var time = Duration.seconds(10)
    var said: [String] = []
    let start = LongStart(now: { time }, say: { said.append($0) })
    time += .milliseconds(499)
    start.goesOn(what)
    #expect(said.isEmpty)
    time += .milliseconds(1)
    start.goesOn(what)
    time += .seconds(5)
    start.goesOn(what)
    #expect(said.count == 1)
    #expect(said.first?.contains("Ctrl-C gives up") == true)
  }
}
