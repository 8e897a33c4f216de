import TerminalUI

/// The file of settings to start from: every setting with what it does, all of them commented out.
public enum SettingsTemplate {
  /// The file's text.
  ///
  /// - Parameter themes: The names of the themes there are.
  public static func text(themes: [String]) -> String {
    var lines = wrapped(
      "The settings of Sixthday. Take the # off a line to set it; sixthday config check says what is "
        + "wrong. A setting is an option too (--theme chalk) and a variable of the environment "
        + "(SIXTHDAY_THEME=chalk): the option beats the variable, and the variable this file."
    ).map { "# " + $0 }
    for setting in Setting.all {
      lines.append("")
      lines += wrapped(setting.help + " " + setting.values(themes: themes)).map { "# " + $0 }
      lines.append("#\(setting.name) =" + (setting.usual.isEmpty ? "" : " \(setting.usual)"))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func wrapped(_ text: String) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      let line = lines[lines.count - 1]
      if line.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if line.count + word.count < 86 {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}

extension Setting {
  /// The values that it takes, in a sentence; empty where any text will do.
  public func values(themes: [String]) -> String {
    switch kind {
    case .number(let range): "From \(range.lowerBound) to \(range.upperBound)."
    case .decimal(let range):
      "From \(Setting.written(range.lowerBound)) to \(Setting.written(range.upperBound))."
    case .text: ""
    case .flag, .choice, .theme: "One of: \(choices(themes: themes).joined(separator: ", "))."
    }
  }
}
