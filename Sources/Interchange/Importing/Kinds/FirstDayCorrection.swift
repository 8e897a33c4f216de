import AlternativeProvision
import CaseStore

/// What a row makes of a record that is known again by its first day, which the row may correct.
struct FirstDayCorrection<Value: Hashable & Sendable>: Hashable, Sendable {
  var value: Value
  /// The record on file whose first day it corrects; nil where it is found by its own.
  var corrects: Identifier<Value>?

  /// A row given twice says the same, though only the first of the two finds something to correct.
  static func == (left: Self, right: Self) -> Bool { left.value == right.value }

  func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
