import AlternativeProvision
import CaseStore
import Testing

@testable import Interchange

@Suite("Pupils, exclusions, cases, placements, visits and views")
struct RecordImportTests {
  @Test("pupils come with the column names of schools' systems")
  func aliases() throws {
    let desk = try Desk.stocked()
    let report = try desk.take(
      .pupils,
      """
      UPN,Legal Surname,Legal Forename,DOB,NCYearActual,Gender,SEN Status,FSM Eligible,In Care,URN
      h888499924001,Example,Robin,14/03/2012,Year 10,F,K,Y,T,900001
      """)
    #expect(report.problems.isEmpty && report.changed == 1)
    let pupil = try #require(try desk.caseload.pupil(reference: "PUPIL-EXAMPLE")).value
    #expect(pupil.yearGroup == "10" && pupil.sex == "F" && pupil.senProvision == "K")
    #expect(pupil.freeSchoolMeals && pupil.isLookedAfter)
    #expect(pupil.postcode == "ZZ1 3ZZ", "a column that is absent leaves what is on file")
  }

  @Test("a child's language comes by code or in words, and English as an additional one with it")
  func language() throws {
    let desk = try Desk.stocked()
    func child(_ columns: String, _ values: String) throws -> Pupil {
      try desk.take(
        .pupils, "pupil,surname,forename,dob,year,\(columns)\nP-1,A,B,1/2/2012,9,\(values)\n")
      return try #require(try desk.caseload.pupil(reference: "P-1")).value
    }
    var pupil = try child("First Language", "Polish")
    #expect(pupil.firstLanguage == "POL" && pupil.englishIsAdditional == true)
    pupil = try child("Home Language", "ENG")
    #expect(pupil.firstLanguage == "ENG" && pupil.englishIsAdditional == false)
    pupil = try child("EAL", "Y")
    #expect(pupil.firstLanguage == "ENG" && pupil.englishIsAdditional == true)
    pupil = try child("EAL,language", ",Twi")
    #expect(pupil.firstLanguage == "Twi" && pupil.englishIsAdditional == nil)
    pupil = try child("English as an Additional Language", "No")
    #expect(pupil.firstLanguage == "Twi" && pupil.englishIsAdditional == false)
  }

  @Test(
    "the words of offices and screens do, whatever their capitals",
    arguments: [
      ("3", "PX", CaseTier.transitionalPlacement, CaseRoute.permanentExclusion),
      ("Tier 3", "perm ex", .transitionalPlacement, .permanentExclusion),
      ("tier 2", "fixed-term exclusion", .timeLimitedPlacement, .longSuspension),
      ("2.0", "Health needs", .timeLimitedPlacement, .medical),
      ("TARGETED", "ebsna", .targetedSupport, .emotionallyBasedAbsence),
      ("t1", "Education other than at school", .targetedSupport, .educationOtherwiseThanAtSchool),
      ("Transitional placement", "OSD", .transitionalPlacement, .offSiteDirection),
      ("timeLimitedPlacement", "managed move", .timeLimitedPlacement, .managedMove),
    ])
  func officeWords(tier: String, route: String, meant: CaseTier, way: CaseRoute) throws {
    let desk = try Desk.stocked()
    let report = try desk.take(
      .cases,
      "case,pupil,route,tier,opened_on\nC9,PUPIL-EXAMPLE,\(route),\(tier),2026-10-13\n")
    #expect(report.problems.map(\.description) == [])
    let file = try #require(try desk.caseload.file(reference: "C9")).value
    #expect(file.tier == meant && file.route == way)
  }

  @Test("a refusal names what would do in the words of the field")
  func refusalInWords() throws {
    let desk = try Desk.stocked()
    try desk.expect(
      .cases, "case,pupil,route,tier,opened_on\nC9,PUPIL-EXAMPLE,medical,4,2026-10-13\n",
      [
        "line 2, tier, \"4\": use one of Tier 1: targeted support in mainstream, "
          + "Tier 2: time-limited placement, Tier 3: transitional placement"
      ])
  }

