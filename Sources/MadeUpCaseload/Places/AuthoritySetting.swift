import AlternativeProvision

/// Where the children of a made-up authority live and learn: its calendar, towns and schools.
struct AuthoritySetting {
  let index: Int
  let number: Int
  let scale: Scale
  let places: PlaceNames
  let years: [SchoolYear]
  let days: SchoolDays
  let schools: SchoolList
  /// What stands before every reference, so that the authorities of one file cannot clash.
  let prefix: String
  /// The chance left over for what happens there.
  let dice: Dice

  /// - Parameters:
  ///   - index: its position among the authorities of the caseload.
  ///   - firstURN: the number of its first school.
  init(index: Int, size: CaseloadSize, firstURN: Int, today: Day, seed: UInt64) {
    var dice = Dice(seed: seed).fork(UInt64(index) + 1)
    self.index = index
    scale = Scale(size, &dice)
    // The numbers from 501 up have been given to no authority of England.
    number = 501 + index
    places = PlaceNames(authority: index, &dice)
    let began = SchoolDays.yearBegan(today)
    let beginnings = [began - 1, began, began + 1]
    years = beginnings.map(YearPlan().schoolYear(beginningIn:))
    days = SchoolDays(years: years, today: today)
    prefix = size == .england ? "\(number)-" : ""
    schools = SchoolList(
      scale: scale, authority: number, firstURN: firstURN, places: places, years: beginnings,
      today: today, &dice)
    self.dice = dice
  }
}
