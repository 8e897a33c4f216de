extension Migration {
  /// What a panel was told to weigh when it decided, in words: it stands in the minutes.
  static let decisionWarnings = Migration(
    number: 9, sql: "ALTER TABLE decision ADD COLUMN told TEXT NOT NULL DEFAULT '';")
}
