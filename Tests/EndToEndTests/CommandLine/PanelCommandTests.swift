import AlternativeProvision
import CaseStore
import Foundation
import Glibc
import Testing

/// Meetings on paper: what `sixthday panel` prints and writes.
@Suite("The panel on the command line")
struct PanelCommandTests {
  private let scratch: Scratch
  private let caseload: String

  init() throws {
    scratch = try Scratch()
    caseload = try SampleCaseload.copy(into: scratch, withPanels: true)
  }

  private func panel(_ words: String..., environment: [String: String] = [:]) throws -> CommandRun {
    try run(
      BuiltProgram.path, ["panel"] + words + ["--caseload", caseload],
      environment: BuiltProgram.environment(home: scratch.path, environment),
      folder: scratch.path)
  }

  private func mode(_ path: String) -> mode_t {
    var found = stat()
    return stat(path, &found) == 0 ? found.st_mode & 0o777 : 0
  }

  /// The number of the meeting whose row holds those words.
  private func number(_ words: String) throws -> String {
    let rows = try panel("list", "--format", "csv").outputLines
    let row = try #require(rows.first { $0.contains(words) })
    return String(row.prefix(while: { $0 != "," }))
  }

  @Test("every meeting is listed with its day, its state and how far it has come")
  func lists() throws {
    let done = try panel("list", "--format", "json")
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(done.output.utf8)) as? [[String: Any]])
    #expect(rows.count == 8)
    let today = try #require(rows.first { $0["held_on"] as? String == "2026-11-23" })
    #expect(today["state"] as? String == "Planned")
    #expect(today["items"] as? Int == 17)
    #expect(today["decided"] as? Int == 0)
    #expect(try panel("list").output.contains("Minutes approved"))
  }

  @Test("an agenda is read before the meeting: its items in their order, with names or initials")
  func agenda() throws {
    let done = try panel("agenda", "2026-11-23", "--format", "json")
    #expect(done.exitCode == 0, "\(done.errors)")
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(done.output.utf8)) as? [[String: Any]])
    #expect(rows.map { $0["number"] as? Int } == Array(1...17))
    #expect(rows.first?["kind"] as? String == "Matters arising and actions")
    #expect(rows.last?["kind"] as? String == "Any other business")
    let children = rows.compactMap { $0["child"] as? String }.filter { !$0.isEmpty }
    #expect(children.count == 15 && children.contains { $0.hasPrefix("MADDOCKS-HOLT, ") })
    #expect(rows.allSatisfy { ($0["minutes"] as? Int ?? 0) > 0 })
    let covered = try panel("agenda", "2026-11-23", "--initials")
    #expect(covered.exitCode == 0)
    for name in children {
      let surname = name.prefix { $0 != "," }
      #expect(!covered.output.uppercased().contains(surname), "\(name)")
    }
    #expect(try panel("agenda", "2026-11-23").output.contains("MADDOCKS-HOLT"))
  }

  @Test("minutes come as Markdown, as one page, and with names reduced to initials")
  func minutes() throws {
    let held = try number("2026-11-10")
    let plain = try panel("minutes", held)
    #expect(plain.exitCode == 0, "\(plain.errors)")
    #expect(plain.output.hasPrefix("# Minutes: Northmere"))
    #expect(plain.output.contains("Approved by Marian Holroyd"))
    #expect(plain.output.contains("BRANNIGAN, Oisín"))
    #expect(try panel("minutes", "2026-11-10").output == plain.output)
    let covered = try panel("minutes", held, "--initials").output
    #expect(!covered.contains("BRANNIGAN") && !covered.contains("Oisín"))
    #expect(covered.contains("OB ("))
    let page = try panel("minutes", held, "--format", "html").output
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("SHA-256"))
    #expect(!page.contains("http://") && !page.contains("<script"))
  }

  @Test("a file of minutes is its owner's alone, and never replaces another")
  func outputIsPrivate() throws {
    let file = scratch.file("minutes.md")
    let first = try panel("minutes", "2026-11-10", "--output", file)
    #expect(first.exitCode == 0 && first.output.isEmpty)
    #expect(mode(file) == 0o600)
    let before = Scratch.read(file)
    #expect(before?.contains("Quorum") == true)
    let second = try panel("minutes", "2026-11-10", "--output", file, "--initials")
    #expect(second.exitCode == 1)
    #expect(second.errors.contains("exists already; name a new file"))
    #expect(Scratch.read(file) == before)
    let nowhere = try panel("minutes", "2026-11-10", "--output", scratch.file("no/such/m.md"))
    #expect(nowhere.exitCode == 1 && nowhere.errors.contains("cannot write"))
  }

  @Test("each child decided upon gets a letter to the school and one to the parent, in private")
  func notices() throws {
    let folder = scratch.file("letters")
    let done = try panel("notices", try number("2026-11-10"), "--folder", folder)
    #expect(done.exitCode == 0, "\(done.errors)")
    #expect(done.output.hasPrefix("4 letters are in"))
    #expect(mode(folder) == 0o700)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(names.count == 4)
    #expect(names.allSatisfy { !$0.contains("BRANNIGAN") && !$0.contains("Oisín") })
    #expect(names.allSatisfy { mode(folder + "/" + $0) == 0o600 })
    let parent = try #require(names.first { $0.hasSuffix("-parent.txt") })
    let letter = try #require(Scratch.read(folder + "/" + parent))
    #expect(letter.contains("Dear Aoife Brannigan") && letter.contains("23 Nov 2026"))
    let again = try panel("notices", try number("2026-11-10"), "--folder", folder)
    #expect(again.exitCode == 1)
    #expect(again.errors.contains("and 3 more exists already"))
  }

  @Test(
    "where the only decision is a referral to safeguarding, it is said why nobody is written to")
  func nobodyToWriteTo() throws {
    let store = try Caseload.open(caseload, access: .readWrite)
    let today = try Day("2026-11-23")
    let now = Instant(seconds: 1_795_423_500)
    let meeting = try #require(try store.meetings().first { $0.value.heldOn == today }).id
    let file = try #require(try store.meeting(meeting))
    let item = try #require(file.items.first { $0.item.value.kind == .permanentExclusion }).item.id
    try store.change(by: "tester", at: now, cause: "meet") { door in
      try door.move(meeting, to: .open)
      for member in file.panel.value.members {
        try door.put(Attendee(member, .present), in: meeting)
      }
    }
    for (field, text) in [
      (DecisionField.option, "referSafeguarding"), (.referredTo, "MASH"), (.owner, "P. Kershaw"),
      (.dueOn, "2026-11-24"), (.rationale, "He is not safe there."),
    ] {
      _ = try store.save(text, to: .item(item, field), over: Words(), by: "tester", at: now)
    }
    try store.change(by: "tester", at: now, cause: "decide") { door in try door.confirm(item) }
    let folder = scratch.file("none")
    let done = try panel("notices", "\(meeting.number)", "--folder", folder)
    #expect(done.exitCode == 1)
    #expect(done.errors.contains("the child was referred to safeguarding; ask them first"))
    #expect(done.errors.contains("as said above"))
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test("a team's own letter is used where its folder has one, and a slip in it is named")
  func ownTemplates() throws {
    let templates = scratch.file("ours")
    try FileManager.default.createDirectory(atPath: templates, withIntermediateDirectories: true)
    let builtIn = try panel("template", "parent")
    #expect(builtIn.output.contains("Dear {parent}"))
    try Data(builtIn.output.replacingOccurrences(of: "Dear {parent}", with: "Hello {parent},").utf8)
      .write(to: URL(fileURLWithPath: templates + "/notice-parent.txt"))
    // Beside the papers they are found without being named, as from the screens.
    let found = try panel(
      "notices", try number("2026-11-10"), "--folder", scratch.file("a/b/c"),
      environment: ["SIXTHDAY_PAPERS": templates])
    #expect(found.exitCode == 0, "\(found.errors)")
    let greetings = try FileManager.default.contentsOfDirectory(atPath: scratch.file("a/b/c"))
      .compactMap { Scratch.read(scratch.file("a/b/c/") + $0) }
    #expect(greetings.count { $0.contains("Hello Aoife Brannigan,") } == 1)
    let folder = scratch.file("letters")
    let done = try panel(
      "notices", try number("2026-11-10"), "--folder", folder, "--templates", templates)
    #expect(done.exitCode == 0, "\(done.errors)")
    let letters = try FileManager.default.contentsOfDirectory(atPath: folder).compactMap {
      Scratch.read(folder + "/" + $0)
    }
    #expect(letters.count { $0.contains("Hello Aoife Brannigan,") } == 1)
    #expect(letters.count { $0.contains("To the head teacher") } == 2)
    try Data("Dear {paernt}\n".utf8)
      .write(to: URL(fileURLWithPath: templates + "/notice-parent.txt"))
    let slip = try panel(
      "notices", try number("2026-11-10"), "--folder", scratch.file("more"), "--templates",
      templates)
    #expect(slip.exitCode == 1)
    #expect(slip.errors.contains("line 1: there is no {paernt}"))
    #expect(mode(scratch.file("more")) == 0)
  }

  @Test("actions are those still open, or all of one meeting's")
  func actions() throws {
    let open = try panel("actions", "--format", "csv").outputLines
    #expect(open.first == "meeting,number,item,case,action,owner,due_on,done_on,result")
    #expect(open.count == 5)
    let agreed = try panel("actions", try number("2026-11-10"), "--format", "csv").outputLines
    #expect(agreed.count == 4)
    #expect(agreed.contains { $0.contains("At the gate on two of three") })
    let covered = try panel("actions", "--initials", "--format", "csv").output
    #expect(!covered.contains("Nathan"))
  }

  @Test(
    "what cannot be done is said with what to do",
    arguments: [
      (["minutes"], "needs a MEETING", Int32(2)),
      (["minutes", "99"], "there is no meeting '99' (see: sixthday panel list)", 1),
      (["minutes", "2026-11-11"], "no panel meets on 11 Nov 2026", 1),
      (["minutes", "2026-11-23"], "has not been opened", 1),
      (["minutes", "2026-11-10", "--format", "csv"], "it is markdown, html", 2),
      (["list", "--initials"], "panel list has no option --initials", 2),
      (["notices", "2026-11-10"], "needs --folder DIR", 2),
      (["template"], "school or parent", 2),
      (["template", "governors"], "school or parent", 2),
      (["minuets"], "did you mean minutes?", 2),
    ])
  func refusals(words: [String], message: String, code: Int32) throws {
    let done = try run(
      BuiltProgram.path, ["panel"] + words + ["--caseload", caseload],
      environment: BuiltProgram.environment(home: scratch.path))
    #expect(done.exitCode == code)
    #expect(done.errors.contains(message), "\(done.errors)")
    #expect(done.output.isEmpty)
  }
}
