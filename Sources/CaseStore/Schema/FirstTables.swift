extension Migration {
  /// The tables of the first layout. Days are numbers since 1 January 1970, sessions 0 and 1, money
  /// pence, yes and no 1 and 0, enumerations their raw values; lists are JSON or tables of their own.
  static let firstTables = Migration(
    number: 1,
    sql: """
      CREATE TABLE school(
        id INTEGER PRIMARY KEY, urn INTEGER NOT NULL UNIQUE, authority INTEGER NOT NULL,
        establishment_number INTEGER, ukprn INTEGER, name TEXT NOT NULL, kind TEXT NOT NULL,
        type_name TEXT NOT NULL, phase TEXT NOT NULL, is_open INTEGER NOT NULL, closed_on INTEGER,
        town TEXT, postcode TEXT) STRICT;

      CREATE TABLE provider(
        id INTEGER PRIMARY KEY, reference TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
        kind TEXT NOT NULL, urn INTEGER, ukprn INTEGER, is_in_directory INTEGER NOT NULL,
        places INTEGER, lowest_age INTEGER, highest_age INTEGER, needs_met TEXT NOT NULL,
        weekly_cost INTEGER, town TEXT, postcode TEXT) STRICT;

      CREATE TABLE pupil(
        id INTEGER PRIMARY KEY, reference TEXT NOT NULL UNIQUE, upn TEXT, surname TEXT NOT NULL,
        forename TEXT NOT NULL, preferred_name TEXT, date_of_birth INTEGER NOT NULL,
        year_group TEXT NOT NULL, sex TEXT, ethnicity TEXT, sen_provision TEXT NOT NULL,
        needs TEXT NOT NULL, free_school_meals INTEGER NOT NULL, home_authority INTEGER,
        school_authority INTEGER, plan_authority INTEGER, caring_authority INTEGER,
        is_looked_after INTEGER NOT NULL, has_social_worker INTEGER NOT NULL, social_worker TEXT,
        plan_issued_on INTEGER, plan_last_reviewed_on INTEGER, plan_maximum_weekly_hours REAL,
        school_id INTEGER REFERENCES school(id), address TEXT, postcode TEXT) STRICT;
      CREATE INDEX pupil_by_upn ON pupil(upn) WHERE upn IS NOT NULL;
      CREATE INDEX pupil_by_school ON pupil(school_id);

      CREATE TABLE pupil_former_upn(
        pupil_id INTEGER NOT NULL REFERENCES pupil(id) ON DELETE CASCADE,
        position INTEGER NOT NULL, upn TEXT NOT NULL,
        PRIMARY KEY(pupil_id, position)) STRICT, WITHOUT ROWID;
      CREATE INDEX pupil_former_upn_by_upn ON pupil_former_upn(upn);

      CREATE TABLE exclusion(
        id INTEGER PRIMARY KEY, pupil_id INTEGER NOT NULL REFERENCES pupil(id),
        school_id INTEGER NOT NULL REFERENCES school(id), category TEXT NOT NULL,
        first_day INTEGER NOT NULL, first_session INTEGER NOT NULL, sessions INTEGER,
        reasons TEXT NOT NULL, outcome TEXT NOT NULL, ended_on INTEGER, examination_on INTEGER,
        authority_notified_on INTEGER, governors_notified_on INTEGER, representations_on INTEGER,
        governors_met_on INTEGER, governors_decision TEXT, governors_notice_sent_on INTEGER,
        governors_notice_delivery TEXT NOT NULL, review_waived_on INTEGER,
        review_applied_on INTEGER, review_hearing_on INTEGER, review_decision TEXT,
        review_notice_sent_on INTEGER, review_notice_delivery TEXT NOT NULL,
        reconsidered_on INTEGER,
        UNIQUE(pupil_id, first_day, first_session, category)) STRICT;
      CREATE INDEX exclusion_by_school ON exclusion(school_id);

      CREATE TABLE case_file(
        id INTEGER PRIMARY KEY, reference TEXT NOT NULL UNIQUE,
        pupil_id INTEGER NOT NULL REFERENCES pupil(id), route TEXT NOT NULL, tier TEXT NOT NULL,
        opened_on INTEGER NOT NULL, officer TEXT, exclusion_id INTEGER REFERENCES exclusion(id),
        section19_accepted_on INTEGER, fair_access_agreed_on INTEGER,
        fair_access_placed_on INTEGER, direction_first_day INTEGER,
        direction_notice_given_on INTEGER, direction_school_days INTEGER,
        direction_review_requested_on INTEGER, direction_review_held_on INTEGER,
        closed_on INTEGER, closing_reason TEXT) STRICT;
      CREATE INDEX case_file_by_pupil ON case_file(pupil_id);
      CREATE INDEX case_file_by_exclusion ON case_file(exclusion_id)
        WHERE exclusion_id IS NOT NULL;

      CREATE TABLE placement(
        id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL REFERENCES case_file(id),
        provider_id INTEGER NOT NULL REFERENCES provider(id), starts_on INTEGER NOT NULL,
        ended_on INTEGER, planned_end INTEGER, sessions_per_week INTEGER NOT NULL,
        hours_per_week REAL, reason TEXT, commissioner TEXT NOT NULL, weekly_cost INTEGER,
        last_reviewed_on INTEGER, last_visited_on INTEGER, outcome TEXT,
        UNIQUE(case_id, provider_id, starts_on)) STRICT;
      CREATE INDEX placement_by_provider ON placement(provider_id);

      CREATE TABLE view(
        id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL REFERENCES case_file(id),
        voice TEXT NOT NULL, given_on INTEGER NOT NULL, words TEXT NOT NULL) STRICT;
      CREATE INDEX view_by_case ON view(case_id, given_on);

      -- Whom a mark names is checked by the door, once for each child and not for each mark: foreign
      -- keys here would cost a third of an import's time.
      CREATE TABLE attendance_mark(
        pupil_id INTEGER NOT NULL, day INTEGER NOT NULL,
        session INTEGER NOT NULL, provider_id INTEGER NOT NULL,
        code TEXT NOT NULL, change_id INTEGER NOT NULL,
        PRIMARY KEY(pupil_id, day, session)) STRICT, WITHOUT ROWID;

      CREATE TABLE quality_visit(
        id INTEGER PRIMARY KEY, provider_id INTEGER NOT NULL REFERENCES provider(id),
        visited_on INTEGER NOT NULL, visitor TEXT, safeguarding INTEGER,
        health_and_safety INTEGER, admissions_and_support INTEGER, quality_of_education INTEGER,
        overall INTEGER NOT NULL, next_visit_on INTEGER, actions TEXT,
        UNIQUE(provider_id, visited_on)) STRICT;

      CREATE TABLE calendar_year(
        id INTEGER PRIMARY KEY, authority INTEGER, school_id INTEGER REFERENCES school(id),
        label TEXT NOT NULL, UNIQUE(authority, label), UNIQUE(school_id, label),
        CHECK((authority IS NULL) <> (school_id IS NULL))) STRICT;
      CREATE TABLE calendar_term(
        year_id INTEGER NOT NULL REFERENCES calendar_year(id) ON DELETE CASCADE,
        position INTEGER NOT NULL, name TEXT NOT NULL, first_day INTEGER NOT NULL,
        last_day INTEGER NOT NULL, PRIMARY KEY(year_id, position)) STRICT, WITHOUT ROWID;
      CREATE TABLE calendar_closure(
        year_id INTEGER NOT NULL REFERENCES calendar_year(id) ON DELETE CASCADE,
        position INTEGER NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
        first_day INTEGER NOT NULL, last_day INTEGER NOT NULL,
        PRIMARY KEY(year_id, position)) STRICT, WITHOUT ROWID;
      CREATE TABLE bank_holiday(
        id INTEGER PRIMARY KEY, day INTEGER NOT NULL UNIQUE, name TEXT NOT NULL) STRICT;

      CREATE TABLE local_target(
        id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, value INTEGER NOT NULL) STRICT;
      CREATE TABLE setting(
        id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, value TEXT NOT NULL) STRICT;

      CREATE TABLE change(
        id INTEGER PRIMARY KEY, at INTEGER NOT NULL, author TEXT NOT NULL, cause TEXT NOT NULL,
        undoes INTEGER REFERENCES change(id)) STRICT;
      CREATE INDEX change_by_undone ON change(undoes) WHERE undoes IS NOT NULL;
      CREATE TABLE journal(
        seq INTEGER PRIMARY KEY, change_id INTEGER NOT NULL REFERENCES change(id),
        kind TEXT NOT NULL, subject_id INTEGER NOT NULL, case_id INTEGER, before TEXT, after TEXT)
        STRICT;
      CREATE INDEX journal_by_subject ON journal(subject_id, kind);
      CREATE INDEX journal_by_case ON journal(case_id) WHERE case_id IS NOT NULL;
      CREATE INDEX journal_by_change ON journal(change_id);
      """)
}
