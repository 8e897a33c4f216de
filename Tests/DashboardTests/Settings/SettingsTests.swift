import Testing

@testable import Dashboard

@Suite("Settings")
struct SettingsTests {
  static let themes = ["dusk", "chalk"]

  func read(_ text: String) -> SettingsFile { SettingsFile(Array(text.utf8), themes: Self.themes) }

  @Test("a file sets what it names and leaves the rest as it was")
  func sets() {
    let file = read(
      """
      # my own
      theme = chalk
        blank-after=3
      Shared_View = yes
      editor = "nano -w"
      colours = 256
      papers = ~/Panel minutes/2026
      """)
    #expect(file.problems.isEmpty)
    #expect(file.settings.theme == "chalk")
    #expect(file.settings.blankAfter == 3)
    #expect(file.settings.sharedView)
    #expect(file.settings.editor == "nano -w")
    #expect(file.settings.colours == .twoHundredAndFiftySix)
    #expect(file.settings.papers == "~/Panel minutes/2026")
    #expect(file.settings.mouse)
    #expect(file.lines["theme"] == 2)
    #expect(file.lines["mouse"] == nil)
  }

  @Test(
    "what cannot be obeyed is named with its line, its value and what would be right",
    arguments: [
      ("theme = dsuk", "theme: 'dsuk' is not one of dusk, chalk; did you mean dusk?"),
      ("mouse = perhaps", "mouse: 'perhaps' is neither on nor off"),
      ("blank-after = soon", "blank-after: 'soon' is not a number from 0 to 1440"),
      ("blank-after = -1", "blank-after: '-1' is not a number from 0 to 1440"),
      ("colours = many", "colours: 'many' is not one of auto, true, 256, 16, 8, none"),
      ("colors = 256", "there is no setting 'colors'; did you mean colours?"),
      ("chalk", "'chalk' is not a setting; write name = value"),
      ("bell =", "bell: '' is neither on nor off"),
    ])
  func names(_ line: String, _ message: String) {
    let file = read("\n# first\n\(line)\nmouse = off")
    #expect(file.problems == [SettingsProblem(line: 3, message: message)])
    #expect(!file.settings.mouse)
    #expect(file.settings.theme == "dusk")
  }

  @Test("a setting that nobody has heard of is answered with those there are")
  func unknown() {
    let message = read("wallpaper = kitten").problems.first?.message ?? ""
    for setting in Setting.all { #expect(message.contains(setting.name)) }
  }

  @Test("of a setting that stands there twice the last counts, and it is said")
  func twice() {
    let file = read("theme = chalk\ntheme = dusk")
    #expect(file.settings.theme == "dusk")
    #expect(file.problems.map(\.line) == [2])
    #expect(file.problems.first?.message.contains("line 1") == true)
  }

  @Test("a file from Windows is read as well: CRLF and a byte-order mark")
  func fromWindows() {
    let file = SettingsFile(
      [0xEF, 0xBB, 0xBF] + Array("theme = chalk\r\nbell = on\r\n".utf8), themes: Self.themes)
    #expect(file.problems.isEmpty)
    #expect(file.settings.theme == "chalk")
    #expect(file.settings.bell)
  }

  @Test("no bytes at all, and bytes that are no text, do no harm")
  func hostile() {
    #expect(read("").problems.isEmpty)
    let file = SettingsFile([0xFF, 0x00, 0x0A, 0x3D, 0x0A, 0xFF, 0x3D], themes: Self.themes)
    #expect(file.problems.map(\.line) == [1, 2, 3])
    #expect(file.settings == Settings())
  }

  @Test("the file to start from names every setting, changes nothing, and works uncommented")
  func template() {
    let text = SettingsTemplate.text(themes: Self.themes)
    let asItIs = read(text)
    #expect(asItIs.problems.isEmpty && asItIs.lines.isEmpty)
    let bare = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.hasPrefix("#") && !$0.hasPrefix("# ") ? $0.dropFirst() : $0
    }
    let file = read(bare.joined(separator: "\n"))
    #expect(file.problems.isEmpty)
    #expect(file.settings == Settings())
    #expect(Set(file.lines.keys) == Set(Setting.all.map(\.name)))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 90 })
  }

  @Test("every setting takes back its own usual value, and each has a name of its own")
  func table() {
    #expect(Set(Setting.all.map(\.name)).count == Setting.all.count)
    for setting in Setting.all {
      var settings = Settings()
      #expect(setting.set(setting.usual, in: &settings, themes: Self.themes) == nil)
      #expect(settings == Settings())
      for choice in setting.choices(themes: Self.themes) {
        #expect(setting.set(choice, in: &settings, themes: Self.themes) == nil)
        #expect(setting.value(in: settings) == choice)
      }
    }
    #expect(Setting.named("blank-after")?.variable == "SIXTHDAY_BLANK_AFTER")
  }
}
