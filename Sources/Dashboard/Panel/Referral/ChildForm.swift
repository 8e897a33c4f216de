import AlternativeProvision
import CaseStore
import TerminalUI

/// What is on file about a child, as facts at the head of a referral.
enum ChildFacts {
  /// - Parameter key: The key that opens the form in which they are mended.
  static func fields(_ pupil: Pupil, on day: Day, mendedBy key: String) -> [SheetField] {
    var fields: [SheetField] = []
    func fact(_ label: String, _ text: String, _ kind: SharedFact) {
      var field = SheetField("fact\(fields.count)", label, .fact, text: text)
      field.fact = kind
      fields.append(field)
    }
    let legal = "\(pupil.forename) \(pupil.surname)"
    fact(
      "Name", pupil.givenName == pupil.forename ? legal : "\(legal), goes by \(pupil.givenName)",
      .name)
    var born =
      "\(pupil.dateOfBirth.medium), aged \(pupil.age(on: day)), year \(pupil.yearGroup)"
    if let sex = pupil.sex { born += ", \(Codes.sex.meaning(of: sex).lowercased())" }
    fact("Born", born, .dateOfBirth)
    fact(
      "Ethnicity", pupil.ethnicity.map { Codes.ethnicity.meaning(of: $0) } ?? "", .ethnicity)
    fact("Language", Wording.language(of: pupil), .language)
    fact("UPN", pupil.upn?.text ?? "", .pupilNumber)
    fact(
      "Needs",
      ([Codes.senProvision.meaning(of: pupil.senProvision)]
        + pupil.needs.map { Codes.needs.meaning(of: $0) }).joined(separator: ", "),
      .needs)
    let plan = pupil.plan.map { plan in
      let reviewed = plan.lastReviewedOn.map { ", reviewed \($0.medium)" } ?? ", never reviewed"
      return "since \(plan.issuedOn.medium)\(reviewed)"
    }
    fact("EHC plan", plan ?? "", .plan)
    var care: [String] = []
    if pupil.isLookedAfter { care.append("looked after") }
    if pupil.hasSocialWorker {
      care.append("social worker" + (pupil.socialWorker.map { " \($0)" } ?? ""))
    }
    if pupil.freeSchoolMeals { care.append("free school meals") }
    fact("Known to", care.joined(separator: ", "), .care)
    fact(
      "Lives at", [pupil.address, pupil.postcode].compactMap { $0 }.joined(separator: ", "),
      .address)
    fact("Home authority", pupil.authorities.home.map(Codes.authorityName) ?? "", .homeAuthority)
    if !fields.isEmpty { fields[0].heading = "The child, as on file: \(key) mends it" }
    return fields
  }
}

/// The form of a child's own record, for one who is not on file yet and to mend what is wrong.
enum ChildForm {
  /// Opens the form of a child as the record is by now; a message where it can't be read.
  static func opening(_ id: Identifier<Pupil>, desk: Desk) -> Outcome {
    do throws(StoreError) {
      let since = try desk.caseload.journalPosition()
      guard let pupil = try desk.caseload.pupil(id) else {
        return .message(Message(.warning, "That child is no longer on file."))
      }
      return .push(sheet(Stored(id: id, value: pupil), since: since, desk: desk))
    } catch {
      return .message(Message(.error, error.description))
    }
  }

  /// The form of a child who is on file.
  ///
  /// - Parameter since: The place in the journal at which the record was read.
  static func sheet(_ stored: Stored<Pupil>, since: Int64, desk: Desk) -> SheetScreen {
    SheetScreen(
      "The child's record",
      at: FormPlace(.child, of: stored.id.number, about: stored.value.reference),
      fields: fields(stored.value, desk),
      lists: ["school": { desk in SchoolChooser.chooser(desk) }],
      check: { values, desk in remarks(values, over: stored.value, desk) },
      save: { values, desk in
        let school: School?
        do throws(StoreError) {
          school = try self.school(values, desk)
        } catch {
          return .refused(error.description)
        }
        let edit = Edit.record(
          stored, "change a child's record", done: "The child's record is changed.",
          typed: values, fields: { fields($0, desk) },
          filled: { filled($0, over: $1, at: school, desk) },
          now: { try $0.pupil(stored.id) },
          put: { door, edited, since in try door.write(edited, ifUnchangedSince: since) })
        return .change(
          Change(edit, since: since, in: desk.caseload, advice: nil) { text, _, desk in
            desk.isShared ? Wording.covered : text
          })
      })
  }

