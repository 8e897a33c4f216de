/// The themes that ship inside the program.
public enum Themes {
  /// The default theme's text.
  public static var dusk: [UInt8] { PackageResources.dusk_theme }
}
