import Testing

@testable import sixthday

@Suite("What can be completed on the command line")
struct FillingTests {
  /// What only the person knows, by what the usage line calls it.
  static let known: Set<String> = [
    "DATE", "N", "NAME", "WORDS", "REFERENCE", "URN", "COMMAND", "VALUE",
  ]

  @Test("every option and every word has its values, unless only the person knows them")
  func isComplete() {
    for command in Sixthday.commands {
      for option in command.everyOption where option.byWord.isEmpty {
        guard option.filling == .free, let value = option.value else { continue }
        #expect(Self.known.contains(value), "\(command.name) --\(option.name) \(value)")
      }
      for operand in command.operands where operand.byWord.isEmpty && operand.filling == .free {
        #expect(Self.known.contains(operand.name), "\(command.name) \(operand.name)")
      }
    }
  }

  @Test("what hangs on a word hangs on one that the command takes first, and on each only once")
  func hangsOnWords() {
    var found = 0
    for command in Sixthday.commands {
      let words = command.operands.first?.choices ?? []
      for parts in command.options.map(\.byWord) + command.operands.map(\.byWord) {
        let all = parts.flatMap(\.words)
        #expect(Set(all).isSubset(of: words), "\(command.name): \(all)")
        #expect(Set(all).count == all.count)
        found += parts.count
      }
    }
    #expect(found >= 5)
  }

  @Test("the columns by which each list is sorted are those that its command takes")
  func columns() throws {
    let list = try #require(Sixthday.commands.first { $0.name == "list" })
    let sort = try #require(list.option(named: "sort"))
    let words = try #require(list.operands.first?.choices)
    #expect(Set(sort.byWord.flatMap(\.words)) == Set(words))
    guard case .columns(let all) = sort.byWord.before else {
      Issue.record("no columns before a list is named")
      return
    }
    #expect(all.contains("urgency") && all.contains("persistently_absent"))
    #expect(Set(all).count == all.count)
    let help = HelpText.command(list).split { $0.isWhitespace }.joined(separator: " ")
    #expect(help.contains("Of cases, clocks: urgency, reference, name,"))
    #expect(help.contains("Of providers, attendance, quality: reference, name, kind,"))
  }
}
