import AlternativeProvision

/// The two columns that tell a child's language, in a file of pupils and in one of referrals.
struct LanguageColumns: Sendable {
  let first: Column<String>
  let isAdditional: Column<Bool>

  init(in list: inout ColumnList, example: String = "") {
    first = list.optional(
      "first_language",
      also: ["language", "home_language", "mother_tongue", "first_language_code", "language_code"],
      ValueReader("the first language, by the census code (POL) or in words") {
        (text) throws(ValueProblem) in
        guard text.unicodeScalars.count <= 60 else {
          throw ValueProblem("60 characters at most; write the language and no more")
        }
        return Codes.language(named: text)
      }, example: example)
    isAdditional = list.optional(
      "english_additional_language",
      also: [
        "eal", "english_as_an_additional_language", "english_as_additional_language",
        "eal_status", "eal_flag", "is_eal",
      ],
      .flag("English is an additional language; told by the first language where it is left out"),
      example: example.isEmpty ? "" : "yes")
  }

  /// Whether the file speaks of language at all.
  func isIn(_ row: Row) -> Bool { row.has(first) || row.has(isAdditional) }

  /// Reads what the file says of a child's language; the first language tells whether English is an
  /// additional one, where no column of its own does.
  func read(_ row: inout Row, into pupil: inout Pupil) {
    row.update(first, &pupil.firstLanguage)
    row.update(isAdditional, &pupil.englishIsAdditional)
    if !row.has(isAdditional), row.has(first) {
      pupil.englishIsAdditional = pupil.firstLanguage.flatMap(
        Codes.englishIsAdditional(besides:))
    }
  }
}
