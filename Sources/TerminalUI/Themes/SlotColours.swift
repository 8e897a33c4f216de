/// Gives the 24-bit colours of a theme numbers that ncurses can use on a terminal that it believes to
/// have 256: what ncurses then writes by number is put into 24 bits on its way out.
///
/// Terminals with 24 bits seldom have a description that says so (`xterm-direct`), and ncurses knows no
/// other way. A colour that is one of xterm's own keeps its number, and so costs no bytes.
struct SlotColours {
  private var numbers: [UInt32: UInt8] = [:]
  private var isTaken = [Bool](repeating: false, count: 256)
  /// The 24 bits that stand behind a number, where they are others than xterm's own.
  private(set) var meanings = [UInt32?](repeating: nil, count: 256)

  /// The number for a colour. With all 240 taken, the nearest of xterm's own.
  mutating func number(for colour: Colour) -> Int {
    let bits = UInt32(colour.red) << 16 | UInt32(colour.green) << 8 | UInt32(colour.blue)
    if let known = numbers[bits] { return Int(known) }
    let nearest = colour.nearest256
    let own = Colour.parts(of: UInt8(nearest))
    let isOwn = own == (colour.red, colour.green, colour.blue)
    guard let number = isOwn && !isTaken[nearest] ? nearest : free(near: nearest) else {
      return nearest
    }
    isTaken[number] = true
    numbers[bits] = UInt8(number)
    if !isOwn || number != nearest { meanings[number] = bits }
    return number
  }

  /// A number that nothing has, the nearest first, so that a terminal which would not understand 24
  /// bits after all would show nearly the same.
  private func free(near number: Int) -> Int? {
    if !isTaken[number] { return number }
    return (16...255).first { !isTaken[$0] }
  }
}
