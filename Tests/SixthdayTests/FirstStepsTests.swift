import CaseStore
import Interchange
import Testing

@testable import Dashboard
@testable import sixthday

@Suite("The first steps")
struct FirstStepsTests {
  @Test("every command that an empty dashboard names can be called")
  func areCommands() throws {
    var setting = DashboardSetting(
      author: "A. Lead", caseloadOption: "--caseload team.sqlite3",
      now: { Instant(seconds: 1_795_000_000) })
    setting.importKinds = ImportKind.allCases.map(\.rawValue)
    let commands = Wording.firstSteps(in: setting, quit: "q")
      .map { $0.split(separator: " ").map(String.init) }
      .filter { $0.starts(with: ["sixthday", "import"]) }
    #expect(commands.count == ImportKind.allCases.count)
    for words in commands {
      let invocation = try Invocation(of: .importing, arguments: words.dropFirst(2))
      #expect(invocation.value("caseload") == "team.sqlite3")
    }
  }
}
