extension Codes {
  /// Provision for special educational needs: CBDS CS096.
  public static let senProvision = CodeTable(
    "a kind of SEN provision",
    [
      line("N", "No special educational needs", .generalKnowledge),
      line("K", "SEN support", .generalKnowledge),
      line("E", "Education, health and care plan", .secondary),
      line("S", "Statement", through: day(2018, 3, 31), .generalKnowledge),
      line("A", "School action", through: day(2015, 8, 31), .generalKnowledge),
      line("P", "School action plus", through: day(2015, 8, 31), .generalKnowledge),
    ])

  /// Special educational needs, of which a pupil has up to two, ranked.
  ///
  /// NSA goes only with SEN support. DS is new; its first day is taken as the school year of the set in
  /// which it was read.
  public static let needs = CodeTable(
    "a special educational need",
    [
      line("SPLD", "Specific learning difficulty", .secondary),
      line("MLD", "Moderate learning difficulty", .secondary),
      line("SLD", "Severe learning difficulty", .secondary),
      line("PMLD", "Profound and multiple learning difficulty", .secondary),
      line("SEMH", "Social, emotional and mental health", .secondary),
      line("SLCN", "Speech, language and communication needs", .secondary),
      line("HI", "Hearing impairment", .secondary),
      line("VI", "Visual impairment", .secondary),
      line("MSI", "Multi-sensory impairment", .secondary),
      line("PD", "Physical disability", .secondary),
      line("ASD", "Autistic spectrum disorder", .secondary),
      line("DS", "Down syndrome", from: day(2025, 8, 1), .generalKnowledge),
      line("OTH", "Other difficulty or disability", .secondary),
      line("NSA", "SEN support but no specialist assessment of need", .secondary),
    ])

  /// Ethnicity: the main set for pupils, and four codes of the May 2026 list that may not be meant for
  /// pupils in England.
  public static let ethnicity = CodeTable(
    "an ethnicity code",
    [
      line("WBRI", "White British", .secondary),
      line("WIRI", "White Irish", .secondary),
      line("WIRT", "Traveller of Irish heritage", .secondary),
      line("WROM", "Gypsy or Roma", .secondary),
      line("WOTH", "Any other white background", .secondary),
      line("MWBC", "White and black Caribbean", .secondary),
      line("MWBA", "White and black African", .secondary),
      line("MWAS", "White and Asian", .secondary),
      line("MOTH", "Any other mixed background", .secondary),
      line("AIND", "Indian", .secondary),
      line("APKN", "Pakistani", .secondary),
      line("ABAN", "Bangladeshi", .secondary),
      line("CHNE", "Chinese", .secondary),
      line("AOTH", "Any other Asian background", .secondary),
      line("BCRB", "Black Caribbean", .secondary),
      line("BAFR", "Black African", .secondary),
      line("BOTH", "Any other black background", .secondary),
      line("OOTH", "Any other ethnic group", .secondary),
      line("REFU", "Refused", .secondary),
      line("NOBT", "Information not yet obtained", .secondary),
      line("ABRI", "Asian British", .generalKnowledge),
      line("AWEL", "Asian Welsh", .generalKnowledge),
      line("BBRI", "Black British", .generalKnowledge),
      line("BWEL", "Black Welsh", .generalKnowledge),
    ])

  /// National Curriculum year actual, which may differ from the year of the child's age.
  public static let yearGroups = CodeTable(
    "a National Curriculum year",
    [
      CodedMeaning(
        "E1", "Early first year", detail: KeyStage.earlyYears, certainty: .secondary),
      CodedMeaning("E2", "Early second year", detail: .earlyYears, certainty: .secondary),
      CodedMeaning("N1", "Nursery first year", detail: .earlyYears, certainty: .secondary),
      CodedMeaning("N2", "Nursery second year", detail: .earlyYears, certainty: .secondary),
      CodedMeaning("R", "Reception", detail: .earlyYears, certainty: .secondary),
    ]
      + (1...14).map { year in
        CodedMeaning(
          "\(year)", "Year \(year)", detail: KeyStage(year: year),
          certainty: year <= 8 ? .secondary : .generalKnowledge)
      }
      + [
        CodedMeaning(
          "X", "Not following the National Curriculum", detail: .none,
          certainty: .generalKnowledge),
        CodedMeaning("M", "Mixed year class", detail: .none, certainty: .generalKnowledge),
      ])

  /// Sex as the censuses record it.
  public static let sex = CodeTable(
    "a code for sex",
    [line("F", "Female"), line("M", "Male"), line("U", "Unknown")])

  /// Enrolment status at a school.
  public static let enrolment = CodeTable(
    "an enrolment status",
    [
      line("C", "Current, single registration", .secondary),
      line("M", "Current, main of dual registrations", .secondary),
      line("S", "Current, subsidiary of dual registrations", .secondary),
      line("G", "Guest", .secondary),
      line("F", "Further education college", .secondary),
      line("O", "Other provider", .secondary),
      line("P", "Previous registration", .secondary),
    ])
}
