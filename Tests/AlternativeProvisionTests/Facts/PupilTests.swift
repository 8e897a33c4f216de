import AlternativeProvision
import Testing

@Suite("Pupils")
struct PupilTests {
  private func pupil(born: String, year: String = "9") throws -> Pupil {
    Pupil(
      reference: "P1", surname: "Novak", forename: "Tereza", dateOfBirth: try Day(born),
      yearGroup: year)
  }

  @Test("a child is a year older on the birthday, and one of 29 February on 1 March")
  func age() throws {
    let child = try pupil(born: "2012-11-23")
    #expect(child.age(on: try Day("2026-11-22")) == 13)
    #expect(child.age(on: try Day("2026-11-23")) == 14)
    let leap = try pupil(born: "2012-02-29")
    #expect(leap.age(on: try Day("2026-02-28")) == 13)
    #expect(leap.age(on: try Day("2026-03-01")) == 14)
    #expect(leap.age(on: try Day("2028-02-29")) == 16)
  }

  @Test(
    "compulsory school age begins on the prescribed day on or after the fifth birthday",
    arguments: [
      ("2020-12-31", "2025-12-31"), ("2021-01-01", "2026-03-31"), ("2021-03-31", "2026-03-31"),
      ("2021-04-01", "2026-08-31"), ("2021-08-31", "2026-08-31"), ("2021-09-01", "2026-12-31"),
    ])
  func begins(_ birth: String, _ first: String) throws {
    let window = CompulsoryAge.england.window(bornOn: try Day(birth))
    #expect(window.lowerBound == (try Day(first)))
  }

  @Test(
    "it ends on the last Friday in June of the school year in which the child turns sixteen",
    arguments: [
      ("2009-09-01", "2026-06-26"), ("2010-06-26", "2026-06-26"), ("2010-08-31", "2026-06-26"),
      ("2010-09-01", "2027-06-25"), ("2008-12-31", "2025-06-27"),
    ])
  func ends(_ birth: String, _ last: String) throws {
    let child = try pupil(born: birth)
    let leaving = try Day(last)
    #expect(CompulsoryAge.england.window(bornOn: child.dateOfBirth).upperBound == leaving)
    #expect(child.isCompulsorySchoolAge(on: leaving))
    #expect(!child.isCompulsorySchoolAge(on: leaving.adding(days: 1)))
  }

  @Test("every leaving date is a Friday in the last week of June")
  func leavingDates() throws {
    for year in 2000...2100 {
      let date = try #require(CompulsoryAge.england.leavingDate(in: year))
      #expect(date.weekday == .friday)
      #expect(date.month == 6)
      #expect(date.adding(days: 7).month == 7)
    }
  }

  @Test(
    "a year group has its key stage",
    arguments: [
      ("R", KeyStage.earlyYears), ("2", .one), ("6", .two), ("9", .three), ("11", .four),
      ("12", .sixteenPlus), ("X", .none), ("99", .none),
    ])
  func keyStages(_ year: String, _ stage: KeyStage) throws {
    #expect(try pupil(born: "2012-11-23", year: year).keyStage == stage)
  }

  @Test("a name is shown surname first, and to others as initials")
  func names() throws {
    var child = try pupil(born: "2012-11-23")
    #expect(child.displayName == "NOVAK, Tereza")
    #expect(child.initials == "TN")
    child.preferredName = "Resi"
    #expect(child.displayName == "NOVAK, Resi")
    #expect(child.initials == "RN")
    child.preferredName = ""
    child.surname = "o'Neill-Ürgüp"
    #expect(child.displayName == "O'NEILL-ÜRGÜP, Tereza")
    #expect(child.initials == "TO")
    child.surname = ""
    #expect(child.displayName == "Tereza")
    child.forename = "123"
    #expect(child.initials == "?")
  }

  @Test("education is expected from day one for the looked-after and those with a social worker")
  func dayOne() throws {
    var child = try pupil(born: "2012-11-23")
    #expect(!child.hasDayOneTarget)
    child.hasSocialWorker = true
    #expect(child.hasDayOneTarget)
    child.hasSocialWorker = false
    child.isLookedAfter = true
    #expect(child.hasDayOneTarget)
  }

  @Test("a sound pupil has no problems, and each unsound fact is named")
  func problems() throws {
    let today = try Day("2026-11-23")
    var child = try pupil(born: "2012-11-23")
    child.upn = try UPN("B801200005001")
    child.ethnicity = "WBRI"
    #expect(child.problems(on: today).isEmpty)
    child.formerUPNs = [try UPN("B801200005001")]
    child.needs = ["NSA"]
    child.plan = CarePlan(
      issuedOn: try Day("2025-02-01"), lastReviewedOn: try Day("2025-01-01"))
    #expect(child.problems(on: today).count == 3)
    child = try pupil(born: "2027-01-01", year: "16")
    child.surname = " "
    child.forename = ""
    let found = child.problems(on: today).map(\.description)
    #expect(found.count == 3)
    #expect(found.contains { $0.hasPrefix("year group: this is not a National Curriculum year") })
  }

  @Test("a child is named by the name it goes by, in a sentence, a list and initials alike")
  func spokenNames() throws {
    var pupil = try pupil(born: "2012-03-04")
    #expect(pupil.spokenName == "Tereza Novak" && pupil.displayName == "NOVAK, Tereza")
    for nothing in [nil, ""] as [String?] {
      pupil.preferredName = nothing
      #expect(pupil.givenName == "Tereza")
    }
    pupil.preferredName = "Rez"
    #expect(pupil.spokenName == "Rez Novak" && pupil.displayName == "NOVAK, Rez")
    #expect(pupil.initials == "RN")
    pupil.surname = ""
    #expect(pupil.spokenName == "Rez")
  }

  @Test(
    "the usual year follows from the date of birth and the school year, which turns in September",
    arguments: [
      ("2012-03-04", "2026-11-23", "10"), ("2016-09-01", "2026-11-23", "5"),
      ("2016-08-31", "2026-11-23", "6"), ("2016-08-31", "2027-07-20", "6"),
      ("2016-08-31", "2027-09-02", "7"), ("2022-02-01", "2026-11-23", "R"),
      ("2023-02-01", "2026-11-23", "N2"),
    ])
  func usualYear(born: String, on day: String, year: String) throws {
    #expect(Pupil.usualYearGroup(bornOn: try Day(born), on: try Day(day)) == year)
  }

  @Test("who is too young or too old for any year has none")
  func noUsualYear() throws {
    let day = try Day("2026-11-23")
    #expect(Pupil.usualYearGroup(bornOn: try Day("2026-01-05"), on: day) == nil)
    #expect(Pupil.usualYearGroup(bornOn: try Day("1990-01-05"), on: day) == nil)
  }
}
