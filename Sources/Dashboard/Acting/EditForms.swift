import AlternativeProvision
import CaseStore
import TerminalUI

/// The forms with which a caseworker corrects what is on file about a case, or notes what has happened:
/// the governing board met, a placement was reviewed, the child was admitted to a school.
enum EditForms {
  /// What can be corrected, to choose from.
  static func chooser(for file: CaseFile, desk: Desk) -> ChooserScreen {
    var items = [
      ChooserScreen.Item(
        "The child's record", notes: [note("names, needs, plan, care, last examination")],
        about: "pupil social worker looked after ehc sen exam address school",
        choice: .screen { desk in
          ChildForm.sheet(file.pupil, since: file.position, desk: desk)
        }),
      ChooserScreen.Item(
        "The case", notes: [note("tier, section 19, fair access, admission")],
        about: "dates accepted admitted direction", choice: .screen { _ in Self.file(file) }),
    ]
    for exclusion in file.exclusions.reversed() {
      let what = exclusion.value.category == .permanent ? "exclusion" : "suspension"
      items.append(
        ChooserScreen.Item(
          "The \(what) of \(exclusion.value.firstDay.medium)",
          notes: [note("first day, length, how it stands, governing board, review")],
          about: "first day length governors hearing outcome reinstated upheld decision",
          choice: .screen { _ in Self.exclusion(exclusion, of: file) }))
    }
    for placement in file.placements.reversed() {
      let provider = file.providers[placement.value.provider]?.name ?? "a provider not on file"
      items.append(
        ChooserScreen.Item(
          "the placement at \(provider)",
          notes: [note("from \(placement.value.startsOn.medium): reviewed, visited, ended")],
          about: "review monitoring visit sessions end",
          choice: .screen { _ in Self.placement(placement, of: file) }))
    }
    items.append(
      ChooserScreen.Item(
        "What somebody said", notes: [note("a view of the child, a parent or the school")],
        about: "view voice words", choice: .screen { _ in view(in: file) }))
    return ChooserScreen(
      titled: { "Edit what is on file about \($0.spokenName(of: file))" }, items: items,
      hint: "Type what to change")
  }

  private static func note(_ words: String) -> Span { Span(words, Style(.muted)) }

  // MARK: The case

  private static func file(_ file: CaseFile) -> SheetScreen {
    let value = file.file.value
    var fields: [RecordField<Case>] = [
      .choice("tier", "Tier", \.tier, of: value),
      .day("opened", "Authority knew on", \.openedOn, of: value),
      .day("accepted", "Section 19 accepted", \.section19AcceptedOn, of: value),
      .day("admitted", "Admitted to a school", \.admittedOn, of: value),
      .day("agreed", "Fair access agreed", \.fairAccessAgreedOn, of: value),
      .day("placed", "Fair access place", \.fairAccessPlacedOn, of: value),
    ]
    if let part = value.direction {
      fields += [
        .day(
          "notice", "Direction notice given", \.noticeGivenOn, in: \.direction, of: part,
          heading: "The direction"),
        .day("requested", "Review requested", \.reviewRequestedOn, in: \.direction, of: part),
        .day("held", "Review held", \.reviewHeldOn, in: \.direction, of: part),
      ]
    }
    return sheet(
      "the case \(value.reference)",
      at: FormPlace(.file, of: file.file.id.number, about: value.reference), fields, of: value,
      ahead: ["admitted"],
      required: ["opened": "Give the day on which the authority knew."],
      problem: { filled, _ in filled.problems().first.map { ("opened", Wording.sentence("\($0)")) }
      },
      edit: { .file(file, "change the dates", set: $0) }, in: file)
  }

  // MARK: A placement

