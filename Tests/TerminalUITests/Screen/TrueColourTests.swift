import Testing

@testable import TerminalUI

@Suite("24 bits of colour on a terminal described as having 256")
struct TrueColourTests {
  @Test("a colour of xterm's own keeps its number, any other gets one that stands for it")
  func slots() {
    var slots = SlotColours()
    #expect(slots.number(for: Colour(index: 203)) == 203)
    #expect(slots.meanings[203] == nil)
    let base03 = Colour(red: 0, green: 0x2B, blue: 0x36)
    let number = slots.number(for: base03)
    #expect(slots.number(for: base03) == number)
    #expect(slots.meanings[number] == 0x002B36)
    // Xterm's own colour that comes after something took its number still looks like itself.
    let late = slots.number(for: Colour(index: UInt8(number)))
    #expect(late != number)
    let parts = Colour.parts(of: UInt8(number))
    #expect(slots.meanings[late] == UInt32(parts.0) << 16 | UInt32(parts.1) << 8 | UInt32(parts.2))
  }

  @Test("no two of the first 240 colours share a number, and more take the nearest")
  func manyColours() {
    var slots = SlotColours()
    let colours = (0..<300).map { Colour(red: UInt8($0 % 256), green: UInt8($0 / 256), blue: 1) }
    let numbers = colours.map { slots.number(for: $0) }
    #expect(Set(numbers[0..<240]).count == 240)
    #expect(numbers.allSatisfy { (16...255).contains($0) })
  }

  @Test("what ncurses writes by number goes out in 24 bits")
  func squeezed() {
    var squeezer = LookSqueezer(endsSingly: true)
    squeezer.meanings = [UInt32?](repeating: nil, count: 256)
    squeezer.meanings[17] = 0x002B36
    var out: [UInt8] = []
    for text in ["\u{1B}[38;5;203m\u{1B}[48;5;17mx", "\u{1B}[38;5;203m\u{1B}[48;5;17my"] {
      Array(text.utf8).withUnsafeBufferPointer { squeezer.squeeze($0, into: &out) }
    }
    #expect(String(decoding: out, as: UTF8.self) == "\u{1B}[0;38;5;203;48;2;0;43;54mxy")
  }

  @Test("the environment says it, but not to GNU screen, which only inherits it")
  func said() {
    #expect(TrueColour.isSaid(colourTerm: "truecolor", name: "xterm-256color"))
    #expect(TrueColour.isSaid(colourTerm: "24bit", name: "tmux-256color"))
    #expect(!TrueColour.isSaid(colourTerm: "", name: "xterm-256color"))
    #expect(!TrueColour.isSaid(colourTerm: "yes", name: "xterm-256color"))
    #expect(!TrueColour.isSaid(colourTerm: "truecolor", name: "screen-256color"))
    #expect(TrueColour.canBePut("\\E[%?%p1%{8}%<%t3%p1%d%e38;5;%p1%d%;m"))
    #expect(!TrueColour.canBePut("\\E[3%p1%dm"))
    #expect(!TrueColour.canBePut("\\E[38:5:%p1%dm"))
  }
}
