import AlternativeProvision
import CaseStore
import Testing

@testable import MadeUpCaseload

@Suite("The made-up caseload")
struct MadeUpCaseloadTests {
  private static let days = [
    "2026-11-22", "2026-11-23", "2026-09-02", "2026-08-12", "2027-01-01", "2028-02-29",
    "2027-07-30", "2026-04-03",
  ].compactMap { Day(iso: $0) }

  private func story(_ size: CaseloadSize, _ today: Day, seed: UInt64 = 6) -> AuthorityStory {
    AuthorityStory(
      in: AuthoritySetting(index: 0, size: size, firstURN: 900_001, today: today, seed: seed))
  }

  @Test("the same seed and day tell the same story, another seed another")
  func sameSeedSameStory() {
    let today = MadeUpCaseloadTests.days[0]
    let names = { (seed: UInt64) in
      story(.sample, today, seed: seed).children.map { $0.pupil.surname + $0.pupil.forename }
    }
    #expect(names(6) == names(6))
    #expect(names(6) != names(7))
  }

  @Test(
    "a made-up school year has 195 openings less five INSET days", arguments: 2019...2040)
  func yearPlan(year: Int) {
    for weeks in 1...2 {
      for inset in 1...3 {
        var plan = YearPlan()
        plan.octoberWeeks = weeks
        plan.insetInSeptember = inset
        let made = plan.schoolYear(beginningIn: year)
        let calendar = SchoolCalendar(name: "", years: [made], bankHolidays: .statutory)
        #expect(made.closures.count { $0.kind == .inset } == 5)
        #expect(calendar.openDays.count == 190)
        #expect(calendar.openings(inYear: made.label) == 190)
      }
    }
  }

  @Test("on whatever day it is opened, nothing in it has happened after that day", arguments: days)
  func nothingFromTheFuture(today: Day) {
    let story = story(.team, today)
    for child in story.children {
      #expect(child.pupil.dateOfBirth < today)
      for exclusion in child.exclusions {
        let value = exclusion.value
        let past = [
          value.firstDay, value.authorityNotifiedOn, value.governors.notifiedOn,
          value.governors.representationsOn, value.governors.metOn, value.governors.noticeSentOn,
          value.review.appliedOn, value.review.hearingOn, value.review.noticeSentOn,
          value.review.reconsideredOn,
        ]
        for day in past.compactMap({ $0 }) where day > today {
          Issue.record("\(day) in \(value)")
        }
      }
      for file in child.cases {
        #expect(file.value.openedOn <= today)
        #expect(file.value.closedOn ?? today <= today)
        for view in file.views { #expect(view.givenOn <= today) }
        for placement in file.placements {
          if let end = placement.value.endedOn { #expect(end >= placement.value.startsOn) }
          #expect(placement.value.lastReviewedOn ?? today <= today)
          #expect((1...10).contains(placement.value.sessionsPerWeek))
          #expect(placement.pattern.nonzeroBitCount == placement.value.sessionsPerWeek)
        }
      }
    }
  }

  @Test("a team has some 1,200 open cases, 60 providers and a year of marks", arguments: days)
  func teamSize(today: Day) {
    let story = story(.team, today)
    let open = story.children.flatMap(\.cases).count { $0.value.closedOn == nil }
    #expect((1150...1300).contains(open))
    #expect((55...65).contains(story.providers.entries.count))
    var register = RegisterWriter(story)
    var marks = 0
    for child in story.children {
      register.write(child)
      marks += register.marks.count
    }
    #expect((100_000...350_000).contains(marks))
  }

  @Test("no child's session is marked twice, nor outside school days or on days to come")
  func registersAreWhole() {
    let today = MadeUpCaseloadTests.days[1]
    let story = story(.team, today)
    let open = Set(story.days.days)
    var register = RegisterWriter(story)
    for child in story.children {
      register.write(child)
      for (earlier, later) in zip(register.marks, register.marks.dropFirst()) {
        #expect((earlier.day, earlier.session) < (later.day, later.session))
      }
      #expect(register.marks.allSatisfy { open.contains($0.day) && $0.day < today })
    }
  }

  @Test("every code in it is one of the code set in force on its day")
  func codesAreInForce() throws {
    let today = MadeUpCaseloadTests.days[1]
    let story = story(.team, today)
    for child in story.children {
      for exclusion in child.exclusions {
        #expect((1...3).contains(exclusion.value.reasons.count))
        #expect(Set(exclusion.value.reasons).count == exclusion.value.reasons.count)
      }
      if let upn = child.pupil.upn { #expect(throws: Never.self) { try UPN(upn.text) } }
    }
    let numbers = story.children.compactMap(\.pupil.upn)
    #expect(Set(numbers).count == numbers.count)
  }

  @Test("no school, provider or reference comes twice")
  func namesAreDistinct() {
    for size in [CaseloadSize.team, .largeAuthority] {
      let story = story(size, MadeUpCaseloadTests.days[0])
      let schools = story.schools.entries.map(\.school.name)
      #expect(Set(schools).count == schools.count)
      let providers = story.providers.entries.map(\.provider.name)
      #expect(Set(providers).count == providers.count)
      let references = story.children.flatMap(\.cases).map(\.value.reference)
      #expect(Set(references).count == references.count)
    }
  }

  @Test("a sample fills an empty store")
  func fillsAStore() throws {
    let store = try TemporaryStore()
    let caseload = try Caseload.open(store.path, access: .create)
    var marks = 0
    try MadeUpCaseload(.sample, today: MadeUpCaseloadTests.days[1]).fill(caseload) {
      marks = $0.marks
    }
    #expect(marks > 4000)
    #expect(try caseload.schools().count == 18)
    #expect(try caseload.providers().count >= 14)
    #expect(try caseload.calendarBook().authorities[501]?.years.count == 3)
  }
}
