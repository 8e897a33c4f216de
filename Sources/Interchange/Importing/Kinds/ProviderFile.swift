import AlternativeProvision
import CaseStore

/// Providers of alternative provision, registered or not.
struct ProviderFile: RecordFile {
  var list = ColumnList()
  private let reference: Column<String>
  private let name: Column<String>
  private let kind: Column<ProviderKind>
  private let urn: Column<Int>
  private let ukprn: Column<Int>
  private let isInDirectory: Column<Bool>
  private let places: Column<Int>
  private let lowestAge: Column<Int>
  private let highestAge: Column<Int>
  private let needsMet: Column<[String]>
  private let weeklyCost: Column<Int>
  private let town: Column<String>
  private let postcode: Column<String>

  init() {
    reference = list.required(
      "provider", also: ["provider_reference", "provider_ref", "provider_id", "reference"],
      .text("the team's own reference for the provider", limit: 60), example: "PROV-EXAMPLE")
    name = list.required(
      "name", also: ["provider_name", "setting_name", "institution"],
      .text("the provider's name", limit: 200), example: "Invented Workshops")
    kind = list.required(
      "kind", also: ["provider_type", "setting_type", "type"],
      .choice(ProviderKind.self, "what sort of provider it is"), example: "Non-school provider")
    urn = list.optional(
      "urn", .number(digits: 6, "the unique reference number, where it is a school"))
    ukprn = list.optional(
      "ukprn", .whole(10_000_000...99_999_999, "the UK provider reference number, eight digits"))
    isInDirectory = list.optional(
      "in_directory", also: ["approved", "directory"],
      .flag("whether due diligence is done and it stands in the directory"), example: "yes")
    places = list.optional(
      "places", also: ["capacity"], .whole(0...5000, "how many pupils it takes at once"),
      example: "24")
    lowestAge = list.optional(
      "lowest_age", also: ["age_from", "statutory_low_age"],
      .whole(2...25, "the youngest age taken"), example: "11")
    highestAge = list.optional(
      "highest_age", also: ["age_to", "statutory_high_age"],
      .whole(2...25, "the oldest age taken"), example: "16")
    needsMet = list.optional(
      "needs_met", also: ["sen_needs", "needs"],
      .codes(Codes.needs, "SEN needs that it is set up to meet"), example: "SEMH ASD")
    weeklyCost = list.optional(
      "weekly_cost", also: ["cost_per_week"], .pounds("what a full-time week costs"),
      example: "425.00")
    town = list.optional("town", .text("the town", limit: 100), example: "Invented-on-Sea")
    postcode = list.optional("postcode", .postcode, example: "ZZ1 2ZZ")
  }

  func record(
    from row: inout Row, known: OnFile
  ) throws(StoreError) -> KeyedRecord<Provider>? {
    let reference = row.required(reference)
    let name = row.required(name)
    let kind = row.required(kind)
    var provider = Provider(reference: "", name: "", kind: .nonSchool)
    if let reference, let onFile = try known.provider(reference) { provider = onFile.value }
    row.update(urn, &provider.urn)
    row.update(ukprn, &provider.ukprn)
    row.update(isInDirectory, &provider.isInDirectory, blank: false)
    row.update(places, &provider.places)
    row.update(lowestAge, &provider.lowestAge)
    row.update(highestAge, &provider.highestAge)
    row.update(needsMet, &provider.needsMet, blank: [])
    row.update(weeklyCost, &provider.weeklyCost)
    row.update(town, &provider.town)
    row.update(postcode, &provider.postcode)
    guard let reference, let name, let kind else { return nil }
    provider.reference = reference
    provider.name = name
    provider.kind = kind
    for problem in provider.problems() {
      switch problem {
      case .referenceMissing: row.note(self.reference, problem.description)
      case .nameMissing: row.note(self.name, problem.description)
      case .agesTurnedRound: row.note(highestAge, problem.description)
      case .negativePlaces: row.note(places, problem.description)
      case .negativeCost: row.note(weeklyCost, problem.description)
      case .need(_, let cause): row.note(needsMet, cause.description)
      }
    }
    return KeyedRecord(reference, record: provider)
  }

  func put(
    _ record: Provider, through door: inout Door
  ) throws(StoreError) -> PutResult<Provider> {
    try door.put(record)
  }
}
