extension Pupil {
  /// Everything about it that cannot be; empty for a sound record.
  ///
  /// Codes are judged by the sets in force on `day`, usually the day of the import. Codes withdrawn
  /// before it pass, for a child's record keeps what it was given.
  public func problems(on day: Day) -> [PupilProblem] {
    var found: [PupilProblem] = []
    if displayName.allSatisfy({ $0.isWhitespace || $0 == "," }) { found.append(.nameMissing) }
    if dateOfBirth > day { found.append(.bornAhead(dateOfBirth)) }
    if dateOfBirth <= day, age(on: day) > PupilProblem.oldest {
      found.append(.tooOld(age(on: day)))
    }
    found += codeProblem("year group", yearGroup, Codes.yearGroups)
    found += codeProblem("SEN provision", senProvision, Codes.senProvision)
    if let sex { found += codeProblem("sex", sex, Codes.sex) }
    if let ethnicity { found += codeProblem("ethnicity", ethnicity, Codes.ethnicity) }
    for need in needs { found += codeProblem("SEN need", need, Codes.needs) }
    if needs.contains("NSA"), senProvision != "K" { found.append(.notAssessedWithoutSupport) }
    if let upn, formerUPNs.contains(upn) { found.append(.formerUPNInUse) }
    if let plan,
      let ahead = [plan.issuedOn, plan.lastReviewedOn].compactMap({ $0 }).first(where: { $0 > day })
    {
      found.append(.planAhead(ahead))
    }
    let reviewed = DatesOutOfOrder(
      "the issue of the EHC plan", plan?.issuedOn, "its review", plan?.lastReviewedOn)
    return found + [reviewed].compactMap { $0.map(PupilProblem.dates) }
  }

  private func codeProblem<Detail>(
    _ fact: String, _ code: String, _ table: CodeTable<Detail>
  ) -> [PupilProblem] {
    do throws(CodeProblem) {
      _ = try table.require(code)
      return []
    } catch {
      return [.code(fact, error)]
    }
  }
}

/// Something about a pupil that cannot be.
public enum PupilProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// Neither surname nor forename.
  case nameMissing
  /// A date of birth that has not come.
  case bornAhead(Day)
  /// Older than anyone for whom the service answers.
  case tooOld(Int)
  /// A coded fact holds no such code.
  case code(String, CodeProblem)
  /// NSA goes only with SEN support.
  case notAssessedWithoutSupport
  /// The number in use is also given as a former one.
  case formerUPNInUse
  /// The EHC plan is said to have been issued or reviewed on a day that has not come.
  case planAhead(Day)
  /// Two dates are out of order.
  case dates(DatesOutOfOrder)

  /// An EHC plan ends with the academic year of the 25th birthday.
  static let oldest = 26

  /// What is wrong, and what would be right.
  public var description: String {
    switch self {
    case .nameMissing: "a pupil has a surname or a forename"
    case .bornAhead(let day): "the date of birth, \(day.medium), has not come yet"
    case .tooOld(let age): "the date of birth makes the pupil \(age) years old"
    case .code(let fact, let problem): "\(fact): \(problem)"
    case .notAssessedWithoutSupport: "the need NSA goes only with SEN provision K"
    case .formerUPNInUse: "the UPN in use is also given as a former one; leave it out there"
    case .planAhead(let day):
      "a date of the EHC plan, \(day.medium), has not come yet; give the day of its issue or last review"
    case .dates(let order): order.description
    }
  }
}
