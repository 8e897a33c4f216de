import AlternativeProvision

extension CaseColumns {
  /// Adds a row that is given whole.
  func append(given row: CaseRow) {
    var values = CaseValues()
    values.id = UInt32(truncatingIfNeeded: row.id.number)
    values.school = schools.place(of: row.schoolID?.number)
    if values.school != 0 { schools.setName(row.school, at: values.school) }
    values.officer = officers.place(of: row.officer.map(officerNumber))
    if let officer = row.officer { officers.setName(officer, at: values.officer) }
    values.provider = providers.place(of: row.placementOrPlanned?.providerID.number)
    if let placement = row.placementOrPlanned {
      providers.setName(placement.provider, at: values.provider)
    }
    let number = row.dayNumber ?? 0
    values.calendar = addMoment(
      CalendarMoment(
        openDaysThroughToday: Int32(number),
        secondSchoolDay: row.group == .dueWithinTwoSchoolDays
          ? row.nextClock?.due?.number ?? today : today + 2))
    values.yearGroup = yearGroups.number(of: row.yearGroup)
    values.route = RouteTable.number(of: row.route)
    values.tier = RouteTable.number(of: row.tier)
    var bits = CaseBits(rawValue: row.flags.rawValue)
    if row.group == .pastDaySix { bits.insert(.sixthDayOwed) }
    if row.nextClock?.isProvisional ?? false { bits.insert(.provisional) }
    if row.isOutOfEducation { bits.insert(.outOfEducation) }
    values.bits = bits
    values.hasMissed = row.hasMissed
    values.isResumed = row.nextClock?.isResumed ?? false
    values.openedOn = row.openedOn.number
    values.outSince = row.outSince?.number ?? CaseValues.noDay
    values.ordinal = row.dayNumber == nil ? CaseValues.noDay : 0
    values.sixthDayDue = row.sixthDayDue?.number ?? CaseValues.noDay
    values.educationBeganOn = row.educationBeganOn?.number ?? CaseValues.noDay
    values.clock = row.nextClock.map { UInt8($0.kind.rawValue) } ?? CaseValues.noClock
    values.clockDue = row.nextClock?.due?.number ?? CaseValues.noDay
    values.placementStart = row.placementOrPlanned?.startsOn.number ?? CaseValues.noDay
    values.placementEnd = row.placementOrPlanned?.endsOn?.number ?? CaseValues.noDay
    values.attended = UInt8(clamping: row.attendance.part)
    values.possible = UInt8(clamping: row.attendance.whole)
    values.fall = UInt8(clamping: row.attendanceFall)
    if row.route == .permanentExclusion || row.route == .longSuspension {
      values.ruler = Ruler(isPermanent: row.route == .permanentExclusion)
    }
    append(values)
    appendTexts(name: row.name, reference: row.reference)
  }

  /// A number for an officer's name, the same for the same name.
  private func officerNumber(_ name: String) -> Int64 {
    for place in 1..<max(1, officers.count) where officers.name(UInt32(place)) == name {
      return officers.ids[place]
    }
    return Int64(officers.count)
  }
}