  /// The form of a child who is not on file, by the name that was typed.
  static func new(named text: String, desk: Desk) -> SheetScreen {
    let words = text.split(separator: " ").map(String.init)
    var pupil = Pupil(
      reference: "", surname: words.last ?? "", forename: words.dropLast().joined(separator: " "),
      dateOfBirth: desk.today, yearGroup: "")
    if text.contains(",") {
      let parts = text.split(separator: ",", maxSplits: 1).map { MinuteText.trimmed(String($0)) }
      pupil.surname = parts.first ?? ""
      pupil.forename = parts.count > 1 ? parts[1] : ""
    }
    var fields = fields(pupil, desk)
    if let born = fields.firstIndex(where: { $0.name == "born" }) { fields[born].text = "" }
    let made = Made()
    return SheetScreen(
      "A child who is not on file",
      at: FormPlace(.newChild, text.lowercased(), about: text), fields: fields,
      lists: ["school": { desk in SchoolChooser.chooser(desk) }],
      check: { values, desk in remarks(values, over: pupil, desk) },
      save: { values, desk in
        let school: School?
        do throws(StoreError) {
          school = try self.school(values, desk)
        } catch {
          return .refused(error.description)
        }
        let filled = filled(values, over: pupil, at: school, desk)
        return .changing(
          Change(
            cause: "put a child on file",
            done: desk.isShared
              ? "\(filled.initials) is on file." : "\(filled.spokenName) is on file."
          ) { door in made.id = try door.add(filled) },
          then: { made.id.map { .panel(.child($0, nil)) } })
      })
  }

  /// The number under which a child was put on file.
  private final class Made {
    var id: Identifier<Pupil>?
  }

  // MARK: Fields

  private static func fields(_ pupil: Pupil, _ desk: Desk) -> [SheetField] {
    func codes<Detail>(_ table: CodeTable<Detail>, none: String? = nil) -> SheetField.Sort {
      .choice(
        (none.map { [SheetChoice("", $0)] } ?? [])
          + table.entries(on: desk.today).map { SheetChoice($0.code, $0.meaning) })
    }
    func yes(_ isSo: Bool) -> String { isSo ? "yes" : "no" }
    var school = SheetField(
      "school", "School", .picked, text: pupil.school.map { "\($0.number)" } ?? "",
      hint: "Enter opens the schools")
    school.shown = SchoolChooser.words(of: pupil.school, desk)
    return [
      SheetField("surname", "Surname", text: pupil.surname, heading: "The child"),
      SheetField("forename", "Forename", text: pupil.forename),
      SheetField(
        "preferred", "Goes by", text: pupil.preferredName ?? "", hint: "where it is another name"),
      SheetField.day("born", "Born on", text: pupil.dateOfBirth.medium, hint: "4/3/2012"),
      SheetField(
        "year", "Year",
        .choice(
          (pupil.yearGroup.isEmpty ? [SheetChoice("", "By the date of birth")] : [])
            + Codes.yearGroups.entries.map { SheetChoice($0.code, $0.meaning) }),
        text: pupil.yearGroup),
      SheetField("sex", "Sex", codes(Codes.sex, none: "Not known"), text: pupil.sex ?? ""),
      SheetField(
        "ethnicity", "Ethnicity", codes(Codes.ethnicity, none: "Not known"),
        text: pupil.ethnicity ?? ""),
      SheetField(
        "english", "English", .choice(english),
        text: pupil.englishIsAdditional.map { $0 ? "additional" : "first" } ?? ""),
      SheetField(
        "language", "First language",
        text: pupil.firstLanguage.map { Codes.languages.meaning(of: $0) } ?? "",
        hint: "Polish, or a census code"),
      SheetField("upn", "UPN", text: pupil.upn?.text ?? "", hint: "13 characters"),
      school,
      SheetField(
        "home", "Home authority", text: pupil.authorities.home.map { "\($0)" } ?? "",
        hint: "three digits"),
      SheetField("address", "Address", text: pupil.address ?? ""),
      SheetField("postcode", "Postcode", text: pupil.postcode ?? ""),
      SheetField(
        "sen", "SEN provision", codes(Codes.senProvision), text: pupil.senProvision,
        heading: "Needs and care"),
      SheetField(
        "needs", "Needs", text: pupil.needs.joined(separator: ", "),
        hint: "codes, the primary need first: SEMH, ASD"),
      SheetField.day(
        "plan", "EHC plan since", text: pupil.plan?.issuedOn.medium ?? "", hint: "12/5/2024"),
      SheetField.day(
        "reviewed", "Plan reviewed", text: pupil.plan?.lastReviewedOn?.medium ?? "",
        hint: "12/5/2026"),
      SheetField(
        "looked", "Looked after", .choice(SheetChoice.yesOrNo), text: yes(pupil.isLookedAfter)),
      SheetField(
        "social", "Social worker", .choice(SheetChoice.yesOrNo),
        text: yes(pupil.hasSocialWorker)),
      SheetField("worker", "Whose name is", text: pupil.socialWorker ?? ""),
      SheetField(
        "caring", "Caring authority", text: pupil.authorities.caring.map { "\($0)" } ?? "",
        hint: "three digits"),
      SheetField(
        "meals", "Free school meals", .choice(SheetChoice.yesOrNo),
        text: yes(pupil.freeSchoolMeals)),
      SheetField.day(
        "examined", "Last examination", text: pupil.examinationsFinishedOn?.medium ?? "",
        hint: "in Year 11, sat or missed"),
    ]
  }

