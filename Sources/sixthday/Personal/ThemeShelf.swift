import Dashboard
import Glibc
import TerminalUI
import Themes

/// The themes there are: those of the program, and the person's own, which come first where a name is
/// the same.
struct ThemeShelf {
  /// The ending of a theme's file.
  private static let ending = ".theme"

  private let folder: String?
  /// The names of the person's own, in order.
  let own: [String]

  /// Looks into the person's folder of themes, if there is one.
  init(_ folders: PersonalFolders) {
    folder = folders.themes
    own = folders.themes.map(Self.names) ?? []
  }

  /// The names of all, those of the program first.
  var names: [String] { Themes.names + own.filter { !Themes.names.contains($0) } }

  /// For whom one of the program's is; nil for the person's own.
  func about(_ name: String) -> String? {
    own.contains(name) ? nil : Themes.all.first { $0.name == name }?.about
  }

  /// The file of one of the person's own.
  func path(of name: String) -> String? {
    own.contains(name) ? folder.map { "\($0)/\(name)\(Self.ending)" } : nil
  }

  /// The text of a theme; nil where there is none of that name.
  ///
  /// - Throws: `Failure` where it cannot be read.
  func bytes(of name: String) throws(Failure) -> [UInt8]? {
    guard let path = path(of: name) else { return Themes.named(name) }
    do throws(Failure) {
      return try TextFile.read(path)
    } catch {
      throw .refusal("\(path): \(error.message)")
    }
  }

  /// Reads a theme, with what is wrong in it; what can be read of it counts.
  func read(_ name: String) -> (theme: Theme, problems: [FileProblem])? {
    guard let path = path(of: name) else {
      return Themes.named(name).map { (Self.file($0, name).theme, []) }
    }
    do throws(Failure) {
      guard let bytes = try TextFile.read(path) else { return nil }
      let file = Self.file(bytes, name)
      return (
        file.theme,
        file.problems.map { FileProblem(place: path, line: $0.line, message: $0.message) }
      )
    } catch {
      return (Theme.plain, [FileProblem(place: path, message: error.message)])
    }
  }

  /// Roles whose contrast is too low in one of the person's own themes, in words.
  ///
  /// The program's own themes are held to it by a test; a person's own may look as they like, and is
  /// only told.
  func faint(_ name: String) -> [String] {
    guard path(of: name) != nil, let theme = read(name)?.theme else { return [] }
    return theme.faint(among: Self.roles).map { role, contrast in
      let tenths = Int((contrast * 10).rounded(.down))
      return "\(role.name) (\(tenths / 10).\(tenths % 10) to 1)"
    }
  }

  private static let roles = Role.general + Role.dashboard

  private static func file(_ bytes: [UInt8], _ name: String) -> ThemeFile {
    ThemeFile(bytes, name: name, roles: roles, shipped: Themes.named)
  }

  private static func names(in folder: String) -> [String] {
    guard let open = opendir(folder) else { return [] }
    defer { closedir(open) }
    var names: [String] = []
    while let entry = readdir(open) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasSuffix(ending), !name.hasPrefix(".") else { continue }
      let bare = String(name.dropLast(ending.count))
      if !bare.isEmpty { names.append(bare) }
    }
    return names.sorted()
  }
}
