/// Where a person's own files are, by the custom of XDG.
struct PersonalFolders {
  /// Settings, keys and themes; nil where there is no home.
  let config: String?
  /// What was looked at last; nil where there is no home.
  let state: String?

  init(_ surroundings: Surroundings) {
    func folder(_ variable: String, _ usual: String) -> String? {
      // A relative path would be another folder wherever one stands; the custom is to pass over it.
      if let set = surroundings.variable(variable), set.hasPrefix("/") { return set + "/sixthday" }
      return surroundings.variable("HOME").map { "\($0)/\(usual)/sixthday" }
    }
    config = folder("XDG_CONFIG_HOME", ".config")
    state = folder("XDG_STATE_HOME", ".local/state")
  }

  /// The file of settings.
  var settings: String? { config.map { $0 + "/config" } }
  /// The keymap file.
  var keys: String? { config.map { $0 + "/keys" } }
  /// The folder of the person's own themes.
  var themes: String? { config.map { $0 + "/themes" } }
  /// What the dashboard remembers of how it was left.
  var look: String? { state.map { $0 + "/look" } }

  /// Every file that the program keeps, as the manual tells of it.
  static let described: [(name: String, help: String)] = [
    (
      "$XDG_CONFIG_HOME/sixthday/config",
      "Your settings (~/.config/sixthday/config unless XDG_CONFIG_HOME is set). sixthday config edit "
        + "makes it."
    ),
    ("$XDG_CONFIG_HOME/sixthday/keys", "Your keys. sixthday config edit keys makes it."),
    ("$XDG_CONFIG_HOME/sixthday/themes/NAME.theme", "Themes of your own."),
    (
      "$XDG_DATA_HOME/sixthday/caseload.sqlite3",
      "The caseload (~/.local/share/sixthday/caseload.sqlite3 unless XDG_DATA_HOME is set), which "
        + "only its owner can read; --caseload names another."
    ),
    (
      "$XDG_STATE_HOME/sixthday/look",
      "How the dashboard was left (~/.local/state/sixthday/look unless XDG_STATE_HOME is set): panes, "
        + "columns, sorting. Nothing about a child is in it, and it may be deleted at any time."
    ),
    (
      "sixthday-rescued-DAY-N.txt",
      "Words that you typed and the caseload took no more, as when its file was deleted meanwhile: "
        + "beside the caseload, or in your home where that folder takes no file. Only you can read it, "
        + "and it may tell of a child: take up what is in it, and delete it."
    ),
  ]
}
