import AlternativeProvision
import CaseStore

/// Understands the rows of a file of marks, by bytes where they are plain, by words where not.
struct MarkReading {
  let columns: MarkFile
  let header: Header
  let names: MarkNames
  let today: Day
  private let pupilPlace: Int
  private let providerPlace: Int
  private let dayPlace: Int
  private let sessionPlace: Int
  private let codePlace: Int
  /// Registers on computers are younger; an older date is a slip.
  private let earliest = Day(year: 1990, month: 1, day: 1) ?? Day(number: 0)

  init(columns: MarkFile, header: Header, names: MarkNames, today: Day) {
    self.columns = columns
    self.header = header
    self.names = names
    self.today = today
    // All five are required, and a header without them has been refused.
    func place<Value>(_ column: Column<Value>) -> Int { header.places[column.index] ?? 0 }
    pupilPlace = place(columns.pupil)
    providerPlace = place(columns.provider)
    dayPlace = place(columns.day)
    sessionPlace = place(columns.session)
    codePlace = place(columns.code)
  }

  /// The mark of a row in the usual dress; nil for a row that must be looked at closely.
  func plain(_ reader: CSVReader) -> ReadMark? {
    guard reader.fieldCount == header.names.count, reader.defect == nil,
      let pupil = names.pupils.number(of: reader.slice(pupilPlace).bytes),
      let provider = names.providers.number(of: reader.slice(providerPlace).bytes),
      let day = MarkReading.day(reader.slice(dayPlace)), day <= today, day >= earliest,
      let session = MarkReading.session(reader.slice(sessionPlace)),
      let code = MarkReading.code(reader.slice(codePlace)),
      AttendanceClass(first: code.first, second: code.second, on: day) != nil
    else { return nil }
    return ReadMark(
      pupil: Identifier(pupil), provider: Identifier(provider), day: day, session: session,
      code: code)
  }

  /// The mark of a row in unusual dress; nil where the row now tells its problems.
  func explained(_ row: inout Row) -> ReadMark? {
    let pupilName = row.required(columns.pupil)
    let providerName = row.required(columns.provider)
    let day = row.required(columns.day)
    let session = row.required(columns.session)
    let codeText = row.required(columns.code)
    let pupil = pupilName.flatMap { names.pupil($0) }
    if pupilName != nil, pupil == nil {
      row.problem(columns.pupil, OnFile.unknown("pupil", in: .pupils))
    }
    let provider = providerName.flatMap { names.provider($0) }
    if providerName != nil, provider == nil {
      row.problem(columns.provider, OnFile.unknown("provider", in: .providers))
    }
    if let day, day > today {
      row.problem(columns.day, "a mark cannot be for after today, \(today.medium)")
    } else if let day, day < earliest {
      row.problem(columns.day, "no register here goes back before \(earliest.medium)")
    }
    let code = codeText.flatMap { explainedCode($0, on: day, &row) }
    guard row.isSound, let pupil, let provider, let day, let session, let code else { return nil }
    return ReadMark(pupil: pupil, provider: provider, day: day, session: session, code: code)
  }

  private func explainedCode(_ text: String, on day: Day?, _ row: inout Row) -> MarkCode? {
    do {
      return MarkCode(try Codes.attendance.require(text, on: day).code)
    } catch {
      row.problem(columns.code, error.description)
      return nil
    }
  }

  // MARK: Bytes

  /// A day as 2026-09-01 or 01/09/2026.
  private static func day(_ field: FieldSlice) -> Day? {
    guard field.count == 10 else { return nil }
    let start = field.start
    if start[4] == 0x2D { return Day(iso: field.bytes) }
    guard start[2] == 0x2F, start[5] == 0x2F else { return nil }
    var digits = (day: 0, month: 0, year: 0)
    for place in 0..<10 where place != 2 && place != 5 {
      let digit = Int(start[place]) - 48
      guard (0...9).contains(digit) else { return nil }
      if place < 2 {
        digits.day = digits.day * 10 + digit
      } else if place < 5 {
        digits.month = digits.month * 10 + digit
      } else {
        digits.year = digits.year * 10 + digit
      }
    }
    return Day(year: digits.year, month: digits.month, day: digits.day)
  }

  private static func session(_ field: FieldSlice) -> Session? {
    // Small letters differ from capitals by one bit.
    guard field.count == 2, field.start[1] | 0x20 == UInt8(ascii: "m") else { return nil }
    switch field.start[0] | 0x20 {
    case UInt8(ascii: "a"): return .morning
    case UInt8(ascii: "p"): return .afternoon
    default: return nil
    }
  }

  private static func code(_ field: FieldSlice) -> MarkCode? {
    switch field.count {
    case 1: MarkCode(field.start[0])
    case 2 where field.start[1] > 32: MarkCode(field.start[0], field.start[1])
    default: nil
    }
  }
}
