import CNcurses

extension Repertoire {
  /// The characters of the terminal on which the program runs, as the environment's locale has it.
  public static var ofLocale: Repertoire {
    Repertoire(codeset: nc_locale().map { String(cString: $0) })
  }

  /// A text for a terminal that knows these characters: each other one by what stands for it, in as many
  /// columns.
  public func bytes(of text: String) -> [UInt8] {
    guard self != .unicode else { return Array(text.utf8) }
    var scalars = String.UnicodeScalarView()
    let all = Array(text.unicodeScalars)
    var place = 0
    while place < all.count {
      let scalar = all[place]
      place += 1
      // Ends of lines and tabs are the caller's own.
      guard scalar.value >= 0x20 else {
        scalars.append(scalar)
        continue
      }
      guard case .shown(let shown, let width) = HarmlessScalar.of(scalar.value) else { continue }
      var marks: [UInt32] = []
      while place < all.count, case .mark = HarmlessScalar.of(all[place].value) {
        marks.append(all[place].value)
        place += 1
      }
      let standing = PlainCharacter.standing(
        for: shown, marks: marks[...], wide: width == 2, in: self)
      if let plain = Unicode.Scalar(standing) { scalars.append(plain) }
      if width == 2 { scalars.append(" ") }
    }
    let plain = Array(String(scalars).utf8)
    return self == .latin1 ? Repertoire.latinBytes(plain) : plain
  }
}
