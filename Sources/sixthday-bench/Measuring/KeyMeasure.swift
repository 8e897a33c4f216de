import Glibc

/// How long a key takes to the last byte of the frame that it causes, and what idling costs.
enum KeyMeasure {
  private static let escape = "\u{1b}"
  private static let pageDown = "\u{1b}[6~"
  private static let pageUp = "\u{1b}[5~"
  private static let down = "\u{1b}[B"
  /// What is typed into the filter.
  private static let words = ["ark", "smith", "the", "north", "e", "ava"]

  static func run(
    _ subject: Subject, _ workshop: Workshop, presses: Int
  ) throws(BenchProblem) -> [Row] {
    let session = try Session.loaded(subject, in: workshop)
    defer { session.end() }
    var rows: [Row] = []
    var acts = Sample()
    func measure(
      _ what: String, _ count: Int, isAct: Bool = true, _ body: (Int, inout Sample) -> Void
    ) {
      var sample = Sample()
      for turn in 0..<count { body(turn, &sample) }
      rows.append(Row(subject.name, what, sample))
      if isAct { acts.add(sample) }
    }
    // As many of each act as make the 99th percentile of all of them more than the slowest one.
    let few = max(4, presses / 2)
    measure("move", presses) { $1.add(session.act($0 % 40 < 20 ? "j" : "k", quiet: 0.03)) }
    measure("page", presses / 2) {
      $1.add(session.act($0 % 8 < 4 ? pageDown : pageUp, quiet: 0.03))
    }
    measure("filter, a letter", few) { turn, sample in
      prepare(session, "/")
      for letter in words[turn % words.count] {
        sample.add(session.act(String(letter), quiet: 0.05))
      }
      prepare(session, escape)
      prepare(session, escape)
    }
    for pane in 1...4 {
      prepare(session, "\(pane)")
      measure("sort pane \(pane) by another column", few) { turn, sample in
        prepare(session, "s")
        for _ in 0..<turn % 10 { prepare(session, down) }
        sample.add(session.act("\r", quiet: 0.05))
      }
    }
    prepare(session, "1")
    // A provider, an officer, a school, a rating, a state, a route: the list, and what it is narrowed to.
    measure("narrow every pane", few) { turn, sample in
      prepare(session, "f")
      for _ in 0..<turn % 6 { prepare(session, down) }
      sample.add(session.act("\r", quiet: 0.05))
      prepare(session, down)
      sample.add(session.act("\r", quiet: 0.05))
      prepare(session, escape)
    }
    prepare(session, "g")
    var back = Sample()
    measure("open a case", few) { _, sample in
      prepare(session, "j")
      sample.add(session.act("\r", quiet: 0.05))
      back.add(session.act("q", quiet: 0.05))
    }
    rows.append(Row(subject.name, "back", back))
    acts.add(back)
    var undone = Sample()
    measure("assign a case: the list, the change", few) { turn, sample in
      prepare(session, "j")
      sample.add(session.act("a", quiet: 0.05))
      for _ in 0...turn % 3 { prepare(session, down) }
      sample.add(session.act("\r", quiet: 0.05))
      undone.add(session.act("u", quiet: 0.05))
    }
    measure("place a child: the list, the form, the change", few) { _, sample in
      prepare(session, "j")
      sample.add(session.act("p", quiet: 0.05))
      sample.add(session.act("\r", quiet: 0.05))
      prepare(session, "\r")
      sample.add(session.act("\r", quiet: 0.05))
      // Where the child has a place already, one question more is asked.
      prepare(session, "\r")
      for _ in 0..<3 { prepare(session, escape) }
      undone.add(session.act("u", quiet: 0.05))
    }
    rows.append(Row(subject.name, "undo", undone))
    acts.add(undone)
    rows.append(Row(subject.name, "any of these acts", acts))
    measure("Escape, from a case", few, isAct: false) { _, sample in
      prepare(session, "\r")
      sample.add(session.act(escape, quiet: 0.06))
    }
    measure("200 keys at once", 5, isAct: false) { turn, sample in
      sample.add(session.act(String(repeating: turn % 2 == 0 ? "j" : "k", count: 200), quiet: 0.1))
    }
    rows += idle(session, subject.name)
    rows.append(
      Row(subject.name, "peak memory after all that", value: session.peakMemory, unit: "MB"))
    return rows
  }

  /// Another program's selection moved, for the same figures in the same run.
  static func peer(
    _ subject: Subject, _ workshop: Workshop, presses: Int
  ) throws(BenchProblem) -> [Row] {
    let session = try Session(
      subject.program, subject.arguments, environment: workshop.environment(),
      folder: subject.folder)
    defer { session.end() }
    session.settle(quiet: 0.5, limit: 5)
    var moved = Sample()
    for turn in 0..<presses {
      moved.add(session.act(turn % 40 < 20 ? "\u{1b}[B" : "\u{1b}[A", quiet: 0.03))
    }
    var paged = Sample()
    for turn in 0..<presses / 2 {
      paged.add(session.act(turn % 2 == 0 ? pageDown : pageUp, quiet: 0.03))
    }
    var held = Sample()
    held.add(session.act(String(repeating: "\u{1b}[B", count: 200), quiet: 0.2))
    var rows = [
      Row(subject.name, "move", moved), Row(subject.name, "page", paged),
      Row(subject.name, "200 keys at once", held),
    ]
    rows += idle(session, subject.name)
    rows.append(Row(subject.name, "peak memory", value: session.peakMemory, unit: "MB"))
    return rows
  }

  private static func prepare(_ session: Session, _ keys: String) {
    _ = session.act(keys, quiet: 0.04, limit: 0.2)
  }

  private static func idle(_ session: Session, _ name: String) -> [Row] {
    session.settle(quiet: 0.5, limit: 5)
    // What follows a change, the tidying of SQLite's log two seconds later included, is not idleness.
    let start = now() + 3
    while now() < start { _ = session.read(within: start - now()) }
    let (before, bytes) = (session.work, session.total)
    let end = now() + 5
    while now() < end { _ = session.read(within: end - now()) }
    let after = session.work
    return [
      Row(
        name, "5 s untouched: processor time", value: after.milliseconds - before.milliseconds,
        unit: "ms"),
      Row(
        name, "5 s untouched: wake-ups", value: Double(after.wakeUps - before.wakeUps), unit: ""),
      Row(name, "5 s untouched: bytes", value: Double(session.total - bytes), unit: "B"),
    ]
  }
}
