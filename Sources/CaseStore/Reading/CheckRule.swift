/// One thing that cannot be in a sound caseload, or hardly can, as a query that finds it.
struct CheckRule: Sendable {
  let severity: Finding.Severity
  /// What is wrong; "@" stands for the day in the query's second column.
  private let whatIsWrong: String
  let whatToDo: String
  /// Gives the name of each record concerned and, if it matters, a day; ?1 is today.
  let sql: String

  private static func problem(_ wrong: String, _ toDo: String, _ sql: String) -> CheckRule {
    CheckRule(severity: .problem, whatIsWrong: wrong, whatToDo: toDo, sql: sql)
  }

  private static func notice(_ wrong: String, _ toDo: String, _ sql: String) -> CheckRule {
    CheckRule(severity: .notice, whatIsWrong: wrong, whatToDo: toDo, sql: sql)
  }

  /// What is wrong, with the day that the query gave for it.
  func whatIsWrong(on day: String) -> String {
    whatIsWrong.split(separator: "@", omittingEmptySubsequences: false).joined(separator: day)
  }

  static let all = people + exclusions + cases + placements + attendance

  private static let people = [
    problem(
      "another pupil has the same UPN", "find out whether they are one child, and merge or mend",
      """
      SELECT 'pupil ' || reference FROM pupil WHERE upn IN
        (SELECT upn FROM pupil WHERE upn IS NOT NULL GROUP BY upn HAVING count(*) > 1)
      ORDER BY upn, id
      """),
    notice(
      "its UPN is another pupil's former one", "find out whether they are one child",
      """
      SELECT 'pupil ' || pupil.reference FROM pupil
      JOIN pupil_former_upn AS former ON former.upn = pupil.upn AND former.pupil_id <> pupil.id
      """),
    problem(
      "the date of birth, @, has not come yet", "correct the date of birth",
      "SELECT 'pupil ' || reference, date_of_birth FROM pupil WHERE date_of_birth > ?1"),
    problem(
      "the EHC plan was reviewed before it was issued", "correct one of the two dates",
      "SELECT 'pupil ' || reference FROM pupil WHERE plan_last_reviewed_on < plan_issued_on"),
    problem(
      "a date of the EHC plan, @, has not come yet", "give the day of its issue or last review",
      """
      SELECT 'pupil ' || reference, max(plan_issued_on, ifnull(plan_last_reviewed_on, 0)) FROM pupil
      WHERE max(plan_issued_on, ifnull(plan_last_reviewed_on, 0)) > ?1
      """),
    notice(
      "SEN provision is E, but the EHC plan has no date: when it must be reviewed is not known",
      "give the day on which the plan was issued",
      "SELECT 'pupil ' || reference FROM pupil WHERE sen_provision = 'E' AND plan_issued_on IS NULL"
    ),
    notice(
      "the EHC plan has dates but SEN provision is not E", "correct one of the two",
      """
      SELECT 'pupil ' || reference FROM pupil
      WHERE plan_issued_on IS NOT NULL AND sen_provision <> 'E'
      """),
  ]

  private static let exclusionName = """
    'exclusion of pupil ' || pupil.reference || ' (' || exclusion.category || ')'
    """

  private static let exclusions = [
    problem(
      "the exclusion on @ is before the pupil was four",
      "correct the date of birth or the first day of exclusion",
      """
      SELECT \(exclusionName), first_day FROM exclusion JOIN pupil ON pupil.id = pupil_id
      WHERE first_day < date_of_birth + 4 * 365
      """),
    problem(
      "it ended before its first day, @", "correct one of the two dates",
      """
      SELECT \(exclusionName), first_day FROM exclusion JOIN pupil ON pupil.id = pupil_id
      WHERE ended_on < first_day
      """),
    notice(
      "it begins in the future, on @", "see whether the first day is right",
      """
      SELECT \(exclusionName), first_day FROM exclusion JOIN pupil ON pupil.id = pupil_id
      WHERE first_day > ?1
      """),
    problem(
      "governors met before they were told", "correct one of the two dates",
      """
      SELECT \(exclusionName) FROM exclusion JOIN pupil ON pupil.id = pupil_id
      WHERE governors_met_on < governors_notified_on
      """),
    problem(
      "the review was heard before it was applied for", "correct one of the two dates",
      """
      SELECT \(exclusionName) FROM exclusion JOIN pupil ON pupil.id = pupil_id
      WHERE review_hearing_on < review_applied_on
      """),
    notice(
      "it is given as reinstated, without the day on which it ended",
      "give that day, or the day on which the governing board met",
      """
      SELECT \(exclusionName) FROM exclusion JOIN pupil ON pupil.id = pupil_id
      WHERE outcome = 'reinstated' AND ended_on IS NULL AND governors_met_on IS NULL
      """),
    notice(
      "the school had closed before the exclusion on @", "see which school excluded",
      """
      SELECT \(exclusionName), first_day FROM exclusion JOIN pupil ON pupil.id = pupil_id
      JOIN school ON school.id = exclusion.school_id WHERE school.closed_on < first_day
      """),
  ]

