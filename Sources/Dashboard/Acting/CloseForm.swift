import AlternativeProvision
import CaseStore

/// The form with which a case is closed, on a day and for a reason.
enum CloseForm {
  /// The form for a reason that was chosen.
  ///
  /// - Parameter isTyped: Whether the reason is in the person's own words, which are kept like all that
  ///   is typed.
  static func sheet(
    of file: CaseFile, because reason: String, isTyped: Bool, desk: Desk
  ) -> SheetScreen {
    var sheet = SheetScreen(
      titled: { "Close \($0.spokenName(of: file))'s case" },
      at: FormPlace(.close, of: file.file.id.number, about: file.file.value.reference),
      covering: .namesOf(file.pupil.value),
      fields: [
        SheetField("reason", "Because", text: isTyped ? "" : reason, fact: .remark),
        SheetField.day("day", "Closed on", text: desk.today.medium),
      ],
      check: { values, desk in
        var found = [
          "day": remark(on: values, opened: file.file.value.openedOn, "the case", desk)
        ]
        if values["reason"].isEmpty { found["reason"] = .problem("Say why the case closes.") }
        return found
      },
      save: { values, desk in
        guard let day = SheetDay.day(values["day"], today: desk.today) else {
          return SheetDay.refusal(values["day"], today: desk.today)
        }
        return .act(.close(file, on: day, reason: values["reason"]))
      })
    sheet.objections = { _, desk in
      SheetScreen.Objections(
        warnings:
          ClosingChecks(of: file, today: desk.today, shared: desk.sharedView).warnings)
    }
    if isTyped { sheet.put(reason, in: "reason") }
    sheet.start(at: "day")
    return sheet
  }

  /// The same form for all that are marked: one day and one reason, with how many are still owed something.
  ///
  /// It asks once more in any case, since so many children are easily too many.
  static func sheet(
    of cases: [Identifier<Case>], because reason: String, _ desk: Desk
  ) -> SheetScreen {
    let number = NumberText.count(cases.count, "case")
    let opened = cases.compactMap { desk.board.cases.position(of: $0) }
      .map { desk.board.cases[$0].openedOn }.max()
    var sheet = SheetScreen(
      "Close \(NumberText.count(cases.count, "marked case"))", at: nil,
      fields: [
        SheetField("reason", "Because", text: reason, fact: .remark),
        SheetField.day("day", "Closed on", text: desk.today.medium),
      ],
      check: { values, desk in
        var found = ["day": remark(on: values, opened: opened, "the last of them", desk)]
        if values["reason"].isEmpty { found["reason"] = .problem("Say why the cases close.") }
        return found
      },
      save: { [caseload = desk.caseload] values, desk in
        guard let day = SheetDay.day(values["day"], today: desk.today) else {
          return SheetDay.refusal(values["day"], today: desk.today)
        }
        let reason = values["reason"]
        return .change(
          Change(
            cause: "close \(number)", done: "\(number) closed.",
            advice: KeyAdvice(
              command: .undo, words: "opens \(cases.count == 1 ? "it" : "them") again")
          ) { door in
            let closing = Closing(day: day, reason: reason)
            for file in try ActingOnMany.open(cases, in: caseload) {
              try closing.perform(file, try caseload.placements(in: file.id), since: nil, &door)
            }
          })
      })
    let overdue = desk.board.overdueCount(of: cases)
    let owed =
      overdue == 0
      ? "" : ", \(overdue == cases.count ? "all" : "\(overdue)") with a clock overdue"
    sheet.objections = { _, _ in
      SheetScreen.Objections(
        warnings: [
          "\(number) close\(cases.count == 1 ? "s" : "")\(owed); placements that go on end then."
        ])
    }
    sheet.start(at: "day")
    return sheet
  }

  /// What is made of the day on which a case closes.
  private static func remark(
    on values: SheetValues, opened: Day?, _ what: String, _ desk: Desk
  ) -> FieldSheet.Remark {
    SheetDay.needed(values["day"], today: desk.today) { day in
      if let opened, day < opened {
        return "That is before \(what) opened, on \(opened.medium)."
      }
      return day > desk.today ? "A case closes today or on a day gone by." : nil
    }
  }

  /// The form that was left unsaved; nil where none was.
  ///
  /// - Throws: `StoreError` where that can't be read.
  static func left(of file: CaseFile, desk: Desk) throws(StoreError) -> SheetScreen? {
    try FormPlace.left(.close, of: file.file.id.number, desk).map { _ in
      sheet(of: file, because: "", isTyped: false, desk: desk)
    }
  }
}
