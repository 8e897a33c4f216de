import AlternativeProvision
import CaseStore
import Testing

@testable import Interchange

@Suite("Templates")
struct TemplateTests {
  @Test("every template imports as it is, in the order of the kinds, and twice changes nothing")
  func roundTrip() throws {
    let desk = try Desk()
    for kind in ImportKind.allCases {
      let report = try desk.take(kind, ImportTemplate.csv(for: kind))
      #expect(report.problems.map(\.description) == [], "\(kind)")
      #expect(report.isImported && report.added == 1, "\(kind)")
      #expect(report.ignoredColumns == [])
    }
    let position = try desk.journalPosition()
    for kind in ImportKind.allCases {
      let report = try desk.take(kind, ImportTemplate.csv(for: kind))
      #expect(report.added == 0 && report.changed == 0 && report.unchanged == 1, "\(kind)")
    }
    #expect(try desk.journalPosition() == position)
  }

  @Test("every fact of the examples is on file")
  func facts() throws {
    let desk = try Desk.stocked()
    let pupil = try #require(try desk.caseload.pupil(reference: "PUPIL-EXAMPLE")).value
    #expect(pupil.surname == "Example" && pupil.upn?.text == "H888499924001")
    #expect(pupil.needs == ["SEMH"] && pupil.hasSocialWorker && !pupil.isLookedAfter)
    #expect(pupil.authorities == PupilAuthorities(home: 888, school: 888))
    #expect(pupil.plan?.lastReviewedOn == Day(year: 2026, month: 1, day: 20))
    let file = try #require(try desk.caseload.file(reference: "CASE-EXAMPLE"))
    #expect(file.value.route == .longSuspension && file.value.officer == "Alex Invented")
    let exclusion = try #require(
      try file.value.exclusion.flatMap { try desk.caseload.exclusion($0) })
    #expect(exclusion.sessions == 6 && exclusion.reasons == ["VA", "DM"])
    let placement = try #require(try desk.caseload.placements(in: file.id).first).value
    #expect(placement.weeklyCost == 42_500 && placement.reason == "SUS")
    let provider = try #require(try desk.caseload.provider(reference: "PROV-EXAMPLE"))
    #expect(provider.value.needsMet == ["SEMH", "ASD"] && provider.value.isInDirectory)
    let visit = try #require(try desk.caseload.visits(to: provider.id).first).value
    #expect(visit.ratings.count == 4 && visit.overall == .amber)
  }

  @Test("a template with its comments imports too")
  func commented() throws {
    let desk = try Desk()
    #expect(try desk.take(.schools, ImportTemplate.commented(for: .schools)).added == 1)
    #expect(ImportTemplate.commented(for: .marks).contains("#: code (required): a register code"))
  }

  @Test("the listing has a row for each column, and says what it takes")
  func listing() {
    for kind in ImportKind.allCases {
      let listing = ImportTemplate.listing(for: kind)
      #expect(listing.rows.count == kind.columns.count)
      #expect(kind.columns.allSatisfy { !$0.takes.isEmpty })
      #expect(kind.columns.allSatisfy { !$0.isRequired || !$0.example.isEmpty })
    }
  }

  @Test("no two columns of a kind can be found by the same name")
  func namesAreDistinct() {
    for kind in ImportKind.allCases {
      let columns = kind.columns
      let own = columns.map { headerKey($0.name) }
      #expect(Set(own).count == own.count)
      for column in columns {
        for alias in column.aliases where headerKey(alias) != headerKey(column.name) {
          #expect(!own.contains(headerKey(alias)), "\(kind): \(alias)")
        }
      }
      let aliases = columns.flatMap { Set($0.aliases.map { headerKey($0) }) }
      #expect(Set(aliases).count == aliases.count, "\(kind)")
    }
  }
}
