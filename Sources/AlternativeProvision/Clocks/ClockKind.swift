/// The clocks that the law, guidance and local practice set running for a child out of school.
///
/// The raw values are the stable numbers under which derived rows are kept: add at the end.
public enum ClockKind: Int, CaseIterable, Sendable {
  /// Education from the sixth school day of a permanent exclusion: the authority's.
  case sixthDayPermanent
  /// Education from the sixth consecutive school day of suspensions: the school's, or for a PRU's
  /// pupil the authority's.
  case sixthDaySuspension
  /// The governing board considers within 15 school days of receiving notice.
  case governors15
  /// The governing board considers within 50 school days, when a parent makes representations.
  case governors50
  /// The governing board considers before an examination that would be missed.
  case examination
  /// No more than 45 school days of suspension in a school year, across schools.
  case yearLimit45
  /// The window in which a parent may apply for an independent review.
  case reviewApplication
  /// The independent review begins.
  case reviewHearing
  /// The governing board reconsiders after a review.
  case reconsideration
  /// Education by the fifteenth day of illness, or of being out of school otherwise.
  case section19Illness
  /// A placement is reviewed.
  case placementReview
  /// A placement is visited to monitor progress.
  case monitoringVisit
  /// The EHC plan is reviewed.
  case annualReview
  /// Written notice of an off-site direction is given.
  case directionNotice
  /// A review of an off-site direction is held, or may for a time be refused.
  case directionReview
  /// An N mark becomes a reason, or an O.
  case unexplainedMark
  /// A place is allocated under the fair access protocol.
  case fairAccess
}

extension ClockKind: Titled {
  /// What a clock of education is called whose duty was met before, and is owed again.
  public static let againTitle = "Education again"

  /// The short name of the clock, as on a board.
  public var title: String {
    switch self {
    case .sixthDayPermanent: "Sixth day, permanent exclusion"
    case .sixthDaySuspension: "Sixth day, suspension"
    case .governors15: "Governors, 15 school days"
    case .governors50: "Governors, 50 school days"
    case .examination: "Governors before examination"
    case .yearLimit45: "45 days in the year"
    case .reviewApplication: "Apply for independent review"
    case .reviewHearing: "Independent review hearing"
    case .reconsideration: "Governors reconsider"
    case .section19Illness: "Section 19, fifteenth day"
    case .placementReview: "Placement review"
    case .monitoringVisit: "Monitoring visit"
    case .annualReview: "EHC annual review"
    case .directionNotice: "Off-site direction notice"
    case .directionReview: "Off-site direction review"
    case .unexplainedMark: "Unexplained absence (N)"
    case .fairAccess: "Fair access place"
    }
  }

  /// The name as the service abbreviates it.
  public var shortTitle: String {
    switch self {
    case .sixthDayPermanent: "PEX day 6"
    case .sixthDaySuspension: "SUSP day 6"
    case .governors15: "GB 15"
    case .governors50: "GB 50"
    case .examination: "GB exam"
    case .yearLimit45: "45 days"
    case .reviewApplication: "IRP apply"
    case .reviewHearing: "IRP"
    case .reconsideration: "GB again"
    case .section19Illness: "s.19"
    case .placementReview: "Review"
    case .monitoringVisit: "Visit"
    case .annualReview: "EHC review"
    case .directionNotice: "OSD notice"
    case .directionReview: "OSD review"
    case .unexplainedMark: "N mark"
    case .fairAccess: "FAP"
    }
  }

  /// The name of the clock on the command line, as in "sixth-day-permanent".
  public var keyword: String {
    switch self {
    case .sixthDayPermanent: "sixth-day-permanent"
    case .sixthDaySuspension: "sixth-day-suspension"
    case .governors15: "governors-15"
    case .governors50: "governors-50"
    case .examination: "examination"
    case .yearLimit45: "year-limit-45"
    case .reviewApplication: "review-application"
    case .reviewHearing: "review-hearing"
    case .reconsideration: "reconsideration"
    case .section19Illness: "section-19"
    case .placementReview: "placement-review"
    case .monitoringVisit: "monitoring-visit"
    case .annualReview: "annual-review"
    case .directionNotice: "direction-notice"
    case .directionReview: "direction-review"
    case .unexplainedMark: "unexplained-mark"
    case .fairAccess: "fair-access"
    }
  }

  /// The clock of a name on the command line, in any case.
  public init?(keyword: String) {
    let wanted = keyword.lowercased()
    guard let kind = ClockKind.allCases.first(where: { $0.keyword == wanted }) else { return nil }
    self = kind
  }
}
