extension Migration {
  /// When a claim of discrimination about a permanent exclusion was finally determined, which opens the
  /// time to apply for an independent review once more: ExReg Sch 1 para 2(1).
  static let discriminationClaims = Migration(
    number: 8, sql: "ALTER TABLE exclusion ADD COLUMN claim_determined_on INTEGER;")
}
