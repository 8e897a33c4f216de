/// What is on file for one session of one pupil, as the journal keeps it when it is altered.
struct StoredMark {
  var day: Int32
  var session: Int64
  var code: String
  var provider: Int64
  /// The change that wrote it.
  var change: Int64

  var json: JSONText {
    var json = JSONText()
    json.raw("{")
    json.member("day")
    json.number(Int64(day))
    json.member("session")
    json.number(session)
    json.member("code")
    json.string(code)
    json.member("provider_id")
    json.number(provider)
    json.member("change_id")
    json.number(change)
    json.raw("}")
    return json
  }
}

extension StoredMark {
  /// Reads back what `json` wrote; nil where something is missing.
  init?(members: [(name: String, cell: Cell)]) {
    var numbers: [String: Int64] = [:]
    var code: String?
    for member in members {
      switch member.cell {
      case .integer(let value): numbers[member.name] = value
      case .text(let value): code = value
      default: break
      }
    }
    guard let code, let day = numbers["day"], let session = numbers["session"],
      let provider = numbers["provider_id"], let change = numbers["change_id"]
    else { return nil }
    self.init(
      day: Int32(truncatingIfNeeded: day), session: session, code: code, provider: provider,
      change: change)
  }
}
