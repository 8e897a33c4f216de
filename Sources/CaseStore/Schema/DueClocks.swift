extension Migration {
  /// The clock beside the day, in the index from which the headline is read: open marks are counted apart
  /// from other clocks without a look at the rows themselves.
  static let dueClocks = Migration(
    number: 10,
    sql: """
      DROP INDEX board_case_due;
      CREATE INDEX board_case_due ON board_case(class, due, calendar, clock);
      """)
}
