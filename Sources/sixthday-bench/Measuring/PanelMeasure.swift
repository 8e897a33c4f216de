import AlternativeProvision
import CaseStore
import Glibc

/// How long a panel waits for the next referral, and how soon what is typed is on the screen and kept.
enum PanelMeasure {
  private static let escape = "\u{1b}"
  static func run(
    _ subject: Subject, _ workshop: Workshop, caseload path: String, presses: Int
  ) throws -> [Row] {
    let caseload = try Caseload.open(path, access: .readOnly)
    guard let meeting = try caseload.meetings().first(where: { $0.value.heldOn == workshop.today }),
      let file = try caseload.meeting(meeting.id)
    else { throw BenchProblem("no meeting is ready in \(path)") }
    var agendas: [Row] = []
    // One that was opened before opens as a meeting, and not as an agenda.
    if file.meeting.value.state == .planned {
      agendas = try agenda(subject, workshop, presses: presses)
    }
    let session = try Session.loaded(
      subject, ["panel", "meet", "\(meeting.id.number)"], in: workshop)
    defer { session.end() }
    let count = file.items.count
    var rows = agendas + stepping(session, subject.name, items: count, presses: presses)
    // The first child of the agenda: what is typed there is a decision's.
    guard let place = file.items.firstIndex(where: { $0.item.value.isAboutChild }) else {
      return rows
    }
    for _ in 0..<count { _ = session.act("p", quiet: 0.02, limit: 0.2) }
    for _ in 0..<place { _ = session.act("n", quiet: 0.03, limit: 0.2) }
    // The list of decisions opens by itself; one Escape closes it, and a second would leave the form.
    _ = session.act("d", quiet: 0.1, limit: 1)
    _ = session.act(escape, quiet: 0.1, limit: 1)
    let item = file.items[place].item.id
    guard try findRationale(session, caseload, item) else {
      throw BenchProblem("Tab does not lead to the rationale in \(subject.name)")
    }
    rows += try typing(session, subject.name, caseload, item, presses: presses)
    rows.append(
      Row(subject.name, "peak memory of a meeting", value: session.peakMemory, unit: "MB"))
    return rows
  }

  /// The agenda of today's meeting, to the line beneath it that says what belongs on it and is missing.
  private static func agenda(
    _ subject: Subject, _ workshop: Workshop, presses: Int
  ) throws(BenchProblem) -> [Row] {
    let session = try Session.loaded(subject, in: workshop)
    defer { session.end() }
    _ = session.act("M", quiet: 0.3)
    var opened = Sample()
    for _ in 0..<max(8, presses / 4) {
      opened.add(session.act("\r", quiet: 2, limit: 60))
      _ = session.act("q", quiet: 0.3)
    }
    return [Row(subject.name, "an agenda, with what is missing from it", opened)]
  }

  /// Goes on from field to field until a letter that was typed is the rationale's in the store.
  private static func findRationale(
    _ session: Session, _ caseload: Caseload, _ item: Identifier<AgendaItem>
  ) throws -> Bool {
    for _ in 0..<12 {
      _ = session.act("\t", quiet: 0.03, limit: 0.2)
      _ = session.act("x", quiet: 0.03, limit: 0.2)
      let end = now() + 0.6
      while now() < end {
        _ = session.read(within: 0.01)
        if try caseload.words(of: item)[.rationale]?.text.isEmpty == false { return true }
      }
    }
    return false
  }

  private static func stepping(
    _ session: Session, _ name: String, items count: Int, presses: Int
  ) -> [Row] {
    var forward = Sample()
    var back = Sample()
    while forward.milliseconds.count < presses, forward.silent < count {
      for _ in 1..<count { forward.add(session.act("n", quiet: 0.03, limit: 1)) }
      for _ in 1..<count { back.add(session.act("p", quiet: 0.03, limit: 1)) }
    }
    return [Row(name, "next referral", forward), Row(name, "referral before", back)]
  }

  private static func typing(
    _ session: Session, _ name: String, _ caseload: Caseload, _ item: Identifier<AgendaItem>,
    presses: Int
  ) throws -> [Row] {
    let sentence = Array("the panel heard the school and agreed that he cannot wait any longer ")
    var shown = Sample()
    for turn in 0..<presses * 2 {
      shown.add(session.act(String(sentence[turn % sentence.count]), quiet: 0.015, limit: 1))
    }
    var kept = Sample()
    for turn in 0..<max(5, presses / 10) {
      let word = " word\(turn)"
      let begin = session.type(word)
      let end = begin + 3
      var isKept = false
      while !isKept, now() < end {
        _ = session.read(within: 0.001)
        isKept = try caseload.words(of: item)[.rationale]?.text.contains(word) ?? false
      }
      if isKept { kept.add(milliseconds: (now() - begin) * 1000) } else { kept.add(nil) }
    }
    return [
      Row(name, "a character in a rationale", shown), Row(name, "typed words in the store", kept),
    ]
  }
}
