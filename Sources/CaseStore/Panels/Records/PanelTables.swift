extension Migration {
  /// The tables of panels. As in the first layout, lists are JSON.
  ///
  /// `draft`, `meeting_place` and `item_time` are the three tables outside the journal: they hold what is
  /// being typed, where each person was, and how long an item took, and change every second of a
  /// meeting. What a panel confirms is journalled whole.
  static let panelTables = Migration(
    number: 3,
    sql: """
      ALTER TABLE placement ADD COLUMN next_review_on INTEGER;

      CREATE TABLE panel(
        id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
        purpose TEXT NOT NULL, rhythm TEXT NOT NULL, weekday INTEGER NOT NULL,
        week INTEGER NOT NULL, anchor INTEGER, starts_at TEXT NOT NULL,
        quorum_chair INTEGER NOT NULL, quorum_members INTEGER NOT NULL,
        quorum_agencies TEXT NOT NULL, quorum_outside INTEGER NOT NULL, decides TEXT NOT NULL,
        decision_maker TEXT NOT NULL, letter_days INTEGER NOT NULL,
        minutes_per_item INTEGER NOT NULL, members TEXT NOT NULL) STRICT;

      CREATE TABLE referral(
        id INTEGER PRIMARY KEY, reference TEXT NOT NULL UNIQUE,
        pupil_id INTEGER NOT NULL REFERENCES pupil(id), case_id INTEGER REFERENCES case_file(id),
        status TEXT NOT NULL, panel TEXT, received_on INTEGER NOT NULL, referrer TEXT NOT NULL,
        referrer_role TEXT NOT NULL, referrer_contact TEXT NOT NULL,
        school_id INTEGER REFERENCES school(id), route TEXT NOT NULL, roll TEXT NOT NULL,
        reasons TEXT NOT NULL, outcome_sought TEXT NOT NULL, contacts TEXT NOT NULL,
        consent_parent TEXT, consent_given_on INTEGER, consent_is_written INTEGER,
        no_consent_because TEXT, childs_views TEXT, no_views_because TEXT, parents_views TEXT,
        social_care TEXT NOT NULL, other_services TEXT NOT NULL, attendance TEXT NOT NULL,
        suspensions TEXT NOT NULL, interventions TEXT NOT NULL, health_evidence TEXT NOT NULL,
        risks TEXT NOT NULL, risks_assessed_on INTEGER, examinations TEXT NOT NULL,
        transport TEXT NOT NULL, funding TEXT NOT NULL, reintegration TEXT NOT NULL,
        open_questions TEXT NOT NULL, declared_on INTEGER) STRICT;
      CREATE INDEX referral_by_pupil ON referral(pupil_id);
      CREATE INDEX referral_by_case ON referral(case_id) WHERE case_id IS NOT NULL;
      CREATE INDEX referral_waiting ON referral(status) WHERE status IN ('submitted', 'deferred');

      CREATE TABLE meeting(
        id INTEGER PRIMARY KEY, panel_id INTEGER NOT NULL REFERENCES panel(id),
        held_on INTEGER NOT NULL, starts_at TEXT NOT NULL, venue TEXT NOT NULL,
        state TEXT NOT NULL, minutes_allotted INTEGER, UNIQUE(panel_id, held_on)) STRICT;
      CREATE TABLE attendee(
        id INTEGER PRIMARY KEY, meeting_id INTEGER NOT NULL REFERENCES meeting(id),
        name TEXT NOT NULL, agency TEXT NOT NULL, role TEXT NOT NULL, presence TEXT NOT NULL,
        UNIQUE(meeting_id, name)) STRICT;

      CREATE TABLE agenda_item(
        id INTEGER PRIMARY KEY, meeting_id INTEGER NOT NULL REFERENCES meeting(id),
        kind TEXT NOT NULL, title TEXT NOT NULL, case_id INTEGER REFERENCES case_file(id),
        referral_id INTEGER REFERENCES referral(id), placement_id INTEGER,
        provider_id INTEGER REFERENCES provider(id), ratifies INTEGER REFERENCES decision(id),
        position INTEGER NOT NULL, state TEXT NOT NULL, due_on INTEGER, clock INTEGER,
        minutes_allotted INTEGER NOT NULL, UNIQUE(meeting_id, kind, title)) STRICT;
      CREATE INDEX agenda_item_by_case ON agenda_item(case_id) WHERE case_id IS NOT NULL;
      CREATE INDEX agenda_item_by_referral ON agenda_item(referral_id)
        WHERE referral_id IS NOT NULL;
      CREATE TABLE interest(
        id INTEGER PRIMARY KEY, meeting_id INTEGER NOT NULL REFERENCES meeting(id),
        item_id INTEGER REFERENCES agenda_item(id), member TEXT NOT NULL, nature TEXT NOT NULL,
        UNIQUE(meeting_id, item_id, member)) STRICT;

      CREATE TABLE decision(
        id INTEGER PRIMARY KEY, item_id INTEGER NOT NULL REFERENCES agenda_item(id),
        number INTEGER NOT NULL, case_id INTEGER REFERENCES case_file(id),
        option TEXT NOT NULL, provider_id INTEGER REFERENCES provider(id), starts_on INTEGER,
        sessions INTEGER, hours REAL, weekly_cost INTEGER, budget_code TEXT NOT NULL,
        planned_end INTEGER, review_on INTEGER, exit_criteria TEXT NOT NULL,
        health_reason TEXT NOT NULL, tier TEXT, officer TEXT NOT NULL, information TEXT NOT NULL,
        owner TEXT NOT NULL, due_on INTEGER, decline_route TEXT, is_agreed INTEGER,
        placement_id INTEGER, ends_on INTEGER, outcome TEXT NOT NULL, measure TEXT NOT NULL,
        referred_to TEXT NOT NULL, section19 TEXT NOT NULL, evidence TEXT NOT NULL,
        rationale TEXT NOT NULL, dissent TEXT NOT NULL, votes_for INTEGER,
        votes_against INTEGER, votes_abstained INTEGER, casting_vote INTEGER,
        standing TEXT NOT NULL, deciding TEXT NOT NULL, interested TEXT NOT NULL,
        shortfalls TEXT NOT NULL, confirmed_by TEXT NOT NULL, confirmed_on INTEGER NOT NULL,
        applied_in INTEGER, reopened_because TEXT, reopened_by TEXT,
        UNIQUE(item_id, number)) STRICT;
      CREATE INDEX decision_by_case ON decision(case_id) WHERE case_id IS NOT NULL;
      CREATE TABLE ratification(
        id INTEGER PRIMARY KEY, decision_id INTEGER NOT NULL UNIQUE REFERENCES decision(id),
        item_id INTEGER NOT NULL REFERENCES agenda_item(id), is_ratified INTEGER NOT NULL,
        ratified_on INTEGER NOT NULL) STRICT;

      CREATE TABLE panel_action(
        id INTEGER PRIMARY KEY, meeting_id INTEGER NOT NULL REFERENCES meeting(id),
        number INTEGER NOT NULL, item_id INTEGER REFERENCES agenda_item(id),
        case_id INTEGER REFERENCES case_file(id), what TEXT NOT NULL, owner TEXT NOT NULL,
        due_on INTEGER, done_on INTEGER, result TEXT NOT NULL,
        UNIQUE(meeting_id, number)) STRICT;
      CREATE INDEX panel_action_open ON panel_action(meeting_id) WHERE done_on IS NULL;
      CREATE INDEX panel_action_by_case ON panel_action(case_id) WHERE case_id IS NOT NULL;
      CREATE INDEX panel_action_by_item ON panel_action(item_id) WHERE item_id IS NOT NULL;

      CREATE TABLE minutes(
        id INTEGER PRIMARY KEY, meeting_id INTEGER NOT NULL UNIQUE REFERENCES meeting(id),
        text TEXT NOT NULL, covered TEXT NOT NULL, digest TEXT NOT NULL,
        approved_by TEXT NOT NULL, approved_on INTEGER NOT NULL) STRICT;
      CREATE TABLE correction(
        id INTEGER PRIMARY KEY, meeting_id INTEGER NOT NULL REFERENCES meeting(id),
        number INTEGER NOT NULL, made_on INTEGER NOT NULL, author TEXT NOT NULL,
        words TEXT NOT NULL, UNIQUE(meeting_id, number)) STRICT;

      CREATE TABLE draft(
        subject TEXT NOT NULL, subject_id INTEGER NOT NULL, field TEXT NOT NULL,
        version INTEGER NOT NULL, text TEXT NOT NULL, author TEXT NOT NULL, at INTEGER NOT NULL,
        PRIMARY KEY(subject, subject_id, field)) STRICT, WITHOUT ROWID;
      CREATE TABLE meeting_place(
        author TEXT NOT NULL, meeting_id INTEGER NOT NULL, item_id INTEGER, field TEXT,
        cursor INTEGER NOT NULL, PRIMARY KEY(author, meeting_id)) STRICT, WITHOUT ROWID;
      CREATE TABLE item_time(item_id INTEGER PRIMARY KEY, seconds INTEGER NOT NULL) STRICT;

      \(fixed)
      """)

  /// Why an item was taken off an agenda, and how long a panel's meetings last.
  static let agendaReasons = Migration(
    number: 5,
    sql: """
      ALTER TABLE agenda_item ADD COLUMN dropped_because TEXT;
      ALTER TABLE panel ADD COLUMN minutes_in_all INTEGER NOT NULL DEFAULT 150;
      """)

  /// What was approved cannot be altered, whichever program writes to the file.
  private static let fixed = """
    CREATE TRIGGER minutes_stay BEFORE UPDATE ON minutes BEGIN
      SELECT raise(ABORT, 'approved minutes are not altered'); END;
    CREATE TRIGGER minutes_remain BEFORE DELETE ON minutes BEGIN
      SELECT raise(ABORT, 'approved minutes are not removed'); END;
    CREATE TRIGGER correction_stays BEFORE UPDATE ON correction BEGIN
      SELECT raise(ABORT, 'a correction is not altered'); END;
    CREATE TRIGGER correction_remains BEFORE DELETE ON correction BEGIN
      SELECT raise(ABORT, 'a correction is not removed'); END;
    \(guarded("meeting", "id"))
    \(guarded("attendee", "meeting_id"))
    \(guarded("interest", "meeting_id"))
    \(guarded("agenda_item", "meeting_id"))
    \(guardedDecisions)
    """

  private static func guarded(_ table: String, _ column: String) -> String {
    """
    CREATE TRIGGER \(table)_stays BEFORE UPDATE ON \(table)
      WHEN EXISTS(SELECT 1 FROM minutes WHERE meeting_id = OLD.\(column)) BEGIN
      SELECT raise(ABORT, 'the minutes are approved'); END;
    CREATE TRIGGER \(table)_remains BEFORE DELETE ON \(table)
      WHEN EXISTS(SELECT 1 FROM minutes WHERE meeting_id = OLD.\(column)) BEGIN
      SELECT raise(ABORT, 'the minutes are approved'); END;
    """
  }

  private static let guardedDecisions: String = {
    let isApproved = """
      EXISTS(SELECT 1 FROM minutes JOIN agenda_item USING(meeting_id)
        WHERE agenda_item.id = OLD.item_id)
      """
    return """
      CREATE TRIGGER decision_stays BEFORE UPDATE ON decision WHEN \(isApproved) BEGIN
        SELECT raise(ABORT, 'the minutes are approved'); END;
      CREATE TRIGGER decision_remains BEFORE DELETE ON decision WHEN \(isApproved) BEGIN
        SELECT raise(ABORT, 'the minutes are approved'); END;
      """
  }()
}
