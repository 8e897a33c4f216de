extension KeyTable {
  /// The help of contexts as a text to read: a heading for each, and a line for each binding.
  public func helpLines(in contexts: [KeyContext]) -> [TextLine] {
    var result: [TextLine] = []
    let sections = help(in: contexts)
    let widest = sections.flatMap(\.bindings).map { TextWidth.of($0.label) }.max() ?? 0
    let margin = min(widest, 20) + 2
    for section in sections {
      if !result.isEmpty { result.append(TextLine()) }
      result.append(TextLine(section.context.title, Style(.heading)))
      for binding in section.bindings where !binding.keys.isEmpty {
        let label = binding.label
        let gap = max(2, margin - TextWidth.of(label))
        result.append(
          TextLine(
            [
              Span(label, Style(.key)), Span(String(repeating: " ", count: gap)),
              Span(binding.title, Style(.text, .bold)), Span("  " + binding.description),
            ], indent: margin))
      }
    }
    return result
  }
}
