import AlternativeProvision
import TestSupport
import Testing

@Suite("Proofs")
struct ProofTests {
  /// A walk over terms and closures that shares no code with the calendar.
  func isSchoolDay(_ day: Day) -> Bool {
    if day.weekday.isWeekend || BankHolidays.statutory.name(of: day) != nil { return false }
    for year in MadeUp.years {
      for term in year.terms where term.first <= day && day <= term.last {
        return !year.closures.contains { $0.first <= day && day <= $0.last }
      }
    }
    return false
  }

  @Test("every day between start and deadline is counted or skipped, and the count is right")
  func complete() throws {
    var dice = SeededGenerator(11)
    let engine = ClockEngine()
    let kinds: [ClockKind] = [
      .sixthDayPermanent, .governors15, .governors50, .reviewApplication, .reviewHearing,
      .reconsideration, .unexplainedMark, .fairAccess,
    ]
    for _ in 0..<3000 {
      let event = day("2025-09-01").adding(days: .random(in: 0...680, using: &dice))
      let kind = kinds.randomElement(using: &dice) ?? .governors15
      let question = ClockQuestion(kind: kind, event: event, calendar: MadeUp.calendar)
      let reading = try #require(engine.reading(for: question))
      let steps = reading.proof.steps
      for (one, next) in zip(steps, steps.dropFirst()) {
        #expect(next.day == one.day.adding(days: 1), "\(kind) from \(event)")
      }
      var counted = 0
      for step in steps {
        switch step.mark {
        case .counted(let number):
          counted += 1
          #expect(number == counted && isSchoolDay(step.day))
        case .skipped(let reason):
          #expect(
            !isSchoolDay(step.day) && !reason.words.isEmpty, "\(kind) \(step.day.long) \(reason)")
        case .start, .workingDay: break
        default: #expect(step.mark == .unknown)
        }
      }
      switch reading.deadline {
      case .on(let due):
        #expect(counted == reading.rule.length)
        #expect(steps.last?.day == due)
      case .beyondCalendar(let through, let number):
        #expect(counted == number && through == day("2027-07-21"))
        #expect(steps.last?.mark == .unknown)
      case .none: Issue.record("no deadline for \(kind) from \(event)")
      }
    }
  }

  /// An authority's calendar of one autumn term, without INSET days.
  private var plain: SchoolCalendar {
    SchoolCalendar(
      name: "Plainshire",
      years: [
        SchoolYear(
          label: "2025/26",
          terms: [Term(name: "Autumn term", first: day("2025-09-01"), last: day("2025-12-19"))])
      ], bankHolidays: .statutory)
  }

  @Test(
    "a calendar that begins after the event is said to begin then, and no end of it is named",
    arguments: [
      ClockKind.sixthDayPermanent, .sixthDaySuspension, .governors15, .reviewApplication,
      .directionNotice, .section19Illness, .fairAccess,
    ])
  func beginsLater(kind: ClockKind) throws {
    let question = ClockQuestion(kind: kind, event: day("2024-09-16"), calendar: plain)
    let reading = try #require(ClockEngine().reading(for: question))
    #expect(reading.deadline == .beyondCalendar(knownThrough: nil, counted: 0))
    let proof = reading.proof
    #expect(
      proof.conclusion.contains("the known calendar begins on Fri 1 Aug 2025"),
      "\(proof.conclusion)")
    #expect(!(proof.remarks + [proof.conclusion]).contains { $0.contains("ends") }, "\(proof)")
  }

  @Test("an authority's calendar that names no INSET days says what that would change")
  func inset() throws {
    let question = ClockQuestion(
      kind: .governors15, event: day("2025-09-15"), calendar: plain)
    let proof = try #require(ClockEngine().reading(for: question)).proof
    #expect(proof.calendar == "Plainshire")
    #expect(proof.remarks.contains { $0.contains("names no INSET days") })
    var other = question
    other.calendar = MadeUp.calendar
    let named = try #require(ClockEngine().reading(for: other)).proof
    #expect(!named.remarks.contains { $0.contains("names no INSET days") })
  }

  @Test("reads as sentences")
  func words() throws {
    let question = ClockQuestion(
      kind: .sixthDayPermanent, event: day("2025-11-24"), calendar: MadeUp.calendar)
    let proof = try #require(ClockEngine().reading(for: question)).proof
    #expect(
      proof.steps.map(\.words) == [
        "day 1", "day 2", "day 3", "day 4", "not counted: INSET day", "not counted: weekend",
        "not counted: weekend", "day 5", "day 6",
      ])
    #expect(proof.conclusion == "The last day in time is Tue 2 Dec 2025.")
    #expect(proof.rule.hasSuffix("that the notice states, that day counted."))
  }
}
