import TerminalUI

/// A child's name in the room of a column.
enum NameText {
  /// The name, cut where it must be so that two children of one surname can still be told apart.
  ///
  /// "BRIGHT-COLE, Imogen" becomes "BRIGHT-COLE, I.", and in less room "BRIGHT-C… I.".
  static func fitted(_ name: String, width: Int) -> String {
    guard TextWidth.of(name) > width else { return name }
    let bytes = name.utf8
    guard let comma = bytes.firstIndex(of: UInt8(ascii: ",")),
      let initial = name[comma...].dropFirst().first(where: { $0 != " " })
    else { return name }
    let surname = String(name[..<comma])
    let room = width - TextWidth.of(surname) - 2
    // With three letters and more of the forename the plain cut is the better reading.
    if room >= 4 { return name }
    let end = "\(initial)."
    if room >= TextWidth.of(end) { return "\(surname), \(end)" }
    let left = width - TextWidth.of(end) - 2
    guard left >= 4 else { return name }
    var cut = ""
    for character in surname {
      if TextWidth.of(cut) + TextWidth.of(String(character)) > left { break }
      cut.append(character)
    }
    return "\(cut)… \(end)"
  }
}
