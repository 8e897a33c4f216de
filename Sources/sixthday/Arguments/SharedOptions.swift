import AlternativeProvision
import Dashboard

extension OptionSpecification {
  /// `--on DATE`: every clock as if today were that date.
  static let on = OptionSpecification(
    name: "on", value: "DATE", help: "As if today were that date, as 2026-11-23.")

  /// `--format`: for a person, or for a program.
  static let format = OptionSpecification(
    name: "format", value: "FORMAT", help: "How to print; table unless given.",
    choices: ["table", "csv", "json"])

  /// Every setting as an option, for the commands that open a screen: made from their one table.
  static let settings = Setting.all.map(OptionSpecification.init)

  private init(_ setting: Setting) {
    let value: String? =
      switch setting.kind {
      case .flag: nil
      case .number, .decimal: "N"
      case .choice: "WORD"
      case .theme: "THEME"
      case .text(let word): word
      }
    // The themes are known only once the person's own folder has been looked into.
    let choices = setting.kind == .flag ? [] : setting.choices(themes: [])
    self.init(
      name: setting.name, value: value, help: setting.help, choices: choices,
      isReversible: setting.kind == .flag)
  }
}

extension Invocation {
  /// The value of an option that takes a date.
  ///
  /// - Throws: `Failure` where the value is not a day.
  func day(_ option: String) throws -> Day? {
    guard let text = value(option) else { return nil }
    do {
      return try Day(text)
    } catch {
      throw Failure.usage("--\(option) '\(text)' is not a date: \(error)", about: command)
    }
  }

  /// The value of an option that takes a whole number within a range.
  ///
  /// - Throws: `Failure` where the value is no such number.
  func number(_ option: String, in range: ClosedRange<Int>) throws -> Int? {
    guard let text = value(option) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw Failure.usage(
        "--\(option) '\(text)' is not a whole number from \(range.lowerBound) to \(range.upperBound)",
        about: command)
    }
    return number
  }
}
