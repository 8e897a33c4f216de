import AlternativeProvision
import CaseStore
import TerminalUI

extension ChooserScreen {
  /// The columns by which a pane can be sorted.
  static func sorting(
    _ pane: PaneKind, tables: BoardTables, then: Bool = false, key: String
  ) -> ChooserScreen {
    let choices = tables.choices(of: pane)
    let items = choices.map { choice in
      Item(
        choice.name, notes: [Span(choice.order ?? "", Style(.notice))],
        // What stands over the column finds it too.
        about: choice.heading, choice: .answer(.sort(choice.column, then: then)))
    }
    return ChooserScreen(
      title: "Sort \(Wording.title(of: pane).lowercased()) \(then ? "then by" : "by")",
      items: items,
      selected: choices.firstIndex { $0.order != nil } ?? 0,
      hint: then
        ? "The same column reverses; \(key) begins anew" : "The same column again reverses")
  }

  /// What the panes can be narrowed to.
  static func narrowing(desk: Desk) -> ChooserScreen {
    ChooserScreen(
      title: "Narrow every pane to",
      items: [
        Item("A figure of the first line", choice: .list(figures)),
        Item("A provider", choice: .list(providers)),
        Item("An officer", choice: .list(officers)),
        Item("A school", choice: .list(schools)),
        Item("A rating of the provider", choice: .list(ratings)),
        Item("How pressing it is", choice: .list(groups)),
      ] + (desk.sharedView.covers(.route) ? [] : [Item("A route", choice: .list(routes))]))
  }

  /// The figures of the headline, each of which opens to the cases that it counts.
  @Sendable static func figures(_ desk: Desk) -> ChooserScreen {
    steps(
      "Open a figure of the first line",
      HeadlineBar(of: desk).steps.map { ($0.step, $0.step.title, count: $0.count) },
      isPlain: true)
  }

  private static func steps(
    _ title: String, _ steps: [(NarrowingStep, String, count: Int?)], isPlain: Bool = false
  ) -> ChooserScreen {
    self.steps(
      title, titles: steps.map { $0.1 }, counts: steps.map { $0.count }, isPlain: isPlain
    ) { steps[$0].0 }
  }

  /// - Parameter step: What the line at a place narrows to, made when it is wanted.
  private static func steps(
    _ title: String, titles: [String], counts: [Int?], isPlain: Bool = false,
    step: @escaping (Int) -> NarrowingStep
  ) -> ChooserScreen {
    func note(_ count: Int?) -> String {
      count.map { isPlain ? NumberText.grouped($0) : NumberText.count($0, "case") } ?? ""
    }
    // One case takes a letter less, but is not the longest note where there are more.
    let longest = counts.lazy.compactMap { $0 }.max()
    return ChooserScreen(
      titled: { _ in title },
      lines: ChooserLines(
        titles: titles,
        noteWidths: [max(TextWidth.of(note(longest)), TextWidth.of(note(longest.map { _ in 0 })))]
      ) { place in
        Item(
          titles[place], notes: [Span(note(counts[place]), Style(.muted))],
          choice: .answer(.narrow(step(place))))
      })
  }

  @Sendable private static func officers(_ desk: Desk) -> ChooserScreen {
    let officers = desk.board.officers()
    return steps(
      "Narrow to the officer", titles: officers.map { $0.name.isEmpty ? "Unassigned" : $0.name },
      counts: officers.map(\.cases)
    ) { .officer(officers[$0].name) }
  }

  @Sendable private static func schools(_ desk: Desk) -> ChooserScreen {
    let schools = desk.board.schools()
    return steps(
      "Narrow to the school", titles: schools.map(\.name), counts: schools.map(\.cases)
    ) { .school(schools[$0].id, schools[$0].name) }
  }

  @Sendable private static func providers(_ desk: Desk) -> ChooserScreen {
    let providers = desk.board.providerChoices()
    return steps(
      "Narrow to the provider", titles: providers.map(\.name), counts: providers.map(\.pupilsNow)
    ) { .provider(providers[$0].id, providers[$0].name) }
  }

  @Sendable private static func ratings(_ desk: Desk) -> ChooserScreen {
    steps(
      "Narrow to providers rated", Rating.allCases.map { (.rating($0), $0.title, count: nil) })
  }

  @Sendable private static func groups(_ desk: Desk) -> ChooserScreen {
    let counts = desk.board.cases.counts()
    var found: [(NarrowingStep, String, count: Int?)] = StateGroup.allCases.map {
      (.group($0), $0.title, count: counts[$0] ?? 0)
    }
    let missed = NarrowingStep.figure(.missed)
    found.append((missed, missed.title, count: desk.board.cases.count(of: .missed)))
    return steps("Narrow to what is", found)
  }

  @Sendable private static func routes(_ desk: Desk) -> ChooserScreen {
    steps("Narrow to the route", CaseRoute.allCases.map { (.route($0), $0.title, count: nil) })
  }
}
