import AlternativeProvision
import CaseStore
import Testing

@testable import Interchange

@Suite("Importing referrals")
struct ReferralImportTests {
  private let header =
    "referral,pupil,route,received_on,referrer,consent_parent,consent_given_on,"
    + "consent_in_writing,childs_views,status\n"

  @Test("every field of the template is on file, and the referral is handed in")
  func template() throws {
    let desk = try Desk.stocked()
    let found = try #require(try desk.caseload.referral(reference: "R-EXAMPLE")).value
    #expect(found.status == .submitted && found.isReady(on: desk.today))
    #expect(found.consent?.parent == "Sam Example" && found.consent?.isWritten == true)
    #expect(found.file == (try desk.caseload.file(reference: "CASE-EXAMPLE"))?.id)
    #expect(found.roll == .single && found.socialCare == .childInNeed)
    #expect(found.childsViews == "I like the workshop" && found.declaredOn != nil)
  }

  @Test("a referral form tells the child's language, which is then on the child's record")
  func language() throws {
    let desk = try Desk.stocked()
    let columns = "referral,pupil,route,received_on,referrer,eal,first_language\n"
    let row = "R-1,PUPIL-EXAMPLE,medical,16/11/2026,B. Head,"
    try desk.take(.referrals, columns + row + "yes,Urdu\n")
    let child = try #require(try desk.caseload.pupil(reference: "PUPIL-EXAMPLE")).value
    #expect(child.englishIsAdditional == true && child.firstLanguage == "URD")
    #expect(try desk.take(.referrals, columns + row + "yes,URD\n").unchanged == 1)
    try desk.take(.referrals, columns + row + ",\n")
    let after = try #require(try desk.caseload.pupil(reference: "PUPIL-EXAMPLE")).value
    #expect(after == child, "a form that leaves it empty takes nothing away")
    #expect(try desk.take(.referrals, columns + row + "no,ENG\n").changed == 1)
  }

  @Test("a new referral that is not ready is kept as a draft, and what it lacks is told")
  func drafts() throws {
    let desk = try Desk.stocked()
    let report = try desk.take(
      .referrals, header + "R-1,PUPIL-EXAMPLE,medical,16/11/2026,B. Head,,,,,\n")
    #expect(report.added == 1 && report.isImported)
    #expect(report.remarks.map(\.description).joined().contains("no parent has consented"))
    #expect(try desk.caseload.referral(reference: "R-1")?.value.status == .draft)
  }

  @Test("what is wrong with a row is told all at once")
  func problems() throws {
    let desk = try Desk.stocked()
    try desk.expect(
      .referrals, header + "R-1,NOBODY,flying,16/12/2026,,P,31/02/2026,perhaps,,submitted\n",
      [
        "line 2, route, \"flying\": use one of "
          + CaseRoute.allCases.map(\.written).joined(separator: ", "),
        "line 2, referrer: this must not be empty; it takes who refers",
        "line 2, pupil, \"NOBODY\": no such pupil is on file; import pupils first, or correct it",
        "line 2, consent_given_on, \"31/02/2026\": "
          + (try problem(of: "31/02/2026")),
        "line 2, consent_in_writing, \"perhaps\": write yes or no",
        "line 2, received_on, \"16/12/2026\": it cannot have been received after today, 23 Nov 2026",
      ])
  }

  private func problem(of text: String) throws -> String {
    do {
      _ = try Day(text)
      return ""
    } catch {
      return error.description
    }
  }

  @Test("a referral said to be submitted is refused until it is ready")
  func unready() throws {
    let desk = try Desk.stocked()
    let found = try desk.problems(
      .referrals, header + "R-1,PUPIL-EXAMPLE,medical,16/11/2026,B. Head,,,,,submitted\n")
    #expect(found.count == 1 && found[0].contains("it is not ready for a panel: no parent"))
  }

  @Test("importing again changes what the file speaks of, and nothing that a panel decided")
  func again() throws {
    let desk = try Desk.stocked()
    let row = "R-1,PUPIL-EXAMPLE,medical,16/11/2026,B. Head,P. Parent,12/11/2026,yes,I am bored,\n"
    #expect(try desk.take(.referrals, header + row).added == 1)
    try desk.caseload.change(by: "Ada", at: Instant(seconds: 1_795_000_000), cause: "decide") {
      door in
      var found = try #require(try desk.caseload.referral(reference: "R-1"))
      found.value.status = .declined
      found.value.risks = "none known"
      try door.write(found)
    }
    let report = try desk.take(
      .referrals,
      header.replacing(",status", with: "")
        + "R-1,PUPIL-EXAMPLE,medical,16/11/2026,C. Head,P. Parent,12/11/2026,yes,I am bored\n")
    #expect(report.changed == 1)
    let found = try #require(try desk.caseload.referral(reference: "R-1")).value
    #expect(found.referrer == "C. Head" && found.status == .declined && found.risks == "none known")
  }

  @Test("contacts, what was tried, and health evidence come in columns of their own")
  func lists() throws {
    let desk = try Desk.stocked()
    let columns =
      "referral,pupil,route,received_on,referrer,contact_1,contact_1_responsibility,contact_2,"
      + "tried_1,tried_1_impact,tried_3,health_1,health_1_on,health_1_finding\n"
    try desk.take(
      .referrals,
      columns + "R-1,PUPIL-EXAMPLE,medical,16/11/2026,B. Head,P. Parent,yes,Q. Aunt,mentor,little,"
        + "calls,GP,1/10/2026,anxious\n")
    let found = try #require(try desk.caseload.referral(reference: "R-1")).value
    #expect(found.contacts.map(\.name) == ["P. Parent", "Q. Aunt"])
    #expect(
      found.contacts[0].hasResponsibility == true && found.contacts[1].hasResponsibility == nil)
    #expect(found.interventions.map(\.what) == ["mentor", "calls"])
    #expect(found.healthEvidence.map(\.finding) == ["anxious"])
  }
}
