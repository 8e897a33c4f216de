extension Codes {
  /// First languages by the code set of the school census, as far as they are common among children whom
  /// a team meets; a code that is not here is kept as it came.
  public static let languages = CodeTable(
    "a language",
    [
      line("ENG", "English", .generalKnowledge),
      line("ENB", "Believed to be English", .generalKnowledge),
      line("OTH", "Other than English", .generalKnowledge),
      line("OTB", "Believed to be other than English", .generalKnowledge),
      line("REF", "Refused", .generalKnowledge),
      line("NOT", "Information not obtained", .generalKnowledge),
      line("ALB", "Albanian", .generalKnowledge),
      line("AMR", "Amharic", .generalKnowledge),
      line("ARA", "Arabic", .generalKnowledge),
      line("BNG", "Bengali", .generalKnowledge),
      line("BUL", "Bulgarian", .generalKnowledge),
      line("CHI", "Chinese", .generalKnowledge),
      line("CZE", "Czech", .generalKnowledge),
      line("FRN", "French", .generalKnowledge),
      line("GER", "German", .generalKnowledge),
      line("GUJ", "Gujarati", .generalKnowledge),
      line("HIN", "Hindi", .generalKnowledge),
      line("HUN", "Hungarian", .generalKnowledge),
      line("ITA", "Italian", .generalKnowledge),
      line("KUR", "Kurdish", .generalKnowledge),
      line("LIT", "Lithuanian", .generalKnowledge),
      line("PNJ", "Panjabi", .generalKnowledge),
      line("POL", "Polish", .generalKnowledge),
      line("POR", "Portuguese", .generalKnowledge),
      line("PRS", "Persian", .generalKnowledge),
      line("RUM", "Romanian", .generalKnowledge),
      line("RUS", "Russian", .generalKnowledge),
      line("SHO", "Shona", .generalKnowledge),
      line("SOM", "Somali", .generalKnowledge),
      line("SPA", "Spanish", .generalKnowledge),
      line("TAM", "Tamil", .generalKnowledge),
      line("TUR", "Turkish", .generalKnowledge),
      line("UKR", "Ukrainian", .generalKnowledge),
      line("URD", "Urdu", .generalKnowledge),
      line("YOR", "Yoruba", .generalKnowledge),
    ])

  /// The code of a language that is named in words or by its code; what is neither stays as it is.
  public static func language(named words: String) -> String {
    (languages.entry(words) ?? languages.entry(meaning: words))?.code ?? words
  }

  /// Whether a first language makes English an additional one; nil where it says nothing of that.
  public static func englishIsAdditional(besides language: String) -> Bool? {
    switch Codes.language(named: language) {
    case "ENG", "ENB": false
    case "REF", "NOT": nil
    default: true
    }
  }
}
