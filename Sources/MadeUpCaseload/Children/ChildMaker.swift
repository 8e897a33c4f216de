import AlternativeProvision

extension AuthorityStory {
  /// The years in which children come to the team by a route, as weights from Reception to Year 11.
  private static func yearWeights(_ route: CaseRoute) -> [Double] {
    switch route {
    case .permanentExclusion, .longSuspension, .managedMove, .offSiteDirection:
      [0, 0.4, 0.6, 0.8, 1.2, 1.6, 2, 7, 13, 17, 15, 8]
    case .outreach: [2, 4, 5, 5, 5, 5, 4, 5, 5, 4, 2, 1]
    case .educationOtherwiseThanAtSchool: [0.5, 1, 2, 2, 3, 4, 5, 7, 9, 11, 12, 12]
    default: [0.3, 0.6, 1, 1.5, 2, 3, 4, 7, 9, 12, 13, 11]
    }
  }

  /// A child who might come to the team by that route, on the roll of a school for the child's age.
  mutating func makeChild(_ route: CaseRoute) -> ChildDraft {
    let isGirl = dice.chance(
      route == .permanentExclusion || route == .longSuspension || route == .offSiteDirection
        ? 0.3 : route == .emotionallyBasedAbsence ? 0.58 : 0.46)
    let person = PeopleNames.child(isGirl: isGirl, &dice)
    let year = dice.weighted(AuthorityStory.yearWeights(route))
    let began = SchoolDays.yearBegan(days.today)
    let first = Day(year: began - 5 - year, month: 9, day: 1) ?? days.today
    var pupil = Pupil(
      reference: nextPupilReference(), surname: person.surname, forename: person.forename,
      dateOfBirth: first.adding(days: dice.below(365)), yearGroup: year == 0 ? "R" : String(year))
    pupil.sex = dice.chance(0.004) ? "U" : isGirl ? "F" : "M"
    pupil.ethnicity = person.ethnicity
    giveLanguage(&pupil)
    if dice.chance(0.07) { pupil.preferredName = AuthorityStory.shortened(person.forename) }
    pupil.freeSchoolMeals = dice.chance(0.54)
    let school = chooseSchool(year: year, route: route)
    pupil.school = Identifier(Int64(school))
    pupil.authorities = PupilAuthorities(home: number, school: number)
    giveNeeds(&pupil, route)
    giveCare(&pupil)
    if dice.chance(0.06) {
      pupil.authorities.home = number == 501 ? 502 + dice.below(4) : number - 1
    }
    giveNumber(&pupil, yearOfEntry: began - year)
    let town = places.town(&dice)
    pupil.address = places.address(in: town, &dice)
    pupil.postcode = places.postcode(in: town, &dice)
    return ChildDraft(pupil: pupil, school: school)
  }

  /// About two in three of those whose families often came with a language speak it at home; told from
  /// the birthday and not by chance, so that every other made-up fact stays as it was.
  private func giveLanguage(_ pupil: inout Pupil) {
    let languages: [String: [String]] = [
      "WOTH": ["POL", "RUM", "UKR", "LIT"], "APKN": ["URD", "PNJ"], "ABAN": ["BNG"],
      "AIND": ["GUJ", "PNJ", "HIN"], "BAFR": ["SOM", "YOR", "SHO", "AMR"],
      "OOTH": ["KUR", "PRS", "ARA"], "AOTH": ["TAM", "CHI"], "CHNE": ["CHI"], "WROM": ["RUM"],
    ]
    let number = Int(pupil.dateOfBirth.number)
    guard let spoken = languages[pupil.ethnicity ?? ""], number % 3 != 0 else {
      if number % 5 != 0 { (pupil.firstLanguage, pupil.englishIsAdditional) = ("ENG", false) }
      return
    }
    pupil.firstLanguage = spoken[number / 3 % spoken.count]
    pupil.englishIsAdditional = true
  }

  private mutating func chooseSchool(year: Int, route: CaseRoute) -> Int {
    if !schools.special.isEmpty && dice.chance(0.05) { return dice.pick(schools.special) }
    if year > 6 && route == .longSuspension && !schools.referralUnits.isEmpty && dice.chance(0.15) {
      return dice.pick(schools.referralUnits)
    }
    let list = year <= 6 ? schools.primary : schools.secondary
    // A few schools exclude many, as everywhere: the lower of two draws.
    return list.isEmpty ? 0 : list[min(dice.below(list.count), dice.below(list.count))]
  }

