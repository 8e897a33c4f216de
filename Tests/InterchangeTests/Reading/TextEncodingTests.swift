import Testing

@testable import Interchange

@Suite("Encodings, told apart from the bytes alone")
struct TextEncodingTests {
  private func utf16(_ text: String, littleEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let low = UInt8(unit & 0xFF)
      let high = UInt8(unit >> 8)
      return littleEndian ? [low, high] : [high, low]
    }
  }

  @Test("UTF-8 is read with and without its mark")
  func utf8() {
    let text = "name\nZoë Ó Súilleabháin 😀"
    let plain = SourceText(Array(text.utf8))
    #expect(plain.encoding == .utf8)
    #expect(plain.string == text)
    let marked = SourceText([0xEF, 0xBB, 0xBF] + Array(text.utf8))
    #expect(marked.encoding == .utf8WithMark)
    #expect(marked.string == text)
  }

  @Test("UTF-16 is read in both byte orders, with and without its mark")
  func utf16() {
    let text = "name,town\nZoë,Łódź 😀"
    for littleEndian in [true, false] {
      let wanted: TextEncoding = littleEndian ? .utf16LittleEndian : .utf16BigEndian
      let bytes = utf16(text, littleEndian: littleEndian)
      let marked = SourceText((littleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF]) + bytes)
      #expect(marked.encoding == wanted)
      #expect(marked.string == text)
      let unmarked = SourceText(bytes)
      #expect(unmarked.encoding == wanted)
      #expect(unmarked.string == text)
    }
  }

  @Test("a lone surrogate and an odd last byte become replacement characters, and are counted")
  func brokenUTF16() {
    let text = SourceText([0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8, 0x42, 0x00, 0x43])
    #expect(text.string == "A\u{FFFD}B\u{FFFD}")
    #expect(text.unreadable == 2)
  }

  @Test("Windows-1252 is read with its own characters, and the five that it lacks are counted")
  func windows1252() {
    let text = SourceText(Array("caf".utf8) + [0xE9, 0x20, 0x80, 0x93, 0x94, 0x81])
    #expect(text.encoding == .windows1252)
    #expect(text.string == "café €“”\u{FFFD}")
    #expect(text.unreadable == 1)
  }

  @Test("UTF-8 with one damaged byte stays UTF-8")
  func damagedUTF8() {
    let text = SourceText(Array("Zoë, José, Chloë ".utf8) + [0xC3] + Array("!".utf8))
    #expect(text.encoding == .utf8)
    #expect(text.string == "Zoë, José, Chloë \u{FFFD}!")
    #expect(text.unreadable == 1)
  }

  @Test(
    "one accent of another encoding does not turn a UTF-8 file, however few its own accents are")
  func mixed() {
    let text = SourceText(Array("a,b\nZoë,1\nJos".utf8) + [0xE9] + Array(",2\nAnn,3\n".utf8))
    #expect(text.encoding == .utf8)
    #expect(text.string == "a,b\nZoë,1\nJos\u{FFFD},2\nAnn,3\n")
    #expect(text.unreadable == 1)
    // Without any accent of UTF-8 it is what it looks like.
    #expect(SourceText(Array("Jos".utf8) + [0xE9]).string == "José")
    // Many accents that only Windows-1252 has, and two letters that happen to make a sequence.
    let windows = SourceText(
      [UInt8](repeating: 0xE9, count: 40) + Array(" ".utf8) + [0xC3, 0xA9])
    #expect(windows.encoding == .windows1252)
  }

  @Test("overlong forms, surrogates and what lies past the last code point are not UTF-8")
  func malformedUTF8() {
    let malformed: [[UInt8]] = [
      [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF8],
      [0xE2, 0x82], [0x80],
    ]
    for bytes in malformed {
      bytes.withUnsafeBufferPointer { #expect(UTF8Tally(of: $0).invalid > 0) }
      #expect(SourceText([0xEF, 0xBB, 0xBF] + bytes).unreadable > 0)
    }
  }

  @Test("an empty file, a mark alone and a file that is not there")
  func nothing() {
    #expect(SourceText([]).string == "")
    #expect(SourceText([0xEF, 0xBB, 0xBF]).string == "")
    #expect(SourceText([0xFF, 0xFE]).string == "")
    #expect(throws: SourceProblem.self) { try SourceText.load("no/such/file.csv") }
    #expect(throws: SourceProblem.self) { try SourceText.load("/") }
  }
}
