import TerminalUI

/// A child's name in the room of a column.
enum NameText {
  /// The name, cut where it must be so that two children of one surname can still be told apart.
  ///
  /// "BRIGHT-COLE, Imogen" becomes "BRIGHT-COLE, I.", and in less room "BRIGHT-C… I.".
  static func fitted(_ name: String, width: Int) -> String {
    guard TextWidth.of(name) > width else { return name }
    if let covered = fittedCover(name, width: width) { return covered }
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
    // A surname of one character that is wider than the room.
    if cut.isEmpty { return name }
    return "\(cut)… \(end)"
  }

  /// "AF · AP-2026-0412" in less room: "AF AP-2026-0412", then "AF …0412", since a reference differs
  /// from the others at its end.
  private static func fittedCover(_ name: String, width: Int) -> String? {
    guard let dot = name.firstIndex(of: "·"), name[..<dot].last == " " else { return nil }
    let initials = name[..<dot].filter { $0 != " " }
    let reference = name[name.index(after: dot)...].drop { $0 == " " }
    let short = "\(initials) \(reference)"
    guard TextWidth.of(short) > width else { return short }
    let room = width - TextWidth.of(initials) - 2
    guard room > 0 else { return initials }
    return "\(initials) …\(reference.suffix(room))"
  }

  /// A name that is cut in its middle, since others begin alike: "Lantern Row Pupil… Northmere".
  static func keepingEnd(_ name: String, width: Int) -> String {
    let last = name.split(separator: " ").last ?? ""
    let end = TextWidth.of(String(last)) * 2 <= width ? last : name.suffix(width / 3)
    var cut = ""
    for character in name {
      let wider = cut + String(character)
      if TextWidth.of(wider) + TextWidth.of(String(end)) + 2 > width { break }
      cut = wider
    }
    while cut.last == " " || cut.last == "," { cut.removeLast() }
    return "\(cut)… \(end)"
  }

  /// The initials of a child by a list's name for it: "AF" of "FOX, Aaliyah".
  static func initials(of name: String) -> String {
    let parts = name.split(separator: ",", maxSplits: 1)
    // The name that a child goes by stands in brackets after the forename.
    let given = parts.count > 1 ? parts[1].split(separator: "(").last ?? parts[1] : ""
    let letters = [given, parts.first ?? ""].compactMap { part in part.first { $0.isLetter } }
    return letters.isEmpty ? "?" : String(letters).uppercased()
  }
}
