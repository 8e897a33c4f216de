import TerminalUI

/// One row of the table of settings: the file, `sixthday config`, the options of the command line,
/// the environment, the commented file to start from and the man page all read it.
public struct Setting: Sendable {
  /// What values it takes.
  public enum Kind: Hashable, Sendable {
    /// On or off.
    case flag
    /// A whole number within a range.
    case number(ClosedRange<Int>)
    /// A number within a range, which may have a fraction.
    case decimal(ClosedRange<Double>)
    /// One of some words.
    case choice([String])
    /// The name of a theme: one that the program has, or one of the person's own.
    case theme
    /// Any text; the word for it stands in the usage line.
    case text(String)
  }

  /// Its name in the file, and with two dashes on the command line.
  public let name: String
  /// What values it takes.
  public let kind: Kind
  /// What it does, in a sentence or two.
  public let help: String
  private let read: @Sendable (Settings) -> String
  private let write: @Sendable (String, inout Settings) -> Void

  /// The variable of the environment that beats the file.
  public var variable: String {
    "SIXTHDAY_" + String(name.uppercased().map { $0 == "-" ? "_" : $0 })
  }

  /// Its value among settings, as the file has it; empty for a text that says nothing.
  public func value(in settings: Settings) -> String { read(settings) }

  /// Its value where nobody says otherwise.
  public var usual: String { read(Settings()) }

  /// The words that it can be; empty where any will do.
  public func choices(themes: [String]) -> [String] {
    switch kind {
    case .flag: ["on", "off"]
    case .choice(let words): words
    case .theme: themes
    case .number, .decimal, .text: []
    }
  }

  /// Sets it to a value as a person wrote it.
  ///
  /// - Parameter themes: The themes there are.
  /// - Returns: What is wrong with the value and what would be right; nil where it was taken.
  public func set(_ text: String, in settings: inout Settings, themes: [String]) -> String? {
    switch kind {
    case .flag:
      guard let isOn = Self.flag(text) else { return "'\(text)' is neither on nor off" }
      write(isOn ? "on" : "off", &settings)
    case .number(let range):
      guard let number = Int(text), range.contains(number) else {
        return "'\(text)' is not a whole number from \(range.lowerBound) to \(range.upperBound)"
      }
      write(String(number), &settings)
    case .decimal(let range):
      guard let number = Double(text), range.contains(number) else {
        return "'\(text)' is not a number from \(Self.written(range.lowerBound)) to "
          + Self.written(range.upperBound)
      }
      write(Self.written(number), &settings)
    case .choice, .theme:
      let choices = choices(themes: themes)
      guard
        let choice = choices.first(where: { $0 == text })
          ?? choices.first(where: { $0.lowercased() == text.lowercased() })
      else {
        let nearest = Suggestion.clause(for: text, among: choices)
        return "'\(text)' is not one of \(choices.joined(separator: ", "))\(nearest)"
      }
      write(choice, &settings)
    case .text: write(text, &settings)
    }
    return nil
  }

  /// A number without the fraction that it has not.
  static func written(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? String(number)
  }

  /// The words that people write for on and off.
  private static func flag(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "on", "yes", "true", "1": true
    case "off", "no", "false", "0": false
    default: nil
    }
  }
}

extension Setting {
  typealias Place<Value> = WritableKeyPath<Settings, Value> & Sendable

  /// A setting that is on or off.
  init(_ name: String, _ place: Place<Bool>, _ help: String) {
    self.init(
      name: name, kind: .flag, help: help,
      read: { $0[keyPath: place] ? "on" : "off" },
      write: { $1[keyPath: place] = $0 == "on" })
  }

  /// A setting that is a number.
  init(_ name: String, _ place: Place<Int>, in range: ClosedRange<Int>, _ help: String) {
    self.init(
      name: name, kind: .number(range), help: help,
      read: { String($0[keyPath: place]) },
      write: { if let number = Int($0) { $1[keyPath: place] = number } })
  }

  /// A setting that is a number which may have a fraction.
  init(_ name: String, _ place: Place<Double>, in range: ClosedRange<Double>, _ help: String) {
    self.init(
      name: name, kind: .decimal(range), help: help,
      read: { Setting.written($0[keyPath: place]) },
      write: { if let number = Double($0) { $1[keyPath: place] = number } })
  }

  /// A setting that is one of the cases of a type.
  init<Choice: RawRepresentable<String> & CaseIterable & SendableMetatype>(
    _ name: String, _ place: Place<Choice>, _ help: String
  ) {
    self.init(
      name: name, kind: .choice(Choice.allCases.map(\.rawValue)), help: help,
      read: { $0[keyPath: place].rawValue },
      write: { if let choice = Choice(rawValue: $0) { $1[keyPath: place] = choice } })
  }

  /// A setting that is a text of a kind, or the name of a theme.
  init(_ name: String, _ place: Place<String>, _ kind: Kind, _ help: String) {
    self.init(
      name: name, kind: kind, help: help, read: { $0[keyPath: place] },
      write: { $1[keyPath: place] = $0 })
  }
}
