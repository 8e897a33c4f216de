extension Codes {
  /// Where a placement is, when the setting has neither URN nor UKPRN: alternative provision census.
  public static let settingTypes = CodeTable(
    "a setting type",
    [
      line("NFE", "Non-maintained further education college"),
      line("OOT", "One-to-one tuition"),
      line("OTH", "Other unregistered provider"),
      line("WBP", "Work-based placement"),
    ])

  /// Why a placement was commissioned. The labels are published, the code letters are uncertain.
  ///
  /// Where a permanent exclusion and a health need both apply, the reason is the exclusion: why it was
  /// commissioned, not the need.
  public static let placementReasons = CodeTable(
    "a placement reason",
    [
      line(
        "OFF", "Off-site placement for behavioural support", .generalKnowledge,
        also: ["Behaviour", "Behavioural support", "Behaviour support", "Off-site direction"]),
      line(
        "MHN", "Medical condition (mental health need)", .generalKnowledge,
        also: ["Mental health", "Mental health need"]),
      line(
        "PHN", "Medical condition (physical health need)", .generalKnowledge,
        also: ["Physical health", "Physical health need"]),
      line(
        "SUS", "Suspension", .generalKnowledge, also: ["Suspended", "SUSP", "Fixed-term exclusion"]),
      line(
        "PEX", "Permanent exclusion", .generalKnowledge,
        also: ["Permanently excluded", "PERM", "PX"]),
      line(
        "SET", "Setting named on an EHC plan", .generalKnowledge,
        also: ["EHC plan", "EHCP", "Named on EHC plan", "Named in EHC plan"]),
      line(
        "PRE", "Pregnancy or childbirth", .generalKnowledge,
        also: ["Pregnancy", "Pregnancy/childbirth"]),
      line(
        "NSP", "New arrival without a school place", .generalKnowledge,
        also: ["New arrival", "No school place"]),
      line("OTH", "Other", .generalKnowledge),
    ])

  /// The reasons that are a need of the child's health, for which part-time education may be enough.
  public static let healthReasons: Set<String> = ["MHN", "PHN"]

  /// Whether a placement fills the week. Part-time means fewer than ten sessions.
  public static let attendancePatterns = CodeTable(
    "an attendance pattern",
    [
      line("F", "Full-time", .generalKnowledge),
      line("P", "Part-time", .generalKnowledge),
    ])

  /// Whether a placement is the one the pupil has now.
  public static let placementAssociations = CodeTable(
    "a placement association",
    [
      line("C", "Current", .generalKnowledge),
      line("P", "Previous", .generalKnowledge),
    ])
}
