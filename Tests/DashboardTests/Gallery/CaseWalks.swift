import CaseStore
import TerminalUI

@testable import Dashboard

extension Gallery {
  /// A bench with the case of the child whose name begins with these letters.
  private static func opened(_ words: String, _ width: Int, _ height: Int) throws -> Bench {
    let bench = try Bench(width, height)
    bench.press("/")
    bench.type(words)
    bench.press("enter", "enter")
    return bench
  }

  static let cases = [
    Walk(
      "a case, part by part", shows: CasePanel.allCases.map { "case-\($0)" }, wide: roomy
    ) { width, height, album in
      let bench = try opened("pike", width, height)
      for (number, part) in CasePanel.allCases.enumerated() {
        bench.press(String(number + 1))
        album.take("case-\(part)", bench.app)
      }
    },
    Walk(
      "a case zoomed, as numbers, shared, and with its keys",
      shows: ["case-zoomed", "case-attendance-zoomed", "case-numbers", "case-shared", "case-help"]
    ) { width, height, album in
      let bench = try opened("fox", width, height)
      bench.press("z")
      album.take("case-zoomed", bench.app)
      bench.press("4")
      album.take("case-attendance-zoomed", bench.app)
      bench.press("2", "#")
      album.take("case-numbers", bench.app)
      bench.press("#", "z", "x")
      album.take("case-shared", bench.app)
      bench.press("?")
      album.take("case-help", bench.app)
    },
    Walk("a proof", shows: ["proof"], wide: roomy) { width, height, album in
      let bench = try Bench(width, height)
      bench.press("enter", "enter")
      album.take("proof", bench.app)
    },
  ]

  static let acts = [
    Walk(
      "assigning, placing and closing",
      shows: ["assign", "place", "place-form", "place-form-refused", "close", "close-form"],
      wide: roomy
    ) { width, height, album in
      let bench = try Bench(width, height)
      bench.press("a")
      album.take("assign", bench.app)
      bench.press("esc", "p")
      album.take("place", bench.app)
      bench.press("enter")
      album.take("place-form", bench.app)
      bench.type("yesterday-ish")
      bench.press("enter")
      album.take("place-form-refused", bench.app)
      bench.press("esc", "esc", "c")
      album.take("close", bench.app)
      bench.press("enter")
      album.take("close-form", bench.app)
    },
    Walk("two versions of a change", shows: ["conflict"]) { width, height, album in
      let bench = try Bench(width, height)
      bench.press("a")
      if let file = try bench.small.caseload.file(reference: "AP-2026-0001") {
        try bench.small.caseload.change(by: "B. Other", at: SmallCaseload.now, cause: "assign") {
          door in
          var edited = file
          edited.value.officer = "T. Other"
          try door.write(edited)
        }
      }
      bench.type("shah")
      bench.press("enter")
      album.take("conflict", bench.app)
    },
  ]
}
