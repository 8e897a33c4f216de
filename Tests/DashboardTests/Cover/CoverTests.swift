import AlternativeProvision
import CaseStore
import Foundation
import TerminalUI
import Testing

@testable import Dashboard

/// The proof of the shared view: nothing that others see depends on what it covers.
///
/// Two children differ in everything that is covered and in nothing else. Every screen that can be
/// reached is drawn with each, and must be the same to the last cell; and no covered word of either may
/// stand in it.
@Suite("What others can see does not depend on what the shared view covers")
struct CoverTests {
  /// Ways through the program, each from the board; "type:" types.
  static let walks: [(name: String, keys: [String])] = [
    ("the board", ["2", "3", "4", "1", "z", "z", "#", "#", "?", "esc", ":", "esc"]),
    (
      "its lists and forms",
      [
        "f", "esc", "S", "esc", "C", "esc", "H", "esc", "T", "esc", "/", "type:zqn", "enter", "esc",
        "esc", "a", "esc", "p", "enter", "esc", "c", "enter", "esc", "A", "esc",
      ]
    ),
    (
      "the case",
      ["enter", "2", "3", "4", "5", "6", "1", "z", "z", "enter", "esc", "j", "enter", "esc"]
    ),
    ("what is on file", ["enter", "e", "enter", "tab", "tab", "tab", "tab", "esc"]),
    ("the case's own form", ["enter", "e", "down", "enter", "tab", "esc"]),
    ("its exclusion", ["enter", "e", "down", "down", "enter", "tab", "esc"]),
    ("its placement", ["enter", "e", "down", "down", "down", "enter", "tab", "esc"]),
    ("a view", ["enter", "e", "down", "down", "down", "down", "enter", "tab", "tab", "esc"]),
    ("an action of it", ["enter", "d", "tab", "esc"]),
    ("the panels", ["M", "1", "enter", "esc", "2", "3", "4", "z", "z", "enter", "tab", "esc"]),
    (
      "a referral",
      ["M", "3", "enter"] + Array(repeating: "tab", count: 46)
        + ["F8", "F8", "F8", "F8", "F3", "tab", "tab", "esc"]
    ),
    ("who is referred", ["M", "3", "r", "type:zqn", "esc"]),
    ("a new child", ["M", "3", "r", "type:zqx zqy", "enter", "tab", "tab", "esc", "esc"]),
    (
      "the agenda",
      [
        "M", "2", "enter", "A", "j", "e", "esc", "k", "a", "esc", "d", "type:why", "esc", "esc",
        "t", "j", "i", "enter", "esc", "w", "esc", "esc",
      ]
    ),
    (
      "the meeting",
      ["M", "2", "enter", "i", "esc", "V", "esc", "z", "z", "tab", "j", "j", "z", "z", "esc"]
    ),
    ("closing", ["M", "2", "enter", "C", "j", "j", "k", "m", "esc", "w", "esc"]),
  ]

  private struct Seen {
    var texts: [(step: String, lines: [String])] = []
    var screens: Set<String> = []
  }

  private func walk(
    _ child: CoveredChild, _ keys: [String], _ width: Int, _ height: Int
  ) throws -> Seen {
    let bench = try Bench(
      width, height, small: child.small, author: "A. Lead", papers: papers)
    #expect(bench.shows("SHARED"), "a meeting is open")
    var seen = Seen()
    func look(_ step: String) {
      seen.texts.append((step, bench.lines))
      for screen in bench.app.screens { seen.screens.insert("\(type(of: screen))") }
    }
    look("at first")
    for key in keys {
      if key.hasPrefix("type:") {
        bench.type(String(key.dropFirst(5)))
      } else {
        bench.press(key)
      }
      look(key)
    }
    return seen
  }

  /// Papers as the program writes them are not of this module: these name the child.
  private var papers: PanelPapers {
    PanelPapers(
      minutes: { _, _, _ in "# Minutes\n\nzq minutes" },
      toApprove: { _, _, _, _ in ("zq minutes", "zq minutes") },
      folder: { _, _ in "papers" }, write: { _, _, _ in .exists([]) })
  }

  private func leaks(_ lines: [String]) -> [String] {
    let text = lines.joined(separator: "\n")
    let small = text.lowercased()
    return (small.contains(CoveredChild.marker) ? [CoveredChild.marker] : [])
      + CoveredChild.meanings.filter { text.contains($0) }
  }

