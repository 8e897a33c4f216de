extension QualityStandard: Titled {
  /// The name of the part as the standards print it.
  public var title: String {
    switch self {
    case .safeguarding: "Safeguarding and welfare"
    case .healthAndSafety: "Health and safety"
    case .admissionsAndSupport: "Admissions, support and guidance"
    case .qualityOfEducation: "Quality of education"
    }
  }

  /// The name in ten characters or fewer.
  public var shortTitle: String {
    switch self {
    case .safeguarding: "Safeguard"
    case .healthAndSafety: "H&S"
    case .admissionsAndSupport: "Support"
    case .qualityOfEducation: "Education"
    }
  }
}

extension Rating: Titled {
  /// The colour's name.
  public var title: String {
    switch self {
    case .red: "Red"
    case .amber: "Amber"
    case .green: "Green"
    }
  }

  /// The letter.
  public var shortTitle: String { String(letter) }

  /// The rating of that name or letter, in capitals or not.
  ///
  /// - Throws: `NameProblem` with the names that would do.
  public init(named text: some StringProtocol) throws(NameProblem) {
    let wanted = plainName(text)
    for rating in Rating.allCases
    where plainName(rating.title) == wanted || plainName(rating.shortTitle) == wanted {
      self = rating
      return
    }
    throw NameProblem(allowed: Rating.allCases.map { "\($0.letter) (\($0.title))" })
  }
}
