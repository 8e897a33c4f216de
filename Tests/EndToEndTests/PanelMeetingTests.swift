import AlternativeProvision
import CaseStore
import Glibc
import Testing

/// A whole meeting as a chair and a clerk hold it, in real terminals and with keys only.
@Suite("A panel's meeting in a terminal", .serialized)
struct PanelMeetingTests {
  @Test(
    "from attendance to minutes, through a pulled plug, with a clerk at a second terminal",
    arguments: [(80, 24), (160, 45)])
  func wholeMeeting(columns: Int, rows: Int) throws {
    let table = try MeetingTable(columns: columns, rows: rows)
    try table.open()
    try table.stepThrough()
    try table.agree()
    try table.deferForInformation()
    try table.decline()
    try table.actAsChair()
    try table.close()
    try table.readMinutes()
  }
}

/// What is typed in the meeting, each to be found in the minutes to the letter.
private enum Said {
  static let agreed =
    "He keeps what he begins when there is one adult, one bench and no audience – the day six that "
  static let agreedAfter = "comes on Wednesday can’t wait for a second visit."
  /// One word, so that no line breaks within it.
  static let lastWord = "visit."
  static let exit = "Nine sessions in ten, for half a term; then Mr Ó’Briain’s school."
  static let reasoned = "Owed from day six, s.19(3A): no school’s place is open to him before then."
  static let information = "What the fatigue clinic says of hours"
  static let deferred = "An hour a day, or three? Too much does harm: she slept for fourteen hours."
  static let declined = "£0 of the school’s own money has been tried, nor has his hearing."
  static let measure = "A taxi and one mentor from tomorrow, at the virtual school’s cost"
  static let acted = "His carers keep him if he isn’t at home all day."
  static let action = "Ring Mrs Maddocks before four o’clock"
  static let actionAfter = " and write down what she says"
  static let all = [
    agreed + agreedAfter, reasoned, exit, information, deferred, declined, measure, acted,
    action + actionAfter,
  ]
}

/// A meeting of the made-up panel, with a chair's terminal and what the test knows of the agenda.
private final class MeetingTable {
  private static let chairsName = "Marian Holroyd"

  private let scratch: Scratch
  private let caseload: String
  private let columns: Int
  private let rows: Int
  private var chair: Terminal
  private let meeting: Identifier<Meeting>
  /// The heading of each child's item, by surname.
  private var titles: [String: String] = [:]
  private let count: Int
  private let surnames: [String]

  init(columns: Int, rows: Int) throws {
    (self.columns, self.rows) = (columns, rows)
    scratch = try Scratch()
    caseload = try SampleCaseload.copy(into: scratch, withPanels: true)
    let store = try Caseload.open(caseload, access: .readOnly)
    let today = Day(iso: BuiltProgram.today)
    meeting = try #require(try store.meetings().first { $0.value.heldOn == today }).id
    let file = try #require(try store.meeting(meeting))
    count = file.items.count
    for entry in file.items where entry.item.value.kind != .ratification {
      let item = entry.item.value
      let fromFile = try item.file.flatMap { try store.file($0)?.pupil }
      let pupil = try fromFile ?? item.referral.flatMap { try store.referral($0)?.pupil }
      guard let pupil, let found = try store.pupil(pupil) else { continue }
      titles[found.surname] = item.title
    }
    surnames = Array(titles.keys)
    chair = try Terminal(
      sixthday: ["panel", "--caseload", caseload], in: scratch, columns: columns, rows: rows,
      environment: ["USER": Self.chairsName])
  }

  // MARK: Before

  /// Goes from the panels to today's agenda, says who is here, and opens the meeting.
  func open() throws {
    // The panels open on today's meeting.
    try chair.press("Enter")
    try chair.wait(for: "Matters arising")
    try chair.press("t")
    try chair.wait(for: "Marian Holroyd")
    // The second head teacher sent apologies; everybody else is here.
    try chair.press("j", "j", "j", "a", "P")
    try chair.wait(for: "pologies")
    try chair.press("Escape", "O")
    try chair.wait(for: "Item 1 of \(count)")
    #expect(try chair.screen().contains("Quorum"))
  }

