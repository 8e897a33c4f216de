/// The themes that ship inside the program, by name. Only the one that is asked for costs anything.
public enum Themes {
  /// A theme to choose from.
  public struct Shipped: Hashable, Sendable {
    /// What a person calls it by.
    public let name: String
    /// For whom it is, in a few words.
    public let about: String
  }

  /// Every theme, the default first.
  public static let all = [
    Shipped(name: "dusk", about: "calm and dark; told apart by colour-blind eyes too"),
    Shipped(name: "chalk", about: "dark on light, for bright rooms"),
    Shipped(name: "contrast", about: "the strongest contrast, on black"),
    Shipped(name: "deutan", about: "for eyes that see little red and green apart"),
    Shipped(name: "tritan", about: "for eyes that see little blue and yellow apart"),
    Shipped(name: "solarized-dark", about: "Solarized's dark tones"),
    Shipped(name: "solarized-light", about: "Solarized's light tones"),
    Shipped(name: "gruvbox", about: "Gruvbox's warm dark tones"),
    Shipped(name: "mono", about: "black, white and grey"),
    Shipped(name: "projector", about: "black on white, strong, for a projector"),
  ]

  /// The names, the default first.
  public static let names = all.map(\.name)

  /// The text of a theme by name; nil where there is none of that name.
  public static func named(_ name: String) -> [UInt8]? {
    switch name {
    case "dusk": PackageResources.dusk_theme
    case "chalk": PackageResources.chalk_theme
    case "contrast": PackageResources.contrast_theme
    case "deutan": PackageResources.deutan_theme
    case "tritan": PackageResources.tritan_theme
    case "solarized-dark": PackageResources.solarized_dark_theme
    case "solarized-light": PackageResources.solarized_light_theme
    case "gruvbox": PackageResources.gruvbox_theme
    case "mono": PackageResources.mono_theme
    case "projector": PackageResources.projector_theme
    default: nil
    }
  }

  /// The text of the default theme.
  public static var dusk: [UInt8] { PackageResources.dusk_theme }
}