  private func compare(
    _ keys: [String], _ width: Int, _ height: Int, isDecided: Bool, screens: inout Set<String>
  ) throws {
    let (one, other) = (try CoveredChild(.full), try CoveredChild(.other))
    if isDecided {
      try one.decide()
      try other.decide()
    }
    let (full, bare) = (try walk(one, keys, width, height), try walk(other, keys, width, height))
    screens.formUnion(full.screens)
    for (mine, theirs) in zip(full.texts, bare.texts) {
      let found = leaks(mine.lines) + leaks(theirs.lines)
      #expect(
        found.isEmpty, "\(found) after \(mine.step)\n\(mine.lines.joined(separator: "\n"))")
      for (row, (line, otherLine)) in zip(mine.lines, theirs.lines).enumerated()
      where line != otherLine {
        Issue.record("after \(mine.step), row \(row):\n\(line)\nis otherwise\n\(otherLine)")
        break
      }
    }
  }

  @Test(
    "two children who differ in all that is covered look alike on every screen, and no word of it stands there",
    arguments: [(80, 24), (160, 50)])
  func alike(width: Int, height: Int) throws {
    var screens: Set<String> = []
    for isDecided in [false, true] {
      for walk in CoverTests.walks {
        try compare(walk.keys, width, height, isDecided: isDecided, screens: &screens)
      }
    }
    // A screen that no walk reaches is proved of nothing.
    let unseen = try CoverTests.everyScreen().subtracting(screens)
    #expect(unseen.subtracting(CoverTests.provedElsewhere.keys).isEmpty, "\(unseen)")
  }

  /// Screens that no walk can reach, and where it is shown that they cover what they must.
  static let provedElsewhere = [
    "ConflictScreen": "SharedViewTests.conflict", "ConfirmScreen": "CoverTests.confirming",
    "ThemeScreen": "lists themes, and is told of no child",
    "PaperNotes": "names the case by its reference: ClosingScreenTests",
  ]

  /// The names of all screens there are, as the sources declare them.
  static func everyScreen() throws -> Set<String> {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Sources/Dashboard").standardized
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    var names: Set<String> = []
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift", let text = try? String(contentsOf: file, encoding: .utf8)
      else { continue }
      for line in text.split(separator: "\n") where line.contains(": Screen {") {
        let words = line.split(separator: " ")
        if let place = words.firstIndex(of: "struct"), place + 1 < words.count {
          names.insert(String(words[place + 1].dropLast()))
        }
      }
    }
    #expect(names.count > 15)
    return names
  }

  @Test("confirming shows neither the needs of a child nor what a provider has against them")
  func confirming() throws {
    var seen: [[String]] = []
    for sort in CoveredChild.Sort.allCases {
      let child = try CoveredChild(sort)
      let item = try #require(try child.small.caseload.meeting(child.meeting)?.items.first?.item.id)
      let provider = try #require(
        try child.small.caseload.providers().first { $0.value.name == "Harbour Studio" })
      for (field, text) in [
        (DecisionField.option, "agree"), (.provider, "\(provider.id.number)"),
        (.startsOn, "30/11/2026"), (.sessions, "10"), (.hours, "25"), (.weeklyCost, "425"),
        (.reviewOn, "11/01/2027"), (.exitCriteria, "Calm."), (.rationale, "It is small enough."),
      ] {
        _ = try child.small.caseload.save(
          text, to: .item(item, field), over: Words(), by: "Clerk", at: SmallCaseload.now)
      }
      let bench = try Bench(120, 50, small: child.small, author: "A. Lead")
      bench.press("M", "2", "enter", "c")
      #expect(bench.shows("Confirm the decision?"))
      #expect(leaks(bench.lines).isEmpty, "\(bench.text)")
      seen.append(bench.lines)
    }
    #expect(seen[0] == seen[1])
  }

  @Test("what is printed of a case is the same for both, and no covered word is in it")
  func printed() throws {
    for isDecided in [false, true] {
      var texts: [String] = []
      for sort in CoveredChild.Sort.allCases {
        let child = try CoveredChild(sort)
        if isDecided { try child.decide() }
        var settings = Settings()
        settings.sharedView = true
        let setting = DashboardSetting(
          author: "A. Lead", settings: settings, now: { SmallCaseload.now })
        let file = try #require(try child.small.caseload.file(reference: "AP-2026-0001"))
        let text = try #require(
          try PlainCase(file.id, on: SmallCaseload.today, of: child.small.caseload, setting).text())
        let board = try Board(child.small.caseload, today: SmallCaseload.today)
        while !board.isLoaded { _ = try board.loadSlice() }
        texts.append(
          text + PlainBoard(board, of: child.small.caseload, limit: .max, setting).text)
        #expect(leaks([text]).isEmpty, "\(text)")
      }
      let lines = texts.map { $0.split(separator: "\n") }
      for (one, other) in zip(lines[0], lines[1]) { #expect(one == other) }
      #expect(lines[0].count == lines[1].count)
    }
  }

  @Test("every fact that is kept of a child has its place in the table of what is covered")
  func facts() throws {
    let child = try CoveredChild(.full)
    let caseload = child.small.caseload
    let pupil = try #require(try caseload.pupil(reference: "S01"))
    let referral = try #require(try caseload.referral(child.referral))
    let file = try #require(try caseload.file(reference: "AP-2026-0001"))
    let exclusion = try #require(try caseload.exclusions(of: pupil.id).first)
    let placement = try #require(try caseload.placements(in: file.id).first)
    let records: [(Any, [String: SharedFact])] = [
      (pupil.value, FactTable.pupil), (referral, FactTable.referral),
      (file.value, FactTable.file), (exclusion.value, FactTable.exclusion),
      (placement.value, FactTable.placement),
      (referral.contacts[0], FactTable.contact), (referral.interventions[0], FactTable.tried),
      (referral.healthEvidence[0], FactTable.health),
    ]
    for (record, table) in records {
      for fact in Mirror(reflecting: record).children.compactMap(\.label) {
        #expect(
          table.keys.contains(fact) || FactTable.joins.contains(fact),
          "\(type(of: record)).\(fact): say in SharedFact what becomes of it where others can see")
      }
    }
    // The form asks the same table.
    for (field, fact) in FactTable.referral {
      let named = FactTable.formNames[field] ?? field
      for name in ReferralFields.texts(referral).keys where name == named {
        #expect(ReferralForm.fact(of: name) == fact, "\(name)")
      }
    }
  }
}

