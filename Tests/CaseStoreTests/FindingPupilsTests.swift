import AlternativeProvision
import Testing

@testable import CaseStore

@Suite("Finding a child on file")
struct FindingPupilsTests {
  private func names(_ words: String, atMost limit: Int = 9) throws -> [String] {
    let shelf = Shelf()
    let caseload = try shelf.caseload()
    try caseload.change(by: "Ada", at: MadeUp.now, cause: "put") { door in
      let children = [
        ("S1", "Ali", "Yasmin"), ("S2", "Smith", "Abi"), ("S3", "Brown-Smith", "Tom"),
        ("S4", "O_Neil", "Smithy"), ("S5", "100%er", "Zoe"), ("S6", "Nováková", "Łucja"),
        ("S7", "Novak", "Stefan"),
      ]
      for (reference, surname, forename) in children {
        var pupil = MadeUp.pupil(reference)
        pupil.surname = surname
        pupil.forename = forename
        try door.put(pupil)
      }
    }
    return try caseload.findPupils(words, atMost: limit).map(\.value.surname)
  }

  @Test("who begins with the word comes first: by surname, then by forename, then the others")
  func order() throws {
    #expect(try names("smi") == ["Smith", "O_Neil", "Ali", "Brown-Smith"])
    #expect(try names("smi", atMost: 1) == ["Smith"])
    #expect(try names("smith, abi") == ["Smith"])
    #expect(try names("s3") == ["Brown-Smith"])
  }

  @Test("accents matter neither in the name nor in what is typed")
  func accents() throws {
    #expect(try names("novak") == ["Novak", "Nováková"])
    #expect(try names("NOVÁKOVÁ lucja") == ["Nováková"])
    #expect(try names("ștefan") == ["Novak"])
    #expect(try names("lu") == ["Nováková"])
  }

  @Test("signs that stand for others in a search stand for themselves")
  func signs() throws {
    #expect(try names("%") == ["100%er"])
    #expect(try names("o_n") == ["O_Neil"])
    #expect(try names("  ").isEmpty)
    #expect(try names("\\").isEmpty)
  }
}
