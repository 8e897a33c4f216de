import AlternativeProvision
import CaseStore
import Testing

@testable import Interchange

@Suite("A first day that is corrected, and days that cannot be counted")
struct CorrectionTests {
  private static let header = "pupil,school_urn,category,first_day,sessions,reasons"

  private static let another =
    "pupil,surname,forename,date_of_birth,year_group,school_urn\nP-2,Other,A,2012-05-01,9,900007\n"

  private func permanents(in desk: Desk) throws -> [Exclusion] {
    let pupil = try #require(try desk.caseload.pupil(reference: "PUPIL-EXAMPLE")).id
    return try desk.caseload.exclusions(of: pupil).map(\.value).filter {
      $0.category == .permanent
    }
  }

  @Test("another first day of a permanent exclusion that stands is refused, with what to do")
  func secondPermanent() throws {
    let desk = try Desk.stocked()
    try desk.take(.exclusions, "\(Self.header)\nPUPIL-EXAMPLE,900001,PERM,2026-11-13,,PP\n")
    try desk.expect(
      .exclusions, "\(Self.header)\nPUPIL-EXAMPLE,900001,PERM,2026-11-16,,PP\n",
      [
        "line 2, first_day, \"2026-11-16\": the permanent exclusion of this child by this school from "
          + "13 Nov 2026 stands, and there is but one. Where this row corrects that first day, say so "
          + "by 2026-11-13 in a column first_day_before, or correct it on screen (e in the case); "
          + "where the child was back in between, import the other's outcome and ended_on first"
      ])
    #expect(try permanents(in: desk).map(\.firstDay.iso) == ["2026-11-13"])
    // Two in one file are the same slip.
    try desk.take(.pupils, Self.another.replacing("900007", with: "900001"))
    #expect(
      try desk.problems(
        .exclusions,
        "\(Self.header)\nP-2,900001,PERM,2026-11-13,,PP\nP-2,900001,PERM,2026-11-12,,PP\n"
      ).count == 1)
  }

  @Test("a row that says which first day it corrects changes that exclusion, and makes no second")
  func corrected() throws {
    let desk = try Desk.stocked()
    try desk.take(
      .exclusions,
      "\(Self.header),governors_notified_on\nPUPIL-EXAMPLE,900001,PERM,2026-11-13,,PP,2026-11-13\n")
    let file = """
      \(Self.header),first_day_before
      PUPIL-EXAMPLE,900001,PERM,2026-11-16,,PP,2026-11-13
      """
    let report = try desk.take(.exclusions, file)
    #expect(report.changed == 1 && report.added == 0 && report.remarks.isEmpty)
    let found = try permanents(in: desk)
    #expect(found.map(\.firstDay.iso) == ["2026-11-16"])
    #expect(found.first?.governors.notifiedOn?.iso == "2026-11-13", "what else was known stays")
    let again = try desk.take(
      .exclusions, file + "\nPUPIL-EXAMPLE,900001,PERM,2026-11-16,,PP,2026-11-13")
    #expect(again.unchanged == 1 && again.repeated == 1 && again.remarks.isEmpty)
    // Which one is meant must be on file.
    let none = try desk.take(
      .exclusions,
      "\(Self.header),first_day_before\nPUPIL-EXAMPLE,900001,SUSP,2026-10-05,4,PP,2026-10-01\n")
    #expect(none.added == 1)
    #expect(
      none.remarks.map(\.description) == [
        "line 2, first_day_before, \"2026-10-01\": no suspension of this child from that day is on "
          + "file, so none is corrected"
      ])
  }

  @Test(
    "a second permanent exclusion is taken where the child was back, or admitted anew years later")
  func taken() throws {
    let desk = try Desk.stocked()
    let report = try desk.take(
      .exclusions,
      """
      \(Self.header),outcome,ended_on
      PUPIL-EXAMPLE,900001,PERM,2024-09-10,,PP,upheld,
      PUPIL-EXAMPLE,900001,PERM,2026-10-05,,PP,reinstated,2026-10-16
      PUPIL-EXAMPLE,900001,PERM,2026-11-02,,PP,cancelled,2026-11-03
      PUPIL-EXAMPLE,900001,PERM,2026-11-16,,PP,pending,
      """)
    #expect(report.problems.map(\.description) == [] && report.added == 4)
    #expect(report.remarks.contains { $0.line == 3 && $0.description.contains("admitted anew") })
  }

  @Test("a reinstated pupil was reinstated on some day")
  func reinstatedWithoutDay() throws {
    let desk = try Desk.stocked()
    let header = Self.header + ",outcome,ended_on,governors_met_on,governors_decision"
    try desk.expect(
      .exclusions, "\(header)\nPUPIL-EXAMPLE,900001,PERM,2026-11-09,,PP,reinstated,,,\n",
      [
        "line 2, ended_on: it does not say from which day the pupil was reinstated; give the day on "
          + "which the exclusion ended"
      ])
    #expect(
      try desk.problems(
        .exclusions,
        "\(header)\nPUPIL-EXAMPLE,900001,PERM,2026-11-09,,PP,reinstated,,2026-11-13,Reinstated by a date\n"
      ).count == 1)
    #expect(
      try desk.problems(
        .exclusions,
        "\(header)\nPUPIL-EXAMPLE,900001,PERM,2026-11-09,,PP,reinstated,,2026-11-13,Reinstated at once\n"
      ).isEmpty)
  }

  @Test("an exclusion at a school without term dates is told, once for each school")
  func withoutTerms() throws {
    let desk = try Desk.stocked()
    try desk.take(
      .schools, "urn,name,la\n900007,Invented High,351\n900008,Invented Low,888\n")
    let report = try desk.take(
      .exclusions,
      """
      \(Self.header)
      PUPIL-EXAMPLE,900007,PERM,2026-11-09,,PP
      PUPIL-EXAMPLE,900007,SUSP,2026-10-01,20,PP
      PUPIL-EXAMPLE,900008,PERM,2027-07-19,,PP
      PUPIL-EXAMPLE,900007,SUSP,2026-10-20,4,PP
      """)
    #expect(report.problems.map(\.description) == [])
    #expect(
      report.remarks.map(\.description) == [
        "line 2, first_day, \"2026-11-09\": day six cannot be counted: no term dates of Invented High, "
          + "or of Bury on file; import calendars",
        "line 4, first_day, \"2027-07-19\": day six cannot be counted: no term dates of Lancashire "
          + "after 21 Jul 2027 on file; import calendars",
      ])
    try desk.take(.pupils, Self.another)
    let cases = try desk.take(
      .cases,
      """
      case,pupil,route,opened_on,exclusion_first_day
      C-1,PUPIL-EXAMPLE,Permanent exclusion,2026-11-10,2026-11-09
      C-2,P-2,Medical,2026-11-10,
      """)
    #expect(
      cases.remarks.map(\.description) == [
        "line 2, case, \"C-1\": day six cannot be counted: no term dates of Invented High, or of Bury "
          + "on file; import calendars"
      ])
  }

  @Test(
    "another first day of a placement that goes on is refused, and corrected where a row says so")
  func placements() throws {
    let desk = try Desk.stocked()
    let header = "case,provider,starts_on,sessions_per_week"
    // The template's own began on 28 September.
    #expect(
      try desk.problems(.placements, "\(header)\nCASE-EXAMPLE,PROV-EXAMPLE,2026-09-29,8\n") == [
        "line 2, starts_on, \"2026-09-29\": the placement with this provider from 28 Sep 2026 goes on. "
          + "Where this row corrects that first day, say so by 2026-09-28 in a column "
          + "starts_on_before; where it is another one, import when the first ended"
      ])
    let file = "\(header),starts_on_before\nCASE-EXAMPLE,PROV-EXAMPLE,2026-09-29,8,2026-09-28\n"
    let report = try desk.take(.placements, file)
    #expect(report.changed == 1 && report.added == 0 && report.remarks.isEmpty)
    let case1 = try #require(try desk.caseload.file(reference: "CASE-EXAMPLE")).id
    let found = try desk.caseload.placements(in: case1).map(\.value)
    #expect(found.map(\.startsOn.iso) == ["2026-09-29"] && found.first?.weeklyCost != nil)
    #expect(try desk.take(.placements, file).unchanged == 1)
    try desk.take(
      .providers, ImportTemplate.csv(for: .providers).replacing("PROV-EXAMPLE", with: "PROV-2"))
    let beside = try desk.take(.placements, "\(header)\nCASE-EXAMPLE,PROV-2,2026-11-02,5\n")
    #expect(
      beside.remarks.map(\.description) == [
        "line 2, sessions_per_week, \"5\": with the placement from 29 Sep 2026, which goes on, the week has "
          + "13 sessions of 10; see whether that has ended"
      ])
  }

  @Test("what of an exclusion's outcome hardly can be is told")
  func oddOutcomes() throws {
    let desk = try Desk.stocked()
    let report = try desk.take(
      .exclusions,
      """
      \(Self.header),outcome,ended_on,governors_met_on
      PUPIL-EXAMPLE,900001,SUSP,2026-10-05,8,PP,pending,2026-10-07,
      PUPIL-EXAMPLE,900001,SUSP,2026-11-02,8,PP,cancelled,2026-11-05,2026-11-04
      PUPIL-EXAMPLE,900001,PERM,2026-11-16,,PP,upheld,,
      """)
    #expect(report.problems.isEmpty)
    #expect(report.remarks.map(\.line) == [2, 3, 4])
    #expect(report.remarks[0].expected.contains("nothing ends on 7 Oct 2026"))
    #expect(report.remarks[1].expected.contains("had met on 4 Nov 2026"))
    #expect(report.remarks[2].expected.contains("give governors_met_on"))
  }

  @Test("a year whose later terms are missing is told, and a term that ends at a weekend")
  func shortYear() throws {
    let desk = try Desk()
    let report = try desk.take(
      .calendars,
      "la,school_year,event,start,end\nBury,2026/27,Autumn term,2026-09-01,2026-12-20\n")
    #expect(
      report.remarks.map(\.description) == [
        "line 2: Bury 2026/27: its last term ends on 20 Dec 2026, so no school day after it can be counted "
          + "until the rest of the year is imported",
        "line 2: Bury 2026/27: a term begins or ends on 20 Dec 2026, a Sunday; see whether that is right",
      ])
  }

  @Test("an INSET day that closes no school day is told with its line")
  func needlessInset() throws {
    let desk = try Desk()
    let report = try desk.take(
      .calendars,
      """
      la,school_year,event,start,end
      Lancashire,2026/27,Autumn term,2026-09-03,2026-12-18
      Lancashire,2026/27,Autumn half term,2026-10-26,2026-10-30
      Lancashire,2026/27,Spring term,2027-01-04,2027-03-25
      Lancashire,2026/27,Summer term,2027-04-12,2027-07-21
      Lancashire,2026/27,INSET,2026-11-07,
      Lancashire,2026/27,INSET,2026-10-27,
      Lancashire,2026/27,INSET,2027-09-06,
      Lancashire,2026/27,INSET,2026-09-01,2026-09-02
      Lancashire,2026/27,INSET,2026-10-30,
      Lancashire,2026/27,INSET,2026-11-06,2026-11-09
      Lancashire,2026/27,INSET,2027-07-22,
      Lancashire,2026/27,INSET,2027-04-01,
      """)
    #expect(report.problems.map(\.description) == [])
    #expect(
      report.remarks.map(\.description) == [
        "line 6: \"INSET\" closes no school day: 7 Nov 2026 is a Saturday; correct the day, if that "
          + "is a slip",
        "line 7: \"INSET\" closes no school day: 27 Oct 2026 is in Autumn half term; correct the day, "
          + "if that is a slip",
        "line 8: \"INSET\" closes no school day: 6 Sep 2027 is in no term of 2026/27; correct the day, "
          + "if that is a slip",
      ])
  }
}
