extension Session: Titled {
  /// Morning or afternoon.
  public var title: String {
    switch self {
    case .morning: "Morning"
    case .afternoon: "Afternoon"
    }
  }

  /// As registers write it.
  public var shortTitle: String {
    switch self {
    case .morning: "AM"
    case .afternoon: "PM"
    }
  }

  /// The session of that name: "AM", "am", "morning", "0"; or "PM", "afternoon", "1".
  ///
  /// - Throws: `NameProblem` with the names that would do.
  public init(named text: some StringProtocol) throws(NameProblem) {
    switch plainName(text) {
    case "am", "morning", "0": self = .morning
    case "pm", "afternoon", "1": self = .afternoon
    default: throw NameProblem(allowed: ["AM", "PM"])
    }
  }
}
