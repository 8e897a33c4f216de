extension Codes {
  /// Reasons for exclusion, by the date on which the exclusion began.
  ///
  /// The 29 codes of CBDS May 2026, for the school year 2026/27, were read in a supplier's copy of the
  /// set; from which day each is valid is not known from a source, so the start of the school year is
  /// taken. Of them 16 have been in use since 2020/21. What was used before is general knowledge.
  public static let exclusionReasons = CodeTable(
    "an exclusion reason", reasonsOf2020 + reasonsOf2026 + reasonsBefore2020)

  private static let schoolYear2026 = day(2026, 8, 1)
  private static let schoolYear2020 = day(2020, 8, 1)

  private static let reasonsOf2020: [Plain] = [
    line("PP", "Physical assault against a pupil", .secondary),
    line("PA", "Physical assault against an adult", .secondary),
    line("VP", "Verbal abuse or threatening behaviour against a pupil", .secondary),
    line("VA", "Verbal abuse or threatening behaviour against an adult", .secondary),
    line(
      "OW", "Use or threat of an offensive weapon or prohibited item", from: schoolYear2020,
      .secondary),
    line("BU", "Bullying", .secondary),
    line("RA", "Racist abuse, bullying included", .secondary),
    line(
      "LG", "Abuse relating to sexual orientation or gender identity, bullying included",
      from: schoolYear2020, .secondary),
    line(
      "DS", "Abuse relating to disability, bullying included", from: schoolYear2020, .secondary),
    line("SM", "Sexual misconduct", .secondary),
    line("DA", "Drug and alcohol related", .secondary),
    line("DM", "Damage to property", .secondary),
    line("TH", "Theft", .secondary),
    line("DB", "Persistent or general disruptive behaviour", .secondary),
    line(
      "MT", "Inappropriate use of social media or online technology", from: schoolYear2020,
      .secondary),
    line("PH", "Wilful transgression of public health measures", from: schoolYear2020, .secondary),
  ]

  private static let reasonsOf2026: [Plain] = [
    line("BW", "Brought a weapon or prohibited item in", from: schoolYear2026, .secondary),
    line("TB", "Cyber-bullying or threats online", from: schoolYear2026, .secondary),
    line("SB", "Harmful sexual behaviour", from: schoolYear2026, .secondary),
    line("MB", "Misogynistic behaviour", from: schoolYear2026, .secondary),
    line("AB", "Misandrist behaviour", from: schoolYear2026, .secondary),
    line("DR", "Drug related", from: schoolYear2026, .secondary),
    line("AR", "Alcohol related", from: schoolYear2026, .secondary),
    line("SR", "Smoking related", from: schoolYear2026, .secondary),
    line("VR", "Vape related", from: schoolYear2026, .secondary),
    line("LD", "Persistent disruptive behaviour, low level", from: schoolYear2026, .secondary),
    line("CB", "Persistent disruptive behaviour, challenging", from: schoolYear2026, .secondary),
    line("MP", "Mobile phone", from: schoolYear2026, .secondary),
    line("OS", "Misbehaviour outside school", from: schoolYear2026, .secondary),
  ]

  private static let reasonsBefore2020: [Plain] = [
    line("OT", "Other", through: day(2020, 7, 31), .generalKnowledge)
  ]

  /// How an exclusion stands after governors and review: CBDS CS105, May 2026.
  public static let reviewResults = CodeTable(
    "a review result",
    [
      line("ANO", "Not reinstated, no independent review requested", .secondary),
      line("BRE", "Reinstated by the governing board, not yet back", .secondary),
      line("CNO", "Reinstatement offered, declined by the relevant person", .secondary),
      line("DNO", "Not reinstated, time to request a review still open", .secondary),
      line("EON", "Representations made, consideration ongoing", .secondary),
      line("FRE", "Reinstated after the governing board's consideration", .secondary),
      line("GNO", "Independent review requested, not determined", .secondary),
      line("HWD", "Withdrawn", .secondary),
      line("INO", "Upheld by the independent review", .secondary),
      line("JRE", "Reinstated after the panel recommended reconsideration", .secondary),
      line("KRE", "Reinstated after the panel directed reconsideration", .secondary),
      line("LNO", "Not reinstated after the panel recommended it", .secondary),
      line("MNO", "Not reinstated after the panel directed reconsideration", .secondary),
      line("NOG", "Ongoing", .secondary),
    ])
}
