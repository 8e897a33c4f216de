/// The themes that ship inside the program, by name.
public enum Themes {
  /// The default theme's text.
  public static var dusk: [UInt8] { PackageResources.dusk_theme }
  /// Dark on light.
  public static var chalk: [UInt8] { PackageResources.chalk_theme }
  /// Pure colours on black, for the strongest contrast.
  public static var contrast: [UInt8] { PackageResources.contrast_theme }

  /// The names, the default first.
  public static let names = ["dusk", "chalk", "contrast"]

  /// The text of a theme by name.
  public static func named(_ name: String) -> [UInt8]? {
    switch name {
    case "dusk": dusk
    case "chalk": chalk
    case "contrast": contrast
    default: nil
    }
  }
}
