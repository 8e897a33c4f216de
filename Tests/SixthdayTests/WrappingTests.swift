import Testing

@testable import sixthday

@Suite("Lines wider than a terminal")
struct WrappingTests {
  @Test("are broken at words, and go on under what they began to say")
  func words() {
    let text = """
      rule        Education is owed from the sixth school day of the exclusion on.
      note: The statutory guidance words it as one school day later.
        Mon 24 Nov      day 1
      """
    #expect(
      Wrapping.wrapped(text, to: 40) == """
        rule        Education is owed from the
                    sixth school day of the
                    exclusion on.
        note: The statutory guidance words it as
        one school day later.
          Mon 24 Nov      day 1
        """)
    #expect(Wrapping.wrapped(text, to: nil) == text)
    #expect(Wrapping.wrapped("a\n\n", to: 10) == "a\n\n")
    #expect(Wrapping.wrapped("aaaaaaaaaaaaaaa bb", to: 10) == "aaaaaaaaaaaaaaa\nbb")
  }
}