  @Test("codes are read with their meaning, by their meaning, or by what people call it")
  func codedWords() throws {
    let desk = try Desk.stocked()
    for (sen, need, year, sex) in [
      ("K - SEN Support", "Autism", "Yr 10", "Girl"), ("SEN support (K)", "ASC", "10.0", "female"),
      ("k: on the register", "ASD", "Y10", "f"), ("SEND support", "Autistic", "year 10", "F"),
    ] {
      let report = try desk.take(
        .pupils,
        "pupil,surname,forename,dob,year,sex,sen,primary_need\n"
          + "P9,Vale,Ivy,2012-01-01,\(year),\(sex),\(sen),\(need)\n")
      #expect(report.problems.map(\.description) == [])
      let pupil = try #require(try desk.caseload.pupil(reference: "P9")).value
      #expect(pupil.senProvision == "K" && pupil.needs == ["ASD"])
      #expect(pupil.yearGroup == "10" && pupil.sex == "F")
    }
    let reasons = try desk.take(
      .exclusions,
      "pupil,urn,category,start_date,sessions,reasons\n"
        + "PUPIL-EXAMPLE,900001,FIXD,2026-09-07,2,\"Verbal abuse or threatening behaviour against an "
        + "adult; DM\"\n")
    #expect(reasons.problems.map(\.description) == [])
  }

