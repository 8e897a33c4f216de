/// Why a command stopped: one line for the person and a status for the shell.
struct Failure: Error {
  /// What is wrong and what to do, in one line without the program's name.
  let message: String
  /// How the program ends.
  let status: ExitStatus

  /// The command line was wrong.
  static func usage(_ message: String, about command: CommandSpecification? = nil) -> Failure {
    let call = command.map { $0.name.isEmpty ? "" : " \($0.name)" } ?? ""
    return Failure(message: "\(message) (see: sixthday\(call) --help)", status: .usage)
  }

  /// What was asked cannot be done as things stand.
  static func refusal(_ message: String) -> Failure {
    Failure(message: message, status: .refusal)
  }

  /// Puts any error into one line: every module's errors describe themselves in words for a person.
  init(_ error: any Error) {
    if let failure = error as? Failure {
      self = failure
    } else {
      let text = String(describing: error).split(separator: "\n").joined(separator: "; ")
      self.init(message: text, status: .refusal)
    }
  }

  private init(message: String, status: ExitStatus) {
    self.message = message
    self.status = status
  }
}