  private static let english = [
    SheetChoice("", "Not known"), SheetChoice("additional", "An additional language"),
    SheetChoice("first", "The first language"),
  ]

  private static func remarks(
    _ values: SheetValues, over pupil: Pupil, _ desk: Desk
  ) -> [String: FieldSheet.Remark] {
    var found: [String: FieldSheet.Remark] = [:]
    if values["surname"].isEmpty, values["forename"].isEmpty {
      found["surname"] = .problem("Give the child's name.")
    }
    for name in ["born", "plan", "reviewed", "examined"] {
      let text = values[name]
      if text.isEmpty {
        if name == "born" { found[name] = .problem("Give the date of birth, with its year.") }
        continue
      }
      // A birthday is none of the days near today: it is given with its year.
      guard let day = try? Day(text) else {
        found[name] = .problem(DayText.problem(with: text, today: nil))
        continue
      }
      found[name] =
        day > desk.today
        ? .problem("\(day.medium) has not come yet.")
        : .reading(
          name == "born" ? "\(day.long), aged \(day.age(on: desk.today))" : day.long)
    }
    found["year"] = year(values, desk)
    do throws(UPNProblem) {
      if !values["upn"].isEmpty { _ = try UPN(values["upn"]) }
    } catch {
      found["upn"] = .problem(error.description + ".")
    }
    for field in ["home", "caring"] {
      if let number = Int(values[field]) {
        let name = Codes.authorityName(number)
        let onFile = field == "home" ? pupil.authorities.home : pupil.authorities.caring
        // An authority that was merged, or is a caseload's own, stands in no list and stays as it is.
        found[field] =
          name != "\(number)"
          ? .reading(name)
          : number == onFile
            ? .doubt("as on file; no authority of England has this number now")
            : .problem("There is no authority \(number).")
      } else if !values[field].isEmpty {
        found[field] = .problem("An authority is a number of three digits, as in 301.")
      }
    }
    for code in needs(values) {
      do throws(CodeProblem) {
        _ = try Codes.needs.require(code, on: desk.today)
      } catch {
        found["needs"] = .problem(error.description + ".")
      }
    }
    guard found.values.allSatisfy(\.isReading) else { return found }
    let school = desk.reading { try self.school(values, desk) } ?? nil
    let problems = filled(values, over: pupil, at: school, desk).problems(on: desk.today)
    if let first = problems.first {
      found["surname"] = .problem(first.description + ".")
    }
    return found
  }

  /// The year that follows from the date of birth, where none or another is chosen.
  private static func year(_ values: SheetValues, _ desk: Desk) -> FieldSheet.Remark? {
    guard let born = try? Day(values["born"]), born <= desk.today else { return nil }
    guard let usual = Pupil.usualYearGroup(bornOn: born, on: desk.today) else {
      return values["year"].isEmpty ? .problem("Choose the year: that age has none.") : nil
    }
    let title = Codes.yearGroups.meaning(of: usual)
    if values["year"].isEmpty { return .reading(title) }
    return values["year"] == usual
      ? nil : .reading("\(title) by the date of birth: is the child in another year?")
  }

