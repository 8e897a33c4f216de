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
}
