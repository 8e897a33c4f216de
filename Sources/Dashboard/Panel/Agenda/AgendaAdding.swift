import AlternativeProvision
import CaseStore
import TerminalUI

/// The lists and forms with which items come onto an agenda or are changed.
enum AgendaAdding {
  /// What can be added.
  static func kinds(_ agenda: AgendaScreen, desk: Desk) -> ChooserScreen {
    let meeting = agenda.id
    let minutes = agenda.file.panel.value.terms.minutesPerItem
    return ChooserScreen(
      title: "Add to the agenda",
      items: [
        .init("A child", choice: .screen { _ in ChildFinder("Which child?", offersNew: false) }),
        .init(
          "A provider", choice: .list({ desk in providers(meeting, minutes, desk: desk) })),
        .init(
          "Another matter",
          choice: .screen { _ in matter(AgendaItem(meeting: meeting, kind: .other, title: "")) }),
      ])
  }

  private static func providers(
    _ meeting: Identifier<Meeting>, _ minutes: Int, desk: Desk
  ) -> ChooserScreen {
    let all = desk.reading { try desk.caseload.providers() }
    return ChooserScreen(
      title: "Which provider?",
      items: all.map {
        $0.map { provider in
          var item = AgendaItem(
            meeting: meeting, kind: .providerQuality, title: provider.value.name)
          item.provider = provider.id
          item.minutesAllotted = minutes
          let rating = desk.board.provider(provider.id)?.overall
          return .init(
            provider.value.name,
            notes: [
              Span(
                rating.map { "\($0.letter) \($0.title.lowercased())" } ?? "not rated",
                Style(rating.map(Shape.role) ?? .muted))
            ], choice: .answer(.panel(.taken([item]))))
        }
      } ?? [.unread])
  }

  /// The form of a matter that is about no child.
  private static func matter(_ item: AgendaItem) -> SheetScreen {
    SheetScreen(
      "Another matter", at: FormPlace(.matter, of: item.meeting.number),
      covering: .names(item.meeting), fields: fields(item),
      check: { values, _ in remarks(values) },
      save: { values, desk in
        guard let filled = filled(values, over: item) else {
          return .refused("Fill in what is marked first.")
        }
        let what = desk.isShared ? "The matter" : filled.title
        return .change(
          Change(cause: "add to an agenda", done: "\(what) is on the agenda.") { door in
            try door.put(filled)
          })
      })
  }

  /// The form of an item that is on the agenda.
  ///
  /// - Parameter since: The place in the journal at which the item was read.
  static func editing(_ item: Stored<AgendaItem>, since: Int64) -> SheetScreen {
    let isAboutChild = item.value.isAboutChild
    let fields = Self.fields(item.value).filter { !isAboutChild || $0.name == "minutes" }
    return SheetScreen(
      "Item: \(item.value.kind.title)",
      at: FormPlace(
        .item, of: item.value.meeting.number, "\(item.id.number)", about: item.value.title),
      covering: .names(item.value.meeting),
      fields: fields,
      check: { values, _ in remarks(values).filter { !isAboutChild || $0.key == "minutes" } },
      save: { values, desk in
        guard minutes(values) != nil else {
          return .refused("Give it from 0 to 600 minutes.")
        }
        let edits = SheetEdits(fields, values, today: desk.today)
        let edit = Edit.item(item, "change an item", done: "The item is changed.") { changed in
          edits.set(&changed.minutesAllotted, "minutes")
          if !isAboutChild { edits.set(&changed.title, "title") }
        }
        return .change(
          Change(edit, since: since, in: desk.caseload) { text, _, desk in
            desk.isShared ? desk.nameCover(of: item.value.meeting).covered(text) : text
          })
      })
  }

  private static func fields(_ item: AgendaItem) -> [SheetField] {
    [
      SheetField("title", "About", text: item.title, hint: "the heading in the minutes"),
      SheetField.number("minutes", "Minutes", text: "\(item.minutesAllotted)"),
    ]
  }

  private static func remarks(_ values: SheetValues) -> [String: FieldSheet.Remark] {
    var found: [String: FieldSheet.Remark] = [:]
    if values["title"].isEmpty { found["title"] = .problem("Say what it is about.") }
    if minutes(values) == nil { found["minutes"] = .problem("From 0 to 600 minutes.") }
    return found
  }

  private static func minutes(_ values: SheetValues) -> Int? {
    Int(values["minutes"]).flatMap { (0...600).contains($0) ? $0 : nil }
  }

  private static func filled(_ values: SheetValues, over item: AgendaItem) -> AgendaItem? {
    guard let minutes = minutes(values), !values["title"].isEmpty else { return nil }
    var filled = item
    filled.title = values["title"]
    filled.minutesAllotted = minutes
    return filled
  }

  /// What was left off for want of time, the clock that runs out first first.
  static func leftOff(
    _ missing: [AgendaItem], names: PanelNames, desk: Desk
  ) -> ChooserScreen {
    var names = names
    let all = NumberText.count(missing.count, "item")
    var items = [
      ChooserScreen.Item(
        missing.count == 1 ? "The one that was left off" : "All \(all)",
        choice: .answer(.panel(.taken(missing))))
    ]
    // Of more than anybody reads the first few hundred are listed; the rest is counted above.
    for item in missing.prefix(300) {
      let clock = item.dueOn.map { due in
        "\(item.clock.map { Wording.short($0, desk.sharedView) } ?? "due") \(due.medium)"
      }
      items.append(
        ChooserScreen.Item(
          names.about(item, desk),
          notes: [
            Span(item.kind.shortTitle, Style(.muted)), Span(clock ?? "", Style(.dueSoon)),
          ], about: item.kind.title, choice: .answer(.panel(.taken([item])))))
    }
    return ChooserScreen(
      title: "Left off for want of time: \(all)", items: items, selected: min(1, items.count - 1),
      hint: "Type a name, a kind or a reference", heads: ["", "First clock"]
    ).findingNames
  }
}
