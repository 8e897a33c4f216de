extension Codes {
  /// Types of establishment, as GIAS codes and words them, with what the law of exclusions makes of
  /// each. Codes and wordings that the downloads in use contain are verified.
  public static let establishmentTypes = CodeTable(
    "a GIAS establishment type",
    [
      type("1", "Community school", .maintained, .verified),
      type("2", "Voluntary aided school", .maintained, .verified),
      type("3", "Voluntary controlled school", .maintained, .verified),
      type("5", "Foundation school", .maintained, .verified),
      type("6", "City technology college", .academy),
      type("7", "Community special school", .special, .verified),
      type("8", "Non-maintained special school", .special, .verified),
      type("10", "Other independent special school", .independent, .verified),
      type("11", "Other independent school", .independent, .verified),
      type("12", "Foundation special school", .special),
      type("14", "Pupil referral unit", .pupilReferralUnit, .verified),
      type("15", "Local authority nursery school", .other, .verified),
      type("18", "Further education", .furtherEducation, .verified),
      type("24", "Secure units", .other, .verified),
      type("25", "Offshore schools", .other),
      type("26", "Service children's education", .other),
      type("27", "Miscellaneous", .other, .verified),
      type("28", "Academy sponsor led", .academy, .verified),
      type("29", "Higher education institutions", .other, .verified),
      type("30", "Welsh establishment", .other),
      type("31", "Sixth form centres", .furtherEducation),
      type("32", "Special post 16 institution", .furtherEducation, .verified),
      type("33", "Academy special sponsor led", .special, .verified),
      type("34", "Academy converter", .academy, .verified),
      type("35", "Free schools", .academy, .verified),
      type("36", "Free schools special", .special),
      type("37", "British schools overseas", .other),
      type("38", "Free schools alternative provision", .alternativeProvisionAcademy, .verified),
      type("39", "Free schools 16 to 19", .furtherEducation, .verified),
      type("40", "University technical college", .academy, .verified),
      type("41", "Studio schools", .academy, .verified),
      type("42", "Academy alternative provision converter", .alternativeProvisionAcademy),
      type(
        "43", "Academy alternative provision sponsor led", .alternativeProvisionAcademy,
        .verified),
      type("44", "Academy special converter", .special, .verified),
      type("45", "Academy 16-19 converter", .furtherEducation),
      type("46", "Academy 16 to 19 sponsor led", .furtherEducation),
      type("47", "Children's centre", .other),
      type("48", "Children's centre linked site", .other),
      type("49", "Online provider", .other),
      type("56", "Institution funded by other government department", .other),
      type("57", "Academy secure 16 to 19", .other),
    ])

  private static func type(
    _ code: String, _ meaning: String, _ kind: SchoolKind,
    _ certainty: Certainty = .generalKnowledge
  ) -> CodedMeaning<SchoolKind> {
    CodedMeaning(code, meaning, detail: kind, certainty: certainty)
  }

  /// Phases of education, as GIAS codes and words them.
  public static let phases = CodeTable(
    "a GIAS phase of education",
    [
      CodedMeaning(
        "0", "Not applicable", detail: SchoolPhase.notApplicable, certainty: .verified),
      CodedMeaning("1", "Nursery", detail: .nursery, certainty: .verified),
      CodedMeaning("2", "Primary", detail: .primary, certainty: .verified),
      CodedMeaning(
        "3", "Middle deemed primary", detail: .middle, certainty: .generalKnowledge),
      CodedMeaning("4", "Secondary", detail: .secondary, certainty: .verified),
      CodedMeaning(
        "5", "Middle deemed secondary", detail: .middle, certainty: .generalKnowledge),
      CodedMeaning("6", "16 plus", detail: .sixteenPlus, certainty: .verified),
      CodedMeaning("7", "All-through", detail: .allThrough, certainty: .verified),
    ])
}

extension SchoolKind {
  /// The kind of a GIAS type, given by its code ("02" or "2") or in words, or a kind's own name; nil if
  /// none is known.
  public init?(establishmentType text: some StringProtocol) {
    let digits = text.drop { $0 == "0" }
    let entry =
      Codes.establishmentTypes.entry(digits) ?? Codes.establishmentTypes.entry(meaning: text)
    guard let kind = entry?.detail ?? (try? SchoolKind(named: text)) else { return nil }
    self = kind
  }
}

extension SchoolPhase {
  /// The phase of a GIAS phase, given by its code or in words, or a phase's own name; nil if none is
  /// known.
  public init?(phaseOfEducation text: some StringProtocol) {
    let entry = Codes.phases.entry(text) ?? Codes.phases.entry(meaning: text)
    guard let phase = entry?.detail ?? (try? SchoolPhase(named: text)) else { return nil }
    self = phase
  }
}
