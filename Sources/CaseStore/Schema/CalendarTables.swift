extension Migration {
  /// What is kept beside the calendars, and the edition of all that is kept beside the records.
  ///
  /// - `calendar_stretch` holds the known stretches of every calendar, with a bit a day that is set on
  ///   school days. `owner` is numbered as `board_case.calendar` is.
  /// - The index of pupils' references in any case finds those that differ only in capitals.
  /// - `derived_state` holds one row: the edition of the program whose rows they are, 0 in a file that was
  ///   made before, so that its rows are worked out again; and how many cases are open, since counting
  ///   all of England's takes milliseconds that the first frame has not got.
  static let calendarTables = Migration(
    number: 4,
    sql: """
      CREATE TABLE calendar_stretch(
        owner INTEGER NOT NULL, first_day INTEGER NOT NULL, last_day INTEGER NOT NULL,
        opened_before INTEGER NOT NULL, open BLOB NOT NULL,
        PRIMARY KEY(owner, first_day)) STRICT, WITHOUT ROWID;
      CREATE INDEX pupil_by_reference_in_any_case ON pupil(reference COLLATE NOCASE);
      ALTER TABLE clock ADD COLUMN begun_on INTEGER;
      ALTER TABLE clock ADD COLUMN begun_through INTEGER;
      ALTER TABLE pupil ADD COLUMN examinations_finished_on INTEGER;
      ALTER TABLE case_file ADD COLUMN admitted_on INTEGER;
      CREATE TABLE derived_state(edition INTEGER NOT NULL, open INTEGER NOT NULL) STRICT;
      INSERT INTO derived_state(edition, open) SELECT 0, count(*) FROM board_case;
      CREATE TRIGGER board_case_came AFTER INSERT ON board_case BEGIN
        UPDATE derived_state SET open = open + 1;
      END;
      CREATE TRIGGER board_case_went AFTER DELETE ON board_case BEGIN
        UPDATE derived_state SET open = open - 1;
      END;
      """)
}
