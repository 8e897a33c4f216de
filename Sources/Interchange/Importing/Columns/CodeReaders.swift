import AlternativeProvision

extension ValueReader {
  /// One of the names of a choice.
  static func choice(
    _ type: Value.Type, _ takes: String
  ) -> ValueReader where Value: Titled & RawRepresentable, Value.RawValue == String {
    let names = Value.allCases.map(\.rawValue).joined(separator: ", ")
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
    ValueReader("\(takes): R, A or G") { (text) throws(ValueProblem) in
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
    let codes = table.entries.map(\.code)
    let listed = codes.count <= 14 ? ": " + codes.joined(separator: ", ") : ""
    return ValueReader(takes + listed) { (text) throws(ValueProblem) in
      try table.known(text).code
    }
  }
}

extension ValueReader where Value == [String] {
  /// Codes of a table, apart by spaces, commas, semicolons or slashes.
  static func codes<Detail>(_ table: CodeTable<Detail>, _ takes: String) -> ValueReader {
    ValueReader(takes + ", apart by spaces") { (text) throws(ValueProblem) in
      var codes: [String] = []
      for part in text.split(whereSeparator: { " ,;/|".contains($0) }) {
        codes.append(try table.known(String(part)).code)
      }
      return codes
    }
  }
}

extension CodeTable {
  /// The line of a code, or of its meaning, from whatever time.
  func known(_ text: String) throws(ValueProblem) -> CodedMeaning<Detail> {
    if let entry = entry(text) ?? entry(meaning: text) { return entry }
    do {
      return try require(text)
    } catch {
      throw ValueProblem(error.description)
    }
  }
}
