import Glibc

/// What the bench could not do, in one line.
struct BenchProblem: Error {
  let words: String
  init(_ words: String) { self.words = words }
}

/// Starts a program as a shell would; the parent's environment does not reach it.
func start(
  _ program: String, _ arguments: [String], environment: [String: String], folder: String? = nil,
  ownSession: Bool = false, wiring: (inout posix_spawn_file_actions_t) -> Void
) throws(BenchProblem) -> pid_t {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  wiring(&actions)
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  let setSession: Int32 = 0x80  // POSIX_SPAWN_SETSID, which Swift's Glibc module hides.
  posix_spawnattr_setflags(&attributes, Int16(ownSession ? setSession : 0))
  let line = (folder.map { ["env", "-C", $0] } ?? []) + [program] + arguments
  var words = line.map { strdup($0) } + [nil]
  var settings = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
  defer { (words + settings).forEach { free($0) } }
  var identifier = pid_t()
  let code = posix_spawnp(&identifier, line[0], &actions, &attributes, &words, &settings)
  guard code == 0 else {
    throw BenchProblem("cannot start \(program): \(String(cString: strerror(code)))")
  }
  return identifier
}

/// Runs a program to its end, and answers with the seconds it took and its exit code.
func run(
  _ program: String, _ arguments: [String], environment: [String: String],
  output: String = "/dev/null", errors: String = "/dev/null"
) throws(BenchProblem) -> (seconds: Double, code: Int32) {
  let begin = now()
  let process = try start(program, arguments, environment: environment) {
    posix_spawn_file_actions_addopen(&$0, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&$0, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&$0, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
  }
  var status: Int32 = 0
  waitpid(process, &status, 0)
  return (now() - begin, status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f))
}

/// Where a program is on the path; nil when it is not installed.
func installed(_ name: String) -> String? {
  let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
  for folder in path.split(separator: ":") {
    let candidate = "\(folder)/\(name)"
    if access(candidate, X_OK) == 0 { return candidate }
  }
  return nil
}

/// A small file of /proc or the like as text.
func contents(_ path: String) -> String? {
  guard let handle = fopen(path, "r") else { return nil }
  defer { fclose(handle) }
  var buffer = [UInt8](repeating: 0, count: 65_536)
  let count = fread(&buffer, 1, buffer.count, handle)
  return String(decoding: buffer[0..<count], as: UTF8.self)
}