  private static func needs(_ values: SheetValues) -> [String] {
    values["needs"].split(whereSeparator: { $0 == "," || $0 == ";" || $0 == " " })
      .map { $0.uppercased() }
  }

  /// The school that is chosen; nil for none.
  private static func school(_ values: SheetValues, _ desk: Desk) throws(StoreError) -> School? {
    guard let number = Int64(values["school"]) else { return nil }
    return try desk.caseload.school(Identifier(number))
  }

  private static func filled(
    _ values: SheetValues, over pupil: Pupil, at found: School?, _ desk: Desk
  ) -> Pupil {
    func optional(_ name: String) -> String? {
      let text = MinuteText.cleaned(values[name])
      return text.isEmpty ? nil : text
    }
    var filled = pupil
    filled.surname = MinuteText.cleaned(values["surname"])
    filled.forename = MinuteText.cleaned(values["forename"])
    filled.preferredName = optional("preferred")
    filled.dateOfBirth = (try? Day(values["born"])) ?? pupil.dateOfBirth
    filled.yearGroup =
      values["year"].isEmpty
      ? Pupil.usualYearGroup(bornOn: filled.dateOfBirth, on: desk.today) ?? "" : values["year"]
    filled.sex = optional("sex")
    filled.ethnicity = optional("ethnicity")
    filled.englishIsAdditional =
      values["english"].isEmpty ? nil : values["english"] == "additional"
    filled.firstLanguage = optional("language").map(Codes.language(named:))
    filled.upn = try? UPN(values["upn"])
    filled.school = Int64(values["school"]).map { Identifier($0) }
    filled.authorities.home = Int(values["home"])
    filled.address = optional("address")
    filled.postcode = optional("postcode")
    filled.senProvision = values["sen"]
    filled.needs = needs(values)
    if let issued = try? Day(values["plan"]) {
      var plan = pupil.plan ?? CarePlan(issuedOn: issued)
      plan.issuedOn = issued
      plan.lastReviewedOn = try? Day(values["reviewed"])
      filled.plan = plan
    } else {
      filled.plan = nil
    }
    filled.isLookedAfter = values.isYes("looked")
    filled.hasSocialWorker = values.isYes("social")
    filled.socialWorker = optional("worker")
    filled.freeSchoolMeals = values.isYes("meals")
    filled.authorities.caring = Int(values["caring"])
    filled.examinationsFinishedOn = try? Day(values["examined"])
    if let school = filled.school, school != pupil.school {
      filled.authorities.school = found?.authority
      if filled.authorities.home == nil { filled.authorities.home = found?.authority }
    }
    return filled
  }
}

extension Day {
  /// The whole years from this day to another.
  fileprivate func age(on day: Day) -> Int {
    Pupil(reference: "", surname: "", forename: "", dateOfBirth: self, yearGroup: "").age(on: day)
  }
}

/// The schools on file, to choose the child's from.
enum SchoolChooser {
  /// A school with the numbers by which a referral names it: "Kilnfield Academy, URN 136001, LAESTAB
  /// 8884001".
  static func words(of school: School) -> String {
    "\(school.name), URN \(school.urn)" + (school.laestab.map { ", LAESTAB \($0)" } ?? "")
  }

  /// The same for a school on file; empty for none.
  static func words(of id: Identifier<School>?, _ desk: Desk) -> String {
    guard let id else { return "" }
    guard let school = desk.reading({ try desk.caseload.school(id) }) else {
      return Wording.notRead
    }
    return school.map(words) ?? ""
  }

  static func chooser(_ desk: Desk) -> ChooserScreen {
    let found = desk.reading { try desk.caseload.schools() }
    let schools = found ?? []
    var items = [
      ChooserScreen.Item(
        "No school", choice: .answer(.panel(.picked("school", value: "", shown: ""))))
    ]
    items += schools.map { school in
      ChooserScreen.Item(
        school.value.name,
        notes: [Span("URN \(school.value.urn)", Style(.muted))],
        about: "\(school.value.urn)",
        choice: .answer(
          .panel(
            .picked("school", value: "\(school.id.number)", shown: words(of: school.value)))))
    }
    if found == nil { items.append(.unread) }
    return ChooserScreen(title: "Which school?", items: items, hint: "Type a name or a URN")
  }
}
