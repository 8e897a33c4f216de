import AlternativeProvision
import CaseStore
import Dashboard
import Foundation
import Testing

@testable import sixthday

@Suite("The papers of a meeting, written from the screens")
struct PaperCabinetTests {
  private let folder =
    NSTemporaryDirectory() + "sixthday-papers-\(UUID().uuidString)"

  /// A meeting that was held, on a file of its own.
  private func held() throws -> (caseload: Caseload, meeting: Identifier<Meeting>, panel: Panel) {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let caseload = try Caseload.open(folder + "/caseload.sqlite3", access: .create)
    let panel = Panel(
      name: "Permanent exclusion & s.19 panel", kind: .exclusion,
      members: [PanelMember(name: "A. Chair", agency: .school, role: .chair)])
    let meeting = try caseload.change(by: "A", at: Instant(seconds: 0), cause: "meet") { door in
      let number = try door.put(panel).id
      let meeting = try door.put(Meeting(panel: number, heldOn: Day(number: 20_780))).id
      try door.put(Attendee(panel.members[0], .present), in: meeting)
      try door.add(PanelAction(what: "Ring the school"), to: meeting, item: nil)
      try door.move(meeting, to: .open)
      try door.move(meeting, to: .closed)
      return meeting
    }
    return (caseload, meeting, panel)
  }

  private func permissions(_ path: String) throws -> Int {
    let found = try FileManager.default.attributesOfItem(atPath: path)
    return (found[.posixPermissions] as? NSNumber)?.intValue ?? -1
  }

  @Test("the folder that is proposed is named after the day and the panel")
  func proposed() throws {
    let (caseload, meeting, panel) = try held()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let found = try #require(try caseload.meetingAlone(meeting))
    let name = "\(found.heldOn.iso)-permanent-exclusion-s-19-panel"
    #expect(PaperCabinet(base: "", home: nil).papers.folder(panel, found) == name)
    #expect(PaperCabinet(base: "p/", home: nil).papers.folder(panel, found) == "p/\(name)")
    #expect(PaperCabinet(base: "/p", home: nil).papers.folder(panel, found) == "/p/\(name)")
  }

  @Test("papers are their owner's only, and what is there is not replaced unasked")
  func writing() throws {
    let (caseload, meeting, _) = try held()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let papers = PaperCabinet(base: "", home: folder).papers
    var order = PanelPapers.Order(folder: "~/a/b", day: Day(number: 20_781), replaces: false)
    let written = try papers.write(caseload, meeting, order)
    #expect(written == .written(count: 5, folder: folder + "/a/b", notes: []))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/a/b").sorted()
    #expect(
      names == [
        "actions.csv", "minutes-initials.html", "minutes-initials.md", "minutes.html",
        "minutes.md",
      ])
    #expect(try permissions(folder + "/a/b") == 0o700)
    #expect(try permissions(folder + "/a/b/minutes.md") == 0o600)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: folder + "/a/b/minutes.md")
    #expect(
      try papers.write(caseload, meeting, order)
        == .exists([
          "minutes.md", "minutes.html", "minutes-initials.md", "minutes-initials.html",
          "actions.csv",
        ]))
    order.replaces = true
    #expect(try papers.write(caseload, meeting, order) == written)
    #expect(try permissions(folder + "/a/b/minutes.md") == 0o600)
  }

  @Test("a folder that cannot be made is named, with why")
  func noFolder() throws {
    let (caseload, meeting, _) = try held()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let papers = PaperCabinet(base: "", home: nil).papers
    let order = PanelPapers.Order(
      folder: folder + "/caseload.sqlite3/x", day: Day(number: 20_781), replaces: false)
    let error = #expect(throws: (any Error).self) {
      try papers.write(caseload, meeting, order)
    }
    #expect("\(error.map { "\($0)" } ?? "")".contains("caseload.sqlite3"))
  }

  @Test("minutes are approved as they would be written, with who and when")
  func approving() throws {
    let (caseload, meeting, _) = try held()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let papers = PaperCabinet(base: "", home: nil).papers
    #expect(try papers.minutes(caseload, meeting, true).contains("DRAFT"))
    let texts = try papers.toApprove(caseload, meeting, "A. Chair", Day(number: 20_781))
    #expect(texts.full.contains("**Approved by A. Chair on 24 Nov 2026**"))
    #expect(texts.covered.contains("reduced to initials"))
  }
}
