import Foundation
import TestSupport
import Testing

@testable import Interchange

@Suite("Comma-separated values")
struct CSVReaderTests {
  @Test(
    "every file of csv-spectrum reads as its JSON says", .needsSharedData,
    arguments: [
      "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines",
      "newlines_crlf", "quotes_and_newlines", "simple", "simple_crlf", "utf8",
    ])
  func spectrum(name: String) throws {
    let folder = "awkward/csv-spectrum"
    var rows = records(try SharedData.load("\(folder)/csvs/\(name).csv"))
    let header = rows.removeFirst()
    let wanted = try JSONReader.read(try SharedData.load("\(folder)/json/\(name).json"))
    let found = rows.map { row in
      JSONValue.object(zip(header, row).map { JSONMember(name: $0, value: .text($1)) })
    }
    // The corpus's own newlines_crlf.csv was checked out with LF ends; its JSON still says CRLF.
    let written = wanted.written().replacingOccurrences(of: "\\r\\n", with: "\\n")
    #expect(JSONValue.list(found).written() == written)
  }

  @Test("line ends of each kind, and none at the end, give the same records")
  func lineEnds() {
    for end in ["\n", "\r\n", "\r"] {
      #expect(records("a,b\(end)1,2\(end)3,") == [["a", "b"], ["1", "2"], ["3", ""]])
      #expect(records("a,b\(end)\(end)1,2\(end)\(end)") == [["a", "b"], ["1", "2"]])
      #expect(records("\"a\",\"b\"\(end)\"1\",\"\"") == [["a", "b"], ["1", ""]])
    }
  }

  @Test("semicolons and tabs are told from commas, and a sep= line is obeyed")
  func delimiters() {
    #expect(records("a;b\n1,5;2") == [["a", "b"], ["1,5", "2"]])
    #expect(records("a\tb,c\tc\n1\t2\t3") == [["a", "b,c", "c"], ["1", "2", "3"]])
    #expect(records("\"a;b;c\",d\n1,2") == [["a;b;c", "d"], ["1", "2"]])
    #expect(records("sep=;\r\na,x;b\r\n1;2") == [["a,x", "b"], ["1", "2"]])
    #expect(records("name\nAda") == [["name"], ["Ada"]])
  }

  @Test("a quotation mark inside an unquoted field stands for itself")
  func looseQuotationMarks() {
    #expect(records("a,b\n5\" pipe,say \"hi\"") == [["a", "b"], ["5\" pipe", "say \"hi\""]])
  }

  @Test("a quotation that is never closed costs its own line only, and says which it is")
  func unclosedQuotation() {
    var reader = CSVReader(SourceText(Array("a,b\n\"x,1\ny,2\nz,3\n".utf8)))
    var seen: [(Int, [String], CSVDefect?)] = []
    while reader.next() { seen.append((reader.line, reader.strings, reader.defect)) }
    #expect(seen.map(\.0) == [1, 2, 3, 4])
    #expect(seen[1].1 == ["\"x", "1"])
    #expect(seen[1].2 == .unclosedQuotation(line: 2))
    #expect(seen[2].1 == ["y", "2"])
    #expect(seen[2].2 == nil)
  }

  @Test("text after a closing quotation mark is reported and kept as it came")
  func textAfterQuotation() {
    var reader = CSVReader(SourceText(Array("\"a\"x,b\r\n1,2".utf8)))
    let first = reader.next()
    #expect(first)
    #expect(reader.strings == ["\"a\"x", "b"])
    #expect(reader.defect == .textAfterQuotation(line: 1))
    let second = reader.next()
    #expect(second)
    #expect(reader.defect == nil)
    #expect(reader.line == 2)
  }

  @Test("a record's line is counted through line breaks in fields")
  func linesThroughBreaks() {
    var reader = CSVReader(SourceText(Array("h\n\"one\r\ntwo\rthree\nfour\"\n\nlast".utf8)))
    var lines: [Int] = []
    while reader.next() { lines.append(reader.line) }
    #expect(lines == [1, 2, 7])
  }

  @Test("the real awkward files read whole", .needsSharedData)
  func awkwardFiles() throws {
    let utf16 = try SharedData.load("awkward/utf-16le_encoded.csv")
    #expect(utf16.encoding == .utf16LittleEndian)
    let patients = records(utf16)
    #expect(patients[0][0] == "Organisation_code")
    #expect(patients[1].prefix(2) == ["5C1", "Enfield PCT"])
    #expect(Set(patients.map(\.count)) == [19])

    let marked = try SharedData.load("awkward/utf8bom.csv")
    #expect(marked.encoding == .utf8WithMark)
    #expect(records(marked) == [["kitten", "win"]])

    let payments = try SharedData.load("awkward/gla-december_2009.csv")
    #expect(payments.encoding == .windows1252)
    #expect(payments.unreadable == 0)
    let rows = records(payments)
    #expect(rows[1][0].contains("Equal to or Greater than £ 1000.00"))
    #expect(rows[5] == ["2CL COMMUNICATIONS LTD", "Equipment Purchase/Hire", "7,296.75"])

    #expect(records(try SharedData.load("awkward/null.csv")).count == 10)
  }

  @Test("whatever is written reads back the same")
  func roundTrip() {
    var generator = SeededGenerator(41)
    let pieces = ["a", ",", "\"", "\n", "\r\n", " ", "é", "😀", ";", "\t", ""]
    for _ in 0..<400 {
      let width = Int.random(in: 1...5, using: &generator)
      let rows = (0..<5).map { _ in
        (0..<width).map { _ in
          (0..<4).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
        }
      }
      var writer = CSVWriter()
      rows.forEach { writer.write($0) }
      var reader = CSVReader(SourceText(writer.bytes), delimiter: 44)
      var back: [[String]] = []
      while reader.next() { back.append(reader.strings) }
      #expect(back == rows)
    }
  }

  @Test("bytes of any kind are read to the end without harm")
  func randomBytes() {
    var generator = SeededGenerator(7)
    let structure: [UInt8] = [34, 44, 10, 13, 59, 9, 0, 0xEF, 0xBB, 0xFF, 0xFE, 65, 0x80]
    for round in 0..<3000 {
      let bytes = (0..<(round % 64)).map { _ in
        Bool.random(using: &generator)
          ? structure.randomElement(using: &generator) ?? 0
          : UInt8.random(in: 0...255, using: &generator)
      }
      let text = SourceText(bytes)
      var reader = CSVReader(text)
      var last = 0
      while reader.next() {
        #expect(reader.line > last)
        last = reader.line
        #expect(reader.fieldCount > 0)
        #expect(reader.strings.count == reader.fieldCount)
      }
      #expect(reader.position == text.bytes.count)
      _ = try? JSONReader.read(text)
    }
  }
}
