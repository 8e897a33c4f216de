import AlternativeProvision

extension School: Recorded {
  static let table = Table(
    kind: .school, name: "school",
    columns: [
      .init("urn"), .init("authority"), .init("establishment_number"), .init("ukprn"),
      .init("name"), .init("kind"), .init("type_name"), .init("phase"), .init("is_open"),
      .init("closed_on"), .init("town"), .init("postcode"),
    ],
    key: ["urn"], touches: [.school])

  func write(_ cells: inout CellWriter) {
    cells.add(urn)
    cells.add(authority)
    cells.add(establishmentNumber)
    cells.add(ukprn)
    cells.add(name)
    cells.add(named: kind)
    cells.add(typeName)
    cells.add(named: phase)
    cells.add(isOpen)
    cells.add(closedOn)
    cells.add(town)
    cells.add(postcode)
  }

  init(_ reader: inout CellReader) throws(StoreError) {
    let urn = reader.int()
    let authority = reader.int()
    let establishmentNumber = reader.intOrNil()
    let ukprn = reader.intOrNil()
    self.init(urn: urn, authority: authority, name: reader.text())
    self.establishmentNumber = establishmentNumber
    self.ukprn = ukprn
    kind = try reader.named()
    typeName = reader.text()
    phase = try reader.named()
    isOpen = reader.bool()
    closedOn = reader.dayOrNil()
    town = reader.textOrNil()
    postcode = reader.textOrNil()
  }
}
