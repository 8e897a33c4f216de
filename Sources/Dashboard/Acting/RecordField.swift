import AlternativeProvision

/// A field of a sheet that corrects a record, and where in the record what it says belongs: each is named
/// once, so that none is shown and not saved.
struct RecordField<Record> {
  /// What the sheet shows.
  let field: SheetField
  /// Puts what was changed in its place.
  let set: (inout Record, SheetEdits) -> Void

  private init(_ field: SheetField, set: @escaping (inout Record, SheetEdits) -> Void) {
    self.field = field
    self.set = set
  }

  /// A day, which an empty field takes away.
  static func day(
    _ name: String, _ label: String, _ place: WritableKeyPath<Record, Day?>, of record: Record,
    heading: String? = nil
  ) -> RecordField {
    RecordField(dayField(name, label, record[keyPath: place], heading)) { record, edits in
      edits.set(&record[keyPath: place], name)
    }
  }

  /// A day that must be.
  static func day(
    _ name: String, _ label: String, _ place: WritableKeyPath<Record, Day>, of record: Record
  ) -> RecordField {
    RecordField(dayField(name, label, record[keyPath: place], nil)) { record, edits in
      edits.set(&record[keyPath: place], name)
    }
  }

  /// A day of a part that a record may have or not, and here has.
  static func day<Part>(
    _ name: String, _ label: String, _ place: WritableKeyPath<Part, Day?>,
    in whole: WritableKeyPath<Record, Part?>, of part: Part, heading: String? = nil
  ) -> RecordField {
    RecordField(dayField(name, label, part[keyPath: place], heading)) { record, edits in
      guard var part = record[keyPath: whole] else { return }
      edits.set(&part[keyPath: place], name)
      record[keyPath: whole] = part
    }
  }

  /// A choice that must be made.
  static func choice<Choice: Titled & RawRepresentable>(
    _ name: String, _ label: String, _ place: WritableKeyPath<Record, Choice>, of record: Record
  ) -> RecordField where Choice.RawValue == String {
    let field = SheetField(
      name, label, .choice(SheetChoice.titled(Choice.self)), text: record[keyPath: place].rawValue)
    return RecordField(field) { record, edits in edits.set(&record[keyPath: place], name) }
  }

  /// A choice that may not be made yet.
  static func choice<Choice: Titled & RawRepresentable>(
    _ name: String, _ label: String, _ place: WritableKeyPath<Record, Choice?>, of record: Record
  ) -> RecordField where Choice.RawValue == String {
    let field = SheetField(
      name, label, .choice([SheetChoice("", "not yet")] + SheetChoice.titled(Choice.self)),
      text: record[keyPath: place]?.rawValue ?? "")
    return RecordField(field) { record, edits in edits.set(&record[keyPath: place], name) }
  }

  /// A whole number that must be.
  static func number(
    _ name: String, _ label: String, _ place: WritableKeyPath<Record, Int>, of record: Record,
    hint: String
  ) -> RecordField {
    RecordField(SheetField.number(name, label, text: "\(record[keyPath: place])", hint: hint)) {
      record, edits in edits.set(&record[keyPath: place], name)
    }
  }

  /// A whole number that a record may have or not, and here has.
  static func number(
    _ name: String, _ label: String, _ place: WritableKeyPath<Record, Int?>, of record: Record,
    hint: String
  ) -> RecordField {
    let text = record[keyPath: place].map(String.init) ?? ""
    return RecordField(SheetField.number(name, label, text: text, hint: hint)) { record, edits in
      guard var number = record[keyPath: place] else { return }
      edits.set(&number, name)
      record[keyPath: place] = number
    }
  }

  /// The half of a day.
  static func session(
    _ name: String, _ label: String, _ place: WritableKeyPath<Record, Session>, of record: Record
  ) -> RecordField {
    let choices = Session.allCases.map { SheetChoice($0.title, $0.title) }
    let field = SheetField(name, label, .choice(choices), text: record[keyPath: place].title)
    return RecordField(field) { record, edits in edits.set(&record[keyPath: place], name) }
  }

  /// Words, which an empty field takes away.
  static func words(
    _ name: String, _ label: String, _ place: WritableKeyPath<Record, String?>, of record: Record
  ) -> RecordField {
    RecordField(SheetField(name, label, .prose, text: record[keyPath: place] ?? "")) {
      record, edits in edits.set(&record[keyPath: place], name)
    }
  }

  private static func dayField(
    _ name: String, _ label: String, _ day: Day?, _ heading: String?
  ) -> SheetField {
    SheetField.day(
      name, label, text: day?.medium ?? "", hint: "24/11, or with its year", heading: heading)
  }
}

extension Array {
  /// What a sheet with these fields makes of a record, by what was typed into it.
  func changes<Record>(
    _ values: SheetValues, today: Day
  ) -> (inout Record) -> Void where Element == RecordField<Record> {
    let edits = SheetEdits(map(\.field), values, today: today)
    return { record in for field in self { field.set(&record, edits) } }
  }
}

extension SheetChoice {
  /// All choices of a kind, by their titles.
  static func titled<Choice: Titled & RawRepresentable>(_: Choice.Type) -> [SheetChoice]
  where Choice.RawValue == String {
    all(Choice.self, title: \.title)
  }
}
