import Foundation
import Testing

@testable import Interchange

@Suite("Files that only their owner may read")
final class PrivateFileTests {
  private let folder = NSTemporaryDirectory() + "sixthday-files-\(UUID().uuidString)"

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func mode(_ path: String) throws -> Int {
    let facts = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(facts[.posixPermissions] as? Int)
  }

  @Test("a folder is made with those above it, and what is there stays as it is")
  func folders() throws {
    try PrivateFile.makeFolder(folder + "/a/b/c")
    try PrivateFile.makeFolder(folder + "/a/b/c/")
    for part in ["", "/a", "/a/b", "/a/b/c"] { #expect(try mode(folder + part) == 0o700) }
    try PrivateFile.write([1], to: folder + "/file")
    for path in ["/file", "/file/below"] {
      let problem = #expect(throws: SourceProblem.self) {
        try PrivateFile.makeFolder(self.folder + path)
      }
      #expect(problem?.number == ENOTDIR)
    }
  }

  @Test("a file is written whole, and replaced only where that is asked for")
  func writing() throws {
    try PrivateFile.makeFolder(folder)
    let path = folder + "/paper"
    try PrivateFile.write(Array("one".utf8), to: path)
    let problem = #expect(throws: SourceProblem.self) {
      try PrivateFile.write(Array("two".utf8), to: path)
    }
    #expect(problem?.number == EEXIST)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    try PrivateFile.write(Array("three".utf8), to: path, replacing: true)
    #expect(try PrivateFile.read(path, atMost: 5) == Array("three".utf8))
    #expect(try mode(path) == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["paper"])
  }

  @Test("only an ordinary file of a fair length is read")
  func reading() throws {
    try PrivateFile.makeFolder(folder)
    try PrivateFile.write([1, 2, 3], to: folder + "/three")
    let wanted: [(String, Int32)] = [
      (folder + "/three", EFBIG), (folder + "/none", ENOENT), (folder, EINVAL),
      ("/dev/null", EINVAL),
    ]
    for (path, number) in wanted {
      let problem = #expect(throws: SourceProblem.self) {
        try PrivateFile.read(path, atMost: 2)
      }
      #expect(problem?.number == number, "\(path)")
    }
  }
}
