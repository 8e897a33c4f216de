import AlternativeProvision
import Interchange

extension CommandSpecification {
  /// `sixthday panel`: meetings, on the screen and on paper.
  static let panel = CommandSpecification(
    name: "panel",
    summary: "Open the panels and their meetings, or print minutes, letters and actions.",
    operands: [
      Operand(
        name: "WHAT", help: "What to do; the panels' screen opens unless given.",
        choices: PanelCall.What.allCases.map(\.rawValue), isOptional: true),
      Operand(
        name: "MEETING",
        help:
          "The meeting: its number or its day, as 'panel list' gives them. For a template, to whom "
          + "the letter goes: \(NoticeKind.allCases.map(\.rawValue).joined(separator: " or ")).",
        isOptional: true,
        byWord: [
          FillingByWord(
            words: [PanelCall.What.template.rawValue],
            filling: .words(NoticeKind.allCases.map(\.rawValue)))
        ]),
    ],
    options: [
      OptionSpecification(
        name: "format", value: "FORMAT",
        help: "How to print: minutes as markdown or html, lists as table, csv or json.",
        choices: PanelCall.Format.allCases.map(\.rawValue)),
      OptionSpecification(
        name: "initials", value: nil,
        help: "Reduce the names of children and families to initials (agenda, minutes, actions)."),
      OptionSpecification(
        name: "output", value: "FILE",
        help: "Write to a new file that only you can read, instead of printing it."),
      OptionSpecification(
        name: "folder", value: "DIR",
        help: "Where the letters go (notices); it is made if it is not there."),
      OptionSpecification(
        name: "templates", value: "DIR",
        help: "A folder with your own letters (notices); unless given, the folder of the papers."),
      OptionSpecification(
        name: "tell-parents", value: nil,
        help: "Write to the parents too where a child was referred to safeguarding (notices)."),
      OptionSpecification(
        name: "tell-schools", value: nil,
        help: "Write to the schools too where a child was referred to safeguarding (notices)."),
      .readOnly,
    ] + OptionSpecification.settings,
    notes: [
      "meet opens a meeting where you left it: the one named, else the one that is open, else "
        + "today's.",
      "agenda MEETING prints its items in their order, each with the child and the minutes that it has. "
        + "minutes MEETING prints the minutes: a draft, until the chair has approved them. notices "
        + "MEETING writes a letter to the school and one to the parent for each child on whom a "
        + "decision stands; look for \"[to be filled in:\" in them, which marks what no caseload holds, such "
        + "as the times of the first day. actions prints every action still open, and actions MEETING those that "
        + "the meeting agreed, done or not.",
      "To word the letters yourself, put what template school and template parent print into a "
        + "folder as \(NoticeKind.allCases.map(\.fileName).joined(separator: " and ")), edit them, "
        + "and name the folder with --templates, or keep them in the folder of the papers (papers in "
        + "your settings), where the screens find them too.",
    ],
    examples: [
      ("sixthday panel", "the panels, their meetings, referrals and open actions"),
      ("sixthday panel meet", "straight into today's meeting"),
      ("sixthday panel list", "every meeting, with its number"),
      ("sixthday panel agenda 2026-11-26", "what will be taken, in words for a screen reader"),
      (
        "sixthday panel minutes 2026-11-26 --format html --output minutes.html",
        "one page that prints well"
      ),
      ("sixthday panel notices 4 --folder letters", "the letters of meeting 4"),
      ("sixthday panel actions --format csv", "every open action, for a spreadsheet"),
    ],
    run: { invocation, surroundings in try PanelCall(invocation, surroundings).run() })
}