  // MARK: In the meeting

  /// Brings up every item with one key, and shows the room no name.
  func stepThrough() throws {
    #expect(titles.count == 14)
    for number in 1...count {
      let screen = try chair.wait(for: "Item \(number) of \(count)")
      #expect(screen.contains("SHARED VIEW"))
      #expect(screen.lines.allSatisfy { $0.count <= columns })
      for name in surnames { #expect(!screen.contains(name), "\(name) in:\n\(screen)") }
      if number < count { try chair.press("n") }
    }
    try chair.press("p")
    try chair.wait(for: "Item \(count - 1) of \(count)")
  }

  /// Agrees a place; in the middle of the reasons the plug is pulled, and a clerk writes beside it.
  func agree() throws {
    let item = try jump(to: "Maddocks-Holt")
    try chair.press("Tab", "Enter")
    try chair.wait(for: "is in the decision")
    try fill(["30/11", "10", "25"])
    try chair.press("Tab", "Tab", "Tab")
    try fill(["11/01", Said.exit])
    // Past tier and officer, and past the evidence.
    try chair.press("Tab", "Tab")
    try chair.type(Said.reasoned)
    try chair.press("Tab", "Tab")
    try chair.type(Said.agreed)
    try kept(Said.agreed, .rationale, of: item)
    kill(try chair.process(), SIGKILL)
    #expect(try chair.exitCode() == nil)

    chair = try opened(by: Self.chairsName)
    try chair.wait(for: "He keeps what he begins")
    let clerk = try opened(by: "Rosalind Peake")
    try Self.jump(clerk, to: titles["Maddocks-Holt"] ?? "")
    try clerk.press("a")
    // Both type at once, a few letters each in turn.
    var (his, hers) = (Substring(Said.agreedAfter), Substring(Said.action))
    while !his.isEmpty || !hers.isEmpty {
      if !his.isEmpty { try chair.type(String(his.prefix(9))) }
      if !hers.isEmpty { try clerk.type(String(hers.prefix(7))) }
      (his, hers) = (his.dropFirst(9), hers.dropFirst(7))
    }
    try kept(Said.agreed + Said.agreedAfter, .rationale, of: item)
    // Within a second each sees what the other wrote: dissent and notes stand between the two.
    try clerk.press("Escape", "d")
    try clerk.wait(for: Said.lastWord, milliseconds: 1000)
    try chair.press("Tab", "Tab", "Tab")
    try chair.wait(for: String(Said.action.prefix(10)), milliseconds: 1000)
    try clerk.press("Tab", "Tab", "Tab", "End")
    try clerk.type(Said.actionAfter)
    try clerk.press("Enter")
    try clerk.type("Jo Lindley")
    try clerk.press("Enter")
    try clerk.type("27/11")
    try clerk.press("Escape")
    try until("the clerk's action is in the store") {
      try $0.openActions(of: "Jo Lindley").contains {
        $0.action.what == Said.action + Said.actionAfter && $0.action.dueOn != nil
      }
    }
    try confirm(item, .agree)
    #expect(
      try store().referrals().contains { $0.value.status == .agreed && $0.value.file != nil })
  }

  func deferForInformation() throws {
    let item = try jump(to: "Sallow")
    try choose("Defer")
    try fill([Said.information, "Yvonne Clegg", "7/12"])
    // Past section 19 and evidence.
    try chair.press("Tab", "Tab")
    try chair.type(Said.deferred)
    try confirm(item, .deferred)
  }

  func decline() throws {
    let item = try jump(to: "Farrow")
    try choose("Decline")
    try chair.press("Enter")
    try chair.type("by the school")
    try chair.press("Enter")
    // Without a reason it is refused, and Enter goes where one is wanted.
    try chair.press("M-c")
    try chair.wait(for: "Not yet")
    try chair.press("Enter")
    try chair.type(Said.declined)
    try confirm(item, .decline)
  }

