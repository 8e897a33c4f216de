import Interchange
import Testing

@testable import sixthday

@Suite("A list on a narrow terminal")
struct NarrowTableTests {
  private let row: [TableCell] = [
    .text("AP-2026-1156"), .text("SLATER-ORMEROD, Lewis"), .text("10"),
    .text("Goslinghurst Special School"), .text("PEX"), .text("Skye Crompton"), .none,
    .integer(38), .text("Past day six"), .text("Sixth day, permanent exclusion"), .none,
    .text("Northmere Hospital and Home Education Service"), .none, .none, .decimal(736, places: 1),
  ]

  @Test("at eighty columns a child's name, the day, the state and the deadline can be read")
  func eightyColumns() {
    var table = Table(columns: CaseListing.columns, rows: [row])
    let leftOut = table.leaveOutColumns(within: 80)
    #expect(
      table.columns.map(\.name) == [
        "reference", "name", "school_day", "state", "next_clock", "due",
      ])
    #expect(leftOut.count == 9)
    #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    let lines = table.written(as: .table, width: 80).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(lines[2].contains("SLATER-ORMERO"))
  }

  @Test("at eighty columns a provider's name and its attendance can be read")
  func providers() {
    var attendance = Table(
      columns: ProviderListing.attendance.columns,
      rows: [
        [
          .text("P25"), .text("Beacon Street Girls’ Project"), .integer(2),
          .decimal(779, places: 1), .decimal(755, places: 1), .integer(1),
          .text("68 75 60 70 – 91 66 91"),
        ]
      ])
    #expect(
      attendance.leaveOutColumns(within: 80) == ["persistently absent", "year to date %"])
    #expect(attendance.written(as: .table, width: 80).contains("Beacon Street"))
  }

  @Test("a wide terminal and a pipe show every column")
  func wide() {
    var table = Table(columns: CaseListing.columns, rows: [row])
    #expect(table.leaveOutColumns(within: 220).isEmpty)
    #expect(table.leaveOutColumns(within: nil).isEmpty)
    #expect(table.columns == CaseListing.columns)
  }
}
