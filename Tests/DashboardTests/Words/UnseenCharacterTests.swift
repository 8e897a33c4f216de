import AlternativeProvision
import TerminalUI
import Testing

@Suite("Characters that are not seen")
struct UnseenCharacterTests {
  @Test(
    "the domain and the toolkit call the same characters unseen, and none of them is ever shown")
  func same() {
    var different: [UInt32] = []
    var shown: [UInt32] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      if scalar.isUnseen != PlainText.isUnseen(scalar) { different.append(value) }
      guard scalar.isUnseen else { continue }
      switch HarmlessScalar.of(value) {
      case .shown(value, _), .mark(value): shown.append(value)
      default: break
      }
    }
    #expect(different.isEmpty)
    #expect(shown.isEmpty)
  }

  @Test(
    "what drives a terminal, turns the writing or hides is unseen; letters and their joiners are not"
  )
  func some() {
    for unseen in [
      "\u{1B}", "\u{7F}", "\u{9B}", "\u{AD}", "\u{200B}", "\u{200E}", "\u{202E}",
      "\u{2028}", "\u{2060}", "\u{2066}", "\u{FEFF}", "\u{E0041}",
    ] as [Unicode.Scalar] {
      #expect(unseen.isUnseen, "\(unseen.value)")
    }
    for seen in ["a", " ", "é", "\u{301}", "’", "小", "😀", "\u{FE0F}", "\u{200D}"]
      as [Unicode.Scalar]
    {
      #expect(!seen.isUnseen, "\(seen.value)")
    }
  }
}