  private static let cases = [
    problem(
      "it closed before it opened on @", "correct one of the two dates",
      "SELECT 'case ' || reference, opened_on FROM case_file WHERE closed_on < opened_on"),
    problem(
      "it was opened in the future, on @", "correct the day on which it was opened",
      "SELECT 'case ' || reference, opened_on FROM case_file WHERE opened_on > ?1"),
    problem(
      "it arises from the exclusion of another pupil", "link it to this child's own exclusion",
      """
      SELECT 'case ' || case_file.reference FROM case_file
      JOIN exclusion ON exclusion.id = case_file.exclusion_id
      WHERE exclusion.pupil_id <> case_file.pupil_id
      """),
    notice(
      "its route is an exclusion but it is linked to none", "link it, so that its clocks can run",
      """
      SELECT 'case ' || reference FROM case_file WHERE exclusion_id IS NULL
        AND closed_on IS NULL AND route IN ('permanentExclusion', 'longSuspension')
      """),
    notice(
      "it was opened before the pupil was born or at school",
      "correct the date of birth or the day",
      """
      SELECT 'case ' || case_file.reference FROM case_file JOIN pupil ON pupil.id = pupil_id
      WHERE opened_on < date_of_birth + 3 * 365
      """),
  ]

  private static let placementName = """
    'placement of case ' || case_file.reference || ' with ' || provider.name
    """

  private static let placementTables = """
    placement JOIN case_file ON case_file.id = case_id
    JOIN provider ON provider.id = provider_id
    """

  private static let placements = [
    problem(
      "it ended before it began on @", "correct one of the two dates",
      "SELECT \(placementName), starts_on FROM \(placementTables) WHERE ended_on < starts_on"),
    problem(
      "it began on @, after the case had closed", "open a new case, or correct the dates",
      """
      SELECT \(placementName), starts_on FROM \(placementTables)
      WHERE starts_on > case_file.closed_on
      """),
    problem(
      "its last review or visit, on @, has not come yet", "give the day on which one was made",
      """
      SELECT \(placementName), max(ifnull(last_reviewed_on, 0), ifnull(last_visited_on, 0))
      FROM \(placementTables)
      WHERE max(ifnull(last_reviewed_on, 0), ifnull(last_visited_on, 0)) > ?1
      """),
    problem(
      "another with the same provider, begun before @, goes on beside it",
      "give that one its last day; where one of the two is a mistake, take it away",
      """
      SELECT \(placementName), starts_on FROM \(placementTables)
      WHERE EXISTS (SELECT 1 FROM placement AS other
        WHERE other.case_id = placement.case_id AND other.provider_id = placement.provider_id
          AND (other.starts_on, other.id) < (placement.starts_on, placement.id)
          AND coalesce(other.ended_on, 2932896) >= placement.starts_on)
      """),
    notice(
      "it was reviewed after it had ended, on @", "see which of the two dates is right",
      """
      SELECT \(placementName), ended_on FROM \(placementTables) WHERE last_reviewed_on > ended_on
      """),
    notice(
      "it was visited after it had ended, on @", "see which of the two dates is right",
      """
      SELECT \(placementName), ended_on FROM \(placementTables) WHERE last_visited_on > ended_on
      """),
    notice(
      "it goes on though the case has closed", "give it its last day",
      """
      SELECT \(placementName) FROM \(placementTables)
      WHERE case_file.closed_on <= ?1 AND (ended_on IS NULL OR ended_on > case_file.closed_on)
        AND starts_on <= case_file.closed_on
      """),
  ]

  private static let attendance = [
    problem(
      "marks up to @, which has not come yet", "import the right register",
      """
      SELECT 'attendance of pupil ' || reference, max(day) FROM attendance_mark
      JOIN pupil ON pupil.id = pupil_id WHERE day > ?1 GROUP BY pupil_id
      """),
    problem(
      "marks from @, before the pupil was born", "import the right register",
      """
      SELECT 'attendance of pupil ' || reference, min(day) FROM attendance_mark
      JOIN pupil ON pupil.id = pupil_id GROUP BY pupil_id HAVING min(day) < date_of_birth
      """),
    problem(
      "the visit on @ has not come yet", "enter it once it has been made",
      """
      SELECT 'visit to ' || provider.name, visited_on FROM quality_visit
      JOIN provider ON provider.id = provider_id WHERE visited_on > ?1
      """),
  ]
}
