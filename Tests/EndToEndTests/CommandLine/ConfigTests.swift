import Glibc
import Testing

/// A person's own settings, keys and themes: obeyed, shown, checked, edited, and never in the way.
@Suite("A person's own settings")
struct ConfigTests {
  /// A home with files of settings in it.
  private func home(_ files: [String: String] = [:]) throws -> Scratch {
    let scratch = try Scratch()
    for folder in ["config", "config/sixthday", "config/sixthday/themes"] {
      mkdir(scratch.file(folder), 0o700)
    }
    for (name, text) in files { try scratch.write("config/sixthday/\(name)", text) }
    return scratch
  }

  private func show(_ scratch: Scratch, _ environment: [String: String] = [:]) throws -> String {
    try sixthday("config", "show", "--format", "csv", in: scratch, environment: environment).output
  }

  @Test("show says what holds and who decided it: the environment beats the file")
  func shows() throws {
    let scratch = try home(["config": "# mine\ntheme = chalk\nmouse = off\n"])
    let shown = try show(scratch, ["SIXTHDAY_THEME": "contrast", "NO_COLOR": "1", "EDITOR": "ed"])
    #expect(shown.contains("theme,contrast,SIXTHDAY_THEME in the environment"))
    #expect(shown.contains("mouse,off,line 3 of your settings"))
    #expect(shown.contains("colours,none,NO_COLOR in the environment"))
    #expect(shown.contains("editor,ed,EDITOR in the environment"))
    #expect(shown.contains("bell,off,usual"))
  }

  @Test("colours that someone asks of this program beat NO_COLOR, which is for all programs")
  func noColour() throws {
    let scratch = try home(["config": "colours = 16\neditor = vim\n"])
    let shown = try show(scratch, ["NO_COLOR": "1", "VISUAL": "emacs"])
    #expect(shown.contains("colours,16,line 1"))
    #expect(shown.contains("editor,vim,line 2"))
  }

  @Test("check names each wrong line of settings, keys and themes, and ends with 1")
  func checks() throws {
    let scratch = try home([
      "config": "theme = dsuk\n\ncolors = 8\n", "keys": "board.zom = Z\n",
      "themes/mine.theme": "[roles]\ntext = nocolour\n",
    ])
    let done = try sixthday("config", "check", in: scratch)
    #expect(done.exitCode == 1)
    let folder = scratch.file("config/sixthday")
    #expect(done.output.contains("\(folder)/config:1: theme: 'dsuk' is not one of"))
    #expect(done.output.contains("\(folder)/config:3: there is no setting 'colors'"))
    #expect(done.output.contains("\(folder)/keys:1: there is no command 'board.zom'"))
    #expect(done.output.contains("\(folder)/themes/mine.theme:2: "))
    #expect(done.output.contains("4 problems, 1 of them in a theme that is not chosen"))
  }

  @Test("check finds nothing wrong where there is nothing, and where there is no home")
  func nothing() throws {
    let none = try sixthday("config", "check", in: Scratch())
    #expect(none.exitCode == 0)
    #expect(none.output.contains("0 problems"))
    let scratch = try Scratch()
    let homeless = try run(
      BuiltProgram.path, ["config", "check"], environment: ["PATH": "/usr/bin:/bin"],
      folder: scratch.path)
    #expect(homeless.exitCode == 0)
    let edit = try run(
      BuiltProgram.path, ["config", "path"], environment: ["PATH": "/usr/bin:/bin"],
      folder: scratch.path)
    #expect(edit.exitCode == 1)
    #expect(edit.errors.contains("XDG_CONFIG_HOME"))
  }

  @Test("check says where what is to be remembered can't be kept, unless nothing is to be")
  func forgetful() throws {
    let scratch = try home()
    let file = try scratch.write("file", "")
    let told = "nothing can be kept in \(file)/sixthday"
    func check(_ more: [String: String] = [:]) throws -> CommandRun {
      let state = ["XDG_STATE_HOME": file].merging(more) { $1 }
      return try sixthday("config", "check", in: scratch, environment: state)
    }
    #expect(try check().output.contains(told))
    #expect(try check().exitCode == 0)
    #expect(try !check(["SIXTHDAY_REMEMBER": "off"]).output.contains(told))
    #expect(try !check(["XDG_STATE_HOME": scratch.file("none/yet")]).output.contains("kept"))
  }

  @Test("what is written in a file is shown harmless")
  func hostile() throws {
    let scratch = try home(["config": "theme = \u{1b}]0;gone\u{7}\n\u{202e}kcalb = 1\n"])
    let done = try sixthday("config", "check", in: scratch)
    #expect(done.exitCode == 1)
    #expect(!done.output.contains("\u{1b}") && !done.output.contains("\u{202e}"))
  }

