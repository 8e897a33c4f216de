import Testing

@testable import TerminalUI

@Suite("The columns of a table")
struct ColumnTests {
  static let columns = [
    ColumnShape(id: "name", title: "Name", width: 10, spread: 10, importance: 100),
    ColumnShape(id: "due", title: "Due", width: 6, importance: 90),
    ColumnShape(
      id: "safe", title: "Sa", longTitle: "Safeguarding", width: 2, importance: 80,
      alignment: .trailing),
    ColumnShape(id: "school", title: "School", width: 8, spread: 20, importance: 50),
  ]

  private func shown(
    _ width: Int, _ choice: ColumnChoice = ColumnChoice(), needs: [Int?] = []
  ) -> [String] {
    ColumnPlan(Self.columns, choice: choice, needs: needs, width: width).places
      .map { "\(Self.columns[$0.column].id) \($0.width)" }
  }

  @Test("columns of least importance give way first")
  func importance() {
    #expect(shown(29) == ["name 10", "due 6", "safe 2", "school 8"])
    #expect(shown(28) == ["name 18", "due 6", "safe 2"])
    #expect(shown(19) == ["name 12", "due 6"])
    // What tells most does not give way to what happens to be narrow.
    #expect(shown(16) == ["name 16"])
    #expect(shown(5) == ["safe 2"])
    #expect(shown(1) == [])
    #expect(ColumnPlan(Self.columns, width: 19).hiddenCount == 2)
  }

  @Test("what is left goes where rows need it, then where it could be used, then to the heads")
  func needs() {
    #expect(shown(44, needs: [12, nil, nil, 40]) == ["name 12", "due 6", "safe 2", "school 21"])
    #expect(shown(44) == ["name 15", "due 6", "safe 2", "school 18"])
    // A need may be more than what was thought useful.
    #expect(shown(80, needs: [45, nil, nil, 9]) == ["name 45", "due 6", "safe 2", "school 24"])
    #expect(shown(90) == ["name 20", "due 6", "safe 13", "school 28"])
  }

  @Test("a person hides columns, orders them, and makes them wider")
  func chosen() {
    let choice = ColumnChoice("school name:8 -due")
    #expect(shown(60, choice) == ["school 28", "name 8", "safe 13"])
    #expect(choice.text == "school name:8 -due")
    #expect(ColumnChoice("+school").wanted == ["school"])
    #expect(shown(20, ColumnChoice("+school")) == ["school 8", "name 11"])
  }

  @Test("what no choice is, is left out of one", arguments: ["", "-", "+ :", ":4", "name name:3"])
  func badChoice(_ text: String) {
    let choice = ColumnChoice(text)
    #expect(choice.widths.isEmpty)
    #expect(shown(29, choice).count == 4)
    #expect(ColumnChoice(choice.text) == choice)
  }

  @Test("columns are moved, hidden and shown again one by one, and the last one stays")
  func edited() {
    var choice = ColumnChoice()
    choice.move("school", by: -3, among: Self.columns)
    #expect(shown(29, choice).first == "school 8")
    choice.move("school", by: 99, among: Self.columns)
    #expect(shown(29, choice).last == "school 8")
    for column in Self.columns { choice.toggle(column.id, among: Self.columns, shown: true) }
    #expect(choice.positions(of: Self.columns).count == 1)
    choice.toggle("due", among: Self.columns, shown: false)
    #expect(!choice.hidden.contains("due"))
    choice.widen("due", by: 3, from: 6, among: Self.columns)
    #expect(choice.widths["due"] == 9)
    choice.widen("due", by: -300, from: 9, among: Self.columns)
    #expect(choice.widths["due"] == 1)
    #expect(ColumnChoice(choice.text) == choice)
  }

  @Test("the first column stays while the others are scrolled")
  func frozen() {
    var choice = ColumnChoice()
    choice.skipped = 2
    #expect(shown(19, choice) == ["name 10", "school 8"])
    choice.skipped = 9
    #expect(shown(19, choice) == ["name 19"])
  }

  @Test("a sign before the first column stays too, and scrolled columns come in their order")
  func frozenSign() {
    let sign = ColumnShape(id: "sign", title: "", width: 1, importance: 10)
    let columns = [sign] + Self.columns
    var choice = ColumnChoice()
    choice.skipped = 1
    let plan = ColumnPlan(columns, choice: choice, width: 16)
    #expect(plan.places.map(\.column) == [0, 1, 3])
    #expect(plan.hasMore && plan.frozenCount == 2)
    // School would fit where Safeguarding is left out, but then that could never be seen.
    choice.skipped = 2
    #expect(ColumnPlan(columns, choice: choice, width: 24).places.map(\.column) == [0, 1, 4])
  }

  @Test("what a row is of has the room that it needs before any other column has")
  func firstNeeds() {
    #expect(shown(34, needs: [16, nil, nil, 40]) == ["name 20", "due 6", "safe 2"])
    #expect(shown(35, needs: [16, nil, nil, 40]) == ["name 16", "due 6", "safe 2", "school 8"])
    #expect(shown(40, needs: [16, nil, nil, 40]) == ["name 16", "due 6", "safe 2", "school 13"])
  }

  @Test("a plan never asks for more than the width")
  func fits() {
    for width in 0...100 {
      for needs in [[], [50, 50, 50, 50], [nil, 3, nil, 90]] as [[Int?]] {
        let plan = ColumnPlan(Self.columns, needs: needs, width: width)
        #expect(plan.places.allSatisfy { $0.x + $0.width <= max(0, width) })
        for (one, next) in zip(plan.places, plan.places.dropFirst()) {
          #expect(one.x + one.width < next.x)
        }
      }
    }
  }

  @Test("heads tell by what a table is sorted first, and by what then")
  func sorted() {
    var surface = Surface(width: 29, height: 2)
    let plan = ColumnPlan(Self.columns, width: 29)
    TableHead.draw(
      on: &surface, in: surface.bounds.row(0), Self.columns, plan,
      sorted: [SortedColumn(1, isAscending: false), SortedColumn(2, isAscending: true, rank: 1)])
    #expect(surface.line(0) == "Name       Due▾  ▵Sa School")
    TableHead.drawTotals(
      on: &surface, in: surface.bounds.row(1), Self.columns, plan, ["due": "17", "safe": "4"])
    #expect(surface.line(1) == "Total      17      4")
  }
}

@Suite("Rows that are marked")
struct MarkedRowTests {
  @Test("one, a range, and all that a filter leaves")
  func marking() {
    let list: [Int64] = [5, 3, 8, 1, 9]
    var marks = MarkedRows()
    marks.toggle(3)
    marks.extend(to: 1, in: list)
    #expect(marks.identities == [3, 8, 1])
    marks.extend(to: 5, in: list)
    #expect(marks.identities == [5, 3, 8, 1])
    marks.toggle(8)
    #expect(!marks.contains(8))
    marks.mark(list)
    #expect(marks.count == 5)
    marks.clear()
    #expect(marks.isEmpty)
  }

  @Test("marks go with their rows, and a range whose beginning is gone begins anew")
  func kept() {
    var marks = MarkedRows()
    marks.toggle(3)
    marks.toggle(8)
    marks.keep { $0 == 3 }
    #expect(marks.identities == [3])
    marks.extend(to: 9, in: [3, 4, 9])
    #expect(marks.identities == [3, 9])
    marks.extend(to: 3, in: [3, 4, 9])
    #expect(marks.identities == [3, 4, 9])
  }
}
