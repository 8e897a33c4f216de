import AlternativeProvision

extension Unicode.Scalar {
  /// Whether a terminal might obey this character, or a reader be deceived by it. Joiners count too:
  /// terminals do not agree on the width of what they join.
  var mayBeObeyed: Bool { isUnseen || isJoiner }
}

/// Text from outside with everything that a terminal might obey made visible, on one line, and cut
/// with an ellipsis after `limit` characters.
public func harmless(_ text: String, limit: Int = .max) -> String {
  // Most text is printable ASCII, and stays as it is.
  if text.utf8.count <= limit, text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
  var scalars = String.UnicodeScalarView()
  var length = 0
  for scalar in text.unicodeScalars {
    if length == limit {
      scalars.append("…")
      break
    }
    length += 1
    switch scalar.value {
    case 9, 10, 13: scalars.append(" ")
    // Unicode has a picture for each control character of ASCII.
    case 0..<0x20: scalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "�")
    case 0x7F: scalars.append("\u{2421}")
    case _ where scalar.mayBeObeyed: scalars.append("�")
    default: scalars.append(scalar)
    }
  }
  return String(scalars)
}
