import Glibc
import Testing

/// Two programs on one caseload.
@Suite("A caseload that somebody else changes")
struct SharingTests {
  @Test("shows another program's import within a second, without a key")
  func othersChange() throws {
    let scratch = try Scratch()
    let caseload = try SampleCaseload.copy(into: scratch)
    let terminal = try Terminal(sixthday: ["--caseload", caseload], in: scratch)
    try terminal.press("3", "z")
    #expect(try !terminal.screen().contains("Zyxwvut"))
    let file = try scratch.write(
      "providers.csv", "reference,name,kind\nP1,Aaa Zyxwvut House,non_school\n")
    let done = try sixthday("import", "providers", file, "--caseload", caseload, in: scratch)
    #expect(done.exitCode == 0, "\(done.errors)")
    try terminal.wait(for: "Zyxwvut", milliseconds: 1000)
  }

  @Test("shows each of several changes in turn, and stays where it was")
  func severalChanges() throws {
    let scratch = try Scratch()
    let caseload = try SampleCaseload.copy(into: scratch)
    let terminal = try Terminal(sixthday: ["--caseload", caseload], in: scratch)
    try terminal.press("3", "z")
    for name in ["Aaa Firstly", "Bbb Secondly", "Ccc Thirdly"] {
      let file = try scratch.write(
        "providers.csv", "reference,name,kind\nP1,\(name),non_school\n")
      let done = try sixthday("import", "providers", file, "--caseload", caseload, in: scratch)
      #expect(done.exitCode == 0, "\(done.errors)")
      let screen = try terminal.wait(for: name, milliseconds: 1000)
      #expect(!screen.contains("1 Open cases"))
    }
  }

  @Test("can be looked at where it may not be written, and says so when one tries")
  func readOnly() throws {
    let scratch = try Scratch()
    let caseload = try SampleCaseload.copy(into: scratch)
    let terminal = try Terminal(sixthday: ["--caseload", caseload, "--read-only"], in: scratch)
    #expect(try terminal.screen().contains("1 Open cases"))
    try terminal.press("a")
    try terminal.wait(for: "read only")
  }
}
