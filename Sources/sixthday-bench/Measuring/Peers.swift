/// Programs that do something like it well, driven in the same way in the same run.
enum Peers {
  static func measure(
    in workshop: Workshop, _ options: Options, into report: inout Report
  ) throws(BenchProblem) {
    if let tig = installed("tig"), let git = installed("git") {
      let repository = workshop.folder + "/repository"
      try makeRepository(repository, git, workshop)
      let subject = Subject(
        name: "tig, 60 commits", program: tig, arguments: [], folder: repository)
      try measure(subject, workshop, options, into: &report)
    } else {
      report.note("tig: not installed, so not compared")
    }
    if let htop = installed("htop") {
      let subject = Subject(name: "htop", program: htop, arguments: [])
      try measure(subject, workshop, options, into: &report)
    } else {
      report.note("htop: not installed, so not compared")
    }
  }

  private static func measure(
    _ subject: Subject, _ workshop: Workshop, _ options: Options, into report: inout Report
  ) throws(BenchProblem) {
    if options.parts.contains(.start) {
      report.add(try StartMeasure.peer(subject, workshop, options.runs))
    }
    if options.parts.contains(.keys) {
      report.add(try KeyMeasure.peer(subject, workshop, presses: options.presses))
    }
  }

  private static func makeRepository(
    _ folder: String, _ git: String, _ workshop: Workshop
  ) throws(BenchProblem) {
    let settings = workshop.environment([
      "GIT_AUTHOR_NAME": "bench", "GIT_AUTHOR_EMAIL": "bench@invalid",
      "GIT_COMMITTER_NAME": "bench", "GIT_COMMITTER_EMAIL": "bench@invalid",
    ])
    _ = try run(git, ["init", "-q", folder], environment: settings)
    for number in 1...60 {
      let words = ["-C", folder, "commit", "-q", "--allow-empty", "-m", "Commit number \(number)"]
      _ = try run(git, words, environment: settings)
    }
  }
}