  private static func placement(
    _ placement: Stored<Placement>, of file: CaseFile
  ) -> SheetScreen {
    let value = placement.value
    let fields: [RecordField<Placement>] = [
      .number("sessions", "Sessions a week", \.sessionsPerWeek, of: value, hint: "1 to 10"),
      .day("reviewed", "Last reviewed", \.lastReviewedOn, of: value),
      .day("visited", "Last visited", \.lastVisitedOn, of: value),
      .day("next", "Next review", \.nextReviewOn, of: value),
      .day("planned", "Planned to end", \.plannedEnd, of: value),
      .day("ended", "Ended on", \.endedOn, of: value),
      .words("outcome", "How it ended", \.outcome, of: value),
    ]
    let provider = file.providers[value.provider]?.name ?? "a provider"
    return sheet(
      "the placement at \(provider) from \(value.startsOn.medium)",
      at: FormPlace(
        .placement, of: file.file.id.number, "\(placement.id.number)",
        about: file.file.value.reference), fields, of: value,
      ahead: ["next", "planned", "ended"], required: ["sessions": "Give sessions a week, 1 to 10."],
      problem: { filled, values in
        guard let sessions = Int(values["sessions"]), (1...10).contains(sessions) else {
          return ("sessions", "Sessions are half days: from 1 to 10 a week.")
        }
        return filled.problems().first.map { ("reviewed", Wording.sentence("\($0)")) }
      },
      edit: { .placement(placement, of: file, set: $0) }, in: file)
  }

  // MARK: An exclusion

  private static func exclusion(
    _ exclusion: Stored<Exclusion>, of file: CaseFile
  ) -> SheetScreen {
    let value = exclusion.value
    var fields: [RecordField<Exclusion>] = [
      .day("first", "First day out", \.firstDay, of: value),
      .session("from", "From the", \.firstSession, of: value),
    ]
    if value.category == .suspension {
      fields.append(.number("sessions", "Length", \.sessions, of: value, hint: "in half days"))
    }
    fields += [
      .choice("outcome", "How it stands", \.outcome, of: value),
      .day("ended", "Ended on", \.endedOn, of: value),
      .day("exam", "Examination on", \.examinationOn, of: value),
      .day(
        "notified", "Received notice", \.governors.notifiedOn, of: value,
        heading: "The governing board"),
      .day("represented", "Parent's case put on", \.governors.representationsOn, of: value),
      .day("met", "Met on", \.governors.metOn, of: value),
      .choice("decision", "Decided", \.governors.decision, of: value),
      .day("sent", "Notice sent on", \.governors.noticeSentOn, of: value),
      .choice("delivery", "Sent by", \.governors.noticeDelivery, of: value),
    ]
    if value.category == .permanent {
      fields += [
        .day(
          "waived", "Parent waived it", \.review.waivedOn, of: value,
          heading: "An independent review"),
        .day("claim", "Claim determined", \.review.claimDeterminedOn, of: value),
        .day("applied", "Applied for", \.review.appliedOn, of: value),
        .day("hearing", "Hearing on", \.review.hearingOn, of: value),
        .choice("panel", "Decided", \.review.decision, of: value),
        .day("told", "Notice sent on", \.review.noticeSentOn, of: value),
        .choice("way", "Sent by", \.review.noticeDelivery, of: value),
        .day("again", "Reconsidered on", \.review.reconsideredOn, of: value),
      ]
    }
    return sheet(
      "the \(value.category.title.lowercased()) of \(value.firstDay.medium)",
      at: FormPlace(
        .exclusion, of: file.file.id.number, "\(exclusion.id.number)",
        about: file.file.value.reference), fields, of: value,
      ahead: ["first", "exam", "met", "hearing", "ended"],
      required: ["first": "Give the first day that the notice states."],
      problem: { filled, values in
        if value.category == .suspension, Int(values["sessions"]).map({ $0 > 0 }) != true {
          return ("sessions", "Give its length in half days, as 10 for five days.")
        }
        if let ended = filled.endedOn, ended < filled.firstDay {
          return ("ended", "It cannot have ended before its first day, \(filled.firstDay.medium).")
        }
        // What was wrong before it was opened does not keep a new fact out.
        let known = value.problems()
        return filled.problems().first { !known.contains($0) }.map {
          ("outcome", Wording.sentence("\($0)"))
        }
      },
      edit: { .exclusion(exclusion, of: file, set: $0) }, in: file)
  }

