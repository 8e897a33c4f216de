import AlternativeProvision
import TestSupport
import Testing

@Suite("Numbers that name children, schools and providers")
struct IdentifierTests {
  @Test("the worked UPNs are right", arguments: ["B801200005001", "M80120000500A"])
  func worked(_ text: String) throws {
    #expect(try UPN(text).text == text)
    #expect(try UPN(" \(text.lowercased()) ").text == text)
  }

  @Test("a UPN ending in a letter is temporary")
  func temporary() throws {
    #expect(try UPN("M80120000500A").isTemporary)
    #expect(try !UPN("B801200005001").isTemporary)
    #expect(try UPN("B801200005001").authority == 801)
    #expect(try UPN("B801200005001").isAuthorityKnown)
  }

  @Test("the vendor's example that adds up wrongly has P, not Q")
  func vendorsExample() throws {
    #expect(try UPN("P207000016049").authority == 207)
    #expect(throws: UPNProblem.wrongCheckLetter(found: "Q", expected: "P")) {
      try UPN("Q207000016049")
    }
  }

  @Test("what is wrong with a UPN is named")
  func problems() {
    #expect(throws: UPNProblem.wrongLength(0)) { try UPN("") }
    #expect(throws: UPNProblem.wrongLength(12)) { try UPN("B80120000500") }
    #expect(throws: UPNProblem.unexpectedCharacter("X", position: 5)) {
      try UPN("B801X00005001")
    }
    #expect(throws: UPNProblem.unexpectedCharacter("é", position: 3)) { try UPN("B8é1200005001") }
    // A temporary number uses the letters of the check, which leave out I, O and S.
    #expect(throws: UPNProblem.unexpectedCharacter("O", position: 13)) {
      try UPN("B80120000500O")
    }
    #expect(throws: UPNProblem.wrongCheckLetter(found: "8", expected: "B")) {
      try UPN("8801200005001")
    }
  }

  /// The check letter by running totals from the right, which weight each character by its place.
  private func checkLetter(_ values: [Int]) -> Character {
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".filter { !"IOS".contains($0) }
    var running = 0
    var total = 0
    for value in values.reversed() {
      running += value
      total += running
    }
    return Array(alphabet)[(total + running) % 23]
  }

  @Test("of all check letters just the one that another reckoning gives is taken")
  func property() throws {
    var random = SeededGenerator(23)
    let letters = Array("ABCDEFGHJKLMNPQRTUVWXYZ")
    for round in 0..<500 {
      var values = (0..<11).map { _ in Int.random(in: 0...9, using: &random) }
      var rest = values.map(String.init).joined()
      let isTemporary = round.isMultiple(of: 3)
      let last = Int.random(in: 0...(isTemporary ? 22 : 9), using: &random)
      values.append(last)
      rest += isTemporary ? String(letters[last]) : "\(last)"
      let taken = letters.filter { (try? UPN("\($0)\(rest)")) != nil }
      #expect(taken == [checkLetter(values)])
    }
  }

  @Test("one mistyped digit never passes")
  func mistyped() throws {
    let right = Array("B801200005001")
    for place in 1..<13 {
      for digit in "0123456789" where digit != right[place] {
        var wrong = right
        wrong[place] = digit
        #expect(throws: UPNProblem.self) { try UPN(String(wrong)) }
      }
    }
  }

  @Test("a ULN is checked by its last digit")
  func uln() throws {
    // 1·10 + 2·9 + … + 9·2 = 210, which leaves 1, and ten less one is 9.
    #expect(try ULN("1234567899").number == 1_234_567_899)
    #expect(throws: NumberProblem.wrongCheckDigit(named: "a ULN", found: 8, expected: 9)) {
      try ULN("1234567898")
    }
    // 0·10 + … + 0·3 + 0·2 leaves nothing, and nothing makes no number.
    #expect(throws: NumberProblem.cannotBeChecked(named: "a ULN")) { try ULN("0000000000") }
  }

  @Test("of the ten last digits of a ULN at most one passes")
  func ulnProperty() {
    var random = SeededGenerator(11)
    for _ in 0..<500 {
      let nine = (0..<9).map { _ in Int.random(in: 0...9, using: &random) }
      let text = nine.map(String.init).joined()
      let taken = (0...9).filter { (try? ULN("\(text)\($0)")) != nil }
      let remainder = nine.enumerated().reduce(0) { ($0 + (10 - $1.0) * $1.1) % 11 }
      #expect(taken == (remainder == 0 ? [] : [10 - remainder]))
    }
  }

  @Test("URN, UKPRN and LAESTAB have their digits and no others")
  func schoolNumbers() throws {
    #expect(try URN(" 119082 ").number == 119_082)
    #expect(throws: NumberProblem.wrongLength(named: "a URN", found: 5, expected: 6)) {
      try URN("11908")
    }
    #expect(throws: NumberProblem.wrongStart(named: "a URN", "a digit from 1 to 9")) {
      try URN("019082")
    }
    #expect(throws: NumberProblem.notDigits(named: "a URN", count: 6)) { try URN("") }
    #expect(try UKPRN("10064216").number == 10_064_216)
    #expect(throws: NumberProblem.wrongStart(named: "a UKPRN", "1")) { try UKPRN("20064216") }
    for text in ["8882001", "888/2001", "888-2001", "888 2001"] {
      let number = try LAESTAB(text)
      #expect(number.authority == 888)
      #expect(number.establishment == 2001)
      #expect(number.number == 8_882_001)
    }
    #expect(throws: NumberProblem.wrongParts) { try LAESTAB("88/82001") }
    #expect(throws: NumberProblem.notDigits(named: "a LAESTAB", count: 7)) { try LAESTAB("x") }
  }
}
