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
          "day": SheetDay.needed(values["day"], today: desk.today) { day in
            if day < file.file.value.openedOn {
              return "That is before the case opened, on \(file.file.value.openedOn.medium)."
            }
            return day > desk.today ? "A case closes today or on a day gone by." : nil
          }
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

  /// The form that was left unsaved; nil where none was.
  ///
  /// - Throws: `StoreError` where that can't be read.
  static func left(of file: CaseFile, desk: Desk) throws(StoreError) -> SheetScreen? {
    try FormPlace.left(.close, of: file.file.id.number, desk).map { _ in
      sheet(of: file, because: "", isTyped: false, desk: desk)
    }
  }
}