  // MARK: A view

  private static func view(in file: CaseFile) -> SheetScreen {
    let fields = [
      SheetField("voice", "Who said it", .choice(SheetChoice.titled(Voice.self))),
      SheetField.day("day", "When", text: "today"),
      SheetField("words", "In their words", .prose),
    ]
    return sheet(
      "what somebody said",
      at: FormPlace(.view, of: file.file.id.number, about: file.file.value.reference), fields,
      required: ["day": "Give the day on which it was said.", "words": "Write what was said."],
      problem: { _, _ in nil },
      edit: { values, today in
        let view = View(
          file: file.file.id, voice: Voice(rawValue: values["voice"]) ?? .child,
          givenOn: SheetDay.day(values["day"], today: today) ?? today,
          words: MinuteText.cleaned(values["words"]))
        return .edit(file, .view(view, in: file))
      }, in: file)
  }

  // MARK: Parts of the forms

  /// A sheet of the fields of one record.
  ///
  /// - Parameters:
  ///   - value: The record as it was read.
  ///   - ahead: The days that may not have come yet.
  ///   - required: The fields that may not be empty, with what is said then.
  ///   - problem: What the domain finds wrong with the record as it would be, and the field at which it
  ///     is said.
  ///   - edit: The correction, by what it sets.
  private static func sheet<Record>(
    _ title: String, at place: FormPlace, _ fields: [RecordField<Record>], of value: Record,
    ahead: Set<String>,
    required: [String: String] = [:],
    problem: @escaping (Record, SheetValues) -> (field: String, words: String)?,
    edit: @escaping (@escaping (inout Record) -> Void) -> Edit, in file: CaseFile
  ) -> SheetScreen {
    sheet(
      title, at: place, fields.map(\.field), ahead: ahead, required: required,
      problem: { values, today in
        var filled = value
        fields.changes(values, today: today)(&filled)
        return problem(filled, values)
      },
      edit: { values, today in .edit(file, edit(fields.changes(values, today: today))) }, in: file)
  }

  /// A sheet of days and choices whose whole the domain judges.
  ///
  /// - Parameters:
  ///   - ahead: The days that may not have come yet.
  ///   - required: The fields that may not be empty, with what is said then.
  ///   - problem: What the domain finds wrong with the whole, and the field at which it is said.
  ///   - edit: The act.
  private static func sheet(
    _ title: String, at place: FormPlace, _ fields: [SheetField], ahead: Set<String> = [],
    required: [String: String] = [:],
    problem: @escaping (SheetValues, Day) -> (field: String, words: String)?,
    edit: @escaping (SheetValues, Day) -> Act, in file: CaseFile
  ) -> SheetScreen {
    let days = fields.filter { $0.content == .day }.map(\.name)
    let schoolDays = SchoolDays(of: file)
    return SheetScreen(
      // The box covers the row from which it was opened: whose it is stands nowhere else.
      titled: { "\($0.spokenName(of: file)): \(title)" }, at: place, covering: .everything,
      fields: fields,
      check: { values, desk in
        var found: [String: FieldSheet.Remark] = [:]
        for name in days {
          found[name] = SheetDay.remark(
            values[name], today: desk.today, mayBeAhead: ahead.contains(name), by: schoolDays)
        }
        for (name, words) in required where values[name].isEmpty { found[name] = .problem(words) }
        let isSound = found.values.allSatisfy { remark in
          if case .problem = remark { false } else { true }
        }
        if isSound, let wrong = problem(values, desk.today) {
          found[wrong.field] = .problem(wrong.words)
        }
        return found
      },
      save: { values, desk in .act(edit(values, desk.today)) })
  }
}
