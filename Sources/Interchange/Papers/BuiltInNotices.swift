import AlternativeProvision

/// The letters that a team has until it writes its own.
///
/// A paragraph stands on one line, since a filled letter is wrapped. What only the team can know and no
/// caseload holds is a named gap.
enum BuiltInNotices {
  static func text(_ kind: NoticeKind) -> String {
    switch kind {
    case .school: school
    case .parent: parent
    }
  }

  private static let facts = """
    {kind}: {decision}
    {standing}

    Provider: {provider}
    First day: {starts_on}
    Sessions (half days) a week: {sessions}
    Hours a week: {hours}
    Planned end: {planned_end}
    Last day: {ends_on}
    Tier of support: {tier}
    To be reviewed on: {review_on}
    What will be done: {measure}
    What the panel needs to know: {information}
    Who will find it out: {owner}
    By: {due_on}
    Who follows it up: {follow_up}
    How it ended: {outcome}

    What is needed for the first day:
    Address: {provider_address}
    Times: {session_times}
    Report to: {report_to}
    Transport: {transport}

    What must be so to move on:
    {exit_criteria}

    Why part-time is right:
    {health_reason}

    Why the panel decided so:
    {reasons}

    Why it was done before the panel met:
    {earlier_reasons}

    Whether education is reasonably available without the authority (Education Act 1996, section 19):
    {section19}

    What the panel had before it:
    {evidence}

    What will be done, by whom and when:
    {actions}
    """

  private static let contact =
    "[to be filled in: the team's telephone and e-mail; put them into your own letter once]"

  private static let school = """
    {letter_date}

    To the head teacher
    {school}

    Dear head teacher

    {child}, born {date_of_birth}, year {year_group}
    Our reference: {reference}

    The {panel} considered this pupil on {meeting_date}.

    \(facts)

    Please keep the pupil on roll unless the law requires otherwise. If anything here does not agree \
    with what you know, tell us at once.
    Please record attendance at {provider} by the code that applies there.

    {officer}
    \(contact)
    For the chair, {chair}

    """

  private static let parent = """
    {letter_date}

    {parent_name}
    {parent_address}

    Dear {parent}

    {child}
    Our reference: {reference}

    The {panel} talked about {forename}'s education on {meeting_date}. This letter tells you what was \
    {was_decided}.

    \(facts)

    If you do not agree, or something has changed, please tell us: we will look at it again. You may \
    also use the council's complaints procedure, and after that ask the Local Government and Social \
    Care Ombudsman (www.lgo.org.uk). Nothing in this letter takes away your right to make \
    representations to the governing board, to ask for an independent review of a permanent \
    exclusion, or to appeal about an education, health and care plan.

    {officer}
    \(contact)
    For the chair, {chair}

    """
}
