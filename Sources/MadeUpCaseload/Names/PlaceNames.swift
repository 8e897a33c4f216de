/// Names of authorities, towns, schools and streets that are on no map of England.
struct PlaceNames {
  /// The authority's name.
  let authority: String
  /// Its towns, the largest first.
  let towns: [String]
  /// Its postcode area: two letters that the Post Office has given to nobody.
  let postcodeArea: String

  private static let heads = PeopleNames.words(
    """
    North Ash Brack Fell Harrow Salter Thorn Wither Quarry Ember Larch Otter Kestrel Marl Heron \
    Copper Tern Bramble Hazel Gorse Linnet Silver Curlew Sorrel Wren Alder Fen Moss Rush Sedge
    """)
  private static let tails = PeopleNames.words(
    """
    mere dale water wick beck sea holt combe dene hythe garth scar shaw clough fold stead croft \
    marsh haven thwaite
    """)
  private static let firstTowns = PeopleNames.words(
    "Northmere Ashdale Brackwater Fellwick Harrowbeck Saltersea Thornholt Withercombe Quarrydene")

  /// The places of the authority with that position in the caseload.
  init(authority index: Int, _ dice: inout Dice) {
    if index == 0 {
      authority = "Northmere"
      towns = PlaceNames.firstTowns
    } else {
      // Thirty heads by twenty tails give every one of 153 authorities a name of its own.
      let head = PlaceNames.heads[index % PlaceNames.heads.count]
      let tail = PlaceNames.tails[(index / PlaceNames.heads.count + index * 7) % 20]
      authority = head + tail
      var others: [String] = [head + tail]
      while others.count < 8 {
        let town = dice.pick(PlaceNames.heads) + dice.pick(PlaceNames.tails)
        if !others.contains(town) { others.append(town) }
      }
      towns = others
    }
    // No postcode area begins with Q, V or X, nor is any called NM.
    let letters = Array("ABCDEFGHJKLMNPQRSTUWXYZ")
    postcodeArea =
      index == 0 ? "NM" : ["Q", "V", "X"][index / 23 % 3] + String(letters[index % 23])
  }

  /// One of the towns, the larger the likelier.
  func town(_ dice: inout Dice) -> String {
    towns[min(dice.below(towns.count), dice.below(towns.count))]
  }

  func postcode(in town: String, _ dice: inout Dice) -> String {
    let letters = Array("ABDEFGHJLNPQRSTUWXYZ")
    let district = (towns.firstIndex(of: town) ?? 0) * 2 + dice.number(1, 2)
    let unit = String([letters[dice.below(letters.count)], letters[dice.below(letters.count)]])
    return "\(postcodeArea)\(district) \(dice.number(1, 9))\(unit)"
  }

  /// A home address on one line.
  func address(in town: String, _ dice: inout Dice) -> String {
    let flat = dice.chance(0.15) ? "Flat \(dice.number(1, 24)), " : ""
    return "\(flat)\(dice.number(1, 180)) \(dice.pick(PlaceNames.streets)), \(town)"
  }

  private static let streets = [
    "Mill Lane", "Kiln Street", "Victoria Terrace", "Albert Road", "Canal Row", "Weaver’s Fold",
    "Orchard Close", "Beech Avenue", "Chapel Brow", "Spinners’ Way", "Cobden Street", "Larkhill",
    "Station Approach", "Tanyard Lane", "Ropewalk", "Coronation Drive", "St Osmey’s Road",
    "Furnace Hill", "Goosegreen", "Marlpit Lane", "Bobbin Court", "Lower Moss Lane",
    "Hawthorn Rise",
  ]

  private static let features = PeopleNames.words(
    """
    Larkfold Heronmoss Copperbeech Silverdale-Rise Thistlecroft Brambleshaw Kestrelhey Otterclough \
    Marlstead Fernhythe Hazelgarth Aldercombe Quarrybank Lanternhill Weaverscroft Tannersfold \
    Salternside Goslinghurst Wrenthwaite Ploverfield Curlewmoor Mossgate Emberleigh Linnetwood \
    Sorrelbank Ashendene Rookhurst Millrace Kilnfield Ropewalk Cobblehey Tithebarn Furnacebrook \
    Skylarks Sandgrove Peatfield Gorsehill Hollowmere Swanscar Dovecombe
    """)
  private static let saints = [
    "St Osmey’s", "St Tirian’s", "St Evelwyn’s", "St Brandolf’s", "St Aldwyth’s", "Holy Lantern",
    "Our Lady of the Ford", "St Merryn & St Oda", "St Corwen’s", "St Perpetua-by-the-Wall",
  ]

  /// A school's name: the `number`th of its kind in the authority, so that none comes twice.
  func school(number: Int, endings: [String], faith: String?, _ dice: inout Dice) -> String {
    let place = number / PlaceNames.features.count
    let townName = towns[place % towns.count]
    if let faith, number % 4 == 3 {
      let saint = PlaceNames.saints[(number / 4) % PlaceNames.saints.count]
      let suffix = number / 4 >= PlaceNames.saints.count ? ", \(towns[number % towns.count])" : ""
      return "\(saint) \(faith)\(suffix)"
    }
    let feature = PlaceNames.features[(number * 7 + place) % PlaceNames.features.count]
    let ending = dice.pick(endings)
    return place == 0 ? "\(feature) \(ending)" : "\(townName) \(feature) \(ending)"
  }
}

/// Keeps names apart, as people do: by the town, and where that is not enough by a number.
struct DistinctNames {
  private let towns: [String]
  private var taken: Set<String> = []

  init(towns: [String]) {
    self.towns = towns
  }

  /// The name, or the name with something more where it was given out before.
  mutating func distinct(_ name: String) -> String {
    let more = towns.map { ", \($0)" } + (2...99).map { " \($0)" }
    for ending in [""] + more where taken.insert(name + ending).inserted { return name + ending }
    return name
  }
}
