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
        choice: .screen { desk in ChildForm.sheet(file.pupil, desk: desk) }),
      ChooserScreen.Item(
        "The case", notes: [note("tier, section 19, fair access, admission")],
        about: "dates accepted admitted direction", choice: .screen { _ in Self.file(file) }),
    ]
    for exclusion in file.exclusions.reversed() {
      let what = exclusion.value.category == .permanent ? "exclusion" : "suspension"
      items.append(
        ChooserScreen.Item(
          "The \(what) of \(exclusion.value.firstDay.medium)",
          notes: [note("how it stands, governing board, review")],
          about: "governors hearing outcome reinstated upheld decision",
          choice: .screen { _ in Self.exclusion(exclusion, of: file) }))
    }
    for placement in file.placements.reversed() {
      let provider = file.providers[placement.value.provider]?.name ?? "a provider not on file"
      items.append(
        ChooserScreen.Item(
          "The placement at \(provider)",
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
    var fields = [
      SheetField(
        "tier", "Tier", .choice(SheetChoice.titled(CaseTier.self)), text: value.tier.rawValue),
      day("opened", "Authority knew on", value.openedOn),
      day("accepted", "Section 19 accepted", value.section19AcceptedOn),
      day("admitted", "Admitted to a school", value.admittedOn),
      day("agreed", "Fair access agreed", value.fairAccessAgreedOn),
      day("placed", "Fair access place", value.fairAccessPlacedOn),
    ]
    if let direction = value.direction {
      fields += [
        day("notice", "Direction notice given", direction.noticeGivenOn, heading: "The direction"),
        day("requested", "Review requested", direction.reviewRequestedOn),
        day("held", "Review held", direction.reviewHeldOn),
      ]
    }
    let changed = { (values: SheetValues, today: Day) in
      let edits = SheetEdits(fields, values, today: today)
      return { (file: inout Case) in
        edits.set(&file.tier, "tier")
        edits.set(&file.openedOn, "opened")
        edits.set(&file.section19AcceptedOn, "accepted")
        edits.set(&file.admittedOn, "admitted")
        edits.set(&file.fairAccessAgreedOn, "agreed")
        edits.set(&file.fairAccessPlacedOn, "placed")
        guard var direction = file.direction else { return }
        edits.set(&direction.noticeGivenOn, "notice")
        edits.set(&direction.reviewRequestedOn, "requested")
        edits.set(&direction.reviewHeldOn, "held")
        file.direction = direction
      }
    }
    return sheet(
      "The case \(value.reference)", fields, ahead: ["admitted"],
      required: ["opened": "Give the day on which the authority knew."],
      problem: { values, today in
        var filled = value
        changed(values, today)(&filled)
        return filled.problems().first.map { ("opened", "\($0)") }
      },
      edit: { values, today in
        .edit(file, .file(file, "change the dates", set: changed(values, today)))
      })
  }

  // MARK: A placement

  private static func placement(
    _ placement: Stored<Placement>, of file: CaseFile
  ) -> SheetScreen {
    let value = placement.value
    let fields = [
      SheetField("sessions", "Sessions a week", text: "\(value.sessionsPerWeek)", hint: "1 to 10"),
      day("reviewed", "Last reviewed", value.lastReviewedOn),
      day("visited", "Last visited", value.lastVisitedOn),
      day("next", "Next review", value.nextReviewOn),
      day("planned", "Planned to end", value.plannedEnd),
      day("ended", "Ended on", value.endedOn),
      SheetField("outcome", "How it ended", .prose, text: value.outcome ?? ""),
    ]
    let changed = { (values: SheetValues, today: Day) in
      let edits = SheetEdits(fields, values, today: today)
      return { (placement: inout Placement) in
        edits.set(&placement.sessionsPerWeek, "sessions")
        edits.set(&placement.lastReviewedOn, "reviewed")
        edits.set(&placement.lastVisitedOn, "visited")
        edits.set(&placement.nextReviewOn, "next")
        edits.set(&placement.plannedEnd, "planned")
        edits.set(&placement.endedOn, "ended")
        edits.set(&placement.outcome, "outcome")
      }
    }
    let provider = file.providers[value.provider]?.name ?? "a provider"
    return sheet(
      "The placement at \(provider) from \(value.startsOn.medium)", fields,
      ahead: ["next", "planned", "ended"], required: ["sessions": "Give sessions a week, 1 to 10."],
      problem: { values, today in
        guard let sessions = Int(values["sessions"]), (1...10).contains(sessions) else {
          return ("sessions", "Sessions are half days: from 1 to 10 a week.")
        }
        var filled = value
        changed(values, today)(&filled)
        return filled.problems().first.map { ("reviewed", "\($0)") }
      },
      edit: { values, today in
        .edit(file, .placement(placement, of: file, set: changed(values, today)))
      })
  }

  // MARK: An exclusion

  private static func exclusion(
    _ exclusion: Stored<Exclusion>, of file: CaseFile
  ) -> SheetScreen {
    let value = exclusion.value
    let (board, review) = (value.governors, value.review)
    var fields = [
      SheetField(
        "outcome", "How it stands", .choice(SheetChoice.titled(ExclusionOutcome.self)),
        text: value.outcome.rawValue),
      day("ended", "Ended on", value.endedOn),
      day("exam", "Examination on", value.examinationOn),
      day("notified", "Received notice", board.notifiedOn, heading: "The governing board"),
      day("represented", "Parent's words", board.representationsOn),
      day("met", "Met on", board.metOn),
      choice("decision", "Decided", GovernorsDecision.self, board.decision),
      day("sent", "Notice sent on", board.noticeSentOn),
      SheetField(
        "delivery", "Sent by", .choice(SheetChoice.titled(Delivery.self)),
        text: board.noticeDelivery.rawValue),
    ]
    if value.category == .permanent {
      fields += [
        day("waived", "Parent waived it", review.waivedOn, heading: "An independent review"),
        day("applied", "Applied for", review.appliedOn),
        day("hearing", "Hearing on", review.hearingOn),
        choice("panel", "Decided", ReviewDecision.self, review.decision),
        day("told", "Notice sent on", review.noticeSentOn),
        SheetField(
          "way", "Sent by", .choice(SheetChoice.titled(Delivery.self)),
          text: review.noticeDelivery.rawValue),
        day("again", "Reconsidered on", review.reconsideredOn),
      ]
    }
    let changed = { (values: SheetValues, today: Day) in
      let edits = SheetEdits(fields, values, today: today)
      return { (exclusion: inout Exclusion) in
        edits.set(&exclusion.outcome, "outcome")
        edits.set(&exclusion.endedOn, "ended")
        edits.set(&exclusion.examinationOn, "exam")
        edits.set(&exclusion.governors.notifiedOn, "notified")
        edits.set(&exclusion.governors.representationsOn, "represented")
        edits.set(&exclusion.governors.metOn, "met")
        edits.set(&exclusion.governors.decision, "decision")
        edits.set(&exclusion.governors.noticeSentOn, "sent")
        edits.set(&exclusion.governors.noticeDelivery, "delivery")
        edits.set(&exclusion.review.waivedOn, "waived")
        edits.set(&exclusion.review.appliedOn, "applied")
        edits.set(&exclusion.review.hearingOn, "hearing")
        edits.set(&exclusion.review.decision, "panel")
        edits.set(&exclusion.review.noticeSentOn, "told")
        edits.set(&exclusion.review.noticeDelivery, "way")
        edits.set(&exclusion.review.reconsideredOn, "again")
      }
    }
    return sheet(
      "The \(value.category.title.lowercased()) of \(value.firstDay.medium)", fields,
      ahead: ["exam", "met", "hearing", "ended"],
      problem: { values, today in
        var filled = value
        changed(values, today)(&filled)
        // What was wrong before it was opened does not keep a new fact out.
        let known = value.problems()
        return filled.problems().first { !known.contains($0) }.map { ("outcome", "\($0)") }
      },
      edit: { values, today in
        .edit(file, .exclusion(exclusion, of: file, set: changed(values, today)))
      })
  }

  // MARK: A view

  private static func view(in file: CaseFile) -> SheetScreen {
    let fields = [
      SheetField("voice", "Who said it", .choice(SheetChoice.titled(Voice.self))),
      SheetField("day", "When", text: "today"),
      SheetField("words", "In their words", .prose),
    ]
    return sheet(
      "What somebody said", fields,
      required: ["day": "Give the day on which it was said.", "words": "Write what was said."],
      problem: { _, _ in nil },
      edit: { values, today in
        let view = View(
          file: file.file.id, voice: Voice(rawValue: values["voice"]) ?? .child,
          givenOn: SheetDay.day(values["day"], today: today) ?? today,
          words: MinuteText.cleaned(values["words"]))
        return .edit(file, .view(view, in: file))
      })
  }

  // MARK: Parts of the forms

  private static func day(
    _ name: String, _ label: String, _ day: Day?, heading: String? = nil
  ) -> SheetField {
    SheetField(
      name, label, text: day?.medium ?? "", hint: "24/11, or with its year", heading: heading)
  }

  private static func choice<Choice: Titled & RawRepresentable>(
    _ name: String, _ label: String, _: Choice.Type, _ value: Choice?
  ) -> SheetField where Choice.RawValue == String {
    SheetField(
      name, label, .choice([SheetChoice("", "not yet")] + SheetChoice.titled(Choice.self)),
      text: value?.rawValue ?? "")
  }

  /// A sheet of days and choices whose whole the domain judges.
  ///
  /// - Parameters:
  ///   - ahead: The days that may not have come yet.
  ///   - required: The fields that may not be empty, with what is said then.
  ///   - problem: What the domain finds wrong with the whole, and the field at which it is said.
  ///   - edit: The act.
  private static func sheet(
    _ title: String, _ fields: [SheetField], ahead: Set<String> = [],
    required: [String: String] = [:],
    problem: @escaping (SheetValues, Day) -> (field: String, words: String)?,
    edit: @escaping (SheetValues, Day) -> Act
  ) -> SheetScreen {
    let days = fields.filter { $0.isDay }.map(\.name)
    return SheetScreen(
      title, fields: fields,
      check: { values, desk in
        var found: [String: FieldSheet.Remark] = [:]
        for name in days {
          found[name] = SheetDay.remark(
            values[name], today: desk.today, mayBeAhead: ahead.contains(name))
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
      save: { values, desk in .done(.perform(edit(values, desk.today))) })
  }
}

extension SheetField {
  /// Whether it takes a day.
  fileprivate var isDay: Bool {
    guard case .line = sort else { return false }
    return name != "sessions"
  }
}

extension SheetChoice {
  /// All choices of a kind, by their titles.
  fileprivate static func titled<Choice: Titled & RawRepresentable>(_: Choice.Type) -> [SheetChoice]
  where Choice.RawValue == String {
    all(Choice.self, title: \.title)
  }
}
