import AlternativeProvision
import CaseStore

/// A text that is in the person's own editor, and where it belongs.
///
/// While the editor is open the caseload knows in which file the text is, so that what was saved there is
/// taken in by the next start, should this program be killed meanwhile.
enum EditedText: Equatable {
  /// A field of a form.
  case form(FormPlace, field: String)
  /// A field of a meeting.
  case words(TypedField)
  /// A field of a referral.
  case referral(Identifier<Referral>, field: String)

  private static let prefix = "editor "

  /// Under what the caseload knows it.
  private var key: String {
    switch self {
    case .form(let place, let field): "\(EditedText.prefix)form \(field) \(place.key)"
    case .words(.item(let item, let field)):
      "\(EditedText.prefix)item \(item.number) \(field.rawValue)"
    case .words(.action(let action, let field)):
      "\(EditedText.prefix)action \(action.number) \(field.rawValue)"
    case .referral(let id, let field): "\(EditedText.prefix)referral \(id.number) \(field)"
    }
  }

  private init?(_ note: FormDraft) {
    let parts = note.form.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
      .map(String.init)
    guard parts.count == 4 else { return nil }
    let number = Int64(parts[2])
    switch parts[1] {
    case "form":
      var draft = note
      draft.form = parts[3]
      guard let place = FormPlace(draft) else { return nil }
      self = .form(place, field: parts[2])
    case "item":
      guard let number, let field = DecisionField(rawValue: parts[3]) else { return nil }
      self = .words(.item(Identifier(number), field))
    case "action":
      guard let number, let field = ActionField(rawValue: parts[3]) else { return nil }
      self = .words(.action(Identifier(number), field))
    case "referral":
      guard let number else { return nil }
      self = .referral(Identifier(number), field: parts[3])
    default: return nil
    }
  }

  // MARK: While the editor is open

  /// Notes that a text is in a file.
  func note(_ text: String, in path: String, _ desk: Desk) {
    guard !desk.setting.isReadOnly else { return }
    var about = ""
    if case .form(let place, _) = self { about = place.about }
    // Where this can't be noted, the editor opens all the same.
    try? desk.caseload.keep(
      FormDraft(
        form: key, title: about, fields: [FormDraft.Field(name: "", opened: text, text: path)],
        focus: "", cursor: 0, at: desk.setting.now()), of: desk.setting.author)
  }

  /// Forgets that, since the editor has ended.
  func forget(_ desk: Desk) {
    guard !desk.setting.isReadOnly else { return }
    try? desk.caseload.forget(key, of: desk.setting.author)
  }

  // MARK: After this program was killed

  /// Takes in what stands in files that editors left, each where it belongs, and removes them.
  ///
  /// - Returns: Whether anything was taken in, and the files that stay since they could not be.
  static func takeIn(_ drafts: [FormDraft], _ desk: Desk) -> (hasTaken: Bool, left: [String]) {
    var hasTaken = false
    var left: [String] = []
    for note in drafts where note.form.hasPrefix(prefix) {
      guard let entry = note.fields.first, let file = ScratchFile(left: entry.text) else {
        try? desk.caseload.forget(note.form, of: desk.setting.author)
        continue
      }
      // Another window of this person's has its editor open.
      if file.isInUse { continue }
      do {
        guard let text = file.read(over: entry.opened) else {
          left.append(entry.text)
          continue
        }
        if text != entry.opened {
          guard let place = EditedText(note),
            try place.put(text, over: entry.opened, at: note.at, desk)
          else {
            left.append(entry.text)
            continue
          }
          hasTaken = true
        }
        try desk.caseload.forget(note.form, of: desk.setting.author)
        file.remove()
      } catch {
        // What can't be taken in stays where it is, and is tried again by the next start.
        left.append(entry.text)
      }
    }
    return (hasTaken, left)
  }

  /// Puts a text where it belongs; false where that is not there any more.
  private func put(
    _ text: String, over handed: String, at time: Instant, _ desk: Desk
  ) throws -> Bool {
    let (caseload, author) = (desk.caseload, desk.setting.author)
    switch self {
    case .form(let place, let name):
      var draft =
        try caseload.draft(of: place.key, by: author)
        ?? FormDraft(
          form: place.key, title: place.about, fields: [], focus: name, cursor: text.count, at: time
        )
      if let index = draft.fields.firstIndex(where: { $0.name == name }) {
        draft.fields[index].text = text
      } else {
        draft.fields.append(FormDraft.Field(name: name, opened: handed, text: text))
      }
      draft.focus = name
      draft.cursor = text.count
      draft.at = time
      try caseload.keep(draft, of: author)
    case .words(let field):
      let now = desk.setting.now()
      do throws(StoreError) {
        _ = try caseload.save(text, to: field, over: Words(handed), by: author, at: now)
      } catch {
        // A decision was confirmed meanwhile: Notes stay open.
        guard error.kind == .refused, case .item(let item, _) = field else { throw error }
        let notes = try caseload.words(of: item)[.notes] ?? Words()
        let all = notes.text.isEmpty ? text : notes.text + "\n" + text
        _ = try caseload.save(all, to: .item(item, .notes), over: notes, by: author, at: now)
      }
    case .referral(let id, let name):
      guard let referral = try caseload.referral(id) else { return false }
      let theirs = ReferralFields.texts(referral)
      let merged = ReferralFields.merged(
        mine: [name: text], base: [name: handed], theirs: theirs)
      let filled = ReferralFields.filled(merged.texts, over: referral, today: desk.today)
      try caseload.change(
        by: author, at: desk.setting.now(),
        cause: Caseload.typingCause + "referral \(referral.reference)"
      ) { door in try door.write(Stored(id: id, value: filled)) }
    }
    return true
  }
}