  @Test("a folder, a pipe and a huge file under the name of the settings stop nothing")
  func odd() throws {
    let scratch = try home()
    let path = scratch.file("config/sixthday/config")
    mkdir(path, 0o700)
    let folder = try sixthday("config", "check", in: scratch)
    #expect(folder.exitCode == 1 && folder.output.contains("not a file"))
    rmdir(path)
    mkfifo(path, 0o600)
    let pipe = try sixthday("config", "check", in: scratch)
    #expect(pipe.exitCode == 1 && pipe.output.contains("not a file"))
    unlink(path)
    try scratch.write("config/sixthday/config", String(repeating: "#", count: 2_000_000))
    let huge = try sixthday("config", "check", in: scratch)
    #expect(huge.exitCode == 1 && huge.output.contains("megabyte"))
  }

  @Test("a theme of one's own is listed, printed and chosen; the program's can be copied")
  func themes() throws {
    let scratch = try home()
    let dusk = try sixthday("config", "themes", "dusk", in: scratch)
    #expect(dusk.exitCode == 0 && dusk.output.contains("[roles]"))
    try scratch.write("config/sixthday/themes/mine.theme", dusk.output)
    try scratch.write("config/sixthday/config", "theme = mine\n")
    let list = try sixthday("config", "themes", "--format", "csv", in: scratch).output
    #expect(list.contains("mine,true,yours: "))
    #expect(try sixthday("config", "check", in: scratch).exitCode == 0)
    let unknown = try sixthday("config", "themes", "dsk", in: scratch)
    #expect(unknown.exitCode == 2 && unknown.errors.contains("did you mean dusk?"))
  }

  @Test("edit makes the file with every setting explained, for its owner only, and checks it after")
  func edits() throws {
    let scratch = try Scratch()
    // An editor that gets it wrong.
    let editor = try scratch.write("editor", "#!/bin/sh\necho 'theme = nothing' >> \"$1\"\n")
    chmod(editor, 0o700)
    let session = try PseudoTerminal(
      sixthday: ["config", "edit"], in: scratch, environment: ["EDITOR": editor])
    #expect(try session.ending() == .exited(1))
    #expect(session.text.contains("config:"))
    #expect(session.text.contains("'nothing' is not one of"))
    let path = scratch.file("config/sixthday/config")
    let text = try #require(Scratch.read(path))
    #expect(text.contains("#blank-after = 10"))
    var facts = stat()
    #expect(stat(path, &facts) == 0 && facts.st_mode & 0o777 == 0o600)
    #expect(stat(scratch.file("config/sixthday"), &facts) == 0 && facts.st_mode & 0o777 == 0o700)
    #expect(try sixthday("config", "path", in: scratch).output == path + "\n")
  }

  @Test("edit says why a file cannot be made, and needs a terminal")
  func cannotEdit() throws {
    let scratch = try Scratch()
    let piped = try sixthday("config", "edit", in: scratch)
    #expect(piped.exitCode == 1 && piped.errors.contains("needs a terminal"))
    try scratch.write("file", "")
    let session = try PseudoTerminal(
      sixthday: ["config", "edit"], in: scratch,
      environment: ["EDITOR": "true", "XDG_CONFIG_HOME": scratch.file("file")])
    #expect(try session.ending() == .exited(1))
    #expect(session.text.contains("cannot be written"))
  }

  @Test("the dashboard opens though things are wrong, says how many, and obeys the rest")
  func opens() throws {
    let scratch = try home([
      "config": "wallpaper = kitten\ncharacters = ascii\n", "keys": "board.zoom = Z\n",
    ])
    let terminal = try Terminal(
      sixthday: ["--caseload", SampleCaseload.copy(into: scratch)], in: scratch)
    let screen = try terminal.screen()
    #expect(screen.contains("One thing in your settings cannot be obeyed: sixthday config check"))
    // Nothing but ASCII and no frame of lines, as the other line says.
    #expect(!screen.contains("┏") && !screen.contains("─"))
    #expect(screen.contains("2 Days since"))
    try terminal.press("Z")
    #expect(try !terminal.screen().contains("2 Days since"))
    try terminal.pressWithoutWaiting(["q"])
    #expect(try terminal.exitCode() == 0)
  }

  @Test("an option that cannot be stops the dashboard before anything is made")
  func wrongOption() throws {
    let scratch = try Scratch()
    for words in [["--theme", "dsuk"], ["--blank-after", "soon"], ["demo", "--colours", "7"]] {
      let done = try run(
        BuiltProgram.path, words, environment: BuiltProgram.environment(home: scratch.path))
      #expect(done.exitCode == 2, "\(done.errors)")
      #expect(done.errorLines.count == 1)
    }
    #expect(Scratch.read(scratch.file("data/sixthday/caseload.sqlite3")) == nil)
  }
}