  func actAsChair() throws {
    let item = try jump(to: "Greaves")
    try choose("Chair")
    try chair.type(Said.measure)
    try chair.press("M-c")
    try chair.wait(for: "Not yet")
    try chair.press("Enter")
    try chair.type(Said.acted)
    try confirm(item, .chairsAction)
  }

  // MARK: After

  /// Closes it though items are left over, and approves the minutes.
  func close() throws {
    try chair.press("C")
    try chair.wait(for: "Not finished")
    try chair.press("c")
    try chair.wait(for: "c again closes")
    try chair.press("c")
    try chair.wait(for: "in draft")
    try chair.press("m", "a")
    try chair.wait(for: "Approve the minutes")
    try chair.press("F9")
    try until("the minutes are approved") { try $0.meeting(meeting)?.minutes != nil }
    try chair.pressWithoutWaiting(["q"])
  }

  /// Everything that was typed is in the minutes, to the letter; in the covered ones no name is.
  func readMinutes() throws {
    let minutes = try sixthday(
      "panel", "minutes", "\(meeting.number)", "--caseload", caseload, in: scratch)
    #expect(minutes.exitCode == 0, "\(minutes.errors)")
    for words in Said.all { #expect(minutes.output.contains(words), "not minuted: \(words)") }
    #expect(minutes.output.contains("Apologies:** Nasreen Qadir"))
    #expect(minutes.output.contains("Approved by \(Self.chairsName)"))
    let covered = try sixthday(
      "panel", "minutes", "\(meeting.number)", "--initials", "--caseload", caseload, in: scratch
    ).output
    for name in surnames { #expect(!covered.contains(name), "\(name) in the covered minutes") }
  }

  // MARK: What a person does

  private func opened(by author: String) throws -> Terminal {
    try Terminal(
      sixthday: ["panel", "meet", "--caseload", caseload], in: scratch, columns: columns,
      rows: rows, environment: ["USER": author])
  }

  private func jump(to surname: String) throws -> Identifier<AgendaItem> {
    let title = try #require(titles[surname])
    try Self.jump(chair, to: title)
    let file = try #require(try store().meeting(meeting))
    return try #require(file.items.first { $0.item.value.title == title }).item.id
  }

  private static func jump(_ terminal: Terminal, to title: String) throws {
    try terminal.press("i")
    try terminal.wait(for: "Items of this meeting")
    try terminal.type(title)
    try terminal.press("Enter")
    try terminal.wait("until the list is gone") { !$0.contains("Items of this meeting") }
  }

  /// Chooses what is decided, by the first letters.
  private func choose(_ option: String) throws {
    try chair.press("d")
    try chair.type(option)
    try chair.press("Enter")
  }

  /// Types into one field after the other.
  private func fill(_ texts: [String]) throws {
    for text in texts {
      try chair.type(text)
      try chair.press("Tab")
    }
  }

  private func confirm(_ item: Identifier<AgendaItem>, _ option: DecisionOption) throws {
    try chair.press("M-c")
    try chair.wait(for: "Confirm the decision?")
    try chair.press("Enter")
    try chair.wait(for: "is confirmed")
    let entry = try #require(
      try store().meeting(meeting)?.items.first { $0.item.id == item })
    #expect(entry.decision?.value.decision.option == option)
  }

  // MARK: What is kept

  private func store() throws -> Caseload { try Caseload.open(caseload, access: .readOnly) }

  /// Waits until a text is in the store, a second at most.
  private func kept(
    _ text: String, _ field: DecisionField, of item: Identifier<AgendaItem>
  ) throws {
    try until("\(text.debugDescription) is in the store") {
      try $0.words(of: item)[field]?.text == text
    }
  }

  private func until(_ wish: String, _ holds: (Caseload) throws -> Bool) throws {
    let caseload = try store()
    let end = milliseconds() + 1000
    while try !holds(caseload) {
      if milliseconds() > end {
        throw HarnessProblem("not within a second: \(wish)\n\(try chair.screen())")
      }
      poll(nil, 0, 2)
    }
  }
}
