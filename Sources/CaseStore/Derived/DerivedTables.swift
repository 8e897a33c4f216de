extension Migration {
  /// The tables of what follows from the records, kept beside them so that nothing is worked out
  /// while someone waits. None of it is journalled, and all of it can be made again.
  ///
  /// - `attendance_week` sums a child's marks at a provider by week, `provider_week` a provider's,
  ///   `attendance_year` a child's at a provider since 1 August.
  /// - `clock` holds every clock of the open cases, without its proof.
  /// - `board_case` holds a row for each open case, the most urgent first: `class` 0 while the sixth-day
  ///   clock is the one to watch, else 1, then the day due. A row is true from `valid_from` up to, not
  ///   including, `valid_until`: between these days nothing begins or ends but the days themselves.
  ///   2147483647 stands for never, 2147483646 for a day beyond the known calendar, and -2147483647 for a
  ///   sixth day that nobody knows while no education is in place.
  /// - `provider_quality` holds the latest visit of each provider.
  /// - `board_change` names what of all this changed lately, so that an open board can follow: 0 a
  ///   case, 1 a provider, 2 a school, 3 so much that all had better be read again.
  static let derivedTables = Migration(
    number: 2,
    sql: """
      CREATE TABLE attendance_week(
        pupil_id INTEGER NOT NULL, week INTEGER NOT NULL, provider_id INTEGER NOT NULL,
        attended INTEGER NOT NULL, authorised INTEGER NOT NULL, unauthorised INTEGER NOT NULL,
        not_possible INTEGER NOT NULL, illness INTEGER NOT NULL, unexplained INTEGER NOT NULL,
        PRIMARY KEY(pupil_id, week, provider_id)) STRICT, WITHOUT ROWID;

      CREATE TABLE attendance_year(
        provider_id INTEGER NOT NULL, year INTEGER NOT NULL, pupil_id INTEGER NOT NULL,
        attended INTEGER NOT NULL, absent INTEGER NOT NULL,
        PRIMARY KEY(provider_id, year, pupil_id)) STRICT, WITHOUT ROWID;

      CREATE TABLE provider_week(
        provider_id INTEGER NOT NULL, week INTEGER NOT NULL,
        attended INTEGER NOT NULL, authorised INTEGER NOT NULL, unauthorised INTEGER NOT NULL,
        not_possible INTEGER NOT NULL,
        PRIMARY KEY(provider_id, week)) STRICT, WITHOUT ROWID;

      CREATE TABLE provider_quality(
        provider_id INTEGER PRIMARY KEY, visited_on INTEGER NOT NULL, overall INTEGER NOT NULL,
        safeguarding INTEGER, health_and_safety INTEGER, admissions_and_support INTEGER,
        quality_of_education INTEGER, next_due INTEGER NOT NULL) STRICT;
      CREATE INDEX provider_quality_red ON provider_quality(overall) WHERE overall = 0;

      CREATE TABLE clock(
        case_id INTEGER NOT NULL, position INTEGER NOT NULL, kind INTEGER NOT NULL,
        owner TEXT NOT NULL, basis TEXT NOT NULL, is_window INTEGER NOT NULL,
        exclusion_id INTEGER, provider_id INTEGER, started INTEGER, due INTEGER,
        known_through INTEGER, breached_on INTEGER, met_on INTEGER, ended_on INTEGER,
        PRIMARY KEY(case_id, position)) STRICT, WITHOUT ROWID;

      CREATE TABLE officer(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

      CREATE TABLE board_case(
        class INTEGER NOT NULL, due INTEGER NOT NULL, case_id INTEGER NOT NULL,
        reference TEXT NOT NULL, name TEXT NOT NULL, year_group TEXT NOT NULL, school_id INTEGER,
        officer_id INTEGER, route INTEGER NOT NULL, tier INTEGER NOT NULL, bits INTEGER NOT NULL,
        opened_on INTEGER NOT NULL, out_since INTEGER, ordinal INTEGER, calendar INTEGER,
        sixth_due INTEGER, began_on INTEGER, clock INTEGER, provider_id INTEGER,
        placement_start INTEGER, placement_end INTEGER, weeks INTEGER NOT NULL,
        latest_week INTEGER, governors_due INTEGER, governors_met INTEGER,
        application_due INTEGER, hearing_due INTEGER, valid_from INTEGER NOT NULL,
        valid_until INTEGER NOT NULL, pupil_id INTEGER NOT NULL,
        PRIMARY KEY(class, due, case_id)) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX board_case_by_number ON board_case(case_id);
      CREATE INDEX board_case_from ON board_case(valid_from);
      CREATE INDEX board_case_until ON board_case(valid_until);
      CREATE INDEX board_case_due ON board_case(class, due, calendar);
      CREATE TABLE board_change(
        number INTEGER PRIMARY KEY, kind INTEGER NOT NULL, subject INTEGER NOT NULL) STRICT;
      CREATE INDEX board_case_out ON board_case(bits) WHERE bits & 32;
      """)
}
