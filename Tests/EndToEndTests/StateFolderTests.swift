import AlternativeProvision
import CaseStore
import Foundation
import Testing

/// What a day's work leaves in the person's folder of states.
@Suite("Nothing personal is in the state files")
struct StateFolderTests {
  /// What somebody typed in the session, in words that stand nowhere else.
  private static let typed = ["zqfilter", "zqform", "zqreferrer", "zqday", "zqpalette", "zqfind"]

  /// The names and the numbers of the children on file, in small letters.
  private func children(_ caseload: String) throws -> Set<String> {
    let store = try Caseload.open(caseload, access: .readOnly)
    var words: Set<String> = []
    for letter in "abcdefghijklmnopqrstuvwxyz" {
      for pupil in try store.findPupils(String(letter), atMost: 5000).map(\.value) {
        words.insert(pupil.reference.lowercased())
        if let number = pupil.upn { words.insert("\(number)".lowercased()) }
        for name in [pupil.forename, pupil.surname, pupil.preferredName ?? ""] {
          words.formUnion(parts(name).filter { $0.count > 2 })
        }
      }
    }
    return words
  }

  private func parts(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// The files under a folder, with what is in each.
  private func files(_ folder: String) -> [(name: String, text: String)] {
    let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return paths.compactMap { path in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder)
      guard !isFolder.boolValue, let text = Scratch.read(folder + "/" + path) else { return nil }
      return (path, text)
    }
  }

  /// How the session ends.
  enum Ending: String, CaseIterable { case leaving, told, hangUp }

  @Test("after a long session, however it ends, no file holds a child or a word that was typed")
  func session() throws {
    for ending in Ending.allCases {
      let scratch = try Scratch()
      let caseload = try SampleCaseload.copy(into: scratch, withPanels: true)
      let known = try children(caseload)
      #expect(known.count > 50)
      let terminal = try Terminal(
        sixthday: ["--caseload", caseload], in: scratch, columns: 120, rows: 40)
      // Looking for a child, opening the case, and what it shows.
      try terminal.press("/")
      try terminal.type("zqfilter")
      try terminal.press("Escape", "Enter", "2", "3", "y", "Y", "/")
      try terminal.type("zqfind")
      try terminal.press("Escape", "x", "x", ":")
      try terminal.type("zqpalette")
      try terminal.press("Escape", "p", "Enter")
      try terminal.type("zqform")
      try terminal.press("Escape", "Escape", "Escape", "z", "#", "C", "Escape", "f", "Enter")
      try terminal.press("Escape", "m", "j", "m")
      // A referral whose day is typed by half when the program ends.
      try terminal.press("M", "3", "Enter")
      try terminal.wait(for: "Referr")
      try terminal.type("zqreferrer")
      for _ in 1...60 where try !terminal.screen().contains("zqday") {
        try terminal.press("BTab")
        if try terminal.screen().contains("Received on") { try terminal.type("zqday") }
      }
      switch ending {
      case .leaving:
        try terminal.press("C-c")
        try terminal.pressWithoutWaiting(["C-c"])
      case .told: kill(try terminal.process(), SIGTERM)
      case .hangUp: kill(try terminal.process(), SIGHUP)
      }
      _ = try terminal.exitCode()
      let left = files(scratch.file("state"))
      #expect(left.map(\.name) == ["sixthday/look"], "\(ending): \(left.map(\.name))")
      for file in left {
        let words = Set(parts(file.text))
        #expect(words.intersection(known).isEmpty, "\(ending), \(file.name): \(file.text)")
        #expect(words.intersection(Self.typed).isEmpty, "\(ending), \(file.name): \(file.text)")
      }
      // All of it could be kept, and so nothing was written beside the caseload.
      let beside = try FileManager.default.contentsOfDirectory(atPath: scratch.path)
      #expect(!beside.contains { $0.contains("rescued") }, "\(ending): \(beside)")
    }
  }
}