  private mutating func giveNeeds(_ pupil: inout Pupil, _ route: CaseRoute) {
    let hasPlan = route == .educationOtherwiseThanAtSchool || dice.chance(0.2)
    if hasPlan {
      pupil.senProvision = "E"
      let issued = days.today.adding(days: -dice.number(120, 2200))
      var plan = CarePlan(issuedOn: issued)
      if days.today.days(since: issued) > 340 {
        // One in twenty-five reviews is late.
        let back = dice.chance(0.04) ? dice.number(370, 430) : dice.number(8, 345)
        plan.lastReviewedOn = max(issued, days.onOrBefore(days.today.adding(days: -back)))
      }
      if dice.chance(0.08) { plan.maximumWeeklyHours = Double(dice.number(10, 20)) }
      pupil.plan = plan
      pupil.authorities.plan = number
    } else if dice.chance(0.45) {
      pupil.senProvision = "K"
    }
    guard pupil.senProvision != "N" else { return }
    let first =
      route == .medical || route == .emotionallyBasedAbsence
      ? ["ASD", "SEMH", "SEMH", "OTH", "PD"]
      : ["SEMH", "SEMH", "SEMH", "SLCN", "MLD", "ASD", "SPLD"]
    pupil.needs = [dice.pick(first)]
    let second = dice.pick(["SLCN", "ASD", "SPLD", "MLD", "SEMH", "HI"])
    if dice.chance(0.35) && !pupil.needs.contains(second) { pupil.needs.append(second) }
  }

  private mutating func giveCare(_ pupil: inout Pupil) {
    if dice.chance(0.06) {
      pupil.isLookedAfter = true
      pupil.hasSocialWorker = true
      pupil.authorities.caring = dice.chance(0.75) ? number : 600 + dice.below(50)
    } else if dice.chance(0.17) {
      pupil.hasSocialWorker = true
    }
    if pupil.hasSocialWorker { pupil.socialWorker = dice.pick(socialWorkers) }
  }

  /// A unique pupil number whose letter checks; for a few a temporary one, a former one, or none yet.
  private mutating func giveNumber(_ pupil: inout Pupil, yearOfEntry: Int) {
    if dice.chance(0.015) { return }
    // Establishment and serial number come from the reference, so that no two children share one.
    let serial = Int(pupil.reference.suffix(6)) ?? 0
    func text(_ establishment: Int, _ authority: Int) -> String {
      let long = establishment * 100_000 + yearOfEntry % 100 * 1000 + serial % 1000
      return String(authority) + String(long)
    }
    let current = text(2000 + serial / 1000, number)
    let letters = ["A", "B", "C", "D", "E", "F", "G", "H", "J", "K"]
    pupil.upn = AuthorityStory.upn(
      dice.chance(0.02) ? String(current.dropLast()) + letters[serial % 10] : current)
    if dice.chance(0.02), let former = AuthorityStory.upn(text(7000 + serial / 1000, number + 7)) {
      pupil.formerUPNs = [former]
    }
  }

  /// The number whose last twelve characters are given, with its check letter before them.
  static func upn(_ rest: String) -> UPN? {
    let letters = Array("ABCDEFGHJKLMNPQRTUVWXYZ")
    var sum = 0
    for (offset, character) in rest.enumerated() {
      let value = character.wholeNumberValue ?? letters.firstIndex(of: character) ?? 0
      sum += value * (offset + 2)
    }
    do { return try UPN(String(letters[sum % 23]) + rest) } catch { return nil }
  }

  private static func shortened(_ forename: String) -> String {
    let known = [
      "Joshua": "Josh", "Cameron": "Cam", "Nathan": "Nate", "Jessica": "Jess", "Oliwia": "Liv",
      "Muhammad": "Mo", "Matilda": "Tilly", "Florence": "Flo", "Samuel": "Sam", "Zuzanna": "Zuzia",
      "Temitope": "Temi", "Oluwaseun": "Seun", "Abdirahman": "Abdi", "Caitlin": "Cait",
    ]
    return known[forename] ?? String(forename.prefix(while: { $0 != "-" }))
  }
}
