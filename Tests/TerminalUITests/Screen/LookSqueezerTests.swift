import TestSupport
import Testing

@testable import TerminalUI

/// A terminal just large enough to tell which character was written in which look.
private struct LookReader {
  var attributes: Set<Int> = []
  var foreground = "default"
  var background = "default"
  /// Every character and every erasing sequence with the look in which it came.
  var seen: [String] = []

  mutating func read(_ bytes: [UInt8]) {
    var index = 0
    while index < bytes.count {
      guard bytes[index] == 0x1B, index + 1 < bytes.count, bytes[index + 1] == 0x5B else {
        if bytes[index] == 0x1B {
          index += 3
        } else {
          if bytes[index] == 0x0D {
            seen.append("return")
          } else if bytes[index] != 0x0F {
            note(String(bytes[index]))
          }
          index += 1
        }
        continue
      }
      var end = index + 2
      while end < bytes.count, bytes[end] < 0x40 { end += 1 }
      let text = String(decoding: bytes[(index + 2)..<end], as: UTF8.self)
      if bytes[end] == UInt8(ascii: "m") {
        apply(text.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 })
      } else if [UInt8(ascii: "X"), UInt8(ascii: "K"), UInt8(ascii: "J")].contains(bytes[end]) {
        note("erase \(text)")
      } else {
        seen.append("move \(text) \(bytes[end])")
      }
      index = end + 1
    }
  }

  private mutating func note(_ what: String) {
    seen.append("\(what) \(attributes.sorted()) \(foreground) on \(background)")
  }

  private mutating func apply(_ codes: [Int]) {
    var index = 0
    while index < codes.count {
      let code = codes[index]
      switch code {
      case 0: (attributes, foreground, background) = ([], "default", "default")
      case 1...9: attributes.insert(code)
      case 22: attributes.subtract([1, 2])
      case 23...29: attributes.remove(code - 20)
      case 38, 48:
        let value = "\(codes[index + 2])"
        if code == 38 { foreground = value } else { background = value }
        index += 2
      case 30...37: foreground = "plain \(code)"
      case 40...47: background = "plain \(code)"
      case 39: foreground = "default"
      case 49: background = "default"
      default: seen.append("unknown \(code)")
      }
      index += 1
    }
  }
}

@Suite("Shortening what ncurses writes")
struct LookSqueezerTests {
  private func squeeze(_ text: String, with squeezer: inout LookSqueezer) -> [UInt8] {
    var out: [UInt8] = []
    Array(text.utf8).withUnsafeBufferPointer { squeezer.squeeze($0, into: &out) }
    return out
  }

  @Test("a ground that holds already is not said again")
  func ground() {
    var squeezer = LookSqueezer(endsSingly: true)
    let first = "\u{1B}[38;5;1m\u{1B}[48;5;9ma\u{1B}[38;5;2m\u{1B}[48;5;9mb"
    #expect(
      String(decoding: squeeze(first, with: &squeezer), as: UTF8.self)
        == "\u{1B}[0;38;5;1;48;5;9ma\u{1B}[38;5;2mb")
  }

  @Test("the reset at the end of a frame is left out until something else is shown")
  func reset() {
    var squeezer = LookSqueezer(endsSingly: true)
    _ = squeeze("\u{1B}[1m\u{1B}[32ma\u{1B}[39;49m\u{1B}(B\u{1B}[m", with: &squeezer)
    #expect(squeeze("\u{1B}[5;5H\u{1B}[1m\u{1B}[32mb", with: &squeezer).count == 7)
    #expect(
      String(decoding: squeeze("\u{1B}[mc", with: &squeezer), as: UTF8.self) == "\u{1B}[mc")
  }

  @Test("a sequence that it does not know passes, and the next look is said whole")
  func unknown() {
    var squeezer = LookSqueezer(endsSingly: true)
    _ = squeeze("\u{1B}[31ma", with: &squeezer)
    let out = squeeze("\u{1B}[38:2::1:2:3mb\u{1B}[31mc", with: &squeezer)
    #expect(String(decoding: out, as: UTF8.self).hasPrefix("\u{1B}[38:2::1:2:3m"))
    #expect(String(decoding: out, as: UTF8.self).contains("\u{1B}[0;31m"))
  }

  @Test("the Linux console's look, which names the usual font each time, keeps its weight")
  func usualFont() {
    var squeezer = LookSqueezer(endsSingly: true)
    let out = squeeze("\u{1B}[0;10;1m\u{1B}[30;47mx\u{1B}[0;10my", with: &squeezer)
    #expect(String(decoding: out, as: UTF8.self) == "\u{1B}[0;1;30;47mx\u{1B}[my")
  }

  @Test("whatever is written, every character and every erasure has the same look as before")
  func same() {
    var random = SeededGenerator(3)
    let pieces = [
      "\u{1B}[38;5;1m", "\u{1B}[38;5;200m", "\u{1B}[48;5;9m", "\u{1B}[48;5;234m", "\u{1B}[39;49m",
      "\u{1B}[m", "\u{1B}(B\u{1B}[m", "\u{1B}(B\u{1B}[0;1m", "\u{1B}[0;4;7m", "\u{1B}[m\u{0F}",
      "\u{1B}[22m", "\u{1B}[27m", "\u{1B}[31m", "\u{1B}[44m", "a", "─x", "\u{1B}[7X", "\u{1B}[K",
      "\u{1B}[J", "\u{1B}[3;4H", "\u{1B}[C", "\r", "\n", "\u{1B}[0;2m",
    ]
    for endsSingly in [true, false] {
      for _ in 0..<400 {
        var squeezer = LookSqueezer(endsSingly: endsSingly)
        var plain = LookReader()
        var squeezed = LookReader()
        var sizes = (0, 0)
        for _ in 0..<3 {
          let frame = (0..<30).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }
            .joined()
          let out = squeeze(frame, with: &squeezer)
          plain.read(Array(frame.utf8))
          squeezed.read(out)
          sizes = (sizes.0 + frame.utf8.count, sizes.1 + out.count)
        }
        #expect(plain.seen == squeezed.seen)
        // The first look is said from nothing, which may cost two bytes more.
        #expect(sizes.1 <= sizes.0 + 4 || !endsSingly)
      }
    }
  }

  @Test("base64 as the standard's own examples have it")
  func base64() {
    let pairs = [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ]
    for (text, encoded) in pairs { #expect(ClipboardText.base64(Array(text.utf8)) == encoded) }
    #expect(ClipboardText.sequence("foo") == "\u{1B}]52;c;Zm9v\u{07}")
    #expect(ClipboardText.sequence(String(repeating: "x", count: 100_000)) == nil)
  }

  @Test("a terminal of a known family is spoken to though its description is missing")
  func families() {
    #expect(TerminalFamily.speaksXterm("xterm-kitty"))
    #expect(TerminalFamily.speaksXterm("putty-256color"))
    #expect(!TerminalFamily.speaksXterm("dumb"))
    #expect(!TerminalFamily.speaksXterm("vt52"))
    #expect(!TerminalFamily.speaksXterm(""))
  }
}
