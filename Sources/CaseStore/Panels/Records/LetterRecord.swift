import AlternativeProvision

extension Migration {
  /// Which letters went out, and a child's language.
  static let letters = Migration(
    number: 6,
    sql: """
      CREATE TABLE sent_letter(
        id INTEGER PRIMARY KEY, decision_id INTEGER NOT NULL REFERENCES decision(id),
        recipient TEXT NOT NULL, case_id INTEGER REFERENCES case_file(id),
        addressee TEXT NOT NULL, sent_on INTEGER NOT NULL, sent_by TEXT NOT NULL,
        UNIQUE(decision_id, recipient)) STRICT;
      CREATE INDEX sent_letter_by_case ON sent_letter(case_id) WHERE case_id IS NOT NULL;
      ALTER TABLE pupil ADD COLUMN first_language TEXT;
      ALTER TABLE pupil ADD COLUMN english_is_additional INTEGER;
      """)
}

/// That a letter went out, as it lies in the file.
///
/// It lies beside the minutes and not in them: letters go out after a meeting, when its minutes may have
/// been approved.
struct LetterRecord: Readable {
  var letter: SentLetter
  var file: Identifier<Case>?

  static let table = Table(
    kind: .letter, name: "sent_letter",
    columns: [
      .init("decision_id", refers: .decision), .init("recipient"),
      .init("case_id", refers: .caseFile), .init("addressee"), .init("sent_on"),
      .init("sent_by"),
    ],
    key: ["decision_id", "recipient"], caseColumn: "case_id")

  init(_ letter: SentLetter, file: Identifier<Case>?) {
    self.letter = letter
    self.file = file
  }

  func write(_ cells: inout CellWriter) {
    cells.add(letter.decision)
    cells.add(named: letter.to)
    cells.add(file)
    cells.add(letter.addressee)
    cells.add(letter.sentOn)
    cells.add(letter.sentBy)
  }

  init(_ reader: inout CellReader) throws(StoreError) {
    let decision: Identifier<RecordedDecision> = reader.id()
    let to: NoticeKind = try reader.named()
    file = reader.idOrNil()
    let addressee = reader.text()
    let sentOn = reader.day()
    letter = SentLetter(
      decision: decision, to: to, addressee: addressee, sentOn: sentOn, sentBy: reader.text())
  }
}
