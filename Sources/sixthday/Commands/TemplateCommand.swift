import Interchange

extension CommandSpecification {
  /// `sixthday template`: what a file to be imported looks like.
  static let template = CommandSpecification(
    name: "template",
    summary:
      "Print a file of a kind to start from: a header, an example, and what each column takes.",
    operands: [
      Operand(
        name: "KIND", help: "What the file is to hold.",
        choices: ImportKind.allCases.map(\.rawValue))
    ],
    options: [
      OptionSpecification(
        name: "columns", value: nil,
        help: "List the columns instead, with the other names under which they are known.")
    ],
    notes: [
      "Lines that begin with #: are remarks, which an import skips. Columns may come in any order; "
        + "those that are not required may be left out."
    ],
    examples: [("sixthday template pupils > pupils.csv", "a file to fill in")],
    run: { invocation, surroundings in
      guard let kind = invocation.word(0).flatMap(ImportKind.init(rawValue:)) else {
        throw Failure.usage("template needs a KIND", about: invocation.command)
      }
      if invocation.has("columns") {
        StandardOutput.write(
          ImportTemplate.listing(for: kind).written(as: .table, width: surroundings.outputWidth))
      } else {
        StandardOutput.write(ImportTemplate.commented(for: kind))
      }
      return .success
    })
}
