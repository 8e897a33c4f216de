import Glibc

/// One run of the program without a terminal: what it printed, and how it ended.
struct CommandRun {
  let output: String
  let errors: String
  let ending: Ending

  /// The exit code; nil when a signal ended it.
  var exitCode: Int32? {
    if case .exited(let code) = ending { return code }
    return nil
  }

  var outputLines: [Substring] { output.split(separator: "\n", omittingEmptySubsequences: true) }
  var errorLines: [Substring] { errors.split(separator: "\n", omittingEmptySubsequences: true) }
}

/// Runs the built program with these arguments and waits for its end.
func sixthday(
  _ arguments: String..., input: String = "", in scratch: Scratch,
  environment more: [String: String] = [:], milliseconds limit: Double = 60_000
) throws -> CommandRun {
  try run(
    BuiltProgram.path, arguments, input: input,
    environment: BuiltProgram.environment(home: scratch.path, more), folder: scratch.path,
    milliseconds: limit)
}

/// Runs any program without a terminal and waits for its end.
func run(
  _ program: String, _ arguments: [String], input: String = "",
  environment: [String: String], folder: String? = nil, milliseconds limit: Double = 60_000
) throws -> CommandRun {
  let toChild = try Channel.pipe()
  let fromOutput = try Channel.pipe()
  let fromErrors = try Channel.pipe()
  let child = try Child(program, arguments, environment: environment, folder: folder) { actions in
    posix_spawn_file_actions_adddup2(&actions, toChild.reading, 0)
    posix_spawn_file_actions_adddup2(&actions, fromOutput.writing, 1)
    posix_spawn_file_actions_adddup2(&actions, fromErrors.writing, 2)
  }
  for end in [toChild.reading, fromOutput.writing, fromErrors.writing] { close(end) }
  writeAll(toChild.writing, Array(input.utf8))
  close(toChild.writing)
  let output = Channel(fromOutput.reading)
  let errors = Channel(fromErrors.reading)

  let end = milliseconds() + limit
  while !(output.isAtEnd && errors.isAtEnd) {
    guard milliseconds() < end else { throw HarnessProblem("\(arguments) did not end in time") }
    // Both are emptied in turn, so that neither pipe can fill up and stop the program.
    var waiting = [output, errors].filter { !$0.isAtEnd }.map {
      pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0)
    }
    poll(&waiting, nfds_t(waiting.count), 100)
    for channel in [output, errors] { _ = channel.fill(milliseconds: 0) }
  }
  guard let ending = child.wait(milliseconds: max(1, end - milliseconds())) else {
    throw HarnessProblem("\(arguments) closed its output but did not end")
  }
  return CommandRun(
    output: String(decoding: output.take(), as: UTF8.self),
    errors: String(decoding: errors.take(), as: UTF8.self), ending: ending)
}
