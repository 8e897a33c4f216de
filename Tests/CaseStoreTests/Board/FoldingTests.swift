import Testing

@testable import CaseStore

@Suite struct FoldingTests {
  private func folded(_ text: String) -> String {
    String(decoding: Folding.fold(text), as: UTF8.self)
  }

  @Test(
    "a name is found without its accents and in small letters",
    arguments: [
      ("José NÚÑEZ", "jose nunez"), ("Łukasik", "lukasik"), ("Strøm", "strom"),
      ("O’Brien", "o'brien"), ("Æsa Þorr", "aesa thorr"), ("Groß", "gross"), ("Đỗ Thị", "do thi"),
      ("Zoe\u{308}", "zoe"), ("ŞİMŞEK", "simsek"), ("Šťastný", "stastny"), ("Ωμέγα", "ωμέγα"),
      ("小龙", "小龙"), ("Ő ű ĳ ſ", "o u ij s"),
    ])
  func folds(_ text: String, _ plain: String) {
    #expect(folded(text) == plain)
  }

  @Test("folding what is folded changes nothing, for every letter of the first three blocks")
  func foldsOnce() {
    for value in UInt32(1)..<0x2000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = folded(String(scalar))
      #expect(folded(once) == once)
    }
  }

  @Test("words are parted by spaces, and each counts once")
  func partsWords() {
    #expect(
      Folding.words(of: "  Wren  ash wren ").map { String(decoding: $0, as: UTF8.self) }
        == ["wren", "ash"])
    #expect(Folding.words(of: "   ").isEmpty)
  }
}
