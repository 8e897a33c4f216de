import CNcurses
import Glibc

/// Finds out whether a terminal that ncurses takes to have 256 colours has 24 bits of them.
enum TrueColour {
  /// Whether it has: its environment or its description says so, and its description sets colours in the
  /// form that can be put into 24 bits.
  static func isThere(_ options: Terminal.Options) -> Bool {
    guard let form = nc_string("setaf").map({ String(cString: $0) }), canBePut(form) else {
      return false
    }
    return isSaid(colourTerm: options.colourTerm, name: options.name)
      || nc_has("RGB") || nc_has("Tc")
  }

  /// Whether the environment says so. GNU screen inherits COLORTERM from the terminal around it and
  /// cannot do what it says.
  static func isSaid(colourTerm: String, name: String) -> Bool {
    let said = colourTerm.lowercased()
    return (said == "truecolor" || said == "24bit") && !name.hasPrefix("screen")
  }

  /// Whether a description's way to set a colour is `38;5;n`.
  static func canBePut(_ form: String) -> Bool { strstr(form, "38;5;%p1%d") != nil }
}
