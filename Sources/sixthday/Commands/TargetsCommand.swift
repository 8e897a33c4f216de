import AlternativeProvision
import CaseStore
import Interchange

extension CommandSpecification {
  /// `sixthday targets`: the measures that a team sets itself, listed or changed.
  static let targets = CommandSpecification(
    name: "targets",
    summary: "Show the team's own targets, or set one.",
    operands: [
      Operand(
        name: "TARGET", help: "The target to set.",
        choices: LocalTarget.allCases.map(\.keyword), isOptional: true),
      Operand(name: "VALUE", help: "Its new value.", isOptional: true),
    ],
    notes: ["What the law or guidance fixes cannot be set; these are only a team's own measures."],
    examples: [("sixthday targets placement-review-days 28", "review placements every four weeks")],
    run: { invocation, surroundings in
      let path = try surroundings.caseloadPath(invocation)
      guard let target = invocation.word(0).flatMap(LocalTarget.init(keyword:)) else {
        let caseload = try Caseload.opened(path, access: .readOnly)
        StandardOutput.write(table(of: try caseload.localTargets()).written(as: .table))
        return .success
      }
      guard let value = invocation.word(1).flatMap(Int.init), target.range.contains(value) else {
        throw Failure.usage(
          "\(target.keyword) takes a whole number from \(target.range.lowerBound) to "
            + "\(target.range.upperBound)", about: invocation.command)
      }
      let caseload = try Caseload.opened(path, access: .readWrite)
      try caseload.change(
        by: surroundings.author, at: Instant(seconds: surroundings.startedAt),
        cause: "set target \(target.keyword)"
      ) { door in _ = try door.put(target, value: value) }
      StandardOutput.write("\(target.title): \(value)\n")
      return .success
    })

  private static func table(of targets: LocalTargets) -> Table {
    Table(
      columns: [
        TableColumn("target"), TableColumn("value", alignment: .right),
        TableColumn("usual", alignment: .right), TableColumn("what", title: "what it is"),
      ],
      rows: LocalTarget.allCases.map {
        [.text($0.keyword), .integer(targets[$0]), .integer($0.usual), .text($0.title)]
      })
  }
}

extension LocalTarget {
  /// The target as the command line has it: placement-review-days.
  fileprivate var keyword: String {
    rawValue.reduce(into: "") { word, letter in
      word += letter.isUppercase ? "-\(letter.lowercased())" : String(letter)
    }
  }

  fileprivate init?(keyword: String) {
    guard let target = LocalTarget.allCases.first(where: { $0.keyword == keyword }) else {
      return nil
    }
    self = target
  }

  /// The values that make sense.
  fileprivate var range: ClosedRange<Int> {
    switch self {
    case .placementReviewDays, .monitoringVisitDays: 1...366
    case .countSuspensionBeforePermanent: 0...1
    }
  }
}
