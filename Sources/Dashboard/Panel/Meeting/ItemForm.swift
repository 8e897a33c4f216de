import AlternativeProvision
import CaseStore
import TerminalUI

/// A place in which something is written or chosen on an item.
enum MeetingField: Hashable {
  /// A field of the decision.
  case decision(DecisionField)
  /// A field of an action.
  case action(Identifier<PanelAction>, ActionField)

  /// The name by which the store keeps that somebody was here.
  var name: String {
    switch self {
    case .decision(let field): "form:\(field.rawValue)"
    case .action(let action, let field): "action:\(action.number):\(field.rawValue)"
    }
  }

  /// The field of that name; nil where it names none.
  init?(name: String) {
    let parts = name.split(separator: ":").map(String.init)
    if parts.count == 2, parts[0] == "form", let field = DecisionField(rawValue: parts[1]) {
      self = .decision(field)
    } else if parts.count == 3, parts[0] == "action", let number = Int64(parts[1]),
      let field = ActionField(rawValue: parts[2])
    {
      self = .action(Identifier(number), field)
    } else {
      return nil
    }
  }

  /// Whether it is typed into; the others are chosen.
  var isTyped: Bool {
    guard case .decision(let field) = self else { return true }
    switch field.sort {
    case .prose, .line, .day, .number, .money: return true
    case .flag, .choice, .record: return false
    }
  }

  /// What is said where it is empty and something should stand there: what a decision lacks keeps it from
  /// being confirmed, and what an action lacks does not.
  var lack: String {
    switch self {
    case .decision, .action(_, .what): "needed"
    case .action(_, .owner): "no owner yet"
    case .action(_, .dueOn): "no day yet"
    }
  }

  /// What kind of fact it holds, once it is decided.
  var fact: SharedFact {
    switch self {
    case .decision(let field): field.fact
    case .action: .action
    }
  }

  /// Whether it holds sentences.
  var isProse: Bool {
    switch self {
    case .decision(let field): field.sort == .prose
    case .action(_, let field): field == .what
    }
  }

  /// Whether it holds a day.
  var isDay: Bool {
    switch self {
    case .decision(let field): field.sort == .day
    case .action(_, let field): field == .dueOn
    }
  }

  /// Whether what is typed on coming to it replaces what it holds: a day, a number, a sum.
  var isShort: Bool {
    switch self {
    case .decision(let field): ![.prose, .line, .choice].contains(field.sort)
    case .action(_, let field): field == .dueOn
    }
  }

  /// What stands before it on the screen.
  var label: String {
    switch self {
    case .decision(let field): field.shortTitle
    case .action(_, .what): "Action"
    case .action(_, .owner): "Owner"
    case .action(_, .dueOn): "Due"
    }
  }

  /// What belongs in it, while it is empty.
  var hint: String {
    switch self {
    case .decision(let field): field.whatToDo
    case .action(_, .what): "say what is to be done"
    case .action(_, .owner): "who"
    case .action(_, .dueOn): "by when"
    }
  }

  /// The same as the store names it.
  func typed(on item: Identifier<AgendaItem>) -> TypedField {
    switch self {
    case .decision(let field): .item(item, field)
    case .action(let action, let field): .action(action, field)
    }
  }
}

/// A text being typed, with what the store held when it was read or saved last.
struct FieldText {
  var editor: TextEditor
  var base: Words
  /// Whether something is typed that the store does not hold yet.
  var isUnsaved = false

  init(_ words: Words, isProse: Bool) {
    editor = TextEditor(words.text, limits: isProse ? .init() : .oneParagraph)
    base = words
  }
}

/// The form of one item: which fields it has, what is typed into them, and where the cursor is.
struct ItemForm {
  /// The fields in their order.
  private(set) var fields: [MeetingField] = []
  /// The field with the focus.
  var focus: MeetingField?
  /// Whether somebody has just come to the field: what is typed then replaces a day or a number.
  var isEntered = false
  /// The texts that were opened, with what is typed into them.
  var texts: [MeetingField: FieldText] = [:]
  /// The first row in view.
  var top = 0

  /// Goes by what is on file of an item: its option settles its fields.
  ///
  /// - Parameter held: A field in which somebody writes, which stays whatever others choose meanwhile:
  ///   letters must not land in a choice, or in another field.
  mutating func take(
    _ item: ItemFile, rule: DecisionRule, keeping held: MeetingField? = nil
  ) {
    let draft = item.draft
    var wanted: [DecisionField] = [.option]
    if let option = draft.option { wanted += option.fields }
    wanted += DecisionField.common
    let isVoted = DecisionField.voting.contains { !draft[$0].isEmpty }
    if rule == .majority || isVoted { wanted += DecisionField.voting }
    wanted.append(.notes)
    fields = wanted.map(MeetingField.decision)
    for action in item.actions {
      fields += [.action(action.id, .what), .action(action.id, .owner), .action(action.id, .dueOn)]
    }
    if let held, texts[held] != nil, !fields.contains(held) {
      if case .action = held { fields.append(held) } else { fields.insert(held, at: 1) }
    }
    if let focus, !fields.contains(focus) { self.focus = fields.first }
    texts = texts.filter { fields.contains($0.key) || $0.value.isUnsaved }
  }

  /// The field after or before the one with the focus, going round.
  func field(_ step: Int) -> MeetingField? {
    guard let focus, let place = fields.firstIndex(of: focus) else { return fields.first }
    return fields[(place + step + fields.count) % fields.count]
  }

  /// Opens the text of a field for typing, where it is not open yet.
  mutating func open(_ field: MeetingField, in item: ItemFile) {
    guard field.isTyped, texts[field] == nil else { return }
    texts[field] = FieldText(item.words(in: field), isProse: field.isProse)
  }

  /// The text of a field as it stands on the screen.
  func text(of field: MeetingField, in item: ItemFile) -> String {
    texts[field]?.editor.text ?? item.words(in: field).text
  }

  /// Whether the decision cannot be confirmed without this field.
  func wants(_ field: MeetingField, _ item: ItemFile, at panel: PanelKind) -> Bool {
    if case .action(let action, let part) = field {
      return part != .what && !text(of: .action(action, .what), in: item).isEmpty
    }
    guard case .decision(let field) = field, item.item.value.state != .decided else { return false }
    guard let option = item.draft.option else { return field == .option }
    return option.required(at: panel).contains(field) || (field == .rationale && option != .note)
  }

  /// The texts that the store does not hold yet.
  var unsaved: [MeetingField] { texts.filter(\.value.isUnsaved).map(\.key) }
}

extension ItemFile {
  /// What stands in a field.
  func words(in field: MeetingField) -> Words {
    switch field {
    case .decision(let field): self[field]
    case .action(let id, let field): actions.first { $0.id == id }?[field] ?? Words()
    }
  }

  /// Takes over what the store says stands in a field now.
  mutating func take(_ words: Words, in field: MeetingField) {
    switch field {
    case .decision(let field): self.words[field] = words
    case .action(let id, let field):
      guard let place = actions.firstIndex(where: { $0.id == id }) else { return }
      actions[place].words[field] = words
      switch field {
      case .what: actions[place].action.what = words.text
      case .owner: actions[place].action.owner = words.text
      case .dueOn: actions[place].action.dueOn = try? Day(MinuteText.trimmed(words.text))
      }
    }
  }
}
