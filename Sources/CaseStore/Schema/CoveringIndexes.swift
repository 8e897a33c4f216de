extension Migration {
  /// Indexes from which a provider's row is read whole: a first frame that had to visit the records
  /// themselves read three times as many pages of a file that the kernel had not at hand.
  ///
  /// - `placement_by_provider` also says when a placement runs and whose it is; `case_file_standing`
  ///   whose case a case is and until when.
  /// - `attendance_year_persistent` holds only the children who missed a tenth or more.
  static let coveringIndexes = Migration(
    number: 7,
    sql: """
      DROP INDEX placement_by_provider;
      CREATE INDEX placement_by_provider
        ON placement(provider_id, starts_on, ended_on, case_id);
      CREATE INDEX case_file_standing ON case_file(id, pupil_id, closed_on);
      CREATE INDEX attendance_year_persistent ON attendance_year(provider_id, year)
        WHERE absent * 10 >= attended + absent;
      """)
}
