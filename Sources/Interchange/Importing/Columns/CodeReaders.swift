import AlternativeProvision

extension ValueReader {
  /// One of the names of a choice.
  static func choice(
    _ type: Value.Type, _ takes: String
  ) -> ValueReader where Value: Titled & RawRepresentable, Value.RawValue == String {
    let names = NameProblem.list(Value.allCases.map(\.written))
    return ValueReader("\(takes): \(names)") { (text) throws(ValueProblem) in
      do throws(NameProblem) {
        return try Value(named: text)
      } catch {
        throw ValueProblem(error.description)
      }
    }
  }
}

extension ValueReader where Value == Rating {
  static func rating(_ takes: String) -> ValueReader {
    ValueReader("\(takes): R, A or G (Red, Amber or Green)") { (text) throws(ValueProblem) in
      do throws(NameProblem) {
        return try Rating(named: text)
      } catch {
        throw ValueProblem(error.description)
      }
    }
  }
}

extension ValueReader where Value == Session {
  static var session: ValueReader {
    ValueReader("AM or PM") { (text) throws(ValueProblem) in
      do throws(NameProblem) {
        return try Session(named: text)
      } catch {
        throw ValueProblem(error.description)
      }
    }
  }
}

extension ValueReader where Value == String {
  /// A code of a table that has ever been in force, put into capitals; its meaning will do as well.
  static func code<Detail>(_ table: CodeTable<Detail>, _ takes: String) -> ValueReader {
    let entries = table.entries
    var listed = ""
    if entries.count <= 10 {
      listed = ": " + NameProblem.list(entries.map { "\($0.code) \($0.meaning)" })
    } else if entries.count <= 14 {
      listed = ": " + entries.map(\.code).joined(separator: ", ")
    }
    return ValueReader(takes + listed) { (text) throws(ValueProblem) in
      try table.known(text).code
    }
  }
}

extension ValueReader where Value == [String] {
  /// Codes of a table, apart by spaces, commas, semicolons or slashes; or their meanings, apart by
  /// anything but spaces.
  static func codes<Detail>(_ table: CodeTable<Detail>, _ takes: String) -> ValueReader {
    ValueReader(takes + ", apart by spaces") { (text) throws(ValueProblem) in
      // A meaning may hold commas itself.
      if let whole = table.meant(by: text) { return [whole.code] }
      var codes: [String] = []
      for part in text.split(whereSeparator: { ",;/|\n".contains($0) }) {
        if let meant = table.meant(by: String(part)) {
          codes.append(meant.code)
          continue
        }
        for word in part.split(separator: " ") { codes.append(try table.known(String(word)).code) }
      }
      return codes
    }
  }
}

extension CodeTable {
  /// The line of a code, or of its meaning, from whatever time; or of both, as systems export them:
  /// "K - SEN support", "SEN support (K)".
  func meant(by text: String) -> CodedMeaning<Detail>? {
    if let entry = entry(text) ?? entry(meaning: text) { return entry }
    let parts = text.split(whereSeparator: { " -–:=()".contains($0) })
    guard parts.count > 1, let first = parts.first, let last = parts.last else { return nil }
    let rest = text.drop { " -–:=(".contains($0) }.dropFirst(first.count)
    if rest.drop(while: { $0 == " " }).first.map({ "-–:=(".contains($0) }) == true,
      let entry = entry(first)
    {
      return entry
    }
    return text.hasSuffix("(\(last))") ? entry(last) : nil
  }

  /// The same; a problem where it is neither.
  func known(_ text: String) throws(ValueProblem) -> CodedMeaning<Detail> {
    if let entry = meant(by: text) { return entry }
    do {
      return try require(text)
    } catch {
      throw ValueProblem(error.description)
    }
  }
}
