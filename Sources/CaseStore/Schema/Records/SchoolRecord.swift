import AlternativeProvision

extension School: Readable {
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

  func validate(on day: Day) throws(StoreError) {
    guard urn > 0, (1...999).contains(authority), !name.allSatisfy(\.isWhitespace) else {
      throw .refused(
        .school, "it lacks its URN, its name or its authority's three-digit number",
        toDo: "give it all three")
    }
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
