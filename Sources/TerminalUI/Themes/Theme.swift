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

    /// What ncurses is told of its text and its ground at a depth; -1 for the terminal's own.
    ///
    /// With few colours two may become one, or nearly: text then turns white or black, whichever is read
    /// better on its ground.
    public func numbers(at depth: ColourDepth) -> (foreground: Int, background: Int) {
      let ink = foreground?.number(at: depth) ?? -1
      let ground = background?.number(at: depth) ?? -1
      guard depth == .sixteen || depth == .eight, ink >= 0, ground >= 0 else {
        return (ink, ground)
      }
      let under = Colour(index: UInt8(ground))
      let needed = depth == .sixteen ? 4.5 : 3
      guard Colour(index: UInt8(ink)).contrast(with: under) < needed else { return (ink, ground) }
      let white = depth == .sixteen ? 15 : 7
      let black = Colour(index: 0).contrast(with: under)
      return (black > Colour(index: UInt8(white)).contrast(with: under) ? 0 : white, ground)
    }
  }

  /// The name that a person chooses it by.
  public let name: String
  private let looks: [Look]

  /// Makes a theme of looks by role number.
  init(name: String, looks: [Look]) {
    self.name = name
    self.looks = looks
  }

  /// The look of a role by number.
  public func look(_ role: UInt8) -> Look {
    Int(role) < looks.count ? looks[Int(role)] : looks.first ?? Look()
  }

  /// The look of a role.
  public func look(_ role: Role) -> Look { look(role.number) }

  /// A theme without colours, for when no file could be read: attributes alone tell things apart.
  public static let plain: Theme = {
    var looks = [Look](repeating: Look(), count: 256)
    let reversed: [Role] = [.selection, .activeTab]
    for role in reversed {
      looks[Int(role.number)] = Look(emphasis: .reverse, mono: .reverse)
    }
    let underlined: [Role] = [.selectionUnfocused, .field, .match]
    for role in underlined {
      looks[Int(role.number)] = Look(emphasis: .underline, mono: .underline)
    }
    let bold: [Role] = [
      .heading, .focusedBorder, .focusedTitle, .key, .warning, .error, .headline, .popupBorder,
    ]
    for role in bold { looks[Int(role.number)] = Look(emphasis: .bold, mono: .bold) }
    return Theme(name: "plain", looks: looks)
  }()
}
