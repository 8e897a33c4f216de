/// What every role looks like, in colour and without.
public struct Theme: Sendable {
  /// The look of one role.
  public struct Look: Hashable, Sendable {
    /// The colour of the text; nil for the terminal's own.
    public var foreground: Colour?
    /// The colour of the ground; nil for the terminal's own.
    public var background: Colour?
    /// Emphasis in colour.
    public var emphasis: Emphasis
    /// Emphasis where there is no colour.
    public var mono: Emphasis

    /// Makes a look.
    public init(
      foreground: Colour? = nil, background: Colour? = nil, emphasis: Emphasis = [],
      mono: Emphasis = []
    ) {
      self.foreground = foreground
      self.background = background
      self.emphasis = emphasis
      self.mono = mono
    }

    /// The contrast of its text with its ground as WCAG 2.2 measures it; nil where one of them is the
    /// terminal's own, which nobody knows.
    public var contrast: Double? {
      guard let foreground, let background else { return nil }
      return foreground.contrast(with: background)
    }
  }

  /// The name that a person chooses it by.
  public let name: String
  private let looks: [Look]
  /// Which roles are for frames, bars and curves.
  private let shapes: [Bool]

  /// Makes a theme of looks by role number.
  init(name: String, looks: [Look], roles: [Role] = Role.general) {
    self.name = name
    self.looks = looks
    var shapes = [Bool](repeating: false, count: 256)
    for role in roles { shapes[Int(role.number)] = role.isGraphic }
    self.shapes = shapes
  }

  /// The look of a role by number.
  public func look(_ role: UInt8) -> Look {
    Int(role) < looks.count ? looks[Int(role)] : looks.first ?? Look()
  }

  /// The look of a role.
  public func look(_ role: Role) -> Look { look(role.number) }

  /// Whether a role is for frames, bars and curves.
  func isGraphic(_ role: UInt8) -> Bool { shapes[Int(role)] }

  /// The roles whose text is too faint on its ground for level AA of WCAG 2.2, with the contrast that
  /// they have. Of a role on the terminal's own colours nothing is known.
  public func faint(among roles: [Role]) -> [(role: Role, contrast: Double)] {
    roles.compactMap { role in
      guard let contrast = look(role).contrast, contrast < role.leastContrast else { return nil }
      return (role, contrast)
    }
  }

  /// What a general role looks like without colour, where a theme does not say.
  static func emphasisWithoutColour(of role: Role) -> Emphasis {
    switch role {
    case .selection, .activeTab, .headline: .reverse
    case .selectionUnfocused, .field, .match: .underline
    case .heading, .focusedBorder, .focusedTitle, .key, .warning, .error, .popupBorder, .marked:
      .bold
    default: []
    }
  }

  /// A theme without colours, for when no file could be read: attributes alone tell things apart.
  public static let plain: Theme = {
    var looks = [Look](repeating: Look(), count: 256)
    for role in Role.general {
      let emphasis = emphasisWithoutColour(of: role)
      looks[Int(role.number)] = Look(emphasis: emphasis, mono: emphasis)
    }
    return Theme(name: "plain", looks: looks)
  }()
}