  @Test("the final determination of a discrimination claim is on the record of the review")
  func claim() throws {
    let desk = try Desk.stocked()
    let header =
      "pupil,category,first_day,reasons,school_urn,discrimination_claim_determined_on\n"
    let row = "PUPIL-EXAMPLE,PERM,2026-03-02,PP,900001,2026-09-14\n"
    #expect(try desk.take(.exclusions, header + row).isImported)
    let pupil = try #require(try desk.caseload.pupil(reference: "PUPIL-EXAMPLE"))
    let exclusion = try #require(
      try desk.caseload.exclusions(of: pupil.id).first { $0.value.category == .permanent })
    #expect(exclusion.value.review.claimDeterminedOn == Day(year: 2026, month: 9, day: 14))
    #expect(try desk.take(.exclusions, header + row).unchanged == 1)
    let suspended = try desk.problems(
      .exclusions, header + row.replacing("PERM,2026-03-02", with: "LNCH,2026-03-03"))
    #expect(
      suspended.contains {
        $0.contains("only a permanent exclusion goes to an independent review")
      },
      "\(suspended)")
  }

  @Test("what is wrong with a pupil is told in one go")
  func pupilProblems() throws {
    let desk = try Desk.stocked()
    try desk.expect(
      .pupils,
      """
      pupil,upn,surname,forename,date_of_birth,year_group,school_urn,ethnicity,primary_need
      P2,A888499924001,B\u{1B}[2J,C,14/03/12,15,900099,XXXX,NSA
      ,,D,E,2030-01-01,9,,,
      P3,H888499924001,F,G,2012-01-01,9,,,NSA
      """,
      [
        "line 2, upn, \"A888499924001\": the check letter A does not fit; "
          + "H would, if the rest is right",
        "line 2, surname, \"B␛[2J\": it holds a character that is not seen (U+001B); "
          + "type the value again",
        "line 2, date_of_birth, \"14/03/12\": the year needs four digits, as in 01/09/2026",
        "line 2, year_group, \"15\": this is not a National Curriculum year; use one of "
          + Codes.yearGroups.entries.map(\.code).joined(separator: ", "),
        "line 2, ethnicity, \"XXXX\": this is not an ethnicity code; use one of "
          + Codes.ethnicity.entries.map(\.code).joined(separator: ", "),
        "line 2, school_urn, \"900099\": no such school is on file; "
          + "import schools first, or correct it",
        "line 3: a pupil needs a reference (column pupil) or a UPN",
        "line 3, date_of_birth, \"2030-01-01\": the date of birth, 1 Jan 2030, has not come yet",
        "line 4, upn, \"H888499924001\": pupil PUPIL-EXAMPLE has this number; "
          + "use that reference, or correct the number",
        "line 4, primary_need, \"NSA\": the need NSA goes only with SEN provision K",
      ])
  }

  @Test("an exclusion's reasons are judged by its own day, and its length by its category")
  func exclusionProblems() throws {
    let desk = try Desk.stocked()
    let problems = try desk.problems(
      .exclusions,
      """
      pupil,school_urn,category,first_day,days,reasons,outcome,ended_on
      PUPIL-EXAMPLE,900001,SUSP,2026-10-01,1,VR,,
      PUPIL-EXAMPLE,900001,PERM,2025-10-01,,VR,,
      PUPIL-EXAMPLE,900001,SUSP,2026-10-02,2.25,PP,,
      PUPIL-EXAMPLE,900001,SUSP,2026-10-05,,PP,,
      PUPIL-EXAMPLE,900001,PERM,2026-10-06,2,PP,,
      PUPIL-EXAMPLE,900001,EXPELLED,2026-10-07,,PP,gone,
      NOBODY,900002,suspension,2026-10-08,1.5,"PP, PA; VP/VA",,2026-10-01
      """)
    #expect(problems.count == 10)
    #expect(
      problems[0].hasPrefix("line 3, reasons, \"VR\": this is an exclusion reason (Vape related)"))
    #expect(problems[1] == "line 4, days, \"2.25\": whole and half days are due, as 3 or 2.5")
    #expect(
      problems[2] == "line 5, days: a suspension has a length in sessions (half days), stated at "
        + "the outset")
    #expect(
      problems[3]
        == "line 6, days, \"2\": a permanent exclusion has no length; leave the sessions empty")
    #expect(
      problems[4].hasPrefix(
        "line 7, category, \"EXPELLED\": use one of Permanent exclusion (PEX), Suspension"))
    #expect(problems[5].hasPrefix("line 7, outcome, \"gone\": use one of Pending"))
    #expect(
      problems[6...] == [
        "line 8, pupil, \"NOBODY\": no such pupil is on file; import pupils first, or correct it",
        "line 8, school_urn, \"900002\": no such school is on file; "
          + "import schools first, or correct it",
        "line 8, reasons, \"PP, PA; VP/VA\": an exclusion has one to three reasons; "
          + "this has 4, keep the most serious three",
        "line 8, ended_on, \"2026-10-01\": it cannot have ended before its first day, 8 Oct 2026",
      ])
  }

  @Test("an exclusion's two lengths must agree, and its first day lies in the child's life")
  func exclusionFirstDay() throws {
    let desk = try Desk.stocked()
    try desk.expect(
      .exclusions,
      """
      pupil,school_urn,category,first_day,sessions,days,reasons
      PUPIL-EXAMPLE,900001,SUSP,2026-10-01,6,5,PP
      PUPIL-EXAMPLE,900001,SUSP,2011-10-03,6,3,PP
      PUPIL-EXAMPLE,900001,SUSP,2013-10-01,6,3,PP
      """,
      [
        "line 2, days, \"5\": this is 5 days, but the sessions come to 3 days; "
          + "keep the one that the notice states",
        "line 3, first_day, \"2011-10-03\": the child was born later, on 14 Mar 2012; "
          + "correct one of the two",
        "line 4, first_day, \"2013-10-01\": the child, born on 14 Mar 2012, was not yet two; "
          + "correct one of the two",
      ])
  }

  @Test("a first day on which the school is closed is taken and told, and so are days taken twice")
  func exclusionOnClosedDay() throws {
    let desk = try Desk.stocked()
    let report = try desk.take(
      .exclusions,
      """
      pupil,school_urn,category,first_day,sessions,reasons
      PUPIL-EXAMPLE,900001,SUSP,2026-10-27,6,PP
      PUPIL-EXAMPLE,900001,SUSP,2026-11-14,6,PP
      PUPIL-EXAMPLE,900001,SUSP,2026-11-17,2,PP
      """)
    #expect(report.problems.isEmpty && report.added == 3)
    #expect(report.remarks.map(\.line) == [2, 3, 4])
    #expect(
      report.remarks[2].description.contains(
        "the suspension from 14 Nov 2026 takes 17 Nov 2026 too, which is counted once"))
    #expect(report.remarks[0].description.contains("Autumn half term"))
    #expect(report.remarks[0].description.contains("counted from 2 Nov 2026"))
    #expect(report.remarks[1].description.contains("(weekend); days are counted from 16 Nov 2026"))
  }

  @Test("a reference that differs from another only in capitals is not a second child")
  func referencesInCapitals() throws {
    let desk = try Desk.stocked()
    try desk.expect(
      .pupils,
      """
      pupil,surname,forename,date_of_birth,year_group
      pupil-example,Example,Robin,2012-03-14,9
      New-1,Made,Up,2012-03-14,9
      NEW-1,Made,Up,2012-03-14,9
      """,
      [
        "line 2, pupil, \"pupil-example\": pupil PUPIL-EXAMPLE is on file, which differs only in "
          + "capitals; write it in those letters, or give one of the two another reference",
        "line 4, pupil, \"NEW-1\": pupil New-1 is on file, which differs only in "
          + "capitals; write it in those letters, or give one of the two another reference",
      ])
    let unknown = try desk.problems(
      .exclusions,
      "pupil,school_urn,category,first_day,sessions,reasons\n"
        + "Pupil-Example,900001,SUSP,2026-11-17,2,PP\n")
    #expect(
      unknown == [
        "line 2, pupil, \"Pupil-Example\": no such pupil is on file, but PUPIL-EXAMPLE is; "
          + "write it in those letters"
      ])
  }

  @Test("the last examination and the admission come with their own columns")
  func endsOfTheDuty() throws {
    let desk = try Desk.stocked()
    #expect(
      try desk.problems(
        .pupils,
        "pupil,surname,forename,date_of_birth,year_group,last_exam_date\n"
          + "PUPIL-EXAMPLE,Example,Robin,2010-03-14,11,2026-06-19\n") == [])
    #expect(
      try desk.caseload.pupil(reference: "PUPIL-EXAMPLE")?.value.examinationsFinishedOn?.iso
        == "2026-06-19")
    #expect(
      try desk.problems(
        .cases,
        "case,pupil,route,opened_on,admitted_on\n"
          + "CASE-EXAMPLE,PUPIL-EXAMPLE,longSuspension,2026-09-22,2026-11-02\n") == [])
    let file = try #require(try desk.caseload.file(reference: "CASE-EXAMPLE"))
    #expect(file.value.admittedOn?.iso == "2026-11-02")
    #expect(try desk.caseload.facts(for: file.id)?.examinationsFinishedOn?.iso == "2026-06-19")
  }

  @Test("the permanent exclusion that followed a suspension on the same day is the case's own")
  func caseExclusion() throws {
    let desk = try Desk.stocked()
    let exclusions = try desk.problems(
      .exclusions,
      """
      pupil,school_urn,category,first_day,sessions,reason_1,reason_2
      PUPIL-EXAMPLE,900001,SUSP,2026-10-12,10,PP,
      PUPIL-EXAMPLE,900001,PERM,2026-10-12,,PP,DM
      """)
    #expect(exclusions == [])
    let cases = try desk.problems(
      .cases,
      """
      case,pupil,route,opened_on,exclusion_first_day
      C1,PUPIL-EXAMPLE,PEX,2026-10-13,2026-10-12
      C2,PUPIL-EXAMPLE,Suspension,2026-10-13,12 Oct 2026
      """)
    #expect(cases == [])
    for (reference, category) in [("C1", ExclusionCategory.permanent), ("C2", .suspension)] {
      let file = try #require(try desk.caseload.file(reference: reference)).value
      let exclusion = try file.exclusion.flatMap { try desk.caseload.exclusion($0) }
      #expect(exclusion?.category == category)
    }
  }

  @Test("cases, placements, visits and views say what is wrong with their dates and names")
  func otherProblems() throws {
    let desk = try Desk.stocked()
    try desk.expect(
      .cases,
      """
      case,pupil,route,opened_on,closed_on,exclusion_first_day
      C1,PUPIL-EXAMPLE,medical,2026-11-24,,
      C2,PUPIL-EXAMPLE,medical,2026-11-02,2026-11-01,2026-09-20
      """,
      [
        "line 2, opened_on, \"2026-11-24\": a case cannot have been opened after today, "
          + "23 Nov 2026",
        "line 3, exclusion_first_day, \"2026-09-20\": no such exclusion of this pupil on that "
          + "day is on file; import exclusions first, or correct it",
        "line 3, closed_on, \"2026-11-01\": its closing is dated 1 Nov 2026, before the opening of "
          + "the case on 2 Nov 2026; one of the two dates must be changed",
      ])
    try desk.expect(
      .placements,
      """
      case,provider,starts_on,sessions_per_week,ended_on,weekly_cost
      CASE-EXAMPLE,PROV-EXAMPLE,2026-10-01,11,2026-09-01,lots
      NONE,NOWHERE,,5,,
      """,
      [
        "line 2, sessions_per_week, \"11\": a whole number from 1 to 10 is due",
        "line 2, weekly_cost, \"lots\": an amount in pounds is due, as 1250 or 1250.50",
        "line 2, ended_on, \"2026-09-01\": its last day is dated 1 Sep 2026, before the first day "
          + "of the placement on 1 Oct 2026; one of the two dates must be changed",
        "line 3, starts_on: this must not be empty; it takes the first day of education there, "
          + "as 2026-09-01 or 01/09/2026",
        "line 3, case, \"NONE\": no such case is on file; import cases first, or correct it",
        "line 3, provider, \"NOWHERE\": no such provider is on file; "
          + "import providers first, or correct it",
      ])
    try desk.expect(
      .visits, "provider,visited_on,overall,safeguarding\nPROV-EXAMPLE,2026-12-01,B,green\n",
      [
        "line 2, overall, \"B\": use one of R (Red), A (Amber), G (Green)",
        "line 2, visited_on, \"2026-12-01\": a visit cannot have been made after today, "
          + "23 Nov 2026",
      ])
    try desk.expect(
      .views, "case,voice,given_on,words\nCASE-EXAMPLE,dog,2026-11-20,\n",
      [
        "line 2, voice, \"dog\": use one of Child, Parent, School",
        "line 2, words: this must not be empty; it takes the words",
      ])
    try desk.expect(
      .providers,
      "provider,name,kind,lowest_age,highest_age,weekly_cost\nX,Y,farm,6,11,£1.234\nZ,Y,1:1,16,11,\n",
      [
        "line 2, kind, \"farm\": use one of "
          + ProviderKind.allCases.map(\.written).joined(separator: ", "),
        "line 2, weekly_cost, \"£1.234\": an amount in pounds is due, as 1250 or 1250.50",
        "line 3, highest_age, \"11\": the lowest age is 16 and the highest 11; they may be turned "
          + "round",
      ])
  }

  @Test("a view with line breaks and quotation marks is kept in the child's own words")
  func viewsInFull() throws {
    let desk = try Desk.stocked()
    let words = "I said \"no\".\r\nThen, later, yes 😀"
    let quoted = words.replacing("\"", with: "\"\"")
    try desk.take(
      .views, "case,voice,given_on,words\r\nCASE-EXAMPLE,child,2026-11-20,\"\(quoted)\"")
    let file = try #require(try desk.caseload.file(reference: "CASE-EXAMPLE"))
    #expect(try desk.caseload.views(in: file.id).map(\.value.words) == [words])
  }

  @Test("a child without a reference who stands twice in a file is one child the first time too")
  func repeatedChild() throws {
    let desk = try Desk()
    try desk.take(.schools, ImportTemplate.csv(for: .schools))
    let row = "H888499924001,Example,Robin,14/03/2012,9,900001\n"
    let report = try desk.take(.pupils, "UPN,Surname,Forename,DOB,NC Year,URN\n" + row + row)
    #expect(report.problems.map(\.description) == [])
    #expect(report.added == 1 && report.repeated == 1)
  }

  @Test("a row that says the same again is counted and does no harm")
  func repeatedRows() throws {
    let desk = try Desk()
    let report = try desk.take(
      .providers,
      "provider,name,kind\nX,Invented,nonSchool\nY,Other,1:1\nX,Invented,non-school\n")
    #expect(report.isImported && report.added == 2 && report.repeated == 1)
    #expect(
      report.summary
        == "providers: 3 rows read; 2 added, 0 changed, 0 unchanged, 1 repeated in the file")
  }

  @Test("a review, visit or plan of a day that has not come is refused: it would silence its clock")
  func doneAhead() throws {
    let desk = try Desk.stocked()
    try desk.expect(
      .placements,
      """
      case,provider,starts_on,sessions_per_week,last_reviewed_on,last_visited_on
      CASE-EXAMPLE,PROV-EXAMPLE,2026-09-28,8,2030-01-01,2027-10-01
      """,
      [
        "line 2, last_reviewed_on, \"2030-01-01\": the last review, 1 Jan 2030, has not come yet; give "
          + "the day on which one was made",
        "line 2, last_visited_on, \"2027-10-01\": the last monitoring visit, 1 Oct 2027, has not come "
          + "yet; give the day on which one was made",
      ])
    try desk.expect(
      .pupils,
      """
      pupil,surname,forename,date_of_birth,year_group,sen_provision,plan_issued_on
      P-9,Fenn,Ada,2012-05-01,9,E,2027-06-01
      """,
      [
        "line 2, plan_issued_on, \"2027-06-01\": a date of the EHC plan, 1 Jun 2027, has not come yet; "
          + "give the day of its issue or last review"
      ])
  }
}
