import AlternativeProvision
import CaseStore
import Glibc

extension NoticeKind {
  /// The file in a team's folder that takes the place of the built-in template.
  public var fileName: String { "notice-\(rawValue).txt" }
}

/// A letter in which names in braces stand for what a panel decided.
///
/// `{child}` is replaced by its value, and `{{` stands for a brace. A line with placeholders none of which
/// has a value is left out, and with it a line right above it that ends with a colon, so that one template
/// serves every decision. Lines longer than a letter is wide are wrapped.
public struct NoticeTemplate: Sendable, Hashable {
  /// The text of the template.
  public let text: String

  /// Reads a template, and refuses one that names what does not exist.
  ///
  /// - Throws: `NoticeProblem` with the line.
  public init(_ text: String, file: String) throws(NoticeProblem) {
    self.text = MinuteText.cleaned(text)
    var line = 1
    for content in self.text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard let parts = NoticeTemplate.parts(of: content) else {
        throw NoticeProblem(file: file, line: line, fault: .open)
      }
      for case .placeholder(let name) in parts where Notice.Placeholder(rawValue: name) == nil {
        throw NoticeProblem(file: file, line: line, fault: .unknown(name))
      }
      line += 1
    }
  }

  /// The template of a team where its folder has one, else the built-in one.
  ///
  /// - Throws: `SourceProblem` for a file that cannot be read, `NoticeProblem` for one with a fault.
  public static func load(_ kind: NoticeKind, folder: String?) throws -> NoticeTemplate {
    if let folder {
      let path = folder + "/" + kind.fileName
      if let text = try written(path) { return try NoticeTemplate(text, file: path) }
    }
    return try NoticeTemplate(BuiltInNotices.text(kind), file: kind.fileName)
  }

  /// What a file holds; nil where there is none.
  private static func written(_ path: String) throws(SourceProblem) -> String? {
    do {
      return try SourceText.load(path).string
    } catch {
      if error.number == ENOENT { return nil }
      throw error
    }
  }

  /// The letter with the values in place.
  public func filled(_ values: [Notice.Placeholder: String]) -> String {
    var lines: [String] = []
    var isHeading = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard let parts = NoticeTemplate.parts(of: line) else {
        lines.append(String(line))
        continue
      }
      var filled = ""
      var named = 0
      var known = 0
      for part in parts {
        switch part {
        case .words(let words): filled += words
        case .placeholder(let name):
          named += 1
          let value = Notice.Placeholder(rawValue: name).flatMap { values[$0] } ?? ""
          if !value.isEmpty { known += 1 }
          filled += value
        }
      }
      if named == 0 || known > 0 {
        lines.append(filled)
        isHeading = named == 0 && filled.hasSuffix(":")
      } else if isHeading {
        lines.removeLast()
        isHeading = false
      }
    }
    return NoticeTemplate.withoutGaps(lines.flatMap(NoticeTemplate.wrapped))
  }

  /// Lines no longer than a letter is wide, broken between words.
  private static func wrapped(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
      guard line.count > width else { return [String(line)] }
      // The words of a list stand under each other.
      let indent = line.hasPrefix("- ") ? "  " : ""
      var lines: [String] = []
      var current = ""
      for word in line.split(separator: " ", omittingEmptySubsequences: false) {
        if current.isEmpty || current == indent {
          current += word
        } else if current.count + 1 + word.count <= width {
          current += " " + word
        } else {
          lines.append(current)
          current = indent + word
        }
      }
      return lines + [current]
    }
  }

  /// How many characters fit on a line of a letter.
  private static let width = 78

  /// Lines that were left out leave no gap of several blank lines.
  private static func withoutGaps(_ lines: [String]) -> String {
    var kept: [String] = []
    for line in lines where !(line.isEmpty && kept.last?.isEmpty ?? true) { kept.append(line) }
    while kept.last?.isEmpty ?? false { kept.removeLast() }
    return kept.joined(separator: "\n") + "\n"
  }

  private enum Part {
    case words(String)
    case placeholder(String)
  }

  /// The words and placeholders of a line; nil where a brace is not closed.
  private static func parts(of line: Substring) -> [Part]? {
    var parts: [Part] = []
    var words = ""
    var rest = line
    while let character = rest.first {
      if rest.hasPrefix("{{") || rest.hasPrefix("}}") {
        words.append(character)
        rest = rest.dropFirst(2)
      } else if character == "{" {
        guard let end = rest.firstIndex(of: "}") else { return nil }
        if !words.isEmpty { parts.append(.words(words)) }
        words = ""
        let name = rest[rest.index(after: rest.startIndex)..<end]
        parts.append(.placeholder(String(name.filter { $0 != " " })))
        rest = rest[rest.index(after: end)...]
      } else {
        words.append(character)
        rest = rest.dropFirst()
      }
    }
    if !words.isEmpty { parts.append(.words(words)) }
    return parts
  }
}

/// What is wrong with a template, and where.
public struct NoticeProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// The sorts of fault.
  public enum Fault: Sendable, Hashable {
    /// A placeholder that does not exist.
    case unknown(String)
    /// A brace that is not closed.
    case open
  }

  /// The file.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// What is wrong.
  public let fault: Fault

  /// What is wrong, where, and what would be right.
  public var description: String {
    let place = "\(harmless(file)), line \(line): "
    switch fault {
    case .unknown(let name):
      let known = Notice.Placeholder.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", ")
      return place + "there is no {\(harmless(name, limit: 40))}; use one of \(known)"
    case .open: return place + "a brace is not closed; write } after the name, or {{ for a brace"
    }
  }
}