/// What kind of fact each field of a record is.
enum FactTable {
  /// What only joins records to one another, and is never shown.
  static let joins: Set<String> = ["pupil", "file", "provider", "school", "exclusion", "status"]

  static let pupil: [String: SharedFact] = [
    "reference": .pupilNumber, "upn": .pupilNumber, "formerUPNs": .pupilNumber, "surname": .name,
    "forename": .name, "preferredName": .name, "dateOfBirth": .dateOfBirth, "yearGroup": .yearGroup,
    "sex": .sex, "ethnicity": .ethnicity, "firstLanguage": .language,
    "englishIsAdditional": .language, "senProvision": .needs, "needs": .needs,
    "freeSchoolMeals": .freeSchoolMeals, "authorities": .homeAuthority, "isLookedAfter": .care,
    "hasSocialWorker": .care, "socialWorker": .care, "plan": .plan,
    "examinationsFinishedOn": .history, "address": .address, "postcode": .address,
  ]

  static let referral: [String: SharedFact] = [
    "reference": .reference, "receivedOn": .gaps, "referrer": .contact, "referrerRole": .contact,
    "referrerContact": .contact, "route": .route, "panel": .route, "roll": .school,
    "reasons": .accounts, "outcomeSought": .asked, "consent": .consent,
    "noConsentBecause": .accounts,
    "childsViews": .accounts, "noViewsBecause": .accounts, "parentsViews": .accounts,
    "contacts": .contact, "socialCare": .care, "otherServices": .otherServices,
    "attendance": .accounts, "suspensions": .accounts, "interventions": .accounts,
    "healthEvidence": .health, "risks": .risks, "risksAssessedOn": .risks,
    "examinations": .accounts, "transport": .accounts, "funding": .funding,
    "reintegration": .accounts, "openQuestions": .accounts, "declaredOn": .gaps,
  ]

  /// The names in the form of fields that are called otherwise in the record.
  static let formNames = [
    "outcomeSought": "outcome", "noConsentBecause": "noConsent", "noViewsBecause": "noViews",
    "otherServices": "services", "risksAssessedOn": "risksOn", "openQuestions": "questions",
  ]

  static let file: [String: SharedFact] = [
    "reference": .reference, "route": .route, "tier": .tier, "openedOn": .clock,
    "officer": .officer, "section19AcceptedOn": .clock, "fairAccessAgreedOn": .clock,
    "fairAccessPlacedOn": .clock, "admittedOn": .clock, "direction": .clock, "closedOn": .clock,
    "closingReason": .remark,
  ]

  static let exclusion: [String: SharedFact] = [
    "category": .exclusion, "firstDay": .exclusion, "firstSession": .exclusion,
    "sessions": .exclusion, "reasons": .exclusionReason, "outcome": .exclusion,
    "endedOn": .exclusion, "examinationOn": .exclusion, "authorityNotifiedOn": .exclusion,
    "governors": .exclusion, "review": .exclusion,
  ]

  static let placement: [String: SharedFact] = [
    "startsOn": .placement, "endedOn": .placement, "plannedEnd": .placement,
    "sessionsPerWeek": .placement, "hoursPerWeek": .placement, "reason": .placementReason,
    "commissioner": .placement, "weeklyCost": .placement, "lastReviewedOn": .placement,
    "lastVisitedOn": .placement, "nextReviewOn": .placement, "outcome": .accounts,
  ]

  static let contact: [String: SharedFact] = [
    "name": .contact, "relationship": .contact, "reachedAt": .contact,
    "hasResponsibility": .contact,
  ]

  static let tried: [String: SharedFact] = [
    "what": .accounts, "when": .accounts, "impact": .accounts,
  ]

  static let health: [String: SharedFact] = [
    "source": .health, "datedOn": .health, "finding": .health,
  ]
}
