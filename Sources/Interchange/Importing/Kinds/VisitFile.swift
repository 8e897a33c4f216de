import AlternativeProvision
import CaseStore

/// Quality visits to providers, with a rating for each standard seen.
struct VisitFile: RecordFile {
  var list = ColumnList()
  private let provider: Column<String>
  private let visitedOn: Column<Day>
  private let visitor: Column<String>
  private let standards: [(standard: QualityStandard, column: Column<Rating>)]
  private let overall: Column<Rating>
  private let nextVisitOn: Column<Day>
  private let actions: Column<String>

  init() {
    provider = list.required(
      "provider", also: OnFile.providerAliases, .text("the provider's reference", limit: 60),
      example: "PROV-EXAMPLE")
    visitedOn = list.required(
      "visited_on", also: ["visit_date", "date_of_visit", "date"], .day("when"),
      example: "2026-10-06")
    visitor = list.optional(
      "visitor", also: ["visited_by", "officer"], .text("who visited", limit: 100),
      example: "Jo Invented")
    standards = [
      (
        .safeguarding,
        list.optional(
          "safeguarding", also: ["safeguarding_and_welfare"],
          .rating("the rating of safeguarding and welfare"), example: "G")
      ),
      (
        .healthAndSafety,
        list.optional(
          "health_and_safety", also: ["h_and_s", "hs"], .rating("the rating of health and safety"),
          example: "G")
      ),
      (
        .admissionsAndSupport,
        list.optional(
          "admissions_and_support", also: ["admissions_support_and_guidance"],
          .rating("the rating of admissions, support and guidance"), example: "A")
      ),
      (
        .qualityOfEducation,
        list.optional(
          "quality_of_education", also: ["education"],
          .rating("the rating of the quality of education"), example: "G")
      ),
    ]
    overall = list.required(
      "overall", also: ["overall_rating", "rag", "rating"],
      .rating("the rating of the provider as a whole"), example: "A")
    nextVisitOn = list.optional(
      "next_visit_on", also: ["next_visit", "next_due"],
      .day("when the next visit was agreed to be"), example: "2027-10-05")
    actions = list.optional(
      "actions", also: ["recommendations"],
      .prose("what must be done, by whom and when", limit: 4000),
      example: "Induction timetable to be sent by half term")
  }

  func record(
    from row: inout Row, known: OnFile
  ) throws(StoreError) -> KeyedRecord<QualityVisit>? {
    let providerKey = row.required(provider)
    let visited = row.required(visitedOn)
    let overall = row.required(overall)
    let providerID = try providerKey.flatMap { (key) throws(StoreError) in
      try known.providerID(key, column: provider, in: &row)
    }
    if let visited, visited > known.today {
      row.problem(
        visitedOn, "a visit cannot have been made after today, \(known.today.medium)")
    }
    var visit = QualityVisit(
      provider: providerID ?? Identifier(0), visitedOn: visited ?? known.today, ratings: [:],
      overall: overall ?? .amber)
    if let providerID, let visited, let onFile = try known.visit(providerID, visited) {
      visit = onFile.value
    }
    visit.overall = overall ?? visit.overall
    row.update(visitor, &visit.visitor)
    for (standard, column) in standards where row.has(column) {
      visit.ratings[standard] = row.value(column)
    }
    row.update(nextVisitOn, &visit.nextVisitOn)
    row.update(actions, &visit.actions)
    if visited != nil, overall != nil {
      for problem in visit.problems() {
        switch problem {
        case .betterThanRed: row.note(self.overall, problem.description)
        case .dates(let order): row.note(order, among: [nextVisitOn])
        }
      }
    }
    guard let providerID, let visited, overall != nil else { return nil }
    return KeyedRecord(String(providerID.number), visited.iso, record: visit)
  }

  func put(
    _ record: QualityVisit, through door: inout Door
  ) throws(StoreError) -> PutResult<QualityVisit> {
    try door.put(record)
  }
}
