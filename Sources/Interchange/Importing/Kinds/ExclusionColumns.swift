import AlternativeProvision
import CaseStore

/// The columns of what the governing board did.
struct GovernorsColumns: Sendable {
  let notifiedOn: Column<Day>
  let representationsOn: Column<Day>
  let metOn: Column<Day>
  let decision: Column<GovernorsDecision>
  let noticeSentOn: Column<Day>
  let noticeDelivery: Column<Delivery>

  init(_ list: inout ColumnList) {
    notifiedOn = list.optional(
      "governors_notified_on", .day("when the governing board received notice"),
      example: "2026-09-21")
    representationsOn = list.optional(
      "representations_on", .day("when the parent made representations"))
    metOn = list.optional(
      "governors_met_on", also: ["gdc_date", "governors_meeting_date"], .day("when the board met"))
    decision = list.optional(
      "governors_decision", .choice(GovernorsDecision.self, "what the board decided"))
    noticeSentOn = list.optional(
      "governors_notice_sent_on", .day("when the notice of its decision was sent"))
    noticeDelivery = list.optional(
      "governors_notice_delivery", .choice(Delivery.self, "how that notice was sent"))
  }

  var dates: [Column<Day>] { [notifiedOn, representationsOn, metOn, noticeSentOn] }

  func read(_ row: inout Row, _ governors: inout GovernorsConsideration) {
    row.update(notifiedOn, &governors.notifiedOn)
    row.update(representationsOn, &governors.representationsOn)
    row.update(metOn, &governors.metOn)
    row.update(decision, &governors.decision)
    row.update(noticeSentOn, &governors.noticeSentOn)
    row.update(noticeDelivery, &governors.noticeDelivery, blank: .firstClassPost)
  }
}

/// The columns of what followed of an independent review.
struct ReviewColumns: Sendable {
  let waivedOn: Column<Day>
  let claimDeterminedOn: Column<Day>
  let appliedOn: Column<Day>
  let hearingOn: Column<Day>
  let decision: Column<ReviewDecision>
  let noticeSentOn: Column<Day>
  let noticeDelivery: Column<Delivery>
  let reconsideredOn: Column<Day>

  init(_ list: inout ColumnList) {
    waivedOn = list.optional(
      "review_waived_on", .day("when the parent stated in writing that they would not apply"))
    claimDeterminedOn = list.optional(
      "discrimination_claim_determined_on", also: ["claim_determined_on"],
      .day("when a discrimination claim about the exclusion was finally determined"))
    appliedOn = list.optional(
      "review_applied_on", also: ["irp_application_date"],
      .day("when an independent review was applied for"))
    hearingOn = list.optional(
      "review_hearing_on", also: ["irp_date", "irp_hearing_date"], .day("when the hearing began"))
    decision = list.optional(
      "review_decision", also: ["irp_decision"],
      .choice(ReviewDecision.self, "what the panel decided"))
    noticeSentOn = list.optional(
      "review_notice_sent_on", .day("when the notice of its decision was sent"))
    noticeDelivery = list.optional(
      "review_notice_delivery", .choice(Delivery.self, "how that notice was sent"))
    reconsideredOn = list.optional(
      "reconsidered_on", .day("when the governing board reconsidered"))
  }

  var dates: [Column<Day>] {
    [waivedOn, claimDeterminedOn, appliedOn, hearingOn, noticeSentOn, reconsideredOn]
  }

  func read(_ row: inout Row, _ review: inout IndependentReview) {
    row.update(waivedOn, &review.waivedOn)
    row.update(claimDeterminedOn, &review.claimDeterminedOn)
    row.update(appliedOn, &review.appliedOn)
    row.update(hearingOn, &review.hearingOn)
    row.update(decision, &review.decision)
    row.update(noticeSentOn, &review.noticeSentOn)
    row.update(noticeDelivery, &review.noticeDelivery, blank: .firstClassPost)
    row.update(reconsideredOn, &review.reconsideredOn)
  }
}
