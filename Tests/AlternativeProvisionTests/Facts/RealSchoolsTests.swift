import AlternativeProvision
import Foundation
import Testing

/// The register of five authorities' schools that lies beside the repository, where it does.
private let register: String? = {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../../shared/data/schools/gias_2023-11_five_LAs.csv")
  return try? String(contentsOf: file, encoding: .utf8)
}()

@Suite("The real register of schools")
struct RealSchoolsTests {
  /// A row's fields; quoted ones may hold commas, none holds a line break here.
  private func fields(_ line: Substring) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }

  @Test(
    "every type, phase, authority and number in it is known",
    .enabled(if: register != nil, "needs the GIAS extract beside the repository"))
  func known() throws {
    let lines = try #require(register).split(whereSeparator: \.isNewline)
    let names = fields(try #require(lines.first))
    var rows = 0
    for line in lines.dropFirst() {
      let row = Dictionary(zip(names, fields(line))) { first, _ in first }
      func value(_ name: String) throws -> String { try #require(row[name]) }
      let code = try value("establishment_type_code")
      let kind = SchoolKind(establishmentType: code)
      #expect(kind != nil)
      #expect(kind == SchoolKind(establishmentType: try value("establishment_type_name")))
      let phase = SchoolPhase(phaseOfEducation: try value("phase_type"))
      #expect(phase != nil)
      #expect(phase == SchoolPhase(phaseOfEducation: try value("phase_name")))
      let authority = try #require(Codes.localAuthorities.entry(try value("la_code")))
      #expect(authority.meaning == (try value("la_name")))
      _ = try URN(try value("urn"))
      if !(try value("ukprn")).isEmpty { _ = try UKPRN(try value("ukprn")) }
      if !(try value("close_date")).isEmpty { _ = try Day(try value("close_date")) }
      rows += 1
    }
    #expect(rows == 1988)
  }
}
