import Themes

extension CommandSpecification {
  /// `sixthday man`: the manual page.
  static let manual = CommandSpecification(
    name: "man",
    summary: "Print the manual page: man -l - shows it.",
    notes: ["It is made from the tables of commands, settings and keys that the program goes by."],
    examples: [
      ("sixthday man | man -l -", "read it"),
      (
        "sixthday man > ~/.local/share/man/man1/sixthday.1",
        "install it for yourself, so that man sixthday finds it"
      ),
    ],
    run: { _, _ in
      StandardOutput.write(ManualPage(commands: Sixthday.commands, themes: Themes.names).text)
      return .success
    })

  /// `sixthday completions`: what a shell completes.
  static let completions = CommandSpecification(
    name: "completions",
    summary: "Print completions for a shell.",
    operands: [
      Operand(
        name: "SHELL", help: "The shell.", choices: Shell.allCases.map(\.rawValue))
    ],
    examples: [
      ("source <(sixthday completions bash)", "in ~/.bashrc"),
      (
        "sixthday completions zsh > ~/.zfunc/_sixthday",
        "in a folder of your fpath, before compinit is called"
      ),
      ("sixthday completions fish > ~/.config/fish/completions/sixthday.fish", "for fish"),
    ],
    run: { invocation, _ in
      guard let shell = invocation.word(0).flatMap(Shell.init(rawValue:)) else {
        throw Failure.usage("completions needs a SHELL", about: invocation.command)
      }
      StandardOutput.write(shell.completions(of: Sixthday.commands))
      return .success
    })
}
