/// What a piece of text is for, which a theme turns into a colour.
///
/// A screen asks for `.error`, never for red. This module declares the general roles; others declare
/// their own as constants in an extension, with a number of 64 or more that nobody else has and a
/// fallback for themes that do not know it:
/// `public static let overdue = Role(64, "overdue", fallback: .error)`.
public struct Role: Hashable, Sendable {
  /// What cells store. 0 to 63 are this module's.
  public let number: UInt8
  /// The name in a theme file.
  public let name: String
  /// The number of the role whose look it has where a theme does not name it.
  public let fallback: UInt8
  /// Whether it is for frames, bars and curves only, never for text. WCAG 2.2 asks less contrast of
  /// those: 3 where text needs 4.5.
  public let isGraphic: Bool

  /// Declares a role; it is for what its fallback is for.
  public init(_ number: UInt8, _ name: String, fallback: Role) {
    self.number = number
    self.name = name
    self.fallback = fallback.number
    isGraphic = fallback.isGraphic
  }

  private init(_ number: UInt8, _ name: String, _ fallback: UInt8 = 0, isGraphic: Bool = false) {
    self.number = number
    self.name = name
    self.fallback = fallback
    self.isGraphic = isGraphic
  }

  /// The contrast with its ground that WCAG 2.2 asks at level AA: success criteria 1.4.3 and 1.4.11.
  public var leastContrast: Double { isGraphic ? 3 : 4.5 }

  /// Roles are the same when their numbers are.
  public static func == (left: Role, right: Role) -> Bool { left.number == right.number }

  /// Hashes the number.
  public func hash(into hasher: inout Hasher) { hasher.combine(number) }

  /// Ordinary text, and the ground of the whole screen.
  public static let text = Role(0, "text")
  /// Text of less weight: units, hints, what is not the point.
  public static let muted = Role(1, "muted")
  /// A heading or a column's title.
  public static let heading = Role(2, "heading")
  /// The frame of a pane without the focus.
  public static let border = Role(3, "border", 1, isGraphic: true)
  /// The frame of the pane with the focus.
  public static let focusedBorder = Role(4, "focused-border", 2, isGraphic: true)
  /// The title of a pane without the focus.
  public static let title = Role(5, "title", 0)
  /// The title of the pane with the focus.
  public static let focusedTitle = Role(6, "focused-title", 2)
  /// The selected row of the pane with the focus: a ground of its own, or reverse.
  public static let selection = Role(7, "selection")
  /// The selected row of a pane without the focus.
  public static let selectionUnfocused = Role(8, "selection-unfocused", 7)
  /// The name of a key in the footer and the help.
  public static let key = Role(9, "key", 2)
  /// The part of a text that a filter found.
  public static let match = Role(10, "match", 2)
  /// A message that something went well, or is so.
  public static let notice = Role(11, "notice")
  /// A message or a value to look at.
  public static let warning = Role(12, "warning", 2)
  /// A message of failure, or a value that is wrong.
  public static let error = Role(13, "error", 12)
  /// Something as it should be.
  public static let good = Role(14, "good", 11)
  /// The filled part of a bar.
  public static let barFilled = Role(15, "bar-filled", 2, isGraphic: true)
  /// The empty part of a bar.
  public static let barEmpty = Role(16, "bar-empty", 1, isGraphic: true)
  /// The bar at the bottom of the screen.
  public static let footer = Role(17, "footer", 1)
  /// The line at the top of the screen.
  public static let headline = Role(18, "headline", 2)
  /// A field that is being typed in.
  public static let field = Role(19, "field", 7)
  /// A popup's ground and text.
  public static let popup = Role(20, "popup", 0)
  /// A popup's frame.
  public static let popupBorder = Role(21, "popup-border", 4, isGraphic: true)
  /// The thumb of a scroll bar.
  public static let scrollThumb = Role(22, "scroll-thumb", 4, isGraphic: true)
  /// The track of a scroll bar.
  public static let scrollTrack = Role(23, "scroll-track", 3, isGraphic: true)
  /// The tab that is open.
  public static let activeTab = Role(24, "active-tab", 7)
  /// A row that is marked.
  public static let marked = Role(25, "marked", 10)

  /// Every role that this module declares.
  public static let general: [Role] = [
    .text, .muted, .heading, .border, .focusedBorder, .title, .focusedTitle, .selection,
    .selectionUnfocused, .key, .match, .notice, .warning, .error, .good, .barFilled, .barEmpty,
    .footer, .headline, .field, .popup, .popupBorder, .scrollThumb, .scrollTrack, .activeTab,
    .marked,
  ]
}
