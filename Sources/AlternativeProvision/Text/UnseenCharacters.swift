extension Unicode.Scalar {
  /// Whether it does something to a text rather than be seen in it: a control character, a line end that
  /// is none of a keyboard's, what turns the direction of writing, hides or tags, a soft hyphen.
  ///
  /// Unicode's own table decides. Tab, line feed and carriage return count too, which those who keep them
  /// let pass first; the joiners of emoji and of scripts do not, since without them other signs appear.
  public var isUnseen: Bool {
    // Letters and signs of ASCII are most of what is asked about.
    if value < 0x7F { return value < 0x20 }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return !isJoiner
    default: return false
    }
  }

  /// Whether a terminal obeys it, or it turns the direction of what follows: a control character that is
  /// no tab and no line end of a keyboard's, an embedding, override or isolate of direction.
  public var isObeyed: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Whether it joins letters or emoji, or keeps them apart: the zero width joiner and non-joiner.
  public var isJoiner: Bool { value == 0x200C || value == 0x200D }

  /// Whether a text ends a line with it.
  public var endsLine: Bool {
    switch value {
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
