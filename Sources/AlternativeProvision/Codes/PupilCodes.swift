extension Codes {
  /// Provision for special educational needs: CBDS CS096.
  public static let senProvision = CodeTable(
    "a kind of SEN provision",
    [
      line("N", "No special educational needs", .generalKnowledge, also: ["None", "No", "No SEN"]),
      line("K", "SEN support", .generalKnowledge, also: ["SEND support", "Support"]),
      line(
        "E", "Education, health and care plan", .secondary,
        also: ["EHCP", "EHC plan", "EHC", "Education, health and care"]),
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
      line(
        "SPLD", "Specific learning difficulty", .secondary, also: ["Specific learning difficulties"]
      ),
      line(
        "MLD", "Moderate learning difficulty", .secondary, also: ["Moderate learning difficulties"]),
      line("SLD", "Severe learning difficulty", .secondary, also: ["Severe learning difficulties"]),
      line(
        "PMLD", "Profound and multiple learning difficulty", .secondary,
        also: ["Profound and multiple learning difficulties"]),
      line("SEMH", "Social, emotional and mental health", .secondary),
      line(
        "SLCN", "Speech, language and communication needs", .secondary,
        also: ["Speech and language"]),
      line("HI", "Hearing impairment", .secondary),
      line("VI", "Visual impairment", .secondary),
      line("MSI", "Multi-sensory impairment", .secondary),
      line("PD", "Physical disability", .secondary),
      line(
        "ASD", "Autistic spectrum disorder", .secondary,
        also: [
          "Autism", "Autistic", "Autism spectrum disorder", "Autism spectrum condition", "ASC",
        ]),
      line(
        "DS", "Down syndrome", from: day(2025, 8, 1), .generalKnowledge, also: ["Down's syndrome"]),
      line("OTH", "Other difficulty or disability", .secondary, also: ["Other"]),
      line(
        "NSA", "SEN support but no specialist assessment of need", .secondary,
        also: ["No specialist assessment"]),
    ])

  /// Ethnicity: the main set for pupils, and four codes of the May 2026 list that may not be meant for
  /// pupils in England.
  public static let ethnicity = CodeTable(
    "an ethnicity code",
    [
      line("WBRI", "White British", .secondary),
      line("WIRI", "White Irish", .secondary, also: ["Irish"]),
      line("WIRT", "Traveller of Irish heritage", .secondary, also: ["Irish Traveller"]),
      line("WROM", "Gypsy or Roma", .secondary, also: ["Gypsy/Roma", "Roma", "Gypsy"]),
      line("WOTH", "Any other white background", .secondary, also: ["White other"]),
      line(
        "MWBC", "White and black Caribbean", .secondary, also: ["Mixed white and black Caribbean"]),
      line("MWBA", "White and black African", .secondary, also: ["Mixed white and black African"]),
      line("MWAS", "White and Asian", .secondary, also: ["Mixed white and Asian"]),
      line("MOTH", "Any other mixed background", .secondary, also: ["Mixed other"]),
      line("AIND", "Indian", .secondary),
      line("APKN", "Pakistani", .secondary),
      line("ABAN", "Bangladeshi", .secondary),
      line("CHNE", "Chinese", .secondary),
      line("AOTH", "Any other Asian background", .secondary, also: ["Asian other"]),
      line("BCRB", "Black Caribbean", .secondary, also: ["Caribbean"]),
      line("BAFR", "Black African", .secondary, also: ["African"]),
      line("BOTH", "Any other black background", .secondary, also: ["Black other"]),
      line("OOTH", "Any other ethnic group", .secondary, also: ["Other ethnic group"]),
      line("REFU", "Refused", .secondary),
      line(
        "NOBT", "Information not yet obtained", .secondary,
        also: ["Not obtained", "Information not obtained", "Not known"]),
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
      CodedMeaning(
        "R", "Reception", detail: .earlyYears, certainty: .secondary, also: ["Rec", "YR"]),
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
    [
      line("F", "Female", also: ["Girl"]), line("M", "Male", also: ["Boy"]),
      line("U", "Unknown", also: ["Not known"]),
    ])

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
