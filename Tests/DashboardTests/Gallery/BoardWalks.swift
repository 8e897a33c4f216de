import CaseStore
import TerminalUI
import Themes

@testable import Dashboard

extension Gallery {
  /// The walk past no screen at all, but the words that stand where none can.
  static let onWhichNothingStands = "a screen on which nothing can stand"

  static let board = [
    Walk(
      "the board, pane by pane",
      shows: ["board", "board-days", "board-attendance-zoomed", "board-quality"], wide: roomy
    ) { width, height, album in
      let bench = try Bench(width, height, isDemo: true)
      album.take("board", bench.app)
      bench.press("2")
      album.take("board-days", bench.app)
      bench.press("3", "z")
      album.take("board-attendance-zoomed", bench.app)
      bench.press("z", "4")
      album.take("board-quality", bench.app)
    },
    Walk(
      "panes that have the whole screen, and pictures as numbers",
      shows: [
        "board-cases-zoomed", "board-days-zoomed", "board-quality-zoomed", "board-attendance",
        "board-numbers", "board-days-numbers",
      ]
    ) { width, height, album in
      let bench = try Bench(width, height)
      bench.press("z")
      album.take("board-cases-zoomed", bench.app)
      bench.press("z", "2", "z")
      album.take("board-days-zoomed", bench.app)
      bench.press("z", "4", "z")
      album.take("board-quality-zoomed", bench.app)
      bench.press("z", "3")
      album.take("board-attendance", bench.app)
      bench.press("#")
      album.take("board-numbers", bench.app)
      bench.press("2", "z")
      album.take("board-days-numbers", bench.app)
    },
    Walk(
      "the board filtered, narrowed, marked and shared",
      shows: [
        "board-filtering", "board-filtered", "board-nothing-found", "board-narrowed",
        "board-marked", "board-shared",
      ]
    ) { width, height, album in
      let bench = try Bench(width, height)
      bench.press("/")
      bench.type("sh")
      album.take("board-filtering", bench.app)
      bench.press("enter")
      album.take("board-filtered", bench.app)
      bench.press("/")
      bench.type("nobody")
      bench.press("enter")
      album.take("board-nothing-found", bench.app)
      bench.press("esc", "esc", "3", "enter")
      album.take("board-narrowed", bench.app)
      bench.press("esc", "1", "m", "j", "j", "V")
      album.take("board-marked", bench.app)
      bench.press("*", "*", "x")
      album.take("board-shared", bench.app)
    },
    Walk("an empty caseload", shows: ["empty"], wide: roomy) { width, height, album in
      album.take("empty", try Bench(width, height, small: SmallCaseload(isEmpty: true)).app)
    },
    Walk(
      "what opens over the board",
      shows: [
        "help", "sort", "sort-then", "columns", "day-chart", "day-chart-numbers", "narrow",
        "narrow-officer", "palette", "palette-found", "themes",
      ], wide: roomy
    ) { width, height, album in
      let bench = try Bench(width, height, themes: ThemeChoice(names: Themes.names))
      bench.press("?")
      album.take("help", bench.app)
      bench.press("esc", "s")
      album.take("sort", bench.app)
      bench.press("esc", "S")
      album.take("sort-then", bench.app)
      bench.press("esc", "C")
      album.take("columns", bench.app)
      bench.press("esc", "H")
      album.take("day-chart", bench.app)
      bench.press("#")
      album.take("day-chart-numbers", bench.app)
      bench.press("#", "esc", "f")
      album.take("narrow", bench.app)
      bench.press("down", "enter")
      album.take("narrow-officer", bench.app)
      bench.press("esc", "esc", ":")
      album.take("palette", bench.app)
      bench.type("zo")
      album.take("palette-found", bench.app)
      bench.press("esc", "T")
      album.take("themes", bench.app)
    },
    Walk("what is said at the foot", shows: ["said", "said-warning", "said-error", "blank"]) {
      width, height, album in
      let bench = try Bench(width, height)
      bench.press("a")
      bench.type("shah")
      bench.press("enter")
      album.take("said", bench.app)
      bench.press("u", "u")
      album.take("said-warning", bench.app)
      bench.app.say(Message(.error, "The caseload could not be written: the disk is full."))
      album.take("said-error", bench.app)
      bench.press("j")
      bench.time += .seconds(3600)
      bench.app.passTime()
      album.take("blank", bench.app)
    },
    Walk(
      onWhichNothingStands, shows: ["too-small"],
      sizes: [
        Size(width: 39, height: 24), Size(width: 80, height: 7), Size(width: 20, height: 5),
      ]
    ) { width, height, album in album.take("too-small", try Bench(width, height).app) },
    Walk("a caseload that is only looked at", shows: ["read-only"]) { width, height, album in
      let bench = try Bench(width, height, isReadOnly: true)
      bench.press("a")
      bench.type("shah")
      bench.press("enter")
      album.take("read-only", bench.app)
    },
  ]
}
