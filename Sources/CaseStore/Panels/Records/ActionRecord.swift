import AlternativeProvision

/// An action as it lies in the file.
struct ActionRecord: Readable {
  var meeting: Identifier<Meeting>
  /// Counts the actions of a meeting from 1.
  var number: Int
  var item: Identifier<AgendaItem>?
  var file: Identifier<Case>?
  var action: PanelAction

  static let table = Table(
    kind: .action, name: "panel_action",
    columns: [
      .init("meeting_id", refers: .meeting), .init("number"),
      .init("item_id", refers: .agendaItem), .init("case_id", refers: .caseFile),
      .init("what"), .init("owner"), .init("due_on"), .init("done_on"), .init("result"),
    ],
    key: ["meeting_id", "number"], caseColumn: "case_id")

  init(
    meeting: Identifier<Meeting>, number: Int, item: Identifier<AgendaItem>?,
    file: Identifier<Case>?, action: PanelAction
  ) {
    self.meeting = meeting
    self.number = number
    self.item = item
    self.file = file
    self.action = action
  }

  func write(_ cells: inout CellWriter) {
    cells.add(meeting)
    cells.add(number)
    cells.add(item)
    cells.add(file)
    cells.add(action.what)
    cells.add(action.owner)
    cells.add(action.dueOn)
    cells.add(action.doneOn)
    cells.add(action.result)
  }

  init(_ reader: inout CellReader) throws(StoreError) {
    meeting = reader.id()
    number = reader.int()
    item = reader.idOrNil()
    file = reader.idOrNil()
    action = PanelAction(what: reader.text())
    action.owner = reader.text()
    action.dueOn = reader.dayOrNil()
    action.doneOn = reader.dayOrNil()
    action.result = reader.text()
  }
}

/// Minutes as they were approved, as they lie in the file.
struct MinutesRecord: Readable {
  var meeting: Identifier<Meeting>
  var approved: ApprovedMinutes

  static let table = Table(
    kind: .minutes, name: "minutes",
    columns: [
      .init("meeting_id", refers: .meeting), .init("text"), .init("covered"), .init("digest"),
      .init("approved_by"), .init("approved_on"),
    ],
    key: ["meeting_id"])

  init(meeting: Identifier<Meeting>, approved: ApprovedMinutes) {
    self.meeting = meeting
    self.approved = approved
  }

  func write(_ cells: inout CellWriter) {
    cells.add(meeting)
    cells.add(approved.text)
    cells.add(approved.covered)
    cells.add(approved.digest)
    cells.add(approved.approvedBy)
    cells.add(approved.approvedOn)
  }

  init(_ reader: inout CellReader) throws(StoreError) {
    meeting = reader.id()
    let text = reader.text()
    let covered = reader.text()
    let digest = reader.text()
    let by = reader.text()
    approved = ApprovedMinutes(
      text: text, covered: covered, digest: digest, approvedBy: by, approvedOn: reader.day())
  }
}

/// A note that corrects approved minutes, as it lies in the file.
struct CorrectionRecord: Readable {
  var meeting: Identifier<Meeting>
  var number: Int
  var correction: MinutesCorrection

  static let table = Table(
    kind: .correction, name: "correction",
    columns: [
      .init("meeting_id", refers: .meeting), .init("number"), .init("made_on"),
      .init("author"), .init("words"),
    ],
    key: ["meeting_id", "number"])

  init(meeting: Identifier<Meeting>, number: Int, correction: MinutesCorrection) {
    self.meeting = meeting
    self.number = number
    self.correction = correction
  }

  func write(_ cells: inout CellWriter) {
    cells.add(meeting)
    cells.add(number)
    cells.add(correction.madeOn)
    cells.add(correction.author)
    cells.add(correction.words)
  }

  init(_ reader: inout CellReader) throws(StoreError) {
    meeting = reader.id()
    number = reader.int()
    let madeOn = reader.day()
    let author = reader.text()
    correction = MinutesCorrection(madeOn: madeOn, author: author, words: reader.text())
  }
}
