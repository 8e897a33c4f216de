import AlternativeProvision
import CaseStore
import TerminalUI

/// What is typed in a meeting whose file is lost, and how it comes into another.
extension MeetingScreen {
  /// The texts that were written to another file, by their fields: these are no longer only here.
  final class Rescued {
    var texts: [MeetingField: String] = [:]
    /// Where they were written last.
    var path = ""
  }

  /// The fields with words that no file holds.
  var unsafeFields: [MeetingField] {
    form.unsaved.filter { form.texts[$0]?.editor.text != rescued.texts[$0] }
  }

  func unsavedWords(desk: Desk) -> String? {
    guard !desk.setting.isReadOnly, !unsafeFields.isEmpty else { return nil }
    return everyWord
  }

  /// All that was written at the meeting as this terminal knows it, what could not be saved first: where
  /// the file is gone, the rest of it may be too.
  private var everyWord: String {
    let panel = file.panel.value.name
    var text = "\(panel), \(file.meeting.value.heldOn.long)\n"
    if let item {
      text += "\nCould not be saved, on \(item.item.value.title):\n"
      for field in form.fields where unsafeFields.contains(field) {
        text += "\n\(title(of: field)):\n\(form.text(of: field, in: item))\n"
      }
    }
    text += "\nWhat else was written, as it was saved last:\n"
    for entry in items {
      var lines: [String] = []
      for field in DecisionField.allCases {
        let words = shown(entry[field].text, in: field)
        if !words.isEmpty { lines.append("\(field.title): \(words)") }
      }
      lines += entry.actions.filter { !$0.saysNothing }.map { action in
        let due = action.action.dueOn.map { ", by \($0.medium)" } ?? ""
        return "Action: \(action.action.what) – \(action.action.owner)\(due)"
      }
      if !lines.isEmpty {
        text += "\n\(entry.item.value.title)\n" + lines.joined(separator: "\n") + "\n"
      }
    }
    return text
  }

  private func title(of field: MeetingField) -> String {
    switch field {
    case .decision(let field): field.title
    case .action: field.label
    }
  }

  private func shown(_ text: String, in field: DecisionField) -> String {
    switch field {
    case .option: DecisionOption(rawValue: text)?.title ?? text
    case .provider: Int64(text).flatMap { providerName(Identifier($0)) } ?? text
    default: text
    }
  }

  private func providerName(_ number: Identifier<Provider>) -> String? {
    view?.options.first { $0.provider.id == number }?.provider.value.name
  }

  /// Asks for the file into which everything goes that is not saved.
  func rescue(_ desk: Desk) -> Outcome {
    guard let rescue = desk.setting.rescue, !desk.setting.isReadOnly else {
      return .message(Message(.warning, "Words cannot be written elsewhere from here."))
    }
    guard !unsafeFields.isEmpty else {
      return .message(Message(.notice, "Everything that you typed is kept."))
    }
    let (words, rescued) = (Wording.rescued(everyWord, desk), rescued)
    var texts: [MeetingField: String] = [:]
    for field in unsafeFields { texts[field] = form.texts[field]?.editor.text }
    return .push(
      SheetScreen(
        "Write your words to another file", at: nil,
        intro: [
          "The caseload does not take them. A new file that only you can read gets what is not saved, and "
            + "all that was written at this meeting. Here it is tried again every second."
        ],
        covering: .nothing,
        fields: [SheetField("file", "File", text: rescue.proposed)],
        check: { values, _ in
          values["file"].isEmpty ? ["file": .problem("Name the file.")] : [:]
        },
        save: { values, desk in
          do {
            let path = try rescue.write(words, values["file"])
            rescued.texts.merge(texts) { _, new in new }
            rescued.path = path
            return .done(.message(Message(.notice, Wording.areIn(path, desk))))
          } catch {
            return .refused("\(error)")
          }
        }))
  }
}
