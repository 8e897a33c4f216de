import Dashboard
import Glibc
import Interchange

extension RescueFile {
  /// A file in the person's folder of states, else in their home, else where files come and go.
  init(_ surroundings: Surroundings) {
    let home = surroundings.variable("HOME")
    let folder =
      PersonalFolders(surroundings).state ?? home ?? surroundings.variable("TMPDIR") ?? "/tmp"
    self.init(
      proposed: { RescueFile.free("\(folder)/rescued-\(surroundings.today.iso)") },
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
