import Testing

/// Term dates and bank holidays read from files alone: no caseload is there, and none is made.
@Suite("The calendars of the clock command")
struct ClockCalendarTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private static let header = "la,school_urn,school_year,event,start,end\n"
  private static let lancashire = """
    Lancashire,,2026/27,Autumn term,2026-09-01,2026-12-18
    Lancashire,,2026/27,Autumn half term,2026-10-26,2026-10-30
    Lancashire,,2026/27,Spring term,2027-01-04,2027-03-25
    Lancashire,,2026/27,Summer term,2027-04-12,2027-07-21

    """
  private static let own = """
    ,900001,2026/27,Autumn term,2026-09-03,2026-12-18
    ,900001,2026/27,Autumn half term,2026-10-19,2026-10-30
    ,900001,2026/27,INSET day,2026-11-20,2026-11-20
    ,900001,2026/27,Spring term,2027-01-04,2027-03-25
    ,900001,2026/27,Summer term,2027-04-12,2027-07-21

    """

  private func clock(_ file: String, _ words: String...) throws -> CommandRun {
    try run(
      BuiltProgram.path,
      ["clock", "sixth-day-permanent", "--from", "2026-11-16", "--calendar", file] + words,
      environment: BuiltProgram.environment(home: scratch.path))
  }

  @Test("a school's own term dates are counted by without any caseload")
  func ownCalendar() throws {
    let file = try scratch.write("own.csv", Self.header + Self.own)
    for words in [[], ["--urn", "900001"]] {
      let done = try run(
        BuiltProgram.path,
        ["clock", "sixth-day-permanent", "--from", "2026-11-16", "--calendar", file] + words,
        environment: BuiltProgram.environment(home: scratch.path))
      #expect(done.exitCode == 0, "\(done.errors)")
      #expect(done.output.contains("school day of a permanent exclusion: Tue 24 Nov 2026"))
      #expect(done.output.contains("calendar    school 900001"))
      #expect(done.output.contains("not counted: INSET day"))
    }
  }

  @Test("of several authorities and schools in one file the refusal names each, and how to choose")
  func several() throws {
    let file = try scratch.write("both.csv", Self.header + Self.lancashire + Self.own)
    let which = try clock(file)
    #expect(which.exitCode == 1)
    #expect(
      which.errors
        == "sixthday: \(file) has the term dates of Lancashire, school 900001: say whose with "
        + "--authority NAME or --urn URN\n")
    #expect(try clock(file, "--urn", "900001").output.contains(": Tue 24 Nov 2026"))
    for name in ["Lancashire", "lancashire", "888"] {
      #expect(try clock(file, "--authority", name).output.contains(": Mon 23 Nov 2026"))
    }
    let none = try clock(file, "--urn", "900002")
    #expect(none.exitCode == 1)
    #expect(none.errors.contains("has no term dates of school 900002: it has those of Lancashire"))
    let other = try clock(file, "--authority", "Bury")
    #expect(other.errors.contains("has no term dates of 'Bury': it has those of Lancashire"))
    let mistaken = try clock(file, "--authority", "900001")
    #expect(mistaken.exitCode == 2 && mistaken.errors.contains("--urn 900001"))
    let wrong = try clock(file, "--urn", "9")
    #expect(wrong.exitCode == 2)
  }

  @Test(
    "a school that gives only its INSET days is counted within the terms of the authority named")
  func insetOnly() throws {
    let inset = ",900001,2026/27,INSET day,2026-11-20,2026-11-20\n"
    let file = try scratch.write("inset.csv", Self.header + Self.lancashire + inset)
    let bare = try clock(file, "--urn", "900001")
    #expect(bare.exitCode == 1)
    #expect(bare.errors.contains("say within whose terms with --authority NAME"))
    let done = try clock(file, "--urn", "900001", "--authority", "Lancashire")
    #expect(done.output.contains(": Tue 24 Nov 2026"), "\(done.errors)\(done.output)")
  }

  @Test("a name with a full stop is the same authority, and a year with a bad row is told")
  func names() throws {
    let rows = Self.lancashire.replacing("Lancashire", with: "St. Helens")
    let file = try scratch.write(
      "helens.csv",
      Self.header + rows + "St Helens,,2027/28,Fancy day,2027-09-01,2027-09-02\n")
    let done = try clock(file, "--authority", "St Helens")
    #expect(done.output.contains(": Mon 23 Nov 2026"), "\(done.errors)")
    #expect(done.errors.contains("\"Fancy day\" is no known event"))
    #expect(done.errors.contains("that school year is left out"))
  }

  @Test(
    "bank holidays are read from the file of GOV.UK, and either file in the other's place is told")
  func bankHolidays() throws {
    let file = try scratch.write("lancashire.csv", Self.header + Self.lancashire)
    let days = try scratch.write(
      "days.json",
      #"{"england-and-wales": {"events": [{"title": "Made-up Day", "date": "2026-11-18"}]}}"#)
    let done = try clock(file, "--bank-holidays", days)
    #expect(done.output.contains(": Tue 24 Nov 2026"), "\(done.errors)")
    #expect(done.output.contains("not counted: bank holiday: Made-up Day"))
    let swapped = try clock(days)
    #expect(swapped.exitCode == 1)
    #expect(swapped.errors.contains("this is the bank holidays file; give it with --bank-holidays"))
    let wrong = try clock(file, "--bank-holidays", file)
    #expect(wrong.errors.contains("this is not the file of bank holidays"))
  }

  @Test("a calendar that begins later, or ends too soon, is said to, with one end and what to give")
  func tooNarrow() throws {
    let file = try scratch.write("lancashire.csv", Self.header + Self.lancashire)
    func answer(_ from: String) throws -> CommandRun {
      try sixthday("clock", "sixth-day-permanent", "--from", from, "--calendar", file, in: scratch)
    }
    let early = try answer("2022-09-01")
    #expect(
      early.outputLines.first?.hasPrefix("The calendar of Lancashire begins on Sat 1 Aug 2026")
        == true)
    #expect(early.outputLines.first?.contains("--calendar FILE") == true)
    #expect(early.output.contains("no date, as the calendar begins later"))
    #expect(!early.output.contains("ends"))
    let late = try answer("2027-07-19")
    #expect(
      late.outputLines.first?.hasPrefix("The calendar of Lancashire ends on Wed 21 Jul 2027")
        == true)
    let ends = late.output.split(separator: "\n").filter { $0.contains("ends on") }
    #expect(ends.allSatisfy { $0.contains("ends on Wed 21 Jul 2027") }, "\(late.output)")
  }

  @Test("the targets of a caseload that is named are those by which reviews are due")
  func targets() throws {
    let caseload = try SampleCaseload.copy(into: scratch)
    _ = try sixthday("targets", "placement-review-days", "28", "--caseload", caseload, in: scratch)
    let done = try sixthday(
      "clock", "placement-review", "--from", "2026-11-02", "--caseload", caseload, in: scratch)
    #expect(done.output.contains(": Mon 30 Nov 2026"), "\(done.errors)\(done.output)")
  }
}
