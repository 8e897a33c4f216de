import AlternativeProvision

/// Names of providers that do not exist, as providers like to be called.
enum ProviderNames {
  /// The `number`th name of a kind in an authority; past the list it begins again.
  static func name(of kind: ProviderKind, number: Int, places: PlaceNames) -> String {
    let list = names(of: kind)
    return list[number % list.count].split(separator: "@", omittingEmptySubsequences: false)
      .joined(separator: places.authority)
  }

  private static func names(of kind: ProviderKind) -> [String] {
    switch kind {
    case .pupilReferralUnit:
      ["Lantern Row Pupil Referral Unit", "@ Key Stage 3 Centre", "Stepping Stones @ PRU"]
    case .alternativeProvisionAcademy:
      ["Second Wind AP Academy", "The Ropewalk AP Free School", "Kilnside Academy"]
    case .hospitalSchool: ["@ Hospital and Home Education Service"]
    case .independentSchool:
      [
        "Hollowmere Therapeutic School", "Swanscar House", "Tithebarn School",
        "The Oda Wing School",
        "Larchfield Bridge School", "Peatfield Independent School", "Cobblehey Manor School",
      ]
    case .mainstreamSchool:
      [
        "Copperbeech Inclusion Hub", "Rookhurst Resource Base", "Sandgrove Bridge Centre",
        "Millrace Learning Base", "Linnetwood Internal AP", "Heronmoss Nurture Base",
      ]
    case .furtherEducationCollege:
      ["@ College 14–16", "Saltersea College of Craft", "Brackwater Tertiary College"]
    case .nonSchool:
      [
        "Anvil & Hedgerow", "The Skills Barn", "Gantry Works Motor Project", "Tern Island Farm",
        "Copper Kettle Kitchen", "Loudmouth Music Project", "Nine Acre Forest School",
        "The Boatshed", "Ringside Futures", "Paddock Lane Equine", "Clay & Co. Studio",
        "Off the Rails Bike Workshop", "Spinning Yarn Arts", "Harbour Steps", "Goal Line Academy",
        "Trowel Trades", "The Allotment Project", "Nightjar Media", "Wildwater Outdoor",
        "Safe Ground", "Beacon Street Girls’ Project", "Signal Box Youth", "Beehive Care Farm",
        "Unit 7 Construction", "Kintsugi Mentoring", "The Wright Stuff Joinery",
      ]
    case .oneToOneTuition:
      [
        "Inkwell Tuition", "Quiet Corner Tutors", "Fifth Period Tuition", "Homeroom Tutors",
        "Marginalia Learning", "Doorstep Tutors", "Pencil & Pause", "Compass Rose Tuition",
      ]
    case .onlineTuition: ["Brightscreen Online School", "Classroom in the Cloud", "Lumen Virtual"]
    case .workBased:
      ["Hairpin Salon Training", "Greaselight Garage", "First Fix Electrical", "Sawdust & Sons"]
    }
  }
}
