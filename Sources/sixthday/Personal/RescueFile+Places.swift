import Dashboard
import Glibc
import Interchange

extension RescueFile {
  /// A file beside the caseload, in a folder that holds children's data already; where that takes none, in
  /// the person's home, and else where files come and go. Never among the files that say how the program
  /// was left, in which nobody looks for a child.
  init(besides caseload: String, _ surroundings: Surroundings) {
    let home = surroundings.variable("HOME")
    let cut = caseload.utf8.lastIndex(of: UInt8(ascii: "/"))
    let own = cut.map { $0 == caseload.startIndex ? "/" : String(caseload[..<$0]) } ?? "."
    let folders = [own, home, surroundings.variable("TMPDIR"), "/tmp"].compactMap { $0 }
    let stem = "sixthday-rescued-\(surroundings.today.iso)"
    self.init(
      places: {
        let open = folders.filter { access($0, W_OK | X_OK) == 0 }
        return (open.isEmpty ? folders : open).map { RescueFile.free("\($0)/\(stem)") }
      },
      write: { text, path in
        let path = FileName.expanded(path, home: home)
        if let cut = path.utf8.lastIndex(of: UInt8(ascii: "/")), cut > path.startIndex {
          try PrivateFile.makeFolder(String(path[..<cut]))
        }
        try PrivateFile.write(Array(text.utf8), to: path)
        return path
      })
  }

  /// The first name with a number that nothing has.
  private static func free(_ stem: String) -> String {
    var number = 1
    while FileName.exists("\(stem)-\(number).txt") { number += 1 }
    return "\(stem)-\(number).txt"
  }
}
