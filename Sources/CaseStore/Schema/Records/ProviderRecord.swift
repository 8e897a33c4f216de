import AlternativeProvision

extension Provider: Readable {
  static let table = Table(
    kind: .provider, name: "provider",
    columns: [
      .init("reference"), .init("name"), .init("kind"), .init("urn"), .init("ukprn"),
      .init("is_in_directory"), .init("places"), .init("lowest_age"), .init("highest_age"),
      .init("needs_met"), .init("weekly_cost"), .init("town"), .init("postcode"),
    ],
    key: ["reference"], touches: [.provider(nil)])

  func write(_ cells: inout CellWriter) {
    cells.add(reference)
    cells.add(name)
    cells.add(named: kind)
    cells.add(urn)
    cells.add(ukprn)
    cells.add(isInDirectory)
    cells.add(places)
    cells.add(lowestAge)
    cells.add(highestAge)
    cells.add(list: needsMet)
    cells.add(weeklyCost)
    cells.add(town)
    cells.add(postcode)
  }

  func validate(on day: Day) throws(StoreError) {
    guard !reference.allSatisfy(\.isWhitespace), !name.allSatisfy(\.isWhitespace) else {
      throw .refused(.provider, "it lacks its reference or its name", toDo: "give it both")
    }
    if let lowestAge, let highestAge, lowestAge > highestAge {
      throw .refused(
        .provider, "its lowest age, \(lowestAge), is above its highest, \(highestAge)",
        toDo: "change one of the two")
    }
    guard places ?? 0 >= 0, weeklyCost ?? 0 >= 0 else {
      throw .refused(.provider, "its places or its cost are below 0", toDo: "correct them")
    }
  }

  init(_ reader: inout CellReader) throws(StoreError) {
    let reference = reader.text()
    let name = reader.text()
    self.init(reference: reference, name: name, kind: try reader.named())
    urn = reader.intOrNil()
    ukprn = reader.intOrNil()
    isInDirectory = reader.bool()
    places = reader.intOrNil()
    lowestAge = reader.intOrNil()
    highestAge = reader.intOrNil()
    needsMet = reader.list()
    weeklyCost = reader.intOrNil()
    town = reader.textOrNil()
    postcode = reader.textOrNil()
  }
}

extension QualityVisit: Readable {
  static let table = Table(
    kind: .qualityVisit, name: "quality_visit",
    columns: [
      .init("provider_id", refers: .provider), .init("visited_on"), .init("visitor"),
      .init("safeguarding"), .init("health_and_safety"), .init("admissions_and_support"),
      .init("quality_of_education"), .init("overall"), .init("next_visit_on"), .init("actions"),
    ],
    key: ["provider_id", "visited_on"], touches: [.provider("provider_id")])

  func write(_ cells: inout CellWriter) {
    cells.add(provider)
    cells.add(visitedOn)
    cells.add(visitor)
    for standard in QualityStandard.allCases { cells.add(ratings[standard]?.rawValue) }
    cells.add(overall.rawValue)
    cells.add(nextVisitOn)
    cells.add(actions)
  }

  func validate(on day: Day) throws(StoreError) {
    try refuse(.qualityVisit, problems())
  }

  init(_ reader: inout CellReader) throws(StoreError) {
    let provider: Identifier<Provider> = reader.id()
    let visitedOn = reader.day()
    let visitor = reader.textOrNil()
    var ratings: [QualityStandard: Rating] = [:]
    for standard in QualityStandard.allCases {
      ratings[standard] = reader.intOrNil().flatMap(Rating.init)
    }
    // A rating that is none of the three is read as the worst, so that nobody is reassured by it.
    let overall = Rating(rawValue: reader.int()) ?? .red
    self.init(provider: provider, visitedOn: visitedOn, ratings: ratings, overall: overall)
    self.visitor = visitor
    nextVisitOn = reader.dayOrNil()
    actions = reader.textOrNil()
  }
}
