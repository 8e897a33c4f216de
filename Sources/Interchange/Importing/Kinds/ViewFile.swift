import AlternativeProvision
import CaseStore

/// What children and parents said, in their own words.
struct ViewFile: RecordFile {
  var list = ColumnList()
  private let file: Column<String>
  private let voice: Column<Voice>
  private let givenOn: Column<Day>
  private let words: Column<String>

  init() {
    file = list.required(
      "case", also: OnFile.caseAliases, .text("the case's reference", limit: 60),
      example: "CASE-EXAMPLE")
    voice = list.required(
      "voice", also: ["who", "said_by"], .choice(Voice.self, "whose view it is"), example: "Child")
    givenOn = list.required(
      "given_on", also: ["date", "view_date"], .day("when"), example: "2026-10-08")
    words = list.required(
      "words", also: ["view", "comment", "comments"], .prose("the words", limit: 10_000),
      example: "I like the workshop and want to know when I can go back")
  }

  func record(
    from row: inout Row, known: OnFile
  ) throws(StoreError) -> KeyedRecord<View>? {
    let fileKey = row.required(file)
    let voice = row.required(voice)
    let given = row.required(givenOn)
    let words = row.required(words)
    let fileID = try fileKey.flatMap { (key) throws(StoreError) in
      try known.fileID(key, column: file, in: &row)
    }
    if let given, given > known.today {
      row.problem(givenOn, "it cannot have been said after today, \(known.today.medium)")
    }
    guard let fileID, let voice, let given, let words else { return nil }
    return KeyedRecord(
      String(fileID.number), voice.rawValue, given.iso, words,
      record: View(file: fileID, voice: voice, givenOn: given, words: words))
  }

  func put(_ record: View, through door: inout Door) throws(StoreError) -> PutResult<View> {
    try door.put(record)
  }
}
