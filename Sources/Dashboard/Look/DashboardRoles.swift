import TerminalUI

/// What text on these screens is for, beyond the general roles; a theme gives each its look.
///
/// None of them is the only sign of what it says: a letter or a shape always says it too.
extension Role {
  /// A statutory day that has passed with the duty not met.
  public static let overdue = Role(64, "overdue", fallback: .error)
  /// A statutory day that falls today or within two school days.
  public static let dueSoon = Role(65, "due-soon", fallback: .warning)
  /// A clock with time left.
  public static let safe = Role(66, "safe", fallback: .text)
  /// A duty that has been met.
  public static let met = Role(67, "met", fallback: .good)
  /// A day that no calendar covers, and so no date can be promised for.
  public static let provisional = Role(68, "provisional", fallback: .muted)
  /// A provider or standard rated red.
  public static let ragRed = Role(69, "rag-red", fallback: .error)
  /// A provider or standard rated amber.
  public static let ragAmber = Role(70, "rag-amber", fallback: .warning)
  /// A provider or standard rated green.
  public static let ragGreen = Role(71, "rag-green", fallback: .good)
  /// A session attended.
  public static let attended = Role(72, "attended", fallback: .good)
  /// A session missed with leave.
  public static let absentAuthorised = Role(73, "absent-authorised", fallback: .warning)
  /// A session missed without leave.
  public static let absentUnauthorised = Role(74, "absent-unauthorised", fallback: .error)
  /// A session that could not be attended, or none.
  public static let notPossible = Role(75, "not-possible", fallback: .muted)
  /// The rule down a pane at which day six stands.
  public static let daySix = Role(76, "day-six", fallback: .heading)
  /// The plain statement that every name is made up.
  public static let demo = Role(77, "demo", fallback: .warning)
  /// The plain statement that names are covered, since others can see the screen.
  public static let shared = Role(81, "shared", fallback: .activeTab)
  /// A trend in a column, as in a sparkline.
  public static let trend = Role(78, "trend", fallback: .barFilled)
  /// A step in the trail of what the board is narrowed to.
  public static let crumb = Role(79, "crumb", fallback: .heading)
  /// A child's or parent's own words.
  public static let words = Role(80, "words", fallback: .text)

  /// Every role that this module declares, for a theme to be checked against.
  public static let dashboard: [Role] = [
    .overdue, .dueSoon, .safe, .met, .provisional, .ragRed, .ragAmber, .ragGreen, .attended,
    .absentAuthorised, .absentUnauthorised, .notPossible, .daySix, .demo, .trend, .crumb, .words,
    .shared,
  ]
}
