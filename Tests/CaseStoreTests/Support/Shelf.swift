import AlternativeProvision
import Foundation

@testable import CaseStore

/// A folder of its own for one test, taken away when the test is done.
final class Shelf {
  let path: String

  init() {
    path = NSTemporaryDirectory() + "sixthday-store-\(UUID().uuidString)"
    try? FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func file(_ name: String = "caseload.sqlite3") -> String { path + "/" + name }

  func caseload() throws -> Caseload { try Caseload.open(file(), access: .create) }

  /// The permission bits of a file or folder.
  func mode(_ path: String) -> mode_t {
    var facts = stat()
    return stat(path, &facts) == 0 ? facts.st_mode & 0o777 : 0
  }
}

/// Made-up people and places.
enum MadeUp {
  static let now = Instant(seconds: 1_795_000_000)

  static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day(year: year, month: month, day: day) ?? Day(number: 0)
  }

  static let school = School(urn: 999_001, authority: 888, name: "Larkfield High School")
  static let provider = Provider(reference: "P01", name: "The Boatyard", kind: .nonSchool)

  static func pupil(_ reference: String = "S001", school: Identifier<School>? = nil) -> Pupil {
    var pupil = Pupil(
      reference: reference, surname: "Ashdown", forename: "Wren",
      dateOfBirth: day(2012, 3, 4), yearGroup: "9")
    pupil.school = school
    return pupil
  }

  static func exclusion(
    _ pupil: Identifier<Pupil>, _ school: Identifier<School>
  ) -> Exclusion {
    var exclusion = Exclusion(
      pupil: pupil, school: school, category: .permanent, firstDay: day(2025, 11, 3))
    exclusion.reasons = ["PP"]
    return exclusion
  }
}

/// The records of one child who is out of school, as the store numbered them.
struct Scene {
  var school: Identifier<School>
  var provider: Identifier<Provider>
  var pupil: Identifier<Pupil>
  var exclusion: Identifier<Exclusion>
  var file: Identifier<Case>
  var placement: Identifier<Placement>

  /// Puts a child with a case and a placement on file.
  init(in caseload: Caseload) throws {
    self = try caseload.change(by: "Ada", at: MadeUp.now, cause: "set the scene") { door in
      let school = try door.put(MadeUp.school).id
      let provider = try door.put(MadeUp.provider).id
      let pupil = try door.put(MadeUp.pupil(school: school)).id
      let exclusion = try door.put(MadeUp.exclusion(pupil, school)).id
      var file = Case(
        reference: "AP-1", pupil: pupil, route: .permanentExclusion,
        openedOn: MadeUp.day(2025, 11, 3))
      file.exclusion = exclusion
      let number = try door.put(file).id
      let placement = try door.put(
        Placement(
          file: number, provider: provider, startsOn: MadeUp.day(2025, 11, 10),
          sessionsPerWeek: 10)
      ).id
      return Scene(
        school: school, provider: provider, pupil: pupil, exclusion: exclusion, file: number,
        placement: placement)
    }
  }

  init(
    school: Identifier<School>, provider: Identifier<Provider>, pupil: Identifier<Pupil>,
    exclusion: Identifier<Exclusion>, file: Identifier<Case>, placement: Identifier<Placement>
  ) {
    self.school = school
    self.provider = provider
    self.pupil = pupil
    self.exclusion = exclusion
    self.file = file
    self.placement = placement
  }
}
